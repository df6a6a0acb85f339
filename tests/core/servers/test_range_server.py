"""The servers that other tests rely on behave as they say, well and badly."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.message import Message
from pathlib import Path
from typing import Any, Optional
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pytest

from tests.servers.process import ServerProcess

CONTENT = bytes(range(256)) * 40


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Message
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def connect(url: str) -> closing[http.client.HTTPConnection]:
    return closing(http.client.HTTPConnection(urlsplit(url).netloc, timeout=10))


def ask(url: str, *, method: str = "GET", body: Any = None, **headers: str) -> Reply:
    parts = urlsplit(url)
    target = f"{parts.path or '/'}?{parts.query}"
    data = None if body is None else json.dumps(body)
    with connect(url) as connection:
        connection.request(method, target, data, headers)
        response = connection.getresponse()
        return Reply(response.status, response.headers, response.read())


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    folder = tmp_path_factory.mktemp("public")
    (folder / "x").mkdir()
    (folder / "x" / "B04.tif").write_bytes(CONTENT)
    (folder.parent / "secret.txt").write_text("not for you")
    with ServerProcess("range_files", folder) as server:
        yield server


@pytest.fixture
def files(started: ServerProcess) -> ServerProcess:
    started.set_faults([])
    started.reset()
    return started


@pytest.fixture
def tif(files: ServerProcess) -> str:
    return f"{files.url}/x/B04.tif"


def test_a_whole_file_comes_with_its_length_and_a_tag(tif: str) -> None:
    reply = ask(tif)
    head = ask(tif, method="HEAD")
    assert (reply.status, reply.body) == (200, CONTENT)
    assert (head.status, head.body) == (200, b"")
    for headers in (reply.headers, head.headers):
        assert headers["Content-Length"] == str(len(CONTENT))
        assert headers["Accept-Ranges"] == "bytes"
        assert headers["ETag"] == reply.headers["ETag"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("bytes=0-9", slice(0, 10)),
        ("bytes=300-", slice(300, None)),
        ("bytes=10000-99999", slice(10000, None)),
        ("bytes=-7", slice(-7, None)),
    ],
)
def test_a_range_is_answered_with_just_these_bytes(tif: str, asked: str, expected: slice) -> None:
    start, stop, _ = expected.indices(len(CONTENT))
    reply = ask(tif, Range=asked)
    assert (reply.status, reply.body) == (206, CONTENT[expected])
    assert reply.headers["Content-Range"] == f"bytes {start}-{stop - 1}/{len(CONTENT)}"


def test_a_range_behind_the_end_is_refused(tif: str) -> None:
    reply = ask(tif, Range=f"bytes={len(CONTENT)}-")
    assert reply.status == 416
    assert reply.headers["Content-Range"] == f"bytes */{len(CONTENT)}"


@pytest.mark.parametrize("path", ["/../secret.txt", "/x/../../secret.txt", "/%2e%2e/secret.txt"])
def test_nothing_outside_the_folder_is_served(files: ServerProcess, path: str) -> None:
    assert ask(files.url + path).status == 403


def test_requests_and_bytes_are_counted_by_path_over_one_connection(files: ServerProcess) -> None:
    with connect(files.url) as connection:
        for method, path in (("HEAD", "/x/B04.tif"), ("GET", "/x/B04.tif"), ("GET", "/no.tif")):
            connection.request(method, path, headers={"Range": "bytes=0-99"})
            missing = connection.getresponse().read()
    counted = files.stats()
    assert counted.pop("closed") <= 1
    assert counted == {
        "requests": 3,
        "with_login": 0,
        "heads": 1,
        "gets": 2,
        "bytes": 100 + len(missing),
        "not_found": 1,
        "connections": 1,
        "opened": 1,
        "by_path": {
            "/x/B04.tif": {"requests": 2, "bytes": 100},
            "/no.tif": {"requests": 1, "bytes": len(missing)},
        },
    }
    files.reset()
    assert files.stats()["requests"] == 0


@pytest.mark.parametrize("kind", ["503", "403", "404", "401"])
def test_a_status_fault_fires_as_often_as_told(files: ServerProcess, tif: str, kind: str) -> None:
    files.set_faults([{"match": r"B04\.tif$", "kind": kind, "times": 2, "after": 1}])
    assert [ask(tif).status for _ in range(4)] == [200, int(kind), int(kind), 200]


def test_throttling_says_when_to_come_back(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": "B04", "kind": "429", "times": 1}])
    assert ask(tif).headers["Retry-After"] == "0"
    files.set_faults([{"match": "B04", "kind": "429", "retry_after": 3}])
    assert ask(tif).headers["Retry-After"] == "3"


def test_a_fault_spares_other_paths_and_methods(files: ServerProcess, tif: str) -> None:
    files.set_faults(
        [{"match": "B08", "kind": "503"}, {"match": "B04", "kind": "503", "method": "GET"}]
    )
    assert ask(tif, method="HEAD").status == 200
    assert ask(tif).status == 503


def test_a_cut_body_breaks_its_promise(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": "B04", "kind": "cut", "times": 1}])
    with pytest.raises(http.client.IncompleteRead) as broken:
        ask(tif, Range="bytes=0-99")
    assert broken.value.partial == CONTENT[:50]
    assert ask(tif, Range="bytes=0-99").body == CONTENT[:100]


def test_garbage_spares_the_head_of_a_file_unless_asked(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": "B04", "kind": "garbage"}])
    noise = ask(tif, Range="bytes=100-199")
    assert (noise.status, len(noise.body)) == (206, 100)
    assert noise.body != CONTENT[100:200]
    assert ask(tif, Range="bytes=100-199").body == noise.body
    assert ask(tif, Range="bytes=0-99").body == CONTENT[:100]
    files.set_faults([{"match": "B04", "kind": "garbage", "head": True}])
    assert ask(tif, Range="bytes=0-99").body != CONTENT[:100]


def test_a_stall_ends_without_an_answer(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": "B04", "kind": "stall", "seconds": 0.01}])
    with pytest.raises(http.client.RemoteDisconnected):
        ask(tif)


def test_a_reset_is_a_reset(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": "B04", "kind": "reset"}])
    with pytest.raises(ConnectionResetError) as hung_up:
        ask(tif)
    assert not isinstance(hung_up.value, http.client.RemoteDisconnected)


def test_an_error_page_can_pose_as_success(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": "B04", "kind": "html"}])
    reply = ask(tif, Range="bytes=0-99")
    assert (reply.status, reply.headers["Content-Type"]) == (200, "text/html")
    assert reply.body.startswith(b"<!DOCTYPE html>")


def test_a_server_can_ignore_ranges(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": "B04", "kind": "ignore_range"}])
    reply = ask(tif, Range="bytes=5-9")
    assert (reply.status, reply.body) == (200, CONTENT)


def test_a_slow_body_arrives_in_the_end(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": "B04", "kind": "slow", "seconds": 0.001, "chunk": 4000}])
    assert ask(tif).body == CONTENT


def test_signed_files_need_the_signature_that_is_valid_now(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": r"\.tif$", "kind": "require_query", "token": "a+b="}])
    assert ask(tif).status == 403
    assert ask(f"{tif}?se=2030&sig=a%2Bb%3D").status == 200
    files.set_token("later")
    assert ask(f"{tif}?sig=a%2Bb%3D").status == 403
    assert ask(f"{tif}?sig=later").status == 200
    assert list(files.stats()["by_path"]) == ["/x/B04.tif"]


def test_a_rule_that_can_never_fire_is_refused(files: ServerProcess) -> None:
    with pytest.raises(HTTPError, match="400") as refused:
        files.set_faults([{"match": "B04", "kind": "sulk"}])
    with refused.value as reply:
        assert b"sulk" in reply.read()


def an_item(
    name: str, *, day: int, cloud: float = 10, collection: str = "s2", lon: float = 5.0
) -> dict[str, Any]:
    west, east = lon, lon + 1
    ring = [[west, 52], [east, 52], [east, 53], [west, 53], [west, 52]]
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": name,
        "collection": collection,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "bbox": [west, 52, east, 53],
        "properties": {"datetime": f"2019-06-{day:02}T10:50:31.02Z", "eo:cloud_cover": cloud},
        "links": [],
        "assets": {"B04": {"href": f"./{name}/B04.tif"}, "B08": {"href": "https://far/B08.tif"}},
    }


HONEST = {
    "page_limit": 100,
    "asset_base": "",
    "ignore_filters": False,
    "empty_last_page": False,
    "loop": False,
    "fail_first_n": 0,
    "limit_502": False,
    "foreign_items": False,
    "sas_token": "made-signature",
    "sas_lifetime_s": 2700,
    "sas_fail_first_n": 0,
}


@pytest.fixture(scope="module")
def started_api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    items = tmp_path_factory.mktemp("stac") / "items.json"
    made = [an_item(f"s{day}", day=day, cloud=day * 10) for day in range(1, 7)]
    made.append(an_item("far", day=3, lon=20.0))
    made.append(an_item("radar", day=9, collection="s1"))
    items.write_text(json.dumps(made))
    with ServerProcess("stac_api", items) as server:
        yield server


@pytest.fixture
def api(started_api: ServerProcess) -> ServerProcess:
    started_api.switch(**HONEST)
    started_api.reset()
    return started_api


def search(api: ServerProcess, **body: Any) -> Any:
    return ask(f"{api.url}/search", method="POST", body=body).json


def ids(answer: Any) -> list[str]:
    return [feature["id"] for feature in answer["features"]]


def next_link(answer: Any) -> Optional[dict[str, Any]]:
    return next((link for link in answer["links"] if link["rel"] == "next"), None)


def follow(answer: Any) -> Any:
    link = next_link(answer)
    assert link is not None
    return ask(link["href"], method=link["method"], body=link.get("body")).json


def test_the_landing_page_leads_to_the_rest(api: ServerProcess) -> None:
    root = ask(f"{api.url}/").json
    assert {link["method"] for link in root["links"] if link["rel"] == "search"} == {"GET", "POST"}
    assert {"self", "root", "data"} <= {link["rel"] for link in root["links"]}
    assert root["conformsTo"] == ask(f"{api.url}/conformance").json["conformsTo"]
    named = [c["id"] for c in ask(f"{api.url}/collections").json["collections"]]
    assert named == ["s1", "s2"]
    extent = ask(f"{api.url}/collections/s2").json["extent"]
    assert extent["spatial"]["bbox"] == [[5, 52, 21, 53]]
    assert ask(f"{api.url}/collections/s2/items/s4").json["id"] == "s4"
    assert ask(f"{api.url}/collections/s9").status == 404


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, "radar s6 s5 s4 s3 far s2 s1"),
        ({"collections": ["s1"]}, "radar"),
        ({"collections": ["unknown"]}, ""),
        ({"ids": ["s2", "s5"]}, "s5 s2"),
        ({"bbox": [4, 52.4, 5.5, 52.6], "collections": ["s2"]}, "s6 s5 s4 s3 s2 s1"),
        ({"intersects": {"type": "Point", "coordinates": [20.5, 52.5]}}, "far"),
        ({"datetime": "2019-06-02T00:00:00Z/2019-06-03T12:50:31.02+02:00"}, "s3 far s2"),
        ({"datetime": "../2019-06-01T23:59:59Z"}, "s1"),
        ({"datetime": "2019-06-06T00:00:00.5Z/.."}, "radar s6"),
        ({"datetime": "2019-06-05T10:50:31.02Z"}, "s5"),
        ({"query": {"eo:cloud_cover": {"gt": 20, "lte": 40}}}, "s4 s3"),
        ({"query": {"eo:cloud_cover": {"gte": 50, "lt": 60}}}, "s5"),
        ({"ids": ["s1", "s2"], "sortby": [{"field": "properties.datetime"}]}, "s1 s2"),
        ({"ids": ["s1"], "filter": {"op": "=", "args": [1, 2]}}, "s1"),
    ],
)
def test_a_search_finds_what_fits(api: ServerProcess, body: dict[str, Any], expected: str) -> None:
    assert ids(search(api, **body)) == expected.split()
    assert api.stats()["search_bodies"] == [body]


def test_a_search_in_the_url_is_the_same_search(api: ServerProcess) -> None:
    query = (
        "collections=s2&bbox=4,52,6,53&limit=2&query=%7B%22eo:cloud_cover%22:%7B%22lt%22:35%7D%7D"
    )
    first = ask(f"{api.url}/search?{query}").json
    assert (ids(first), ids(follow(first))) == (["s3", "s2"], ["s1"])


@pytest.mark.parametrize(
    "body",
    [
        {"datetime": "June 2019"},
        {"datetime": "2019-06-05T00:00:00Z/2019-06-01T00:00:00Z"},
        {"limit": 0},
        {"bbox": [1, 2, 3]},
        {"token": "invented"},
    ],
)
def test_nonsense_is_a_bad_request(api: ServerProcess, body: dict[str, Any]) -> None:
    assert ask(f"{api.url}/search", method="POST", body=body).status == 400


def test_pages_follow_one_another_to_the_end(api: ServerProcess) -> None:
    api.switch(page_limit=4)
    first = search(api, collections=["s2"], bbox=[5, 52, 6, 53], limit=100)
    link = next_link(first)
    assert link is not None
    assert (link["method"], link["merge"], link["body"]["collections"]) == ("POST", False, ["s2"])
    second = follow(first)
    assert ids(first) + ids(second) == ["s6", "s5", "s4", "s3", "s2", "s1"]
    assert next_link(second) is None


def test_the_last_page_can_be_empty(api: ServerProcess) -> None:
    api.switch(empty_last_page=True)
    last = follow(search(api, ids=["s1", "s2"], limit=2))
    assert (ids(last), next_link(last)) == ([], None)


def test_pages_can_go_in_a_circle(api: ServerProcess) -> None:
    api.switch(loop=True)
    first = search(api, collections=["s2"], limit=2)
    assert ids(follow(follow(first))) == ids(first)


def test_filters_can_be_ignored_without_a_word(api: ServerProcess) -> None:
    narrow = {
        "query": {"eo:cloud_cover": {"lt": 15}},
        "collections": ["s2"],
        "bbox": [5, 52, 6, 53],
    }
    api.switch(ignore_filters=["query"])
    assert ids(search(api, **narrow)) == ["s6", "s5", "s4", "s3", "s2", "s1"]
    api.switch(ignore_filters=True)
    assert ids(search(api, **narrow, datetime="../2019-06-01T00:00:00Z"))[0] == "radar"


def test_items_of_other_collections_can_be_mixed_in(api: ServerProcess) -> None:
    api.switch(foreign_items=True)
    assert ids(search(api, collections=["s2"], query={"eo:cloud_cover": {"gt": 45}})) == [
        "radar",
        "s6",
        "s5",
    ]


@pytest.mark.parametrize("status", [503, 429, 502])
def test_the_first_searches_can_fail(api: ServerProcess, status: int) -> None:
    api.switch(fail_first_n=2, fail_status=status)
    replies = [ask(f"{api.url}/search", method="POST", body={}) for _ in range(3)]
    assert [reply.status for reply in replies] == [status, status, 200]
    assert replies[0].headers["Retry-After"] == (None if status == 502 else "0")
    assert (api.stats()["searches"], api.stats()["failed"]) == (3, 2)


def test_a_large_limit_can_be_too_much(api: ServerProcess) -> None:
    api.switch(limit_502=True)
    assert ask(f"{api.url}/search", method="POST", body={"limit": 101}).status == 502
    assert ask(f"{api.url}/search", method="POST", body={"limit": 100}).status == 200


def test_relative_assets_move_to_the_file_server(api: ServerProcess, files: ServerProcess) -> None:
    api.switch(asset_base=f"{files.url}/tiles")
    (item,) = search(api, ids=["s1"])["features"]
    assert item["assets"]["B04"]["href"] == f"{files.url}/tiles/s1/B04.tif"
    assert item["assets"]["B08"]["href"] == "https://far/B08.tif"


def test_storage_tokens_open_signed_files(
    api: ServerProcess, files: ServerProcess, tif: str
) -> None:
    files.set_faults([{"match": r"\.tif$", "kind": "require_query", "token": "first/+="}])
    api.switch(sas_token="first/+=", sas_lifetime_s=60, sas_fail_first_n=1)
    door = f"{api.url}/api/sas/v1/token/account/container"
    assert ask(door).status == 429
    answer = ask(door).json
    expiry = datetime.strptime(answer["msft:expiry"], "%Y-%m-%dT%H:%M:%S%z")
    assert abs(expiry - datetime.now(timezone.utc) - timedelta(seconds=60)) < timedelta(seconds=9)
    assert ask(f"{tif}?{answer['token']}").status == 200
    assert api.stats()["tokens_by_container"] == {"account/container": 2}


def test_switches_also_stand_on_the_command_line(tmp_path: Path) -> None:
    items = tmp_path / "items.json"
    collection = {"type": "Collection", "id": "s2", "msft:container": "made"}
    (tmp_path / "collections.json").write_text(json.dumps([collection]))
    items.write_text(json.dumps({"type": "FeatureCollection", "features": [an_item("a", day=1)]}))
    arguments = ("--loop", "--page-limit", 1, "--collections", tmp_path / "collections.json")
    with ServerProcess("stac_api", items, *arguments) as server:
        assert ids(follow(search(server))) == ["a"]
        assert ask(f"{server.url}/collections/s2").json["msft:container"] == "made"


def test_a_server_that_cannot_start_says_so(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="ended before it listened"):
        ServerProcess("stac_api", tmp_path / "missing.json").__enter__()
