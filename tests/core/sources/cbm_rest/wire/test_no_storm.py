"""A CbM server that fails, or asks for a pause, is soon left alone."""

from __future__ import annotations

import time

import pytest

from cbm_chips.core import SourceError
from cbm_chips.core.reading.contract import ReadJob
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.scenes.grids import grid_of
from cbm_chips.core.sources.cbm_rest.chips.chip_pages import chip_page
from cbm_chips.core.sources.cbm_rest.wire.responses import ServerBusy
from tests.cbm import HURRIED, SAMPLE_PLACE, a_source, daily, seed_request
from tests.core.sources.cbm_rest.answers import YEAR, area, as_said, info, served
from tests.raw_server import Said, saying

STORMS = {
    "{}": "{}",
    "500": Said(b"<h1>Internal Server Error</h1>", status=500),
    "429": Said(b"", status=429, headers={"Retry-After": "86400"}),
    "a page": Said(b"<html>Maintenance</html>", headers={"Content-Type": "text/html"}),
    "nothing": Said(b""),
}


@pytest.mark.parametrize("kind", sorted(STORMS))
def test_a_server_that_says_the_same_to_everything_is_soon_left_alone(kind) -> None:
    request = seed_request(**YEAR)
    with served(STORMS[kind]) as (server, source):
        with pytest.raises(SourceError, match=r"127\.0\.0\.1"):
            source.fetch(request)
        asked_by_search = len(server.asked)
        with pytest.raises(SourceError, match=r"127\.0\.0\.1"):
            chip_page(source.service, request, bands=("B08", "B04", "B03"), lut="5_95")

    assert asked_by_search <= 14
    assert len(server.asked) <= 28


def test_what_was_found_before_a_server_fails_stays_with_a_note() -> None:
    first = {"chips": [f"/{name}.SCL.tif" for name in daily(20)], "dates": ["x"] * 20}
    with served(as_said(first), "{}") as (server, source):
        answer = source.fetch(seed_request(**YEAR))
        search = source.parse(answer, seed_request(**YEAR))
        assert not source.may_keep(answer), "the same question may find more"

    assert len(search.scenes) == 20
    assert any("2019-12-31: not asked any more" in note for note in search.notes)
    assert len(server.asked) < 20


@pytest.mark.parametrize("kind", ["{}", "500"])
def test_having_chips_made_by_a_server_that_fails_is_no_storm(kind) -> None:
    with served(STORMS[kind]) as (server, source):
        names = daily(50)
        source._listed.update(names)
        from cbm_chips.core.sources.cbm_rest.chips.products import scene_of

        scenes = [scene_of(name, source.identity) for name in names]
        grid = grid_of(SAMPLE_PLACE, 1280)
        jobs = [ReadJob(one.assets[band], grid) for one in scenes for band in ("B04", "B08", "B03")]
        reader = source.reader(RasterReader(HURRIED))
        reads = [read for read in reader.read_all(jobs, source.access) if read]

    assert len(reads) == 150
    assert all(read.error is not None for read in reads)
    assert len(server.asked) < 40


def test_a_pause_of_a_day_is_told_at_once_and_a_short_one_is_kept() -> None:
    asked: list[float] = []

    def busy(pause: str, times: int):
        def say(_: str) -> Said:
            asked.append(time.monotonic())
            is_busy = len(asked) <= times
            return Said(b"", 429, {"Retry-After": pause}) if is_busy else as_said(info(ms=area()))

        return say

    with saying(busy("86400", 9)) as server, a_source(server) as source:
        asking = pytest.raises(ServerBusy, match=r"busy \(429\): try again in 24 hours")
        with asking:
            source.service.info()
    assert len(asked) == 1
    asked.clear()
    with saying(busy("0", 1)) as server, a_source(server) as source:
        assert "ms" in source.service.info()["aois"]
    assert len(asked) == 2


@pytest.mark.parametrize(
    "pause",
    [
        "",
        "soon",
        "Mon, 01 Jan 2024 00:00:00 +99999999999999999999",
        "-5",
        "1e400",
        "9" * 400,
        "x\ty",
    ],
)
def test_no_wish_for_a_pause_does_harm(pause) -> None:
    said = Said(b"", 429, {"Retry-After": pause})
    with served(said) as (server, source), pytest.raises(ServerBusy):
        source.service.info()
    assert len(server.asked) == 1
