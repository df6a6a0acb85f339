"""A run as text and back, without anything that opens a door."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, box

from cbm_chips.core.errors import RequestError
from cbm_chips.core.model import ChipRequest, Place
from cbm_chips.core.outputs.repeat.repeatable_run import RepeatableRun, source_without_secrets
from cbm_chips.core.outputs.repeat.request_text import request_text, run_of_text
from cbm_chips.core.sentinel2.scl import CloudRule
from tests.builders import a_request

SIGNATURE = "sv=2021-08-06&se=2030-01-01T00%3A00%3A00Z&sig=" + 43 * "A" + "%3D"
"""In the form of an Azure signature."""
PLACES = st.builds(
    lambda lon, lat, label, size: Place(
        lon, lat, label, None if size is None else Point(lon, lat).buffer(size), "Maize, 2 ha"
    ),
    st.floats(-170, 170),
    st.floats(-70, 70),
    st.text(max_size=12),
    st.none() | st.floats(0.0001, 0.01),
)
BANDS = st.lists(st.sampled_from(["B02", "B08", "B11", "SCL"]), min_size=1, unique=True).map(tuple)


@given(place=PLACES, bands=BANDS, size_m=st.integers(1, 256), cloud=st.floats(0, 100))
def test_a_request_comes_back_to_the_last_digit(place, bands, size_m, cloud):
    request = ChipRequest(
        place, "2022-06-01", "2022-06-30", bands, 20 * size_m, max_scene_cloud_pct=cloud
    )
    run = RepeatableRun.of(request, "sample", login="abc1234", rule=CloudRule({3, 9}, 12.5))

    back = run_of_text(request_text(run))

    assert (back.source, back.login, back.rule) == (run.source, run.login, run.rule)
    assert back.request.place.details == place.details
    assert _without_place(back.request) == _without_place(request)
    assert (back.request.place.lon, back.request.place.lat) == (place.lon, place.lat)
    assert back.request.place.label == place.label
    assert _points(back.request.place) == _points(place)
    assert request_text(back) == request_text(run)


def test_parcels_of_several_parts_with_holes_come_back():
    ring = box(5, 52, 5.01, 52.01).difference(box(5.004, 52.004, 5.006, 52.006))
    outline = MultiPolygon([ring, box(5.02, 52, 5.03, 52.01)])
    run = RepeatableRun.of(ChipRequest(Place.of_parcel(outline), *_JUNE), "sample")

    assert run_of_text(request_text(run)).request.place.outline.equals_exact(outline, 0)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("earth-search", "earth-search"),
        (r"C:\data\catalog.json", r"C:\data\catalog.json"),
        ("https://stac.example.com/v1", "https://stac.example.com/v1"),
        ("https://stac.example.com/v1?lang=en", "https://stac.example.com/v1?lang=en"),
        ("https://me:hush@stac.example.com/v1", "https://stac.example.com/v1"),
        ("cbm+https://me:hush@cbm.example.com/x", "cbm+https://cbm.example.com/x"),
        ("cbm+https://me:hu/sh@cbm.example.com/x", "cbm+https://cbm.example.com/x"),
        ("https://stac.example.com/v1?token=hush", "https://stac.example.com/v1"),
        (f"https://stac.example.com/v1?{SIGNATURE}", "https://stac.example.com/v1"),
        ("https://stac.example.com/v1#token=hush", "https://stac.example.com/v1"),
        ("https://stac.example.com/token=hush/v1", "https://stac.example.com/"),
    ],
)
def test_an_address_keeps_what_opens_no_door(given, kept):
    run = RepeatableRun.of(a_request(), given)

    text = request_text(run)

    assert run.source == source_without_secrets(given) == kept
    assert run.is_source_whole == (given == kept)
    assert "hush" not in text
    assert "AAAA" not in text
    assert run_of_text(text) == run


def test_a_path_is_said_as_it_is_called_in_every_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "catalog.json").write_text("{}")
    (tmp_path / "sample").mkdir()

    assert RepeatableRun.of(a_request(), "catalog.json").source == str(tmp_path / "catalog.json")
    assert RepeatableRun.of(a_request(), "sample").source == "sample"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"source": 1}',
        request_text(RepeatableRun.of(a_request(), "sample")).replace('"lon": 5.2', '"lon": "x"'),
        request_text(RepeatableRun.of(a_request(), "sample")).replace('"Point"', '"Polygon"'),
        request_text(RepeatableRun.of(a_request(), "sample")).replace(
            '"bands": [', '"bands": ["B99", '
        ),
    ],
)
def test_what_is_no_request_is_refused_in_words(text):
    with pytest.raises(RequestError):
        run_of_text(text)


def test_texts_of_later_versions_may_hold_more():
    content = json.loads(request_text(RepeatableRun.of(a_request(), "sample")))

    assert run_of_text(json.dumps({**content, "more": 1})).request == a_request()


_JUNE = ("2022-06-01", "2022-06-30", ("B08",))


def _without_place(request):
    return {name: value for name, value in vars(request).items() if name != "place"}


def _points(place):
    return None if place.outline is None else list(place.outline.exterior.coords)
