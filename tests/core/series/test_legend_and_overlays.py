"""Windows, marks, bands and the legend of a plot lie where they say what they mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cbm_chips.core.series.plot.content import PlotContent
from cbm_chips.core.series.plot.layout import lay_out
from cbm_chips.core.series.plot.overlays import (
    DayMark,
    Interval,
    PlotOverlays,
    ShadedWindow,
    ValueBand,
    all_overlays,
)
from tests.core.series.made import CLOUDY, a_point, a_series, some_text
from tests.core.series.plots import laid_out
from tests.core.series.test_layout import SEASON


def test_windows_reach_from_their_first_day_to_the_end_of_their_last_one():
    overlays = PlotOverlays(windows=(ShadedWindow(date(2022, 5, 3), date(2022, 5, 6), "ban"),))
    layout = laid_out(a_series(0, 20), overlays=overlays)

    box = layout.windows[0].box

    assert box.width == pytest.approx(layout.days.px(4) - layout.days.px(0))
    assert (box.top, box.bottom) == (layout.frame.top, layout.frame.bottom)


def test_a_window_without_dates_in_it_is_seen_whole():
    overlays = PlotOverlays(windows=(ShadedWindow(date(2022, 3, 1), date(2022, 7, 31)),))
    layout = laid_out(a_series(0, 20), overlays=overlays)

    assert layout.windows[0].box.left > layout.frame.left
    assert layout.windows[0].box.right < layout.frame.right


def test_intervals_that_meet_get_rows_of_their_own_above_the_values():
    overlays = PlotOverlays(
        (
            Interval("one", date(2022, 5, 2), date(2022, 5, 9)),
            Interval("two", date(2022, 5, 9), date(2022, 5, 12)),
            Interval("three", date(2022, 5, 12), date(2022, 5, 15)),
            Interval("elsewhere", date(2021, 1, 1), date(2021, 1, 2)),
        )
    )
    layout = laid_out(a_series(0, 20), overlays=overlays)

    tops = {placed.interval.label: placed.box.top for placed in layout.intervals}

    assert set(tops) == {"one", "two", "three"}
    assert tops["one"] != tops["two"] != tops["three"]
    assert all(placed.box.bottom <= layout.frame.top for placed in layout.intervals)
    assert layout.frame.top > laid_out(a_series(0, 20)).frame.top


def test_a_mark_stands_at_noon_of_its_day():
    layout = laid_out(a_series(0, 20), overlays=PlotOverlays(marks=(DayMark(date(2022, 5, 9)),)))

    number = layout.days.number(layout.marks[0].px)
    assert number % 1 == pytest.approx(0.5)


def test_a_band_is_broken_where_it_has_no_value_and_stretches_its_axis():
    days = tuple(date(2022, 5, day) for day in (1, 6, 11, 16))
    band = ValueBand(days, (0.1, 0.2, None, 0.3), (0.9, 1.4, 0.5, 0.8), "peers", "NDVI", (0.5,) * 4)
    layout = laid_out(a_series(0, 20), overlays=PlotOverlays(bands=(band,)))

    assert [len(part) for part in layout.bands[0].parts] == [2, 1]
    assert [len(part) for part in layout.bands[0].middles] == [4]
    assert layout.axes[0].scale.high > 1.4


def test_a_band_of_another_index_is_not_shown():
    band = ValueBand((date(2022, 5, 1),), (9.0,), (9.5,), "peers", "EVI")
    layout = laid_out(a_series(0, 20), overlays=PlotOverlays(bands=(band,)))

    assert layout.bands == ()
    assert layout.axes[0].scale.high < 2


def test_the_legend_has_a_sign_for_each_series_and_each_state_that_occurs():
    layout = laid_out(a_series(0, a_point(5, None, CLOUDY)), a_series(0, name="NDMI"))

    assert [item.label for item in layout.legend] == ["NDVI", "NDMI", "clear", "cloudy"]


def test_the_legend_goes_into_more_lines_where_it_is_narrow_and_can_be_left_out():
    series = [a_series(0, name=name) for name in ("NDVI", "NDMI", "NDWI", "BSI")]

    narrow = laid_out(*series, width=120)

    assert len({item.box.top for item in narrow.legend}) > 1
    assert all(item.box.right <= 120 for item in narrow.legend)
    assert laid_out(*series, has_legend=False).legend == ()


def test_a_low_plot_leaves_out_of_the_legend_what_it_can():
    two = [a_series(0, a_point(5, None, CLOUDY), name=name) for name in ("NDVI", "NDMI")]
    many = [a_series(0, name=name) for name in ("NDVI", "NDMI", "NDWI", "BSI", "NBR", "EVI")]

    low, lower = laid_out(*two, width=130, height=60), laid_out(*many, width=120, height=60)

    assert [item.label for item in low.legend] == ["NDVI", "NDMI"]
    assert lower.legend == ()


def test_what_several_parts_lay_over_is_shown_together():
    marks = [PlotOverlays(marks=(DayMark(date(2022, 5, day)),)) for day in (1, 2)]

    assert [mark.day.day for mark in all_overlays(marks).marks] == [1, 2]
    assert replace(marks[0]) == marks[0]


def test_bands_that_look_alike_have_one_sign():
    series = tuple(a_series(*SEASON, name=name) for name in ("NDVI", "NDWI"))
    days = (date(2022, 3, 1), date(2022, 5, 1))
    bands = tuple(ValueBand(days, (0.1, 0.2), (0.3, 0.4), "like", one.name) for one in series)

    layout = lay_out(
        PlotContent(series, overlays=PlotOverlays(bands=bands)), some_text(), width=600, height=300
    )

    assert len(layout.bands) == 2
    assert [item.label for item in layout.legend].count("like") == 1
