"""The ground as pixels: which covers share a pixel, and the texture within a field."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ..model import Grid
from . import covers
from . import landscape as ground
from .covers import Cover
from .noise import fractal, softened

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .noise import Map

CANVAS = Grid(32631, 677460.0, 5844120.0, 10.0, 516, 516)
"""What is painted: 5.16 km around the centre, on the 60 m lattice of tile 31UFU."""

_SHAPE = (CANVAS.height_px, CANVAS.width_px)
_SUB = 2
_ROW_PERIOD_M = 33.0


@dataclass(frozen=True)
class Surface:
    """What stays the same from date to date.

    Attributes:
        covers: the table the labels point into.
        labels: index of the cover at four points of each pixel, [4, row, col].
        vigour: factor on the green of each pixel.
        tone: factor on bare soil, [row, col].
        water: share of open water, [row, col].
    """

    covers: tuple[Cover, ...]
    labels: tuple[NDArray[np.int16], ...]
    vigour: Map
    tone: Map
    water: Map

    def mixture(self, day: float, dryness: float) -> Map:
        """Share of each endmember, [row, col, endmember], blurred as the sensor does."""
        rows = [cover.mixture(day, dryness) for cover in self.covers]
        table = np.array(rows, np.float32) / len(self.labels)
        shares = table[self.labels[0]]
        for labels in self.labels[1:]:
            shares += table[labels]
        green = shares[..., covers.GREEN]
        varied = green * self.vigour[..., None]
        shares[..., covers.GREEN] = varied
        shares[..., covers.BARE[0]] += (green - varied).sum(axis=-1)
        for index in covers.BARE:
            shares[..., index] *= self.tone
        return softened(shares)


@lru_cache(maxsize=1)
def the_surface() -> Surface:
    """The sample's ground; made once per process."""
    painter = _Painter()
    painter.paint_lake()
    for patch in ground.patches():
        painter.paint(patch)
    labels = painter.labels
    parts = tuple(labels[i::_SUB, j::_SUB].copy() for i in range(_SUB) for j in range(_SUB))
    table = tuple(painter.covers)
    is_water = np.array([cover.plant.ground == "water" for cover in table], np.float32)
    water: Map = np.stack([is_water[part] for part in parts]).mean(axis=0, dtype=np.float32)
    rough = np.array([cover.roughness for cover in table], np.float32)[parts[0]]
    return Surface(table, parts, _vigour(rough, painter.rows), _soil_tone(), water)


def _vigour(roughness: Map, rows: Map) -> Map:
    """Patchy growth plus the stripes of tramlines and beds."""
    rng = np.random.default_rng([ground.SEED, 4])
    size = CANVAS.width_px
    patchy = fractal(rng, size, slope=1.5, coarsest_px=22)
    fine = rng.standard_normal((size, size)).astype(np.float32)
    factor = 1 + roughness * (0.75 * patchy + 0.25 * fine + 0.3 * rows - 0.4)
    return np.asarray(np.clip(factor, 0.3, 1.04), np.float32)


def _soil_tone() -> Map:
    """Clay and sand of a former sea floor: broad patches cut by old creeks."""
    rng = np.random.default_rng([ground.SEED, 5])
    size = CANVAS.width_px
    broad = fractal(rng, size, slope=1.7, coarsest_px=90)
    creeks = np.exp(-((fractal(rng, size, slope=2.0, coarsest_px=120) / 0.10) ** 2))
    fine = fractal(rng, size, slope=0.8, coarsest_px=12)
    return np.asarray(1 + 0.07 * broad + 0.13 * creeks + 0.018 * fine, np.float32)


class _Painter:
    """A canvas of points, `_SUB` x `_SUB` for each pixel; the last patch painted is seen."""

    def __init__(self) -> None:
        step = CANVAS.resolution_m / _SUB
        along = (np.arange(CANVAS.width_px * _SUB) + 0.5) * step
        self._east, self._north = CANVAS.left + along, CANVAS.top - along
        self._u, self._v = ground.to_frame(self._east[None, :], self._north[:, None])
        self.covers: list[Cover] = [Cover(covers.VERGE, roughness=0.1)]
        self.labels: NDArray[np.int16] = np.zeros(self._u.shape, np.int16)
        self.rows: Map = np.zeros(_SHAPE, np.float32)

    def paint_lake(self) -> None:
        """Everything beyond the dike, and the dike with the road on it."""
        a, b, c = np.array(ground.LAND).T[:, :, None, None]
        beyond = (a * self._u + b * self._v - c).max(axis=0)
        for start, cover in (
            (0.0, Cover(covers.DIKE)),
            (9.0, Cover(covers.PAVEMENT)),
            (15.0, Cover(covers.DIKE)),
            (ground.DIKE_WIDTH - 7, Cover(covers.PAVEMENT, tone=0.7)),
            (ground.DIKE_WIDTH, Cover(covers.OPEN_WATER)),
        ):
            self.labels[beyond > start] = self._label(cover)

    def paint(self, patch: ground.Patch) -> None:
        """Cover the points inside the patch."""
        window = self._window(patch.outline)
        u, v = self._u[window], self._v[window]
        inside = np.ones(u.shape, bool)
        for (u0, v0), (u1, v1) in zip(patch.outline, patch.outline[1:] + patch.outline[:1]):
            inside &= (u1 - u0) * (v - v0) - (v1 - v0) * (u - u0) >= 0
        self.labels[window][inside] = self._label(patch.cover)
        if patch.cover.plant.code:
            stripes = np.sin((u, v)[1 - patch.rows] * (2 * np.pi / _ROW_PERIOD_M))
            self._stripe(window, inside, stripes)

    def _stripe(self, window: tuple[slice, slice], inside: Map, stripes: Map) -> None:
        rows, cols = (slice(-(-part.start // _SUB), part.stop // _SUB) for part in window)
        skip = tuple(slice(-part.start % _SUB, None, _SUB) for part in window)
        shape = self.rows[rows, cols].shape
        values, chosen = (a[skip][: shape[0], : shape[1]] for a in (stripes, inside))
        self.rows[rows, cols][chosen] = values[chosen]

    def _label(self, cover: Cover) -> int:
        self.covers.append(cover)
        return len(self.covers) - 1

    def _window(self, outline: ground.Polygon) -> tuple[slice, slice]:
        east, north = np.array([ground.to_utm(point) for point in outline]).T
        cols = np.searchsorted(self._east, (east.min(), east.max()))
        rows = np.searchsorted(-self._north, (-north.max(), -north.min()))
        return slice(int(rows[0]), int(rows[1])), slice(int(cols[0]), int(cols[1]))
