"""What the tests of several readers share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.servers.process import ServerProcess

NUMBERS = count()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the module's files, for `started` to serve; a module may have its own."""
    return tmp_path_factory.mktemp("files")


@pytest.fixture
def path(folder: Path) -> Path:
    """Of one test only: GDAL remembers for the process what it read from an address."""
    return folder / f"{next(NUMBERS)}"


@pytest.fixture
def fresh_url(server: ServerProcess, folder: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """A URL of one test only, of a copy of the module's file `COPIED`.

    GDAL keeps what it knows of a URL for the process.
    """
    name = f"{request.node.name}.tif".replace("[", "-").replace("]", "")
    (folder / name).write_bytes((folder / request.module.COPIED).read_bytes())
    yield f"{server.url}/{name}"
    (folder / name).unlink()
