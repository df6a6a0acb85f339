"""What the core's tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from cbm_chips.core.sources.sample import build_sample

# The same examples every time, and no clock: a busy machine is no failure.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Path of the built-in archive's catalog.json; built once for all tests, never written to."""
    return build_sample(tmp_path_factory.mktemp("archive") / "sample")
