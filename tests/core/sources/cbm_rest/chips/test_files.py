"""Files of a CbM server that do not come, or lead astray: told, and nothing is left behind."""

from __future__ import annotations

import signal
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from cbm_chips.core import Chip, FailedChip, extract_chips
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.reading.gdal.reader import RasterReader
from tests.cbm import HURRIED, SEED, a_source, made_up, seed_request, serving, start_over
from tests.servers.cbm.switches import EVIL_PATHS
from tests.servers.process import ServerProcess

HARMLESS = ("absolute",)
SLOW_S = 600.0


@pytest.fixture
def server(server) -> ServerProcess:
    return start_over(server, products=made_up(*SEED[:4]))


@pytest.fixture
def scratch(tmp_path, monkeypatch) -> Path:
    """Where temporary files go, to see what is left of them."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def results(server, **others) -> list:
    with a_source(server) as source:
        return list(extract_chips(seed_request(**others), source, cache=None))


def reasons(server) -> list[str]:
    made = results(server)
    assert len(made) == 4
    assert all(isinstance(one, FailedChip) for one in made)
    return [one.reason for one in made]


def test_a_netrc_does_not_replace_the_login(server, tmp_path, monkeypatch):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password else\n")
    monkeypatch.setenv("NETRC", str(netrc))

    assert all(isinstance(one, Chip) for one in results(server))
    assert server.stats()["files_with_login"] == 0


def test_a_file_that_does_not_come_in_time_is_told(server, scratch):
    server.switch(products=made_up(*SEED[:2]), file_latency=1.0)
    hasty = replace(HURRIED, read_timeout_s=0.2)

    with a_source(server, network=hasty) as source:
        made = list(extract_chips(seed_request(), source, cache=None))

    assert ["did not answer in time" in one.reason for one in made] == [True, True]
    assert not any(scratch.iterdir())


@pytest.mark.parametrize("kind", sorted(set(EVIL_PATHS) - set(HARMLESS)))
def test_paths_that_lead_astray_are_not_followed(server, scratch, kind):
    server.switch(evil_paths=kind)

    made = results(server)

    assert len(made) == 4
    stats = server.stats()
    assert not any("etc" in path or ".." in path for path in stats["by_path"])
    assert stats["files"] == 0 or kind == "scheme_relative"
    assert not any(scratch.iterdir())
    if kind != "scheme_relative":  # its slashes collapse, and the file is looked for at home
        assert all(isinstance(one, FailedChip) for one in made)


def test_an_absolute_path_on_the_same_host_is_followed(server):
    server.switch(evil_paths="absolute")

    assert all(isinstance(one, Chip) for one in results(server))


def test_a_page_in_place_of_a_chip_is_told(server, scratch):
    server.switch(files_as_html=True)

    assert all("a web page in place of the chip" in reason for reason in reasons(server))
    assert not any(scratch.iterdir())


def test_a_download_cut_short_is_fetched_once_more(server, scratch):
    server.switch(cut_after=100, cut_times=1)

    assert all(isinstance(one, Chip) for one in results(server))
    assert not any(scratch.iterdir())


def test_downloads_always_cut_short_fail_and_leave_nothing(server, scratch):
    server.switch(cut_after=100)

    assert all(reason for reason in reasons(server))
    assert server.stats()["files"] == 8
    assert not any(scratch.iterdir())


def test_a_server_killed_in_the_middle_of_downloads(sample_archive, scratch):
    with serving(sample_archive, "--file-latency", SLOW_S) as server:
        server.switch(products=made_up(*SEED))
        with a_source(server) as source:
            events = run(seed_request(bands=("B08",)), source, Tools(RasterReader(HURRIED)))
            _until(lambda: next(events) and server.stats()["files"])
            server.end(by=signal.SIGKILL)
            made = [event for event in events if isinstance(event, (Chip, FailedChip))]

    assert len(made) == len(SEED)
    assert all(isinstance(one, FailedChip) and one.reason for one in made)
    assert not any(scratch.iterdir())


def _until(holds) -> None:
    limit = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < limit, "it never came to that"
        threading.Event().wait(0.01)
