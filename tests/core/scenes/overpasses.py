"""Made scenes of overpasses, and what is told of a choice among them."""

from __future__ import annotations

from collections import Counter

from pyproj import Transformer
from shapely.geometry import Polygon, box

from cbm_chips.core.coordinates import with_coordinates
from tests.builders import a_grid, a_scene, tile_at

GRID = a_grid()
IN_FU_AND_GU = a_grid(left=703_000.0)  # 5520 m from the edge of 31UFU, 3040 m from that of 31UGU
ACROSS_THE_EDGE_OF_FU = a_grid(left=709_000.0)
FU = {"tile": "31UFU", "tile_bounds": tile_at(600_000, 5_900_040)}
GU = {"tile": "31UGU", "tile_bounds": tile_at(699_960, 5_900_040)}


def in_degrees(bounds, epsg=32631):
    to_degrees = Transformer.from_crs(epsg, 4326, always_xy=True).transform
    return with_coordinates(box(*bounds), to_degrees)


def part_of(grid, west=0.0, south=0.0, east=1.0, north=1.0):
    """A footprint that shows this share of the chip, and ground beyond it where it reaches 0/1."""
    width, height = grid.right - grid.left, grid.top - grid.bottom
    beyond = 5000
    return in_degrees(
        (
            grid.left + west * width - beyond * (west == 0),
            grid.bottom + south * height - beyond * (south == 0),
            grid.left + east * width + beyond * (east == 1),
            grid.bottom + north * height + beyond * (north == 1),
        )
    )


def other_zone(grid, tile="32ULD", west_of_chip=20_000):
    """A tile of zone 32 that holds the whole chip."""
    across = Transformer.from_crs(grid.epsg, 32632, always_xy=True)
    x, y = across.transform(grid.left, grid.top)
    return {"tile": tile, "epsg": 32632, "tile_bounds": tile_at(x - west_of_chip, y + 20_000)}


def in_words(hints):
    """The same in every process: a shape is not told by its address in memory."""
    return ", ".join(
        name if isinstance(hint, Polygon) else f"{name} {hint}" for name, hint in hints.items()
    )


def ids(scenes):
    return [scene.id for scene in scenes]


def told(selection):
    """All that the rule decided, as ids and notes that can be compared."""

    def name(scene):
        return (scene.id, scene.note)

    def picture(scene):
        return (name(scene), [picture(s) for s in scene.parts], [name(s) for s in scene.fallbacks])

    return (
        [picture(scene) for scene in selection.scenes],
        [(name(drop.scene), drop.because, drop.kept) for drop in selection.dropped],
    )


def accounted(selection):
    """How often each scene came back, by its note."""
    notes = Counter(drop.scene.note for drop in selection.dropped)
    for scene in selection.scenes:
        for piece in (scene, *scene.parts):
            notes[piece.note] += 1
            notes.update(fallback.note for fallback in piece.fallbacks)
    return notes


def on_day(day, name, **others):
    take = f"S2A_{day.replace('-', '')}T103021"
    return a_scene(f"{name} {day}", f"{day}T10:36:34", datatake=take, **others)
