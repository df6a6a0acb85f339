"""A queue in the dock: opened from a sample or a layer, gone through by keys, found again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cbm_chips.core.inspection.values import InspectionQuestion
from tests.desktop.running import parcels_of
from tests.desktop.window import set_form, settle, wait_for
from tests.sample_servers import Served

HEADER = "bucket_id,gsa_par_id,gsa_hol_id,ranking,covered,order_added"


@pytest.fixture
def parcels(iface: Any, servers: Served, clean_project: Any) -> Any:
    """All of the sample's, on the map."""
    layer = parcels_of(servers, "315141")
    layer.setSubsetString("")
    clean_project.addMapLayer(layer)
    iface.canvas.setLayers([layer])
    return layer


@pytest.fixture
def ids(parcels: Any) -> list[str]:
    """Of the layer's first parcels."""
    return [str(feature["id"]) for feature, _ in zip(parcels.getFeatures(), range(6))]


@pytest.fixture
def sample(ids: list[str], tmp_path: Path) -> Path:
    """Each parcel is in bucket E5, the first two in ANC as well; one row joins to nothing."""
    rows = [f"E5,{one},H{at},{at},1,{3 * at}" for at, one in enumerate(ids, 1)]
    rows += [f"ANC,{one},H{at},{at},0,{3 * at + 1}" for at, one in enumerate(ids[:2], 1)]
    path = tmp_path / "x_extracted_sample_1.csv"
    path.write_text("\n".join([HEADER, *rows, "E5,0999,H9,9,0,99"]), encoding="utf-8")
    return path


@pytest.fixture
def desk(dock: Any, parcels: Any) -> Any:
    return dock.inspection.desk


@pytest.fixture
def opened(desk: Any, sample: Path, tmp_path: Path) -> Any:
    """The sample's queue, of two parcels of E5 and all of ANC."""
    open_queue(desk, sample, tmp_path / "r.gpkg", wanted={"E5": "2"})
    return desk


def dialog_of(desk: Any, source: Path | str, record: Path) -> Any:
    """The dialog, as soon as it has joined."""
    dialog = desk.ask()
    if isinstance(source, Path):
        dialog.fields.source.choose_file(str(source))
    else:
        dialog.fields.source.choose(source)
    dialog.fields.record.setFilePath(str(record))
    wait_for(lambda: dialog.draft is not None)
    return dialog


def open_queue(
    desk: Any, source: Path | str, record: Path, *, wanted: dict[str, str] | None = None
) -> None:
    dialog = dialog_of(desk, source, record)
    enter(dialog.fields.buckets, wanted or {})
    dialog.accept()
    wait_for(lambda: desk.book.is_open)
    settle()


def enter(table: Any, wanted: dict[str, str], column: int = 3) -> None:
    for row in range(table.rowCount()):
        code = table.item(row, 0).text()
        if code in wanted:
            table.item(row, column).setText(wanted[code])


def shown(dock: Any) -> str:
    """The parcel on show, once all of it is read."""
    wait_for(lambda: not dock.session.runs.is_running)
    settle()
    return str(dock.session.shown.request.place.label)


def key(dock: Any, name: str, modifiers: Any = None) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    activate(dock)
    dock.panel.view.setFocus()
    none = Qt.KeyboardModifier.NoModifier
    QTest.keyClick(dock.panel.view, getattr(Qt.Key, f"Key_{name}"), modifiers or none)
    settle()
    wait_for(lambda: not dock.inspection.answers.kept.is_writing)


def control() -> Any:
    from qgis.PyQt.QtCore import Qt

    return Qt.KeyboardModifier.ControlModifier


def activate(dock: Any) -> None:
    """The dialog had been the active window."""
    from qgis.PyQt.QtWidgets import QApplication

    dock.window().activateWindow()
    wait_for(lambda: QApplication.activeWindow() is dock.window())


def answer(dock: Any, digit: str) -> None:
    key(dock, digit)


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


def parcels_with_zeros(project: Any, iface: Any) -> Any:
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=id:string", "zeros", "memory")
    square = "Polygon((5.66 52.69, 5.661 52.69, 5.661 52.691, 5.66 52.691, 5.66 52.69))"
    for name in ("0012", "0013"):
        feature = QgsFeature(layer.fields())
        feature["id"] = name
        feature.setGeometry(QgsGeometry.fromWkt(square))
        layer.dataProvider().addFeature(feature)
    project.addMapLayer(layer)
    iface.canvas.setLayers([*iface.canvas.layers(), layer])
    return layer


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


class TestTheWalk:
    def test_one_that_cannot_be_inspected_is_replaced_by_the_next_of_its_bucket(
        self, dock: Any, opened: Any, ids: list[str]
    ) -> None:
        shown(dock)
        heard: list[str] = []
        dock.session.remarked.connect(heard.append)
        answer(dock, "8")
        assert [one for one in heard if f"Parcel {ids[2]} takes the place of {ids[0]}" in one]
        assert opened.book.items[-1].key == (ids[2], "E5")
        (entry,) = dock.inspection.answers.newest.values()
        assert entry.replaced_by == ids[2]

    def test_a_parcel_without_an_outline_shows_no_other_one_in_its_place(
        self, dock: Any, desk: Any, tmp_path: Path, clean_project: Any, iface: Any
    ) -> None:
        layer = parcels_with_zeros(clean_project, iface)
        from qgis.core import QgsGeometry

        layer.dataProvider().changeGeometryValues({2: QgsGeometry()})
        iface.canvas.setLayers([layer])
        path = tmp_path / "a.csv"
        path.write_text("gsa_par_id\n0012\n0013\n", encoding="utf-8")
        dialog = desk.ask()
        dialog.fields.layer.setLayer(layer)
        dialog.fields.source.choose_file(str(path))
        dialog.fields.record.setFilePath(str(tmp_path / "r.gpkg"))
        wait_for(lambda: dialog.draft is not None and len(dialog.draft.joined.items) == 2)
        dialog.accept()
        wait_for(lambda: desk.book.is_open)
        shown(dock)
        key(dock, "N")
        assert desk.book.item.parcel == "0013"
        assert not desk.book.is_on_show
        assert "0013" in dock.panel.pages.message.text

    @pytest.mark.usefixtures("empty_cache")
    def test_reads_the_next_parcels_ahead(
        self, dock: Any, opened: Any, servers: Served, ids: list[str]
    ) -> None:
        shown(dock)
        set_form(dock, source=servers.api.url, size_m=740)
        dock.session.again()
        shown(dock)
        wait_for(lambda: not dock.queue.is_reading_ahead)
        servers.reset()
        key(dock, "N")
        key(dock, "N")
        assert shown(dock) == ids[1]
        assert dock.panel.counts().done == 4
        assert servers.pixel_requests() == 0


class TestAWindow:
    def test_has_its_first_clear_date_in_sight_on_every_parcel(
        self, dock: Any, desk: Any, sample: Path, tmp_path: Path
    ) -> None:
        from cbm_chips.core.events.legal_window import NamedWindow
        from cbm_chips.gui.session.form_values import store
        from cbm_chips.gui.session.inspection.settings import load_scheme, save_scheme

        store.remember_windows((NamedWindow("Catch crop", "06-10", "06-25"),))
        asked = (InspectionQuestion("E5", "Is there a catch crop?", "Catch crop"),)
        save_scheme(replace(load_scheme(), questions=asked))
        dock.inspection.refresh()
        open_queue(desk, sample, tmp_path / "r.gpkg", wanted={"E5": "2"})
        seen = []
        for _ in range(4):  # of E5 and ANC, of the first parcel and of the second
            shown(dock)
            first = next(one for one in dock.panel.entries() if is_in_window(one))
            seen.append((desk.book.item.question, dock.panel.current() is first))
            dock.panel.go_to(dock.panel.entries()[-1].scene.id)
            answer(dock, "1")
        assert seen == [("E5", True), ("ANC", False)] * 2  # that of ANC has no window


def is_in_window(entry: Any) -> bool:
    return bool(entry.is_clear and 10 <= entry.scene.acquired.day <= 25)


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


def reopened(dock: Any, desk: Any, record: Path) -> None:
    """As on another day."""
    answers = dock.inspection.answers
    wait_for(lambda: not answers.kept.is_writing)
    answers.record.close()
    desk.close()
    settle()
    answers.open(str(record))
    wait_for(lambda: bool(desk.line.text) and desk.line.isVisible())


class TestWhatIsSaidOfAReplacement:
    def test_goes_with_the_next_answer(self, dock: Any, opened: Any) -> None:
        told: list[str] = []
        dock.session.remarked.connect(told.append)
        shown(dock)
        answer(dock, "8")
        shown(dock)
        assert "takes the place" in told[-1]
        answer(dock, "1")
        assert told[-1] == ""


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


class TestOnTheMap:
    def test_the_queues_own_layer_is_coloured_and_bare_again(
        self, opened: Any, dock: Any, parcels: Any, ids: list[str]
    ) -> None:
        before = parcels.fields().names()
        shown(dock)
        key(dock, "1")
        switch = dock.inspection.results.on_map.action
        switch.setChecked(True)
        outcomes = {str(row["id"]): row["answer_outcome"] for row in parcels.getFeatures()}
        assert outcomes[ids[0]] == "confirmed"
        switch.setChecked(False)
        assert parcels.fields().names() == before
