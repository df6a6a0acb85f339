"""Neighbours of the same crop: by code or name, near, with a band and a rank."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

from cbm_chips.core.parcels.numbers.table import ParcelTable
from cbm_chips.core.same_crop.band import NeighbourDay, band_of
from cbm_chips.core.same_crop.choice import FARTHEST_M, MOST, CropParcel, choose, crop_of
from cbm_chips.core.same_crop.crops import CropMatch, match
from cbm_chips.core.same_crop.of_service import band_of_series
from cbm_chips.core.series.values import PointState, SeriesPoint, ValueSeries

OWN = box(0, 0, 100, 100)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("3301010100", "3301010101", CropMatch.SAME),
        ("3301010100", "3301010400", CropMatch.GROUP),
        ("3301010100", "3301020100", CropMatch.OTHER),
        ("3301010100", "33010101", CropMatch.OTHER),
        ("Winter wheat", " winter WHEAT ", CropMatch.SAME),
        ("0233", "233", CropMatch.OTHER),
        ("233", "233", CropMatch.SAME),
        ("", "", CropMatch.OTHER),
    ],
)
def test_crops_are_the_same_by_eight_digits_of_hcat_or_as_a_whole(one, other, expected):
    assert match(one, other) is expected
    assert match(other, one) is expected


def beside(name, distance, crop="wheat", edge=100):
    return CropParcel(name, crop, box(100 + distance, 0, 100 + distance + edge, 100))


class TestTheNeighbours:
    def test_are_the_nearest_of_the_same_crop(self):
        around = [beside("far", 900), beside("near", 10), beside("maize", 1, "maize")]
        found = choose(OWN, "Wheat", around)
        assert [one.parcel.id for one in found.chosen] == ["near", "far"]
        assert [one.distance_m for one in found.chosen] == [10, 900]
        assert (found.match, found.found) == (CropMatch.SAME, 2)

    def test_lie_within_a_kilometre(self):
        around = [beside("in", FARTHEST_M), beside("out", FARTHEST_M + 1)]
        assert [one.parcel.id for one in choose(OWN, "wheat", around).chosen] == ["in"]

    def test_are_ten_at_most(self):
        found = choose(OWN, "wheat", [beside(f"{n:02d}", n) for n in range(1, 15)])
        assert (len(found.chosen), found.found) == (MOST, 14)
        assert found.chosen[-1].parcel.id == "10"

    def test_are_not_the_parcel_itself_nor_a_sliver(self):
        own = CropParcel("own", "wheat", box(1, 0, 101, 100))
        assert choose(OWN, "wheat", [own, beside("sliver", 5, edge=20)]).chosen == ()

    def test_are_those_of_the_group_where_there_is_none_of_the_crop(self):
        around = [beside("barley", 10, "3301010400"), beside("rape", 5, "3306060100")]
        found = choose(OWN, "3301010100", around)
        assert [one.parcel.id for one in found.chosen] == ["barley"]
        assert found.match is CropMatch.GROUP
        found = choose(OWN, "3301010100", [*around, beside("wheat", 500, "3301010102")])
        assert [one.parcel.id for one in found.chosen] == ["wheat"]

    def test_of_a_parcel_without_a_crop_are_none(self):
        assert choose(OWN, "", [beside("near", 10, "")]).chosen == ()

    def test_have_its_crop_from_the_layer(self):
        around = [beside("near", 10, "maize"), CropParcel("own", "wheat", box(2, 2, 99, 99))]
        assert crop_of(OWN, around) == "wheat"
        assert crop_of(box(5000, 0, 5100, 100), around) == ""


def a_table(rows):
    """Of number, day, flag, mean."""
    numbers, days, flags, means = zip(*rows)
    columns = {
        "acquired": np.array([f"{day}T10:50:00Z" for day in days], object),
        "date": np.array(days, object),
        "flag": np.array(flags, object),
        "NDVI_mean": np.array(means, float),
    }
    return ParcelTable({}, columns, np.array(numbers))


class TestTheBand:
    def test_is_the_middle_half_of_the_neighbours_means(self):
        rows = [
            (n, "2022-06-14", "clear", value) for n, value in enumerate((0.5, 0.2, 0.4, 0.6, 0.8))
        ]
        (day,) = band_of([a_table(rows)], "NDVI", 4).days
        assert day.day == date(2022, 6, 14)
        assert day.own == 0.5
        assert day.quartiles == pytest.approx(np.percentile([0.2, 0.4, 0.6, 0.8], (25, 50, 75)))
        assert (day.rank, day.ranked) == (3, 5)

    def test_is_broken_where_too_few_are_clear(self):
        rows = [
            (0, "2022-06-14", "clear", 0.5),
            (1, "2022-06-14", "clear", 0.4),
            (2, "2022-06-14", "cloudy", 0.1),
            (3, "2022-06-14", "clear", np.nan),
            (1, "2022-06-19", "clear", 0.3),
        ]
        first, second = band_of([a_table(rows[:2]), a_table(rows[2:])], "NDVI", 3).days
        assert (first.quartiles, first.rank, first.ranked) == (None, 1, 2)
        assert (second.own, second.rank) == (None, None)

    def test_takes_a_day_once(self):
        rows = [(1, "2022-06-14", "clear", 0.4), (1, "2022-06-14", "clear", 0.9)]
        band = band_of([a_table(rows)], "NDVI", 1)
        assert band.on(date(2022, 6, 14)).means == (0.4,)
        assert band.on(date(2022, 6, 15)) is None


@given(st.floats(-1, 1), st.lists(st.floats(-1, 1), min_size=1, max_size=10))
def test_a_rank_counts_the_higher_ones(own, means):
    day = NeighbourDay(date(2022, 6, 14), own, tuple(sorted(means)))
    assert 1 <= day.rank <= day.ranked
    assert (day.rank == 1) == (own >= max(means))
    if day.quartiles:
        low, middle, high = day.quartiles
        assert min(means) <= low <= middle <= high <= max(means)


class TestTheBandOfAService:
    def test_takes_clear_dates_of_each_series(self):
        def series(*means, state=PointState.CLEAR):
            start = datetime(2022, 6, 14, 10, 50, tzinfo=timezone.utc)
            points = [
                SeriesPoint(start + timedelta(days=5 * step), mean, state=state)
                for step, mean in enumerate(means)
            ]
            return (ValueSeries("NDVI", points=tuple(points)), ValueSeries("B08"))

        own, others = series(0.5, 0.6), [series(0.2, 0.3), series(0.4, None), series(0.9)]
        cloudy = series(0.1, 0.1, state=PointState.CLOUDY)
        first, second = band_of_series(own, [*others, cloudy], "NDVI").days
        assert (first.own, first.means, first.rank) == (0.5, (0.2, 0.4, 0.9), 2)
        assert first.quartiles == pytest.approx((0.3, 0.4, 0.65))
        assert (second.means, second.quartiles) == ((0.3,), None)
