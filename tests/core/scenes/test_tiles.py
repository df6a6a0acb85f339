"""Of the tiles of one overpass, the one that shows the chip best is taken, or pieces of several."""

from __future__ import annotations

import pytest

from cbm_chips.core.scenes.acquisitions import one_per_acquisition
from tests.builders import a_grid, a_scene
from tests.core.scenes.overpasses import (
    ACROSS_THE_EDGE_OF_FU,
    FU,
    GRID,
    GU,
    IN_FU_AND_GU,
    ids,
    on_day,
    other_zone,
    part_of,
)


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
    in_gu = [on_day(day, "gu", **GU) for day in days]
    in_fu = [on_day(days[0], "fu", **FU)]

    assert {s.tile for s in one_per_acquisition(in_gu + in_fu, IN_FU_AND_GU).scenes} == {"31UGU"}


def test_f_a_tile_without_known_bounds_is_judged_by_its_footprint():
    partly = {"tile": "31UGU", "tile_bounds": None, "footprint": part_of(GRID, east=0.5)}
    listed = [a_scene("partly", **partly), a_scene("whole", tile="31UXX", tile_bounds=None)]

    (kept,) = one_per_acquisition(listed, GRID).scenes

    assert (kept.id, kept.parts) == ("whole", ())
