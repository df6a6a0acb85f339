"""One parcel is observable exactly as the table of many says."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

from cbm_chips.core import open_source, plan_parcels, run_plan
from cbm_chips.core.parcels.numbers.observability import Observability, longest_gap_days
from cbm_chips.core.parcels.numbers.one_parcel import observability_of_parcel
from cbm_chips.core.projection import to_wgs84
from cbm_chips.core.sample_archive import sample_parcels
from tests.builders import a_grid

GRID = a_grid()
SPRING = {"start": "2022-05-01", "end": "2022-06-30"}


def observed(width_m, height_m, *, at=(653_001.0, 5_849_001.0), clear=()):
    left, bottom = at
    outline = to_wgs84(box(left, bottom, left + width_m, bottom + height_m), GRID.epsg)
    period = (date(2022, 5, 1), date(2022, 6, 30))
    return observability_of_parcel(outline, GRID, period=period, clear=clear)


def test_a_field_of_a_hectare_is_usable_and_a_narrow_strip_is_not():
    assert observed(100, 100).is_usable
    assert not observed(9, 400).is_usable
    strip = observed(22, 400)
    assert (strip.full_px > 8, strip.is_usable) == (True, strip.lost < 0.6)


def test_a_parcel_that_is_larger_than_the_chip_counts_as_a_whole():
    assert observed(2_000, 2_000).full_px > 128 * 128


def test_the_gap_reaches_to_the_ends_of_the_period():
    assert observed(100, 100).longest_gap_days == 60
    assert observed(100, 100, clear=[date(2022, 5, 31)]).longest_gap_days == 30


@given(st.lists(st.dates(date(2022, 5, 1), date(2022, 6, 30)), max_size=9))
def test_no_gap_is_longer_than_the_period_or_shorter_than_its_fair_share(clear):
    days = sorted(set(clear))
    gap = longest_gap_days((date(2022, 5, 1), date(2022, 6, 30)), days)
    assert 60 / (len(days) + 1) <= gap <= 60


def test_the_table_of_many_parcels_says_the_same(sample_archive):
    outlines = {one.id: one.outline for one in sample_parcels(sample_archive)}
    with open_source(str(sample_archive)) as source:
        plan = plan_parcels(list(outlines.items())[:12], SPRING, source, cache=None)
        tables = list(run_plan(plan, source, cache=None))
    clear = {}
    for row in (row for table in tables for row in table.records()):
        if row["flag"] == "clear":
            clear.setdefault(row["parcel"], []).append(date.fromisoformat(row["date"]))
    period = (date(2022, 5, 1), date(2022, 6, 30))
    counting = Observability(plan)
    for table in tables:
        counting.take(table)
    for row in counting.table().records():
        name = row["parcel"]
        found = observability_of_parcel(
            outlines[name], GRID, period=period, clear=clear.get(name, ())
        )
        assert (found.full_px, found.is_usable) == (row["full_px_0m"], bool(row["usable"]))
        assert found.lost == pytest.approx(row["lost_5m"])
        assert (found.clear_days, found.longest_gap_days) == (
            row["clear_dates"],
            row["longest_gap_days"],
        )
