"""Links of catalogues that are crooked, lead elsewhere, or name files as people write them."""

from __future__ import annotations

import codecs
import json
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from cbm_chips.core.errors import SourceError
from cbm_chips.core.model import ChipRequest, Place, Search
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reading.origins import UnsafeRedirect, origin_of, redirect_target
from cbm_chips.core.sources.http.urls import as_asked, with_query
from cbm_chips.core.sources.registry import open_source
from cbm_chips.core.sources.stac import StacSource, api, typed_provider
from cbm_chips.core.sources.stac import static_catalog as catalogues
from cbm_chips.core.sources.stac.hrefs import addresses
from cbm_chips.core.sources.stac.links import own_address
from tests.servers.process import ServerProcess
from tests.servers.scripted import scripted
from tests.stac_items import a_c1_item

NETWORK = Network(retries=1, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
SEARCHES = ["https://api.stacspec.org/v1.0.0/item-search"]
CROOKED = "https, https:/portal.example/stacapi"


def a_request() -> ChipRequest:
    return ChipRequest(Place(5.664, 52.694), "2020-03-01", "2020-03-31", bands=("B04", "B08"))


def a_source(url, credentials=None) -> StacSource:
    provider = typed_provider(str(url))
    return StacSource(provider=provider, network=NETWORK, credentials=credentials)


def search(url, credentials=None) -> Search:
    with a_source(url, credentials) as source:
        return source.parse(source.fetch(a_request()), a_request())


def landing(*links, **more) -> str:
    page = {"type": "Catalog", "id": "made", "stac_version": "1.0.0", "conformsTo": SEARCHES}
    return json.dumps({**page, "links": list(links), **more})


def page_of(*names, links=()) -> str:
    return json.dumps({"features": [a_c1_item(name) for name in names], "links": list(links)})


def ids(found: Search) -> set[str]:
    return {scene.id for scene in found.scenes}


COLLECTIONS = json.dumps({"collections": [{"id": "sentinel-2-c1-l2a"}], "links": []})


# --- an API that does not know its own address


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
            search(home.url, {"Authorization": "Bearer secret"})

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


# --- the query of the typed address


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


# --- redirections


@pytest.mark.parametrize(
    ("target", "there"),
    [
        ("http://m.example/v1/", "https://m.example/v1/"),
        ("http://m.example:80/v1/?a=1", "https://m.example/v1/?a=1"),
        ("/v1/", "https://m.example/v1/"),
        ("https://o.example/v1/", "https://o.example/v1/"),
    ],
)
def test_a_server_behind_a_proxy_that_thinks_it_is_asked_by_http_is_asked_by_https(target, there):
    assert redirect_target("https://m.example/v1", target) == there


@pytest.mark.parametrize("target", ["http://o.example/v1", "http://m.example:8080/v1"])
def test_no_redirection_leads_away_from_tls(target):
    with pytest.raises(UnsafeRedirect, match="from https to http"):
        redirect_target("https://m.example/v1", target)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_no_redirection_has_another_server_posted_to(status):
    with scripted({}) as other:
        script = {
            "/": (200, {}, landing()),
            "/collections": (200, {}, COLLECTIONS),
            "/search": (status, {"Location": other.url + "/containers/create"}, ""),
        }
        with scripted(script) as home, pytest.raises(SourceError, match="give its address"):
            search(home.url)

    assert other.asked == []


@pytest.mark.parametrize("between", ["\\@", "\\\\@", "?@", "#@", "/@", "%5c@", "\t@", ";@"])
@pytest.mark.parametrize("scheme", ["", "cbm+"])
def test_no_way_to_write_an_address_leads_a_login_astray(between, scheme):
    script = {}
    with scripted({}) as other, scripted(script) as home:
        astray = f"{other.url}{between}127.0.0.1:{home.server_port}/x"
        redirection = (302, {"Location": astray}, "")
        script.update({"/": redirection, "/query/info": redirection})
        address = scheme + home.url.replace("://", "://me:secret@")
        with open_source(address, network=NETWORK) as source, pytest.raises(SourceError):
            source.service.info() if scheme else source.fetch(a_request())

    assert any("Authorization" in headers for _, headers in home.asked)
    assert not any("Authorization" in headers for _, headers in other.asked)


def test_a_host_beyond_ascii_is_whom_it_is_asked_as():
    asked = as_asked("https://fa\N{LATIN SMALL LETTER SHARP S}.example/v1")

    assert origin_of(asked) != origin_of("https://fass.example/v1")


def test_no_netrc_replaces_the_login_that_was_given(tmp_path, monkeypatch):
    file = tmp_path / "netrc"
    file.write_text("machine 127.0.0.1 login other password other\n")
    monkeypatch.setenv("NETRC", str(file))
    script = {
        "/": (200, {}, landing()),
        "/collections": (200, {}, COLLECTIONS),
        "/search": (200, {}, page_of("a")),
    }
    with scripted(script) as server:
        search(server.url, {"Authorization": "Bearer mine"})

    assert {headers["Authorization"] for _, headers in server.asked} == {"Bearer mine"}


# --- what a server calls its answers


def test_json_that_is_labelled_as_a_web_page_is_json():
    html = {"Content-Type": "text/html; charset=utf-8"}
    script = {
        "/": (200, html, landing()),
        "/collections": (200, html, COLLECTIONS),
        "/search": (200, html, page_of("a")),
    }
    with scripted(script) as server:
        assert ids(search(server.url)) == {"a"}


# --- next pages


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


# --- static catalogues


def test_documents_of_this_computer_are_no_business_of_a_server(tmp_path):
    mine = tmp_path / "mine"
    a_catalogue(mine, an_item(B04="./B04.tif"))
    hrefs = [str(mine / "item.json"), (mine / "item.json").as_uri(), f"C:{mine}/item.json"]
    links = [{"rel": "item", "href": href} for href in hrefs]
    root = {"type": "Catalog", "id": "made", "stac_version": "1.0.0", "links": links}
    served = tmp_path / "served"
    served.mkdir()
    (served / "catalog.json").write_text(json.dumps(root))
    with ServerProcess("range_files", served) as server:
        with pytest.raises(SourceError):
            search(server.url + "/catalog.json")
        root["links"] = [{"rel": "child", "href": server.url + "/catalog.json"}]
        (tmp_path / "catalog.json").write_text(json.dumps(root))

        found = search(tmp_path / "catalog.json")

    assert found.scenes == ()
    assert any("3 documents of the catalogue can't be read" in note for note in found.notes)


def a_catalogue(folder, item, *, name="item.json", link=None, encode=lambda text: text.encode()):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(encode(json.dumps(item)))
    root = {"type": "Catalog", "id": "made", "stac_version": "1.0.0", "description": ""}
    root["links"] = [{"rel": "item", "href": link or f"./{name}"}]
    (folder / "catalog.json").write_bytes(encode(json.dumps(root)))
    return folder / "catalog.json"


def an_item(**hrefs):
    return {**a_c1_item("one"), "assets": {band: {"href": hrefs[band]} for band in hrefs}}


def href_of(found, band="B04"):
    return found.scenes[0].assets[band].href


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-16-le", "utf-16-be"],
)
def test_a_byte_order_mark_is_no_part_of_a_document(tmp_path, encode):
    path = a_catalogue(tmp_path, an_item(B04="./B04.tif"), encode=encode)
    with ServerProcess("range_files", tmp_path) as server:
        assert ids(search(server.url + "/catalog.json")) == {"one"}
    assert ids(search(path)) == {"one"}


@pytest.mark.parametrize(
    "name",
    ["my field.tif", "Flurstück.tif", "50% #1?.tif", "a+b.tif", "my%20field.tif", "plain.tif"],
)
@pytest.mark.parametrize("write", [str, quote])
def test_a_file_is_found_whether_its_href_is_a_name_or_a_url(tmp_path, name, write):
    (tmp_path / name).write_bytes(b"II")
    path = a_catalogue(tmp_path, an_item(B04=f"./{write(name)}"))

    assert href_of(search(path)) == str(tmp_path / name)


def test_a_file_url_is_decoded(tmp_path):
    file = tmp_path / "my field.tif"
    file.write_bytes(b"II")

    assert href_of(search(a_catalogue(tmp_path, an_item(B04=file.as_uri())))) == str(file)


@pytest.mark.parametrize("name", ["my item.json", "50% #1.json", "Stück.json"])
@pytest.mark.parametrize("write", [str, quote])
def test_a_document_is_found_whether_its_link_is_a_name_or_a_url(tmp_path, name, write):
    item = an_item(B04="./B04.tif")
    path = a_catalogue(tmp_path, item, name=name, link=f"./{write(name)}")
    with ServerProcess("range_files", tmp_path) as server:
        found = search(server.url + "/catalog.json")

    assert ids(search(path)) == ids(found) == {"one"}
    assert href_of(found) == server.url + "/B04.tif"


def test_names_with_blanks_are_asked_for_as_urls():
    base = "https://m.example/stac/catalog.json"

    assert addresses(base, "my field/B04.tif")[0] == "https://m.example/stac/my%20field/B04.tif"
    assert addresses(base, "./my%20field/B04.tif") == ("https://m.example/stac/my%20field/B04.tif",)
    assert addresses(base, "Stück 50%.tif")[0] == "https://m.example/stac/St%C3%BCck%2050%25.tif"
    assert "https://m.example/stac/a%231.tif" in addresses(base, "a#1.tif")


def test_relative_links_of_a_copy_hold_where_the_copy_lies(tmp_path):
    item = {**an_item(B04="./B04.tif"), "links": [{"rel": "self", "href": "https://o.example/a/"}]}
    a_catalogue(tmp_path, item)
    with ServerProcess("range_files", tmp_path) as server:
        asset = search(server.url + "/catalog.json").scenes[0].assets["B04"]

    assert asset.href == server.url + "/B04.tif"
    assert asset.alternates == ("https://o.example/a/B04.tif",)


def test_absolute_links_of_a_copy_are_tried_where_the_copy_lies(tmp_path):
    origin = "http://127.0.0.1:9/origin"
    item = an_item(B04=f"{origin}/my%20files/B04.tif")
    item["links"] = [{"rel": "self", "href": f"{origin}/item.json"}]
    path = a_catalogue(tmp_path, item, link=f"{origin}/item.json")
    root = json.loads(path.read_text())
    root["links"].append({"rel": "self", "href": f"{origin}/catalog.json"})
    path.write_text(json.dumps(root))
    with ServerProcess("range_files", tmp_path) as server:
        served = search(server.url + "/catalog.json").scenes[0].assets["B04"]

    assert served.href == f"{origin}/my%20files/B04.tif"
    assert served.alternates == (f"{server.url}/my%20files/B04.tif",)
    local = search(path).scenes[0].assets["B04"]
    assert local.alternates == (str(tmp_path / "my files" / "B04.tif"),)


def a_tree(folder, child, **documents):
    """A static catalogue of a child and of one good item, which the child may link to."""
    links = [{"rel": "child", "href": "child.json"}, {"rel": "item", "href": "one.json"}]
    root = {"type": "Catalog", "id": "a", "stac_version": "1.0.0", "links": links}
    documents = {"catalog": root, "child": child, "one": an_item(B04="./B04.tif"), **documents}
    for name, content in documents.items():
        (folder / f"{name}.json").write_text(json.dumps(content))
    return folder / "catalog.json"


@pytest.mark.parametrize("child", [[], 7, None, True, "a text", {"type": ["Feature"]}])
def test_a_document_that_is_no_object_costs_itself_alone(tmp_path, child):
    assert ids(search(a_tree(tmp_path, child))) == {"one"}


@pytest.mark.parametrize(
    "extent",
    [
        {"temporal": {"interval": [["2015-06-23T00:00:00Z", "9999-12-31T23:59:59Z"]]}},
        {"temporal": {"interval": [["0001-01-01T00:00:00Z", None]]}},
        {"temporal": {"interval": [["2021-01-01T00:00:00Z", "2019-01-01T00:00:00Z"]]}},
        {"spatial": {"bbox": [[52, 5, 53, 6]]}},
        {"spatial": {"bbox": [[1e308, -1e308, 1e308, 1e308]]}},
    ],
    ids=["no end", "no start", "turned round", "latitude first", "nowhere"],
)
def test_no_extent_of_a_collection_hides_its_items(tmp_path, extent):
    child = {"type": "Collection", "id": "c", "extent": extent}
    child["links"] = [{"rel": "item", "href": "two.json"}]
    tree = a_tree(tmp_path, child, two={**an_item(B04="./B04.tif"), "id": "two"})

    assert ids(search(tree)) == {"one", "two"}


def test_a_collection_of_another_time_or_place_is_not_looked_into(tmp_path):
    for extent in (
        {"temporal": {"interval": [["2015-06-23T00:00:00Z", "2020-02-27T00:00:00Z"]]}},
        {"temporal": {"interval": [["2020-04-02T00:00:00Z", None]]}},
        {"spatial": {"bbox": [[15, 42, 16, 43]]}},
    ):
        child = {"type": "Collection", "id": "c", "extent": extent}
        child["links"] = [{"rel": "item", "href": "gone.json"}]
        found = search(a_tree(tmp_path, child))
        assert not any("can't be read" in note for note in found.notes)


def test_a_collection_whose_root_is_gone_is_read_as_it_lies():
    item = {**an_item(B04="./B04.tif"), "links": []}
    page = {"type": "FeatureCollection", "features": [item]}
    collection = {"type": "Collection", "id": "c", "stac_version": "1.0.0"}
    collection["links"] = [{"rel": "root", "href": "/gone"}, {"rel": "items", "href": "items"}]
    script = {"/c/c": (200, {}, json.dumps(collection)), "/c/items": (200, {}, json.dumps(page))}
    with scripted(script) as server:
        assert ids(search(server.url + "/c/c")) == {"one"}
