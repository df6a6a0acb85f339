"""Links of servers that do not know their own address, and the query that goes with them."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from cbm_chips.core.errors import SourceError
from cbm_chips.core.sources.http.urls import with_query
from cbm_chips.core.sources.stac.links import own_address
from tests.core.sources.stac.searching import COLLECTIONS, an_item, ids, landing, page_of, search
from tests.servers.scripted import scripted

CROOKED = "https, https:/portal.example/stacapi"


@pytest.mark.parametrize(
    "wrong",
    [
        CROOKED + "/{}",
        "http://[half/{}",
        "http://stac-fastapi:8080/{}",
        "ftp://127.0.0.1/{}",
        "file:///{}",
        "",
        7,
    ],
)
def test_the_search_of_the_typed_address_is_asked_where_the_links_are_wrong(wrong):
    href = wrong.format if isinstance(wrong, str) else lambda _: wrong
    links = [{"rel": rel, "href": href(rel)} for rel in ("self", "root", "data", "search")]
    links[2]["href"] = href("collections")
    onward = {"rel": "next", "method": "POST", "href": href("search"), "body": {"token": "2"}}
    script = {
        "/stac": (200, {}, landing(*links)),
        "/stac/collections": (200, {}, COLLECTIONS),
        "/stac/search": (200, {}, page_of("a", links=[onward])),
    }
    with scripted(script) as server:
        found = search(server.url + "/stac")

    assert ids(found) == {"a"}
    asked = {path for path, _ in server.asked}
    assert {"/stac", "/stac/search"} <= asked <= set(script) | {"/stac/7"}


def test_wrong_links_are_told_where_the_typed_address_has_no_search():
    links = [{"rel": "search", "href": CROOKED + "/search"}]
    script = {"/": (200, {}, landing(*links)), "/collections": (200, {}, COLLECTIONS)}
    with scripted(script) as server, pytest.raises(SourceError, match="calls its search https, h"):
        search(server.url)


def test_links_hold_against_the_page_that_a_redirection_leads_to():
    script = {
        "/": (302, {"Location": "/v1/"}, ""),
        "/v1/": (200, {}, landing({"rel": "search", "href": "./search", "method": "POST"})),
        "/v1/collections": (200, {}, COLLECTIONS),
        "/v1/search": (200, {}, page_of("a")),
    }
    with scripted(script) as server:
        assert ids(search(server.url)) == {"a"}


def test_another_server_is_searched_by_get_and_without_the_login():
    listed = {"/collections": (200, {}, COLLECTIONS)}
    with scripted({}) as other:
        links = [{"rel": "search", "href": other.url + "/search", "method": "POST"}]
        script = {"/": (200, {}, landing(*links)), **listed}
        with scripted(script) as home, pytest.raises(SourceError):
            search(home.url, credentials={"Authorization": "Bearer secret"})

    assert {command for command, _ in other.commands} == {"GET"}
    assert not any("Authorization" in headers for _, headers in other.asked)
    assert any("Authorization" in headers for _, headers in home.asked)


def test_a_redirection_leads_to_the_web_or_nowhere():
    for target in ("file:///etc/hosts", "ftp://127.0.0.1/x", "http://[half"):
        script = {"/": (302, {"Location": target}, "")}
        with scripted(script) as server, pytest.raises(SourceError):
            search(server.url)


def test_a_link_is_followed_as_the_typed_address_is_reached():
    assert own_address("https://m.example/stac/", "http://m.example/stac/search?a=1") == (
        "https://m.example/stac/search?a=1"
    )
    assert own_address("https://m.example/stac/", "search") == "https://m.example/stac/search"
    for other in ("https://o.example/search", "http://m.example:8080/search", "//o.example/s"):
        assert own_address("https://m.example/stac/", other) == ""


def test_the_query_of_the_typed_address_goes_with_every_question_to_its_server():
    onward = {"rel": "next", "href": "/search?page=2", "method": "GET"}
    get = {"rel": "search", "href": "/search", "method": "GET"}
    script = {
        "/v1": (302, {"Location": "/v1/"}, ""),
        "/v1/": (200, {}, landing(get)),
        "/v1/collections": (200, {}, COLLECTIONS),
        "/search": [(200, {}, page_of("a", links=[onward])), (200, {}, page_of("b"))],
    }
    with scripted(script) as server:
        assert ids(search(server.url + "/v1?key=open+sesame&set=b")) == {"a", "b"}

    queries = [parse_qs(urlsplit(path).query) for path, _ in server.asked]
    assert all((one["key"], one["set"]) == (["open sesame"], ["b"]) for one in queries)
    assert queries[-1]["page"] == ["2"]


def test_the_query_of_the_typed_address_goes_nowhere_else():
    with scripted({}) as other:
        links = [{"rel": "search", "href": other.url + "/search", "method": "GET"}]
        script = {"/": (200, {}, landing(*links)), "/collections": (200, {}, COLLECTIONS)}
        with scripted(script) as home, pytest.raises(SourceError) as refusal:
            search(home.url + "?key=sesame")

    assert other.asked
    assert not any("sesame" in path for path, _ in other.asked)
    assert "sesame" not in str(refusal.value)


def test_a_field_that_an_address_has_stays_its_own():
    assert with_query("https://m.example/s?a=2&b=#c", "a=1&d=4") == (
        "https://m.example/s?a=2&b=&d=4#c"
    )


def test_documents_of_a_static_catalogue_are_asked_for_with_its_query():
    item = {**an_item(B04="./B04.tif"), "links": []}
    root = {"type": "Catalog", "id": "a", "stac_version": "1.0.0"}
    root["links"] = [{"rel": "item", "href": "./one.json"}]
    script = {
        "/a": (404, {}, ""),
        "/a/catalog.json?key=1": (200, {}, json.dumps(root)),
        "/a/one.json?key=1": (200, {}, json.dumps(item)),
    }
    with scripted(script) as server:
        assert ids(search(server.url + "/a?key=1")) == {"one"}


def test_what_a_server_quotes_of_our_question_is_told_without_its_query():
    quoted = json.dumps({"links": [{"rel": "self", "href": "https://m.example/v1?key=sesame"}]})
    for answer in ((200, {}, quoted), (400, {}, "no such page: /v1?key=sesame")):
        with scripted({"/v1": answer}) as server, pytest.raises(SourceError) as refusal:
            search(server.url + "/v1?key=sesame")
        assert "m.example" in str(refusal.value) or "no such page" in str(refusal.value)
        assert "sesame" not in str(refusal.value)


def test_json_that_is_labelled_as_a_web_page_is_json():
    html = {"Content-Type": "text/html; charset=utf-8"}
    script = {
        "/": (200, html, landing()),
        "/collections": (200, html, COLLECTIONS),
        "/search": (200, html, page_of("a")),
    }
    with scripted(script) as server:
        assert ids(search(server.url)) == {"a"}
