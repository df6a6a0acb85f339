"""What a footprint and the hints of a tile say of where a scene lies, also when they are odd."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyproj import Transformer
from shapely.geometry import MultiPolygon, Polygon, box

from cbm_chips.core.scenes.acquisitions import one_per_acquisition
from cbm_chips.core.scenes.coverage import ChipCoverage
from tests.builders import a_grid, a_scene, tile_at
from tests.core.scenes.overpasses import (
    FU,
    GRID,
    GU,
    IN_FU_AND_GU,
    ids,
    in_degrees,
    in_words,
    part_of,
)


def test_a_scene_whose_footprint_misses_the_chip_is_dropped_with_a_reason():
    elsewhere = box(10, 40, 11, 41)

    selection = one_per_acquisition([a_scene(footprint=elsewhere)], GRID)

    assert selection.scenes == ()
    assert [drop.because for drop in selection.dropped] == ["its footprint does not touch the chip"]


def test_a_scene_whose_tile_ends_before_the_chip_is_dropped_with_a_reason():
    its_own = part_of(replace(GRID, left=GRID.left + 40_000))
    selection = one_per_acquisition([a_scene(**GU, footprint=its_own)], GRID)

    assert [drop.because for drop in selection.dropped] == ["its tile does not reach the chip"]


def test_a_date_without_an_outline_does_not_go_unseen_for_its_tile_alone():
    selection = one_per_acquisition([a_scene("far", **GU, footprint=None)], GRID)

    assert not selection.scenes
    assert not selection.dropped
    (lost,) = selection.unusable
    assert lost.scene.id == "far"
    assert "its tile does not reach the chip" in lost.reason
    assert "no outline" in lost.reason


FAR = {"tile": "31UFU", "footprint": part_of(GRID)}
NEIGHBOURS_BOX = tile_at(199_980, 5_900_040)
WRONG_HINTS = [
    {"epsg": 32632},
    {"epsg": 32632, "tile_bounds": NEIGHBOURS_BOX},
    {"epsg": 32660},
    {"epsg": 3857},
    {"epsg": 32761},
    {"tile_bounds": tile_at(699_960, 5_900_040)},
    {"footprint": box(5, 52, 6, 53), "tile_bounds": (600_000.0, 5_700_000.0, 649_000.0, 6e6)},
    {"tile_bounds": (600_000.0, 5_890_000.0, 610_980.0, 5_900_040.0)},
    {"tile_bounds": (-1e8, -1e8, -9e7, -9e7)},
    {"epsg": 32632, "tile_bounds": (-1e8, -1e8, 1e8, 1e8)},
    {"epsg": 5041, "tile_bounds": (0.0, 0.0, 1e3, 1e3)},
]


@pytest.mark.parametrize("hints", WRONG_HINTS, ids=in_words)
def test_hints_of_a_tile_do_not_outvote_the_outline(hints):
    listed = [a_scene(**{**FAR, **hints})]

    assert ids(one_per_acquisition(listed, GRID).scenes) == [listed[0].id]


@pytest.mark.parametrize("hints", WRONG_HINTS, ids=in_words)
def test_a_scene_whose_hints_make_sense_comes_before_one_whose_do_not(hints):
    sound = a_scene("sound", footprint=part_of(GRID), **FU)
    listed = [a_scene("odd", **{**FAR, "tile": "31UAA", **hints}), sound]

    (kept,) = one_per_acquisition(listed, GRID).scenes

    assert kept.id == "sound"


@pytest.mark.parametrize("lat", [0.5, 30.0, 52.7, 70.0, 83.0])
@pytest.mark.parametrize("off", [-3.0, 0.0, 3.0])
def test_a_box_along_meridians_around_a_tile_does_not_contradict_it(lat, off):
    x, y = Transformer.from_crs(4326, 32631, always_xy=True).transform(3.0 + off, lat)
    tile = (x, y, x + 109_800, y + 109_800)
    grid = a_grid(left=x + 109_000, top=y + 50_000)  # sticks out of it
    around = box(*in_degrees(tile).bounds)

    assert not ChipCoverage(grid).is_doubted(a_scene(tile_bounds=tile, footprint=around))


class Unheard(Exception):
    """Nobody thought of it."""


class OddOutline:
    """Fails at whatever is asked of it."""

    def __str__(self):
        return "that fails"

    @property
    def is_empty(self):
        raise Unheard("whatever")

    @property
    def bounds(self):
        raise Unheard("whatever")


@pytest.mark.parametrize(
    "odd",
    [
        {"footprint": OddOutline()},
        {"epsg": 999_999},
        {"epsg": -7},
        {"tile_bounds": ("a", "b", "c", "d")},
        {"tile_bounds": ()},
    ],
    ids=in_words,
)
def test_a_scene_whose_extent_cannot_be_judged_costs_itself_alone(odd, caplog):
    good = a_scene("good", "2020-03-08T10:36:34", datatake="another", footprint=part_of(GRID))
    bad = a_scene("bad", **odd)

    selection = one_per_acquisition([bad, good], GRID)

    assert ids(selection.scenes) == ["good"]
    assert [one.scene.id for one in selection.unusable] == ["bad"]
    assert "can't be judged" in selection.unusable[0].reason
    assert "Traceback" in caplog.text


def test_a_broken_footprint_is_mended():
    west, south, east, north = part_of(IN_FU_AND_GU).bounds
    bow_tie = Polygon([(west, south), (east, north), (east, south), (west, north)])
    full = a_scene("gu", footprint=part_of(IN_FU_AND_GU), **GU)

    (kept,) = one_per_acquisition(
        [a_scene("fu", footprint=bow_tie, **FU), full], IN_FU_AND_GU
    ).scenes

    assert (kept.id, kept.parts) == ("gu", ())


@pytest.mark.parametrize("footprint", [Polygon(), Polygon([(5, 52), (5, 52), (5, 52)])])
def test_a_footprint_without_area_says_nothing(footprint):
    assert len(one_per_acquisition([a_scene(footprint=footprint)], GRID).scenes) == 1


FIJI = a_grid(left=824_000.0, top=8_000_000.0, epsg=32760)  # about 180 E, 18 S


@pytest.mark.parametrize(
    "footprint",
    [
        MultiPolygon([box(179, -19, 180, -17), box(-180, -19, -179, -17)]),
        Polygon([(179, -19), (-179, -19), (-179, -17), (179, -17)]),
        box(179, -19, 181, -17),
        box(-181, -19, -179, -17),
    ],
    ids=["split", "wide", "beyond 180", "beyond -180"],
)
@pytest.mark.parametrize("left", [815_000.0, 817_200.0, 824_000.0])
def test_a_footprint_across_the_antimeridian_shows_chips_on_either_side(footprint, left):
    bounds = (799_980.0, 7_900_000.0, 909_780.0, 8_009_800.0)
    grid = replace(FIJI, left=left)
    seen = {"tile": "60KYF", "epsg": 32760, "tile_bounds": bounds}
    partial = replace(a_scene("half", footprint=part_of_fiji(grid), **seen), tile="60KXX")

    selection = one_per_acquisition([a_scene(footprint=footprint, **seen), partial], grid)

    assert [(scene.tile, scene.parts) for scene in selection.scenes] == [("60KYF", ())]


def part_of_fiji(grid):
    width = grid.right - grid.left
    return in_degrees((grid.left, grid.bottom, grid.left + width / 100, grid.top), 32760)
