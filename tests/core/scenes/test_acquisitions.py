"""One scene per acquisition, told as the ways in which catalogues list a picture twice."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer
from shapely.geometry import MultiPolygon, Polygon, box

from cbm_chips.core.coordinates import with_coordinates
from cbm_chips.core.scenes.acquisitions import one_per_acquisition
from cbm_chips.core.scenes.coverage import ChipCoverage
from cbm_chips.core.scenes.per_date import Judged, clearest_per_date
from tests.builders import a_grid, a_scene, tile_at, utc

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


def test_a_an_item_seen_on_two_pages_is_one():
    selection = one_per_acquisition([a_scene(), a_scene()], GRID)

    assert ids(selection.scenes) == [a_scene().id]
    assert selection.scenes[0].fallbacks == ()
    assert [drop.because for drop in selection.dropped] == ["listed more than once"]


def test_a_two_versions_of_an_item_do_not_depend_on_their_order():
    before, after = a_scene(generated="20200305"), a_scene(generated="20200401")

    for listed in ([before, after], [after, before]):
        assert one_per_acquisition(listed, GRID).scenes == (after,)


def test_b_the_newer_baseline_wins_and_the_older_stands_by():
    old = a_scene("S2A_31UFU_20200305_0_L2A", "2020-03-05T10:36:34.001", baseline=(2, 14))
    new = a_scene("S2A_31UFU_20200305_1_L2A", "2020-03-05T10:36:34", baseline=(5, 0))

    (kept,) = one_per_acquisition([new, old], GRID).scenes

    assert kept.id == new.id
    assert ids(kept.fallbacks) == [old.id]


def test_b_baselines_are_compared_as_numbers():
    nine, ten = a_scene("nine", baseline=(5, 9)), a_scene("ten", baseline=(5, 10))
    unknown = a_scene("unknown", baseline=None)

    (kept,) = one_per_acquisition([unknown, nine, ten], GRID).scenes

    assert [kept.id, *ids(kept.fallbacks)] == ["ten", "nine", "unknown"]


def test_c_the_first_choice_collection_wins_over_a_newer_baseline():
    first = a_scene("c1", collection="c1", collection_rank=0, baseline=(5, 0))
    filler = a_scene("l2a", collection="l2a", collection_rank=1, baseline=(5, 11))

    (kept,) = one_per_acquisition([filler, first], GRID).scenes

    assert kept.id == "c1"
    assert ids(kept.fallbacks) == ["l2a"]


def test_c_levels_are_never_mixed():
    both = [a_scene("l2a"), a_scene("l1c", level="LEVEL1C")]

    assert sorted(ids(one_per_acquisition(both, GRID).scenes)) == ["l1c", "l2a"]


def test_d_twins_that_share_an_id_are_told_apart_by_the_end_of_the_product_name():
    early = a_scene(product="..._20230626T012901.SAFE", discriminator="20230626T012901")
    late = a_scene(product="..._20230626T012902.SAFE", discriminator="20230626T012902")

    for listed in ([early, late], [late, early]):
        (kept,) = one_per_acquisition(listed, GRID).scenes
        assert kept.product == late.product
        assert [fallback.product for fallback in kept.fallbacks] == [early.product]


def test_e_two_datastrips_of_a_tile_are_parts_of_one_picture_the_fuller_first():
    north = a_scene("north", strip="20250729T175521", footprint=part_of(GRID, south=0.7))
    south = a_scene("south", strip="20250729T180310", footprint=part_of(GRID, north=0.8))

    (kept,) = one_per_acquisition([north, south], GRID).scenes

    assert kept.id == "south"
    assert ids(kept.parts) == ["north"]


def test_e_each_strip_keeps_its_own_fallbacks():
    halves = {"20250729T175521": "north", "20250729T180310": "south"}
    listed = [
        a_scene(f"{half}{baseline}", strip=strip, baseline=(baseline, 0))
        for strip, half in halves.items()
        for baseline in (2, 5)
    ]

    (kept,) = one_per_acquisition(listed, GRID).scenes

    assert [kept.id, *ids(kept.fallbacks)] == ["north5", "north2"]
    assert [(part.id, ids(part.fallbacks)) for part in kept.parts] == [("south5", ["south2"])]


def test_e_strips_that_start_within_ten_seconds_are_one_strip():
    listed = [
        a_scene("a", strip="20200305T103210", baseline=(2, 14)),
        a_scene("b", strip="20200305T103219"),
    ]

    (kept,) = one_per_acquisition(listed, GRID).scenes

    assert (kept.id, kept.parts, ids(kept.fallbacks)) == ("b", (), ["a"])


@pytest.mark.parametrize("strip", [None, "", "unreadable"])
def test_e_a_scene_without_a_strip_belongs_to_the_strip_nearest_in_time(strip):
    listed = [
        a_scene("north", "2025-07-29T18:05:01", strip="20250729T175521"),
        a_scene("south", "2025-07-29T18:05:08", strip="20250729T180310"),
        a_scene("south again", "2025-07-29T18:05:08", strip=strip, baseline=(2, 14)),
    ]

    (kept,) = one_per_acquisition(listed, GRID).scenes

    assert {s.id: ids(s.fallbacks) for s in (kept, *kept.parts)} == {
        "north": [],
        "south": ["south again"],
    }


@pytest.mark.parametrize(("left", "wider", "narrower"), [(703e3, "fu", "gu"), (706e3, "gu", "fu")])
def test_f_of_two_tiles_that_hold_the_chip_the_wider_margin_counts(left, wider, narrower):
    selection = one_per_acquisition([a_scene("gu", **GU), a_scene("fu", **FU)], a_grid(left=left))

    assert [(s.id, s.parts) for s in selection.scenes] == [(wider, ())]
    assert [(drop.scene.id, drop.kept) for drop in selection.dropped] == [(narrower, wider)]


def test_f_a_tile_that_holds_the_whole_chip_comes_before_one_that_holds_a_piece():
    selection = one_per_acquisition(
        [a_scene("fu", **FU), a_scene("gu", **GU)], ACROSS_THE_EDGE_OF_FU
    )

    assert [(s.id, s.parts) for s in selection.scenes] == [("gu", ())]


def test_f_the_chips_own_zone_comes_before_a_wider_margin_in_another():
    warped = a_scene("32", **other_zone(IN_FU_AND_GU))

    selection = one_per_acquisition([warped, a_scene("31", **FU)], IN_FU_AND_GU)

    assert [(s.id, s.parts) for s in selection.scenes] == [("31", ())]
    assert ids(drop.scene for drop in selection.dropped) == ["32"]


def test_f_a_tile_full_of_data_comes_before_one_with_a_wider_margin():
    half = a_scene("fu", footprint=part_of(IN_FU_AND_GU, east=0.5), **FU)
    full = a_scene("gu", footprint=part_of(IN_FU_AND_GU), **GU)

    (kept,) = one_per_acquisition([half, full], IN_FU_AND_GU).scenes

    assert (kept.id, kept.parts) == ("gu", ())


def test_f_without_footprints_the_emptier_tile_comes_second():
    empty, full = a_scene("fu", nodata_pct=93.0, **FU), a_scene("gu", nodata_pct=1.0, **GU)

    assert ids(one_per_acquisition([empty, full], IN_FU_AND_GU).scenes) == ["gu"]


def test_f_a_little_more_no_data_elsewhere_in_the_tile_does_not_change_the_tile_of_a_date():
    fu, gu = a_scene("fu", nodata_pct=0.4, **FU), a_scene("gu", nodata_pct=0.0, **GU)

    assert ids(one_per_acquisition([fu, gu], IN_FU_AND_GU).scenes) == ["fu"]


def test_f_tiles_are_mosaicked_where_none_shows_the_whole_chip_the_own_zone_first():
    west = a_scene("west", footprint=part_of(IN_FU_AND_GU, east=0.5), **FU)
    middle = a_scene("middle", footprint=part_of(IN_FU_AND_GU, west=0.4, east=0.8), **GU)
    warped = a_scene("warped", **other_zone(IN_FU_AND_GU))

    (kept,) = one_per_acquisition([warped, middle, west], IN_FU_AND_GU).scenes

    assert [kept.id, *ids(kept.parts)] == ["west", "middle", "warped"]


def test_f_a_tile_of_another_zone_that_holds_the_whole_chip_comes_before_a_piece():
    piece, whole = a_scene("31", **FU), a_scene("32", **other_zone(ACROSS_THE_EDGE_OF_FU))

    selection = one_per_acquisition([piece, whole], ACROSS_THE_EDGE_OF_FU)

    assert [(s.id, s.parts) for s in selection.scenes] == [("32", ())]


def test_f_a_piece_in_the_own_zone_fills_gaps_before_a_whole_tile_of_another():
    grid = a_grid(left=699_000.0)  # 31UGU begins at 699 960 m
    listed = [
        a_scene("warped", **other_zone(grid)),
        a_scene("piece", **GU),
        a_scene("half", footprint=part_of(grid, east=0.5), **FU),
    ]

    (kept,) = one_per_acquisition(listed, grid).scenes

    assert [kept.id, *ids(kept.parts)] == ["half", "piece", "warped"]


def test_f_at_the_swaths_edge_a_tile_that_shows_the_same_piece_is_not_read():
    swath = part_of(IN_FU_AND_GU, east=0.4)
    listed = [a_scene("fu", footprint=swath, **FU), a_scene("gu", footprint=swath, **GU)]

    selection = one_per_acquisition(listed, IN_FU_AND_GU)

    assert [(s.id, s.parts) for s in selection.scenes] == [("fu", ())]
    assert ids(drop.scene for drop in selection.dropped) == ["gu"]


def test_f_all_pieces_of_a_needless_tile_are_reported():
    listed = [a_scene("fu", **FU)] + [
        a_scene(f"gu {strip} {major}", strip=f"20200305T{strip}", baseline=(major, 0), **GU)
        for strip in ("103210", "104000")
        for major in (2, 5)
    ]

    selection = one_per_acquisition(listed, IN_FU_AND_GU)

    assert ids(selection.scenes) == ["fu"]
    assert len(selection.dropped) == 4
    assert all(drop.scene.fallbacks == () for drop in selection.dropped)


def test_f_the_dates_share_the_tile_that_most_of_them_have():
    days = [f"2020-03-{day:02}" for day in (5, 8, 10)]
    in_gu = [_on(day, "gu", **GU) for day in days]
    in_fu = [_on(days[0], "fu", **FU)]

    assert {s.tile for s in one_per_acquisition(in_gu + in_fu, IN_FU_AND_GU).scenes} == {"31UGU"}


def _on(day, name, **others):
    take = f"S2A_{day.replace('-', '')}T103021"
    return a_scene(f"{name} {day}", f"{day}T10:36:34", datatake=take, **others)


def test_f_a_tile_without_known_bounds_is_judged_by_its_footprint():
    partly = {"tile": "31UGU", "tile_bounds": None, "footprint": part_of(GRID, east=0.5)}
    listed = [a_scene("partly", **partly), a_scene("whole", tile="31UXX", tile_bounds=None)]

    (kept,) = one_per_acquisition(listed, GRID).scenes

    assert (kept.id, kept.parts) == ("whole", ())


def test_g_neighbouring_orbits_are_two_dates_oldest_first():
    listed = [_on("2020-03-08", "r098"), _on("2020-03-05", "r141")]

    assert ids(one_per_acquisition(listed, GRID).scenes) == ["r141 2020-03-05", "r098 2020-03-08"]


def test_h_two_satellites_on_one_day_are_two_observations():
    listed = [
        a_scene("a", "2026-06-28T11:54:00", platform="S2A", datatake="S2A_20260628T114401"),
        a_scene("b", "2026-06-28T11:43:00", platform="S2B", datatake="S2B_20260628T113321"),
    ]

    assert ids(one_per_acquisition(listed, GRID).scenes) == ["b", "a"]


def test_h_two_datatakes_of_one_satellite_on_one_day_are_two_observations():
    listed = [
        a_scene("first", "2020-06-28T10:03:00", datatake="S2A_20200628T100031"),
        a_scene("next", "2020-06-28T11:43:00", datatake="S2A_20200628T114031"),
    ]

    assert ids(one_per_acquisition(listed, GRID).scenes) == ["first", "next"]


def test_i_the_same_pass_from_two_stations_without_a_datatake_is_one_acquisition():
    unnamed = {"datatake": "", "strip": None}
    listed = [
        a_scene("early", "2015-12-08T10:04:00", generated="20151208T1300", **unnamed),
        a_scene("late", "2015-12-08T10:11:00", generated="20151208T1900", **unnamed),
    ]

    (kept,) = one_per_acquisition(listed, GRID).scenes

    assert (kept.id, ids(kept.fallbacks)) == ("late", ["early"])


def test_i_without_a_datatake_the_next_orbit_is_another_acquisition():
    listed = [
        a_scene("one", "2015-12-08T10:04:00", datatake=""),
        a_scene("other", "2015-12-08T11:44:00", datatake=""),
    ]

    assert ids(one_per_acquisition(listed, GRID).scenes) == ["one", "other"]


def test_i_scenes_with_and_without_a_datatake_are_one_acquisition():
    listed = [a_scene("named"), a_scene("unnamed", datatake="", platform="S2A", baseline=(2, 14))]

    (kept,) = one_per_acquisition(listed, GRID).scenes

    assert (kept.id, ids(kept.fallbacks)) == ("named", ["unnamed"])


def test_i_a_satellite_without_a_name_is_known_by_its_datatake():
    listed = [a_scene("named"), a_scene("unnamed", platform="", baseline=(2, 14))]

    assert ids(one_per_acquisition(listed, GRID).scenes) == ["named"]


def test_j_of_two_providers_one_serves_the_whole_series():
    days = ("2020-07-05", "2020-07-10", "2020-07-15")
    planetary = [_on(day, "pc", provider="pc", baseline=(2, 12)) for day in days]
    copernicus = [_on(day, "cdse", provider="cdse", baseline=(5, 0)) for day in days[:2]]

    scenes = one_per_acquisition(planetary + copernicus, GRID).scenes

    assert {scene.provider for scene in scenes} == {"pc"}
    assert [len(scene.fallbacks) for scene in scenes] == [1, 1, 0]


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


def work_of(call):
    """How often functions were begun and left meanwhile."""
    events = count()
    before = sys.getprofile()
    sys.setprofile(lambda frame, event, argument: next(events))
    try:
        call()
    finally:
        sys.setprofile(before)
    return next(events)


def _second(number):
    return utc("2020-03-05T00:00:00") + timedelta(seconds=number)


LONG_LISTS = {
    "twins": lambda n: a_scene(f"{n}"),
    "repeated": lambda n: a_scene(footprint=box(4, 51, 7, 54 + n / 1e6)),
    "tiles": lambda n: a_scene(tile=f"{n}", footprint=box(4, 51, 7, 54 + n / 1e6)),
    "slivers": lambda n: a_scene(
        tile=f"{n}", footprint=box(5.22 + n / 5e4, 51, 5.22 + (n + 1) / 5e4, 54)
    ),
    "strips": lambda n: a_scene(f"{n}", _second(n), strip=f"{_second(20 * n):%Y%m%dT%H%M%S}"),
    "some without a strip": lambda n: a_scene(
        f"{n}", _second(n), strip=f"{_second(20 * n):%Y%m%dT%H%M%S}" if n % 2 else None
    ),
    "takes": lambda n: a_scene(f"{n}", _second(6000 * n), datatake=f"S2A_{n}"),
    "some without a take": lambda n: a_scene(
        f"{n}", _second(6000 * n), datatake=f"S2A_{n}" if n % 2 else ""
    ),
    "without a take": lambda n: a_scene(f"{n}", _second(n), datatake=""),
}


@pytest.mark.parametrize("make", LONG_LISTS.values(), ids=LONG_LISTS)
def test_the_work_grows_as_the_list_does(make):
    def select(count):
        listed = [make(number) for number in range(count)]
        return work_of(lambda: one_per_acquisition(listed, GRID))

    select(2)
    assert select(160) < 2.6 * select(80)


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


def judged(name, bad, valid, acquired="2020-06-28T11:43:00"):
    return Judged(a_scene(name, acquired), bad, valid)


def best_of(*candidates):
    kept, dropped = clearest_per_date(reversed(candidates))
    assert (kept, dropped) == clearest_per_date(candidates)
    return ids(candidate.scene for candidate in kept)


def test_of_a_day_the_clearer_scene_stays_and_the_other_is_reported():
    kept, dropped = clearest_per_date([judged("cloudy", 0.8, 1.0), judged("clear", 0.1, 1.0)])

    assert ids(candidate.scene for candidate in kept) == ["clear"]
    assert [(drop.scene.id, drop.kept) for drop in dropped] == [("cloudy", "clear")]


def test_no_data_counts_like_cloud():
    assert best_of(judged("sliver without cloud", 0.0, 0.2), judged("whole", 0.5, 1.0)) == ["whole"]


def test_equally_clear_scenes_are_settled_by_time():
    early = judged("z", 0.0, 1.0, "2020-06-28T10:00:00")
    late = judged("a", 0.0, 1.0, "2020-06-28T11:40:00")

    assert best_of(early, late) == ["z"]


def test_a_scene_that_could_not_be_judged_comes_after_one_with_a_clear_pixel():
    assert best_of(judged("unknown", None, 1.0), judged("some", 0.9, 1.0)) == ["some"]
    assert best_of(judged("half", None, 0.5), judged("all", None, 1.0)) == ["all"]


def test_days_end_at_midnight_utc_and_come_oldest_first():
    before = judged("before", 0.0, 1.0, "2020-06-28T23:59:59")
    after = judged("after", 0.0, 1.0, "2020-06-29T00:00:01")
    local = replace(
        after, scene=replace(after.scene, acquired=utc("2020-06-29T00:00:01").astimezone())
    )

    assert best_of(before, local) == ["before", "after"]


def _passes():
    """Overpasses that can be: one satellite comes back after an orbit, about 100 minutes."""
    return st.builds(
        lambda satellite, orbit: (satellite, utc("2020-03-05T00:00:00") + orbit * ORBIT),
        st.sampled_from(["S2A", "S2B"]),
        st.integers(0, 2),
    )


ORBIT = timedelta(minutes=100)
TILES = st.sampled_from([FU, GU, other_zone(IN_FU_AND_GU), {"tile": "31UXX", "tile_bounds": None}])
FOOTPRINTS = st.sampled_from(
    [
        None,
        box(10, 40, 11, 41),
        part_of(IN_FU_AND_GU),
        part_of(IN_FU_AND_GU, east=0.5),
        part_of(IN_FU_AND_GU, west=0.3),
        part_of(IN_FU_AND_GU, south=0.6),
        part_of(IN_FU_AND_GU, west=0.2, east=0.7, north=0.9),
    ]
)


@st.composite
def _scene(draw):
    satellite, start = draw(_passes())
    strip = draw(st.sampled_from([None, 0, 7, 300]))
    strip_start = None if strip is None else start + timedelta(seconds=strip)
    return a_scene(
        draw(st.sampled_from(["a", "b", "c", "d"])),
        start + timedelta(seconds=draw(st.integers(0, 900))),
        platform=satellite,
        datatake=draw(st.sampled_from(["", f"{satellite}_{start:%Y%m%dT%H%M%S}"])),
        strip=strip_start and f"{strip_start:%Y%m%dT%H%M%S}",
        baseline=draw(st.sampled_from([None, (2, 14), (5, 9), (5, 10)])),
        provider=draw(st.sampled_from(["earth-search", "pc"])),
        collection_rank=draw(st.integers(0, 1)),
        nodata_pct=draw(st.sampled_from([None, 0.0, 40.0])),
        footprint=draw(FOOTPRINTS),
        **draw(TILES),
    )


LISTINGS = st.lists(_scene(), max_size=12).map(
    lambda scenes: [replace(scene, note=str(number)) for number, scene in enumerate(scenes)]
)


@given(LISTINGS, st.randoms(use_true_random=False))
def test_the_order_of_the_answer_makes_no_difference(listed, chance):
    shuffled = list(listed)
    chance.shuffle(shuffled)

    assert told(one_per_acquisition(shuffled, IN_FU_AND_GU)) == told(
        one_per_acquisition(listed, IN_FU_AND_GU)
    )


@given(LISTINGS)
def test_every_scene_comes_back_once(listed):
    found = accounted(one_per_acquisition(listed, IN_FU_AND_GU))

    assert found == Counter(scene.note for scene in listed)


@given(LISTINGS)
def test_the_rule_applied_to_its_own_result_changes_nothing(listed):
    once = one_per_acquisition(listed, IN_FU_AND_GU)
    twice = one_per_acquisition(once.scenes, IN_FU_AND_GU)

    assert told(twice) == told(replace(once, dropped=()))


def test_an_acquisition_that_is_settled_stays_though_the_tiles_of_others_are_gone():
    halves = [
        _on("2020-03-05", "gu", footprint=part_of(IN_FU_AND_GU, east=0.5), **GU),
        _on("2020-03-05", "fu", footprint=part_of(IN_FU_AND_GU, west=0.5), **FU),
    ]
    other = [
        _on("2020-03-08", "gu", **GU),
        _on("2020-03-08", "fu", footprint=part_of(IN_FU_AND_GU, west=0.5), **FU),
    ]
    once = one_per_acquisition(halves + other, IN_FU_AND_GU)

    assert [scene.tile for scene in once.scenes] == ["31UFU", "31UGU"]
    assert told(one_per_acquisition(once.scenes, IN_FU_AND_GU))[0] == told(once)[0]


def test_merged_scenes_are_taken_apart_where_more_of_their_acquisition_turns_up():
    listed = [a_scene("old", baseline=(2, 14)), a_scene("new", baseline=(5, 0))]
    merged = one_per_acquisition(listed, GRID).scenes
    newest = a_scene("newest", baseline=(5, 11))

    (kept,) = one_per_acquisition([*merged, newest], GRID).scenes

    assert [kept.id, *ids(kept.fallbacks)] == ["newest", "new", "old"]


@given(LISTINGS)
def test_no_two_scenes_are_of_one_datatake(listed):
    takes = Counter(
        (scene.platform, scene.datatake)
        for scene in one_per_acquisition(listed, IN_FU_AND_GU).scenes
        if scene.datatake
    )

    assert all(number == 1 for number in takes.values())


CANDIDATES = st.lists(
    st.builds(
        lambda number, minutes, bad, valid: Judged(
            a_scene(number, utc("2020-03-05T22:00:00") + timedelta(minutes=minutes)), bad, valid
        ),
        st.integers(0, 10**6).map(str),
        st.integers(0, 300),
        st.none() | st.floats(0, 1),
        st.floats(0, 1),
    ),
    max_size=8,
    unique_by=lambda candidate: candidate.scene.id,
)


@given(CANDIDATES, st.randoms(use_true_random=False))
def test_the_clearest_of_a_day_does_not_depend_on_the_order(candidates, chance):
    shuffled = list(candidates)
    chance.shuffle(shuffled)
    kept, dropped = clearest_per_date(candidates)

    assert clearest_per_date(shuffled)[0] == kept
    assert len(kept) + len(dropped) == len(candidates)
