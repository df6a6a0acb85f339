"""The bar of a queue in the dock: where one is, and the ways to the next parcel."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desktop.gui.inspection.queue.steps import answer, key, shown
from tests.desktop.window import settle

pytestmark = pytest.mark.kept_dock


class TestTheBar:
    def test_says_where_one_is_and_what_the_sample_says(
        self, dock: Any, opened: Any, ids: list[str]
    ) -> None:
        assert opened.bar.text == "1 of 4, bucket E5: 1 of 2"
        tip = opened.bar.tip
        for line in (f"Parcel: {ids[0]}", "Ranking: 1", "Covered by VHR: yes", "Holding: H1"):
            assert line in tip

    def test_says_its_state_in_one_line_where_there_is_room(self, dock: Any, opened: Any) -> None:
        dock.setFloating(True)
        dock.resize(900, 600)
        shown(dock)
        answer(dock, "1")
        opened.actions["Previous"].trigger()
        settle()
        state = opened.bar._state
        assert state.text() == "1 decided · this one, too"
        assert state.heightForWidth(state.width()) < 2 * state.fontMetrics().lineSpacing()

    def test_steps_by_keys_and_buttons(self, dock: Any, opened: Any, ids: list[str]) -> None:
        assert shown(dock) == ids[0]
        key(dock, "N")
        key(dock, "N")
        assert opened.bar.text == "3 of 4, bucket E5: 2 of 2"
        assert shown(dock) == ids[1]
        opened.actions["Previous"].trigger()
        assert opened.book.row == 1

    def test_reads_nothing_for_the_other_question_of_a_parcel(
        self, dock: Any, opened: Any, ids: list[str]
    ) -> None:
        shown(dock)
        begun: list[Any] = []
        dock.session.runs.began.connect(begun.append)
        key(dock, "N")
        assert opened.book.item.key == (ids[0], "ANC")
        assert not begun

    def test_goes_to_an_id(self, dock: Any, opened: Any, ids: list[str]) -> None:
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        key(dock, "G", Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(opened.bar.field, ids[1])
        QTest.keyClick(opened.bar.field, Qt.Key.Key_Return)
        assert opened.book.item.parcel == ids[1]
        assert shown(dock) == ids[1]

    def test_is_gone_with_the_queue(self, dock: Any, opened: Any) -> None:
        assert opened.bar.isVisible()
        opened.actions["Close"].trigger()
        assert not opened.bar.isVisible()
        assert not opened.book.is_open

    def test_stays_while_another_place_is_looked_at(
        self, dock: Any, opened: Any, ids: list[str]
    ) -> None:
        from cbm_chips.core.model import Place

        shown(dock)
        dock.session.start(Place(5.664, 52.694, label="elsewhere"))
        assert not opened.book.is_on_show
        key(dock, "N")
        key(dock, "N")
        assert shown(dock) == ids[1]
        assert opened.book.is_on_show
