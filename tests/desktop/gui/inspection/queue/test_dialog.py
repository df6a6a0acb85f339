"""The dialog that opens a queue, from a sample, a table or a layer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.desktop.gui.inspection.queue.steps import (
    HEADER,
    dialog_of,
    enter,
    open_queue,
    parcels_with_zeros,
)
from tests.desktop.window import set_form, wait_for

pytestmark = pytest.mark.kept_dock


class TestTheDialog:
    def test_tells_what_joins_and_lists_what_does_not(
        self, desk: Any, sample: Path, tmp_path: Path
    ) -> None:
        from cbm_chips.gui.inspection.queue.left_out_dialog import LeftOutDialog

        dialog = dialog_of(desk, sample, tmp_path / "r.gpkg")
        words = "QUASSA sample: 8 questions of 6 parcels in 2 buckets. 1 row"
        assert dialog.fields.message.text.startswith(words)
        dialog.fields.list_button.click()
        (listed,) = dialog.findChildren(LeftOutDialog)
        assert "10,0999,E5,no parcel of the layer has this id" in listed.text()
        listed.save(tmp_path / "out.csv", listed.text)
        wait_for((tmp_path / "out.csv").is_file)
        dialog.reject()

    def test_takes_the_number_of_the_rule_for_the_size_of_a_group(
        self, desk: Any, sample: Path, tmp_path: Path
    ) -> None:
        dialog = dialog_of(desk, sample, tmp_path / "r.gpkg")
        enter(dialog.fields.buckets, {"E5": "1 234"}, column=2)
        assert dialog.fields.buckets.questions()["E5"].wanted == 62
        enter(dialog.fields.buckets, {"E5": "many"})
        dialog.accept()
        assert "a whole number" in dialog.fields.message.text
        dialog.reject()

    def test_leaves_out_buckets_that_are_not_ticked(
        self, desk: Any, sample: Path, tmp_path: Path
    ) -> None:
        from qgis.PyQt.QtCore import Qt

        dialog = dialog_of(desk, sample, tmp_path / "r.gpkg")
        table = dialog.fields.buckets
        (row,) = [at for at in range(table.rowCount()) if table.item(at, 0).text() == "E5"]
        table.item(row, 0).setCheckState(Qt.CheckState.Unchecked)
        dialog.accept()
        wait_for(lambda: desk.book.is_open)
        assert {item.question for item in desk.book.items} == {"ANC"}

    def test_asks_before_it_takes_ids_without_their_zeros(
        self, desk: Any, tmp_path: Path, clean_project: Any, iface: Any
    ) -> None:
        layer = parcels_with_zeros(clean_project, iface)
        path = tmp_path / "a.csv"
        path.write_text("gsa_par_id;bucket_id\n12;E5\n0013;E5\n", encoding="utf-8")
        dialog = dialog_of(desk, path, tmp_path / "r.gpkg")
        dialog.fields.layer.setLayer(layer)
        wait_for(lambda: dialog.draft is not None and dialog.draft.joined.similar == 1)
        assert [item.parcel for item in dialog.draft.joined.items] == ["0013"]
        dialog.fields.similar.click()
        wait_for(lambda: dialog.draft is not None)
        assert [item.parcel for item in dialog.draft.joined.items] == ["0012", "0013"]
        dialog.reject()

    def test_offers_a_table_of_the_project_and_a_choice_of_columns(
        self, desk: Any, tmp_path: Path, ids: list[str], clean_project: Any
    ) -> None:
        from qgis.core import QgsVectorLayer

        path = tmp_path / "list.csv"
        path.write_text(f"key,kind\n{ids[0]},maize\n{ids[1]},grass\n", encoding="utf-8")
        types = tmp_path / "list.csvt"
        types.write_text('"String","String"', encoding="utf-8")
        table = QgsVectorLayer(str(path), "list", "ogr")
        clean_project.addMapLayer(table)
        dialog = dialog_of(desk, table.id(), tmp_path / "r.gpkg")
        box = dialog.fields.bucket_column
        box.setCurrentIndex(box.findData("kind"))
        box.activated.emit(box.currentIndex())
        wait_for(lambda: dialog.draft is not None)
        assert list(dialog.draft.buckets) == ["maize", "grass"]
        dialog.reject()

    def test_says_of_a_sample_without_parcels_what_is_needed(
        self, desk: Any, tmp_path: Path
    ) -> None:
        path = tmp_path / "x_extracted_sample_1.csv"
        path.write_text(HEADER, encoding="utf-8")
        dialog = dialog_of(desk, path, tmp_path / "r.gpkg")
        dialog.accept()
        assert dialog.fields.message.text == "at least one bucket"
        dialog.reject()

    def test_says_that_a_file_cannot_be_read(self, desk: Any, tmp_path: Path) -> None:
        dialog = desk.ask()
        dialog.fields.source.choose_file(str(tmp_path / "none.csv"))
        wait_for(lambda: "none.csv" in dialog.fields.message.text)
        dialog.reject()


class TestALargeLayer:
    def test_becomes_a_queue_without_the_main_thread_reading_it(
        self, dock: Any, many: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from tests.desktop.large_layer import COUNT, GAP, features_read

        desk = dock.inspection.desk
        set_form(dock, source=dock.form.state().source)
        read = features_read(monkeypatch)
        open_queue(desk, "all", tmp_path / "r.gpkg")
        assert desk.book.progress.count == COUNT - len(GAP)
        assert len(read) < 50
