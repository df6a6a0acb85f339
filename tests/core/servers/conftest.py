"""What the tests of servers share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.core.servers.replies import CONTENT
from tests.servers.process import ServerProcess


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    folder = tmp_path_factory.mktemp("public")
    (folder / "x").mkdir()
    (folder / "x" / "B04.tif").write_bytes(CONTENT)
    (folder.parent / "secret.txt").write_text("not for you")
    with ServerProcess("range_files", folder) as server:
        yield server


@pytest.fixture
def files(started: ServerProcess) -> ServerProcess:
    started.set_faults([])
    started.reset()
    return started


@pytest.fixture
def tif(files: ServerProcess) -> str:
    return f"{files.url}/x/B04.tif"
