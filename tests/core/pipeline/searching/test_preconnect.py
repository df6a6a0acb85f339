"""Connections that are opened while a search runs."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from dataclasses import replace
from types import SimpleNamespace

import pytest

from cbm_chips.core.model import Asset, Search
from cbm_chips.core.pipeline.events import Found, Waiting
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.pipeline.searching.prefetch import Prefetch
from cbm_chips.core.reading.default_reader import default_reader
from cbm_chips.core.reading.http.range_client import PRECONNECTIONS
from cbm_chips.core.sources.stac import StacSource, typed_provider
from tests import builders
from tests.core.pipeline.sample_runs import HURRIED, MID_JUNE, a_request, chips_of, results_of
from tests.servers.process import ServerProcess

ROOM_S = 60.0
"""For a machine under load."""


@pytest.fixture
def servers(own_servers):
    """No other test's connections are counted."""
    return own_servers


class _Connecting:
    def __init__(self):
        self.hosts = []

    def preconnect(self, hosts):
        self.hosts += hosts

    def read_ahead(self, jobs, access):
        yield from ()


def test_addresses_of_no_host_take_none_of_the_connections():
    hrefs = ("https://[broken/a.tif", "https://a.example/a.tif", "https://b.example:x/a.tif",
             "/data/a.tif", "https://c.example/a.tif")  # fmt: skip
    assets = {f"B0{number}": Asset(f"B0{number}", href) for number, href in enumerate(hrefs)}
    reader = _Connecting()
    source = SimpleNamespace(pixel_hosts=())

    early = Prefetch(builders.a_request(), source, reader, None)
    early.connect_to(Search((builders.a_scene(assets=assets),)))

    assert reader.hosts == ["https://a.example/a.tif", "https://c.example/a.tif"]


class Patient(StacSource):
    """Answers when as many connections as `connections` are open where the pixels are."""

    files: ServerProcess
    connections = 0

    def fetch_in_parts(self, request):
        until(lambda: self.files.stats()["opened"] >= self.connections)
        self.seen = self.files.stats()
        yield from super().fetch_in_parts(request)


def until(is_so):
    limit = time.monotonic() + ROOM_S
    while not is_so():
        assert time.monotonic() < limit, "it never came to that"
        threading.Event().wait(0.01)


def a_patient_source(servers, *, connections):
    provider = replace(typed_provider(servers.api.url), pixel_hosts=(servers.files.url,))
    source = Patient(provider=provider, network=HURRIED)
    source.files, source.connections = servers.files, connections
    return source


def test_connections_are_open_when_the_search_is_back_and_nothing_was_said(servers, parcel, cache):
    with a_patient_source(servers, connections=PRECONNECTIONS) as source:
        chips = chips_of(results_of(a_request(parcel, **MID_JUNE), source, cache))
        assert (source.seen["opened"], source.seen["requests"]) == (PRECONNECTIONS, 0)
        assert {name for chip in chips for name in chip.provenance.readers.values()} == {"windows"}
        servers.reset()
        assert chips_of(results_of(a_request(parcel, **MID_JUNE), source, cache))
    again = servers.files.stats()
    assert (again["opened"], again["requests"]) == (0, 0)


class Attentive(StacSource):
    """Looks at the file server between the answer and what is done with it."""

    files: ServerProcess

    def may_keep(self, answer):
        until(lambda: self.files.stats()["opened"] >= PRECONNECTIONS)
        self.seen = self.files.stats()
        return super().may_keep(answer)


def test_an_answer_tells_where_to_connect_to_before_anything_is_read(servers, parcel, cache):
    with Attentive(provider=typed_provider(servers.api.url), network=HURRIED) as source:
        source.files = servers.files
        assert chips_of(results_of(a_request(parcel, **MID_JUNE), source, cache))
    assert (source.seen["opened"], source.seen["requests"]) == (PRECONNECTIONS, 0)


def test_connections_opened_ahead_are_closed_with_the_run(servers, parcel):
    with (
        a_patient_source(servers, connections=PRECONNECTIONS) as source,
        closing(default_reader(HURRIED)) as reader,
    ):
        events = run(a_request(parcel, **MID_JUNE), source, Tools(reader))
        assert isinstance(next(event for event in events if event != Waiting()), Found)
        events.close()
    until(lambda: servers.files.stats()["closed"] == PRECONNECTIONS)


def test_a_host_that_is_gone_is_no_matter_while_nothing_is_read_from_it(servers, parcel):
    nobody = ("http://127.0.0.1:9", "https://tiles.invalid", "nonsense")
    provider = replace(typed_provider(servers.api.url), pixel_hosts=nobody)
    with StacSource(provider=provider, network=HURRIED) as source:
        assert chips_of(results_of(a_request(parcel, **MID_JUNE), source))
