"""Odd rows in a CbM server's time series cost themselves and are told."""

from __future__ import annotations

import pytest

from cbm_chips.core import SourceError
from cbm_chips.core.sources.cbm_rest.parcel_data.parcels import time_series
from tests.core.sources.cbm_rest.answers import (
    HUGE,
    MS,
    columns,
    nested,
    observation,
    series_of,
    served,
)


@pytest.mark.parametrize(
    "odd",
    [
        {"hist": nested(2000)},
        {"hist": "["},
        {"hist": 5},
        {"hist": [4, 187]},
        {"hist": {"four": 187}},
        {"hist": {"4": HUGE}},
        {"hist": {"4": -1}},
        {"hist": {"4": [1]}},
        {"hist": {"4": 1.5}},
        {"hist": {str(code): 1 for code in range(300)}},
        {"date_part": None},
        {"date_part": "x"},
        {"date_part": 1e30},
        {"date_part": HUGE},
        {"date_part": [1]},
        {"mean": HUGE},
    ],
)
def test_an_odd_observation_costs_its_row_and_is_told(odd) -> None:
    series = series_of(columns(observation(**odd), observation(band="B08")))

    assert [row[1] for row in series.rows] == ["B08"]
    assert series.notes[0].startswith("1 rows left out: ")
    with pytest.raises(SourceError, match="odd series"):
        series_of(columns(observation(**odd)))


def test_band_names_of_a_fixed_width_come_without_their_padding() -> None:
    series = series_of(columns(observation(band="B4 "), observation(band="SC ")))

    assert [row[1] for row in series.rows] == ["B4", "SC"]


def test_columns_that_a_later_server_adds_are_shown_as_text() -> None:
    series = series_of(columns(observation(more={"a": [1, None]}, none=None)))

    assert series.rows[0][-2:] == ('{"a": [1, null]}', None)


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_observations_of_one_second_the_counts_of_more_pixels_are_shown(order) -> None:
    whole = [observation(band=band, reference="A") for band in ("B04", "B08")]
    part = [observation(band=band, reference="B", hist={"0": 180, "4": 7}) for band in ("B04",)]
    rows = [*whole, *part][::order]

    bands, counts = series_of(columns(*rows)), series_of(columns(*rows), kind="scl")

    told_apart = {(row[0], row[1], row[bands.columns.index("reference")]) for row in bands.rows}
    assert len(told_apart) == len(bands.rows) == 3
    assert [row[1] for row in counts.rows] == [{4: 187}]
    assert "1 observations of the same second" in counts.notes[0]


def test_the_product_of_an_observation_is_asked_for_where_the_server_can_tell_it() -> None:
    with served("{}", columns(observation())) as (server, source):
        assert len(time_series(source.service, MS, "1").rows) == 1

    assert ["ref=True" in one for one in server.asked] == [True, False]
