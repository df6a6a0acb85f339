"""The window may go at any moment, in any state, with or without a word: QGIS never crashes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.own_process import run_main
from tests.desktop.window import slow_files
from tests.sample_servers import Served

LONGEST_S = 150


@pytest.mark.parametrize(
    ("state", "way"),
    [
        ("nothing", "interface"),
        ("preparing", "unload"),
        ("preparing", "end"),
        ("typing", "delete"),
        ("reading", "unload"),
        ("reading", "end"),
        ("shown", "canvas"),
        ("layers", "close"),
        ("queue", "dock"),
        ("dialogs", "delete"),
        ("options", "close"),
    ],
)
def test_a_process_whose_window_goes_ends_well(
    servers: Served, tmp_path: Path, state: str, way: str
) -> None:
    home = {
        "HOME": str(tmp_path),
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
        "CBM_CHIPS_CACHE": str(tmp_path / "cache"),
        "CBM_CHIPS_TEST_SOURCE": servers.api.url,
    }
    with slow_files(servers, 200):
        done = run_main("tests.desktop.window_goes", state, way, more=home, timeout_s=LONGEST_S)

    assert (done.returncode, done.stdout.split()) == (0, ["ready", "ended"]), done.stderr
    assert "Traceback" not in done.stderr
