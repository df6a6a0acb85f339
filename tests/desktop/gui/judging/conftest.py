"""What the tests of events, markers and neighbours share: the same pixels, read once."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def judging_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("judging-cache")


@pytest.fixture
def empty_cache(monkeypatch: pytest.MonkeyPatch, judging_cache: Path) -> None:
    """Not empty after the first test: none of these is about reading."""
    monkeypatch.setenv("CBM_CHIPS_CACHE", str(judging_cache))
