"""The bar of answers in the dock: keys and buttons, what is said beside, and what goes wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.desktop.answering import ITEMS, QUEUE, rows, show_parcel
from tests.desktop.window import settle, wait_for


@pytest.fixture
def shown(dock: Any) -> Any:
    """A parcel is on show, whose dates have the focus."""
    show_parcel(dock, "315010")
    return dock.inspection


@pytest.fixture
def desk(dock: Any, shown: Any, tmp_path: Path) -> Any:
    """With a queue and an open record."""
    desk = dock.inspection
    desk.queue.open(QUEUE)
    desk.answers.open(str(tmp_path / "r.gpkg"))
    wait_for(lambda: desk.answers.record.is_open)
    settle()
    return desk


def press(dock: Any, keys: str, widget: Any = None) -> None:
    """One after another, on the dates unless somewhere else, each until it is written."""
    from qgis.PyQt.QtTest import QTest

    target = widget or dock.panel.view
    target.setFocus()
    for key in keys:
        QTest.keyClick(target, key)
        wait_for(lambda: not dock.inspection.answers.kept.is_writing)


def chord(dock: Any, key: str, modifiers: Any, widget: Any = None) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    target = widget or dock.panel.view
    target.setFocus()
    QTest.keyClick(target, getattr(Qt.Key, f"Key_{key}"), modifiers)
    wait_for(lambda: not dock.inspection.answers.kept.is_writing)


def takes(widget: Any, key: str) -> bool:
    """A key is the widget's before it is a shortcut of any other."""
    from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
    from qgis.PyQt.QtGui import QKeyEvent

    held = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.ShortcutOverride, getattr(Qt.Key, f"Key_{key}"), held, key)
    event.ignore()
    QCoreApplication.sendEvent(widget, event)
    return bool(event.isAccepted())


def outcomes(desk: Any) -> list[str]:
    return [
        "open" if row.answer.outcome is None else row.answer.outcome.value
        for row in rows(desk.answers)
    ]


class TestKeys:
    def test_answer_one_question_after_another(self, dock: Any, desk: Any) -> None:
        press(dock, "12")
        assert outcomes(desk) == ["confirmed", "not confirmed"]
        assert desk.queue.item == ITEMS[2]
        assert desk.bar.isVisible()

    def test_take_back_and_give_again(self, dock: Any, desk: Any) -> None:
        from qgis.PyQt.QtCore import Qt

        ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        press(dock, "1")
        chord(dock, "Z", ctrl)
        assert outcomes(desk) == ["confirmed", "open"]
        chord(dock, "Z", ctrl | shift)
        chord(dock, "Z", ctrl)
        chord(dock, "Y", ctrl)
        assert outcomes(desk) == ["confirmed", "open", "confirmed", "open", "confirmed"]

    def test_are_the_dock_s_before_qgis_takes_them_for_its_own_undo(
        self, dock: Any, desk: Any
    ) -> None:
        from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
        from qgis.PyQt.QtGui import QKeyEvent

        ctrl = Qt.KeyboardModifier.ControlModifier
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, ctrl)
        event.ignore()
        QCoreApplication.sendEvent(dock, event)
        assert event.isAccepted()

    def test_that_were_changed_in_qgis_are_on_the_buttons(self, dock: Any, desk: Any) -> None:
        from qgis.PyQt.QtGui import QKeySequence

        assert desk.bar.buttons[0].text() == "1 Confirmed"
        desk.actions.slots["1"].setShortcut(QKeySequence("F7"))
        assert desk.bar.buttons[0].text() == "F7 Confirmed"

    def test_of_the_number_pad_answer_too(self, dock: Any, desk: Any) -> None:
        from qgis.PyQt.QtCore import Qt

        chord(dock, "2", Qt.KeyboardModifier.KeypadModifier)
        assert outcomes(desk) == ["not confirmed"]


class TestBesideTheAnswer:
    def test_is_said_by_keys_and_typed_figures_are_no_answers(self, dock: Any, desk: Any) -> None:
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        shift, bar = Qt.KeyboardModifier.ShiftModifier, desk.bar
        chord(dock, "P", shift)
        QTest.keyClicks(bar.confidence.lineEdit(), "80")
        QTest.keyClick(bar.confidence, Qt.Key.Key_Return)
        chord(dock, "C", shift)
        QTest.keyClicks(bar.comment, "1 bale")
        QTest.keyClick(bar.comment, Qt.Key.Key_Return)
        chord(dock, "R", shift)
        bar.reason.setCurrentIndex(bar.reason.findData("snow"))
        QTest.keyClick(bar.reason, Qt.Key.Key_Escape)
        assert rows(desk.answers) == ()
        press(dock, "3")
        (row,) = rows(desk.answers)
        said = row.answer
        assert (said.confidence_pct, said.comment, said.reason) == (80, "1 bale", "snow")
        assert bar.comment.text() == ""
        assert bar.confidence.value() == -1

    def test_a_reason_is_asked_for_where_it_is_needed(self, dock: Any, desk: Any) -> None:
        from qgis.PyQt.QtWidgets import QMenu

        press(dock, "4")
        (menu,) = [one for one in desk.bar.findChildren(QMenu) if one.isVisible()]
        assert takes(menu, "2")  # and not the dates, which keep the focus
        press(dock, "2", menu)
        (row,) = rows(desk.answers)
        assert (row.answer.outcome.value, row.answer.reason) == (
            "cannot be inspected",
            "too small",
        )


class TestAtTheLeastWidth:
    @pytest.mark.parametrize(
        ("wide", "cut"), [((90, 150, 170, 130, 120, 170, 110, 100, 170), 0), ((160,) * 9, 9)]
    )
    def test_no_answer_is_cut_off_unless_that_takes_more_rows(
        self, qgis_app: Any, wide: tuple[int, ...], cut: int
    ) -> None:
        from qgis.PyQt.QtWidgets import QSpacerItem

        from cbm_chips.gui.widgets.wrapping_layout import flowing_or_halves

        boxes = flowing_or_halves([QSpacerItem(one, 26) for one in wide], 308)
        assert sum(box.width() < one for box, one in zip(boxes, wide)) == cut
        assert len({box.top() for box in boxes}) == 5
        assert boxes[-1].bottom() < 5 * 28

    def test_the_reason_is_whole(self, dock: Any) -> None:
        bar = dock.inspection.bar
        dock.inspection.actions.switch.trigger()
        dock.setFloating(True)
        dock.resize(320, 690)
        settle()
        words = bar.reason.fontMetrics().horizontalAdvance(bar.reason.currentText())
        assert bar.reason.width() > words + bar.reason.height()


class TestWords:
    def test_say_what_is_asked_in_which_window(self, dock: Any, desk: Any) -> None:
        from cbm_chips.core.events.legal_window import NamedWindow
        from cbm_chips.core.inspection.scheme import InspectionScheme
        from cbm_chips.core.inspection.values import InspectionQuestion
        from cbm_chips.gui.session.inspection.settings import save_scheme

        asked = InspectionQuestion("E5", "Is there a catch crop?", "Catch crop")
        window = NamedWindow("Catch crop", "09-15", "12-31")
        save_scheme(InspectionScheme(questions=(asked,), windows=(window,)))
        dock.judging.events.set_windows((window,))
        desk.refresh()
        assert desk.bar.state.text().startswith("E5: Is there a catch crop?")
        assert dock.judging.events.window_name == "Catch crop"
        press(dock, "1")
        assert rows(desk.answers)[0].question_text == "Is there a catch crop?"

    def test_say_what_was_answered_and_by_whom(self, dock: Any, desk: Any) -> None:
        from cbm_chips.gui.session.inspection.settings import set_inspector

        set_inspector("Ada")
        press(dock, "5")
        desk.queue.go_to(0)
        words = desk.bar.state.text()
        assert words.startswith("E5 · 315010: Inconclusive · cloud gap · Ada, ")
        assert desk.bar.state.accessibleName() == words


class TestManyParcels:
    def test_are_answered_after_their_number_was_confirmed(self, dock: Any, desk: Any) -> None:
        from tests.desktop.running import memory_layer

        square = "POLYGON((5.66 52.69, 5.67 52.69, 5.67 52.70, 5.66 52.69))"
        layer = memory_layer("EPSG:4326", **{"315010": square, "315011": square, "9": square})
        desk._layers = lambda: [layer]
        layer.selectAll()
        press(dock, "1")
        desk.queue.go_to(0)
        desk.ask_for_many()
        from cbm_chips.gui.inspection.answering.many_dialog import ManyDialog

        (dialog,) = dock.findChildren(ManyDialog)
        titles = [one.text() for one in dialog.scope.buttons()]
        assert titles == [
            "1 open question of “E5”",
            "2 questions of “E5”",
            "2 open questions of all groups",
            "3 questions of all groups",
        ]
        dialog.scope.button(1).click()
        dialog.answer.setCurrentIndex(1)
        ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
        assert ok.text() == "Answer 2 questions"
        ok.click()
        wait_for(lambda: len(rows(desk.answers)) == 3)
        assert [row.item.parcel for row in rows(desk.answers)[1:]] == ["315010", "315011"]


class TestTheRecord:
    def test_is_asked_for_beside_the_project_and_found_again(
        self, dock: Any, shown: Any, clean_project: Any, tmp_path: Path
    ) -> None:
        desk = shown
        clean_project.write(str(tmp_path / "season.qgs"))
        desk.queue.open(QUEUE)
        press(dock, "1")
        dialog = desk.record.dialog
        assert dialog.file.filePath() == str(tmp_path / "season_inspection.gpkg")
        dialog.accept()
        wait_for(lambda: desk.answers.can_undo, 10)
        assert outcomes(desk) == ["confirmed"]
        clean_project.clear()
        wait_for(lambda: not desk.answers.newest)
        clean_project.read(str(tmp_path / "season.qgs"))
        wait_for(lambda: desk.answers.newest)

    def test_that_nobody_wants_forgets_the_answer(self, dock: Any, shown: Any) -> None:
        desk = shown
        desk.queue.open(QUEUE)
        press(dock, "1")
        desk.record.dialog.reject()
        assert not desk.answers.kept.is_waiting
        assert desk.queue.item == ITEMS[0]

    def test_that_can_t_be_written_says_so_until_it_can(
        self, dock: Any, desk: Any, tmp_path: Path
    ) -> None:
        file, away = tmp_path / "r.gpkg", tmp_path / "away.gpkg"
        file.rename(away)
        press(dock, "1")
        assert "r.gpkg" in desk.bar.problem.text
        assert desk.bar.retry.isVisible()
        away.rename(file)
        desk.bar.retry.click()
        wait_for(lambda: desk.answers.can_undo, 10)
        assert not desk.bar.problem.isVisible()
        assert not desk.bar.retry.isVisible()


def test_keys_on_the_map_answer_too(iface: Any, dock: Any, desk: Any) -> None:
    dock.picker.clickAction.trigger()
    press(dock, "1", iface.canvas)
    assert outcomes(desk) == ["confirmed"]
