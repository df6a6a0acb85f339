"""What the core's tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cbm_client import Asker
from tests.parcel_archive import write_archive
from tests.sample_servers import Served, served
from tests.servers.cbm.seed import SEED_PRODUCTS
from tests.servers.process import ServerProcess


@pytest.fixture(scope="module")
def started(folder: Path) -> Iterator[ServerProcess]:
    """A server of the module's own `folder`; use `server`, which tidies it."""
    with ServerProcess("range_files", folder) as server:
        yield server


@pytest.fixture
def server(started: ServerProcess) -> ServerProcess:
    """Without faults, and nothing counted yet."""
    started.set_faults([])
    started.reset()
    return started


@pytest.fixture(scope="session")
def cbm_process(sample_archive: Path) -> Iterator[ServerProcess]:
    """A CbM REST service over the built-in archive; use `service`, which tidies it."""
    with ServerProcess("cbm_rest", sample_archive.parent) as server:
        yield server


@pytest.fixture
def service(cbm_process: ServerProcess) -> Asker:
    """The archive's own products, nothing cached, no fault."""
    cbm_process.switch(restore=True)
    cbm_process.reset()
    return Asker(cbm_process)


@pytest.fixture
def seed(service: Asker) -> Asker:
    """The example of the service's documentation in place of the archive."""
    service.server.switch(products=SEED_PRODUCTS)
    return service


@pytest.fixture(scope="session")
def parcel_catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Path of the made archive's catalog.json; never written to."""
    return write_archive(tmp_path_factory.mktemp("tiles"))


@pytest.fixture(scope="session")
def sample_servers(
    sample_archive: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """The sample behind servers, for tests that leave no request under way: `reset` them first."""
    with served(sample_archive, tmp_path_factory.mktemp("items")) as both:
        yield both
