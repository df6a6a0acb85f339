"""Threads that decode leave the cores to others where a window is open, and only there."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import closing

import numpy as np
import pytest

from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.cog import reader as window_reader
from cbm_chips.core.reading.contract import ReadJob, open_plainly
from cbm_chips.core.reading.default_reader import default_reader
from cbm_chips.core.reading.network import Network
from tests.builders import LEFT, TOP, write_tile

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere niceness is the process's, and stays as it is"
)
VALUES = np.random.default_rng(8).integers(1, 900, (128, 128)).astype("uint16")
GRID = Grid(32631, LEFT + 100, TOP - 200, 10.0, 64, 64)


def niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


@pytest.fixture
def decoded_at(monkeypatch):
    """The niceness of the threads that decoded something."""
    seen, decoded = [], window_reader._decoded

    def noting(*what):
        seen.append(niceness())
        return decoded(*what)

    monkeypatch.setattr(window_reader, "_decoded", noting)
    return seen


@pytest.mark.parametrize(("gives_way", "more"), [(True, window_reader.NICENESS), (False, 0)])
def test_decoding_is_nicer_than_the_rest_where_it_gives_way(gives_way, more, decoded_at, tmp_path):
    before = niceness()
    path = write_tile(tmp_path / "B04.tif", VALUES)
    with closing(default_reader(Network(), gives_way=gives_way)) as reader:
        job = ReadJob(Asset("B04", str(path)), GRID)
        (read,) = filter(None, reader.read_all([job], open_plainly))

    assert read.pixels is not None
    assert decoded_at == [min(before + more, 19)]
    assert niceness() == before
