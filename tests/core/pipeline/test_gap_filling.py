"""Pixels without data are filled from the acquisition's other parts."""

from __future__ import annotations

import numpy as np
import pytest

from cbm_chips.core.model import Asset
from cbm_chips.core.pipeline.gap_filling import fill_gaps
from cbm_chips.core.reading.contract import NEAREST, WINDOW, Pixels
from tests.core.pipeline.memory_reader import (
    MemoryReader,
    a_listed_scene,
    files_of,
    filled,
    half_empty,
    one_date,
)


def test_the_winner_among_the_incomplete_is_filled_from_its_own_parts():
    part_of_better = a_listed_scene("better part")
    part_of_worse = a_listed_scene("worse part")
    better = a_listed_scene("better", parts=(part_of_better,))
    worse = a_listed_scene("worse", parts=(part_of_worse,))
    scene = a_listed_scene("chosen", fallbacks=(better, worse))
    reader = MemoryReader(files_of(part_of_better, dn=700) | files_of(part_of_worse, dn=900))
    reader.files |= {"better/B04": half_empty(500), "better/SCL": filled(4, "SCL")}
    date = one_date(reader, scene)
    assert date.values("B04").tolist() == [[500] * 4] * 2 + [[700] * 4] * 2
    assert date.scenes == ("better", "better part")


def test_other_parts_fill_only_the_empty_pixels():
    part = a_listed_scene("part")
    scene = a_listed_scene("main", parts=(part,))
    reader = MemoryReader(files_of(scene) | files_of(part, dn=700))
    reader.files["main/B04"] = half_empty(500)
    date = one_date(reader, scene)
    assert date.values("B04").tolist() == [[500] * 4] * 2 + [[700] * 4] * 2
    assert (date.values("B08") == 500).all()
    assert date.scenes == ("main", "part")
    assert [href for href in reader.asked if href.startswith("part")] == ["part/B04"]


def test_a_part_of_another_offset_is_brought_to_the_first_ones():
    part = a_listed_scene("part", offset=0.0)
    scene = a_listed_scene("main", offset=-0.1, parts=(part,))
    reader = MemoryReader(files_of(scene, part))
    reader.files |= {"main/B04": half_empty(1500), "main/SCL": half_empty(4, "SCL")}
    date = one_date(reader, scene)
    assert (date.values("B04") == 1500).all()  # reflectance 0.05 in both halves
    assert (date.values("SCL") == 4).all()
    assert date.assets["B04"].offset == -0.1


def test_parts_are_read_one_by_one_until_nothing_is_empty():
    useless, useful, unneeded = (a_listed_scene(id) for id in ("useless", "useful", "unneeded"))
    scene = a_listed_scene("main", parts=(useless, useful, unneeded))
    reader = MemoryReader(files_of(scene, useful, unneeded))
    reader.files["main/B04"] = half_empty(500)
    date = one_date(reader, scene)
    assert (date.scenes, date.failures) == (("main", "useful"), {})
    assert not [href for href in reader.asked if href.startswith("unneeded")]


def test_what_no_part_fills_stays_empty():
    scene = a_listed_scene("main", parts=(a_listed_scene("gone"), a_listed_scene("bare", bands=())))
    reader = MemoryReader(files_of(scene))
    reader.files["main/B04"] = half_empty(500)
    date = one_date(reader, scene)
    assert (date.values("B04") == 0).sum() == 8
    assert (date.scenes, date.failures) == (("main",), {})


def test_gaps_of_bands_already_there_send_nobody_looking_again():
    part = a_listed_scene("part", bands=("B04",))
    scene = a_listed_scene("scene", parts=(part,))
    reader = MemoryReader(files_of(scene, part))
    reader.files["scene/SCL"] = half_empty(4, "SCL")
    scl = one_date(reader, scene, ("SCL",))
    one_date(reader, scene, ("B04",), scl)
    assert "part/B04" not in reader.asked


def pixels(values, method=WINDOW, bytes_read=None) -> Pixels:
    return Pixels(np.array(values, np.uint16), method, "memory", bytes_read)


RAW, SHIFTED = Asset("B04", "raw", 0.0001, -0.1), Asset("B04", "shifted", 0.0001, 0.0)


def test_a_filled_pixel_keeps_its_reflectance_and_never_becomes_no_data():
    filled_up = fill_gaps(pixels([[7, 0, 0, 0]]), SHIFTED, pixels([[9, 1500, 400, 0]]), RAW)
    assert filled_up.values.tolist() == [[7, 500, 1, 0]]


def test_the_brightest_pixel_does_not_turn_dark_when_it_is_shifted():
    filled_up = fill_gaps(pixels([[0, 0]]), RAW, pixels([[65_000, 200]]), SHIFTED)
    assert filled_up.values.tolist() == [[65_535, 1200]]
    assert filled_up.values.dtype == np.uint16


def test_pixels_with_nothing_to_gain_are_returned_as_they_are():
    own = pixels([[7, 0]])
    assert fill_gaps(own, RAW, pixels([[5, 0]]), RAW) is own


@pytest.mark.parametrize(
    ("own", "other", "method"),
    [(WINDOW, WINDOW, WINDOW), (WINDOW, NEAREST, NEAREST), (NEAREST, WINDOW, NEAREST)],
)
def test_a_mosaic_says_whether_any_of_it_was_warped_and_what_all_of_it_cost(own, other, method):
    mosaic = fill_gaps(pixels([[0, 1]], own, 10), RAW, pixels([[2, 2]], other, 30), RAW)
    assert (mosaic.method, mosaic.bytes_read) == (method, 40)
    unknown = fill_gaps(pixels([[0, 1]], own), RAW, pixels([[2, 2]], other, 30), RAW)
    assert unknown.bytes_read is None
