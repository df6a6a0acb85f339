"""The plot on a screen: its pixels."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cbm_chips.core.series.plot.content import PlotContent
from cbm_chips.core.series.plot.overlays import Interval, IntervalForm, PlotOverlays, ShadedWindow
from cbm_chips.core.series.values import PointState
from tests.desktop.gui.plot.hands import (
    SERIES,
    is_blue,
    pixel,
    place,
    shown,
)


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


@pytest.mark.parametrize("size", [(1, 1), (280, 120), (3000, 1500)])
def test_any_size_can_be_painted(view: Any, size: tuple[int, int]) -> None:
    view.resize(*size)

    assert not shown(view).isNull()
