"""The made CbM REST service: login, parcels and time series, numbered as its conformance cases."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.cbm_client import PARCEL, PLACE, basic, is_empty_object

COLUMNS = ["area", "clat", "clon", "cropcode", "cropname", "pid", "srid"]
HERE = {"aoi": "ms", "year": "2020", **PLACE}
NOWHERE = {**HERE, "lon": "5.0"}


@pytest.mark.parametrize("login", [None, "tester:wrong", "nobody:secret"])
@pytest.mark.parametrize("name", ["info", "parcelByLocation", "rawChipByLocation"])
def test_c01_without_a_valid_login_nothing_is_answered(service, name, login):
    reply = service.query(name, login=login, **HERE)
    assert (reply.status, reply.text) == (401, "Could not verify.")
    assert reply.headers["WWW-Authenticate"] == 'Basic realm="Login Required"'


def test_c01_a_token_that_is_no_login_is_no_login(service):
    for token in ("Basic", "Basic !!!", "Bearer dGVzdGVyOnNlY3JldA=="):
        assert service.get("/query/info", Authorization=token).status == 401


def test_c02_an_area_that_is_not_granted_is_refused_without_asking_for_a_login(service):
    reply = service.query("parcelByLocation", **{**HERE, "aoi": "zz"})
    assert reply.status == 401
    assert reply.text.startswith("Not authorized for this dataset.")
    assert "WWW-Authenticate" not in reply.headers
    assert service.query("parcelByLocation", login="admin:admin", **HERE).status == 200


def test_c02_a_name_typed_otherwise_passes_the_door_and_crashes_behind_it(service):
    assert service.query("parcelByLocation", login="Tester:secret", **HERE).status == 500
    without_area = service.chips("2022-06-01", "2022-06-10")
    assert without_area.status == 200


def test_c03_one_parcel_comes_as_lists_of_one(service):
    reply = service.query("parcelByLocation", **{**HERE, "aoi": "MS"})
    assert (reply.status, reply.media) == (200, "application/json")
    assert sorted(reply.json) == COLUMNS
    assert {name: len(values) for name, values in reply.json.items()} == dict.fromkeys(COLUMNS, 1)
    assert (reply.json["pid"], reply.json["srid"]) == (["315141"], [28992])
    assert reply.json["clon"][0] == pytest.approx(5.66425, abs=1e-6)
    assert service.query("parcelByID", **PARCEL).json == reply.json


def test_c04_no_parcel_comes_as_empty_lists(service):
    for name, asked in (("parcelByLocation", NOWHERE), ("parcelByID", {**PARCEL, "pid": "0"})):
        reply = service.query(name, **asked)
        assert (reply.status, reply.json) == (200, {name: [] for name in COLUMNS})


@pytest.mark.parametrize("wrong", [{"lon": "abc"}, {"lat": ""}, {"ptype": "no_such_table"}])
def test_c05_what_the_database_refuses_comes_as_an_empty_object(service, wrong):
    reply = service.query("parcelByLocation", **{**HERE, **wrong})
    assert (reply.status, reply.text, reply.media) == (200, "{}\n", "application/json")
    service.server.switch(generation="dump")
    old = service.query("parcelByLocation", **{**HERE, **wrong})
    assert (old.status, old.text, old.media) == (200, "{}", "text/html")


def test_c06_two_parcels_at_one_point_come_together(service):
    found = service.query("parcelByLocation", **{**HERE, "ptype": "b"}).json
    assert found["pid"] == ["b315141", "B0001"]
    assert {len(values) for values in found.values()} == {2}
    assert found["cropcode"] == ["265", "9999"], "decimals are texts"
    numbers = service.query("parcelByLocation", **{**HERE, "aoi": "nl", "year": "2021"}).json
    assert numbers["cropcode"] == [265], "where the column is of integers"
    by_id = service.query("parcelByID", **{**PARCEL, "pid": "b315141", "ptype": "b"}).json
    assert by_id["cropcode"] == ["265"], "always text"


@pytest.mark.parametrize(
    ("asked", "easting"),
    [({}, pytest.approx(173_600, abs=300)), ({"wgs84": "True"}, pytest.approx(5.664, abs=0.01))],
)
def test_c07_geometry_is_geojson_in_a_text(service, asked, easting):
    found = service.query("parcelByID", **PARCEL, withGeometry="True", **asked).json
    outline = json.loads(found["geom"][0])
    assert outline["type"] == "MultiPolygon"
    assert outline["coordinates"][0][0][0][0] == easting
    assert found["srid"] == [28992], "of the table, whatever the geometry is in"


def test_c07_only_the_exact_word_asks_for_geometry(service):
    for word in ("true", "1", "yes", ""):
        assert "geom" not in service.query("parcelByLocation", **HERE, withGeometry=word).json


@pytest.mark.parametrize("changed", [{"year": "1999"}, {"year": None}, {"aoi": None}])
def test_c08_a_dataset_that_is_not_configured_crashes(service, changed):
    asked = {name: value for name, value in {**HERE, **changed}.items() if value is not None}
    reply = service.query("parcelByLocation", **asked)
    assert (reply.status, reply.media) == (500, "text/html")


RING = "5.660_52.690-5.670_52.690-5.670_52.698-5.660_52.698-5.660_52.690"


def test_c09_a_polygon_finds_ids_and_more_when_asked(service):
    asked = {"aoi": "ms", "year": "2020", "polygon": RING}
    ids = service.query("parcelsByPolygon", **asked).json
    assert list(ids) == ["pid"]
    assert "315141" in ids["pid"]
    assert 1 < len(ids["pid"]) < 64
    full = service.query("parcelsByPolygon", **asked, only_ids="no", withGeometry="True").json
    assert full["pid"] == ids["pid"]
    assert sorted(full) == sorted([*COLUMNS, "geom"])
    missing = service.query("parcelsByPolygon", aoi="ms", year="2020")
    assert missing.status == 500


@pytest.mark.parametrize(
    "ring",
    [
        RING.replace("5.660", "-5.660"),
        RING.replace("52.698", "5e-5"),
        RING.rpartition("-")[0],
        "5.0_52.0",
        "abc",
    ],
    ids=["negative", "exponent", "open", "point", "text"],
)
def test_c10_a_minus_sign_is_taken_for_a_comma(service, ring):
    reply = service.query("parcelsByPolygon", aoi="ms", year="2020", polygon=ring)
    assert (reply.status, reply.text) == (200, "{}\n")


def test_c11_time_series_with_rows_are_json_called_html(service):
    reply = service.query("parcelTimeSeries", **PARCEL, band="B04")
    assert (reply.status, reply.media) == (200, "text/html")
    series = reply.json
    assert list(series) == [
        *("extract", "band", "count", "mean", "std", "min", "p25", "p50", "p75", "max", "hist")
    ]
    assert len({len(values) for values in series.values()}) == 1
    assert len(series["band"]) == 38, "two seconds have two observations each"
    assert set(series["band"]) == {"B04"}
    assert series["extract"] == sorted(series["extract"])
    assert all(isinstance(key, str) for hist in series["hist"] for key in hist)
    assert max(sum(hist.values()) for hist in series["hist"]) == 187
    classes = service.query("parcelTimeSeries", **PARCEL, tstype="scl").json
    assert list(classes) == ["obsid", "hist"]
    assert {"9": 187} in classes["hist"]


def test_c11_options_of_a_time_series(service):
    bare = service.query("parcelTimeSeries", **PARCEL, band="B08", scl="False", ref="True").json
    assert "hist" not in bare
    assert bare["reference"][0].startswith("S2A_MSIL2A_20211108T104041_N0301")
    radar = service.query("parcelTimeSeries", **PARCEL, tstype="bs").json
    assert radar["band"][:4] == ["VHb", "VVb"] * 2
    assert "hist" not in radar
    assert service.query("parcelTimeSeries", **PARCEL, tstype="S2").status == 500
    classes = [service.query("parcelTimeSeries", **PARCEL, tstype=word) for word in ("scl", "SCL")]
    assert classes[0].body == classes[1].body
    elsewhere = {**PARCEL, "aoi": "nl", "year": "2021"}
    assert is_empty_object(service.query("parcelTimeSeries", **elsewhere, tstype="bs"))
    service.server.switch(date_column="date_part", short_bands=True)
    series = service.query("parcelTimeSeries", **PARCEL).json
    assert next(iter(series)) == "date_part"
    assert set(series["band"]) == {"B2 ", "B3 ", "B4 ", "B5 ", "B8 ", "B11"}


def test_c12_time_series_without_rows_are_empty_lists(service):
    reply = service.query("parcelTimeSeries", **{**PARCEL, "pid": "0"})
    assert (reply.status, reply.media) == (200, "application/json")
    assert set(map(tuple, reply.json.values())) == {()}


def test_c13_time_series_as_a_csv_file(service):
    reply = service.query("parcelTimeSeries", **PARCEL, band="B04", tsformat="csv")
    assert (reply.status, reply.media) == (200, "text/csv")
    name = "timeseries_ms2020_315141_s2.csv"
    assert reply.headers["Content-Disposition"] == f"attachment; filename={name}"
    assert reply.text.startswith("extract,band,count,mean")
    assert "\r\n1636368041.000000,B04,750.0," in reply.text
    assert reply.text.count("\r\n") == 39
    assert next(csv.DictReader(io.StringIO(reply.text)))["hist"].startswith("{'")


@pytest.mark.parametrize("name", ["parcelById", "chipByLocation", "options", "parcelByPolygon", ""])
def test_c14_names_that_only_the_documentation_has_are_unknown(service, name):
    reply = service.query(name)
    assert (reply.status, reply.media) == (404, "text/html")


def test_c14_methods_are_told_apart(service):
    assert service.post("info", {}).status == 405
    assert service.query("rawChipsBatch").status == 405
    head = service.get("/query/info", method="HEAD", **basic("tester:secret"))
    assert (head.status, head.body) == (200, b"")


def test_info_tells_areas_years_and_sample_ids(service):
    document = service.query("info").json
    assert sorted(document["aois"]) == ["ms", "nl"]
    area = document["aois"]["ms"]
    assert (area["years"], area["datasets"]) == (["2020", "2022"], ["b"])
    examples = [name for name in area if name.startswith("id_examples_")]
    assert len(examples) == 1
    assert len(area[examples[0]]) == 5
    assert sorted(service.query("info", aoi="nl").json["aois"]) == ["nl"]
    assert sorted(service.query("info", login="admin:admin").json["aois"]) == ["ms", "nl"]


def test_faults_on_demand_concern_queries(service):
    service.server.switch(fail_first_n=1, fail_status=502)
    assert [service.query("info").status for _ in range(2)] == [502, 200]
    service.server.switch(fail_first_n=-1, fail_status=500)
    assert [service.query("info").status for _ in range(3)] == [500] * 3
    service.server.switch(fail_first_n=0, login_page=True)
    page = service.query("info")
    assert (page.status, page.media) == (200, "text/html")
    service.server.switch(login_page=False, garbage_json=True)
    with pytest.raises(ValueError, match="Unterminated"):
        _ = service.query("info").json


def test_counters_say_what_was_asked(service):
    service.query("info")
    service.query("info", login=None)
    service.get("/elsewhere")
    stats = service.server.stats()
    assert (stats["requests"], stats["queries"], stats["refused"]) == (3, 2, 1)
    assert stats["by_path"] == {"/query/info": 2, "/elsewhere": 1}
    service.server.reset()
    assert service.server.stats()["requests"] == 0
