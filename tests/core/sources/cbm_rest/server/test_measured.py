"""The made CbM REST service where it is like the original as measured, not as documented."""

from __future__ import annotations

import json

import pytest

from cbm_chips.core.sample_archive import sample_parcels
from tests.cbm_client import PARCEL, PLACE, Asker, daily, day, is_empty_object, product
from tests.servers.cbm.tables import EQUAL_AREA, projected

HERE = {"aoi": "ms", "year": "2020", **PLACE}
BLOCKS = {**HERE, "ptype": "b"}


def old(service: Asker) -> Asker:
    """The same in the generation of 2021."""
    service.server.switch(generation="dump")
    return service


def geometry(service: Asker, **asked: str) -> dict:
    return json.loads(
        service.query("parcelByID", **PARCEL, withGeometry="True", **asked).json["geom"][0]
    )


def test_an_outline_tells_its_crs_unless_it_is_in_degrees(service):
    assert geometry(service)["crs"]["properties"]["name"] == "EPSG:28992"
    assert "crs" not in geometry(service, wgs84="True")


def test_degrees_have_nine_decimals(service):
    corners = geometry(service, wgs84="True")["coordinates"][0][0]
    decimals = {len(str(number).partition(".")[2]) for corner in corners for number in corner}
    assert max(decimals) == 9


def test_areas_are_rounded(service, sample_archive):
    for parcel in sample_parcels(sample_archive)[:8]:
        exact = projected(parcel.outline, 4326, EQUAL_AREA).area
        told = service.query("parcelByID", **{**PARCEL, "pid": parcel.id}).json["area"]
        assert told == [round(exact)]


def test_statistics_have_the_seven_digits_of_a_real(service):
    series = service.query("parcelTimeSeries", **PARCEL, band="B04").json
    assert isinstance(series["count"][0], float)
    digits = {len(str(number).replace(".", "").strip("0")) for number in series["std"]}
    assert 6 <= max(digits) <= 9


def test_ids_alone_come_with_outlines_where_asked(service):
    ring = "5.660_52.690-5.670_52.690-5.670_52.698-5.660_52.698-5.660_52.690"
    asked = {"aoi": "ms", "year": "2020", "polygon": ring, "withGeometry": "True"}
    assert list(service.query("parcelsByPolygon", **asked).json) == ["geom", "pid"]


def test_an_empty_area_is_one_that_is_not_granted(service):
    reply = service.query("parcelByLocation", **{**HERE, "aoi": ""})
    assert reply.status == 401
    assert reply.text == (
        "Not authorized for this dataset.\nPlease contact the system administrator."
    )
    everything = service.query("parcelByLocation", login="admin:admin", **{**HERE, "aoi": ""})
    assert everything.status == 500


@pytest.mark.parametrize("wrong", [{"lon": "500"}, {"lat": "95"}])
def test_places_off_the_globe_fail_in_the_database(service, wrong):
    assert is_empty_object(service.query("parcelByLocation", **{**HERE, **wrong}))


def test_an_id_with_a_quote_fails_in_the_database(service):
    for name in ("parcelByID", "parcelTimeSeries"):
        assert is_empty_object(service.query(name, **{**PARCEL, "pid": "1' or '1'='1"}))


# info


def told(service: Asker, code: str = "ms") -> dict:
    return service.query("info").json["aois"].get(code, {})


def examples(area: dict) -> dict:
    return {name: ids for name, ids in area.items() if name.startswith("id_examples")}


def test_info_draws_ids_at_random_and_of_a_type_where_there_is_one(service):
    areas = [told(service) for _ in range(8)]
    names = {name for area in areas for name in examples(area)}
    assert names == {"id_examples_2020_b", "id_examples_2022_b"}
    assert len({tuple(ids) for area in areas for ids in examples(area).values()}) > 1
    assert areas[0]["id_table_column"] == "id"
    assert len(areas[0]["request_examples"]) == 6
    assert list(examples(told(service, "nl"))) == ["id_examples_2021"]


def test_info_draws_the_same_again_after_a_switch(service):
    first = [told(service) for _ in range(3)]
    service.server.switch(seed=0)
    assert [told(service) for _ in range(3)] == first
    service.server.switch(seed=1)
    assert [told(service) for _ in range(3)] != first


def test_info_lacks_an_area_whenever_it_draws_a_year_without_the_type(service):
    service.server.switch(typed_years=["2020"])
    areas = [told(service) for _ in range(12)]
    assert {bool(area) for area in areas} == {True, False}
    assert is_empty_object(service.query("parcelByLocation", **{**BLOCKS, "year": "2022"}))
    service.server.switch(types=[], typed_years=[])
    assert set(examples(told(service))) < {"id_examples_2020", "id_examples_2022"}


# chips


def test_a_list_alone_is_no_file(service):
    listed = service.chips("2022-06-01", "2022-06-30", onlylist="True")
    made = service.chips("2022-06-01", "2022-06-30")
    for name in ("Content-Disposition", "Cache-Control"):
        assert name not in listed.headers
        assert name in made.headers


def test_a_batch_comes_as_a_file_with_the_dates_first(seed):
    reply = seed.batch([product("20190615")], ["B04"])
    assert reply.headers["Content-Disposition"] == "inline; filename=chipslist.json"
    assert list(reply.json) == ["dates", "chips"]


@pytest.mark.parametrize("size", ["0", "-500"])
def test_sizes_that_are_none_crash(service, size):
    assert service.chips("2022-06-01", "2022-06-30", chipsize=size).status == 500


def test_pages_close_their_images(seed):
    page = seed.pictures("2019-06-01", "2019-06-30").text
    assert page.count('.png"/><br/>') == 11
    assert page.count("</tr><br/>") == 1
    assert "<br>" not in page


def test_what_no_client_of_ours_asks_is_answered(service):
    options = service.get("/query/info", method="OPTIONS")
    assert (options.status, options.headers["Allow"]) == (200, "GET, HEAD, OPTIONS")
    assert service.get("/apidocs").status == 308
    peers = service.query("parcelPeers", **PARCEL).json
    assert len(peers["pids"]) == len(peers["distance"]) > 2
    assert peers["distance"] == sorted(peers["distance"])
    assert service.query("parcelPeers", **PARCEL, distance="far").status == 500
    for name in ("weatherTimeSeries", "markers", "backgroundByLocation"):
        assert is_empty_object(service.query(name, **PARCEL))
    body = {"lon": 5.66, "lat": 52.69, "dates": [], "chipsize": 1280, "plevel": "CARD-BS"}
    assert service.post("rawS1ChipsBatch", body).json == {"dates": [], "chips": []}
    error = service.post("rawS1ChipsBatch", {**body, "bands": []}).json
    assert error == {"error": "bands not allowed as key"}


# the generation of 2021


def test_the_old_generation_gives_parcels_as_a_page_in_the_order_of_its_columns(service):
    reply = old(service).query("parcelByLocation", **HERE, withGeometry="True")
    assert reply.media == "text/html"
    columns = ["pid", "cropname", "cropcode", "srid", "geom", "area", "clon", "clat"]
    assert list(reply.json) == columns
    assert service.post("rawChipsBatch", {"x": 1}).media == "text/html"


def test_the_old_generation_crashes_on_decimals(service):
    assert old(service).query("parcelByLocation", **BLOCKS).status == 500
    by_id = service.query("parcelByID", **{**PARCEL, "pid": "b315141", "ptype": "b"})
    assert by_id.json["cropcode"] == ["265"]


def test_a_page_of_the_old_generation_ends_before_its_last_day(service):
    service.server.switch(products=daily(5))
    today = service.pictures(day(0), day(3)).text.count("<img")
    assert (today, old(service).pictures(day(0), day(3)).text.count("<img")) == (4, 3)
    assert service.pictures(day(2), day(2)).text.count("<img") == 0
    assert len(service.chips(day(2), day(2)).json["chips"]) == 1, "raw chips have it"


def test_a_page_of_the_old_generation_is_empty_where_nothing_is(service):
    service.server.switch(products=[])
    assert service.pictures(day(0), day(3)).status == 500
    page = old(service).pictures(day(0), day(3))
    assert (page.status, page.text.count("<img")) == (200, 0)


@pytest.mark.parametrize("asked", [{"bands": "B08_B04"}, {"lut": "1_2_3"}])
def test_a_page_of_the_old_generation_crashes_where_todays_is_empty(seed, asked):
    today = seed.pictures("2019-06-01", "2019-06-30", **asked)
    assert (today.status, today.text.count("<img")) == (200, 0)
    assert old(seed).pictures("2019-06-01", "2019-06-30", **asked).status == 500


def test_more_of_the_old_generation(service):
    days = {"start_date": "2022-06-19", "end_date": "2022-06-19", "band": "B04"}
    assert service.query("chipsByParcelID", **PARCEL, **days).status == 500
    assert len(old(service).query("chipsByParcelID", **PARCEL, **days).json["chips"]) == 1
    assert service.batch(["S2A_unknown"], ["B04"]).status == 500
    made = service.chips("2022-06-19", "2022-06-19").headers["Content-Disposition"]
    page = service.pictures("2022-06-19", "2022-06-19").headers["Content-Disposition"]
    assert (made, page) == ("inline; filename=dump.json", "inline; filename=dump.html")
