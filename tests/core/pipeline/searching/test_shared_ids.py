"""Scenes that share an id at their source stay apart where answers are put together."""

from __future__ import annotations

import json
from contextlib import ExitStack, closing

import pytest
from shapely.geometry import box

from cbm_chips.core.cache import ChipCache
from cbm_chips.core.model import ChipRequest, Place
from cbm_chips.core.parcels.planning.make_plan import plan_parcels
from cbm_chips.core.pipeline.searching.search import find
from cbm_chips.core.sources.registry import open_source
from tests.cbm import HURRIED
from tests.servers.scripted import scripted
from tests.stac_items import a_c1_item

LANDING = {
    "type": "Catalog",
    "id": "made",
    "stac_version": "1.0.0",
    "conformsTo": ["https://api.stacspec.org/v1.0.0/item-search"],
    "links": [],
}
PLACE = Place(5.664, 52.694)


def item_of(day, **others):
    plain = dict.fromkeys(("s2:product_uri", "s2:datatake_id", "s2:datastrip_id"))
    properties = {**plain, "datetime": f"{day}T10:36:34Z", **others.pop("properties", {})}
    return a_c1_item("image", properties=properties, **others)


def answer(document):
    return (200, {}, json.dumps(document))


@pytest.mark.parametrize("name", ["image", "31UFU"])
def test_offline_dates_of_two_searches_come_both(tmp_path, name):
    days = {"2020-03-05": ("2020-03-01", "2020-03-07"), "2020-03-10": ("2020-03-08", "2020-03-31")}
    script = {"/": answer(LANDING), "/collections": answer({"collections": []})}
    with ExitStack() as stack:
        cache = stack.enter_context(closing(ChipCache(tmp_path)))
        server = stack.enter_context(scripted(script))
        source = stack.enter_context(open_source(server.url, network=HURRIED))
        for day, period in days.items():
            script["/search"] = answer({"features": [{**item_of(day), "id": name}]})
            find(ChipRequest(PLACE, *period, bands=("B04",)), source, cache)
        script["/search"] = (503, {}, "down")
        whole = ChipRequest(PLACE, "2020-03-01", "2020-03-31", bands=("B04",))
        found = find(whole, source, cache)

    assert found.is_offline
    assert sorted(str(scene.acquired.date()) for scene in found.scenes) == list(days)


def test_parcels_of_two_areas_keep_the_dates_of_both(tmp_path):
    west, east = box(5.9, 52.3, 5.901, 52.301), box(6.1, 52.3, 6.101, 52.301)
    items = [
        item_of("2020-03-05", geometry=box(5.0, 52.0, 5.99, 52.9).__geo_interface__),
        item_of("2020-03-10", geometry=box(6.01, 52.0, 6.9, 52.9).__geo_interface__),
    ]
    path = tmp_path / "items.json"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": items}))
    asked = {"start": "2020-03-01", "end": "2020-03-31", "bands": ("B04",)}
    with open_source(str(path)) as source:
        plan = plan_parcels([("west", west), ("east", east)], asked, source)

    days = {str(scene.acquired.date()) for piece in plan.pieces for scene in piece.scenes}
    assert days == {"2020-03-05", "2020-03-10"}
