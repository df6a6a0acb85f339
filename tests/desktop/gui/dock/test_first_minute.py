"""A newcomer: what the dock leads to before the first click, and the built-in sample."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cbm_chips.core.sample_archive import build_sample
from tests.desktop.sample import choose, shorten
from tests.desktop.window import (
    CENTRE,
    FakeInterface,
    click,
    click_parcel,
    look_at,
    message,
    press,
    set_form,
    settle,
    wait_for,
)

SEASON = ("2022-03-01", "2022-10-31")


@pytest.fixture
def newcomer(
    loaded: Any, iface: FakeInterface, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Any:
    """The dock as it first opens; the sample has two dates."""
    from cbm_chips.bridge import settings

    shorten(monkeypatch)
    monkeypatch.setenv("CBM_CHIPS_CACHE", str(tmp_path / "cache"))
    settings.save(settings.Settings(chips_folder=str(tmp_path / "chips")))
    iface.menu[0].trigger()
    return loaded.dock


@pytest.fixture(scope="module")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a cache that has the sample of two dates; not to be written to."""
    folder = tmp_path_factory.mktemp("made") / "cache"
    with pytest.MonkeyPatch.context() as monkeypatch:
        shorten(monkeypatch)
        build_sample(folder / "sample")
    return folder


@pytest.fixture
def sample_made(newcomer: Any, sample_folder: Path, tmp_path: Path) -> None:
    """For whoever does not tell of its making."""
    shutil.copytree(sample_folder, tmp_path / "cache")


@pytest.fixture
def parcels(newcomer: Any, sample_archive: Path) -> Iterator[Any]:
    from qgis.core import QgsProject, QgsVectorLayer

    source = f"{sample_archive.with_name('parcels.gpkg')}|layername=parcels"
    layer = QgsVectorLayer(source, "My parcels", "ogr")
    QgsProject.instance().addMapLayer(layer)
    yield layer
    settle()


def buttons(dock: Any) -> list[str]:
    return [button.text() for button in dock.panel._message.buttons]


def days(dock: Any) -> tuple[str, str]:
    shown = dock.form.state().days
    return shown.start, shown.end


class TestTheFirstSteps:
    def test_on_an_empty_map_lead_to_a_layer_or_to_the_sample(
        self, newcomer: Any, iface: FakeInterface
    ) -> None:
        assert message(newcomer).startswith("1. The source is Earth Search")
        assert "2. The map is empty" in message(newcomer)
        assert buttons(newcomer)[:2] == ["Add a layer of parcels …", "Try the built-in sample"]
        asked: list[bool] = []
        iface.add_layer.triggered.connect(asked.append)
        press(newcomer)
        assert asked

    def test_lead_to_a_parcel_as_soon_as_the_project_has_some(
        self, newcomer: Any, parcels: Any
    ) -> None:
        from qgis.core import QgsProject

        assert "Click a parcel of “My parcels”" in message(newcomer)
        press(newcomer)
        assert newcomer.picker.parcelAction.isChecked()

        root = QgsProject.instance().layerTreeRoot()
        root.findLayer(parcels.id()).setItemVisibilityChecked(False)
        assert "My parcels" not in message(newcomer)


class TestTheBuiltInSample:
    def test_brings_its_season_and_takes_it_away_again(self, newcomer: Any) -> None:
        before = newcomer.form.state().days
        choose(newcomer, "sample")
        assert days(newcomer) == SEASON
        choose(newcomer, "earth-search")
        assert newcomer.form.state().days == before
        assert newcomer.form.state().period == "last 3 months"

    def test_leaves_days_of_its_season_as_they_are(self, newcomer: Any) -> None:
        set_form(newcomer, source="earth-search")
        choose(newcomer, "sample")
        assert days(newcomer) == ("2022-06-01", "2022-06-30")

    def test_is_a_layer_and_a_series_after_one_click(
        self, newcomer: Any, iface: FakeInterface, tmp_path: Path
    ) -> None:
        from qgis.core import QgsProject

        choose(newcomer, "sample")
        assert "5 x 5 km of fields in Flevoland" in message(newcomer)
        assert buttons(newcomer) == ["Show the sample's parcels"]
        told: list[str] = []
        newcomer.session.runs.sample_made.connect(lambda _: told.append(newcomer.status_bar.status))
        press(newcomer)
        wait_for(newcomer.panel.entries)

        assert told[0] == "Making the built-in sample: 0 of 2 dates"
        (layer,) = QgsProject.instance().mapLayers().values()
        assert (layer.name(), layer.featureCount()) == ("Sample parcels", 64)
        assert layer.source().startswith(str(tmp_path / "chips" / "sample_parcels.gpkg"))
        assert newcomer.session.place.label == "315141"
        assert newcomer.picker.parcelAction.isChecked()
        wait_for(lambda: not newcomer.session.runs.is_running)
        assert newcomer.panel.counts().done == 2

        newcomer.picker.nextAction.trigger()
        wait_for(lambda: newcomer.session.place.label != "315141")
        wait_for(lambda: not newcomer.session.runs.is_running)
        choose(newcomer, "earth-search")
        choose(newcomer, "sample")
        newcomer.empty_states.sample_wanted.emit()
        settle()
        assert len(QgsProject.instance().mapLayers()) == 1

    def test_is_given_up_by_escape_and_taken_up_again(
        self, newcomer: Any, iface: FakeInterface, tmp_path: Path
    ) -> None:
        choose(newcomer, "sample")
        told: list[int] = []
        newcomer.session.runs.sample_made.connect(lambda progress: told.append(progress.done))
        newcomer.session.runs.sample_made.connect(
            lambda progress: newcomer.escape.press() if progress.done == 1 else None
        )
        click(iface, newcomer, CENTRE)
        wait_for(lambda: not newcomer.session.runs.is_running)
        assert told == [0, 1]
        assert "1 of 2 dates of the built-in sample are made" in message(newcomer)
        assert not (tmp_path / "cache" / "sample").exists()

        newcomer.session.runs.sample_made.disconnect()
        press(newcomer)
        wait_for(lambda: newcomer.panel.counts().done == 2)
        wait_for(lambda: not newcomer.session.runs.is_running)

    def test_says_where_it_is_to_whoever_clicks_elsewhere(
        self, newcomer: Any, iface: FakeInterface, tmp_path: Path
    ) -> None:
        choose(newcomer, "sample")
        look_at(iface.canvas, (12.0, 48.0))
        click(iface, newcomer, (12.0, 48.0))
        assert "there is nothing of it where you clicked" in message(newcomer)
        assert not (tmp_path / "cache").exists()

        press(newcomer)
        wait_for(newcomer.panel.entries)
        assert iface.canvas.extent().contains(newcomer.picker._markers.extent())
        wait_for(lambda: not newcomer.session.runs.is_running)

    @pytest.mark.usefixtures("parcels", "sample_made")
    def test_says_so_as_well_where_a_parcel_is_looked_for(
        self, newcomer: Any, iface: FakeInterface
    ) -> None:
        choose(newcomer, "sample")
        click_place(iface, newcomer)
        look_at(iface.canvas, (12.0, 48.0))
        click_parcel(iface, newcomer, (12.0, 48.0))
        assert "there is nothing of it where you clicked" in message(newcomer)
        assert buttons(newcomer) == ["Go there", "Back to the dates"]
        newcomer.panel._message.buttons[1].click()
        assert not message(newcomer)
        assert newcomer.status_bar.status.startswith("2 dates in ")


class TestWhatIsSaid:
    def test_of_a_source_goes_with_the_source(self, newcomer: Any, iface: FakeInterface) -> None:
        choose(newcomer, "sample")
        look_at(iface.canvas, (12.0, 48.0))
        click(iface, newcomer, (12.0, 48.0))
        choose(newcomer, "earth-search")
        assert message(newcomer).endswith("was not read from Earth Search yet.")

    def test_of_the_form_goes_when_it_is_right(self, newcomer: Any, iface: FakeInterface) -> None:
        set_form(newcomer, source="sample", size_m=1290)
        click(iface, newcomer, CENTRE)
        assert "has to be put right" in message(newcomer)
        set_form(newcomer, source="sample", size_m=1310)
        assert "has to be put right" in message(newcomer)
        set_form(newcomer, source="sample", size_m=1280)
        assert "was not read from Built-in sample yet" in message(newcomer)

    @pytest.mark.parametrize("cause", ["source", "form", "layers", "selection"])
    def test_beside_the_line_goes_with_whatever_changes(
        self, newcomer: Any, parcels: Any, iface: FakeInterface, cause: str
    ) -> None:
        remarks = newcomer.status_bar.remark
        newcomer.picker.selectedAction.trigger()
        assert "No parcel is selected" in remarks.text()
        if cause == "source":
            choose(newcomer, "sample")
        elif cause == "form":
            set_form(newcomer, size_m=640)
        elif cause == "layers":
            from qgis.core import QgsProject

            QgsProject.instance().removeMapLayer(parcels.id())
        else:
            iface.canvas.setLayers([parcels])
            parcels.selectByIds([1])
        assert remarks.text() == ""

    @pytest.mark.usefixtures("sample_made")
    def test_of_a_large_read_gives_the_dates_back_with_their_line(
        self, newcomer: Any, iface: FakeInterface, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from cbm_chips.gui.session.estimate import Estimate

        choose(newcomer, "sample")
        click_place(iface, newcomer)
        line = newcomer.status_bar.status
        newcomer.empty_states._say_large(Estimate(500, 900.0))
        assert newcomer.status_bar.status == ""
        set_form(newcomer, size_m=640)
        assert not message(newcomer)
        assert newcomer.status_bar.status == line


def click_place(iface: FakeInterface, dock: Any) -> None:
    click(iface, dock, CENTRE)
    wait_for(dock.panel.entries)
    wait_for(lambda: not dock.session.runs.is_running)
