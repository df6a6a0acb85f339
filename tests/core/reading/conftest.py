"""What the tests of several readers share."""

from __future__ import annotations

import shutil
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
    return folder / f"own-{next(NUMBERS)}"


@pytest.fixture
def fresh_url(server: ServerProcess, folder: Path, path: Path, copied: str) -> Iterator[str]:
    """A URL of one test only, of a copy of the module's file `copied`."""
    own = path.with_suffix(".tif")
    shutil.copyfile(folder / copied, own)
    yield f"{server.url}/{own.name}"
    own.unlink()
