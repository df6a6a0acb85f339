"""The series that a CbM service keeps, beside those of the run."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from cbm_chips.core.sentinel2.scl import CloudRule
from cbm_chips.core.series.making.from_service import ORIGIN, series_of_service
from cbm_chips.core.series.values import PointState
from cbm_chips.core.sources.cbm_rest.parcel_data.parcels import TimeSeries

COLUMNS = ("acquired", "band", "count", "mean", "p25", "p75", "hist", "reference")
OLD = "S2A_MSIL2A_20190617T105031_N0212_R051_T31UFU_20190617T130000"
NEW = "S2A_MSIL2A_20220617T105031_N0400_R051_T31UFU_20220617T130000"


def a_row(band="B04", mean=1500.0, product=OLD, day=17, hist=None, count=90):
    moment = datetime(2019 if product == OLD else 2022, 6, day, 10, 50, tzinfo=timezone.utc)
    classes = {4: count} if hist is None else hist
    return (moment, band, count, mean, mean - 100, mean + 100, classes, product)


def series(*rows, names=("NDVI", "B04"), columns=COLUMNS):
    return series_of_service(TimeSeries("s2", columns, rows), names, CloudRule())


def test_a_band_is_reflectance_and_an_index_is_of_the_means():
    ndvi, band = series(a_row("B04", 500.0), a_row("B08", 4500.0))

    (point,) = band.points
    assert (point.mean, point.p25, point.p75) == pytest.approx((0.05, 0.04, 0.06))
    assert ndvi.points[0].mean == pytest.approx(0.8)
    assert (ndvi.points[0].p25, ndvi.points[0].count) == (None, 90)
    assert ndvi.origin == band.origin == ORIGIN


def test_the_offset_of_newer_products_is_taken_off():
    (band,) = series(a_row("B04", 1500.0, NEW), names=["B04"])

    assert band.points[0].mean == pytest.approx(0.05)


def test_without_the_product_the_day_tells_of_the_offset():
    rows = [a_row("B04", 1500.0, product)[:-1] for product in (OLD, NEW)]

    (band,) = series(*rows, names=["B04"], columns=COLUMNS[:-1])

    assert [point.mean for point in band.points] == pytest.approx([0.15, 0.05])


@pytest.mark.parametrize(
    ("hist", "state"),
    [
        ({4: 90}, PointState.CLEAR),
        ({4: 60, 9: 30}, PointState.PARTLY),
        ({9: 90}, PointState.CLOUDY),
        ({0: 90}, PointState.NOT_READ),
    ],
)
def test_its_counts_of_classes_tell_the_state(hist, state):
    (band,) = series(a_row(hist=hist), names=["B04"])

    assert band.points[0].state is state


def test_without_counts_nothing_is_judged():
    (band,) = series(a_row()[:6], names=["B04"], columns=COLUMNS[:6])

    assert band.points[0].state is PointState.NOT_JUDGED


def test_bands_may_be_called_otherwise_and_those_that_lack_are_left_out():
    found = series(a_row("B4"), names=["NDVI", "B04", "B11"])

    assert [one.name for one in found] == ["B04"]


def test_of_two_of_one_second_the_one_with_more_pixels_counts():
    other = OLD.replace("T31UFU", "T31UFT")
    few = (*a_row(mean=900.0, count=5)[:-1], other)

    (band,) = series(few, a_row(mean=1500.0), names=["B04"])

    assert [point.count for point in band.points] == [90]


def test_a_date_without_a_number_has_no_value():
    ndvi, band = series(a_row("B04", float("nan")), a_row("B08", 4500.0))

    assert [point.mean for one in (ndvi, band) for point in one.points] == [None, None]


def test_nothing_gives_nothing():
    assert series() == ()
