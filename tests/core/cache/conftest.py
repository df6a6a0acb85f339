"""What the tests of the cache share."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from cbm_chips.core.cache import ChipCache
from cbm_chips.core.reading.cog.header_store import FileHeader
from tests.core.cache.kept_folder import LARGE, PIXELS
from tests.core.reading.cog.layouts import a_layout


@pytest.fixture(scope="module")
def original(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("original")
    with closing(ChipCache(folder)) as cache:
        cache.put_all_pixels({"key": PIXELS})
        cache.put_answer("small", b"small")
        cache.put_answer("large", LARGE)
        cache.headers.put({"file": FileHeader(a_layout(), 1, "etag")})
    return folder


@pytest.fixture
def kept(original, tmp_path) -> Path:
    """A folder with a window, a small answer and a large one in it."""
    return shutil.copytree(original, tmp_path, dirs_exist_ok=True)


@pytest.fixture
def cache(tmp_path):
    return ChipCache(tmp_path / "cache")
