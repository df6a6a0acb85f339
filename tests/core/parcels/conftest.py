"""What the tests of many parcels share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cbm_chips.core import open_source
from cbm_chips.core.sources.source import Source
from tests.core.parcels.series_runs import SeriesRuns


@pytest.fixture(scope="session")
def files_here(parcel_catalog: Path) -> Iterator[Source]:
    """The made archive, as files on this computer."""
    with open_source(str(parcel_catalog)) as opened:
        yield opened


@pytest.fixture(scope="session")
def runs(files_here: Source, tmp_path_factory: pytest.TempPathFactory) -> SeriesRuns:
    """Of four parcels into files, over the made archive."""
    return SeriesRuns(files_here, tmp_path_factory.mktemp("runs"))
