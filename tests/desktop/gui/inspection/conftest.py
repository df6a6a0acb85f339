"""What the stories of an inspection share: the same pixels, read once."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def inspection_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("inspection-cache")


@pytest.fixture
def empty_cache(monkeypatch: pytest.MonkeyPatch, inspection_cache: Path) -> None:
    """Not empty after the first test: none of these is about reading."""
    monkeypatch.setenv("CBM_CHIPS_CACHE", str(inspection_cache))
