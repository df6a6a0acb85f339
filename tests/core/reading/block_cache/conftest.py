"""What the tests of the store of prefixes share."""

from __future__ import annotations

import pytest

from tests.core.reading.block_cache.prefixes import opened


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "prefixes"


@pytest.fixture
def store(folder):
    return opened(folder)
