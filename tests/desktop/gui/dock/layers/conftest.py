"""Dates of the sample archive, and what loads them as layers into a new project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cbm_chips.core.model import ChipRequest
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.pipeline.series import Entry, Series
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.rendering.indices import INDICES
from cbm_chips.core.sources.registry import open_source
from tests.desktop.gui.dock.layers.layers import (
    PLACE,
    WANTED,
    with_bands,
)


@pytest.fixture(scope="session")
def entries(sample_archive: Path) -> tuple[Entry, ...]:
    """June 2022 and, on the other side of the reflectance offset, January; oldest first."""
    found: list[Entry] = []
    for start, end in (("2022-01-01", "2022-02-10"), ("2022-06-01", "2022-06-30")):
        request = ChipRequest(PLACE, start, end, WANTED, size_m=640)
        series = Series()
        with open_source("sample", sample_folder=sample_archive.parents[1]) as source:
            for event in run(request, source, Tools(RasterReader())):
                series.take(event)
        found += [entry for entry in series.entries if entry.chip]
    found.sort(key=lambda entry: entry.scene.acquired)
    assert len(found) >= 6
    assert len({entry.chip.scales["B08"] for entry in found}) == 2
    return tuple(found)


@pytest.fixture
def all_bands(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Two dates with made bands in place of those that were not read."""
    needed = {band for row in INDICES.values() for band in row.bands}
    return tuple(replace(entry, chip=with_bands(entry.chip, needed)) for entry in entries[::5])


@pytest.fixture
def chips_folder(tmp_path: Path, qgis_app: object) -> Iterator[Path]:
    from cbm_chips.bridge import settings

    before = settings.load()
    settings.save(replace(before, chips_folder=str(tmp_path / "chips")))
    yield tmp_path / "chips"
    settings.save(before)


@pytest.fixture
def loader(clean_project: Any, chips_folder: Path) -> Iterator[Any]:
    from cbm_chips.gui.dock.layers.layer_loader import LayerLoader

    loader = LayerLoader()
    loader.heard = SimpleNamespace(loaded=[], failed=[])
    loader.loaded.connect(loader.heard.loaded.append)
    loader.failed.connect(loader.heard.failed.append)
    yield loader
    loader.unload()
