"""Makes the plan of many parcels, of searches alone: no pixel is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Union

import numpy as np

from ...array_lists import as_list
from ...errors import SourceError
from ...model import UTM_LATITUDES, AreaRequest, Place, Scene
from ...pipeline.searching.search import find
from ...projection import WGS84, to_other_crs
from ...reasons import Reason
from ...scenes.acquisitions import one_per_acquisition
from ..outlines.layer import Parcels
from ..outlines.oddities import Oddity, ParcelRemark
from .parcel_request import ParcelRequest
from .plan import ParcelPlan, PlanPiece
from .scene_finder import SceneFinder
from .tiling import (
    TILE_M,
    Strip,
    Tile,
    boxes_of,
    in_crs,
    own_zones,
    strips_of,
    tile_of_each,
    tiles_of,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ...cache import ChipCache
    from ...sources.source import Source

AREA_DEGREES = 1.0
"""Parcels within such a square of longitude and latitude are one search."""
HALF_TURN = 180.0
M_PER_DEGREE = 111_320.0
SEARCH_STEP_M = 1000


def plan_parcels(
    parcels: Union[Parcels, Iterable[tuple[object, object]]],
    request: Union[ParcelRequest, Mapping[str, Any]],
    source: Source,
    *,
    cache: ChipCache | None = None,
) -> ParcelPlan:
    """Plan what has to be read of many parcels; one search for each square degree.

    Args:
        parcels: `Parcels`, or pairs of id and outline (shapely, WKB, GeoJSON) in EPSG:4326.
        request: a `ParcelRequest`, or its fields by name.
        source: who lists the scenes.
        cache: keeps searches.

    Raises:
        RequestError: when the request is not possible.
        SourceError: when the source can't be asked.
    """
    asked = request if isinstance(request, ParcelRequest) else ParcelRequest(**request)
    layer = parcels if isinstance(parcels, Parcels) else Parcels.of(parcels)
    if not source.lists_freely:
        raise SourceError(_CUTS_CHIPS)
    planning = _Planning(layer, asked, source, cache)
    pieces = tuple(planning.pieces())
    remarks = sorted((*layer.remarks, *planning.remarks), key=lambda remark: remark.parcel)
    notes = tuple(dict.fromkeys(planning.notes))
    return ParcelPlan(layer, asked, source.identity, pieces, tuple(remarks), notes)


@dataclass
class _OfTile:
    """What is known of a tile: its parcels, by their numbers, and the scenes around them."""

    numbers: list[NDArray[np.int64]] = field(default_factory=list)
    scenes: dict[tuple[object, ...], Scene] = field(default_factory=dict)


class _Planning:
    """A plan while it is made."""

    def __init__(
        self, layer: Parcels, request: ParcelRequest, source: Source, cache: ChipCache | None
    ) -> None:
        self._layer, self._request, self._source, self._cache = layer, request, source, cache
        self.remarks: list[ParcelRemark] = []
        self.notes: list[str] = []

    def pieces(self) -> Iterator[PlanPiece]:
        """All pieces, tile by tile."""
        by_tile = self._by_tile()
        for tile in sorted(by_tile, key=_order):
            of_tile = by_tile[tile]
            numbers = np.sort(np.concatenate(of_tile.numbers))
            parcels = in_crs(self._layer.some(numbers), f"EPSG:{tile.epsg}")
            near = SceneFinder(of_tile.scenes.values())
            for strip in strips_of(tile, parcels):
                around, needed = near.around(strip.grid, tile.name), self._request.needed_bands
                scenes = one_per_acquisition(around, strip.grid, needed).scenes
                if scenes:
                    yield self._piece(strip, parcels, numbers[strip.numbers], scenes)
                else:
                    self._remark_on(numbers[strip.numbers], Oddity.NO_SCENES, _NO_SCENES)

    def _by_tile(self) -> dict[Tile, _OfTile]:
        """Search area by area; the parcels of each tile, and the scenes found around them."""
        by_tile: dict[Tile, _OfTile] = {}
        for numbers, search in self._areas():
            found = find(search, self._source, self._cache)
            self.notes += found.notes
            scenes = {_item(scene): _needed(scene, self._request.files) for scene in found.scenes}
            if not scenes:
                self._remark_on(numbers, Oddity.NO_SCENES, _NO_SCENES)
                continue
            some = self._layer.some(numbers)
            tiles = tiles_of(found.scenes)
            tiles = tiles or [Tile("", int(zone), None) for zone in np.unique(own_zones(some))]
            chosen = tile_of_each(some, tiles)
            for number in np.unique(chosen):
                of_tile = by_tile.setdefault(tiles[number], _OfTile())
                of_tile.numbers.append(numbers[chosen == number])
                of_tile.scenes.update(scenes)
        return by_tile

    def _areas(self) -> Iterator[tuple[NDArray[np.int64], AreaRequest]]:
        """The parcels of each square degree, and the search for them."""
        boxes = boxes_of(self._layer)
        numbers = np.flatnonzero(np.isfinite(boxes[:, 0]))
        lons, lats = self._corners(boxes[numbers])
        is_earthly = _within(lons, -180, 180) & _within(lats, -90, 90)
        self._remark_on(numbers[~is_earthly], Oddity.NOWHERE, _NOWHERE)
        sane = is_earthly & _within(lats, *UTM_LATITUDES)
        self._remark_on(numbers[is_earthly & ~sane], Oddity.NOWHERE, _NO_TILES)
        self._unwind(lons, numbers, sane)
        large = sane & (_extent_m(lons, lats) > TILE_M)
        self._remark_on(numbers[large], Oddity.TOO_LARGE, _TOO_LARGE)
        which = np.flatnonzero(sane & ~large)
        squares = np.floor(np.column_stack([lons[which, 0], lats[which, 0]]) / AREA_DEGREES)
        _, of = np.unique(squares, axis=0, return_inverse=True)
        order = np.argsort(of.reshape(-1), kind="stable")
        ends = np.flatnonzero(np.diff(of.reshape(-1)[order])) + 1
        for part in np.split(which[order], ends) if len(order) else ():
            yield numbers[part], self._search(lons[part], lats[part])

    def _corners(self, boxes: NDArray[np.float64]) -> tuple[Any, Any]:
        """Longitude and latitude, [n, 4] each, of the corners of boxes."""
        xs = boxes[:, [0, 2, 2, 0]].reshape(-1)
        ys = boxes[:, [1, 1, 3, 3]].reshape(-1)
        lons, lats = to_other_crs(self._layer.crs, f"EPSG:{WGS84}", xs, ys)
        return np.reshape(lons, (-1, 4)), np.reshape(lats, (-1, 4))

    def _unwind(
        self, lons: NDArray[np.float64], numbers: NDArray[np.int64], sane: NDArray[np.bool_]
    ) -> None:
        """Longitudes of parcels that lie across the antimeridian become those of 0..360."""
        for row in as_list(np.flatnonzero(sane & (np.ptp(lons, axis=1) > HALF_TURN))):
            parcel = self._layer.some(numbers[[row]])
            own, _ = to_other_crs(parcel.crs, f"EPSG:{WGS84}", *parcel.points.T)
            is_in_degrees = bool(np.all(np.abs(own - parcel.points[:, 0]) < 1.0))
            if not (is_in_degrees and _goes_around(parcel)):
                west, east = np.mod(own, 2 * HALF_TURN).min(), np.mod(own, 2 * HALF_TURN).max()
                lons[row] = (west, east, east, west)

    def _search(self, lons: NDArray[np.float64], lats: NDArray[np.float64]) -> AreaRequest:
        """One square around all of them."""
        west, east, south, north = lons.min(), lons.max(), lats.min(), lats.max()
        side = _extent_m(np.array([[west, east]]), np.array([[south, north]]))[0]
        size = int(-(-(side + SEARCH_STEP_M) // SEARCH_STEP_M) * SEARCH_STEP_M)
        lon = float(west + east) / 2
        lon -= 2 * HALF_TURN if lon > HALF_TURN else 0.0
        place = Place(lon, float(south + north) / 2)
        return self._request.search_at(place, size)

    def _piece(
        self, strip: Strip, parcels: Parcels, numbers: NDArray[np.int64], scenes: Iterable[Scene]
    ) -> PlanPiece:
        return PlanPiece(
            strip.name,
            strip.tile,
            strip.grid,
            parcels.some(strip.numbers),
            numbers,
            tuple(map(_without_outline, scenes)),
            self._request,
            self._source.identity,
        )

    def _remark_on(self, numbers: Iterable[int], oddity: Oddity, words: str) -> None:
        self.remarks += [ParcelRemark(int(number), oddity, words) for number in numbers]


_CUTS_CHIPS = Reason(
    "a CbM service cuts chips one by one; its own time series of a parcel is quicker than that"
)
_NO_SCENES = Reason("the source lists no scene that shows it in the period")
_NOWHERE = Reason("its coordinates are not on earth; is the CRS right?")
_NO_TILES = Reason(
    "no tile is there: UTM has none beyond {south:g} and {north:g} degrees of latitude",
    south=UTM_LATITUDES[0],
    north=UTM_LATITUDES[1],
)
_TOO_LARGE = Reason("it is larger than a tile: more than {most:g} km across", most=TILE_M / 1000)


def _goes_around(parcel: Parcels) -> bool:
    """In degrees, a part of it is wider than half the earth."""
    rings = (parcel.ring(number)[:, 0] for number in range(len(parcel.ring_is_hole)))
    return any(np.ptp(xs) > HALF_TURN for xs in rings)


def _within(degrees: NDArray[np.float64], low: float, high: float) -> NDArray[np.bool_]:
    """Of each row, whether all of it is; nan is not."""
    are_within: NDArray[np.bool_] = np.all((degrees >= low) & (degrees <= high), axis=1)
    return are_within


def _extent_m(lons: NDArray[np.float64], lats: NDArray[np.float64]) -> NDArray[np.float64]:
    """Metres across, of the box of each row of coordinates."""
    with np.errstate(invalid="ignore"):
        across = np.ptp(lons, axis=1) * np.cos(np.radians(lats.mean(axis=1)))
        extent: NDArray[np.float64] = np.maximum(across, np.ptp(lats, axis=1)) * M_PER_DEGREE
    return extent


def _order(tile: Tile) -> tuple[object, ...]:
    return (tile.name, tile.epsg, tile.bounds or ())


def _item(scene: Scene) -> tuple[object, ...]:
    """Ids alone tell apart what is in one answer, not always what is in two."""
    own = (scene.provider, scene.collection, scene.id, scene.product)
    return (*own, scene.acquired, scene.tile)


def _needed(scene: Scene, bands: tuple[str, ...]) -> Scene:
    """The scene with the files of these bands alone."""
    return replace(
        scene,
        assets={band: scene.assets[band] for band in bands if band in scene.assets},
        parts=tuple(_needed(part, bands) for part in scene.parts),
        fallbacks=tuple(_needed(other, bands) for other in scene.fallbacks),
    )


def _without_outline(scene: Scene) -> Scene:
    return replace(
        scene,
        footprint=None,
        parts=tuple(map(_without_outline, scene.parts)),
        fallbacks=tuple(map(_without_outline, scene.fallbacks)),
    )
