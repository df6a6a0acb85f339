"""How the dates on show are read again: said in a window, each way to be copied."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desktop.cbm import cbm_server, stored_login
from tests.desktop.cbm import choose as choose_service
from tests.desktop.window import FakeInterface, message, read, set_form, wait_for
from tests.sample_servers import Served


def repeat(dock: Any) -> Any:
    from cbm_chips.gui.dock.layers.repeat_dialog import RepeatDialog

    dock.layers.repeat.show()
    (dialog,) = dock.findChildren(RepeatDialog)
    wait_for(dialog.tabs.count)
    return dialog


def texts_of(dialog: Any) -> dict[str, str]:
    tabs = dialog.tabs
    return {tabs.tabText(at): tabs.widget(at).toPlainText() for at in range(tabs.count())}


@pytest.fixture
def dock(loaded: Any, iface: FakeInterface, servers: Served) -> Any:
    iface.menu[0].trigger()
    set_form(loaded.dock, source=servers.api.url)
    return loaded.dock


def test_each_way_is_shown_and_copied(iface: FakeInterface, dock: Any, servers: Served) -> None:
    from qgis.PyQt.QtGui import QGuiApplication

    read(iface, dock)
    dialog = repeat(dock)

    texts = texts_of(dialog)
    assert list(texts) == ["qgis_process", "Windows", "Python"]
    assert texts["qgis_process"].startswith("qgis_process run cbmchips:rawchips -- SOURCE=")
    assert "CLOUD_RULE=default" in texts["qgis_process"]
    assert f"open_source({servers.api.url!r})" in texts["Python"]
    dialog.tabs.setCurrentIndex(2)
    dialog.copying.click()
    assert QGuiApplication.clipboard().text() == texts["Python"]
    assert dialog.minimumSizeHint().width() <= 320
    dialog.close()


def test_without_dates_nothing_is_opened(dock: Any) -> None:
    dock.layers.repeat.show()

    assert "no dates" in message(dock) or dock.session.shown is None


def test_a_service_has_addresses_and_its_login_is_an_id(
    iface: FakeInterface, dock: Any, sample_archive: Any
) -> None:
    login = stored_login()
    with cbm_server(sample_archive) as server:
        choose_service(dock, server.url, login)
        read(iface, dock)
        dialog = repeat(dock)

        texts = texts_of(dialog)
        assert f"AUTH={login}" in texts["qgis_process"]
        assert texts["REST"].startswith(f"{server.url}/query/rawChipByLocation?lon=")
        assert login in dialog.notes.text()
        assert not any("secret" in text for text in texts.values())
        dialog.close()
        dock.session.runs.cancel()
