"""The inspection in QGIS's options: buttons, reasons, questions, and a file for the staff."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.window import settle, task_threads_taken, wait_for


@pytest.fixture
def box(iface: Any) -> Iterator[Any]:
    from cbm_chips.gui.inspection.options.inspection_box import InspectionBox

    box = InspectionBox()
    box.show()
    yield box
    box.close()
    box.deleteLater()
    settle()


def stored() -> Any:
    from cbm_chips.gui.session.inspection.settings import load_scheme

    return load_scheme()


def test_what_is_shown_and_left_alone_is_stored_as_it_was(box: Any) -> None:
    before = stored()
    assert box.apply() == ""
    assert stored() == before


def test_a_button_of_one_s_own_is_stored(box: Any) -> None:
    box.buttons.setCurrentCell(8, 0)
    box.buttons.remove_current()
    box.buttons.add()
    label, outcome = box.buttons.fields()[-1][1:3]
    label.setText("Hail")
    outcome.setCurrentIndex(outcome.findData("not confirmed"))
    box.reasons.appendPlainText("hail")
    assert box.apply() == ""
    button = stored().buttons[-1]
    assert (button.key, button.label, button.outcome.value) == ("9", "Hail", "not confirmed")
    assert stored().reasons[-1] == "hail"


def test_a_key_that_is_there_twice_is_said_at_once_and_not_stored(box: Any) -> None:
    before = stored()
    key = box.buttons.fields()[1][0]
    key.setCurrentIndex(key.findData("1"))
    key.activated.emit(key.currentIndex())
    assert "Key" in box.message.text
    assert "Key" in box.apply()
    assert stored() == before


def test_an_agency_s_file_is_read_and_written(box: Any, tmp_path: Path) -> None:
    from cbm_chips.core.events.legal_window import NamedWindow
    from cbm_chips.core.inspection.scheme import InspectionScheme, scheme_text
    from cbm_chips.core.inspection.values import InspectionQuestion

    scheme = InspectionScheme(
        "Agency",
        "2026",
        questions=(InspectionQuestion("E5", "Catch crop?", "Catch crop", 60),),
        windows=(NamedWindow("Catch crop", "09-15", "12-31"),),
    )
    file, copy = tmp_path / "scheme.json", tmp_path / "copy.json"
    file.write_text(scheme_text(scheme), "utf-8")
    box.read_file(str(file))
    assert box.reading.is_running, "not in the main thread"
    wait_for(lambda: not box.reading.is_running)
    box.write_file(str(copy))
    wait_for(lambda: not box.saving.is_running)
    assert copy.read_text("utf-8").strip() == file.read_text("utf-8").strip()
    box.apply()
    assert stored() == scheme


def test_a_scheme_that_is_not_read_yet_is_not_taken_for_stored(box: Any, tmp_path: Path) -> None:
    file, copy, before = tmp_path / "scheme.json", tmp_path / "copy.json", stored()
    with task_threads_taken():
        box.read_file(str(file))
        box.write_file(str(copy))
        assert "still being read" in box.apply()
        box.close()
    wait_for(copy.exists)  # nobody's reading ends what is written
    assert stored() == before


def test_what_is_no_scheme_is_refused_and_changes_nothing(box: Any, tmp_path: Path) -> None:
    file = tmp_path / "scheme.json"
    file.write_bytes(b"\xff\xfe\x00")
    for path in (file, tmp_path / "missing.json"):
        before = box.scheme()
        box.read_file(str(path))
        wait_for(lambda: not box.reading.is_running)
        assert box.message.text
        assert box.scheme() == before


def test_restores_the_shipped_buttons_and_leaves_the_questions(box: Any) -> None:
    from cbm_chips.core.inspection.scheme import DEFAULT_BUTTONS

    box.questions.add()
    box.questions.fields()[0][0].setText("E5")
    box.buttons.remove_current()
    box.restore()
    assert box.scheme().buttons == DEFAULT_BUTTONS
    assert box.scheme().questions[0].code == "E5"


def test_a_question_wants_a_number(box: Any) -> None:
    box.questions.add()
    fields = box.questions.fields()[0]
    fields[0].setText("E5")
    fields[3].setText("many")
    assert "Wanted" in box.apply()


def test_what_was_applied_is_in_the_dock_at_once(dock: Any, loaded: Any) -> None:
    from cbm_chips.core.inspection.scheme import AnswerButton, InspectionScheme
    from cbm_chips.core.inspection.values import Outcome
    from cbm_chips.gui.session.inspection.settings import save_scheme

    save_scheme(InspectionScheme(buttons=(AnswerButton("", "Yes", Outcome.CONFIRMED),)))
    loaded._on_options()
    assert [one.text() for one in dock.inspection.bar.buttons] == ["Yes"]
