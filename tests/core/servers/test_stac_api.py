"""The STAC API that other tests rely on behaves as it says, well and badly."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Optional

import pytest

from tests.core.servers.replies import ask
from tests.servers.process import ServerProcess


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
