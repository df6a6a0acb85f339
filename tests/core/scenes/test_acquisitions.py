"""One scene per acquisition, told as the ways in which catalogues list a picture twice."""

from __future__ import annotations

import pytest

from cbm_chips.core.scenes.acquisitions import one_per_acquisition
from tests.builders import a_scene
from tests.core.scenes.overpasses import FU, GRID, GU, IN_FU_AND_GU, ids, on_day, part_of, told


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


def test_g_neighbouring_orbits_are_two_dates_oldest_first():
    listed = [on_day("2020-03-08", "r098"), on_day("2020-03-05", "r141")]

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
    planetary = [on_day(day, "pc", provider="pc", baseline=(2, 12)) for day in days]
    copernicus = [on_day(day, "cdse", provider="cdse", baseline=(5, 0)) for day in days[:2]]

    scenes = one_per_acquisition(planetary + copernicus, GRID).scenes

    assert {scene.provider for scene in scenes} == {"pc"}
    assert [len(scene.fallbacks) for scene in scenes] == [1, 1, 0]


def test_an_acquisition_that_is_settled_stays_though_the_tiles_of_others_are_gone():
    halves = [
        on_day("2020-03-05", "gu", footprint=part_of(IN_FU_AND_GU, east=0.5), **GU),
        on_day("2020-03-05", "fu", footprint=part_of(IN_FU_AND_GU, west=0.5), **FU),
    ]
    other = [
        on_day("2020-03-08", "gu", **GU),
        on_day("2020-03-08", "fu", footprint=part_of(IN_FU_AND_GU, west=0.5), **FU),
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
