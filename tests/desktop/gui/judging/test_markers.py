"""The machine's markers: opened, joined by id, drawn, answered, blind or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.gui.judging.test_events import SEASON, mark_mowing, press
from tests.desktop.running import parcels_of
from tests.desktop.sample import declared_parcels
from tests.desktop.window import FakeInterface, set_form, settle, wait_for
from tests.sample_servers import Served

HEADER = "NewID,Ori_id,mow_n,m1_dstart,m1_dend,m1_conf,m1_mis,m2_dstart,m2_dend,m2_conf,m2_mis"
ROWS = (
    "1,{id},2,2022-05-05,2022-05-11,0.83,S2,2022-06-20,2022-06-30,0.4,S1",
    "2,315010,1,2022-05-20,2022-05-26,0.6,S2,0,0,0,0",
    "3,0{id},1,2022-05-20,2022-05-26,0.6,S2,0,0,0,0",
    "4,315020,1,May,2022-05-26,0.6,S2,0,0,0,0",
)


@pytest.fixture
def parcel(dock: Any, iface: FakeInterface, servers: Served, clean_project: Any) -> Iterator[str]:
    """A meadow on show, its layer on the map."""
    from cbm_chips.core.model import Place
    from tests.desktop.gui.judging.test_events import a_meadow

    name, _ = a_meadow()
    layer = parcels_of(servers, name, "315010", "315020")
    clean_project.addMapLayer(layer)
    iface.canvas.setLayers([layer])
    outline = next(one for one in declared_parcels() if one.id == name).outline
    set_form(dock, source=dock.form.state().source, **SEASON)
    dock.session.start(Place.of_parcel(outline, name))
    wait_for(lambda: not dock.session.runs.is_running)
    settle()
    yield name
    clean_project.setDirty(False)


def a_file(folder: Path, parcel: str) -> Path:
    path = folder / "mowing.csv"
    path.write_text("\n".join([HEADER, *ROWS]).format(id=parcel))
    return path


def open_markers(dock: Any, path: Path) -> None:
    dock.judging.files.open(path)
    wait_for(lambda: not dock.judging.files.is_reading)
    settle()


def machine_rows(dock: Any) -> list[str]:
    return [row for row in dock.judging.panel.list.texts if row.startswith("Machine: ")]


class TestAFile:
    def test_is_joined_to_the_parcels_and_drawn_with_its_confidence(
        self, dock: Any, parcel: str, tmp_path: Path
    ) -> None:
        told: list[str] = []
        dock.session.remarked.connect(told.append)
        open_markers(dock, a_file(tmp_path, parcel))
        assert "3 markers of 2 parcels are read. 2 rows do not join" in told[-1]
        assert [row.split(" · ")[0] for row in machine_rows(dock)] == [
            "Machine: mowing 83 %",
            "Machine: mowing 40 %",
        ]
        intervals = dock.plot.panel.view.content.overlays.intervals
        assert [(one.label, one.form) for one in intervals] == [
            ("mowing 83 %", "open"),
            ("mowing 40 %", "open"),
        ]

    @pytest.mark.parametrize("driver", ["GPKG", "ESRI Shapefile"])
    def test_may_be_a_layer_of_parcels_as_sen4cap_leaves_it(
        self, dock: Any, parcel: str, tmp_path: Path, driver: str
    ) -> None:
        from qgis.core import QgsVectorFileWriter, QgsVectorLayer

        text = a_file(tmp_path, parcel).as_uri()
        table = QgsVectorLayer(f"{text}?type=csv&detectTypes=no", "m", "delimitedtext")
        memory = QgsVectorLayer("Point?crs=EPSG:4326", "m", "memory")
        memory.dataProvider().addAttributes(list(table.fields()))
        memory.updateFields()
        memory.dataProvider().addFeatures(list(table.getFeatures()))
        ending = {"GPKG": "gpkg", "ESRI Shapefile": "shp"}[driver]
        path = tmp_path / f"layer.{ending}"
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = driver
        context = memory.transformContext()
        QgsVectorFileWriter.writeAsVectorFormatV3(memory, str(path), context, options)
        open_markers(dock, path)
        assert len(machine_rows(dock)) == 2
        assert dock.judging.markers.joined.count == 3

    def test_of_another_kind_is_refused_in_words(
        self, dock: Any, parcel: str, tmp_path: Path
    ) -> None:
        told: list[str] = []
        dock.session.remarked.connect(told.append)
        (tmp_path / "other.csv").write_text("a,b\n1,2\n")
        open_markers(dock, tmp_path / "other.csv")
        assert "Sen4CAP L4B" in told[-1]
        assert not dock.judging.markers.has_markers


class TestAnAnswer:
    def test_goes_to_the_next_marker_by_key_and_shows_in_form(
        self, dock: Any, parcel: str, tmp_path: Path
    ) -> None:
        open_markers(dock, a_file(tmp_path, parcel))
        press(dock, "Y")
        press(dock, "R")
        assert [row.split(" · ")[-1] for row in machine_rows(dock)] == ["confirmed", "refuted"]
        forms = [one.form for one in dock.plot.panel.view.content.overlays.intervals]
        assert forms == ["full", "hatched"]
        assert dock.judging.panel.counted.toolTip() == "2 of 3 markers answered"
        assert [one.was_hidden for one in dock.judging.markers.answers.values()] == [False, False]

    def test_is_about_the_marker_that_is_chosen_and_its_key_works_in_the_list(
        self, dock: Any, parcel: str, tmp_path: Path
    ) -> None:
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        open_markers(dock, a_file(tmp_path, parcel))
        dock.judging.switch.trigger()
        rows = dock.judging.panel.list
        rows.setCurrentRow(1)
        rows.setFocus()
        QTest.keyClick(rows, Qt.Key.Key_R)
        settle()
        assert [row.split(" · ")[-1] for row in machine_rows(dock)] == ["S2", "refuted"]

    def test_is_kept_with_the_project(
        self, dock: Any, clean_project: Any, parcel: str, tmp_path: Path
    ) -> None:
        open_markers(dock, a_file(tmp_path, parcel))
        press(dock, "Y")
        path = str(tmp_path / "project.qgs")
        assert clean_project.write(path)
        clean_project.clear()
        assert dock.judging.markers.answers == {}
        clean_project.read(path)
        wait_for(lambda: not dock.session.runs.is_running)
        assert len(dock.judging.markers.answers) == 1


class TestBlind:
    def test_the_machine_is_hidden_until_the_person_has_answered(
        self, dock: Any, parcel: str, tmp_path: Path
    ) -> None:
        from tests.desktop.gui.judging.test_events import a_meadow

        dock.judging.panel.blind.setChecked(True)
        open_markers(dock, a_file(tmp_path, parcel))
        assert machine_rows(dock) == []
        assert dock.plot.panel.view.content.overlays.intervals == ()
        assert "hidden" in dock.judging.panel.note.text()
        press(dock, "Y")
        assert dock.judging.markers.answers == {}
        before, after = mark_mowing(dock, a_meadow()[1][0])
        press(dock, "I")
        assert len(machine_rows(dock)) == 2
        press(dock, "Y")
        (answer,) = dock.judging.markers.answers.values()
        assert answer.was_hidden
        assert answer.own_events == f"{before}/{after}"
        assert machine_rows(dock)[0].endswith("confirmed, blind")

    def test_comes_too_late_for_a_parcel_whose_markers_were_seen(
        self, dock: Any, parcel: str, tmp_path: Path
    ) -> None:
        open_markers(dock, a_file(tmp_path, parcel))
        dock.judging.panel.blind.setChecked(True)
        assert machine_rows(dock) == []
        press(dock, "I")
        press(dock, "Y")
        (answer,) = dock.judging.markers.answers.values()
        assert not answer.was_hidden
        assert answer.own_events == ""


class TestTheAgreement:
    def test_is_a_table_with_shares_and_what_does_not_join(
        self, dock: Any, parcel: str, tmp_path: Path
    ) -> None:
        open_markers(dock, a_file(tmp_path, parcel))
        press(dock, "Y")
        dock.judging.show_agreement()
        dialog = agreement(dock)
        wait_for(lambda: dialog.table.rowCount() == 2)
        cells = [dialog.table.item(1, column).text() for column in range(8)]
        assert cells == ["All", "1", "0", "2", "3", "100 %", "33 %", "0"]
        lost = [
            [dialog.lost.item(row, column).text() for column in range(3)]
            for row in range(dialog.lost.rowCount())
        ]
        assert lost[0][:2] == ["5", "315020"]
        assert lost[1][1] == f"0{parcel}"
        assert f"one has “{parcel}”" in lost[1][2]
        for ask, name in ((dialog._order.answers_table, "answers"), (lambda: "table", "table")):
            dialog.save(tmp_path / f"{name}.csv", ask)
            wait_for(lambda name=name: (tmp_path / f"{name}.csv").exists())
        answers = (tmp_path / "answers.csv").read_text().splitlines()
        assert len(answers) == 4
        assert answers[1].startswith(f"{parcel},mowing,S2,2022-05-05,2022-05-11,0.83,,confirmed,no")
        dialog.reject()
        settle()


def agreement(dock: Any) -> Any:
    from qgis.PyQt.QtWidgets import QDialog

    return dock.findChild(QDialog, "CbmChipsAgreement")
