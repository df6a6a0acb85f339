"""What the tests of the CbM service's client share."""

from __future__ import annotations

import pytest

from cbm_chips.core.per_process import PerProcess
from cbm_chips.core.sources.cbm_rest.wire import single_flight
from tests.cbm import start_over
from tests.servers.process import ServerProcess


@pytest.fixture(autouse=True)
def nothing_learnt(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a server has is known as long as a source of an earlier test is not yet freed."""
    monkeypatch.setattr(single_flight, "_CALLS", PerProcess(single_flight._CallsByServer))


@pytest.fixture
def server(cbm_process: ServerProcess) -> ServerProcess:
    """A service over the built-in archive as at its start, nothing counted yet."""
    return start_over(cbm_process)
