"""Where everything lies in the sample: a polder with roads, ditches, fields, farms and a dike.

Positions are metres from the centre in the polder's own frame (u, v), which is turned against
north as the fields of the Noordoostpolder are. All patches are convex.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin
from typing import TYPE_CHECKING, Any

import numpy as np

from ..array_lists import as_list
from . import covers
from .covers import Cover, Plant

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Metres = NDArray[np.floating[Any]]

Point = tuple[float, float]
Polygon = tuple[Point, ...]
Box = tuple[float, float, float, float]
"""u0, v0, u1, v1"""
HalfPlane = tuple[float, float, float]
"""a, b, c: the points with a * u + b * v <= c"""

SEED = 315141
CENTRE_E, CENTRE_N = 680041.36, 5841610.99
"""5.66425 E, 52.69444 N in EPSG:32631: the middle of the parcel in the centre."""

_TURN = radians(11.0)
_ROADS_U = (-3980, -2840, -1700, -575, 610, 1720, 2860, 4000)
_DITCHES_V = (-3900, -3010, -2120, -1260, -430, 450, 1330, 2220, 3110, 4000)
_ROAD_MARGIN, _DITCH_MARGIN, _FIELD_MARGIN = 14.0, 11.0, 4.0
_CENTRE_FIELD: Box = (-114.0, -174.0, 114.0, 174.0)
_VILLAGE, _WOOD = (610, -2120), (-1700, 1330)
LAND: tuple[HalfPlane, ...] = ((-0.62, -0.7846, 2040.0), (-0.95, -0.3122, 2330.0))
DIKE_WIDTH = 38.0
_CANAL: HalfPlane = (0.3134, 0.9496, 855.0)
_CANAL_HALF_WIDTH, _BANK = 18.0, 14.0
_LARGEST_FIELD, _SMALLEST_FIELD = 12.0e4, 1.2e4
_CENTRE_MOWINGS = (127.0, 166.6, 218.0, 263.0)


@dataclass(frozen=True)
class Patch:
    """A convex piece of ground; `rows` is 0 or 1, the axis its plant rows run along."""

    outline: Polygon
    cover: Cover
    rows: int = 0


def to_utm(point: Point) -> Point:
    """From the polder's frame to easting and northing."""
    u, v = point
    east = u * cos(_TURN) - v * sin(_TURN)
    north = u * sin(_TURN) + v * cos(_TURN)
    return CENTRE_E + east, CENTRE_N + north


def to_frame(east: Metres, north: Metres) -> tuple[Metres, Metres]:
    """From easting and northing to the polder's frame."""
    east, north = east - CENTRE_E, north - CENTRE_N
    return east * cos(_TURN) + north * sin(_TURN), north * cos(_TURN) - east * sin(_TURN)


def clipped(outline: Polygon, keep: HalfPlane) -> Polygon:
    """The part of a convex outline inside a half-plane; empty if there is none."""
    a, b, c = keep
    kept: list[Point] = []
    for (u0, v0), (u1, v1) in zip(outline, outline[1:] + outline[:1]):
        d0, d1 = a * u0 + b * v0 - c, a * u1 + b * v1 - c
        if d0 <= 0:
            kept.append((u0, v0))
        if (d0 < 0 < d1) or (d1 < 0 < d0):
            t = d0 / (d0 - d1)
            kept.append((u0 + t * (u1 - u0), v0 + t * (v1 - v0)))
    return tuple(kept) if len(kept) > 2 else ()


def area_of(outline: Polygon) -> float:
    """Square metres."""
    turns = zip(outline, outline[1:] + outline[:1])
    return abs(sum(u0 * v1 - u1 * v0 for (u0, v0), (u1, v1) in turns)) / 2


def box_outline(box: Box) -> Polygon:
    """Corners, counter-clockwise."""
    u0, v0, u1, v1 = box
    return ((u0, v0), (u1, v0), (u1, v1), (u0, v1))


def fields() -> list[Patch]:
    """All fields, the one in the centre first; farms take a bite out of some."""
    return [patch for patch in _rural() if patch.cover.plant.code]


def patches() -> list[Patch]:
    """Everything but the lake, in the order of painting."""
    return [*_lines(), *_rural(), *_canal(), *_village(), *_wood()]


@lru_cache(maxsize=1)
def _rural() -> tuple[Patch, ...]:
    """Fields and farms, which the picture and the parcels both want."""
    rng = np.random.default_rng([SEED, 1])
    boxes = [box for block in _blocks() for box in _divided(block, rng)]
    boxes.sort(key=lambda box: box != _CENTRE_FIELD)
    found: list[Patch] = []
    for box in boxes:
        field, farm = _farm_at_the_road(box, rng)
        found += list(_cultivated(field, rng))
        found += farm
    return tuple(found)


def _blocks() -> Iterator[Box]:
    for u0, u1 in zip(_ROADS_U, _ROADS_U[1:]):
        for v0, v1 in zip(_DITCHES_V, _DITCHES_V[1:]):
            if (u0, v0) not in (_VILLAGE, _WOOD):
                yield _within_lines((u0, v0, u1, v1))


def _within_lines(box: Box) -> Box:
    u0, v0, u1, v1 = box
    return (u0 + _ROAD_MARGIN, v0 + _DITCH_MARGIN, u1 - _ROAD_MARGIN, v1 - _DITCH_MARGIN)


def _divided(box: Box, rng: np.random.Generator) -> Iterator[Box]:
    """Cut a block into fields; the centre's block around the centre's field."""
    u0, v0, u1, v1 = box
    if u0 < 0 < u1 and v0 < 0 < v1:
        left, bottom, right, top = _CENTRE_FIELD
        yield _CENTRE_FIELD
        beside = ((u0, v0, left, v1), (right, v0, u1, v1))
        for part in (*beside, (left, v0, right, bottom), (left, top, right, v1)):
            yield from _divided_freely(part, rng)
    else:
        yield from _divided_freely(box, rng)


def _divided_freely(box: Box, rng: np.random.Generator) -> Iterator[Box]:
    u0, v0, u1, v1 = box
    width, height = u1 - u0, v1 - v0
    if width * height < rng.uniform(0.35, 1.0) * _LARGEST_FIELD:
        yield box
        return
    at = rng.uniform(0.3, 0.7)
    if width > height * rng.uniform(0.7, 1.6):
        middle = u0 + at * width
        halves: tuple[Box, Box] = ((u0, v0, middle, v1), (middle, v0, u1, v1))
    else:
        middle = v0 + at * height
        halves = ((u0, v0, u1, middle), (u0, middle, u1, v1))
    for half in halves:
        yield from _divided_freely(half, rng)


def _cultivated(box: Box, rng: np.random.Generator) -> Iterator[Patch]:
    """The field in a box, or its parts where dike and canal cut it."""
    u0, v0, u1, v1 = box
    m = _FIELD_MARGIN
    outline = box_outline((u0 + m, v0 + m, u1 - m, v1 - m))
    cover = _grown(box, rng)
    for limit in LAND:
        outline = clipped(outline, limit)
    a, b, c = _CANAL
    reach = _CANAL_HALF_WIDTH + _BANK
    for side in ((a, b, c - reach), (-a, -b, -c - reach)):
        part = clipped(outline, side)
        if part and area_of(part) > _SMALLEST_FIELD:
            yield Patch(part, cover, rows=int(v1 - v0 > u1 - u0))


def _grown(box: Box, rng: np.random.Generator) -> Cover:
    shares = np.array([crop.share for crop in covers.CROPS])
    plant = covers.CROPS[int(rng.choice(len(shares), p=shares / shares.sum()))]
    late = float(rng.normal(0, plant.jitter_days))
    vigour, tone = float(rng.uniform(0.86, 1.04)), float(rng.uniform(0.94, 1.06))
    mowings = np.cumsum(rng.uniform((112, 28, 34, 36), (140, 46, 52, 60)))
    if box == _CENTRE_FIELD:
        return Cover(covers.GRASSLAND, 0.0, 1.0, 1.0, 0.05, _CENTRE_MOWINGS)
    if plant is covers.GRASSLAND:
        cut = tuple(float(day) for day in mowings if rng.uniform() < 0.9)
        return Cover(plant, late, vigour, tone, 0.05, cut)
    return Cover(plant, late, vigour, tone, float(rng.uniform(0.04, 0.09)))


def _farm_at_the_road(box: Box, rng: np.random.Generator) -> tuple[Box, list[Patch]]:
    u0, v0, u1, v1 = box
    at_road = any(abs(u0 - road) < _ROAD_MARGIN + 1 for road in _ROADS_U)
    roomy = 85 < v1 - v0 < 260 and u1 - u0 > 250
    inland = all(a * u0 + b * v0 < c - 150 for a, b, c in LAND)
    off_canal = abs(_CANAL[0] * u0 + _CANAL[1] * v0 - _CANAL[2]) > 300
    if not (at_road and roomy and inland and off_canal and rng.uniform() < 0.75):
        return box, []
    depth = float(rng.uniform(85, 120))
    return (u0 + depth, v0, u1, v1), _farm((u0, v0, u0 + depth, min(v1, v0 + 110)), rng)


def _farm(box: Box, rng: np.random.Generator) -> list[Patch]:
    """A yard behind a belt of trees, with a house and two barns."""
    u0, v0, u1, v1 = box
    found = [
        Patch(box_outline(box), Cover(covers.TREES, roughness=0.15)),
        Patch(box_outline((u0, v0 + 16, u1 - 16, v1 - 16)), Cover(covers.PAVEMENT, tone=1.1)),
    ]
    for _ in range(3):
        u, v = rng.uniform(u0 + 5, u1 - 55), rng.uniform(v0 + 18, v1 - 38)
        length, width = rng.uniform(18, 40), rng.uniform(12, 22)
        roof = Cover(covers.ROOF, tone=float(rng.choice([0.7, 1.0, 1.5])))
        found.append(Patch(box_outline((u, v, u + length, v + width)), roof))
    return found


def _strip(box: Box, plant: Plant) -> Iterator[Patch]:
    outline = box_outline(box)
    for limit in LAND:
        outline = clipped(outline, limit)
    if outline:
        yield Patch(outline, Cover(plant))


def _lines() -> Iterator[Patch]:
    for v in _DITCHES_V:
        yield from _strip((-4000, v - 5.5, 4000, v + 5.5), covers.OPEN_WATER)
    for number, u in enumerate(_ROADS_U):
        if number % 2:
            yield from _strip((u - 13, -4000, u - 6, 4000), covers.TREES)
        half = 7.0 if u == 610 else 3.5
        yield from _strip((u - half, -4000, u + half, 4000), covers.PAVEMENT)


def _canal() -> Iterator[Patch]:
    a, b, c = _CANAL
    for half, plant in (
        (_CANAL_HALF_WIDTH + _BANK, covers.DIKE),
        (_CANAL_HALF_WIDTH, covers.OPEN_WATER),
    ):
        outline = box_outline((-4000, -4000, 4000, 4000))
        for keep in ((a, b, c + half), (-a, -b, half - c), *LAND):
            outline = clipped(outline, keep)
        yield Patch(outline, Cover(plant, roughness=0.02))


def _village() -> Iterator[Patch]:
    u0, v0 = _VILLAGE
    rng = np.random.default_rng([SEED, 2])
    box = _within_lines((u0, v0, u0 + 1110, v0 + 860))
    yield Patch(box_outline(box), Cover(covers.GARDEN, vigour=0.75, roughness=0.3))
    for v in as_list(np.arange(box[1] + 20, box[3] - 30, 62)):
        yield Patch(box_outline((box[0], v, box[2], v + 9)), Cover(covers.PAVEMENT))
        for side in (v + 14, v + 38):
            yield from _houses(box[0], side, box[2], rng)
    for u in as_list(np.arange(box[0] + 90, box[2], 170)):
        yield Patch(box_outline((u, box[1], u + 10, box[3])), Cover(covers.PAVEMENT))
    works = box_outline((box[0] + 700, box[1], box[2], box[1] + 330))
    yield Patch(works, Cover(covers.PAVEMENT, tone=1.15, roughness=0.2))
    for u in as_list(np.arange(box[0] + 715, box[2] - 70, 95)):
        for v in as_list(np.arange(box[1] + 15, box[1] + 300, 80)):
            roof = Cover(covers.ROOF, tone=float(rng.choice([0.6, 1.0, 1.6, 2.3])))
            long, wide = rng.uniform(35, 75), rng.uniform(28, 60)
            yield Patch(box_outline((u, v, u + long, v + wide)), roof)


def _houses(u0: float, v: float, u1: float, rng: np.random.Generator) -> Iterator[Patch]:
    u = u0 + 8
    while u < u1 - 30:
        length = float(rng.choice([10, 24, 36]))
        tone = float(rng.uniform(0.55, 1.15))
        if rng.uniform() < 0.85:
            yield Patch(box_outline((u, v, u + length, v + 10)), Cover(covers.ROOF, tone=tone))
        u += length + float(rng.uniform(5, 14))


def _wood() -> Iterator[Patch]:
    left, bottom = _WOOD
    u0, v0, u1, v1 = _within_lines((left, bottom, left + 1125, bottom + 890))
    rng = np.random.default_rng([SEED, 3])
    yield Patch(box_outline((u0, v0, u1, v1)), Cover(covers.TREES, roughness=0.12))
    for u in as_list(np.arange(u0, u1, 187)):
        late, tone = float(rng.normal(0, 7)), float(rng.uniform(0.85, 1.12))
        stand = Cover(covers.TREES, late, float(rng.uniform(0.85, 1)), tone, 0.14)
        yield Patch(box_outline((u + 5, v0 + 5, min(u + 182, u1), (v0 + v1) / 2 - 4)), stand)
        stand = Cover(covers.TREES, -late, 1.0, 2 - tone, 0.14)
        yield Patch(box_outline((u + 5, (v0 + v1) / 2 + 4, min(u + 182, u1), v1 - 5)), stand)
    yield Patch(box_outline((u0 + 380, v0 + 200, u0 + 560, v0 + 330)), Cover(covers.OPEN_WATER))
