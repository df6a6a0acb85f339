"""What an inspection gives: colours on the map, tables, a copy of its record."""

from __future__ import annotations

import csv
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cbm_chips.core.inspection.record.record import Record
from cbm_chips.core.outputs.atomic_write import WriteError
from tests.desktop.answering import ITEMS, answer, book_of
from tests.desktop.window import settle, wait_for, wait_for_tasks
from tests.open_files import held_open

pytestmark = pytest.mark.kept_dock


@pytest.fixture
def book(dock: Any, tmp_path: Path) -> Iterator[Any]:
    book = book_of(dock)
    book.open(str(tmp_path / "r.gpkg"))
    wait_for(lambda: book.record.is_open)
    yield book
    book.unload()


@pytest.fixture
def parcels() -> Iterator[Any]:
    """The queue's parcels as a layer of the project."""
    from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=id:string", "parcels", "memory")
    for own in dict.fromkeys(item.parcel for item in ITEMS):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([own])
        feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0,1 0,1 1,0 0))"))
        layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    yield layer
    QgsProject.instance().removeMapLayer(layer.id())


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def results(dock: Any, book: Any, parcels: Any, told: list[str]) -> Any:
    from cbm_chips.gui.inspection.results.inspection_results import InspectionResults

    return InspectionResults(book, lambda: (parcels, "id"), told.append, dock)


def outcomes_of(layer: Any) -> dict[str, Any]:
    return {row["id"]: row["answer_outcome"] or "" for row in layer.getFeatures()}


class TestOnTheMap:
    def test_nothing_is_done_to_the_layer_unasked(self, results: Any, book: Any, parcels: Any):
        answer(book, "1")
        assert parcels.fields().names() == ["id"]

    def test_colours_follow_the_answers_and_go(self, results: Any, book: Any, parcels: Any):
        answer(book, "2")
        results.on_map.action.setChecked(True)
        assert outcomes_of(parcels) == {"315010": "not confirmed", "315011": ""}
        book.queue.go_to(2)
        answer(book, "1")
        wait_for(lambda: outcomes_of(parcels)["315011"] == "confirmed")
        results.on_map.action.setChecked(False)
        assert parcels.fields().names() == ["id"]
        assert parcels.vectorJoins() == []

    def test_a_second_look_hides_them(self, results: Any, book: Any, parcels: Any):
        from cbm_chips.core.inspection.queue.second_look import SecondLook

        answer(book, "1")
        results.on_map.action.setChecked(True)
        book.queue.begin_second_look(SecondLook("1", 10.0, (ITEMS[0].key,)), {})
        assert parcels.fields().names() == ["id"]
        book.queue.end_second_look()
        assert outcomes_of(parcels)["315010"] == "confirmed"

    def test_the_record_is_closed_and_they_go(self, results: Any, book: Any, parcels: Any):
        results.on_map.action.setChecked(True)
        book.record.close()
        assert not results.on_map.action.isChecked()
        assert parcels.fields().names() == ["id"]

    def test_without_parcels_it_says_what_lacks(self, dock: Any, book: Any, told: list[str]):
        from cbm_chips.gui.inspection.results.inspection_results import InspectionResults

        results = InspectionResults(book, lambda: None, told.append, dock)
        results.on_map.action.setChecked(True)
        assert not results.on_map.action.isChecked()
        assert "a layer of parcels" in told[-1]

    def test_the_field_with_ids_is_found(self, parcels: Any) -> None:
        from qgis.core import QgsVectorLayer

        from cbm_chips.gui.inspection.results.answers_on_map import likely_parcels

        other = QgsVectorLayer("Polygon?field=area:double", "other", "memory")
        sampled = QgsVectorLayer("Polygon?field=GSA_PAR_ID:string", "sampled", "memory")
        assert likely_parcels([other]) is None
        assert likely_parcels([other, sampled, parcels]) == (sampled, "GSA_PAR_ID")
        assert likely_parcels([parcels, sampled]) == (parcels, "id")


class TestFiles:
    def test_the_answers_are_exported(self, results: Any, book: Any, told: list[str]) -> None:
        answer(book, "1")
        dialog = results.ask_for_table()
        path = Path(book.record.path).with_name("answers.csv")
        dialog.fileSelected.emit(str(path))
        dialog.reject()
        wait_for(lambda: told)
        assert "answers.csv" in told[-1]
        rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
        assert (rows[0]["parcel"], rows[0]["outcome"]) == ("315010", "confirmed")

    def test_the_ending_follows_the_kind(self, results: Any) -> None:
        dialog = results.ask_for_table()
        dialog.filterSelected.emit(dialog.nameFilters()[1])
        assert dialog.defaultSuffix() == "xlsx"
        dialog.reject()

    def test_a_copy_of_the_record_is_saved(self, results: Any, book: Any, told: list[str]) -> None:
        answer(book, "1")
        path = Path(book.record.path).with_name("copy.gpkg")
        dialog = results.ask_for_copy()
        dialog.fileSelected.emit(str(path))
        dialog.reject()
        wait_for(lambda: told)
        with Record.read(path) as copy:
            assert len(copy.entries()) == 1

    def test_what_can_not_be_written_is_said(
        self, results: Any, book: Any, told: list[str], tmp_path: Path
    ) -> None:
        from cbm_chips.gui.inspection.results.inspection_results import _export

        (tmp_path / "answers.csv").mkdir()
        results.write(tmp_path / "answers.csv", _export)
        wait_for(lambda: told)
        assert "answers.csv" in told[-1]

    @pytest.mark.parametrize("name", ["answers.csv", "copy.gpkg"])
    def test_what_a_program_has_open_is_beside_it_and_that_is_said(
        self, results: Any, book: Any, told: list[str], tmp_path: Path, name: str
    ) -> None:
        from cbm_chips.gui.inspection.results import inspection_results

        answer(book, "1")
        held = tmp_path / name
        held.write_text("as it was", encoding="utf-8")
        work = {".csv": inspection_results._export, ".gpkg": inspection_results._copy}
        with held_open(held):
            results.write(held, work[held.suffix])
            wait_for(lambda: told)
        assert f"{held.stem}-2{held.suffix}" in told[-1]
        assert f"{name} could not be replaced" in told[-1]

    def test_a_second_look_exports_nothing(self, results: Any, book: Any, told: list[str]) -> None:
        from cbm_chips.core.inspection.queue.second_look import SecondLook

        answer(book, "1")
        book.queue.begin_second_look(SecondLook("1", 10.0, (ITEMS[0].key,)), {})
        assert results.ask_for_table() is None
        assert "second look" in told[-1]

    def test_without_a_record_there_is_nothing(self, results: Any, book: Any, told: list[str]):
        book.record.close()
        assert results.ask_for_table() is None
        assert results.ask_for_copy() is None
        assert told[-1] == "No record of answers is open."


class HeldWork:
    """Reads, and writes a file once it goes on; it may fail then."""

    def __init__(self, fails: bool) -> None:
        self.has_read, self.goes_on = threading.Event(), threading.Event()
        self._fails = fails

    def __call__(self, record: Record, path: Path) -> Any:
        self.has_read.set()
        return lambda: self.goes_on.wait() and self._write(path)

    def _write(self, path: Path) -> tuple[Path, ...]:
        path.write_text("x")
        if self._fails:
            raise WriteError("the disk is full")
        return (path,)


@pytest.mark.parametrize("fails", [False, True])
def test_a_dock_that_goes_during_an_export_raises_nothing_and_what_failed_stands_in_the_log(
    book: Any,
    parcels: Any,
    told: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fails: bool,
) -> None:
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QCoreApplication, QEvent
    from qgis.PyQt.QtWidgets import QWidget

    from cbm_chips.gui.inspection.results.inspection_results import InspectionResults

    errors, logged = list[Any](), list[str]()
    log = QgsApplication.messageLog()
    log.messageReceived.connect(lambda text, tag, level: logged.append(text))
    monkeypatch.setattr(sys, "excepthook", lambda *what: errors.append(what))
    window = QWidget()
    results = InspectionResults(book, lambda: (parcels, "id"), told.append, window)
    work = HeldWork(fails)

    results.write(tmp_path / "a.csv", work)
    wait_for(work.has_read.is_set)
    settle()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    work.goes_on.set()
    wait_for((tmp_path / "a.csv").exists)
    wait_for_tasks()
    assert not errors
    assert not told
    assert any("the disk is full" in line for line in logged) is fails
