"""A CbM server in the dock: what it offers, and its parcels by click and by id."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.cbm import (
    BLOCK,
    NOWHERE,
    PARCEL,
    PARCEL_WORDS,
    set_dataset,
)
from tests.desktop.gui.cbm_service.steps import find, menu_of, remarks
from tests.desktop.window import (
    CENTRE,
    click_parcel,
    look_at,
    set_form,
    settle,
    wait_for,
)
from tests.servers.process import ServerProcess


class TestTheFields:
    def test_are_there_for_a_cbm_server_only(self, dock: Any) -> None:
        assert dock.service.box.isVisible()
        set_form(dock, source="sample")
        assert not dock.service.box.isVisible()

    def test_offer_what_the_server_tells(self, dock: Any) -> None:
        box = dock.service.box
        assert [box.aoi.itemText(row) for row in range(box.aoi.count())] == ["ms", "nl"]

        box.aoi.setCurrentIndex(0)
        box.aoi.activated.emit(0)

        assert [box.year.itemText(row) for row in range(box.year.count())] == ["2020", "2022"]
        assert box.state().year == "2022"
        assert [box.ptype.itemText(row) for row in range(box.ptype.count())] == ["", "b"]
        assert box.pid.placeholderText() == "Parcel id", "the server draws ids of type b alone"
        box.ptype.setCurrentIndex(1)
        assert box.pid.placeholderText().startswith("Parcel id, such as b")

    def test_suggest_an_id_that_the_chosen_table_has(
        self, dock: Any, server: ServerProcess
    ) -> None:
        box = dock.service.box
        set_dataset(dock, "nl", "2021")
        box.pid.setText(box.pid.placeholderText().rpartition(" ")[2])
        assert box.pid.text()
        box.show_parcel.click()
        wait_for(lambda: not dock.service.is_asking)
        assert dock.session.place.label == box.pid.text()

    @pytest.mark.usefixtures("empty_cache")
    def test_keep_an_area_that_an_answer_lacks(self, dock: Any, server: ServerProcess) -> None:
        server.switch(typed_years=["2020"])
        for _ in range(4):
            asked = server.stats()["queries"]
            dock.service.box.offersAsked.emit()
            wait_for(lambda asked=asked: server.stats()["queries"] > asked)
            wait_for(lambda: not dock.service._offers.is_asking)
            assert [dock.service.box.aoi.itemText(row) for row in range(2)] == ["ms", "nl"]

    @pytest.mark.usefixtures("empty_cache")
    def test_are_typed_where_the_server_does_not_tell(
        self, iface: Any, dock: Any, server: ServerProcess
    ) -> None:
        server.switch(fail_first_n=-1)
        dock.service.box.offers.click()
        wait_for(lambda: dock.service.box.message.text)
        assert "can be typed" in dock.service.box.message.text
        server.switch(fail_first_n=0)

        set_dataset(dock)
        find(iface, dock)

        assert dock.session.place.label == PARCEL

    @pytest.mark.usefixtures("empty_cache")
    def test_ask_for_no_master_password_before_they_are_used(
        self, dock: Any, server: ServerProcess
    ) -> None:
        from qgis.core import QgsApplication

        set_form(dock, source="sample")
        QgsApplication.authManager().clearMasterPassword()
        server.reset()
        try:
            set_form(dock, source="mine")
        finally:
            assert QgsApplication.authManager().setMasterPassword("for this test", True)

        assert dock.service.box.offers.isVisible()
        assert server.stats()["requests"] == 0
        dock.service.box.offers.click()
        wait_for(dock.service.box.aoi.count)

    def test_are_kept_with_the_project(self, dock: Any, tmp_path: Path) -> None:
        from qgis.core import QgsProject

        set_dataset(dock, "ms", "2020", "b")
        assert QgsProject.instance().write(str(tmp_path / "kept.qgz"))
        set_dataset(dock, "nl", "2021", "")

        assert QgsProject.instance().read(str(tmp_path / "kept.qgz"))

        state = dock.service.box.state()
        assert (state.aoi, state.year, state.ptype) == ("ms", "2020", "b")

    @pytest.mark.usefixtures("empty_cache")
    def test_say_what_cannot_be(self, iface: Any, dock: Any, server: ServerProcess) -> None:
        set_dataset(dock, "ms", "")
        click_parcel(iface, dock, CENTRE)
        assert "Year: " in dock.service.box.message.text
        assert not server.stats()["queries"]

        set_dataset(dock, "ms", "2020")
        assert not dock.service.box.message.text

    def test_fit_a_narrow_dock(self, dock: Any) -> None:
        assert dock.widget().minimumSizeHint().width() <= 320


class TestAParcel:
    def test_under_a_click_becomes_thumbnails_with_flags(self, iface: Any, dock: Any) -> None:
        set_dataset(dock)

        find(iface, dock)
        wait_for(lambda: not dock.session.runs.is_running)

        entries = dock.panel.entries()
        assert sum(entry.chip is not None for entry in entries) == 4
        assert [entry.flag.value for entry in entries] == ["cloudy", "clear", "clear", "cloudy"]
        assert dock.session.place.label == PARCEL
        assert dock.session.place.outline is not None
        assert dock.service.box.pid.text() == PARCEL
        words = dock.place_line._words.text()
        assert PARCEL in words
        assert PARCEL_WORDS in words

    def test_has_the_servers_neighbours_of_the_same_crop_as_a_band(
        self, iface: Any, dock: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The series are made: the server would take long to compute eleven of a whole year."""
        from cbm_chips.core.sources.cbm_rest.parcel_data import parcels
        from cbm_chips.core.sources.cbm_rest.parcel_data.records import TimeSeries

        when, classes = datetime(2020, 6, 14, 10, 50, tzinfo=timezone.utc), {4: 100}
        columns = ("acquired", "band", "count", "mean", "hist")
        asked: list[str] = []

        def made(service: Any, dataset: Any, pid: str) -> TimeSeries:
            asked.append(pid)
            infrared = 3000 + 100 * len(asked)
            means = (("B04", 500), ("B08", infrared))
            rows = tuple((when, band, 90, mean, classes) for band, mean in means)
            return TimeSeries("s2", columns, rows)

        monkeypatch.setattr(parcels, "time_series", made)
        told: list[str] = []
        dock.judging.band.told.connect(told.append)
        set_dataset(dock)
        find(iface, dock)
        wait_for(lambda: not dock.session.runs.is_running)
        dock.judging.band.action.trigger()
        wait_for(lambda: not dock.judging.band.is_reading)
        assert "neighbours of the same crop up to" in told[-1]
        assert "by the server" in told[-1]
        (band,) = dock.plot.panel.view.content.overlays.bands
        assert (asked[0], len(asked)) == (PARCEL, 11)
        highest, lowest = ((high - 500) / (high + 500) for high in (4100, 3200))
        assert lowest < band.low[0] < band.middle[0] < band.high[0] < highest

    def test_is_drawn_with_its_outline(self, iface: Any, dock: Any) -> None:
        set_dataset(dock)
        find(iface, dock)

        from qgis.gui import QgsRubberBand

        drawn = [item for item in iface.canvas.scene().items() if isinstance(item, QgsRubberBand)]
        corners = len(dock.session.place.outline.geoms[0].exterior.coords)
        assert corners in {band.numberOfVertices() for band in drawn}
        wait_for(lambda: not dock.session.runs.is_running)

    def test_by_its_id(self, dock: Any) -> None:
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        set_dataset(dock)
        QTest.keyClicks(dock.service.box.pid, PARCEL)
        QTest.keyClick(dock.service.box.pid, Qt.Key.Key_Return)
        wait_for(lambda: not dock.service.is_asking)

        assert dock.session.place.label == PARCEL
        assert dock.session.place.lon == pytest.approx(CENTRE[0], abs=1e-3)


class TestTheFirstParcel:
    """Of a dock in which no place was looked at."""

    def test_that_is_not_there_is_said(self, iface: Any, dock: Any) -> None:
        set_dataset(dock)
        find(iface, dock, NOWHERE)
        assert remarks(dock) == "“ms 2020” has no parcel where you clicked."

        dock.service.box.pid.setText("77{0}"[:2])
        dock.service.box.show_parcel.click()
        wait_for(lambda: not dock.service.is_asking)
        assert remarks(dock) == "“ms 2020” has no parcel 77."
        assert dock.session.place is None

    def test_is_chosen_where_there_are_several(self, iface: Any, dock: Any) -> None:
        set_dataset(dock, ptype="b")
        find(iface, dock)

        rows = [action for action in menu_of(dock).actions() if not action.isSeparator()]
        assert [row.text() for row in rows] == [
            f"b{PARCEL} · {PARCEL_WORDS}",
            f"{BLOCK} · Field block, 54.3 ha",
        ]
        assert dock.session.place is None
        rows[1].trigger()
        menu_of(dock).close()
        settle()

        assert dock.session.place.label == BLOCK
        assert menu_of(dock) is None

    @pytest.mark.usefixtures("empty_cache")
    def test_of_a_layer_is_picked_as_ever_without_an_area(
        self, iface: Any, dock: Any, sample_archive: Path, server: ServerProcess
    ) -> None:
        from qgis.core import QgsProject, QgsVectorLayer

        source = f"{sample_archive.parent / 'parcels.gpkg'}|layername=parcels"
        layer = QgsVectorLayer(source, "parcels", "ogr")
        QgsProject.instance().addMapLayer(layer)
        iface.canvas.setLayers([layer])
        look_at(iface.canvas, CENTRE)

        click_parcel(iface, dock, CENTRE)

        assert not dock.service.is_asking
        assert dock.session.place.label == PARCEL
        assert "/query/parcelByLocation" not in server.stats()["by_path"]
        wait_for(lambda: not dock.session.runs.is_running)
