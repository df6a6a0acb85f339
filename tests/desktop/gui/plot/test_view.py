"""The plot on a screen: its pixels, the mouse, the keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from cbm_chips.core.series.plot.content import PlotContent
from cbm_chips.core.series.plot.hits import dots_of
from cbm_chips.core.series.plot.overlays import Interval, IntervalForm, PlotOverlays, ShadedWindow
from cbm_chips.core.series.values import PointState
from tests.core.series.made import CLOUDY, PARTLY, a_point, a_series

SERIES = a_series(0, 10, a_point(20, 0.3, PARTLY), a_point(30, 0.2, CLOUDY), 40, 100)


@pytest.fixture
def view(qgis_app: object) -> Iterator[Any]:
    from cbm_chips.gui.plot.view import SeriesPlot

    made = SeriesPlot()
    made.resize(640, 320)
    made.show_content(PlotContent((SERIES,)))
    made.show()
    yield made
    made.close()
    made.deleteLater()


def place(view: Any, key: str) -> Any:
    return view.place_of(key).toPoint()


def click(view: Any, where: Any) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view, left, none, where)


def press_key(view: Any, name: str) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    QTest.keyClick(view, getattr(Qt.Key, f"Key_{name}"))


def told(signal: Any) -> list[str]:
    heard: list[str] = []
    signal.connect(heard.append)
    return heard


def pixel(image: Any, where: Any) -> str:
    return str(image.pixelColor(where).name())


def is_blue(name: str) -> bool:
    """As the first line, which may lie between two rows of pixels."""
    return int(name[5:7], 16) - int(name[1:3], 16) > 80


def shown(view: Any) -> Any:
    return view.grab().toImage()


class TestPixels:
    def test_a_clear_date_is_full_and_a_cloudy_one_hollow(self, view: Any) -> None:
        image, base = shown(view), view.palette().base().color().name()

        assert pixel(image, place(view, "day-0")) != base
        assert pixel(image, place(view, "day-30")) == base

    def test_a_partly_clouded_date_is_full_at_the_left_and_hollow_at_the_right(
        self, view: Any
    ) -> None:
        from qgis.PyQt.QtCore import QPoint

        image, middle = shown(view), place(view, "day-20")
        base = view.palette().base().color().name()

        assert pixel(image, middle - QPoint(2, 0)) != base
        assert pixel(image, middle + QPoint(2, 0)) == base

    def test_the_line_runs_between_near_dates_and_not_over_a_gap(self, view: Any) -> None:
        from qgis.PyQt.QtCore import QPoint

        view.show_content(PlotContent((SERIES,), has_quarters=False))
        image = shown(view)
        colours = {
            names: {
                pixel(image, QPoint(x, y))
                for x in (first.x() + (last.x() - first.x()) // 2,)
                for y in range(first.y() - 2, first.y() + 3)
            }
            for names in (("day-0", "day-10"), ("day-40", "day-100"))
            for first, last in ((place(view, key) for key in names),)
        }

        assert any(map(is_blue, colours["day-0", "day-10"]))
        assert not any(map(is_blue, colours["day-40", "day-100"]))

    @pytest.mark.parametrize("base", ["#222222", "#eeeeee"])
    def test_words_can_be_read_where_a_theme_left_the_text_of_another_one(
        self, qgis_app: object, base: str
    ) -> None:
        from qgis.PyQt.QtGui import QColor, QPalette

        from cbm_chips.bridge.plot.colours import PlotColours
        from cbm_chips.gui.widgets.contrast import contrast

        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, QColor(base))
        palette.setColor(QPalette.ColorRole.Text, QColor(base))

        colours = PlotColours.of(palette)

        assert contrast(colours.text, colours.base) > 4.5
        assert contrast(colours.muted, colours.base) > 4.5

    def test_no_two_states_look_alike(self, qgis_app: object) -> None:
        from qgis.PyQt.QtCore import QPointF
        from qgis.PyQt.QtGui import QColor, QImage, QPainter

        from cbm_chips.bridge.plot.markers import draw_marker

        forms = set()
        for state in PointState:
            image = QImage(24, 24, QImage.Format.Format_ARGB32)
            image.fill(QColor("white"))
            painter = QPainter(image)
            draw_marker(painter, state, QPointF(12, 12), (6, QColor("black"), QColor("white")))
            painter.end()
            forms.add(bytes(image.constBits().asstring(image.sizeInBytes())))

        assert len(forms) == len(PointState)

    def test_a_window_is_shaded_and_an_interval_hatched(self, view: Any) -> None:
        from qgis.PyQt.QtCore import QPoint

        window = ShadedWindow(date(2022, 5, 5), date(2022, 5, 25), "ban")
        gap = Interval("", date(2022, 7, 1), date(2022, 7, 30), IntervalForm.HATCHED)
        before = shown(view)
        view.show_content(PlotContent((SERIES,), overlays=PlotOverlays((gap,), (window,))))
        image, layout = shown(view), view.laid_out()
        box = layout.windows[0].box
        bar = layout.intervals[0].box

        within = QPoint(int(box.right) - 9, int(box.bottom) - 30)
        assert pixel(image, within) != pixel(before, within)
        along = range(int(bar.left) + 4, int(bar.right) - 4)
        middle = int((bar.top + bar.bottom) / 2)
        assert len({pixel(image, QPoint(x, middle)) for x in along}) > 1

    def test_it_is_sharp_on_a_fine_screen_and_dark_where_qgis_is(self, view: Any) -> None:
        from qgis.PyQt.QtGui import QColor, QPalette

        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, QColor("#202020"))
        palette.setColor(QPalette.ColorRole.Text, QColor("#e0e0e0"))
        view.setPalette(palette)

        image = shown(view)

        assert pixel(image, place(view, "day-30")) == "#202020"
        assert QColor(pixel(image, place(view, "day-0"))).lightness() > 120

    def test_a_theme_without_a_background_of_its_own_leaves_no_old_pixels(self, view: Any) -> None:
        from qgis.PyQt.QtCore import QPoint
        from qgis.PyQt.QtGui import QColor, QPalette

        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        palette.setColor(QPalette.ColorRole.Text, QColor("#e0e0e0"))
        view.setPalette(palette)

        assert pixel(shown(view), QPoint(1, view.height() - 1)) == "#202020"


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


@pytest.mark.parametrize("size", [(1, 1), (280, 120), (3000, 1500)])
def test_any_size_can_be_painted(view: Any, size: tuple[int, int]) -> None:
    view.resize(*size)

    assert not shown(view).isNull()


def hover(view: Any, where: Any) -> None:
    from qgis.PyQt.QtCore import Qt

    move(view, where, Qt.MouseButton.NoButton)


def drag(view: Any, where: Any) -> None:
    from qgis.PyQt.QtCore import Qt

    move(view, where, Qt.MouseButton.LeftButton)


def move(view: Any, where: Any, buttons: Any) -> None:
    """QTest's moves depend on where the real pointer is."""
    from qgis.PyQt.QtCore import QEvent, QPointF, Qt
    from qgis.PyQt.QtGui import QMouseEvent
    from qgis.PyQt.QtWidgets import QApplication

    kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    modifiers = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, QPointF(where), none, buttons, modifiers)
    QApplication.sendEvent(view, event)


def wheel(view: Any, where: Any) -> None:
    from qgis.PyQt.QtCore import QPoint, QPointF, Qt
    from qgis.PyQt.QtGui import QWheelEvent
    from qgis.PyQt.QtWidgets import QApplication

    at, none = QPointF(where), Qt.MouseButton.NoButton
    modifiers, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, at, QPoint(), QPoint(0, 120), none, modifiers, phase, False)
    QApplication.sendEvent(view, event)
