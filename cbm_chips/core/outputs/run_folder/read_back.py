"""A run's folder read back: places, dates and chips, as `run_folder` wrote them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import ReadError, RequestError
from ...model import Chip, FailedChip, Place, Provenance
from ...reading.gdal.choice import raster_backend
from ...reading.gdal.stored_tiff import SMALLEST_PIXEL_M
from ...reasons import Reason, joined
from ...sentinel2.bands import BANDS
from ...sentinel2.scl import CloudRule, bad_pixels
from ..names import PLACES, TABLE
from .manifest import names_instead, newest_manifest, path_within, read_manifest
from .places import read_places
from .read_table import StoredRow, read_table
from .table import as_cell

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ...model import Grid
    from ...reading.gdal.stored_tiff import StoredTiff

_Key = tuple[str, float, float]
SCL = "SCL"


@dataclass(frozen=True)
class StoredDate:
    """One date of one place.

    Attributes:
        record: what the table says of it.
        files: its GeoTIFFs by what they hold, the last part of their names: `B08`,
            `B08_B04_B03`.
    """

    record: StoredRow
    files: Mapping[str, Path]

    def chip(self, bands: Collection[str]) -> Chip | FailedChip:
        """The chip with those of the bands that its files hold.

        A file that can't be read is the reason why its bands are missing.
        """
        pixels, wanted = _LoadedBands(), {*bands, SCL}
        for what, path in self.files.items():
            if what in wanted:
                pixels.take(what, load(path))
        scl = pixels.bands.get(SCL)
        found = {band: values for band, values in pixels.bands.items() if band in bands}
        if not self.record.has_chip or pixels.ground is None or not found:
            return self._without_chip("; ".join(dict.fromkeys(pixels.failures.values())))
        of_files = {band: why for band, why in pixels.failures.items() if band in bands}
        failures = {**self.record.failures, **of_files}
        return replace(
            self.on(pixels.ground),
            bands=found,
            scales={band: pixels.scales[band] for band in found},
            failures={band: why for band, why in failures.items() if band not in found},
            bad_pixels=None if scl is None else bad_pixels(scl, self._rule),
            scl=scl,
        )

    def picture(self, what: str) -> tuple[Chip | FailedChip, StoredTiff | None]:
        """The chip without pixels and the file that holds `what`; or why there is none."""
        path = self.files.get(what)
        stored = load(path) if path else Reason("no picture was written")
        if isinstance(stored, str) or not self.record.has_chip:
            return self._without_chip(str(stored)), None
        return self.on(stored.grid), stored

    def on(self, grid: Grid) -> Chip:
        """The chip without pixels, on the ground of its files."""
        record, failed = self.record, self.record.failed
        return Chip(
            scene=failed.scene,
            grid=grid.at(SMALLEST_PIXEL_M),
            bands={},
            scales={},
            histogram=failed.histogram,
            flag=failed.flag,
            cloud_fraction=failed.cloud_fraction,
            parcel_in_chip_pct=failed.parcel_in_chip_pct,
            rule=failed.rule,
            likely_cloud_fraction=failed.likely_cloud_fraction,
            provenance=Provenance(source=record.source, outline_basis=record.outline_basis),
        )

    @property
    def _rule(self) -> CloudRule:
        """The run's; runs of earlier versions wrote none."""
        return self.record.failed.rule or CloudRule()

    def _without_chip(self, why: str) -> FailedChip:
        failed = self.record.failed
        if not self.record.has_chip:
            return failed
        reasons = joined((joined(both, ": ") for both in self.record.failures.items()), "; ")
        return replace(
            failed, reason=reasons or why or Reason("no file of this date is in the folder")
        )


@dataclass
class _LoadedBands:
    """What the files of a date gave."""

    bands: dict[str, NDArray[np.generic]] = field(default_factory=dict)
    scales: dict[str, tuple[float, float]] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    ground: Grid | None = None

    def take(self, band: str, stored: StoredTiff | str) -> None:
        """The pixels of a band's file, or why they can't be used."""
        if isinstance(stored, str):
            self.failures[band] = stored
            return
        if band not in stored.names:
            self.failures[band] = Reason("the file holds another band")
            return
        ground = stored.grid.at(SMALLEST_PIXEL_M)
        fits = stored.grid.resolution_m == BANDS[band].chip_resolution_m
        if not fits or ground != (self.ground or ground):
            self.failures[band] = Reason("the file shows other ground")
            return
        number = stored.names.index(band)
        self.bands[band] = stored.layers[number]
        self.scales[band] = stored.scales[number]
        self.ground = ground


@dataclass(frozen=True)
class StoredPlace:
    """A place and its dates, the oldest first."""

    place: Place
    dates: tuple[StoredDate, ...]


def places_of_run(folder: Path) -> tuple[Place, ...]:
    """The places of the newest run into a folder, also where a program had their list open.

    Raises:
        RequestError: field `places`, when the list is something else.
    """
    return read_places(_list_of(newest_manifest(folder), PLACES))


def _list_of(manifest: Path, name: str) -> Path:
    """Where the list of that name is: beside, where it could not be replaced."""
    return manifest.with_name(names_instead(manifest).get(name, name))


def read_run(folder: Path) -> tuple[StoredPlace, ...]:
    """What is in a run's folder; pixels are read date by date, later.

    Raises:
        RequestError: field `manifest`, `table` or `places`: the folder is no run's, or nothing
            of what it lists is there.
    """
    manifest = newest_manifest(folder)
    listed = [entry.path for entry in read_manifest(manifest)]
    table = _list_of(manifest, TABLE)
    records = read_table(table)
    if not records:
        raise RequestError("table", str(table), Reason("a run with at least one date"))
    listed += [path for record in records for path in _files_of(record, folder)]
    if listed and not any(path.is_file() for path in listed):
        raise RequestError("manifest", str(folder), Reason("a run's folder with its GeoTIFFs"))
    places = {_key(as_cell(p.name), p.lon, p.lat): p for p in places_of_run(folder)}
    dates: dict[_Key, list[StoredDate]] = {}
    for record in records:
        key = _key(record.place, record.lon, record.lat)
        dates.setdefault(key, []).append(_date(record, folder))
    return tuple(
        StoredPlace(
            places.get(key) or _place(of_place[0].record),
            tuple(sorted(of_place, key=_order)),
        )
        for key, of_place in dates.items()
    )


def load(path: Path) -> StoredTiff | str:
    """All of a GeoTIFF, or why it can't be read."""
    try:
        return raster_backend().load(path)
    except ReadError as error:
        return joined((path.name, error), ": ")


def _key(name: object, lon: float, lat: float) -> _Key:
    """To a tenth of a millimetre: a spreadsheet keeps 15 digits of a number."""
    return str(name), round(lon, 9), round(lat, 9)


def _place(record: StoredRow) -> Place:
    """Of runs that kept no more of it."""
    return Place(lon=record.lon, lat=record.lat, label=record.place)


def _date(record: StoredRow, folder: Path) -> StoredDate:
    return StoredDate(record, {_what(path): path for path in _files_of(record, folder)})


def _files_of(record: StoredRow, folder: Path) -> Iterator[Path]:
    """The table's, which is never behind: while a run goes on, the manifest may be."""
    return filter(None, (path_within(folder, file) for file in record.files))


def _order(date: StoredDate) -> tuple[str, str]:
    """A run that was killed leaves the dates as they came."""
    scene = date.record.failed.scene
    return scene.label, scene.id


def _what(path: Path) -> str:
    return path.stem.rpartition(".")[2]
