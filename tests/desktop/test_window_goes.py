"""The window may go at any moment, in any state, with or without a word: QGIS never crashes."""

from __future__ import annotations

import subprocess

import pytest

from tests.desktop.own_process import run_main
from tests.desktop.window import slow_files
from tests.sample_servers import Served

LONGEST_S = 600
ONE_AFTER_ANOTHER = (
    "preparing unload",  # first, as much is imported once only
    "nothing interface",
    "typing delete",
    "reading unload",
    "shown canvas",
    "layers close",
    "queue dock",
    "dialogs delete",
    "options close",
    "reading end",
)
"""Of one process: its end is in the midst of reading."""
ALONE = ("preparing end",)


@pytest.fixture(scope="module")
def ended(
    running_servers: Served, tmp_path_factory: pytest.TempPathFactory
) -> list[subprocess.CompletedProcess[str]]:
    """Both processes."""
    running_servers.reset()
    with slow_files(running_servers, 200):
        return [
            played(running_servers, str(tmp_path_factory.mktemp("home")), stories)
            for stories in (ONE_AFTER_ANOTHER, ALONE)
        ]


def played(
    servers: Served, home: str, stories: tuple[str, ...]
) -> subprocess.CompletedProcess[str]:
    more = {
        "HOME": home,
        "QGIS_CUSTOM_CONFIG_PATH": f"{home}/profile",
        "CBM_CHIPS_CACHE": f"{home}/cache",
        "CBM_CHIPS_TEST_SOURCE": servers.api.url,
    }
    return run_main("tests.desktop.window_goes", *stories, more=more, timeout_s=LONGEST_S)


@pytest.mark.parametrize("story", [*ONE_AFTER_ANOTHER, *ALONE])
def test_a_process_whose_window_goes_lives_on(
    ended: list[subprocess.CompletedProcess[str]], story: str
) -> None:
    done = ended[story in ALONE]
    assert story in done.stdout.splitlines(), done.stderr


def test_a_process_whose_window_went_ends_well(
    ended: list[subprocess.CompletedProcess[str]],
) -> None:
    for done in ended:
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
