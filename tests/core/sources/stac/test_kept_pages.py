"""Landing page and collections of an API are requested once for many searches of a source."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from cbm_chips.core.cancellation import Cancellation
from cbm_chips.core.errors import SourceError, SourceUnreachable
from cbm_chips.core.sources.stac import StacSource
from cbm_chips.core.sources.stac.kept_pages import KEPT_S
from cbm_chips.core.sources.stac.providers import typed_provider
from tests.core.sources.stac.searching import (
    COLLECTIONS,
    NETWORK,
    a_request,
    a_source,
    landing,
    page_of,
)
from tests.servers.scripted import ScriptedServer, scripted

API = {
    "/": (200, {}, landing()),
    "/collections": (200, {}, COLLECTIONS),
    "/search": (200, {}, page_of("one")),
}
REFUSED = (400, {}, "no such search")
QUICK = {"network": replace(NETWORK, retries=0)}


def requested(server: ScriptedServer) -> Counter[str]:
    return Counter(urlsplit(path).path for path, _ in server.asked)


def names(source: StacSource, **others) -> list[str]:
    request = a_request(**others)
    return [scene.id for scene in source.parse(source.fetch(request), request).scenes]


def test_a_second_search_asks_for_items_alone():
    with scripted(API) as server, a_source(server.url) as source:
        assert names(source) == names(source, bands=("B04",)) == ["one"]

        assert requested(server) == {"/": 1, "/collections": 1, "/search": 2}


def test_another_source_asks_anew():
    with scripted(API) as server:
        for _ in range(2):
            with a_source(server.url) as source:
                names(source)

        assert requested(server)["/"] == 2


def test_after_a_while_the_pages_are_read_anew():
    now = [0.0]
    with scripted(API) as server:
        provider = typed_provider(server.url)
        with StacSource(provider=provider, network=NETWORK, clock=lambda: now[0]) as source:
            for now[0] in (0.0, KEPT_S - 1, KEPT_S, KEPT_S + 1):
                names(source)

        assert requested(server) == {"/": 2, "/collections": 2, "/search": 4}


def test_what_moved_is_found_after_one_refusal():
    moved = landing({"rel": "search", "href": "/elsewhere", "method": "POST"})
    script = {**API, "/search": [API["/search"], REFUSED]}
    with scripted(script) as server, a_source(server.url) as source:
        names(source)
        server.script = {**script, "/": (200, {}, moved), "/elsewhere": (200, {}, page_of("two"))}

        with pytest.raises(SourceError, match="no such search"):
            names(source)
        assert names(source) == ["two"]


def test_what_moved_to_another_server_is_found_after_one_failure():
    with scripted({}) as home, a_source(home.url, **QUICK) as source:
        with scripted(API) as first:
            home.script = {"/": (302, {"Location": first.url}, "")}
            assert names(source) == ["one"]
        with scripted({**API, "/search": (200, {}, page_of("two"))}) as second:
            home.script = {"/": (302, {"Location": second.url}, "")}

            with pytest.raises(SourceUnreachable):
                names(source)
            assert names(source) == ["two"]


def test_a_search_that_is_cancelled_leaves_the_pages():
    stop = Cancellation()
    stop.cancel()
    with scripted(API) as server, a_source(server.url) as source:
        names(source)
        with stop.for_this_thread(), pytest.raises(SourceUnreachable, match="given up"):
            names(source)
        names(source)

        assert requested(server) == {"/": 1, "/collections": 1, "/search": 2}


def test_collections_that_came_in_part_are_read_anew():
    page = {**json.loads(COLLECTIONS), "links": [{"rel": "next", "href": "/more"}]}
    script = {**API, "/collections": (200, {}, json.dumps(page)), "/more": (500, {}, "")}
    with scripted(script) as server, a_source(server.url, **QUICK) as source:
        names(source)
        names(source)

        assert requested(server)["/collections"] == 2
        assert requested(server)["/"] == 1


def test_a_page_that_is_no_catalogue_is_not_kept():
    pages = [(200, {}, '{"hello": "world"}'), API["/"]]
    with scripted({**API, "/": pages}) as server, a_source(server.url) as source:
        with pytest.raises(SourceError, match="no STAC catalogue"):
            names(source)

        assert names(source) == ["one"]
