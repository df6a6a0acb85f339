"""What a person has saved is in the file, however soon the dialog is closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.window import cancel_task, settle, task_threads_taken, wait_for


@pytest.fixture
def dialog(iface: Any) -> Any:
    from cbm_chips.gui.widgets.table_dialog import TableDialog

    dialog = TableDialog("CbmChipsTest", "Table", "CbM Chips: table")
    dialog.lay_out([], [])
    dialog.show()
    return dialog


@pytest.fixture
def log() -> Iterator[list[str]]:
    from qgis.core import QgsApplication

    told: list[str] = []

    def hear(text: str, *_: object) -> None:
        told.append(text)

    QgsApplication.messageLog().messageReceived.connect(hear)
    yield told
    QgsApplication.messageLog().messageReceived.disconnect(hear)


def test_files_are_written_after_the_dialog_is_closed(dialog: Any, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("one.csv", "other.csv")]
    with task_threads_taken():
        for file in files:
            dialog.save(file, lambda: "a;b")
        assert dialog.message.text == "Saving …"
        dialog.close()
        settle()
    wait_for(lambda: all(file.exists() for file in files))
    assert {file.read_text("utf-8") for file in files} == {"a;b"}


def test_a_problem_that_no_dialog_can_show_stands_in_the_log(
    dialog: Any, tmp_path: Path, log: list[str]
) -> None:
    (tmp_path / "file").touch()
    with task_threads_taken():
        dialog.save(tmp_path / "file" / "one.csv", lambda: "a;b")
        dialog.close()
        settle()
    wait_for(lambda: any("one.csv" in line for line in log))
    assert sum("CbM Chips: table" in line and "one.csv" in line for line in log) == 1


def test_a_file_whose_task_the_user_cancels_is_no_longer_said_to_be_saved(
    dialog: Any, tmp_path: Path
) -> None:
    with task_threads_taken():
        dialog.save(tmp_path / "one.csv", lambda: "a;b")
        cancel_task("CbM Chips: table")
    wait_for(lambda: dialog.message.text == "Cancelled.")
    assert not (tmp_path / "one.csv").exists()
    dialog.close()
    settle()
