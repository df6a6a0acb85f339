"""What the core's tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from cbm_chips.core.sources.sample import build_sample
from tests.asking_cbm import Asker
from tests.servers.cbm.seed import SEED_PRODUCTS
from tests.servers.process import ServerProcess

# The same examples every time, and no clock: a busy machine is no failure.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Path of the built-in archive's catalog.json; built once for all tests, never written to."""
    return build_sample(tmp_path_factory.mktemp("archive") / "sample")


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
