"""Chips of a place -> `<aoi>/<year>/<pid>/`, as `sources.client_folder` reads it and the client."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import RequestError
from ...reasons import Reason, joined
from ...sentinel2.product_names import read_name
from ...sources.client_folder.layout import IMAGES, INFO, LIST
from ..atomic_write import FileInUse, in_words, replacing
from ..geotiff.chip_files import band_image, written
from ..names import safe_name
from ..numbered_files import stand_ins_of
from ..stand_ins import placing, tell
from .parcel_info import info_of

if TYPE_CHECKING:
    from ...model import Chip, Place, Scene

_HEADER = ("", "dates", "chips")
_Row = tuple[str, str]
"""Date and chip, as they stand in a list."""


@dataclass(frozen=True)
class ClientRoot:
    """Where the parcels of an area and year are.

    Attributes:
        folder: of all areas.
        aoi: code of the area; year: of its parcels.
    """

    folder: Path
    aoi: str
    year: str

    def __post_init__(self) -> None:
        """Refuse what would be no folder of its own."""
        for name in ("aoi", "year"):
            value = getattr(self, name)
            if not value or safe_name(value) != value:
                allowed = Reason("letters, digits, - and _, such as ms or 2020")
                raise RequestError(name, value, allowed)

    def of(self, pid: str) -> Path:
        """A parcel's folder; `pid` is made safe already."""
        return self.folder / self.aoi / self.year / pid


def write_client_folder(root: Path, place: Place, chips: Iterable[Chip]) -> int:
    """Write the chips of a place, their lists and what the parcel is.

    Lists that are there go on: a chip of the same name is replaced, others stay. A chip that can't
    be replaced, as a program has it open, costs its date; a list has the new one beside it.

    Args:
        root: the parcel's folder, whose name is its id.
        place: the parcel.
        chips: in any order; those without a date are left out.

    Returns:
        How many dates were written.

    Raises:
        WriteError: when a file can't be written; what was written is listed.
    """
    rows: dict[str, list[_Row]] = {}
    count = 0
    try:
        for chip in chips:
            if has_files(chip):
                count += _is_written(root / IMAGES, place, chip, rows)
    finally:
        for band, of_band in rows.items():
            _write_list(root / IMAGES / LIST.format(band=band), of_band)
    if count and not (root / INFO).exists():
        with replacing(root / INFO) as beside:
            beside.write_text(json.dumps(info_of(place, root.name)), encoding="utf-8")
    return count


def has_files(chip: Chip) -> bool:
    """It has a place in such a folder."""
    return chip.scene.is_dated and bool(chip.bands)


def product_of(scene: Scene) -> str:
    """The file's name before its band: the product's own, else the scene's, with no dot in it."""
    return read_name(scene.product).full or safe_name(scene.id).replace(".", "_")


def _is_written(folder: Path, place: Place, chip: Chip, rows: dict[str, list[_Row]]) -> bool:
    try:
        _write_date(folder, chip, rows)
    except FileInUse as error:
        tell(joined((f"{place.name} {chip.scene.label}", error), ": "))
        return False
    return True


def _write_date(folder: Path, chip: Chip, rows: dict[str, list[_Row]]) -> None:
    for band in chip.bands:
        path = folder / f"{product_of(chip.scene)}.{band}.tif"
        written(band_image(chip, band), path)
        rows.setdefault(band, []).append((chip.scene.label, f"/{IMAGES}/{path.name}"))


def _write_list(path: Path, rows: Iterable[_Row]) -> None:
    """As pandas writes it: the index has no name; the oldest first."""
    former = (row for one in _former_lists(path) for row in _rows_in(one))
    found = {_name(chip): (date, chip) for date, chip in (*former, *rows)}
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(_HEADER)
    table.writerows((number, *row) for number, row in enumerate(sorted(found.values())))
    with placing(path) as placed:
        placed.beside.write_bytes(text.getvalue().encode("utf-8"))


def _former_lists(path: Path) -> list[Path]:
    """The list, and those that were written beside it since, as it was in use; newest last."""
    return [one for one in (path, *reversed(stand_ins_of(path))) if one.is_file()]


def _rows_in(path: Path) -> list[_Row]:
    with in_words(path):
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    table = csv.DictReader(io.StringIO(text))
    cells = ((row.get("dates") or "", row.get("chips") or "") for row in table)
    return [row for row in cells if all(row)]


def _name(chip: str) -> str:
    return chip.rpartition("/")[2]
