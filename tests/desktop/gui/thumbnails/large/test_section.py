"""Zooming into a chip of the list: all dates show the same section, values and files are right."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.desktop.gestures import key, move_to
from tests.desktop.gui.thumbnails.six_dates import pixels


def turn(widget: Any, at: Any, notches: int) -> None:
    """The wheel, with Shift."""
    from qgis.PyQt.QtCore import QPoint, QPointF, Qt
    from qgis.PyQt.QtGui import QWheelEvent
    from qgis.PyQt.QtWidgets import QApplication

    event = QWheelEvent(
        QPointF(at),
        QPointF(at),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def picture(panel: Any, row: int) -> Any:
    """Where a thumbnail's picture stands."""
    view = panel.view
    return view.shape.picture(view.visualRect(view.model().index(row, 0)))


def drag(widget: Any, start: Any, end: Any) -> None:
    from qgis.PyQt.QtCore import QEvent, QPointF, Qt
    from qgis.PyQt.QtGui import QMouseEvent
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QApplication

    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(widget, left, none, start)
    for at in (start + (end - start) / 2, end):
        kind = QEvent.Type.MouseMove
        QApplication.sendEvent(widget, QMouseEvent(kind, QPointF(at), left, left, none))
    QTest.mouseRelease(widget, left, none, end)


def test_the_wheel_zooms_all_thumbnails_at_the_spot_under_the_mouse(panel: Any) -> None:
    from qgis.PyQt.QtCore import QPointF, QRectF

    view, where = panel.view, picture(panel, 1)
    size, scrolled = view.shape.edge, view.verticalScrollBar().value()
    at = where.topLeft() + (where.bottomRight() - where.topLeft()) / 4
    spot = view.section.viewpoint.spot_at(QPointF(at), QRectF(where))
    turn(view.viewport(), at, 6)
    seen = view.section.viewpoint
    assert seen.zoom > 3
    now = seen.spot_at(QPointF(at), QRectF(where))
    assert (now.x(), now.y()) == pytest.approx((spot.x(), spot.y()), abs=1e-6)
    assert view.shape.edge == size, "the pictures stay as large"
    assert view.verticalScrollBar().value() == scrolled


def test_thumbnails_show_the_pixels_of_the_section(panel: Any) -> None:
    from qgis.PyQt.QtCore import QPointF, QRectF

    from cbm_chips.gui.thumbnails.grid.model import Role

    view = panel.view
    panel.model._overlay = type(panel.model.overlay)()  # no line over the pixels
    panel.go_to(panel.entries()[5].scene.id)
    view.section.zoom(12, QRectF(0, 0, view.shape.edge, view.shape.edge))
    view.repaint()
    for row in (0, 1):
        where = picture(panel, row)
        painted = pixels(view.viewport().grab().toImage())
        image = pixels(view.model().index(row, 0).data(int(Role.PICTURE)))
        checked = 0
        for x, y in np.random.default_rng(1).uniform(20, view.shape.edge - 20, (40, 2)):
            at = where.topLeft() + QPointF(int(x), int(y)).toPoint()
            middle = QPointF(at) + QPointF(0.5, 0.5)
            spot = view.section.viewpoint.spot_at(middle, QRectF(where))
            column, line = spot.x() * image.shape[1], spot.y() * image.shape[0]
            if min(column % 1, line % 1, 1 - column % 1, 1 - line % 1) < 0.15:
                continue  # on the edge of a pixel
            wanted = image[int(line), int(column), :3].tolist()
            assert painted[at.y(), at.x(), :3].tolist() == wanted
            checked += 1
        assert checked > 5


def test_dragging_moves_the_section_and_loads_or_ticks_nothing(panel: Any) -> None:
    from qgis.PyQt.QtCore import QPointF, QRectF

    view, where = panel.view, picture(panel, 0)
    asked: list[Any] = []
    view.load_asked.connect(asked.append)
    room = QRectF(where)
    drag(view.viewport(), where.center(), where.center() - QPointF(20, 12).toPoint())
    assert view.section.is_whole, "there is nothing to drag"
    view.section.zoom(4, room)
    start, end = where.center(), where.center() - QPointF(20, 12).toPoint()
    before = view.section.viewpoint.spot_at(QPointF(start), room)
    drag(view.viewport(), start, end)
    after = view.section.viewpoint.spot_at(QPointF(end), room)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()), abs=1e-6)
    assert not asked
    assert not view.selectionModel().selectedIndexes()


def test_keys_zoom_and_a_button_shows_whole_chips_again(panel: Any) -> None:
    section, button = panel.view.section, panel.controls._whole
    assert button.isHidden()
    key(panel.view, "Plus")
    key(panel.view, "Plus")
    assert section.viewpoint.zoom == pytest.approx(1.25**2)
    key(panel.view, "Minus")
    assert not button.isHidden()
    button.click()
    assert section.is_whole
    assert button.isHidden()
    key(panel.view, "Plus")
    key(panel.view, "0")
    assert section.is_whole


def test_large_and_small_pictures_show_the_same_section(panel: Any) -> None:
    panel.pages.toggle_large()
    for _ in range(9):
        key(panel.pages.large, "Plus")
    panel.pages.close_large()
    assert panel.view.section.viewpoint.zoom > 4


def test_values_are_those_of_the_pixel_that_is_seen(panel: Any) -> None:
    from qgis.PyQt.QtCore import QRectF

    where = picture(panel, 0)
    panel.view.section.zoom(4, QRectF(where), QRectF(where).topLeft())
    move_to(panel.view.viewport(), where.center())
    chip = panel.entries()[0].chip
    spot = panel.view._spot_of(panel.view.model().index(0, 0), where.center())
    assert 0 < spot.x() < 0.2
    value = chip.bands["B08"][int(spot.y() * 128), int(spot.x() * 128)] * 0.0001 - 0.1
    assert f"B08 {value:.3f}" in panel.info.text


def test_what_is_copied_is_the_whole_chip(panel: Any) -> None:
    from qgis.PyQt.QtCore import QRectF
    from qgis.PyQt.QtWidgets import QApplication

    def copied() -> np.ndarray:
        menu = panel.menu.made(panel.view.model().index(0, 0))
        next(one for one in menu.actions() if one.text() == "Copy picture").trigger()
        return pixels(QApplication.clipboard().image())

    whole = copied()
    panel.view.section.zoom(4, QRectF(0, 0, 88, 88))
    assert np.array_equal(copied(), whole)


def test_a_mark_is_drawn_without_hiding_a_warning(panel: Any) -> None:
    entry = panel.entries()[0]
    before = pixels(panel.view.viewport().grab().toImage())
    panel.model.show_marks({entry.scene.id: 1})
    after = pixels(panel.view.viewport().grab().toImage())
    where = picture(panel, 0)
    changed = np.argwhere((before != after).any(axis=2))
    assert len(changed) > 50
    rows, columns = changed[:, 0], changed[:, 1]
    assert rows.max() < where.center().y()
    assert columns.max() < where.center().x()
    assert columns.min() >= where.left()


def test_the_calendar_shows_the_same_section_and_the_marks(panel: Any) -> None:
    from qgis.PyQt.QtCore import QRectF

    from cbm_chips.gui.thumbnails.controls.view_button import CALENDAR

    panel._show_layout(CALENDAR)
    calendar = panel.pages.calendar
    whole = pixels(calendar.viewport().grab().toImage())
    panel.view.section.zoom(6, QRectF(0, 0, 88, 88))
    near = pixels(calendar.viewport().grab().toImage())
    assert (near != whole).any()
    panel.model.show_marks({panel.entries()[0].scene.id: 1})
    assert (pixels(calendar.viewport().grab().toImage()) != near).any()
