"""A list of items that a server gives page by page is read to its end."""

from __future__ import annotations

import json

import pytest

from cbm_chips.core import open_source
from cbm_chips.core.model import ChipRequest, Place
from cbm_chips.core.sources.stac import static_catalog
from tests.stac_items import a_c1_item

REQUEST = ChipRequest(Place(5.664, 52.694), "2020-03-01", "2020-03-31", bands=("B04", "B08"))


def an_item(day):
    plain = dict.fromkeys(("s2:product_uri", "s2:datatake_id", "s2:datastrip_id"))
    return a_c1_item(f"day {day}", properties={**plain, "datetime": f"2020-03-{day:02}T10:36:34Z"})


def write_pages(folder, links):
    """A collection and its pages, of which each has one item and a link to the next."""
    for number, link in enumerate([*links, None], start=1):
        page = {"type": "FeatureCollection", "features": [an_item(number)]}
        page["links"] = [] if link is None else [{"rel": "next", **link}]
        (folder / f"page{number}.json").write_text(json.dumps(page))
    collection = {"type": "Collection", "stac_version": "1.0.0", "id": "sentinel-2-c1-l2a"}
    collection["links"] = [{"rel": "items", "href": "./page1.json"}]
    (folder / "collection.json").write_text(json.dumps(collection))


def search(address):
    with open_source(str(address)) as source:
        found = source.parse(source.fetch(REQUEST), REQUEST)
    return [scene.acquired.day for scene in found.scenes], found.notes


@pytest.mark.parametrize("begin", ["collection.json", "page1.json"])
def test_pages_are_followed_from_a_collection_and_from_the_first_page(tmp_path, begin):
    write_pages(tmp_path, [{"href": "./page2.json"}, {"href": "page3.json", "method": "get"}])

    assert search(tmp_path / begin) == ([1, 2, 3], ())


def test_a_page_that_takes_a_post_or_leads_back_ends_it(tmp_path):
    write_pages(tmp_path, [{"href": "./page2.json"}, {"href": "./page1.json"}])
    assert search(tmp_path / "page1.json") == ([1, 2], ())

    write_pages(tmp_path, [{"href": "./page2.json", "method": "POST"}])
    assert search(tmp_path / "page1.json") == ([1], ())


def test_of_very_many_pages_some_are_read_and_that_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(static_catalog, "MOST_PAGES", 2)
    write_pages(tmp_path, [{"href": "./page2.json"}, {"href": "./page3.json"}])

    days, notes = search(tmp_path / "page1.json")

    assert days == [1, 2]
    assert notes == ("only the first 2 pages of a list of items were read",)
