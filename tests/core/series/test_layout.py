"""The plot as numbers: where everything lies, and what lies under the mouse."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.series.curves import Basis, SmoothedCurve
from cbm_chips.core.series.plot.content import PlotContent
from cbm_chips.core.series.plot.hits import date_at, dot_at, dots_of
from cbm_chips.core.series.plot.layout import LEAST_FRAME_LINES, lay_out, least_height
from cbm_chips.core.series.plot.overlays import (
    Interval,
    PlotOverlays,
)
from cbm_chips.core.series.values import REFLECTANCE
from cbm_chips.core.series.years import year_by_year
from tests.core.series.made import CLOUDY, a_point, a_series, some_text
from tests.core.series.plots import laid_out


def test_later_dates_are_farther_right_and_higher_values_higher_up():
    layout = laid_out(a_series(a_point(0, 0.2), a_point(10, 0.6)))

    first, second = layout.series[0].dots

    assert first.x < second.x
    assert first.y > second.y
    assert layout.frame.contains(first.x, first.y)
    assert first.high_y < first.y < first.low_y


def test_a_date_without_a_value_lies_in_the_strip_below_all_values():
    layout = laid_out(a_series(a_point(0, 0.0), a_point(5, None, CLOUDY, reason="cloud")))

    value, lacking = layout.series[0].dots

    assert not lacking.has_value
    assert lacking.y == layout.strip_y > value.y
    assert layout.frame.contains(lacking.x, lacking.y)


def test_each_date_is_hit_where_it_is_drawn_and_nothing_beside_it():
    layout = laid_out(a_series(*range(0, 100, 10)), a_series(a_point(0, 0.9), name="NDMI"))

    for placed in layout.series:
        for dot in placed.dots:
            assert dot_at(layout, dot.x + 2, dot.y - 2).dot == dot
    assert dot_at(layout, layout.frame.left, layout.frame.top) is None


def test_of_two_dates_within_reach_the_nearer_one_is_hit():
    layout = laid_out(a_series(0, 1, 60))
    near, next_one = layout.series[0].dots[:2]

    assert dot_at(layout, near.x + 0.1, near.y).point.key == "day-0"
    assert dot_at(layout, next_one.x - 0.1, next_one.y).point.key == "day-1"


def test_a_line_that_is_dragged_means_the_nearest_date_in_time():
    layout = laid_out(a_series(0, 40, 60))
    at = layout.days.px(layout.days.number(layout.series[0].dots[1].x) + 9)

    assert date_at(layout, at).point.key == "day-40"
    assert date_at(layout, -1e4).point.key == "day-0"
    assert date_at(laid_out(), 10) is None


def test_a_date_is_found_in_all_series():
    layout = laid_out(a_series(0, 5), a_series(0, 5, name="NDMI"))

    assert [hit.placed.series.name for hit in dots_of(layout, "day-5")] == ["NDVI", "NDMI"]
    assert dots_of(layout, "") == []


def test_reflectance_has_an_axis_of_its_own_at_the_right():
    band = a_series(a_point(0, 0.31), name="B08", unit=REFLECTANCE)
    layout = laid_out(a_series(a_point(0, 0.8)), band)

    left, right = layout.axes

    assert (left.is_right, right.is_right) == (False, True)
    assert right.title == "B08 reflectance"
    assert layout.frame.right < 600 - 12
    assert right.scale.number(layout.series[1].dots[0].y) == pytest.approx(0.31)


def test_a_third_unit_finds_no_axis_and_is_left_out():
    layout = laid_out(a_series(0), a_series(0, unit="a"), a_series(0, unit="b"))

    assert [placed.series.unit for placed in layout.series] == ["", "a"]


def test_years_lie_over_each_other_by_the_day_of_the_year():
    series = year_by_year([a_series(0, 365, 731, 900)])
    layout = laid_out(*series, is_by_year=True)

    xs = [placed.dots[0].x for placed in layout.series]

    assert xs[0] == pytest.approx(xs[1]) == pytest.approx(xs[2])
    assert not any("20" in tick.label for tick in layout.day_ticks)


def test_the_first_day_says_its_year():
    layout = laid_out(a_series(*range(0, 150, 5)))

    assert layout.day_ticks[0].label.endswith("2022")
    assert not layout.day_ticks[1].label.endswith("2022")


def test_a_narrow_plot_keeps_its_labels_apart():
    layout = laid_out(a_series(*range(0, 240, 5)), width=280)

    places = [(tick.px, 6 * len(tick.label)) for tick in layout.day_ticks]

    assert len(places) >= 2
    for (px, width), (next_px, next_width) in zip(places, places[1:]):
        assert px + width / 2 < next_px - next_width / 2 + 30


def test_a_part_of_the_time_can_be_shown():
    series = a_series(*range(0, 100, 10))
    whole = laid_out(series)
    middle = whole.days.number(whole.series[0].dots[5].x)

    layout = laid_out(series, shown=(middle - 5, middle + 5))

    dot = layout.series[0].dots[5]
    assert dot.x == pytest.approx((layout.frame.left + layout.frame.right) / 2)


def test_a_curve_is_drawn_by_what_it_rests_on():
    days = tuple(date(2022, 5, day) for day in range(1, 7))
    rests = (Basis.EXTRAPOLATED, Basis.OBSERVED, Basis.OBSERVED, *(Basis.INTERPOLATED,) * 2)
    curve = SmoothedCurve("NDVI", "", 0, days, (0.5,) * 6, (*rests, Basis.OBSERVED))
    layout = laid_out(a_series(0, 5), curves=(curve,))

    parts = layout.curves[0].parts

    assert [part.basis for part in parts] == [
        Basis.EXTRAPOLATED,
        Basis.OBSERVED,
        Basis.INTERPOLATED,
    ]
    assert all(one.points[-1] == other.points[0] for one, other in zip(parts, parts[1:]))


def test_a_curve_of_nothing_that_is_shown_is_left_out():
    days = (date(2022, 5, 1), date(2022, 5, 2))
    curve = SmoothedCurve("EVI", "", 0, days, (0.5, 0.5), (Basis.OBSERVED,) * 2)

    assert laid_out(a_series(0, 5), curves=(curve,)).curves == ()


def test_without_a_date_there_is_an_empty_frame():
    layout = laid_out()

    assert layout.series == ()
    assert layout.frame.width > 0
    assert layout.frame.height > 0


def test_tiny_rooms_are_survived():
    layout = laid_out(a_series(0, 5), width=1, height=1)

    assert layout.frame.height > 0


SEASON = [a_point(day, 0.15 + 0.01 * day) for day in range(0, 70, 10)]


def of_many_signs():
    """A narrow plot with bars, several indices, and dates of two states."""
    series = tuple(a_series(*SEASON, name=name) for name in ("NDVI", "NDWI", "NDMI", "NDRE"))
    bars = tuple(Interval(str(n), date(2022, 3, 1), date(2022, 4, 1)) for n in range(3))
    return PlotContent(series, overlays=PlotOverlays(intervals=bars))


@pytest.mark.parametrize("content", [PlotContent((a_series(*SEASON),)), of_many_signs()])
@pytest.mark.parametrize("width", [300, 900])
def test_a_plot_of_the_least_height_has_numbers_and_room_for_its_values(content, width):
    text = some_text()

    layout = lay_out(content, text, width=width, height=least_height(content, text, width=width))

    assert layout.frame.height >= LEAST_FRAME_LINES * text.line_px - 0.01
    assert len(layout.axes[0].ticks) > 1
    assert layout.legend


@given(low=st.floats(-1, 0.8), span=st.floats(0, 1.5))
def test_whatever_the_values_an_axis_has_two_numbers_that_do_not_touch(low, span):
    text = some_text()
    lacking = a_point(9, None, CLOUDY, reason="cloud")
    content = PlotContent((a_series(a_point(0, low), a_point(5, low + span), lacking),))

    layout = lay_out(content, text, width=300, height=least_height(content, text, width=300))

    places = [tick.px for tick in layout.axes[0].ticks]
    assert len(places) > 1
    assert min(a - b for a, b in pairwise(places)) > text.line_px
    assert min(places) >= layout.frame.top


def pairwise(places):
    return zip(places, places[1:])


def test_dots_of_the_largest_and_the_least_value_do_not_lie_on_the_frame():
    text = some_text()
    layout = laid_out(a_series(*SEASON), height=120)

    lowest, *_, highest = layout.series[0].dots

    assert highest.y - layout.frame.top > 0.3 * text.line_px
    assert layout.frame.bottom - lowest.y > 0.3 * text.line_px
