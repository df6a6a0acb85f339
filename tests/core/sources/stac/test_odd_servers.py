"""Servers that answer with something else than a catalogue, elsewhere, or not at all."""

from __future__ import annotations

import json
import socket

import pytest

from cbm_chips.core.errors import SourceError, SourceUnreachable
from cbm_chips.core.model import Search
from cbm_chips.core.reading.network import Network
from tests.core.sources.stac.searching import a_request, a_source, landing, search
from tests.servers.scripted import scripted
from tests.stac_items import a_c1_item

HTML = {"Content-Type": "text/html"}


def test_a_web_page_is_told_from_a_catalogue():
    script = {"/": (200, HTML, "<html>Please log in</html>")}
    with scripted(script) as server, pytest.raises(SourceError, match="proxy or login page"):
        search(server.url)


def test_a_web_page_in_place_of_items_is_told_too():
    script = {"/": (200, {}, landing()), "/search": (200, HTML, "<html>Please log in</html>")}
    with scripted(script) as server, pytest.raises(SourceError, match="proxy or login page"):
        search(server.url)


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "[]",
        "null",
        "{",
        "7",
        '{"code": "Forbidden"}',
        '{"features": {"a": 1}}',
        "[" * 100_000,
    ],
)
def test_nonsense_in_place_of_items_is_an_error_in_words(answer):
    script = {"/": (200, {}, landing()), "/search": (200, {}, answer)}
    with scripted(script) as server, pytest.raises(SourceError, match="answered"):
        search(server.url)


@pytest.mark.parametrize("answer", ["", "[]", '{"hello": "world"}', "plain words"])
def test_nonsense_in_place_of_a_catalogue_is_an_error_in_words(answer):
    with scripted({"/": (200, {}, answer)}) as server, pytest.raises(SourceError):
        search(server.url)


@pytest.mark.parametrize(
    "link",
    [
        {"rel": "next"},
        {"rel": "next", "href": 7},
        {"href": "/search"},
        "next",
        {"rel": "next", "href": "/search", "method": "POST", "body": []},
        {"rel": "next", "href": "/search", "headers": [1]},
        {"rel": "next", "href": "http://[half"},
        {"rel": ["next"], "href": "/search"},
    ],
)
def test_crooked_links_do_not_break_the_paging(link):
    page = json.dumps({"features": [a_c1_item(), None, 7, [], "text"], "links": [link, None]})
    with scripted({"/": (200, {}, landing()), "/search": (200, {}, page)}) as server:
        found = search(server.url)

    assert len(found.scenes) == 1
    assert any("4 entries left out: no STAC items" in note for note in found.notes)
    leads_on = isinstance(link, dict) and link.get("rel") == "next"
    assert any("the search ended there" in note for note in found.notes) == leads_on


def test_headers_of_the_user_go_to_the_catalogue_alone():
    page = json.dumps({"features": []})
    with scripted({"/stac": (200, {}, page)}) as stranger:
        moved = {"Location": f"{stranger.url}/stac"}
        script = {"/": (200, {}, landing()), "/search": (200, {}, page)}
        script["/collections"] = (307, moved, "")
        with scripted(script) as home:
            found = search_with(home.url, {"X-Api-Key": "secret", "AWS_REGION": "moon"})

    assert found == Search(scenes=())
    assert {headers.get("X-Api-Key") for _, headers in home.asked} == {"secret"}
    assert {headers.get("X-Api-Key") for _, headers in stranger.asked} == {None}
    assert "moon" not in str(home.asked)


def search_with(url, credentials) -> Search:
    with a_source(url, credentials=credentials) as source:
        assert "secret" not in repr(source) + source.identity
        return source.parse(source.fetch(a_request()), a_request())


def test_a_redirect_without_end_ends():
    script = {"/": (302, {"Location": "/"}, "")}
    with scripted(script) as server, pytest.raises(SourceError, match="without end"):
        search(server.url)


def test_nobody_there_is_another_matter_than_a_refusal():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{door.getsockname()[1]}"
        with pytest.raises(SourceUnreachable, match=r"127\.0\.0\.1"):
            search(url)


def test_a_silent_server_is_not_waited_for_long():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        url = f"http://127.0.0.1:{door.getsockname()[1]}"
        quick = Network(retries=0, read_timeout_s=0.2)
        with a_source(url, network=quick) as source, pytest.raises(SourceUnreachable):
            source.fetch(a_request())


@pytest.mark.parametrize(
    "url", ["http://me:secret@", "http://me:secret@[half", "http://me:secret@a b/"]
)
def test_an_impossible_address_is_an_error_that_keeps_the_password(url):
    with pytest.raises(SourceError) as caught:
        search(url)

    assert "secret" not in str(caught.value)
