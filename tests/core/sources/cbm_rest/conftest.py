"""What the tests of the CbM service's client share."""

from __future__ import annotations

import pytest

from tests.cbm import start_over
from tests.servers.process import ServerProcess


@pytest.fixture
def server(cbm_process: ServerProcess) -> ServerProcess:
    """A service over the built-in archive as at its start, nothing counted yet."""
    return start_over(cbm_process)
