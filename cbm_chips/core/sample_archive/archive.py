"""Builds the sample archive on disk: once, whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Callable

from ..cancellation import current_cancellation
from ..errors import ReadError, SourceError
from ..reasons import Reason
from . import unfinished
from .cog import write_cog
from .image import image_of
from .items import COLLECTIONS, Json, bands_of, catalog, collection, item, write_json
from .parcels import write_parcels
from .passes import Product, products
from .surface import Surface, the_surface

if TYPE_CHECKING:
    from .image import AcquisitionImage

SAMPLE_VERSION = "3"
"""Goes up with every change of the archive's bytes, so that old ones are built anew."""
FOLDER_NAME = "sample"

OnProgress = Callable[[int, int], object]
"""Hears how many of how many dates are made; from several threads, never at the same time."""
Check = Callable[[], None]
"""Raises `SourceError` when it is to end."""

_MARK = "VERSION"


def sample_catalog(cache_root: Path, on_progress: OnProgress | None = None) -> Path:
    """Path of the sample's `catalog.json` under `cache_root`; built on first use.

    Raises:
        SourceError: when it can't be made there, or the thread was cancelled.
    """
    try:
        return build_sample(cache_root / FOLDER_NAME, on_progress)
    except (OSError, ReadError) as error:
        raise SourceError(
            Reason(
                "the built-in sample can't be made in {folder}: {error}",
                folder=cache_root,
                error=error,
            )
        ) from error


def build_sample(folder: Path, on_progress: OnProgress | None = None) -> Path:
    """Make the archive in `folder` unless this version is there; the path of `catalog.json`.

    It is made next to `folder` and renamed, so other processes see nothing or all of it. A build
    that was stopped is taken up again by the next.

    Raises:
        SourceError: when the thread was cancelled.
        OSError: when the disk or another program prevents it.
        ReadError: when GDAL can't write a file.
    """
    unfinished.sweep(folder, SAMPLE_VERSION)
    if not is_current(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = unfinished.take_up(folder, SAMPLE_VERSION)
        try:
            _fill(fresh, on_progress or _ignore)
            _put_in_place(fresh, folder)
        except SourceError:
            if any(fresh.glob("*/*/*.json")):
                unfinished.lay_aside(fresh, folder, SAMPLE_VERSION)
            raise
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    return folder / "catalog.json"


def sample_bytes(cache_root: Path) -> int:
    """What the archive takes below `cache_root`, unfinished ones included."""
    folder = cache_root / FOLDER_NAME
    return sum(unfinished.size_of(one) for one in (folder, *unfinished.leftovers(folder)))


def remove_sample(cache_root: Path) -> None:
    """Remove the archive and what stopped builds have left; what is in use may stay for a while.

    Who reads from it at the moment fails; the next use makes it again.
    """
    folder = cache_root / FOLDER_NAME
    with suppress(OSError):  # it is not there, or open on Windows
        folder.rename(unfinished.beside(folder, "old"))
    for left in unfinished.leftovers(folder):
        if "-new-" not in left.name:
            shutil.rmtree(left, ignore_errors=True)


def is_current(folder: Path) -> bool:
    """The archive of this version is in `folder`."""
    try:
        return (folder / _MARK).read_text(encoding="ascii").strip() == SAMPLE_VERSION
    except (OSError, UnicodeDecodeError):
        return False


def _put_in_place(fresh: Path, folder: Path) -> None:
    """Rename; if another process was quicker, its archive is as good.

    Raises:
        SourceError: when the archive of another version is open, which on Windows keeps its name.
        OSError: for any other reason.
    """
    old = unfinished.beside(folder, "old")
    try:
        if folder.exists() and not is_current(folder):
            os.replace(folder, old)
        fresh.rename(folder)
    except OSError:
        if is_current(folder):
            return
        if folder.exists():
            raise SourceError(
                Reason(
                    "an older built-in sample in {folder} is open in another program: close that "
                    "and try again",
                    folder=folder,
                )
            ) from None
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _fill(folder: Path, on_progress: OnProgress) -> None:
    on_progress(0, len(products()))
    for name in COLLECTIONS.values():
        (folder / name).mkdir(exist_ok=True)
    surface = the_surface()
    made = _made_side_by_side(
        lambda group, check: _make_group(folder, group, surface, check), on_progress
    )
    for level, name in COLLECTIONS.items():
        members = [doc for group in made for doc in group if doc["collection"] == name]
        write_json(folder / name / "collection.json", collection(level, members))
    write_parcels(folder)
    write_json(folder / "catalog.json", catalog())
    (folder / _MARK).write_text(SAMPLE_VERSION + "\n", encoding="ascii")


def _made_side_by_side(
    make: Callable[[list[Product], Check], list[Json]], on_progress: OnProgress
) -> list[list[Json]]:
    """All groups; when this thread is cancelled or fails, those under way end, too."""
    stop, is_over, lock = current_cancellation(), threading.Event(), threading.Lock()
    groups, done = products(), 0

    def check() -> None:
        if stop.is_cancelled or is_over.is_set():
            raise SourceError(Reason("the built-in sample was not made: stopped"))

    def one(group: list[Product]) -> list[Json]:
        nonlocal done
        made = make(group, check)
        with lock:
            done += 1
            on_progress(done, len(groups))
        return made

    with ThreadPoolExecutor(max_workers=2) as pool:
        try:
            return list(pool.map(one, groups))
        except BaseException:
            is_over.set()
            raise


def _make_group(folder: Path, group: list[Product], surface: Surface, check: Check) -> list[Json]:
    """All products of one acquisition, unless a stopped build has made them."""
    check()
    known = [_document(folder, product) for product in group]
    if all(path.is_file() for path in known):
        return [json.loads(path.read_text(encoding="utf-8")) for path in known]
    image = image_of(group[0].acquisition, surface)
    return [_make_product(path, product, image, check) for path, product in zip(known, group)]


def _document(folder: Path, product: Product) -> Path:
    """The product's item; written last."""
    return folder / COLLECTIONS[product.level] / product.id / f"{product.id}.json"


def _make_product(path: Path, product: Product, image: AcquisitionImage, check: Check) -> Json:
    place = path.parent
    shutil.rmtree(place, ignore_errors=True)  # half of it, by a stopped build
    place.mkdir()
    sizes: dict[str, int] = {}
    for band in bands_of(product.level):
        check()
        file = place / f"{band.name}.tif"
        grid = product.grid_at(band.resolution_m)
        write_cog(file, image.pixels(product, band.name), grid, nodata=0)
        sizes[band.name] = file.stat().st_size
    document = item(product, image.pixels(product, "SCL"), sizes)
    write_json(path, document)
    return document


def _ignore(_done: int, _of: int) -> None:
    """Nobody is told."""
