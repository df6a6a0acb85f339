"""A CbM server as the source of the dock."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desktop.cbm import (
    choose,
    stored_login,
)
from tests.desktop.window import wait_for, wait_for_tasks
from tests.servers.process import ServerProcess


@pytest.fixture(scope="module")
def login(qgis_app: object) -> str:
    return stored_login()


@pytest.fixture
def dock(loaded: Any, iface: Any, server: ServerProcess, login: str) -> Any:
    """Open, with the server as its source, whose areas have come."""
    if loaded.dock is None:
        iface.menu[0].trigger()
    choose(loaded.dock, server.url, login)
    wait_for(loaded.dock.service.box.aoi.count)
    wait_for_tasks()  # of a kept dock, what an earlier test was told may be there still
    server.reset()
    return loaded.dock
