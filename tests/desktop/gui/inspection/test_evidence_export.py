"""Evidence from the dock: answered there, proved in the files, by the same pixels."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.answering import answer, show_parcel
from tests.desktop.window import wait_for

PARCEL = "315141"


@pytest.fixture
def remarks(dock: Any) -> list[str]:
    """All that is said in the dock's line."""
    said: list[str] = []
    dock.session.remarked.connect(said.append)
    return said


@pytest.fixture
def book(dock: Any, tmp_path: Path) -> Iterator[Any]:
    """The dock's own, with a record."""
    book = dock.inspection.answers
    book.open(str(tmp_path / "r.gpkg"))
    wait_for(lambda: book.record.is_open)
    yield book
    book.record.close()


@pytest.fixture
def answered(dock: Any, book: Any) -> Any:
    """A parcel that was looked at and answered."""
    show_parcel(dock, PARCEL)
    answer(book, "1")
    return dock.evidence


def wish(export: Any, folder: Path, **others: Any) -> Any:
    from cbm_chips.bridge.evidence.bundles import EvidenceWish

    return EvidenceWish(Path(export._answers.record.path), folder, **others)


def is_over(export: Any) -> bool:
    return export._task is None


@pytest.mark.kept_dock
def test_what_was_looked_at_in_the_dock_is_proved_by_the_files(
    iface: Any, answered: Any, remarks: list[str], tmp_path: Path
) -> None:
    answered.write(wish(answered, tmp_path / "e", parcels={PARCEL}, has_pdf=True))
    wait_for(lambda: is_over(answered))
    told = json.loads((tmp_path / "e" / PARCEL / "record.json").read_text("utf-8"))
    assert {one["proof"] for one in told["pictures_made_again"]} == {"proved"}
    assert (tmp_path / "e" / PARCEL / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert remarks[-1].startswith("Evidence of 1 parcel")
    assert iface.messageBar().items()


@pytest.mark.kept_dock
def test_the_plot_that_is_shown_is_on_the_sheet(dock: Any, answered: Any, tmp_path: Path) -> None:
    dock.plot.action.trigger()
    wait_for(lambda: bool(dock.plot.panel.series))
    answered.write(wish(answered, tmp_path / "e", plots=answered._plots()))
    wait_for(lambda: is_over(answered))
    assert "image/svg+xml" in (tmp_path / "e" / PARCEL / "sheet.html").read_text("utf-8")


@pytest.mark.kept_dock
def test_the_dialog_asks_for_a_folder_and_remembers_the_kinds_of_files(
    answered: Any, tmp_path: Path
) -> None:
    answered.ask_for_parcel()
    dialog = answered.dialog
    assert Path(dialog.folder.filePath()) == tmp_path / "evidence"
    dialog.zip.setChecked(True)
    dialog.folder.setFilePath("")
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
    dialog.folder.setFilePath(str(tmp_path / "e"))
    dialog.accept()
    wait_for(lambda: is_over(answered))
    assert (tmp_path / "e" / f"{PARCEL}.zip").is_file()
    answered.ask_for_all()
    assert answered.dialog.zip.isChecked()
    answered.dialog.zip.setChecked(False)
    answered.dialog.accept()
    wait_for(lambda: is_over(answered))


def test_without_a_parcel_or_a_selection_it_says_what_is_missing(
    dock: Any, book: Any, remarks: list[str]
) -> None:
    dock.evidence.ask_for_parcel()
    assert remarks[-1] == "There is no parcel on show."
    dock.evidence.ask_for_selected()
    assert remarks[-1] == "No parcel is selected."
    assert dock.evidence.dialog is None


def test_without_a_record_it_says_so(dock: Any, remarks: list[str]) -> None:
    dock.evidence.ask_for_all()
    assert remarks[-1].startswith("There is no record of answers yet")


@pytest.mark.kept_dock
def test_a_record_without_answers_gives_no_folder(
    dock: Any, book: Any, remarks: list[str], tmp_path: Path
) -> None:
    dock.evidence.write(wish(dock.evidence, tmp_path / "e"))
    wait_for(lambda: is_over(dock.evidence))
    assert remarks[-1] == "None of these parcels has an answer in the record."
    assert not (tmp_path / "e").exists()


@pytest.mark.kept_dock
def test_cancelled_in_qgis_it_says_how_much_is_there(
    answered: Any, remarks: list[str], tmp_path: Path
) -> None:
    answered.write(wish(answered, tmp_path / "e", has_pdf=True))
    answered._task.cancel()
    wait_for(lambda: is_over(answered))
    assert remarks[-1].startswith("Cancelled: ")
    for sheet in tmp_path.glob("e/*/sheet.html"):
        assert (sheet.parent / "SHA256SUMS").is_file()


@pytest.mark.kept_dock
def test_the_main_thread_does_one_page_at_a_time(
    answered: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qgis.PyQt.QtCore import QTimer

    from cbm_chips.bridge.evidence.sheet_printer import SheetPrinter

    order: list[str] = []
    printed = SheetPrinter.print_page

    def print_page(self: Any, page: Any) -> None:
        order.append("page")
        QTimer.singleShot(0, lambda: order.append("events"))
        printed(self, page)

    monkeypatch.setattr(SheetPrinter, "print_page", print_page)
    answered.write(wish(answered, tmp_path / "e", has_pdf=True))
    wait_for(lambda: is_over(answered))
    assert order.count("page") > 1
    assert "page page" not in " ".join(order)
