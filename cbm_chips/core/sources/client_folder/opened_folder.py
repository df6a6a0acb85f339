"""What a folder of the client is about: parcel, days, bands, size of the chips."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import ChipsError, RequestError
from ...model import DEFAULT_SIZE_M, LARGEST_SIZE_M, SNAP_M, Place
from ...projection import WGS84, transformer
from ...reasons import Reason
from ..cbm_rest.parcel_data.parcels import parcel_of_row
from .image_lists import ListedImage, read_lists
from .layout import INFO, ClientFolder
from .stored_scenes import counted_by_band, ground_of, moment_of

if TYPE_CHECKING:
    from ...model import Grid

MOST_INFO_BYTES = 64 * 1024**2
_TRIED = 20
"""Files that are tried to learn how large the chips are."""


@dataclass(frozen=True)
class OpenedFolder:
    """What is asked of the folder to see all of it.

    Attributes:
        source: as `open_source` takes it.
        place: of the parcel; where its chips lie if nothing tells of the parcel.
        first, last: days of the oldest and newest chip.
        size_m: edge of the chips, without a border of zeros.
        bands: those there are chips of, the most frequent first.
        notes: what could not be understood, for people.
    """

    source: str
    place: Place
    first: date
    last: date
    size_m: int
    bands: tuple[str, ...]
    notes: tuple[str, ...] = ()


def open_folder(path: Path) -> OpenedFolder:
    """Look into a folder; of its pixels only enough to learn where they lie.

    Raises:
        RequestError: field `source`, when it is no such folder, or has no chip with a date.
    """
    folder = ClientFolder.at(path)
    rows = [row for row in read_lists(folder) if isinstance(row, ListedImage)]
    bands = counted_by_band(rows)
    days = sorted(moment.date() for moment in map(_moment, rows) if moment.year > 1)
    if not days or not bands:
        raise RequestError("source", str(path), Reason("a folder with chips that have a date"))
    ground = ground_of(folder, _finest_first(rows))
    place, notes = _place(folder, ground.grid if ground else None)
    size_m = _size_m(ground.grid) if ground else DEFAULT_SIZE_M
    frequent = sorted(bands, key=lambda band: (-bands[band], band))
    return OpenedFolder(
        str(folder.root), place, days[0], days[-1], size_m, tuple(frequent), tuple(notes)
    )


def _moment(row: ListedImage) -> Any:  # noqa: ANN401
    return moment_of(row.label)


def _finest_first(rows: Iterable[ListedImage]) -> list[str]:
    tens = ("B08", "B04", "B03", "B02")
    ordered = sorted(rows, key=lambda row: row.band not in tens)
    return [row.file for row in ordered[:_TRIED]]


def _size_m(grid: Grid) -> int:
    """The service's chips have a row and a column more than asked for, of zeros."""
    left, bottom, right, top = grid.bounds
    edge = int(min(right - left, top - bottom))
    return min(max(edge // SNAP_M * SNAP_M, SNAP_M), LARGEST_SIZE_M)


def _place(folder: ClientFolder, grid: Grid | None) -> tuple[Place, list[str]]:
    """The parcel, in the middle of its chips."""
    notes: list[str] = []
    label = folder.root.name
    try:
        parcel = _parcel(folder.root / INFO)
    except (ChipsError, ValueError) as error:
        parcel = None
        words = Reason("{file} tells of no parcel: {error}", file=INFO, error=error)
        notes.append(words)
    if grid is None:
        if parcel is None:
            raise RequestError(
                "source", str(folder.root), Reason("a folder that tells where its parcel is")
            )
        return parcel, notes
    lon, lat = _middle(grid)
    return (replace(parcel, lon=lon, lat=lat) if parcel else Place(lon, lat, label)), notes


def _middle(grid: Grid) -> tuple[float, float]:
    left, bottom, right, top = grid.bounds
    lon, lat = transformer(grid.epsg, WGS84).transform((left + right) / 2, (bottom + top) / 2)
    return float(lon), float(lat)


def _parcel(path: Path) -> Place:
    """What the service said of it; of a list of several the first.

    Raises:
        ValueError: when it says nothing that makes sense.
    """
    try:
        with path.open("rb") as opened:
            content = json.loads(opened.read(MOST_INFO_BYTES))
    except (OSError, RecursionError) as error:
        raise ValueError(error) from None
    if not isinstance(content, Mapping):
        raise ValueError(Reason("it is no table"))
    row = {
        name: value[0] if isinstance(value, list) and value else value
        for name, value in content.items()
    }
    return parcel_of_row(row).place
