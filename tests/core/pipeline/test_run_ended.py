"""Runs that are ended while files are under way."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from cbm_chips.core.pipeline.events import Flagged, Found, Waiting
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.pipeline.searching.prefetch import PREFETCH_THREAD_NAME
from cbm_chips.core.reading.default_reader import default_reader
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.shutdown import THREAD_NAME
from cbm_chips.core.sources.stac import StacSource, typed_provider
from tests.core.pipeline.sample_runs import HURRIED, a_request


@pytest.fixture
def servers(own_servers):
    """What is left under way concerns no other test."""
    return own_servers


def test_the_first_files_asked_for_are_those_the_flags_need(servers, source, parcel, monkeypatch):
    monkeypatch.setattr("cbm_chips.core.reading.cog.reader.HEAD_START_S", 600)
    servers.files.set_faults([{"match": "SCL", "kind": "stall", "seconds": 600}])
    with (
        closing(default_reader(replace(HURRIED, read_timeout_s=600))) as reader,
        closing(run(a_request(parcel), source, Tools(reader))) as events,
    ):
        next(event for event in events if isinstance(event, Found))
        while not servers.pixel_requests():
            assert next(events) == Waiting()
        assert next(events) == Waiting()
    assert all("SCL" in path for path in servers.files.stats()["by_path"])


def test_reading_ahead_ends_with_the_run(servers, parcel, new_threads):
    servers.files.set_faults([{"match": "SCL", "kind": "stall", "seconds": 600}])
    provider = replace(typed_provider(servers.api.url), page_limit=3)
    with StacSource(provider=provider, network=HURRIED) as source:
        events = run(a_request(parcel), source, Tools(default_reader(HURRIED)))
        next(event for event in events if isinstance(event, Found))
        assert new_threads.alive(PREFETCH_THREAD_NAME)
        events.close()
    new_threads.join(PREFETCH_THREAD_NAME)


def test_to_stop_iterating_is_to_cancel(servers, source, parcel, new_threads):
    events = run(a_request(parcel), source, Tools(RasterReader(HURRIED)))
    assert any(isinstance(event, Flagged) for event in events)
    events.close()
    new_threads.join(THREAD_NAME)


def test_a_run_can_be_stopped_again_and_again_though_the_server_is_silent(servers, source, parcel):
    servers.files.set_faults([{"match": "B08", "kind": "stall", "seconds": 600}])
    events = run(a_request(parcel, bands=("B08",)), source, Tools(RasterReader(HURRIED)))
    assert any(isinstance(event, Flagged) for event in events)
    assert any(isinstance(event, Waiting) for event in events)
    assert any(isinstance(event, Waiting) for event in events)
    events.close()
