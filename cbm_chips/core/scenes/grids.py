"""Place and size -> Grid on Sentinel-2's own pixels; outline -> mask by pixel centre."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

import numpy as np

from ..model import SNAP_M, Grid, Place, seen_in_part
from ..projection import WGS84, to_grid_crs, transformer, utm_zone
from ..reasons import Reason
from .chip_center import centre_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

FINEST_M = 10
FARTHEST_FROM_MERIDIAN = 4.5
"""In degrees of the equator's length."""


class MaskBasis(str, Enum):
    """Which pixels a verdict rests on."""

    CENTRES = Reason("pixels whose centre lies in the parcel")
    TOUCHED = Reason("pixels the parcel touches, as it holds no pixel centre")
    WHOLE_CHIP = Reason("the whole chip, as there is no outline")
    OUTSIDE = Reason("none, as the parcel lies outside the chip")


@dataclass(frozen=True)
class ParcelMask:
    """The pixels of a grid that stand for the place.

    Attributes:
        pixels: bool[h, w], True means *use it*.
        basis: the rule that chose them.
        inside_pct: share of the parcel's area within the chip, 0..100 (100 without outline).
    """

    pixels: NDArray[np.bool_]
    basis: MaskBasis
    inside_pct: float

    @property
    def sentence(self) -> str:
        """The basis for people, with what lies beyond the chip."""
        part = seen_in_part(self.inside_pct)
        if part and self.basis is not MaskBasis.OUTSIDE:
            return Reason(
                "{basis}; {part} of the parcel is in the chip", basis=self.basis.value, part=part
            )
        return self.basis.value


def grid_of(place: Place, size_m: int, epsgs: Iterable[int] = ()) -> Grid:
    """The chip's grid in 10 m pixels, snapped to the 20 m lattice of every Sentinel-2 tile.

    `epsgs` are the CRSs of the scenes found: the place's own UTM zone is taken where a scene
    has it, else the zone most scenes have (Norway's and Svalbard's odd zones come out so). In no
    other CRS is a metre one on the ground: scenes in others are warped.
    """
    lon, lat = centre_of(place, size_m)
    epsg = zone_of(Place(lon=lon, lat=lat), epsgs)
    x, y = transformer(WGS84, epsg).transform(lon, lat)
    left = _snap(x - size_m / 2)
    top = _snap(y + size_m / 2)
    pixels = size_m // FINEST_M
    return Grid(epsg, left, top, float(FINEST_M), pixels, pixels)


def zone_of(place: Place, epsgs: Iterable[int] = ()) -> int:
    """EPSG code of the UTM zone (WGS84) to cut in; see `grid_of`."""
    number = min(int((place.lon + 180) // 6) + 1, 60)
    own = (32600 if place.lat >= 0 else 32700) + number
    counted = Counter(epsg for epsg in epsgs if _measures_well(place, utm_zone(epsg)))
    if not counted or own in counted:
        return own
    return max(sorted(counted), key=lambda epsg: counted[epsg])


def _measures_well(place: Place, zone: int) -> bool:
    """True if a metre of the zone's is one on the ground there, give or take 3 mm.

    The scale grows with the square of the distance from the zone's central meridian (Snyder 1987,
    Map Projections, 8-6). No tile is that far off: Norway's and Svalbard's odd zones reach 6
    degrees of longitude, where a degree is half as long and less.
    """
    off = (place.lon - (6 * zone - 183) + 180) % 360 - 180
    return bool(zone) and abs(off) * math.cos(math.radians(place.lat)) <= FARTHEST_FROM_MERIDIAN


def parcel_mask(place: Place, grid: Grid) -> ParcelMask:
    """The pixels of `grid` that stand for `place`, transformed from the original outline.

    A pixel counts when its centre is inside, holes are outside, the parts of a multipolygon add
    up. A parcel too thin to hold a centre is judged by the pixels it touches.
    """
    if place.outline is None:
        everything = np.ones((grid.height_px, grid.width_px), dtype=bool)
        return ParcelMask(everything, MaskBasis.WHOLE_CHIP, 100.0)
    outline = to_grid_crs(place.outline, grid.epsg)
    if not np.isfinite(outline.bounds).all():  # too far away for this zone's projection
        nothing = np.zeros((grid.height_px, grid.width_px), dtype=bool)
        return ParcelMask(nothing, MaskBasis.OUTSIDE, 0.0)
    inside_pct = share_inside_pct(outline, grid)
    pixels = centres_inside(outline, grid)
    if pixels.any():
        return ParcelMask(pixels, MaskBasis.CENTRES, inside_pct)
    touched = pixels_touched(outline, grid)
    basis = MaskBasis.TOUCHED if touched.any() else MaskBasis.OUTSIDE
    return ParcelMask(touched, basis, inside_pct)


def centres_inside(outline: BaseGeometry, grid: Grid) -> NDArray[np.bool_]:
    """bool[h, w]: the pixel's centre lies in `outline` (in the grid's CRS), even-odd.

    The scanline rule of GDAL's polygon rasterizer with all-touched off, ties included, so that
    counts equal those of GDAL-based zonal statistics: an edge counts for rows whose centre is
    in [lower, upper), a crossing at x fills from pixel floor(x + 0.5) on.
    """
    inside = np.zeros((grid.height_px, grid.width_px), dtype=bool)
    edges = np.concatenate([_edges(ring, grid) for ring in _rings(outline)])
    rows_of_interest = _rows_between(edges[:, [1, 3]], grid.height_px)
    for row in rows_of_interest:
        for start, stop in _spans(edges, row + 0.5):
            inside[row, max(start, 0) : max(stop, 0)] = True
    return inside


def _spans(edges: NDArray[np.float64], centre: float) -> Iterator[tuple[int, int]]:
    x1, y1, x2, y2 = edges.T
    at = np.sort(np.floor(_crossings(edges, centre) + 0.5)).astype(int)
    yield from zip(at[0::2], at[1::2])
    # GDAL fills a level edge that runs exactly through the centres from right to left.
    for edge in np.flatnonzero((y1 == centre) & (y2 == centre) & (x1 > x2)):
        yield math.floor(x2[edge] + 0.5), math.floor(x1[edge] + 0.5)


def _crossings(edges: NDArray[np.float64], centre: float) -> NDArray[np.float64]:
    """Where edges cross a row's centre; every edge upwards, so that shared ones round alike."""
    x1, y1, x2, y2 = np.where(edges[:, [1]] <= edges[:, [3]], edges, edges[:, [2, 3, 0, 1]]).T
    hit = (y1 <= centre) & (centre < y2)
    x1, y1, x2, y2 = x1[hit], y1[hit], x2[hit], y2[hit]
    crossings: NDArray[np.float64] = (centre - y1) * (x2 - x1) / (y2 - y1) + x1
    return crossings


def _rows_between(ys: NDArray[np.float64], height_px: int) -> range:
    first = max(math.floor(ys.min() - 0.5), 0)
    last = min(math.ceil(ys.max() + 0.5), height_px)
    return range(first, last)


def _edges(ring: Any, grid: Grid) -> NDArray[np.float64]:  # noqa: ANN401
    """float[n, 4]: x1, y1, x2, y2 of a ring in pixels, y downwards; clockwise, as GDAL's."""
    xy = np.asarray(ring.coords, dtype=np.float64)[:: -1 if ring.is_ccw else 1, :2]
    pixels = np.empty_like(xy)
    pixels[:, 0] = (xy[:, 0] - grid.left) / grid.resolution_m
    pixels[:, 1] = (grid.top - xy[:, 1]) / grid.resolution_m
    return np.hstack([pixels[:-1], pixels[1:]])


def _rings(outline: BaseGeometry) -> Iterator[Any]:
    for polygon in getattr(outline, "geoms", [outline]):
        yield polygon.exterior
        yield from polygon.interiors


def pixels_touched(outline: BaseGeometry, grid: Grid) -> NDArray[np.bool_]:
    """bool[h, w]: the pixel has something of `outline`; looked for in ever smaller blocks."""
    from shapely.geometry import box
    from shapely.prepared import prep

    touched = np.zeros((grid.height_px, grid.width_px), dtype=bool)
    west, south, east, north = outline.bounds
    prepared = prep(outline)
    step = grid.resolution_m
    rows = _clip((grid.top - north) / step, (grid.top - south) / step, grid.height_px)
    cols = _clip((west - grid.left) / step, (east - grid.left) / step, grid.width_px)
    blocks = [(rows, cols)]
    while blocks:
        (first_row, last_row), (first_col, last_col) = blocks.pop()
        x, y = grid.left + first_col * step, grid.top - last_row * step
        far_x, far_y = grid.left + last_col * step, grid.top - first_row * step
        if last_row <= first_row or last_col <= first_col:
            continue
        if not prepared.intersects(box(x, y, far_x, far_y)):
            continue
        if (last_row - first_row, last_col - first_col) == (1, 1):
            touched[first_row, first_col] = True
            continue
        blocks += [
            (r, c) for r in _halves(first_row, last_row) for c in _halves(first_col, last_col)
        ]
    return touched


def _halves(first: int, last: int) -> tuple[tuple[int, int], tuple[int, int]]:
    middle = (first + last) // 2
    return (first, middle), (middle, last)


def _clip(low: float, high: float, size: int) -> tuple[int, int]:
    return max(math.floor(low), 0), min(math.floor(high) + 1, size)


def share_inside_pct(outline: BaseGeometry, grid: Grid) -> float:
    """Share of an outline's area (in the grid's CRS) within the grid, 0..100."""
    from shapely.geometry import box

    # Valid in degrees is not always valid in metres: points may come to lie on one another.
    whole = outline if outline.is_valid else outline.buffer(0)
    if not whole.area or not np.isfinite(whole.area):
        return 100.0 if outline.envelope.intersects(box(*grid.bounds)) else 0.0
    return float(100.0 * whole.intersection(box(*grid.bounds)).area / whole.area)


def _snap(value: float) -> float:
    return float(math.floor(value / SNAP_M + 0.5) * SNAP_M)
