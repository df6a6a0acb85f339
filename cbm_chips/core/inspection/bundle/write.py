"""Bundles of many parcels into one folder, one whole bundle after another, and their index."""

from __future__ import annotations

import re
from collections.abc import Collection, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ...outputs.names import UniqueNames, as_file_name
from ...outputs.numbered_files import numbered_names, standing_for
from ...outputs.stand_ins import placing
from ..pictures import sha256_of
from ..record.clean_texts import cleaned_values
from .chips_again import pictures_again
from .contents import BundleMaker
from .files import SUMS, is_as_written, sums_of, write_folder, write_zip
from .index import INDEX_CSV, INDEX_HTML, index_csv, index_html, index_rows, stored_bundles
from .made_picture import PictureProof

if TYPE_CHECKING:
    from ..values import QueueItem
    from .chips_again import OpenRun
    from .dossier import ParcelDossier

_NUMBER = re.compile(r"-\d+$")
"""Of a bundle that stands for another."""


@dataclass(frozen=True)
class BundleOrder:
    """What is written, and where.

    Attributes:
        dossiers: parcels with answers.
        folder: takes the bundles and their index.
        maker: makes the files.
        is_zip: one file for each parcel instead of a folder.
        queue: whose open questions stand in the index, too.
    """

    dossiers: Sequence[ParcelDossier]
    folder: Path
    maker: BundleMaker = field(default_factory=BundleMaker)
    is_zip: bool = False
    queue: Sequence[QueueItem] = ()


@dataclass(frozen=True)
class WrittenBundle:
    """A bundle that is there.

    Attributes:
        parcel: its id.
        path: its folder or zip.
        proofs: of each picture that was made again, whether it is the same, and more in words.
    """

    parcel: str
    path: Path
    proofs: tuple[tuple[PictureProof, str], ...] = ()

    @property
    def proved(self) -> int:
        """Pictures that are the same as when the answer was given."""
        return sum(proof is PictureProof.PROVED for proof, _ in self.proofs)


def write_bundles(
    order: BundleOrder, open_run: OpenRun
) -> Generator[WrittenBundle | None, None, None]:
    """Each bundle once it is whole; None while nothing comes. Closed early, it writes the index.

    Args:
        order: what is wanted.
        open_run: opens the source that the record names.

    Raises:
        WriteError: when a file can't be written; the bundles before it are there.
    """
    names = _BundleNames(order.folder, is_zip=order.is_zip)
    try:
        for dossier in order.dossiers:
            has_all_bands = order.maker.has_geotiffs
            clean = _cleaned(dossier)
            pictures = yield from pictures_again(clean, open_run, has_all_bands=has_all_bands)
            plot = yield from order.maker.plot_again(clean, open_run)
            files = order.maker.files_of(clean, pictures, plot)
            path = _write(order, clean, files, names.of(clean.parcel))
            proofs = tuple((made.proof, made.reason) for made in pictures)
            yield WrittenBundle(clean.parcel, path, proofs)
    finally:
        _write_index(order)


def _cleaned(dossier: ParcelDossier) -> ParcelDossier:
    """Without secrets, whoever wrote the record."""
    entries, items = cleaned_values(dossier.entries), cleaned_values(dossier.items)
    return replace(dossier, entries=entries, items=items)


def _write(order: BundleOrder, dossier: ParcelDossier, files: dict[str, bytes], name: str) -> Path:
    if not order.is_zip:
        return write_folder(files, order.folder / name)
    when = dossier.entries[-1].decided
    return write_zip(files, order.folder / name, when=when)


def _write_index(order: BundleOrder) -> None:
    """Of all bundles in the folder, those of earlier runs included, the newest of each."""
    stand_ins = numbered_names(order.folder)
    stored = stored_bundles(order.folder)
    bundles = [one for one in stored if _is_newest(order.folder / one.name, stand_ins)]
    if not bundles:
        return
    rows = index_rows(bundles, cleaned_values(order.queue))
    files = {INDEX_HTML: index_html(rows, order.maker.say), INDEX_CSV: index_csv(rows)}
    hashes = [
        (_put(order.folder / name, content), sha256_of(content)) for name, content in files.items()
    ]
    for bundle in bundles:
        with suppress(OSError):
            content = (order.folder / bundle.checked).read_bytes()
            hashes.append((bundle.checked, sha256_of(content)))
    _put(order.folder / SUMS, sums_of(hashes).encode("utf-8"))


def _is_newest(bundle: Path, stand_ins: Collection[str]) -> bool:
    """No other one stands for it, and it stands for none that is newer: see `standing_for`."""
    wanted = bundle
    if bundle.name in stand_ins:
        wanted = bundle.with_name(_NUMBER.sub("", bundle.stem) + bundle.suffix)
    return standing_for(wanted) == bundle


def _put(path: Path, content: bytes) -> str:
    """The name that it has: see `placing`."""
    with placing(path) as placed:
        placed.beside.write_bytes(content)
    return placed.path.name


class _BundleNames:
    """One name for each parcel; a parcel whose bundle is there as it was written keeps its name.

    Nothing else in the folder is touched.
    """

    def __init__(self, folder: Path, *, is_zip: bool) -> None:
        self._ending = ".zip" if is_zip else ""
        self._names: dict[str, str] = {}
        self._taken = UniqueNames()
        for name in (INDEX_HTML, INDEX_CSV, SUMS):
            self._taken.take(name)
        bundles = {one.name: one for one in stored_bundles(folder)}
        there = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else ()
        stand_ins = numbered_names(folder)
        for name in there:
            bundle = bundles.get(name)
            self._taken.take(name[: -len(".zip")] if bundle and bundle.is_zip else name)
            is_of_kind = bundle is not None and bundle.is_zip == is_zip and name not in stand_ins
            if bundle and is_of_kind and is_as_written(folder / name):
                self._names.setdefault(bundle.parcel, name)

    def of(self, parcel: str) -> str:
        """With its ending."""
        if parcel not in self._names:
            self._names[parcel] = f"{self._taken.take(as_file_name(parcel))}{self._ending}"
        return self._names[parcel]
