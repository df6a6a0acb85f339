"""An item of a static catalogue is known as one, whatever it is called."""

from __future__ import annotations

import json

import pytest

from cbm_chips.core import open_source
from cbm_chips.core.model import ChipRequest, Place
from tests.stac_items import a_c1_item

REQUEST = ChipRequest(Place(5.664, 52.694), "2020-03-01", "2020-03-31", bands=("B04", "B08"))


@pytest.mark.parametrize("kind", ["Feature", "Item", "feature", None])
def test_an_item_of_an_odd_type_or_of_none_is_read(tmp_path, kind):
    item = {**a_c1_item("one"), "type": kind}
    (tmp_path / "one.json").write_text(json.dumps(item))
    links = [{"rel": "item", "href": "./one.json"}]
    root = {"type": "Catalog", "stac_version": "1.0.0", "id": "made", "links": links}
    (tmp_path / "catalog.json").write_text(json.dumps(root))

    with open_source(str(tmp_path)) as source:
        found = source.parse(source.fetch(REQUEST), REQUEST)

    assert [scene.id for scene in found.scenes] == ["one"]


@pytest.mark.parametrize("relation", ["item", "Item", "ITEM"])
def test_relations_of_links_count_in_capitals_too(tmp_path, relation):
    (tmp_path / "one.json").write_text(json.dumps(a_c1_item("one")))
    links = [{"rel": relation, "href": "./one.json"}]
    root = {"type": "Catalog", "stac_version": "1.0.0", "id": "made", "links": links}
    (tmp_path / "catalog.json").write_text(json.dumps(root))

    with open_source(str(tmp_path)) as source:
        found = source.parse(source.fetch(REQUEST), REQUEST)

    assert [scene.id for scene in found.scenes] == ["one"]


def test_a_collection_with_files_of_its_own_is_none(tmp_path):
    collection = {"type": "Collection", "stac_version": "1.0.0", "id": "sentinel-2-c1-l2a"}
    more = {"assets": a_c1_item()["assets"], "properties": {"a": 1}, "links": []}
    (tmp_path / "collection.json").write_text(json.dumps({**collection, **more}))

    with open_source(str(tmp_path)) as source:
        found = source.parse(source.fetch(REQUEST), REQUEST)

    assert (found.scenes, found.unusable) == ((), ())


def test_an_old_collection_without_a_type_leads_to_its_items(tmp_path):
    (tmp_path / "one.json").write_text(json.dumps(a_c1_item("one")))
    links = [{"rel": "item", "href": "./one.json"}]
    extent = {"spatial": {"bbox": [[0, 40, 10, 60]]}, "temporal": {"interval": [[None, None]]}}
    old = {"stac_version": "0.8.1", "id": "sentinel-2-c1-l2a", "extent": extent, "links": links}
    described = {"assets": {"red": {"title": "Red"}}, "properties": {"platform": "sentinel-2a"}}
    (tmp_path / "collection.json").write_text(json.dumps({**old, **described}))

    with open_source(str(tmp_path)) as source:
        found = source.parse(source.fetch(REQUEST), REQUEST)

    assert [scene.id for scene in found.scenes] == ["one"]


@pytest.mark.parametrize("kind", ["FeatureCollection", "featureCollection", "ItemCollection", None])
def test_a_list_of_items_of_an_odd_type_or_of_none_is_read(tmp_path, kind):
    listed = {"type": kind, "features": [a_c1_item("one")], "links": []}
    (tmp_path / "items.json").write_text(json.dumps(listed))
    links = [{"rel": "items", "href": "./items.json"}]
    root = {"type": "Catalog", "stac_version": "1.0.0", "id": "made", "links": links}
    (tmp_path / "catalog.json").write_text(json.dumps(root))

    with open_source(str(tmp_path)) as source:
        found = source.parse(source.fetch(REQUEST), REQUEST)

    assert [scene.id for scene in found.scenes] == ["one"]
