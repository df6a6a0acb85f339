"""The +1000 of baseline 04.00: pixels decide where metadata do not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.model import Asset, OffsetState
from cbm_chips.core.scenes.baseline_offset import FEWEST_PIXELS, settle

OPEN = Asset("B04", "B04.tif", 0.0001, -0.1, OffsetState.CHECK_PIXELS)


def pixels(low: int, high: int, count: int = 4096, *, seed: int = 1):
    return np.random.default_rng(seed).integers(low, high, count).astype(np.uint16)


def test_a_file_with_nothing_below_1000_is_raw_and_keeps_its_offset():
    settled, words = settle({"B04": OPEN}, {"B04": pixels(1005, 4000)})
    assert settled["B04"] == replace(OPEN, offset_state=OffsetState.KNOWN)
    assert "offset applied" in words


def test_a_file_with_dark_pixels_far_below_1000_was_shifted_already():
    settled, words = settle({"B04": OPEN}, {"B04": pixels(20, 3000)})
    assert (settled["B04"].offset, settled["B04"].offset_state) == (0.0, OffsetState.KNOWN)
    assert settled["B04"].scale == OPEN.scale
    assert "shifted" in words


def test_a_file_with_bright_pixels_only_stays_uncertain_and_says_so():
    settled, words = settle({"B04": OPEN}, {"B04": pixels(5000, 9000)})
    assert (settled["B04"].offset, settled["B04"].offset_state) == (-0.1, OffsetState.UNCERTAIN)
    assert "uncertain" in words


def test_a_few_odd_pixels_below_1000_do_not_make_a_raw_file_a_shifted_one():
    dn = pixels(1010, 1250)
    dn[:5] = 3
    settled, _ = settle({"B04": OPEN}, {"B04": dn})
    assert settled["B04"].offset == -0.1


def test_one_dark_band_decides_for_the_whole_date_as_one_run_made_all_its_files():
    assets = {"B8A": replace(OPEN, band="B8A"), "B12": replace(OPEN, band="B12")}
    settled, _ = settle(assets, {"B8A": pixels(3000, 6000), "B12": pixels(80, 400)})
    assert {asset.offset for asset in settled.values()} == {0.0}
    assert {asset.offset_state for asset in settled.values()} == {OffsetState.KNOWN}


def test_a_band_that_was_not_read_follows_the_others():
    assets = {"B04": OPEN, "B08": replace(OPEN, band="B08")}
    settled, _ = settle(assets, {"B04": pixels(20, 3000)})
    assert settled["B08"].offset == 0.0


def test_what_metadata_know_is_not_touched_whatever_the_pixels():
    known = Asset("B08", "B08.tif", 0.0001, -0.1)
    scl = Asset("SCL", "SCL.tif")
    settled, words = settle({"B08": known, "SCL": scl}, {"B08": pixels(20, 3000)})
    assert settled == {"B08": known, "SCL": scl}
    assert words == "offset -0.1 by metadata"


def test_a_source_that_is_unsure_without_a_way_to_check_stays_unsure():
    unsure = replace(OPEN, offset_state=OffsetState.UNCERTAIN)
    assert settle({"B04": unsure}, {"B04": pixels(20, 3000)}) == (
        {"B04": unsure},
        "offset uncertain",
    )


@pytest.mark.parametrize(
    "seen",
    [{}, {"B04": np.zeros(4096, np.uint16)}, {"B04": pixels(20, 3000, FEWEST_PIXELS - 1)}],
    ids=["not read", "no data", "too few"],
)
def test_without_pixels_to_judge_by_the_offset_is_uncertain(seen):
    settled, words = settle({"B04": OPEN}, seen)
    assert settled["B04"].offset_state is OffsetState.UNCERTAIN
    assert "too few pixels" in words


def test_no_data_does_not_count_as_dark():
    dn = np.concatenate([np.zeros(9000, np.uint16), pixels(1010, 2000)])
    assert settle({"B04": OPEN}, {"B04": dn})[0]["B04"].offset == -0.1


def test_with_nothing_to_tell_nothing_is_said():
    assert settle({}, {}) == ({}, "")
    scl = {"SCL": Asset("SCL", "SCL.tif")}
    assert settle(scl, {"SCL": pixels(0, 12)}) == (scl, "")


@given(low=st.integers(1, 20_000), spread=st.integers(1, 20_000), seed=st.integers(0, 99))
def test_taking_1000_off_a_raw_file_gives_the_same_reflectance_or_an_honest_doubt(
    low, spread, seed
):
    shifted = pixels(low, low + spread, seed=seed)
    raw = shifted + 1000
    settled_raw, _ = settle({"B04": OPEN}, {"B04": raw})
    assert settled_raw["B04"].offset == -0.1
    settled, _ = settle({"B04": OPEN}, {"B04": shifted})
    if settled["B04"].offset_state is OffsetState.KNOWN and low < 900:
        assert settled["B04"].offset == (0.0 if np.percentile(shifted, 1) < 950 else -0.1)
