"""A queue is found again on another day, or asked a second time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.desktop.gui.inspection.queue.steps import answer, control, key, reopened, shown
from tests.desktop.window import wait_for


class TestAnotherDay:
    def test_offers_to_go_on_where_one_was(
        self, dock: Any, opened: Any, ids: list[str], tmp_path: Path
    ) -> None:
        shown(dock)
        answer(dock, "1")
        answer(dock, "1")
        key(dock, "N")
        reopened(dock, opened, tmp_path / "r.gpkg")
        assert opened.line.text == (
            "Go on with the inspection: 4 of 4, bucket ANC: 2 of 2, 2 decided."
        )
        opened.line.button.click()
        wait_for(lambda: opened.book.is_open)
        assert opened.book.item.key == (ids[1], "ANC")
        assert opened.book.progress.decided == 2
        assert shown(dock) == ids[1]

    def test_goes_on_by_its_key_and_by_space(self, dock: Any, opened: Any, tmp_path: Path) -> None:
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        shift = Qt.KeyboardModifier.ShiftModifier
        shown(dock)
        key(dock, "G", shift)  # there is nothing to go on with
        assert opened.book.is_open
        reopened(dock, opened, tmp_path / "r.gpkg")
        QTest.keyClick(dock.form.box, Qt.Key.Key_G, shift)  # wherever in the dock
        wait_for(lambda: opened.book.is_open)
        shown(dock)
        reopened(dock, opened, tmp_path / "r.gpkg")
        key(dock, "G", shift)  # the list of dates has a shortcut of its own for it
        wait_for(lambda: opened.book.is_open)
        shown(dock)
        for one in (dock.panel.view, dock):
            one.clearFocus()
        reopened(dock, opened, tmp_path / "r.gpkg")
        QTest.keyClick(opened.line.button, Qt.Key.Key_Space)
        wait_for(lambda: opened.book.is_open)
        assert shown(dock)

    def test_adds_the_layer_of_the_queue_if_the_project_has_lost_it(
        self, dock: Any, opened: Any, ids: list[str], tmp_path: Path, clean_project: Any
    ) -> None:
        shown(dock)
        clean_project.removeAllMapLayers()
        reopened(dock, opened, tmp_path / "r.gpkg")
        opened.line.button.click()
        wait_for(lambda: opened.book.is_open)
        assert shown(dock) == ids[0]
        assert [layer.name() for layer in clean_project.mapLayers().values()] == ["p"]


class TestTheSecondLook:
    def test_hides_the_first_answers_and_ends_with_the_agreement(
        self, dock: Any, opened: Any, tmp_path: Path
    ) -> None:
        from cbm_chips.gui.inspection.second_look.looks_dialog import LooksDialog

        shown(dock)
        for digit in "1121":
            answer(dock, digit)
        wait_for(lambda: any(one.flag == "clear" for one in dock.panel.entries()))
        events = dock.judging.events
        clear = next(one for one in dock.panel.entries() if one.flag == "clear")
        dock.session.current.go_to(clear.scene.id)
        events.mark("before")
        place = dock.session.place
        dialog = opened.ask_for_second_look()
        dialog.share.setValue(50)
        dialog.accept()
        assert opened.bar.text.startswith("Second look · 1 of 2")
        assert not dock.inspection.answers.newest
        dock.session.start(place)
        assert not events.answers()
        opened.book.end_second_look()
        dock.session.start(place)
        assert events.answers()
        opened.begin_second_look(opened._second)
        keys = [item.key for item in opened.book.items]
        reopened(dock, opened, tmp_path / "r.gpkg")
        opened.line.button.click()
        wait_for(lambda: opened.book.is_open)
        assert [item.key for item in opened.book.items] == keys
        shown(dock)
        answer(dock, "1")
        shown(dock)
        answer(dock, "3")
        (agreement,) = dock.findChildren(LooksDialog)
        assert agreement.rows[-1].both == 2
        assert agreement.differ
        assert not opened.bar.text.startswith("Second look")
        agreement.close()

    def test_says_nothing_of_the_first_one_and_takes_nothing_of_it_back(
        self, dock: Any, opened: Any
    ) -> None:
        answers, told = dock.inspection.answers, []
        dock.session.remarked.connect(told.append)
        shown(dock)
        answer(dock, "8")
        assert "takes the place" in told[-1]
        dialog = opened.ask_for_second_look()
        dialog.share.setValue(100)
        dialog.accept()
        assert told[-1] == ""
        assert not answers.can_undo
        key(dock, "Z", control())
        assert [one.answer.outcome.value for one in answers.kept.of_look(1).values()] == [
            "cannot be inspected"
        ]
        opened.book.end_second_look()
        assert answers.can_undo
