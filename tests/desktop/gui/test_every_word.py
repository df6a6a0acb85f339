"""Every word of ours that a person reads goes through the translations, whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.cbm import PARCEL, choose, set_dataset, stored_login
from tests.desktop.languages import needs_lrelease, spoken
from tests.desktop.marked_words import (
    BEGIN,
    END,
    MARKING,
    marking_language,
    unmarked,
    untranslated,
)
from tests.desktop.running import parcels_of
from tests.desktop.window import CENTRE, click, read, set_form, settle, wait_for
from tests.sample_servers import Served
from tests.servers.process import ServerProcess

pytestmark = needs_lrelease


@pytest.fixture(scope="module")
def language(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("i18n")
    marking_language(folder)
    return folder


@pytest.fixture(autouse=True)
def marked(qgis_app: object, language: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Before any widget is made; the plugin's own files say nothing meanwhile."""
    from cbm_chips.bridge.texts import translation

    monkeypatch.setattr(translation.install_translator, "__kwdefaults__", {"folder": language})
    with spoken(MARKING, language):
        yield


def test_marks_are_seen() -> None:
    assert untranslated(f"{BEGIN}one {BEGIN}inner{END} word{END} 12/06/2022 B08") == []
    assert untranslated(f"{BEGIN}one{END}: file missing") == ["file", "missing"]


def test_of_the_buttons_below_dialogs(qgis_app: object) -> None:
    from qgis.PyQt.QtWidgets import QDialog

    from cbm_chips.gui.widgets.dialog_buttons import dialog_buttons

    dialog = QDialog()
    assert unmarked(dialog_buttons(dialog, "Ok", "Cancel", "Close", "Save", "Yes", "No")) == {}


def test_of_the_empty_dock_its_form_and_menus(dock: Any) -> None:
    dock.form.box.setCollapsed(False)
    assert unmarked(dock) == {}


@pytest.mark.usefixtures("empty_cache")
def test_of_dates_that_were_read_or_failed(iface: Any, dock: Any, servers: Served) -> None:
    servers.files.set_faults(
        [
            {"match": "20220614.*B04", "kind": "404"},
            {"match": "20220604.*", "kind": "403"},
            {"match": "20220619.*SCL", "kind": "404"},
        ]
    )
    read(iface, dock)
    wait_for(dock.panel.is_idle)
    assert any(entry.reason for entry in dock.panel.entries())
    assert unmarked(dock) == {}


def test_of_dates_that_are_left_out(iface: Any, dock: Any) -> None:
    set_form(dock, clear_only=True, start="2022-03-01", end="2022-07-31")
    click(iface, dock, CENTRE)
    wait_for(lambda: not dock.session.runs.is_running)
    assert any(entry.reason for entry in dock.panel.entries())
    assert unmarked(dock) == {}


def test_of_what_is_refused_or_gives_nothing(iface: Any, dock: Any) -> None:
    before = dock.form.state()
    for changes in (
        {"size_m": 30, "lut": "95_5", "max_scene_cloud_pct": 120.0},
        {"end": "2022-05-01", "stretch": "absolute"},
        {"level": "LEVEL1C", "clear_only": True},
        {"start": "2023-06-01", "end": "2023-06-30"},
        {"source": "http://127.0.0.1:1"},
        {"source": "/nowhere/at/all"},
    ):
        dock.form.change(before)
        set_form(dock, **changes)
        click(iface, dock, CENTRE)
        wait_for(lambda: not dock.session.runs.is_running)
        settle()
        assert {changes: unmarked(dock) for changes in [str(changes)]} == {str(changes): {}}


def test_of_a_cbm_service(iface: Any, loaded: Any, server: ServerProcess) -> None:
    from qgis.PyQt.QtWidgets import QAction

    from cbm_chips.gui.cbm_service.dialog import ServiceDialog
    from cbm_chips.gui.cbm_service.menu import ServiceMenu

    iface.menu[0].trigger()
    dock = loaded.dock
    choose(dock, server.url, stored_login(), start="2022-06-01", end="2022-06-15")
    wait_for(dock.service.box.aoi.count)
    set_dataset(dock)
    click(iface, dock, CENTRE)
    wait_for(lambda: not dock.session.runs.is_running)
    dock.service.box.pid.setText(PARCEL)
    for entry in ("CbmChipsServerSheet", "CbmChipsServerSeries"):
        dock.findChild(ServiceMenu).findChild(QAction, entry).trigger()
        dialog = dock.findChildren(ServiceDialog)[-1]
        wait_for(lambda shown=dialog: not shown.pending.is_asking)
        assert unmarked(dialog) == {}
        dialog.close()
    assert unmarked(dock) == {}


def test_of_the_options(qgis_app: object) -> None:
    from qgis.core import QgsSettings
    from qgis.PyQt.QtWidgets import QWidget

    from cbm_chips.bridge.sources.providers import ProviderRow
    from cbm_chips.gui.options.factory import OptionsFactory
    from cbm_chips.gui.options.provider_dialog import ProviderDialog

    QgsSettings().remove("cbm_chips")
    window = QWidget()
    page = OptionsFactory().createWidget(window)
    dialog = ProviderDialog(ProviderRow(id="", title="", is_own=True), window)
    dialog.accept()
    found = {**unmarked(page), **unmarked(dialog)}
    window.deleteLater()
    settle()
    assert found == {}


def test_of_processing(plugin: Any) -> None:
    from qgis.core import QgsApplication

    provider = QgsApplication.processingRegistry().providerById("cbmchips")
    for algorithm in (one.create() for one in provider.algorithms()):
        said = [algorithm.displayName(), algorithm.group(), algorithm.shortHelpString()]
        said += [one.description() for one in algorithm.parameterDefinitions()]
        said += [one.description() for one in algorithm.outputDefinitions()]
        assert {text: untranslated(text) for text in said if untranslated(text)} == {}


def test_of_the_question_before_a_large_series_and_of_its_end(
    iface: Any,
    dock: Any,
    servers: Served,
    clean_project: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from cbm_chips.bridge import settings

    settings.save(settings.Settings(chips_folder=str(tmp_path)))
    monkeypatch.setattr("cbm_chips.core.parcels.planning.estimate.LARGE_BYTES", 0.0)
    layer = parcels_of(servers, "315141")
    clean_project.addMapLayer(layer)
    iface.canvas.setLayers([layer])
    dock.series.of_all.trigger()
    wait_for(lambda: dock.series.question is not None)
    assert unmarked(dock.series.question) == {}
    assert unmarked(dock) == {}
    dock.series.question.accept()
    wait_for(lambda: iface.tables)
    settle()
    assert untranslated(dock.status_bar.remark.text()) == []
