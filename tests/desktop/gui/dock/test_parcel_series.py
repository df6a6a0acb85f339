"""Series of the parcels of a layer, begun in the dock."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.desktop.large_layer import features_read
from tests.desktop.running import parcels_of
from tests.desktop.window import FakeInterface, set_form, settle, slow_files, wait_for
from tests.sample_servers import Served


@pytest.fixture
def parcels(iface: FakeInterface, servers: Served, clean_project: Any) -> Any:
    """Three of the sample's, on the map."""
    layer = parcels_of(servers, "315141", "315010", "315020")
    layer.setName("fields")
    clean_project.addMapLayer(layer)
    iface.canvas.setLayers([layer])
    return layer


@pytest.fixture
def remarks(dock: Any, tmp_path: Path) -> list[str]:
    """What the dock says; its chips go to a folder of the test's."""
    from qgis.core import QgsSettings

    from cbm_chips.bridge import settings

    settings.save(settings.Settings(chips_folder=str(tmp_path / "chips")))
    assert QgsSettings().contains("cbm_chips/chips_folder")
    told: list[str] = []
    dock.session.remarked.connect(told.append)
    return told


@pytest.fixture
def is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is read."""
    monkeypatch.setattr("cbm_chips.core.parcels.planning.estimate.LARGE_BYTES", 0.0)


def rows_of(layer: Any) -> list[dict[str, Any]]:
    names = layer.fields().names()
    return [dict(zip(names, feature.attributes())) for feature in layer.getFeatures()]


def ended(dock: Any) -> None:
    wait_for(lambda: not dock.series.stopping.isVisible())
    settle()


def question(dock: Any) -> Any:
    from qgis.PyQt.QtWidgets import QMessageBox

    wait_for(lambda: dock.findChild(QMessageBox, "CbmChipsSeriesPlan") is not None)
    return dock.findChild(QMessageBox, "CbmChipsSeriesPlan")


def entries(dock: Any) -> list[str]:
    """Those of the menu about series, as it would be opened now."""
    menu = dock.series.of_all.associatedWidgets()[0]
    return [one.text() for one in menu.actions() if one in dock.series.actions and one.isVisible()]


@pytest.mark.usefixtures("remarks")
class TestAllParcels:
    def test_become_a_table_in_the_project_that_is_opened(
        self, dock: Any, iface: FakeInterface, parcels: Any, remarks: list[str], clean_project: Any
    ) -> None:
        set_form(dock, source=dock.form.state().source, index="NDVI")
        dock.series.of_all.trigger()
        ended(dock)

        (table,) = iface.tables
        rows = rows_of(table)
        assert {row["parcel"] for row in rows} == {"315141", "315010", "315020"}
        assert {row["date"][:7] for row in rows} == {"2022-06"}
        assert "NDVI_mean" in rows[0]
        assert "B04_mean" not in rows[0]
        group = clean_project.layerTreeRoot().findLayer(table.id()).parent()
        assert group.name() == "Series of fields"
        assert table.name() == "NDVI – fields_2022-06-01_2022-06-30"
        assert f"{len(rows)} rows are in “{table.name()}”." in remarks[-1]

    def test_have_the_bands_of_a_composite_on_show(
        self, dock: Any, iface: FakeInterface, parcels: Any
    ) -> None:
        dock.series.of_all.trigger()
        ended(dock)
        names = iface.tables[0].fields().names()
        assert [f"{band}_mean" in names for band in ("B08", "B04", "B03", "B02")] == [
            True,
            True,
            True,
            False,
        ]

    def test_are_not_read_in_the_main_thread(
        self,
        dock: Any,
        iface: FakeInterface,
        parcels: Any,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        read = features_read(monkeypatch)
        dock.series.of_all.trigger()
        ended(dock)
        assert iface.tables
        assert read == []

    def test_of_another_request_have_a_table_of_their_own(
        self, dock: Any, iface: FakeInterface, parcels: Any
    ) -> None:
        for index in ("NDVI", "NDWI"):
            set_form(dock, source=dock.form.state().source, index=index)
            dock.series.of_all.trigger()
            ended(dock)
        first, second = iface.tables
        assert first.source() != second.source()
        assert first.featureCount() == second.featureCount()

    def test_go_on_in_the_table_of_before_and_who_became_clear_is_told(
        self,
        dock: Any,
        iface: FakeInterface,
        parcels: Any,
        remarks: list[str],
        clean_project: Any,
        tmp_path: Path,
    ) -> None:
        source = dock.form.state().source
        set_form(dock, source=source, index="NDVI", end="2022-06-10")
        dock.series.of_all.trigger()
        ended(dock)
        first = iface.tables[0].featureCount()
        assert all(row["flag"] != "clear" for row in rows_of(iface.tables[0]))

        set_form(dock, source=source, index="NDVI", end="2022-06-30")
        dock.series.of_all.trigger()
        ended(dock)

        layer, again = iface.tables
        assert again is layer
        assert layer.featureCount() > first
        assert layer.name() == "NDVI – fields_2022-06-01_2022-06-30"
        assert "have a clear date now that had none in the table before" in remarks[-1]
        tables = [path.name for path in (tmp_path / "chips").glob("*.gpkg")]
        assert tables == ["fields_2022-06-01_2022-06-30.gpkg"]
        of_series = [one for one in clean_project.mapLayers().values() if one is not parcels]
        assert of_series == [layer]

    def test_without_a_layer_are_missed_with_a_sentence(
        self, dock: Any, remarks: list[str]
    ) -> None:
        dock.series.of_all.trigger()
        assert "No layer on the map has polygons" in remarks[-1]

    def test_wait_for_a_form_that_can_be_read(
        self, dock: Any, iface: FakeInterface, parcels: Any
    ) -> None:
        set_form(dock, level="LEVEL1C")
        dock.series.of_all.trigger()
        assert not dock.series.stopping.isVisible()

    def test_that_no_scene_shows_are_told_in_the_remark(
        self, dock: Any, iface: FakeInterface, parcels: Any, remarks: list[str]
    ) -> None:
        days = {"start": "2019-01-01", "end": "2019-01-31"}
        set_form(dock, source=dock.form.state().source, **days)
        dock.series.of_all.trigger()
        ended(dock)
        assert "no scene" in remarks[-1]
        assert iface.tables == []


@pytest.mark.usefixtures("remarks")
class TestTheSelectedParcels:
    def test_are_those_alone(self, dock: Any, iface: FakeInterface, parcels: Any) -> None:
        wanted = next(iter(parcels.getFeatures()))
        parcels.selectByIds([wanted.id()])
        dock.series.of_selected.trigger()
        ended(dock)
        assert {row["parcel"] for row in rows_of(iface.tables[0])} == {wanted["id"]}

    def test_without_a_selection_are_missed_with_a_sentence(
        self, dock: Any, parcels: Any, remarks: list[str]
    ) -> None:
        dock.series.of_selected.trigger()
        assert "No parcel is selected" in remarks[-1]


@pytest.mark.usefixtures("remarks", "is_large")
class TestALargePlan:
    @pytest.mark.usefixtures("empty_cache")
    def test_is_told_before_pixels_are_read(
        self, dock: Any, iface: FakeInterface, servers: Served, parcels: Any
    ) -> None:
        from qgis.PyQt.QtWidgets import QMessageBox

        dock.series.of_all.trigger()
        box = question(dock)
        assert "3 parcels, 4 dates, 1 tile" in box.text()
        assert servers.files.stats()["requests"] == 0
        box.button(QMessageBox.StandardButton.Ok).click()
        ended(dock)
        assert iface.tables

    def test_that_is_declined_leaves_nothing(
        self, dock: Any, iface: FakeInterface, parcels: Any, remarks: list[str], tmp_path: Path
    ) -> None:
        from qgis.PyQt.QtWidgets import QMessageBox

        dock.series.of_all.trigger()
        question(dock).button(QMessageBox.StandardButton.Cancel).click()
        ended(dock)
        assert iface.tables == []
        assert remarks[-1] == "Nothing was read."
        assert list((tmp_path / "chips").glob("*.gpkg")) == []

    def test_that_waits_for_an_answer_does_not_outlive_the_dock(
        self, dock: Any, loaded: Any, parcels: Any
    ) -> None:
        from qgis.core import QgsApplication

        dock.series.of_all.trigger()
        question(dock)
        loaded.unload()
        wait_for(lambda: not QgsApplication.taskManager().countActiveTasks())


@pytest.mark.usefixtures("remarks")
class TestWhileASeriesIsRead:
    @pytest.mark.usefixtures("empty_cache")
    def test_the_menu_stops_it_and_no_other_begins(
        self, dock: Any, servers: Served, parcels: Any, remarks: list[str]
    ) -> None:
        before = entries(dock)
        with slow_files(servers, 60_000):
            dock.series.of_all.trigger()
            assert entries(dock) == [*before, "Stop the series"]
            assert not dock.series.of_all.isEnabled()
            assert dock.series.stop()
            ended(dock)
        assert entries(dock) == before
        assert not dock.series.stop()
        assert dock.series.of_all.isEnabled()

    def test_what_was_read_before_a_stop_is_kept(
        self,
        dock: Any,
        iface: FakeInterface,
        parcels: Any,
        remarks: list[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """Stopped as the first of its pieces has arrived."""
        from cbm_chips.processing.base.pieces_progress import PiecesProgress

        real = PiecesProgress.take

        def stopping(progress: Any, table: Any) -> None:
            real(progress, table)
            progress._feedback.cancel()

        monkeypatch.setattr(PiecesProgress, "take", stopping)
        dock.series.of_all.trigger()
        ended(dock)
        assert rows_of(iface.tables[0])
        assert "rows are in “" in remarks[-1]

    def test_qgis_shows_how_far_it_is(self, dock: Any, parcels: Any) -> None:
        from qgis.core import QgsApplication

        seen: list[float] = []
        QgsApplication.taskManager().progressChanged.connect(lambda _, share: seen.append(share))
        dock.series.of_all.trigger()
        ended(dock)
        assert any(share > 0 for share in seen)
