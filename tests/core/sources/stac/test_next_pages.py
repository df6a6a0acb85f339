"""Next pages of a search: followed on the own server, as our own question, up to a limit."""

from __future__ import annotations

import json

import pytest

from cbm_chips.core.sources.stac import api
from cbm_chips.core.sources.stac import static_catalog as catalogues
from tests.core.sources.stac.searching import (
    COLLECTIONS,
    a_request,
    a_source,
    ids,
    landing,
    page_of,
    search,
)
from tests.servers.scripted import scripted
from tests.stac_items import a_c1_item

CROOKED = "https, https:/portal.example/stacapi"


@pytest.mark.parametrize(
    "trouble", [(500, {}, "no"), (200, {}, "{"), (403, {}, "no"), (200, {}, "[]")]
)
def test_what_came_before_a_page_that_fails_is_shown_and_not_kept(trouble):
    link = {"rel": "next", "href": "/search?token=2", "method": "POST", "body": {"token": "2"}}
    script = {
        "/": (200, {}, landing()),
        "/collections": (200, {}, COLLECTIONS),
        "/search": (200, {}, page_of("a", links=[link])),
        "/search?token=2": trouble,
    }
    with scripted(script) as server, a_source(server.url) as source:
        answer = source.fetch(a_request())
        found = source.parse(answer, a_request())

    assert ids(found) == {"a"}
    assert any("only 1 entries came before the search broke off" in note for note in found.notes)
    assert not source.may_keep(answer)


@pytest.mark.parametrize("collection", [None, "", ["sentinel-2-c1-l2a"], 7])
def test_an_item_that_does_not_name_its_collection_is_judged_by_itself(collection):
    foreign = {**a_c1_item("landsat"), "collection": collection}
    foreign["properties"] = {"datetime": "2020-03-05T10:50:00Z", "platform": "landsat-8"}
    listed = [{**a_c1_item("a"), "collection": collection}, foreign]
    script = {
        "/": (200, {}, landing()),
        "/collections": (200, {}, COLLECTIONS),
        "/search": (200, {}, json.dumps({"features": listed})),
    }
    with scripted(script) as server:
        assert ids(search(server.url)) == ({"a"} if collection != 7 else set())


def test_entries_pages_and_files_have_a_limit_which_is_told(monkeypatch):
    monkeypatch.setattr(api, "MOST_ENTRIES", 3)
    monkeypatch.setattr(catalogues, "MOST_ASSETS", 4)
    link = {"rel": "next", "href": "/search", "method": "POST", "body": {"token": "2"}}
    first = a_c1_item("a")
    first["assets"].update({f"extra-{number}": {"href": "./x.tif"} for number in range(5)})
    listed = [first, *map(a_c1_item, "bcd")]
    page = json.dumps({"features": listed, "links": [link]})
    script = {
        "/": (200, {}, landing()),
        "/collections": (200, {}, COLLECTIONS),
        "/search": (200, {}, page),
    }
    with scripted(script) as server:
        found = search(server.url)

    assert [command for command, _ in server.commands].count("POST") == 1
    assert any("only the first 1 pages, 4 entries" in note for note in found.notes)
    notes = {scene.id: scene.note for scene in found.scenes}
    left_out = len(first["assets"]) - 4
    assert f"has {left_out} files more than are looked at" in notes["a"]


@pytest.mark.parametrize("host", ["http://stac-fastapi:8080", CROOKED, ""])
def test_a_next_link_with_a_wrong_host_is_asked_at_our_search(host):
    link = {"rel": "next", "href": f"{host}/search?token=2", "method": "GET"}
    get = {"rel": "search", "href": "./search", "method": "GET"}
    script = {
        "/": (200, {}, landing(get)),
        "/collections": (200, {}, COLLECTIONS),
        "/search": (200, {}, page_of("a", links=[link])),
        "/search?token=2": (200, {}, page_of("b")),
    }
    with scripted(script) as server:
        assert ids(search(server.url)) == {"a", "b"}


@pytest.mark.parametrize("method", ["POST", "GET", "DELETE"])
def test_a_next_link_leads_nowhere_else_and_says_nothing_of_its_own(method):
    evil = {"Host": "docker", "Authorization": "Bearer stolen", "X-Evil": "1"}
    with scripted({}) as other:
        link = {"rel": "next", "href": f"{other.url}/containers?token=2", "method": method}
        link.update(headers=evil, body={"token": "2", "Image": "evil"})
        script = {
            "/": (200, {}, landing()),
            "/collections": (200, {}, COLLECTIONS),
            "/search": (200, {}, page_of("a", links=[link])),
        }
        with scripted(script) as home:
            found = search(home.url)

    assert ids(found) == {"a"}
    assert other.asked == []
    assert not any(set(evil) & {*headers} - {"Host"} for _, headers in home.asked)
    assert {command for command, _ in home.commands} <= {"GET", "POST"}


def test_our_question_stays_in_the_next_one():
    link = {"rel": "next", "href": "/search", "method": "POST", "body": {"token": "2"}}
    script = {
        "/": (200, {}, landing()),
        "/collections": (200, {}, COLLECTIONS),
        "/search": (200, {}, page_of("a", links=[link])),
    }
    with scripted(script) as server:
        search(server.url)

    first, second = (json.loads(body) for command, body in server.commands if command == "POST")
    assert second == {**first, "token": "2"}


@pytest.mark.parametrize("rel", ["data", "next"])
def test_collections_are_looked_for_on_the_own_server_alone(rel):
    with scripted({"/": (200, {}, COLLECTIONS)}) as other:
        link = {"rel": rel, "href": other.url}
        listed = json.dumps({"collections": [{"id": "sentinel-2-l2a"}], "links": [link]})
        script = {
            "/": (200, {}, landing(link)),
            "/collections": (200, {}, listed),
            "/search": (200, {}, page_of("a")),
        }
        with scripted(script) as home:
            search(home.url)

    assert other.asked == []
