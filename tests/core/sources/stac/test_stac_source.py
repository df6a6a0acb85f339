"""Asking STAC catalogues, over real local servers, honest and otherwise."""

from __future__ import annotations

import json
import socket
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cbm_chips.core.cache import ChipCache
from cbm_chips.core.errors import SourceError, SourceUnreachable
from cbm_chips.core.model import ChipRequest, Place, Search
from cbm_chips.core.pipeline.searching.search import find
from cbm_chips.core.reading.network import Network
from cbm_chips.core.sources.stac import StacSource
from cbm_chips.core.sources.stac.providers import PROVIDERS, typed_provider
from tests.effort import examples
from tests.servers.process import ServerProcess
from tests.servers.scripted import scripted
from tests.stac_items import TIFF, a_c1_item, a_cdse_item, a_pc_item, an_es_l2a_item

NETWORK = Network(retries=2, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
ON_FIJI = {
    "type": "Polygon",
    "coordinates": [[[179.2, -17.5], [-179.2, -17.5], [-179.2, -16], [179.2, -16], [179.2, -17.5]]],
}


def a_request(lon=5.664, lat=52.694, **others) -> ChipRequest:
    fields = {"start": "2020-03-01", "end": "2020-03-31", "bands": ("B04", "B08"), **others}
    return ChipRequest(Place(lon, lat), **fields)


def a_source(url, *, network=NETWORK, credentials=None, **row) -> StacSource:
    provider = replace(typed_provider(str(url)), **row)
    return StacSource(provider=provider, network=network, credentials=credentials)


def search(url, request=None, **row) -> Search:
    request = request or a_request()
    with a_source(url, **row) as source:
        return source.parse(source.fetch(request), request)


def on_day(day, **others):
    return a_c1_item(
        f"S2A_T31UFU_202003{day:02d}T103210_L2A",
        properties={
            "datetime": f"2020-03-{day:02d}T10:36:34.438Z",
            "s2:product_uri": None,
            **others.pop("properties", {}),
        },
        **others,
    )


DAYS = range(1, 13)


def made_items():
    cloudy = on_day(20, properties={"eo:cloud_cover": 95.0})
    unknown = on_day(21, properties={"eo:cloud_cover": None})
    elsewhere = on_day(22, geometry={**ON_FIJI}, bbox=[179.2, -17.5, -179.2, -16])
    landsat = {
        **a_c1_item("LC08_L2SP_198023_20200305", collection="landsat-c2-l2"),
        "properties": {"datetime": "2020-03-05T10:36:34Z", "platform": "landsat-8"},
    }
    level_1c = a_c1_item(
        "S2A_31UFU_20200305_0_L1C",
        collection="sentinel-2-l1c",
        properties={"s2:product_uri": None, "s2:product_type": "S2MSI1C"},
    )
    last_second = on_day(31, properties={"datetime": "2020-03-31T23:59:59.500Z"})
    return [
        *(on_day(day) for day in DAYS),
        an_es_l2a_item(),
        cloudy,
        unknown,
        elsewhere,
        landsat,
        level_1c,
        last_second,
    ]


USUAL = {*(f"S2A_T31UFU_202003{day:02d}T103210_L2A" for day in [*DAYS, 20, 21, 31])}
USUAL |= {"S2A_31UFU_20200305_0_L2A"}


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    items = tmp_path_factory.mktemp("api") / "items.json"
    items.write_text(json.dumps(made_items()))
    with ServerProcess("stac_api", items) as server:
        yield server


@pytest.fixture
def api(served):
    served.switch(
        page_limit=100,
        ignore_filters=False,
        empty_last_page=False,
        loop=False,
        fail_first_n=0,
        foreign_items=False,
    )
    served.reset()
    return served


def test_the_first_of_several_pages_is_there_ahead_of_the_whole_answer(api):
    with a_source(api.url, page_limit=4) as source:
        part, whole = source.fetch_in_parts(a_request())
        early, late = (source.parse(one.content, a_request()) for one in (part, whole))
        assert whole.content == source.fetch(a_request())
    assert (part.is_whole, whole.is_whole) == (False, True)
    assert 0 < len(early.scenes) <= 4 < len(late.scenes)
    assert early.scenes == late.scenes[: len(early.scenes)]


def test_the_only_page_is_the_whole_answer(api):
    with a_source(api.url, page_limit=100) as source:
        (whole,) = source.fetch_in_parts(a_request())
    assert whole.is_whole


def ids(found: Search) -> set[str]:
    return {scene.id for scene in found.scenes}


# --- APIs


def test_a_typed_api_is_asked_for_all_its_sentinel_2_of_the_level(api):
    found = search(api.url)

    assert ids(found) == USUAL
    (body,) = api.stats()["search_bodies"]
    assert body["collections"] == ["sentinel-2-c1-l2a", "sentinel-2-l2a"]
    assert body["limit"] == 100
    assert body["datetime"] == "2020-03-01T00:00:00Z/2020-03-31T23:59:59.999Z"
    assert body["intersects"]["type"] == "Polygon"
    assert "query" not in body


def test_collections_are_ranked_as_the_row_says(api):
    row = PROVIDERS["earth-search"].collections

    found = search(api.url, collections=row)

    assert {(scene.collection, scene.collection_rank) for scene in found.scenes} == {
        ("sentinel-2-c1-l2a", 0),
        ("sentinel-2-l2a", 2),
    }
    assert api.stats()["searches"] == 1


def test_cloudy_scenes_are_left_out_by_the_server_and_by_us(api):
    request = a_request(max_scene_cloud_pct=50)
    expected = USUAL - {"S2A_T31UFU_20200320T103210_L2A"}

    asked = search(api.url, request)
    assert api.stats()["search_bodies"][0]["query"] == {"eo:cloud_cover": {"lte": 50.0}}
    api.switch(ignore_filters=True)
    ignored = search(api.url, request)

    assert ids(asked) == expected - {"S2A_T31UFU_20200321T103210_L2A"}
    assert ids(ignored) == expected
    assert any("cloudier" in note for note in ignored.notes)


def test_the_square_asked_for_holds_the_chip_and_little_more(api):
    from shapely.geometry import shape

    search(api.url, a_request(size_m=1280))

    west, south, east, north = shape(api.stats()["search_bodies"][0]["intersects"]).bounds
    assert 1280 < (north - south) * 111_200 < 2000
    assert 1280 < (east - west) * 111_200 * 0.606 < 2000
    assert west < 5.664 < east
    assert south < 52.694 < north


def test_days_are_whole_in_utc_and_other_days_are_no_concern(api):
    request = a_request(start="2020-03-02", end="2020-03-03")
    api.switch(ignore_filters=["datetime"])

    found = search(api.url, request)

    assert ids(found) == {f"S2A_T31UFU_2020030{day}T103210_L2A" for day in (2, 3)}


def test_what_nobody_asked_for_is_dropped_with_a_count(api):
    api.switch(ignore_filters=True, foreign_items=True)

    found = search(api.url)

    assert ids(found) == USUAL
    assert not found.unusable
    assert any("not Sentinel-2 of LEVEL2A" in note for note in found.notes)


@pytest.mark.parametrize("empty_last_page", [False, True])
def test_pages_are_followed_to_the_last(api, empty_last_page):
    api.switch(page_limit=4, empty_last_page=empty_last_page)

    found = search(api.url)

    assert ids(found) == USUAL
    assert not [note for note in found.notes if "page" in note]
    assert api.stats()["searches"] == len(USUAL) / 4 + empty_last_page


def test_a_next_link_in_a_circle_ends_the_search(api):
    api.switch(page_limit=4, loop=True)

    found = search(api.url)

    assert len(found.scenes) <= 4
    assert any("repeated" in note for note in found.notes)
    assert api.stats()["searches"] == 2


def test_a_busy_server_is_asked_again(api):
    api.switch(fail_first_n=2, fail_status=503)

    assert ids(search(api.url)) == USUAL
    assert api.stats()["searches"] == 3


def test_a_server_that_throttles_with_403_is_asked_again_where_the_row_says_so(api):
    api.switch(fail_first_n=1, fail_status=403)

    assert ids(search(api.url, busy_statuses=(403,))) == USUAL


def test_an_error_says_who_answered_what(api):
    api.switch(fail_first_n=100, fail_status=501)

    with pytest.raises(
        SourceError, match=r"127\.0\.0\.1:\d+ answered 501: .*Internal server error"
    ):
        search(api.url)


def test_a_server_that_chokes_on_large_pages_gets_small_ones(api):
    api.switch(fail_first_n=1, fail_status=400)

    assert ids(search(api.url)) == USUAL
    assert [body["limit"] for body in api.stats()["search_bodies"]] == [100, 20]


def test_a_misspelt_collection_is_not_taken_for_no_images(api):
    with pytest.raises(SourceError, match=r"sentinel-2-l2b.*it has .*sentinel-2-l2a"):
        search(api.url, collections={"LEVEL2A": ("sentinel-2-l2b",)})


def test_no_images_are_just_that(api):
    found = search(api.url, a_request(start="2019-01-01", end="2019-01-31"))

    assert found == Search(scenes=())


def test_an_api_without_the_level_says_what_it_has(tmp_path):
    with api_of([a_pc_item()], tmp_path) as server, pytest.raises(SourceError, match="LEVEL1C"):
        search(server.url, a_request(level="LEVEL1C"))


def test_the_address_of_a_collection_asks_for_that_collection(api):
    found = search(f"{api.url}/collections/sentinel-2-l2a")

    assert ids(found) == {"S2A_31UFU_20200305_0_L2A"}
    assert api.stats()["search_bodies"][0]["collections"] == ["sentinel-2-l2a"]


def test_an_api_that_offers_get_alone_is_asked_by_get(api):
    link = {"rel": "search", "href": f"{api.url}/search", "method": "GET"}
    only_get = {"/": (200, {}, json.dumps({**json.loads(LANDING), "links": [link]}))}
    with scripted(only_get) as door:
        found = search(door.url, collections={"LEVEL2A": ("sentinel-2-l2a",)})

    assert ids(found) == {"S2A_31UFU_20200305_0_L2A"}
    assert (api.stats()["posts"], api.stats()["searches"]) == (0, 1)


@contextmanager
def api_of(items, tmp_path, *options):
    path = tmp_path / "items.json"
    path.write_text(json.dumps(items))
    with ServerProcess("stac_api", path, *options) as server:
        yield server


def test_one_answer_may_mix_dialects(tmp_path):
    with api_of([a_c1_item(), a_pc_item(), a_cdse_item()], tmp_path) as server:
        found = search(server.url)

    assert {scene.baseline for scene in found.scenes} == {(5, 0), (2, 12)}
    assert {scene.assets["B04"].media for scene in found.scenes} == {"geotiff", "jp2"}
    assert any("JPEG 2000" in note for note in found.notes)


@pytest.mark.parametrize("lon", [179.999, -179.999])
def test_a_place_at_the_antimeridian_is_asked_for_on_both_sides(tmp_path, lon):
    item = a_c1_item(
        "S2A_T01KAB_20200305T103210_L2A", geometry=ON_FIJI, bbox=[179.2, -17.5, -179.2, -16]
    )
    with api_of([item], tmp_path) as server:
        server.switch(ignore_filters=True)
        found = search(server.url, a_request(lon=lon, lat=-16.8, size_m=5120))
        asked = server.stats()["search_bodies"][0]["intersects"]

    assert len(found.scenes) == 1
    assert asked["type"] == "MultiPolygon"
    lons = [point[0] for polygon in asked["coordinates"] for point in polygon[0]]
    assert min(lons) == -180
    assert max(lons) == 180


SIGNATURE = f"sv=2021-06-08&se=2030-01-01&sr=c&sp=rl&sig={'secret' * 7}x="


def test_addresses_are_absolute_and_those_that_open_a_door_are_not_kept(tmp_path):
    signed = {"href": f"https://a.blob.core.windows.net/b/B04.tif?{SIGNATURE}"}
    relative = {"href": "files/B08.tif"}
    item = a_pc_item(assets={"B04": {**signed, "type": TIFF}, "B08": {**relative, "type": TIFF}})
    with api_of([item], tmp_path) as server, a_source(server.url) as source:
        answer = source.fetch(a_request())
        (scene,) = source.parse(answer, a_request()).scenes

    assert scene.assets["B04"].href == signed["href"]
    assert scene.assets["B08"].href.startswith(server.url)
    assert scene.assets["B08"].href.endswith("/files/B08.tif")
    assert not source.may_keep(answer)


@pytest.mark.parametrize(
    ("end", "is_kept"),
    [
        ("", True),
        ("?id=S2A_MSIL2A_20220604T105031_N0400_R051_T31UFU_20220604T152311", True),
        ("?token=abc", False),
        ("?X-Amz-Signature=abc", False),
        (f"?{SIGNATURE}", False),
        ("?h=3f2a9c77d0b14e5d9b1c", False),
    ],
)
def test_what_is_kept_of_a_search_holds_no_secret(tmp_path, end, is_kept):
    item = a_c1_item(assets={"thumbnail": {"href": f"https://files.example/t.png{end}"}})
    request = a_request()
    with ExitStack() as opened:
        server = opened.enter_context(api_of([item], tmp_path))
        source = opened.enter_context(a_source(server.url))
        cache = opened.enter_context(closing(ChipCache(tmp_path)))
        find(request, source, cache)
        asked = server.stats()["searches"]
        find(request, source, cache)
        assert (server.stats()["searches"] == asked) is is_kept
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if "cache.db" in path.name)
    assert (b"thumbnail" in kept) is is_kept


def test_signatures_of_hosts_that_are_signed_here_are_not_kept(tmp_path):
    host = "https://sentinel2l2a01.blob.core.windows.net/sentinel2-l2"
    files = {"B04": {"href": f"{host}/B04.tif?{SIGNATURE}", "type": TIFF}}
    picture = "https://made.example/tiles?collection=sentinel-2-l2a&assets=visual&nodata=0"
    item = a_pc_item(assets={**files, "tilejson": {"href": picture}})
    row = {"signing": "sas", "signed_hosts": (".blob.core.windows.net",)}
    with api_of([item], tmp_path) as server, a_source(server.url, **row) as source:
        answer = source.fetch(a_request())
    assert source.may_keep(answer)
    assert b"secret" not in answer


def test_unusable_items_are_listed_with_their_reason(tmp_path):
    zarr = {"href": "https://m.example/a.zarr", "type": "application/vnd+zarr"}
    items = [
        {**a_c1_item("zarr-item"), "assets": {"B04": zarr}},
        a_c1_item("bare-item", assets={"red": None, "nir": None}),
        a_c1_item("half-item", assets={"red": None}),
    ]
    with api_of(items, tmp_path) as server:
        found = search(server.url)

    assert ids(found) == {"half-item"}
    reasons = {one.scene.id: one.reason for one in found.unusable}
    assert "Zarr" in reasons["zarr-item"]
    assert "none of the bands B04, B08" in reasons["bare-item"]


# --- answers that are none


LANDING = json.dumps(
    {
        "type": "Catalog",
        "id": "made",
        "stac_version": "1.0.0",
        "conformsTo": ["https://api.stacspec.org/v1.0.0/item-search"],
        "links": [],
    }
)
HTML = {"Content-Type": "text/html"}


def test_a_web_page_is_told_from_a_catalogue():
    script = {"/": (200, HTML, "<html>Please log in</html>")}
    with scripted(script) as server, pytest.raises(SourceError, match="proxy or login page"):
        search(server.url)


def test_a_web_page_in_place_of_items_is_told_too():
    script = {"/": (200, {}, LANDING), "/search": (200, HTML, "<html>Please log in</html>")}
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
    script = {"/": (200, {}, LANDING), "/search": (200, {}, answer)}
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
    with scripted({"/": (200, {}, LANDING), "/search": (200, {}, page)}) as server:
        found = search(server.url)

    assert len(found.scenes) == 1
    assert any("4 entries left out: no STAC items" in note for note in found.notes)
    leads_on = isinstance(link, dict) and link.get("rel") == "next"
    assert any("the search ended there" in note for note in found.notes) == leads_on


def test_headers_of_the_user_go_to_the_catalogue_alone():
    page = json.dumps({"features": []})
    with scripted({"/stac": (200, {}, page)}) as stranger:
        moved = {"Location": f"{stranger.url}/stac"}
        script = {"/": (200, {}, LANDING), "/search": (200, {}, page)}
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


def test_a_refused_level_is_not_even_asked_for():
    source = StacSource(provider=PROVIDERS["earth-search"], network=NETWORK)

    with pytest.raises(SourceError, match="requester-pays"):
        source.fetch(a_request(level="LEVEL1C"))


# --- static catalogues


def a_folder(path, items):
    """catalog.json -> collection.json -> items beside their files."""
    collection = path / "s2" / "collection.json"
    collection.parent.mkdir(parents=True)
    links = []
    for item in items:
        home = collection.parent / item["id"]
        home.mkdir()
        for asset in item["assets"].values():
            asset["href"] = "./" + asset["href"].rpartition("/")[2]
        (home / "item.json").write_text(json.dumps(item))
        links.append({"rel": "item", "href": f"./{item['id']}/item.json"})
    write_collection(collection, links)
    catalog = {"type": "Catalog", "id": "made", "stac_version": "1.0.0", "description": "made"}
    up = {"rel": "root", "href": "./catalog.json"}
    down = {"rel": "child", "href": "./s2/collection.json"}
    (path / "catalog.json").write_text(json.dumps({**catalog, "links": [up, down]}))
    return path


def write_collection(path, links, **extent):
    document = {"type": "Collection", "id": "sentinel-2-c1-l2a", "stac_version": "1.0.0"}
    document.update(links=[*links, {"rel": "parent", "href": "../catalog.json"}], extent=extent)
    path.write_text(json.dumps(document))


@pytest.fixture
def folder(tmp_path):
    later = on_day(5, properties={"datetime": "2021-03-05T10:36:34Z"})
    return a_folder(tmp_path / "archive", [on_day(1), on_day(2), later])


@pytest.mark.parametrize("name", ["", "catalog.json", "s2", "s2/collection.json"])
def test_a_static_catalogue_is_read_from_a_folder_or_a_file(folder, name):
    found = search(folder / name)

    assert ids(found) == {f"S2A_T31UFU_2020030{day}T103210_L2A" for day in (1, 2)}
    scene = min(found.scenes, key=lambda scene: scene.id)
    assert scene.assets["B04"].href == str(folder / "s2" / scene.id / "B04.tif")
    assert not a_source(folder / name).is_remote


def test_a_relative_path_leads_to_absolute_files(folder, monkeypatch):
    monkeypatch.chdir(folder.parent)

    scene = search("archive").scenes[0]

    assert scene.assets["B04"].href == str(folder / "s2" / scene.id / "B04.tif")


def test_a_static_catalogue_is_read_by_its_file_url(folder):
    assert len(search(folder.as_uri()).scenes) == 2


@pytest.mark.parametrize("name", ["", "/", "/catalog.json"])
def test_a_static_catalogue_is_read_from_a_web_server(folder, name):
    with ServerProcess("range_files", folder) as server:
        found = search(server.url + name)

    assert len(found.scenes) == 2
    assert all(scene.assets["B04"].href.startswith(server.url + "/s2/") for scene in found.scenes)
    assert a_source(server.url).is_remote


def test_a_lost_part_of_a_catalogue_is_told_and_the_rest_is_used(folder):
    (folder / "s2" / "S2A_T31UFU_20200301T103210_L2A" / "item.json").write_text("{")

    found = search(folder)

    assert len(found.scenes) == 1
    assert any("1 documents of the catalogue can't be read" in note for note in found.notes)


def test_a_catalogue_that_links_to_itself_is_walked_once(folder):
    (folder / "s2" / "S2A_T31UFU_20200301T103210_L2A" / "item.json").unlink()
    write_collection(
        folder / "s2" / "collection.json",
        [
            {"rel": "child", "href": "../catalog.json"},
            {"rel": "item", "href": "S2A_T31UFU_20200302T103210_L2A/item.json"},
            {"rel": "item"},
            None,
        ],
    )

    assert len(search(folder).scenes) == 1


@pytest.mark.parametrize(
    "extent",
    [
        {"temporal": {"interval": [["2016-01-01T00:00:00Z", "2017-01-01T00:00:00Z"]]}},
        {"spatial": {"bbox": [[100, 10, 110, 20]]}},
    ],
)
def test_collections_of_elsewhere_are_not_opened(folder, extent):
    write_collection(
        folder / "s2" / "collection.json", [{"rel": "item", "href": "x.json"}], **extent
    )

    assert search(folder) == Search(scenes=())


@pytest.mark.parametrize("extent", [{"temporal": {"interval": [[None, None]]}}, {"spatial": 7}, {}])
def test_extents_that_say_nothing_exclude_nothing(folder, extent):
    link = {"rel": "item", "href": "S2A_T31UFU_20200302T103210_L2A/item.json"}
    write_collection(folder / "s2" / "collection.json", [link], **extent)

    assert len(search(folder).scenes) == 1


def test_a_list_of_items_is_a_catalogue_too(tmp_path):
    path = tmp_path / "items.json"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [a_c1_item(), 7]}))

    assert len(search(path).scenes) == 1


@pytest.mark.parametrize("content", [None, "", "[]", '{"a": 1}'])
def test_a_path_that_is_no_catalogue_is_an_error_in_words(tmp_path, content):
    path = tmp_path / "catalog.json"
    if content is not None:
        path.write_text(content)

    with pytest.raises(SourceError, match=r"catalog\.json"):
        search(path)


def test_an_empty_folder_is_no_catalogue(tmp_path):
    with pytest.raises(SourceError, match=r"none of catalog\.json"):
        search(tmp_path)


# --- answers kept and read again


@pytest.mark.parametrize("answer", [b"", b"\xff\xfe", b"[]", b'{"items": 7}', b"<html>"])
def test_an_answer_of_somebody_else_is_refused(answer):
    with pytest.raises(SourceError, match="no answer of a STAC source"):
        a_source("/data").parse(answer, a_request())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=examples(100), deadline=None)
@given(
    strange=JSON,
    changes=st.dictionaries(st.sampled_from(sorted(a_c1_item())), JSON, min_size=1, max_size=4),
)
def test_malformed_items_never_break_the_reading_of_an_answer(strange, changes):
    items = [strange, {**a_c1_item(), **changes}, a_c1_item("good-item")]
    answer = json.dumps({"items": items, "notes": strange, "collections": strange}).encode()

    found = a_source("/data").parse(answer, a_request())

    assert "good-item" in ids(found)


@settings(max_examples=examples(50), deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_break_the_reading_of_an_answer(answer):
    with suppress(SourceError):
        a_source("/data").parse(answer, a_request())
