"""A CbM server in the dock that refuses, is slow, or dies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.desktop.cbm import (
    NOWHERE,
    PARCEL,
    cbm_server,
    choose,
    set_dataset,
    stored_login,
    tells_a_secret,
    with_login,
)
from tests.desktop.gui.cbm_service.steps import find, remarks
from tests.desktop.window import (
    CENTRE,
    SLOW_S,
    click_parcel,
    press,
    set_form,
    wait_for,
    wait_for_tasks,
)
from tests.servers.process import ServerProcess


@pytest.mark.usefixtures("empty_cache")
class TestTrouble:
    def test_a_wrong_login_is_said(self, iface: Any, dock: Any, server: ServerProcess) -> None:
        choose(dock, server.url, stored_login(word="wrong"))
        set_dataset(dock)
        find(iface, dock)
        assert "refused the login" in remarks(dock)
        assert dock.session.place is None

    def test_typing_is_no_remedy_for_a_wrong_login(self, dock: Any, server: ServerProcess) -> None:
        for authcfg, action in ((stored_login(word="wrong"), "another login"), ("", "kind Basic")):
            choose(dock, server.url, authcfg)
            wait_for(lambda: dock.service.box.message.text)
            assert action in dock.service.box.message.text
            assert "typed" not in dock.service.box.message.text
            assert dock.service.box.offers.isVisible()

    def test_an_area_without_a_right_is_said(self, iface: Any, dock: Any) -> None:
        set_dataset(dock, "pt", "2020")
        find(iface, dock)
        assert "no right to this area" in remarks(dock)

    def test_chips_without_login_say_so(self, iface: Any, dock: Any, server: ServerProcess) -> None:
        from tests.desktop.window import click

        choose(dock, server.url, "")
        click(iface, dock, CENTRE)
        wait_for(lambda: not dock.session.runs.is_running)
        assert "refused the login" in dock.panel._message.text
        press(dock)
        assert iface.shown_options == ["CbM Chips"]

    def test_a_login_typed_into_the_address_gets_nowhere(
        self, iface: Any, dock: Any, server: ServerProcess, tmp_path: Path
    ) -> None:
        from qgis.core import QgsProject

        assert QgsProject.instance().write(str(tmp_path / "kept.qgs"))  # chips go beside it
        layers: list[Any] = []
        dock.layers.loader.loaded.connect(layers.extend)

        set_form(dock, source=with_login(server.url))
        wait_for(dock.service.box.aoi.count)
        set_dataset(dock)
        click_parcel(iface, dock, CENTRE)
        assert dock.status_bar.status.startswith(f"Asking cbm+{server.url}")
        wait_for(lambda: not dock.service.is_asking)
        wait_for(lambda: not dock.session.runs.is_running)
        dock.panel.view.selectAll()
        one = "CbmChipsLoadSelected"
        next(entry for entry in dock.actions_to_register if entry.objectName() == one).trigger()
        wait_for(lambda: layers)

        assert QgsProject.instance().write()
        assert tells_a_secret(tmp_path) == []

    def test_a_slow_server_is_given_up_at_once(
        self, iface: Any, dock: Any, server: ServerProcess
    ) -> None:
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        set_dataset(dock)
        wait_for_tasks()
        server.switch(latency=SLOW_S)
        click_parcel(iface, dock, CENTRE)
        wait_for(lambda: server.stats()["queries"])
        assert "Asking Mine" in dock.status_bar.status

        QTest.keyClick(dock.panel.view, Qt.Key.Key_Escape)
        assert not dock.service.is_asking
        wait_for_tasks()

        assert "Stopped" in remarks(dock)
        assert dock.session.place is None

    def test_the_newer_click_counts(self, iface: Any, dock: Any, server: ServerProcess) -> None:
        set_dataset(dock)
        server.switch(latency=0.5)
        click_parcel(iface, dock, NOWHERE)
        click_parcel(iface, dock, CENTRE)
        wait_for(lambda: not dock.service.is_asking)

        assert dock.session.place.label == PARCEL

    def test_a_server_that_dies_is_said(
        self, iface: Any, dock: Any, sample_archive: Path, login: str
    ) -> None:
        with cbm_server(sample_archive) as mortal:
            choose(dock, mortal.url, login)
            wait_for(dock.service.box.aoi.count)
            set_dataset(dock)
            wait_for_tasks()
            mortal.switch(latency=SLOW_S)
            click_parcel(iface, dock, CENTRE)
            wait_for(lambda: mortal.stats()["queries"] >= 2)
        wait_for(lambda: not dock.service.is_asking)

        assert remarks(dock).startswith("No parcel from Mine: 127.0.0.1")
        find(iface, dock)
        assert "can't be reached" in remarks(dock)

    def test_unloading_waits_for_no_server(
        self, loaded: Any, iface: Any, dock: Any, server: ServerProcess
    ) -> None:
        set_dataset(dock)
        wait_for_tasks()
        server.switch(latency=SLOW_S)
        click_parcel(iface, dock, CENTRE)
        wait_for(lambda: server.stats()["queries"])

        loaded.unload()
        wait_for_tasks()

    def test_a_server_that_dies_during_a_run_leaves_what_came(
        self, iface: Any, dock: Any, sample_archive: Path, login: str
    ) -> None:
        with cbm_server(sample_archive) as mortal:
            choose(dock, mortal.url, login)
            wait_for(dock.service.box.aoi.count)
            set_dataset(dock)
            mortal.switch(file_latency=0.3)
            find(iface, dock)
            wait_for(lambda: dock.panel.counts().done)
        wait_for(lambda: not dock.session.runs.is_running)

        assert any(entry.chip is not None for entry in dock.panel.entries())
        assert any(entry.is_retryable for entry in dock.panel.entries())
        assert "failed" in dock.status_bar.status

    def test_a_run_on_a_slow_server_is_cancelled_at_once(
        self, iface: Any, dock: Any, server: ServerProcess
    ) -> None:
        set_dataset(dock)
        find(iface, dock)
        wait_for_tasks()
        server.switch(latency=SLOW_S, flush=True)
        server.reset()
        set_form(dock, size_m=640)
        dock.session.again()
        wait_for(lambda: server.stats()["queries"])

        dock.status_bar.cancelClicked.emit()
        assert not dock.session.runs.is_running
        wait_for_tasks()
