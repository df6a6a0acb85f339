"""Parcels of a CbM server: found, chosen, outlined; and what happens when they are odd."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timezone

import pytest

from cbm_chips.core import RequestError, SourceError
from cbm_chips.core.projection import to_grid_crs
from cbm_chips.core.sample_archive import sample_parcels
from cbm_chips.core.sources.cbm_rest.parcel_data.parcels import (
    Dataset,
    offered_areas,
    parcel_by_id,
    parcels_at,
    time_series,
)
from cbm_chips.core.sources.cbm_rest.wire.responses import ColumnTable, LoginRefused
from tests.cbm import a_source, asked, serving, start_over
from tests.servers.process import ServerProcess

MS = Dataset("MS", "2020")


@pytest.fixture(scope="module")
def cbm(sample_archive) -> Iterator[ServerProcess]:
    with serving(sample_archive) as server:
        yield server


@pytest.fixture
def server(cbm) -> ServerProcess:
    return start_over(cbm)


@pytest.fixture
def service(server):
    with a_source(server) as source:
        yield source.service


@pytest.fixture(scope="module")
def known(sample_archive):
    """The parcel in the sample's middle."""
    return sample_parcels(sample_archive)[0]


def inside(parcel) -> dict[str, float]:
    point = parcel.outline.representative_point()
    return {"lon": point.x, "lat": point.y}


# what there is


def test_areas_are_offered_as_the_login_may_ask(service):
    areas = {area.aoi: area for area in offered_areas(service)}

    assert areas.keys() == {"ms", "nl"}
    assert "2020" in areas["ms"].years
    assert areas["ms"].ptypes == ("b",)
    assert {"s2", "bs"} <= set(areas["ms"].time_series)
    assert len(areas["ms"].id_examples) == 5


# one parcel


def test_c03_c07_a_parcel_at_a_point_with_its_outline(service, known):
    (parcel,) = parcels_at(service, MS, **inside(known))

    assert (parcel.pid, parcel.crop_name, parcel.crop_code) == (
        known.id,
        known.crop_name,
        known.crop_code,
    )
    assert parcel.area_m2 == pytest.approx(known.area_ha * 1e4, rel=0.02)
    assert parcel.place.label == known.id
    assert parcel.place.details == f"{known.crop_name}, {parcel.area_m2 / 1e4:.3g} ha"
    mine, theirs = to_grid_crs(parcel.place.outline, 32631), to_grid_crs(known.outline, 32631)
    assert mine.symmetric_difference(theirs).area < 0.01 * theirs.area


def test_a_parcel_by_its_id_is_the_same(service, known):
    assert parcel_by_id(service, MS, known.id) == parcels_at(service, MS, **inside(known))[0]


def test_c04_no_parcel_here_is_no_error(service):
    assert parcels_at(service, MS, lon=7.0, lat=51.0) == ()
    assert parcel_by_id(service, MS, "nobody") is None


def test_c06_parcels_that_overlap_all_come(service, known):
    blocks = Dataset("ms", "2020", "b")

    found = parcels_at(service, blocks, **inside(known))

    assert found
    assert all(parcel.place.outline.intersects(known.outline) for parcel in found)


def test_a_dataset_stored_in_utm_gives_degrees_as_well(service, known):
    (parcel,) = parcels_at(service, Dataset("nl", "2021"), **inside(known))

    assert parcel.place.outline.distance(known.outline) == 0.0
    assert parcel.crop_code == known.crop_code


def test_the_older_generation_is_understood(server, known):
    start_over(server, generation="dump")

    with a_source(server) as source:
        (parcel,) = parcels_at(source.service, MS, **inside(known))

    assert parcel.pid == known.id


def test_c55_the_point_is_sent_with_five_decimals(server, service):
    parcels_at(service, MS, lon=5.664251234, lat=52.694442345)

    assert "lon=5.66425&lat=52.69444" in asked(server, "parcelByLocation")[0]


# faults


def test_c08_a_dataset_that_is_not_there_is_told(service):
    with pytest.raises(SourceError, match="may have no parcels of ms 1999"):
        parcel_by_id(service, Dataset("ms", "1999"), "1")


def test_c05_a_failed_question_is_no_empty_answer(service):
    with pytest.raises(SourceError, match="could not carry out"):
        parcel_by_id(service, Dataset("ms", "2020", "zz"), "1")


def test_c02_an_area_of_somebody_else(service):
    with pytest.raises(SourceError, match="no right to this area"):
        parcel_by_id(service, Dataset("be", "2021"), "1")


def test_a_user_name_in_other_letters_gets_a_hint(server):
    login = {"Authorization": "Basic VGVzdGVyOnNlY3JldA=="}  # Tester:secret
    with a_source(server, credentials=login) as source, pytest.raises(SourceError, match="letters"):
        parcel_by_id(source.service, MS, "1")


def test_c01_no_login(server):
    with a_source(server, credentials=None) as source, pytest.raises(LoginRefused):
        offered_areas(source.service)


@pytest.mark.parametrize("fields", [("", "2020"), ("ms", "20"), ("ms", "2020", "b;")])
def test_c08_datasets_that_can_not_be_are_not_asked_for(fields):
    with pytest.raises(RequestError):
        Dataset(*fields)


def test_texts_that_could_be_commands_are_not_sent(server, service):
    with pytest.raises(RequestError, match="pid"):
        parcel_by_id(service, MS, "1' or '1'='1")
    with pytest.raises(RequestError, match="lat"):
        parcels_at(service, MS, lon=5.0, lat=95.0)

    assert server.stats()["queries"] == 0


# odd answers, as other servers may give them


class Odd:
    """A server with one parcel, written in another way."""

    identity = "cbm+https://odd.example"

    def __init__(self, **row) -> None:
        self.row = {
            "ogc_fid": 7,
            "cropname": None,
            "cropcode": 265,
            "area": "74800",
            "clon": 5.66,
            "clat": 52.69,
            "srid": "28992",
            "geom": SQUARE,
            **row,
        }

    def table(self, name, asked):
        return ColumnTable(tuple(self.row), (self.row,))

    def info(self):
        return {"server": {}}


SQUARE = {
    "type": "MultiPolygon",
    "coordinates": [[[[5.66, 52.69], [5.67, 52.69], [5.67, 52.7], [5.66, 52.69]]]],
}
METRES = {
    "type": "Polygon",
    "coordinates": [[[170000, 520000], [170100, 520000], [170100, 520100], [170000, 520000]]],
}
BOW = {"type": "Polygon", "coordinates": [[[5, 52], [6, 53], [6, 52], [5, 53], [5, 52]]]}
POINT = {"type": "Point", "coordinates": [5, 52]}


def the_odd(**row):
    (parcel,) = parcels_at(Odd(**row), MS, lon=5.66, lat=52.69)
    return parcel


def test_keys_and_types_of_older_servers_are_understood():
    parcel = the_odd()

    assert (parcel.pid, parcel.crop_name, parcel.crop_code) == ("7", "", "265")
    assert parcel.area_m2 == 74800.0
    assert parcel.place.details == "7.48 ha"
    assert the_odd(geom=json.dumps(SQUARE)).place == parcel.place


def test_metres_where_degrees_were_asked_for_are_brought_to_degrees():
    west, south, east, north = the_odd(geom=METRES).place.outline.bounds

    assert 5.5 < west < east < 5.7
    assert 52.6 < south < north < 52.7


@pytest.mark.parametrize(
    ("geom", "why"),
    [
        (BOW, "Self-intersection"),
        (POINT, "Point"),
        (None, "gave none"),
        ("POLYGON((5 52))", "no GeoJSON"),
        ("{}", "no GeoJSON"),
        ({"type": "Polygon", "coordinates": []}, "empty"),
        ({"type": "Polygon", "coordinates": [[["a", "b"]]]}, "no GeoJSON"),
        ([1], "no GeoJSON"),
    ],
)
def test_an_outline_that_makes_no_sense_leaves_the_parcel_with_the_reason(geom, why):
    parcel = the_odd(geom=geom)

    assert parcel.place.outline is None
    assert (parcel.place.lon, parcel.place.lat) == (5.66, 52.69)
    assert why in parcel.place.details


def test_metres_in_an_unknown_crs_are_no_outline():
    assert "CRS is unknown" in the_odd(geom=METRES, srid=None).place.details
    assert the_odd(geom=METRES, srid=999999).place.outline is None


def test_a_parcel_that_is_nowhere_is_an_error_with_words():
    with pytest.raises(SourceError, match="odd parcels of MS 2020"):
        the_odd(geom=None, clon=None)


def test_a_server_that_does_not_tell_its_areas():
    with pytest.raises(SourceError, match="type area and year"):
        offered_areas(Odd())


# statistics over time


@pytest.mark.parametrize("column", ["date_part", "extract"])
def test_c11_a_series_by_time_with_class_counts(server, known, column):
    start_over(server, date_column=column)

    with a_source(server) as source:
        series = time_series(source.service, Dataset("ms", "2022"), known.id)

    assert series.kind == "s2"
    assert series.columns[:3] == ("acquired", "band", "count")
    times = [row[0] for row in series.rows]
    assert times == sorted(times)
    assert all(isinstance(time, datetime) and time.tzinfo is timezone.utc for time in times)
    counts = series.rows[0][series.columns.index("hist")]
    assert all(isinstance(key, int) and 0 <= key <= 11 for key in counts)


@pytest.mark.parametrize("kind", ["bs", "c6", "scl"])
def test_the_other_kinds_of_series(service, known, kind):
    series = time_series(service, Dataset("ms", "2022"), known.id, kind=kind)

    assert series.rows
    assert ("hist" in series.columns) == (kind == "scl")
    assert series.columns[0] == "acquired"
    assert {len(row) for row in series.rows} == {len(series.columns)}


def test_class_counts_are_dated_once_for_each_acquisition(service, known):
    bands = time_series(service, Dataset("ms", "2022"), known.id)
    counts = time_series(service, Dataset("ms", "2022"), known.id, kind="scl")

    place = bands.columns.index("hist")
    fullest = {}
    for row in bands.rows:
        before = fullest.get(row[0], {})
        fullest[row[0]] = max(before, row[place], key=lambda counts: sum(counts.values()))
    assert counts.columns == ("acquired", "hist")
    assert counts.rows == tuple(fullest.items())
    assert len(counts.rows) == 36
    assert counts.notes == ("2 observations of the same second, with fewer pixels, are left out",)
    apart = {(row[0], row[1], row[bands.columns.index("reference")]) for row in bands.rows}
    assert len(apart) == len(bands.rows) == 38 * 6


def test_class_counts_without_a_time_come_as_the_server_gives_them():
    class Undated:
        identity = "cbm+https://odd.example"

        def table(self, name, asked):
            if asked["tstype"] == "scl":
                return ColumnTable(("obsid", "hist"), ({"obsid": 1, "hist": {"4": 187}},))
            return ColumnTable(("date_part", "band", "hist"), ())

    series = time_series(Undated(), MS, "1", kind="scl")

    assert (series.columns, series.rows) == (("obsid", "hist"), ((1, {4: 187}),))


def test_c12_a_parcel_without_observations(service):
    series = time_series(service, Dataset("ms", "2022"), "nobody")

    assert series.rows == ()
    assert series.columns[0] == "acquired"


def test_a_kind_that_is_none(service):
    with pytest.raises(RequestError, match="s2, bs, c6, scl"):
        time_series(service, MS, "1", kind="S2")


@pytest.mark.parametrize(
    "row", [{"date_part": "x"}, {"date_part": 1e30}, {"hist": "["}, {"hist": 5}]
)
def test_a_series_that_makes_no_sense(row):
    with pytest.raises(SourceError, match="odd series"):
        time_series(Odd(**row), MS, "1")
