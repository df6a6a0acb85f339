"""What the tests of runs over the sample share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cbm_chips.core import Place
from cbm_chips.core.cache import ChipCache
from cbm_chips.core.sample_archive import sample_parcels
from cbm_chips.core.sources.registry import open_source
from cbm_chips.core.sources.source import Source
from tests.core.pipeline.sample_runs import HURRIED
from tests.sample_servers import Served, served


@pytest.fixture
def servers(sample_servers: Served) -> Served:
    """Without faults, nothing counted yet; for tests that leave no request under way."""
    sample_servers.reset()
    return sample_servers


@pytest.fixture
def own_servers(sample_archive: Path, tmp_path: Path) -> Iterator[Served]:
    """Of one test only, whatever it leaves under way."""
    with served(sample_archive, tmp_path) as both:
        yield both


@pytest.fixture
def source(servers: Served) -> Iterator[Source]:
    """The catalog of `servers`."""
    with open_source(servers.api.url, network=HURRIED) as opened:
        yield opened


@pytest.fixture
def cache(tmp_path: Path) -> ChipCache:
    """Nothing is in it."""
    return ChipCache(tmp_path / "cache")


@pytest.fixture(scope="session")
def parcel(sample_archive: Path) -> Place:
    """One that is built up."""
    parcels = {parcel.id: parcel for parcel in sample_parcels(sample_archive)}
    return Place.of_parcel(parcels["315141"].outline, label="315141")
