"""Rows of the lists -> scenes: the chips of one product are the files of one scene."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from ...errors import ReadError
from ...model import NO_DATE, Asset, OffsetState, Scene, Unusable
from ...projection import to_wgs84
from ...reading.gdal.choice import raster_backend
from ...reasons import joined
from ...sentinel2.bands import (
    BANDS,
    BASELINE_OFFSET,
    DEFAULT_SCALE,
    FIRST_DAY_WITH_OFFSET,
    offset_by_baseline,
)
from ...sentinel2.product_names import (
    Name,
    baseline_of,
    epsg_of_tile,
    orbit_of,
    read_name,
    tile_of,
    time_of,
)
from .image_lists import ListedImage, OddImageRow
from .layout import ClientFolder, parts_of

if TYPE_CHECKING:
    from ...model import Grid

_Radiometry = tuple[float, float, OffsetState]


@dataclass(frozen=True)
class StoredGround:
    """What the first file of a scene that can be read says of it.

    Attributes:
        grid: its own.
        scale: (scale, offset), (1, 0) where it states none.
    """

    grid: Grid
    scale: tuple[float, float]


def scenes_of(folder: ClientFolder, rows: Iterable[ListedImage], identity: str) -> list[Scene]:
    """One scene for each product, by time."""
    products: dict[str, list[ListedImage]] = {}
    for row in rows:
        products.setdefault(parts_of(row.file)[0], []).append(row)
    scenes = [_scene(folder, stem, of_one, identity) for stem, of_one in products.items()]
    return sorted(scenes, key=lambda scene: (scene.acquired, scene.id))


def unusable_of(row: OddImageRow, identity: str) -> Unusable:
    """A row that can't be understood, as a date with its reason."""
    scene = Scene(id=row.where, acquired=moment_of(row.label), provider=identity)
    return Unusable(scene, joined((row.where, row.reason), ": "))


def moment_of(label: str) -> datetime:
    """A label's time, `NO_DATE` where it is none."""
    return time_of(label) or NO_DATE


def ground_of(folder: ClientFolder, files: Iterable[str]) -> StoredGround | None:
    """Of the first of these files that can be read."""
    for file in files:
        if folder.why_not(file):
            continue
        try:
            stored = raster_backend().load(folder.images / file)
        except ReadError:
            continue
        return StoredGround(stored.grid, stored.scales[0])
    return None


def _scene(folder: ClientFolder, stem: str, rows: Sequence[ListedImage], identity: str) -> Scene:
    name, label = read_name(stem), min(row.label for row in rows)
    known = {row.band: row.file for row in rows if row.band in BANDS}
    reflective = [file for band, file in known.items() if BANDS[band].reflective]
    ground = ground_of(folder, [*reflective, *known.values()])
    radiometry = _radiometry(name, moment_of(label), ground)
    tile = tile_of(name.tile)
    scene = Scene(
        id=stem,
        acquired=moment_of(label),
        platform=name.platform,
        tile=tile,
        epsg=ground.grid.epsg if ground else epsg_of_tile(tile),
        level=name.level or "LEVEL2A",
        baseline=baseline_of(name.baseline),
        relative_orbit=orbit_of(name.orbit),
        provider=identity,
        product=name.full,
        datatake=name.take,
        discriminator=name.discriminator,
        assets={band: _asset(folder, band, file, radiometry) for band, file in known.items()},
    )
    return scene if ground is None else replace(scene, footprint=_footprint(ground.grid))


def _footprint(grid: Grid) -> object:
    from shapely.geometry import box

    return to_wgs84(box(*grid.bounds), grid.epsg)


def _radiometry(name: Name, acquired: datetime, ground: StoredGround | None) -> _Radiometry:
    """What the file states, else what the baseline in its name says, else as the pixels tell."""
    if ground is not None and ground.scale != (1.0, 0.0):
        return (*ground.scale, OffsetState.KNOWN)
    baseline = baseline_of(name.baseline)
    if baseline is not None:
        return DEFAULT_SCALE, offset_by_baseline(baseline), OffsetState.KNOWN
    has_offset = acquired.date() >= FIRST_DAY_WITH_OFFSET
    state = OffsetState.CHECK_PIXELS if has_offset else OffsetState.KNOWN
    return DEFAULT_SCALE, BASELINE_OFFSET if has_offset else 0.0, state


def _asset(folder: ClientFolder, band: str, file: str, radiometry: _Radiometry) -> Asset:
    """A file that is replaced is another one for the cache."""
    problem, version = folder.why_not(file), ""
    if not problem:
        found = (folder.images / file).stat()
        version = f"{found.st_size}-{found.st_mtime_ns}"
    plain = Asset(band, str(folder.images / file), problem=problem, version=version)
    if not BANDS[band].reflective:
        return plain
    scale, offset, state = radiometry
    return replace(plain, scale=scale, offset=offset, offset_state=state)


def counted_by_band(rows: Iterable[ListedImage]) -> Mapping[str, int]:
    """How many chips there are of each band that is one of Sentinel-2's."""
    counts: dict[str, int] = {}
    for row in rows:
        if row.band in BANDS:
            counts[row.band] = counts.get(row.band, 0) + 1
    return counts
