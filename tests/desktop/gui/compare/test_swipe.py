"""Two dates on the map, left and right of a line."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.desktop.gestures import key
from tests.desktop.gui.compare.marked_dates import (
    mark_both,
    painted,
    remark,
    rendered,
)
from tests.desktop.window import wait_for

pytestmark = pytest.mark.kept_dock


class TestTheSwipe:
    def test_has_the_layers_of_both_dates_on_both_sides(self, iface: Any, swiped: Any) -> None:
        canvas, swipe = iface.canvas, swiped.compare.swipe
        first, second = swipe._layers
        assert canvas.layers() == [first]
        for share in (0.3, 0.7):
            swipe.item.move_to(share)
            drawn, wanted = painted(swiped, canvas), rendered(canvas, [second])
            line = int(swipe.item.line_x)
            assert np.array_equal(drawn[60:, line + 20 :], wanted[60:, line + 20 :])
            assert not drawn[60:, : line - 20].any(), "there the map is seen"
        assert (rendered(canvas, [first]) != rendered(canvas, [second])).any()

    def test_follows_the_map(self, iface: Any, swiped: Any) -> None:
        canvas, swipe = iface.canvas, swiped.compare.swipe
        before = swipe.item.rendered
        canvas.zoomByFactor(0.5)
        wait_for(lambda: swipe.item.rendered is not before)
        line = int(swipe.item.line_x)
        wanted = rendered(canvas, [swipe._layers[1]])
        assert np.array_equal(painted(swiped, canvas)[60:, line + 20 :], wanted[60:, line + 20 :])

    def test_line_follows_mouse_and_keys(self, iface: Any, swiped: Any) -> None:
        from qgis.PyQt.QtCore import QPoint, Qt
        from qgis.PyQt.QtTest import QTest

        canvas, swipe = iface.canvas, swiped.compare.swipe
        centre = canvas.extent().center()
        key(canvas, "Right")
        assert swipe.item.share == pytest.approx(0.52)
        key(canvas, "Home")
        assert swipe.item.share == 0
        key(canvas, "Left")
        assert swipe.item.share == 0
        assert canvas.extent().center() == centre, "the arrows do not move the map"
        viewport, left = canvas.viewport(), Qt.MouseButton.LeftButton
        at = QPoint(viewport.width() // 4, 200)
        QTest.mousePress(viewport, left, Qt.KeyboardModifier.NoModifier, at)
        assert swipe.item.share == pytest.approx(0.25, abs=0.01)
        QTest.mouseRelease(viewport, left, Qt.KeyboardModifier.NoModifier, at)

    def test_does_not_begin_once_its_loading_was_stopped(self, season: Any) -> None:
        mark_both(season)
        season.compare.letters["L"].trigger()
        assert season.layers.loader.is_busy
        season.escape.press()
        season.layers.load(list(season.session.compared.pair))
        wait_for(lambda: not season.layers.loader.is_busy)
        assert not season.compare.swipe.is_on

    def test_gives_the_keys_back_to_the_dates(self, iface: Any, season: Any) -> None:
        from qgis.PyQt.QtWidgets import QApplication

        mark_both(season)
        season.panel.view.setFocus()
        if QApplication.focusWidget() is not season.panel.view:
            pytest.skip("this platform gives no window the focus")
        season.compare.letters["L"].trigger()
        wait_for(lambda: season.compare.swipe.is_on)
        assert iface.canvas.hasFocus()
        key(iface.canvas, "Escape")
        assert season.panel.view.hasFocus()

    def test_ends_with_escape_and_gives_the_tool_back(self, iface: Any, swiped: Any) -> None:
        assert swiped.preview._is_held
        told: list[str] = []
        swiped.session.remarked.connect(told.append)
        key(iface.canvas, "Escape")
        assert told[-1:] == [""], "how to move the line is not said without a line"
        assert not swiped.compare.swipe.is_on
        assert swiped.picker.is_active, "the tool of before"
        assert not swiped.preview._is_held
        assert not swiped.compare.swipe.action.isChecked()

    def test_ends_when_the_dock_is_closed(self, iface: Any, swiped: Any) -> None:
        swiped.close()
        assert not swiped.compare.swipe.is_on
        assert swiped.picker.is_active, "the tool of before"

    def test_ends_with_another_tool_or_without_one_of_its_layers(
        self, iface: Any, swiped: Any
    ) -> None:
        from qgis.core import QgsProject

        swipe = swiped.compare.swipe
        swiped.picker.parcelAction.trigger()
        assert not swipe.is_on
        assert swiped.picker.parcelAction.isChecked()
        swipe.action.trigger()
        wait_for(lambda: swipe.is_on)
        QgsProject.instance().removeMapLayer(swipe._layers[1].id())
        assert not swipe.is_on

    def test_needs_both_dates_and_says_so(self, season: Any) -> None:
        season.compare.letters["L"].trigger()
        assert "Mark a first and a second date" in remark(season)
        assert not season.compare.swipe.action.isChecked()


def test_nothing_is_left_when_the_dock_goes(iface: Any, swiped: Any, loaded: Any) -> None:
    """The line, the tool, and what is being rendered."""
    item = swiped.compare.swipe.item
    assert item in iface.canvas.scene().items()
    swiped.unload()
    assert item not in iface.canvas.scene().items()
