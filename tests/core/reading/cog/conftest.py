"""What the tests of the fast reader share."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from cbm_chips.core.reading.cog.reader import WindowReader
from tests.builders import write_tile
from tests.core.reading.cog.windows import HURRIED, LAYOUT, SIDE_PX, Noting


@pytest.fixture(scope="session")
def originals(tmp_path_factory):
    rng = np.random.default_rng(17)
    root = tmp_path_factory.mktemp("originals")
    for number in range(6):
        # Noise that grows to the south: as in SCL, rows differ in how well they compress.
        rows = np.linspace(1, 15, SIDE_PX)[:, None]
        values = (1000 + rng.integers(0, 200, (SIDE_PX, SIDE_PX)) * rows).astype("uint16")
        write_tile(root / f"{number}.tif", values, **LAYOUT)
    return root


@pytest.fixture(scope="module")
def folder(originals, tmp_path_factory):
    """A module's own, to add files to."""
    return shutil.copytree(originals, tmp_path_factory.mktemp("files"), dirs_exist_ok=True)


@pytest.fixture
def general():
    return Noting()


@pytest.fixture
def reader(general):
    return WindowReader(HURRIED, general=general)


@pytest.fixture
def copied():
    """By `fresh_url`."""
    return "0.tif"
