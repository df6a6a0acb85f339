"""The column `suspect`: single dips of an index, told by both dates around them."""

from __future__ import annotations

import numpy as np
import pytest

from cbm_chips.core.parcels.numbers.suspects import mark_suspects
from cbm_chips.core.parcels.numbers.table import NULL, ParcelTable

UNKNOWN, NO, YES = NULL, 0, 1
CLOUD = np.nan


def marked(*parcels, indices=("NDVI",), flags=(), **means):
    """The column for parcels that each have a series of NDVI."""
    numbers = np.repeat(np.arange(len(parcels)), [len(series) for series in parcels])
    columns = {"NDVI_mean": np.concatenate(parcels).astype(float), **means}
    columns["flag"] = np.array(flags or ["clear"] * len(numbers), object)
    columns["suspect"] = np.zeros(len(numbers), np.int64)
    table = ParcelTable(dict.fromkeys(columns, float), columns, numbers)
    before = columns["NDVI_mean"].copy()
    mark_suspects(table, indices, missing=NULL)
    assert np.array_equal(table.columns["NDVI_mean"], before, equal_nan=True)
    return table.columns["suspect"].tolist()


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        ([0.8, 0.3, 0.7], [UNKNOWN, YES, UNKNOWN]),
        ([0.8, 0.65, 0.8], [UNKNOWN, NO, UNKNOWN]),
        ([0.8, 0.3, 0.3, 0.8], [UNKNOWN, NO, NO, UNKNOWN]),
        ([0.8, 0.3, 0.4], [UNKNOWN, NO, UNKNOWN]),
        ([0.3, 0.8, 0.3], [UNKNOWN, NO, UNKNOWN]),
        ([0.8, CLOUD, 0.3, CLOUD, CLOUD, 0.8], [-1, -1, YES, -1, -1, -1]),
        ([0.8, 0.3], [UNKNOWN, UNKNOWN]),
        ([CLOUD, CLOUD, CLOUD], [UNKNOWN] * 3),
    ],
)
def test_a_dip_that_recovers_at_the_next_date_is_marked_and_stays(series, expected):
    assert marked(series) == expected


def test_the_dates_of_another_parcel_say_nothing():
    assert marked([0.8, 0.3], [0.8, 0.2, 0.8]) == [UNKNOWN, UNKNOWN, UNKNOWN, YES, UNKNOWN]


def test_ndvi_tells_wherever_it_stands_else_the_first_index():
    flat, dip = [0.5, 0.5, 0.5], np.array([0.8, 0.3, 0.8])
    assert marked(flat, indices=("NDWI", "NDVI"), NDWI_mean=dip) == [UNKNOWN, NO, UNKNOWN]
    assert marked(flat, indices=("NDWI", "EVI"), NDWI_mean=dip) == [UNKNOWN, YES, UNKNOWN]
    assert marked(dip, indices=()) == [UNKNOWN] * 3


def test_what_a_cloudy_date_shows_between_its_clouds_tells_nothing():
    flags = ["clear", "cloudy", "partly", "cloudy", "clear"]
    series = [0.8, 0.5, 0.3, 0.2, 0.7]
    assert marked(series, flags=flags) == [UNKNOWN, UNKNOWN, YES, UNKNOWN, UNKNOWN]
    flags[2] = "cloudy"
    assert marked(series, flags=flags) == [UNKNOWN] * 5


def test_without_a_scene_classification_every_date_counts():
    assert marked([0.8, 0.3, 0.8], flags=["no_scl"] * 3) == [UNKNOWN, YES, UNKNOWN]
