"""How the parts share the dock at any size, and the page with all its keys."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desktop.window import settle

SIZES = [(320, 690), (320, 600), (900, 600), (1920, 1080)]


def put(dock: Any, width: int, height: int) -> None:
    """A window of its own of this size."""
    dock.setFloating(True)
    dock.resize(width, height)
    for _ in range(3):
        settle()


def in_sight(dock: Any, widget: Any) -> bool:
    """Nothing of it lies outside the dock, or under an edge of what scrolls."""
    return bool(widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect())


@pytest.fixture
def full(dock: Any) -> Any:
    """With all that can be below the dates."""
    dock.plot.action.trigger()
    dock.judging.switch.trigger()
    dock.inspection.actions.switch.trigger()
    settle()
    return dock


class TestTheDesk:
    def test_has_the_buttons_of_answers_in_sight(self, full: Any) -> None:
        for size in SIZES:
            put(full, *size)
            assert full.width() == size[0]
            for button in full.inspection.bar.buttons:
                assert in_sight(full, button), (size, button.text())

    def test_has_a_remark_in_sight_however_much_scrolls(self, full: Any) -> None:
        words = "Parcel 315012 takes the place of 315010 (wrong geometry) in E5."
        for size in ((320, 690), (640, 760), (900, 600)):
            put(full, *size)
            for said in ("", words, "", words):
                full.session.remark(said)
                settle()
            assert full.status_bar.remark.text() == words
            assert in_sight(full, full.status_bar.remark), size
            assert full.widget().foot.verticalScrollBar().maximum() == 0, size
            full.status_bar.say("")
            settle()
            assert not full.status_bar.remark.isVisible()

    def test_has_the_plot_beside_the_dates_where_it_is_wide(self, full: Any) -> None:
        desk = full.widget()
        put(full, 900, 600)
        assert desk.is_wide
        assert full.plot_place.width() > desk.width() // 3
        put(full, 320, 690)
        assert not desk.is_wide
        put(full, 900, 1400)
        assert not desk.is_wide

    def test_remembers_how_wide_the_plot_was_left(self, full: Any) -> None:
        splitter = full.widget().splitter
        put(full, 1200, 700)
        splitter.setSizes([800, 400])
        splitter.splitterMoved.emit(800, 1)
        put(full, 320, 690)
        put(full, 1200, 700)
        assert abs(full.plot_place.width() - 400) < 40

    def test_has_no_foot_without_the_bar(self, dock: Any) -> None:
        put(dock, 320, 690)
        assert not dock.widget().foot.isVisible()
        dock.inspection.actions.switch.trigger()
        settle()
        assert dock.widget().foot.isVisible()


class TestThePageOfKeys:
    def test_has_every_key_of_the_moment(self, dock: Any) -> None:
        from qgis.PyQt.QtGui import QKeySequence

        dock.inspection.actions.slots["3"].setShortcut(QKeySequence("F8"))
        page = dock.show_keys()
        rows = dict(page.rows)
        assert rows["F8"] == "Answer: Inconclusive"
        assert "3" not in rows
        assert rows["Ctrl+Z"] == "Take the last answer back"
        assert {"N", "P", "B", "A", "G", "Shift+E"} <= set(rows)
        shown = set(rows)
        for one in dock.actions_to_register:
            assert not one.shortcut().toString() or one.shortcut().toString() in shown
        page.close()

    def test_follows_what_is_changed_while_it_is_open(self, dock: Any) -> None:
        from qgis.PyQt.QtGui import QKeySequence

        page = dock.show_keys()
        page.search.setText("confirmed")
        dock.inspection.actions.slots["1"].setShortcut(QKeySequence("F8"))
        settle()
        assert ("F8", "Answer: Confirmed") in page.rows
        assert "1" not in dict(page.rows)
        assert len(page.rows) < 10
        page.close()

    def test_has_all_that_the_bars_of_queue_and_answers_can_do(self, dock: Any) -> None:
        from qgis.PyQt.QtWidgets import QLineEdit, QToolButton

        inspection = dock.inspection
        bars = (inspection.desk.bar, inspection.desk.line, inspection.bar)
        listed = set(dock.actions_to_register)
        buttons = [one for bar in bars for one in bar.findChildren(QToolButton)]
        shown = {one.defaultAction() for one in buttons if not isinstance(one.parent(), QLineEdit)}
        assert shown - {None} <= listed
        of_menu = set(inspection.desk.bar.menu.menu().actions())
        assert of_menu <= listed
        keys = {key for key, _ in dock.show_keys().rows}
        assert {"Shift+G", "Shift+T", "Shift+D", "Shift+Q", "Shift+O", "Shift+F"} <= keys

    def test_narrows_to_what_is_searched(self, dock: Any) -> None:
        page = dock.show_keys()
        page.search.setText("comment")
        assert [what for _, what in page.rows] == ["Comment on the next answer"]
        page.close()

    def test_has_each_key_for_one_thing_only(self, dock: Any) -> None:
        keys = [one.shortcut().toString() for one in dock.actions_to_register]
        twice = {key for key in keys if key and keys.count(key) > 1}
        assert twice == set()


class TestTheNextStart:
    def test_finds_the_dock_on_its_own_as_it_was_left(
        self, loaded: Any, dock: Any, iface: Any
    ) -> None:
        dock.setFloating(True)
        dock.setGeometry(40, 60, 500, 420)
        settle()
        again = reopened(loaded, iface)
        assert again.isFloating()
        box = again.geometry()
        assert (box.width(), box.height()) == (500, 420)

    def test_finds_a_window_whose_screen_is_gone(self, loaded: Any, dock: Any, iface: Any) -> None:
        from cbm_chips.gui.session.form_values import store

        dock.setFloating(True)
        settle()
        store.remember_grid("dock_geometry", "9000 9000 500 420")
        again = reopened(loaded, iface)
        assert again.isFloating()
        assert again.x() < 9000

    def test_finds_the_dock_as_wide_as_it_was_left(
        self, loaded: Any, dock: Any, iface: Any
    ) -> None:
        from qgis.PyQt.QtCore import Qt

        iface.window.resizeDocks([dock], [430], Qt.Orientation.Horizontal)
        settle()
        width = dock.width()
        assert abs(reopened(loaded, iface).width() - width) <= 2


def reopened(loaded: Any, iface: Any) -> Any:
    """The dock of the next start of QGIS."""
    from cbm_chips.bridge.late_settings import LATE_SETTINGS

    LATE_SETTINGS.write()
    loaded.unload()
    settle()
    loaded.initGui()
    settle()
    if loaded.dock is None:
        iface.menu[0].trigger()
    settle()
    return loaded.dock
