"""Parameters of the CbM service: what is no sense, or a command, is not sent."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core import RequestError
from cbm_chips.core.sources.cbm_rest.wire.parameters import (
    DateRange,
    RequestSquare,
    checked_band,
    checked_lut,
    checked_text,
)

DAYS = st.dates(date(2016, 1, 1), date(2030, 1, 1))


@given(first=DAYS, days=st.integers(1, 200), step=st.integers(1, 40))
def test_pieces_of_a_period_cover_every_day_once(first, days, step):
    period = DateRange(first, date.fromordinal(first.toordinal() + days - 1))

    pieces = period.pieces(step)

    covered = [
        day for one in pieces for day in range(one.first.toordinal(), one.last.toordinal() + 1)
    ]
    assert covered == list(range(period.first.toordinal(), period.last.toordinal() + 1))
    assert all(one.days <= step for one in pieces)


@given(first=DAYS, days=st.integers(2, 200))
def test_halves_are_two_and_shorter(first, days):
    period = DateRange(first, date.fromordinal(first.toordinal() + days - 1))

    halves = period.halves()

    assert len(halves) == 2
    assert max(half.days for half in halves) < period.days


def test_c55_coordinates_are_sent_with_five_decimals():
    assert RequestSquare(5.664251234, 52.694442345, 1280).query == {
        "lon": "5.66425",
        "lat": "52.69444",
    }
    assert RequestSquare(-0.000001, 6.0, 1280).query == {"lon": "0.00000", "lat": "6.00000"}


@pytest.mark.parametrize("size", [0, 19, 1285, 5140, 1280.5])
def test_c23_odd_sizes_are_not_sent(size):
    with pytest.raises(RequestError, match="to 5120 m"):
        RequestSquare(5.0, 52.0, size)


@pytest.mark.parametrize(
    ("first", "last"), [("01-06-2019", "2019-06-30"), ("2019-06-30", "2019-06-01")]
)
def test_c23_odd_periods_are_not_sent(first, last):
    with pytest.raises(RequestError):
        DateRange(first, last)


@pytest.mark.parametrize(
    ("band", "level"),
    [("None", "LEVEL2A"), ("", "LEVEL2A"), ("B01", "LEVEL2A"), ("SCL", "LEVEL1C")],
)
def test_c25_bands_the_service_lacks_are_not_sent(band, level):
    with pytest.raises(RequestError, match="bands"):
        checked_band(band, level)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("aoi", ""),
        ("aoi", "ms'; drop table x"),
        ("aoi", "ms_2020"),
        ("year", "20"),
        ("year", "2020 or 1=1"),
        ("ptype", "b;"),
        ("pid", ""),
        ("pid", "1 or 1=1"),
        ("pid", "1--"),
        ("pid", "1'"),
        ("pid", "x" * 65),
        ("pid", None),
        ("pid", 1.5),
    ],
)
def test_texts_that_could_be_commands_are_not_sent(name, value):
    with pytest.raises(RequestError) as caught:
        checked_text(name, value)
    assert caught.value.field == name


@pytest.mark.parametrize(
    ("name", "value"), [("pid", 7), ("pid", "00315141"), ("pid", "AB-12/3"), ("ptype", "")]
)
def test_honest_texts_pass_as_they_are(name, value):
    assert checked_text(name, value) == str(value)


@pytest.mark.parametrize("lut", ["95_5", "5_101", "5", "a_b", "1_2_3", "5_95;", None])
def test_luts_that_make_no_sense_are_not_sent(lut):
    with pytest.raises(RequestError, match="lut"):
        checked_lut(lut)


@pytest.mark.parametrize("lut", ["5_95", "0.5_99.5", "0_100", "1200_5700_800_4100_150_2800"])
def test_luts_of_both_kinds_pass(lut):
    assert checked_lut(lut) == lut
