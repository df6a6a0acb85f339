"""Asking a STAC API: what is asked for, page by page, and what is left out."""

from __future__ import annotations

import json

import pytest

from cbm_chips.core.errors import SourceError
from cbm_chips.core.model import Search
from cbm_chips.core.sources.stac import StacSource
from cbm_chips.core.sources.stac.providers import PROVIDERS
from tests.core.sources.stac.searching import (
    NETWORK,
    ON_FIJI,
    a_request,
    a_source,
    api_of,
    ids,
    landing,
    on_day,
    search,
)
from tests.servers.process import ServerProcess
from tests.servers.scripted import scripted
from tests.stac_items import a_c1_item, a_cdse_item, a_pc_item, an_es_l2a_item

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
    only_get = {"/": (200, {}, landing(link))}
    with scripted(only_get) as door:
        found = search(door.url, collections={"LEVEL2A": ("sentinel-2-l2a",)})

    assert ids(found) == {"S2A_31UFU_20200305_0_L2A"}
    assert (api.stats()["posts"], api.stats()["searches"]) == (0, 1)


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


def test_a_refused_level_is_not_even_asked_for():
    source = StacSource(provider=PROVIDERS["earth-search"], network=NETWORK)

    with pytest.raises(SourceError, match="requester-pays"):
        source.fetch(a_request(level="LEVEL1C"))
