"""Odd parcels in a CbM server's answer: an odd value costs its own row."""

from __future__ import annotations

import json

import pytest

from cbm_chips.core import SourceError
from cbm_chips.core.sources.cbm_rest.parcel_data.parcels import parcel_by_id, time_series
from tests.core.sources.cbm_rest.answers import (
    GOOD,
    HUGE,
    MS,
    RING,
    SQUARE,
    columns,
    found,
    nested,
    served,
)


@pytest.mark.parametrize(
    "corner", [[5.66, 52.69, 0.0, 9.9], [5.66, 52.69, 3.0], ["5.66", "52.69"], [5.66, 52.69, None]]
)
def test_what_follows_x_and_y_in_a_corner_does_no_harm(corner) -> None:
    shape = {"type": "Polygon", "coordinates": [[corner, *RING[1:3], corner]]}

    (parcel,) = found(columns({**GOOD, "geom": json.dumps(shape)}))

    assert parcel.place.outline.area == pytest.approx(0.5e-4)


@pytest.mark.parametrize(
    "geom",
    [
        nested(2000),
        nested(2000, brackets="{}"),
        json.dumps({"type": "Polygon", "coordinates": "x"}),
        f'{{"type": "Polygon", "coordinates": {nested(900)}}}',
        json.dumps({"type": "Polygon", "coordinates": [[[HUGE, 1], [2, 2], [3, 1], [HUGE, 1]]]}),
        '{"type": "Polygon", "coordinates": [[[NaN, 1], [2, 2], [3, 1], [NaN, 1]]]}',
        json.dumps({"type": "Polygon", "coordinates": [[[5], [6], [7], [5]]]}),
        json.dumps({"type": "Polygon", "coordinates": [[5, 6]]}),
        json.dumps({"type": "Polygon", "coordinates": {"a": 1}}),
        json.dumps({"type": "GeometryCollection", "geometries": [SQUARE]}),
        json.dumps({"type": ["Polygon"]}),
        json.dumps({"type": "Polygon", "coordinates": [[[1e308, 1e308]] * 3]}),
        json.dumps({"type": "Polygon", "coordinates": [[[1e308, 0], [0, 1e308], [9, 9]]]}),
        json.dumps({"type": "Polygon", "coordinates": [[[5 + n / 1e5, 52] for n in range(6_000)]]}),
        12,
        [],
        {},
        True,
    ],
)
def test_an_odd_outline_costs_itself_and_not_its_parcel_or_the_next(geom) -> None:
    odd, good = found(columns({**GOOD, "pid": "odd", "geom": geom}, GOOD))

    assert odd.place.outline is None
    assert (odd.place.lon, odd.place.lat) == (5.665, 52.695)
    assert "outline not usable" in odd.place.details
    assert good.place.outline is not None
    assert good.place.details == "Grassland, 7.48 ha"


@pytest.mark.parametrize("brackets", ["[]", "{}"])
@pytest.mark.parametrize("name", ["geom", "cropname", "area", "srid", "cropcode"])
def test_a_value_nested_2000_deep_leaves_the_rest_of_the_table(brackets, name) -> None:
    text = json.dumps(columns({**GOOD, name: "HERE"}, GOOD))

    found_by = found(text.replace('"HERE"', nested(2000, brackets=brackets)))

    assert [parcel.pid for parcel in found_by] == ["1", "1"]
    assert found_by[1].place.details == "Grassland, 7.48 ha"


@pytest.mark.parametrize("name", ["clon", "clat"])
@pytest.mark.parametrize(
    "value", [HUGE, "x", None, [], 1e99, "1e400", {"a": 1}, True, float("nan")]
)
def test_a_parcel_that_is_nowhere_costs_itself_and_is_told(name, value) -> None:
    odd = {**GOOD, "pid": "odd", "geom": None, name: value}

    parcels = found(columns(odd, GOOD))

    assert [parcel.pid for parcel in parcels] == ["1"]
    assert "1 parcels left out: parcel odd is nowhere" in parcels.notes[0]


@pytest.mark.parametrize("name", ["area", "cropname", "cropcode", "srid", "clon"])
@pytest.mark.parametrize("value", [HUGE, [1], {"a": [2]}, "1_0", float("inf"), False])
def test_odd_facts_of_a_parcel_leave_the_parcel(name, value) -> None:
    (parcel,) = found(columns({**GOOD, name: value}))

    assert parcel.pid == "1"
    assert parcel.place.outline is not None


@pytest.mark.parametrize("pid", [None, "", "  ", [], {}, True])
def test_a_parcel_without_an_id_is_left_out(pid) -> None:
    assert [parcel.pid for parcel in found(columns({**GOOD, "pid": pid}, GOOD))] == ["1"]
    with pytest.raises(SourceError, match="odd parcels of ms 2020: a parcel without an id"):
        found(columns({**GOOD, "pid": pid}))


def test_texts_of_a_fixed_width_come_without_their_padding() -> None:
    (parcel,) = found(columns({**GOOD, "pid": "315141  ", "cropname": "Grass   land\n "}))

    assert (parcel.pid, parcel.place.label, parcel.crop_name) == ("315141", "315141", "Grass land")


def test_no_text_of_a_server_is_without_end() -> None:
    (parcel,) = found(columns({**GOOD, "cropname": "x" * 1_000_000}))

    assert len(parcel.place.details) < 300


@pytest.mark.parametrize(
    "content",
    ["[]", "1", '"x"', "null", '{"pid": 5}', '{"pid": [1], "area": []}', '{"pid": {"a": 1}}', "{"],
)
def test_a_table_that_is_none_is_an_error_with_words(content) -> None:
    for ask in (
        lambda service: parcel_by_id(service, MS, "1"),
        lambda service: time_series(service, MS, "1", kind="scl"),
    ):
        with served(content) as (_, source), pytest.raises(SourceError, match=r"127\.0\.0\.1"):
            ask(source.service)


OLDER = {
    "ogc_fid": 7,
    "cropname": None,
    "cropcode": 265,
    "area": "74800",
    "clon": 5.66,
    "clat": 52.69,
    "srid": "28992",
}
"""A parcel as older servers write it."""
SQUARES = {"type": "MultiPolygon", "coordinates": [[RING]]}
METRES = {
    "type": "Polygon",
    "coordinates": [[[170000, 520000], [170100, 520000], [170100, 520100], [170000, 520000]]],
}
BOW = {"type": "Polygon", "coordinates": [[[5, 52], [6, 53], [6, 52], [5, 53], [5, 52]]]}
POINT = {"type": "Point", "coordinates": [5, 52]}


def the_odd(**row):
    (parcel,) = found(columns({**OLDER, "geom": SQUARES, **row}))
    return parcel


def test_keys_and_types_of_older_servers_are_understood():
    parcel = the_odd()

    assert (parcel.pid, parcel.crop_name, parcel.crop_code) == ("7", "", "265")
    assert parcel.area_m2 == 74800.0
    assert parcel.place.details == "7.48 ha"
    assert the_odd(geom=json.dumps(SQUARES)).place == parcel.place


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
    with pytest.raises(SourceError, match="odd parcels of ms 2020"):
        the_odd(geom=None, clon=None)
