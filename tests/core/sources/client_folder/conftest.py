"""What the tests of the client's folders share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.client_folders import write_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three dates of a parcel, to be changed at will."""
    return write_folder(tmp_path / "ms" / "2019" / "315141")
