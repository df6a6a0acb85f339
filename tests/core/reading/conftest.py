"""What the tests of several readers share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.process import ServerProcess


@pytest.fixture
def fresh_url(server: ServerProcess, folder: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """A URL of one test only, of a copy of the module's file `COPIED`.

    GDAL keeps what it knows of a URL for the process.
    """
    name = f"{request.node.name}.tif".replace("[", "-").replace("]", "")
    (folder / name).write_bytes((folder / request.module.COPIED).read_bytes())
    yield f"{server.url}/{name}"
    (folder / name).unlink()
