"""Which part of a chip a scene covers, by the tile bounds and footprint that it states."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..coordinates import in_one_piece
from ..model import Grid, Scene
from ..projection import WGS84, to_wgs84, transformer
from ..reasons import Reason

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

NOTHING = 1 / 512**2  # share of a chip: one pixel of the largest
HELD = 0.7
"""Of a footprint's area lies in its tile at least: boxes along meridians around a turned tile
are larger by a third at most."""
MOST_TANGLED_POINTS = 50
"""A ring that crosses itself with more of them may take minutes to be mended."""
_STEPS = 8  # points on an edge of the chip, so that it bends with the projection

_Bounds = tuple[float, float, float, float]
_Tile = tuple[int, _Bounds]


@dataclass(frozen=True)
class SceneCoverage:
    """What a scene shows of the chip, by the extent it states.

    Attributes:
        out_of_reach: why it shows nothing, for people; empty if it may show something.
        is_covered: its tile holds the whole chip; without bounds, its footprint does.
        is_doubted: the tile's bounds contradict the footprint, and don't count.
        margin_m: from the chip to the nearest edge of the tile, negative where it sticks out.
        shown: the piece of the chip, in degrees.
    """

    out_of_reach: str
    is_covered: bool
    is_doubted: bool
    margin_m: float
    shown: BaseGeometry


@dataclass(frozen=True)
class _NearFootprint:
    """A footprint as stated, and moved next to the chip; None if it is empty."""

    stated: BaseGeometry
    beside: BaseGeometry | None


class ChipCoverage:
    """The chip's square compared with the extent that scenes state.

    Shapes are in degrees next to the chip, so nothing jumps at the antimeridian. What a scene
    does not say (tile bounds, footprint) is taken to cover the chip; so are tile bounds that
    contradict the footprint, as providers get them wrong more often. What is worked out for one
    scene is remembered for all that say the same.
    """

    def __init__(self, grid: Grid) -> None:
        self.epsg = grid.epsg
        self._edge = _edge_of(grid)
        self._pieces: dict[_Tile, BaseGeometry] = {}
        self._tiles: dict[_Tile, BaseGeometry] = {}
        self._outlines: dict[int, _NearFootprint] = {}
        self._by_extent: dict[Hashable, SceneCoverage] = {}
        self._squares: dict[int, BaseGeometry] = {}
        self._square = in_one_piece(self._square_in(WGS84))
        self._area, self._middle = float(self._square.area), _middle(self._square)

    def of(self, scene: Scene) -> SceneCoverage:
        """What a scene shows of the chip."""
        # A footprint is known by its object, which `_outlines` keeps alive.
        outline = self._outline(scene)
        key = (scene.epsg, scene.tile_bounds, id(scene.footprint))
        if key not in self._by_extent:
            self._by_extent[key] = self._judged(scene, outline)
        return self._by_extent[key]

    def out_of_reach(self, scene: Scene) -> str:
        """Why the scene shows nothing of the chip, for people; empty if it may show something."""
        return self.of(scene).out_of_reach

    def is_covered(self, scene: Scene) -> bool:
        """The scene's tile holds the whole chip, with or without data; else see the footprint."""
        return self.of(scene).is_covered

    def is_doubted(self, scene: Scene) -> bool:
        """The bounds of the scene's tile contradict its footprint."""
        return self.of(scene).is_doubted

    def valid_share(self, tile: Sequence[Scene]) -> float:
        """Share of the chip where data can be hoped for, 0..1, as coarse as what is known.

        Footprints are rough: per cent. Without one the tile's share of no data has to stand in,
        which says little about the chip: tenths.
        """
        lead = tile[0]
        share = self.share(self.shown_by(tile))
        if lead.footprint is not None or lead.nodata_pct is None:
            return round(share, 2)
        return round(share * (1.0 - lead.nodata_pct / 100.0), 1)

    def margin_m(self, scene: Scene) -> float:
        """Metres from the chip to the nearest edge of the tile, negative where it sticks out."""
        return self.of(scene).margin_m

    def shown_by(self, tile: Iterable[Scene]) -> BaseGeometry:
        """The piece of the chip that the scenes' tiles and footprints leave together."""
        shown = list({id(piece): piece for piece in (self.of(one).shown for one in tile)}
                     .values())  # fmt: skip
        if len(shown) == 1:
            return shown[0]
        from shapely.ops import unary_union

        return unary_union(shown)

    def share(self, piece: BaseGeometry) -> float:
        """Area of `piece` as a share of the chip, 0..1."""
        return 1.0 if piece is self._square else float(piece.area / self._area)

    def _judged(self, scene: Scene, outline: BaseGeometry | None) -> SceneCoverage:
        piece = self._piece_in_tile(scene)
        is_doubted = piece is not self._square and self._contradicts(scene, outline)
        piece = self._square if is_doubted else piece
        sees_all = outline is None or outline.contains(self._square)
        shown = piece if sees_all else piece.intersection(outline)
        is_bounded = bool(scene.epsg) and scene.tile_bounds is not None
        reason = ""
        if self.share(piece) <= 0.0:
            reason = Reason("its tile does not reach the chip")
        elif outline is not None and not sees_all and not outline.intersects(self._square):
            reason = Reason("its footprint does not touch the chip")
        return SceneCoverage(
            out_of_reach=reason,
            is_covered=self.share(piece if is_bounded else shown) >= 1.0 - NOTHING,
            is_doubted=is_doubted,
            margin_m=self._margin_m(scene),
            shown=shown,
        )

    def _margin_m(self, scene: Scene) -> float:
        if not scene.epsg or scene.tile_bounds is None:
            return -math.inf
        left, bottom, right, top = self._square_in(scene.epsg).bounds
        west, south, east, north = scene.tile_bounds
        margin = min(left - west, bottom - south, east - right, north - top)
        return round(float(margin)) if math.isfinite(margin) else -math.inf

    def _contradicts(self, scene: Scene, outline: BaseGeometry | None) -> bool:
        """True where much of the footprint lies beyond the tile, or the chip lies in it alone."""
        if outline is None or not outline.intersects(self._square):
            return False
        if not self._piece_in_tile(scene).area:
            return True
        return bool(outline.intersection(self._tile(scene)).area < HELD * outline.area)

    def _tile(self, scene: Scene) -> BaseGeometry:
        """The tile's bounds in degrees; empty where they make no sense."""
        from shapely.geometry import Polygon

        key = (scene.epsg, scene.tile_bounds or (0.0, 0.0, 0.0, 0.0))
        if key not in self._tiles:
            xs, ys = transformer(key[0], WGS84).transform(*zip(*_edge(*key[1])))
            self._tiles[key] = self._beside(_finite(Polygon(list(zip(xs, ys)))))
        return self._tiles[key]

    def _piece_in_tile(self, scene: Scene) -> BaseGeometry:
        if not scene.epsg or scene.tile_bounds is None:
            return self._square
        key = (scene.epsg, scene.tile_bounds)
        if key not in self._pieces:
            self._pieces[key] = self._cut(scene.epsg, scene.tile_bounds)
        return self._pieces[key]

    def _cut(self, epsg: int, bounds: _Bounds) -> BaseGeometry:
        from shapely.geometry import box

        square = _finite(self._square_in(epsg))
        piece = square.intersection(box(*bounds))
        if piece.area and piece.area >= square.area * (1.0 - NOTHING):
            return self._square
        return self._beside(_finite(to_wgs84(piece, epsg)))

    def _square_in(self, epsg: int) -> BaseGeometry:
        from shapely.geometry import Polygon

        if epsg not in self._squares:
            xs, ys = zip(*self._edge)
            if epsg != self.epsg:
                xs, ys = transformer(self.epsg, epsg).transform(xs, ys)
            self._squares[epsg] = Polygon(list(zip(xs, ys)))
        return self._squares[epsg]

    def _outline(self, scene: Scene) -> BaseGeometry | None:
        """The footprint, made valid; None if it is unknown or says nothing."""
        footprint = scene.footprint
        if footprint is None:
            return None
        known = self._outlines.get(id(footprint))
        if known is None:
            beside = self._beside(_finite(footprint))
            known = _NearFootprint(footprint, beside if beside.area > 0.0 else None)
            self._outlines[id(footprint)] = known
        return known.beside

    def _beside(self, shape: BaseGeometry) -> BaseGeometry:
        """`shape` in one piece, moved by whole turns to where the chip is, and made valid."""
        if shape.is_empty:
            return shape
        shape = in_one_piece(shape)
        turns = round((self._middle - _middle(shape)) / 360.0)
        return _made_valid(_turned(shape, turns))


def _finite(shape: BaseGeometry) -> BaseGeometry:
    """The shape; an empty one where some of it lies nowhere."""
    from shapely.geometry import Polygon

    return shape if shape.is_empty or all(map(math.isfinite, shape.bounds)) else Polygon()


def _edge_of(grid: Grid) -> list[tuple[float, float]]:
    """Points along the chip's outer edge in its own CRS, once around."""
    return _edge(*grid.bounds)


def _edge(left: float, bottom: float, right: float, top: float) -> list[tuple[float, float]]:
    corners = [(left, bottom), (right, bottom), (right, top), (left, top)]
    return [
        (x0 + (x1 - x0) * step / _STEPS, y0 + (y1 - y0) * step / _STEPS)
        for (x0, y0), (x1, y1) in zip(corners, corners[1:] + corners[:1])
        for step in range(_STEPS)
    ]


def _turned(shape: BaseGeometry, turns: int) -> BaseGeometry:
    if not turns:
        return shape
    from shapely.affinity import translate

    return translate(shape, xoff=360.0 * turns)


def _made_valid(shape: BaseGeometry) -> BaseGeometry:
    if shape.is_valid:
        return shape
    from shapely.validation import make_valid

    if _points_of(shape) > MOST_TANGLED_POINTS:
        return shape.convex_hull
    return make_valid(shape).buffer(0)


def _points_of(shape: BaseGeometry) -> int:
    parts = getattr(shape, "geoms", [shape])
    return sum(len(part.exterior.coords) for part in parts if part.geom_type == "Polygon")


def _middle(shape: BaseGeometry) -> float:
    west, _, east, _ = shape.bounds
    return float(west + east) / 2.0
