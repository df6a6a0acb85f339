"""The plot under the mouse and by its keys."""

from __future__ import annotations

from typing import Any

from cbm_chips.core.series.plot.content import PlotContent
from cbm_chips.core.series.plot.hits import dots_of
from cbm_chips.core.series.values import PointState
from tests.core.series.made import a_point, a_series
from tests.desktop.gui.plot.hands import (
    SERIES,
    click,
    drag,
    hover,
    place,
    press_key,
    told,
    wheel,
)


class TestTheMouse:
    def test_a_click_on_a_date_chooses_it(self, view: Any) -> None:
        chosen = told(view.chosen)

        for key in ("day-10", "day-30", "day-100"):
            click(view, place(view, key))

        assert chosen == ["day-10", "day-30", "day-100"]

    def test_a_click_beside_all_dates_means_the_nearest_in_time(self, view: Any) -> None:
        from qgis.PyQt.QtCore import QPoint

        chosen = told(view.chosen)
        frame = view.laid_out().frame

        click(view, QPoint(place(view, "day-40").x() + 12, int(frame.top) + 20))
        click(view, QPoint(3, 3))

        assert chosen == ["day-40"]

    def test_the_line_is_dragged_from_date_to_date(self, view: Any) -> None:
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        chosen = told(view.chosen)
        view.chosen.connect(view.show_current)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

        QTest.mousePress(view, left, none, place(view, "day-0"))
        for key in ("day-10", "day-20", "day-40"):
            drag(view, place(view, key))
        QTest.mouseRelease(view, left, none, place(view, "day-40"))

        assert chosen == ["day-0", "day-10", "day-20", "day-40"]

    def test_what_is_under_it_is_told_once_and_taken_back(self, view: Any) -> None:
        from qgis.PyQt.QtCore import QPoint

        pointed = told(view.pointed)

        for where in (place(view, "day-10"), place(view, "day-10"), QPoint(4, 4)):
            hover(view, where)

        assert pointed == ["day-10", ""]

    def test_the_tooltip_has_the_numbers_of_all_series(self, view: Any) -> None:
        from cbm_chips.gui.plot.tooltip import lines_of

        dip = a_point(10, 0.1, PointState.SUSPECT, reason="it lies below both")
        view.show_content(PlotContent((SERIES, a_series(0, dip, name="NDMI"))))

        lines = lines_of(dots_of(view.laid_out(), "day-10"))

        assert lines[0].startswith("11 May 2022")
        assert lines[1] == "NDVI 0.500 (half of the pixels 0.450 to 0.550), 90 clear pixels"
        assert lines[2].startswith("NDMI 0.100")
        assert lines[-1] == "it lies below both"

    def test_the_wheel_zooms_around_the_day_under_it(self, view: Any) -> None:
        before = place(view, "day-40")
        span = view.laid_out().days

        wheel(view, before)

        days = view.laid_out().days
        assert days.high - days.low < span.high - span.low
        assert abs(place(view, "day-40").x() - before.x()) <= 1

        view.show_all()
        assert view.laid_out().days == span


class TestKeys:
    def test_arrows_go_from_date_to_date_and_stop_at_the_ends(self, view: Any) -> None:
        chosen = told(view.chosen)
        view.chosen.connect(view.show_current)
        view.show_current("day-40")

        for name in ("Right", "Right", "Left", "Home", "End"):
            press_key(view, name)

        assert chosen == ["day-100", "day-100", "day-40", "day-0", "day-100"]

    def test_plus_and_minus_zoom_and_zero_shows_all(self, view: Any) -> None:
        whole = view.laid_out().days

        press_key(view, "Plus")
        near = view.laid_out().days
        press_key(view, "PageDown")
        later = view.laid_out().days
        press_key(view, "0")

        assert near.high - near.low < whole.high - whole.low
        assert later.low > near.low
        assert view.laid_out().days == whole


def test_another_content_keeps_the_current_date_and_the_span_in_sight(view: Any) -> None:
    view.show_current("day-10")
    press_key(view, "Plus")
    days = view.laid_out().days

    view.show_content(PlotContent((a_series(0, 10, 20),)))

    assert view.current == "day-10"
    assert (view.laid_out().days.low, view.laid_out().days.high) == (days.low, days.high)


def test_screen_readers_hear_the_numbers_of_the_current_date(view: Any) -> None:
    view.show_current("day-10")

    assert "NDVI 0.500" in view.accessibleDescription()
