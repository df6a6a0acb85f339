"""The ground a chip covers, held against what scenes say of their extent."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING

from .model import Grid, Scene
from .projection import WGS84, transformer

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

NOTHING = 1 / 512**2  # share of a chip: one pixel of the largest
_STEPS = 8  # points on an edge of the chip, so that it bends with the projection


class Ground:
    """The chip's square held against what scenes say of their extent.

    Shapes are in degrees beside the chip, so nothing jumps at the antimeridian. What a scene
    does not say (tile bounds, footprint) is taken to cover the chip.
    """

    def __init__(self, grid: Grid) -> None:
        self.epsg = grid.epsg
        self._edge = _edge_of(grid)
        self._pieces: dict[Hashable, BaseGeometry] = {}
        self._square = _unwrapped(self._square_in(WGS84))
        self._area, self._middle = float(self._square.area), _middle(self._square)

    def out_of_reach(self, scene: Scene) -> str:
        """Why the scene shows nothing of the chip, for people; empty if it may show something."""
        if self.share(self._piece_in_tile(scene)) <= 0.0:
            return "its tile does not reach the chip"
        outline = self._outline(scene)
        if outline is not None and not outline.intersects(self._square):
            return "its footprint does not touch the chip"
        return ""

    def is_covered(self, scene: Scene) -> bool:
        """The scene's tile holds the whole chip, with or without data; else see the footprint."""
        bounded = scene.epsg and scene.tile_bounds is not None
        shown = self._piece_in_tile(scene) if bounded else self.shown_by([scene])
        return self.share(shown) >= 1.0 - NOTHING

    def valid_share(self, picture: Sequence[Scene]) -> float:
        """Share of the chip where data can be hoped for, 0..1, as coarse as what is known.

        Footprints are rough: per cent. Without one the tile's share of no data has to stand in,
        which says little about the chip: tenths.
        """
        lead = picture[0]
        share = self.share(self.shown_by(picture))
        if lead.footprint is not None or lead.nodata_pct is None:
            return round(share, 2)
        return round(share * (1.0 - lead.nodata_pct / 100.0), 1)

    def margin_m(self, scene: Scene) -> float:
        """Metres from the chip to the nearest edge of the tile, negative where it sticks out."""
        if not scene.epsg or scene.tile_bounds is None:
            return -math.inf
        left, bottom, right, top = self._square_in(scene.epsg).bounds
        west, south, east, north = scene.tile_bounds
        return round(float(min(left - west, bottom - south, east - right, north - top)))

    def shown_by(self, picture: Iterable[Scene]) -> BaseGeometry:
        """The piece of the chip that the scenes' tiles and footprints leave together."""
        shown = [self._shown(scene) for scene in picture]
        if len(shown) == 1:
            return shown[0]
        from shapely.ops import unary_union

        return unary_union(shown)

    def share(self, piece: BaseGeometry) -> float:
        """Area of `piece` as a share of the chip, 0..1."""
        return 1.0 if piece is self._square else float(piece.area / self._area)

    def _shown(self, scene: Scene) -> BaseGeometry:
        outline = self._outline(scene)
        piece = self._piece_in_tile(scene)
        return piece if outline is None else piece.intersection(outline)

    def _piece_in_tile(self, scene: Scene) -> BaseGeometry:
        if not scene.epsg or scene.tile_bounds is None:
            return self._square
        key = (scene.epsg, scene.tile_bounds)
        if key not in self._pieces:
            self._pieces[key] = self._cut(scene.epsg, scene.tile_bounds)
        return self._pieces[key]

    def _cut(self, epsg: int, bounds: tuple[float, float, float, float]) -> BaseGeometry:
        from shapely.geometry import box

        square = self._square_in(epsg)
        piece = square.intersection(box(*bounds))
        if piece.area >= square.area * (1.0 - NOTHING):
            return self._square
        from shapely.ops import transform

        return self._beside(transform(transformer(epsg, WGS84).transform, piece))

    def _square_in(self, epsg: int) -> BaseGeometry:
        from shapely.geometry import Polygon

        xs, ys = zip(*self._edge)
        if epsg != self.epsg:
            xs, ys = transformer(self.epsg, epsg).transform(xs, ys)
        return Polygon(list(zip(xs, ys)))

    def _outline(self, scene: Scene) -> BaseGeometry | None:
        """The footprint, made valid; None if it is unknown or says nothing."""
        if scene.footprint is None or scene.footprint.is_empty:
            return None
        outline = self._beside(scene.footprint)
        return None if outline.area == 0.0 else outline

    def _beside(self, shape: BaseGeometry) -> BaseGeometry:
        """`shape` in one piece, moved by whole turns to where the chip is, and made valid."""
        if shape.is_empty:
            return shape
        shape = _unwrapped(shape)
        turns = round((self._middle - _middle(shape)) / 360.0)
        return _made_valid(_turned(shape, turns))


def _edge_of(grid: Grid) -> list[tuple[float, float]]:
    """Points along the chip's outer edge in its own CRS, once around."""
    left, bottom, right, top = grid.bounds
    corners = [(left, bottom), (right, bottom), (right, top), (left, top)]
    return [
        (x0 + (x1 - x0) * step / _STEPS, y0 + (y1 - y0) * step / _STEPS)
        for (x0, y0), (x1, y1) in zip(corners, corners[1:] + corners[:1])
        for step in range(_STEPS)
    ]


def _unwrapped(shape: BaseGeometry) -> BaseGeometry:
    """A shape that seems wider than half the earth crosses the antimeridian: 0..360 instead."""
    west, _, east, _ = shape.bounds
    if east - west <= 180.0:
        return shape
    from shapely.ops import transform

    # given a sequence this raises TypeError, upon which shapely goes point by point
    return transform(lambda lon, lat, *_: (lon + 360.0 if lon < 0.0 else lon, lat), shape)


def _turned(shape: BaseGeometry, turns: int) -> BaseGeometry:
    if not turns:
        return shape
    from shapely.affinity import translate

    return translate(shape, xoff=360.0 * turns)


def _made_valid(shape: BaseGeometry) -> BaseGeometry:
    if shape.is_valid:
        return shape
    from shapely.validation import make_valid

    return make_valid(shape).buffer(0)


def _middle(shape: BaseGeometry) -> float:
    west, _, east, _ = shape.bounds
    return float(west + east) / 2.0
