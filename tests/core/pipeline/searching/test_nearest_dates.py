"""The nearest days beside an empty period, asked of a real STAC server."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cbm_chips.core.cache import ChipCache
from cbm_chips.core.errors import SourceUnreachable
from cbm_chips.core.extract import open_source
from cbm_chips.core.model import MISSION_START, ChipRequest, Place, Scene
from cbm_chips.core.pipeline.searching.nearest_dates import REACHES_DAYS, Nearest, nearest_dates
from cbm_chips.core.reading.network import Network
from cbm_chips.core.sources.source import Source
from tests.sample_servers import Served

HERE = Place(lon=5.664, lat=52.694)
LATER = date(2026, 1, 1)


def a_request(start: str, end: str, **others) -> ChipRequest:
    return ChipRequest(HERE, start=start, end=end, bands=("B04",), **others)


def nearest(source: Source, request: ChipRequest, today: date = LATER) -> Nearest:
    return nearest_dates(request, source, None, today=today)


@pytest.fixture(scope="module")
def scenes(sample_servers: Served) -> tuple[Scene, ...]:
    """All that the archive has."""
    year = a_request("2021-06-01", "2023-06-30")
    with closing(open_source(sample_servers.api.url)) as source:
        return source.parse(source.fetch(year), year).scenes


def days_of(scenes: Iterable[Scene]) -> list[date]:
    return sorted({scene.acquired.date() for scene in scenes})


def test_lie_on_both_sides_of_a_gap(source: Source, scenes: tuple[Scene, ...]) -> None:
    days = days_of(scenes)
    before, after = next((a, b) for a, b in zip(days, days[1:]) if b - a > timedelta(days=2))
    gap = a_request(str(before + timedelta(days=1)), str(after - timedelta(days=1)))
    assert nearest(source, gap) == Nearest(before, after)


def test_are_found_far_away_by_a_few_questions(
    servers: Served, source: Source, scenes: tuple[Scene, ...]
) -> None:
    first, *_, last = days_of(scenes)
    assert nearest(source, a_request("2023-06-01", "2023-06-30")) == Nearest(last, None)
    assert servers.api.stats()["searches"] <= 2 * len(REACHES_DAYS)
    assert nearest(source, a_request("2021-06-01", "2021-06-30")) == Nearest(None, first)


def test_are_none_beyond_reach(source: Source) -> None:
    assert nearest(source, a_request("2019-01-01", "2019-12-31")) == Nearest(None, None)


def test_are_not_looked_for_before_the_launch_or_in_the_future(
    servers: Served, source: Source
) -> None:
    launch = str(MISSION_START)
    assert nearest(source, a_request(launch, launch), MISSION_START) == Nearest(None, None)
    assert servers.api.stats()["searches"] == 0


def test_keep_to_the_limits_of_the_request(source: Source, scenes: tuple[Scene, ...]) -> None:
    empty = a_request("2023-06-01", "2023-06-30")
    cloudless = [scene for scene in scenes if scene.scene_cloud_pct <= 10]
    last = days_of(cloudless)[-1]
    assert last < days_of(scenes)[-1]
    assert nearest(source, replace(empty, max_scene_cloud_pct=10)) == Nearest(last, None)
    elsewhere = replace(empty, place=Place(lon=-60.0, lat=-10.0))
    assert nearest(source, elsewhere) == Nearest(None, None)


def test_are_remembered(servers: Served, source: Source, tmp_path: Path) -> None:
    request = a_request("2023-06-01", "2023-06-30")
    with closing(ChipCache(tmp_path)) as cache:
        once = nearest_dates(request, source, cache, today=LATER)
        servers.reset()
        assert nearest_dates(request, source, cache, today=LATER) == once
    assert servers.api.stats()["searches"] == 0


def test_need_a_source_that_answers() -> None:
    nowhere = Network(retries=0, connect_timeout_s=1, read_timeout_s=1)
    with closing(open_source("http://127.0.0.1:9/stac", network=nowhere)) as source:
        request = a_request("2023-06-01", "2023-06-30")
        with pytest.raises(SourceUnreachable):
            nearest_dates(request, source, None, today=LATER)
