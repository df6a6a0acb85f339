"""Scenes and squares by the names and sizes of the CbM service."""

from __future__ import annotations

import pytest

from cbm_chips.core import Grid
from cbm_chips.core.sources.cbm_rest.chips.products import product_and_band, scene_of
from cbm_chips.core.sources.cbm_rest.chips.request_square import (
    is_covered,
    needed_m,
    square_around_grid,
)
from tests.cbm import SEED


@pytest.mark.parametrize(
    ("baseline", "dn", "offset"),
    [("N0212", 452, 0.0), ("N0400", 1452, -0.1), ("N0510", 1452, -0.1)],
)
def test_c56_the_offset_follows_from_the_baseline_in_the_name(baseline, dn, offset):
    scene = scene_of(SEED[0].replace("N0212", baseline), "cbm+https://h.example")

    asset = scene.assets["B04"]
    assert (asset.scale, asset.offset) == (0.0001, offset)
    assert dn * asset.scale + asset.offset == pytest.approx(0.0452)
    assert (scene.assets["SCL"].scale, scene.assets["SCL"].offset) == (1.0, 0.0)


def test_a_name_says_all_there_is_to_know_of_a_scene():
    scene = scene_of(SEED[0], "cbm+https://h.example")

    assert (scene.id, scene.platform, scene.tile, scene.epsg) == (SEED[0], "S2A", "31UFU", 32631)
    assert (scene.label, scene.level, scene.baseline) == ("20190602T104031", "LEVEL2A", (2, 12))
    assert (scene.relative_orbit, scene.datatake) == (8, "S2A_20190602T104031")
    href = scene.assets["SCL"].href
    assert href == f"cbm+https://h.example/{SEED[0]}.SCL"
    assert product_and_band(href) == (SEED[0], "SCL")


def test_level_1c_has_no_classes():
    scene = scene_of(SEED[0].replace("MSIL2A", "MSIL1C"), "cbm+https://h.example")

    assert scene.level == "LEVEL1C"
    assert "SCL" not in scene.assets


def test_a_square_in_the_grids_own_zone_is_the_grids():
    grid = Grid(32631, 679400.0, 5842260.0, 10.0, 128, 128)

    square = square_around_grid(grid, 32631)

    assert square.size_m == 1280
    assert square == square_around_grid(grid.at(20.0), 32631)


def test_a_square_in_another_zone_is_larger_and_on_the_lattice():
    grid = Grid(32631, 809400.0, 5842260.0, 10.0, 128, 128)

    assert needed_m(grid, 32632) > 1280
    assert needed_m(grid, 32632) % 20 == 0
    assert is_covered(grid, 32632)


def test_the_largest_chip_of_another_zone_is_not_covered():
    grid = Grid(32631, 809400.0, 5842260.0, 10.0, 512, 512)

    assert not is_covered(grid, 32632)
    assert square_around_grid(grid, 32632).size_m == 5120
