"""Dates whose items have no id of their own stay dates of their own."""

from __future__ import annotations

import json

import pytest

from cbm_chips.core import open_source
from cbm_chips.core.model import ChipRequest, Place, Unusable
from cbm_chips.core.pipeline.events import Found
from cbm_chips.core.pipeline.series import Series
from cbm_chips.core.sources.stac.items.scene_ids import told_apart
from tests.builders import a_grid, a_scene
from tests.chips import a_chip
from tests.servers.scripted import scripted
from tests.stac_items import a_c1_item

DAYS = ("2020-03-05T10:36:34", "2020-03-10T10:36:34")
REQUEST = ChipRequest(Place(5.664, 52.694), "2020-03-01", "2020-03-31", bands=("B04", "B08"))
LANDING = {
    "type": "Catalog",
    "id": "made",
    "stac_version": "1.0.0",
    "conformsTo": ["https://api.stacspec.org/v1.0.0/item-search"],
    "links": [],
}


def items_called(name):
    plain = dict.fromkeys(("s2:product_uri", "s2:datatake_id", "s2:datastrip_id"))
    return [a_c1_item(name, properties={**plain, "datetime": f"{day}Z"}) for day in DAYS]


def found(address):
    with open_source(str(address)) as source:
        return source.parse(source.fetch(REQUEST), REQUEST).scenes


def from_a_file(features, folder):
    path = folder / "items.json"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return found(path)


def from_an_api(features, folder):
    collections = {"collections": [{"id": "sentinel-2-c1-l2a"}]}
    documents = {"/": LANDING, "/collections": collections, "/search": {"features": features}}
    with scripted({at: (200, {}, json.dumps(one)) for at, one in documents.items()}) as server:
        return found(server.url)


@pytest.mark.parametrize("search", [from_a_file, from_an_api])
@pytest.mark.parametrize("name", ["31UFU", ""])
def test_dates_whose_items_are_called_alike_are_told_apart_by_their_time(tmp_path, search, name):
    scenes = search(items_called(name), tmp_path)

    assert [scene.id for scene in scenes] == [
        f"{name or '(without id) 31UFU'} {time}" for time in ("20200305T103634", "20200310T103634")
    ]


def test_pixels_of_dates_without_an_id_stay_with_their_dates(tmp_path):
    scenes = from_a_file(items_called(""), tmp_path)
    series = Series()
    series.take(Found(a_grid(), scenes, (), (), ()))
    for scene in reversed(scenes):
        series.take(a_chip(scene=scene))

    assert [entry.chip.scene for entry in series.entries] == list(scenes)


@pytest.mark.parametrize("name", ["31UFU", ""])
def test_a_date_is_called_the_same_whatever_else_is_listed(tmp_path, name):
    both = from_a_file(items_called(name), tmp_path)
    (alone,) = from_a_file(items_called(name)[:1], tmp_path)

    assert alone.id == both[0].id


@pytest.mark.parametrize("search", [from_a_file, from_an_api])
@pytest.mark.parametrize("name", ["2020-03-05", ""])
def test_tiles_whose_items_are_called_alike_are_told_apart(tmp_path, search, name):
    (item, _) = items_called(name)
    south = {**item["properties"], "grid:code": "MGRS-31UFT"}
    box = [5.0, 51.0, 6.5, 52.9]
    scenes = search([item, {**item, "properties": south, "bbox": box}], tmp_path)

    assert {scene.tile for scene in scenes} == {"31UFU", "31UFT"}
    assert len({scene.id for scene in scenes}) == 2


def test_ids_that_tell_dates_apart_stay_as_they_are():
    twins = [a_scene("a", DAYS[0]), a_scene("a", DAYS[0], collection="other"), a_scene("b")]
    assert told_apart([*twins, "elsewhere"]) == [*twins, "elsewhere"]


def test_an_entry_without_id_and_date_stays_without_both():
    odd = Unusable(a_scene("(without id)", "0001-01-01T00:00:00"), "has no date")
    assert told_apart([odd]) == [odd]
