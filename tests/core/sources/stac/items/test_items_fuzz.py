"""Mutated items and answers by the hundred: none costs another entry, all end in words."""

from __future__ import annotations

import json
import logging
import random
import sys
import time
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

import pytest

from cbm_chips.core.errors import SourceError
from cbm_chips.core.model import ChipRequest, Place, Scene, Unusable
from cbm_chips.core.outputs.run_folder.table import row_of
from cbm_chips.core.pipeline.run import FailedChip
from cbm_chips.core.reading.network import Network
from cbm_chips.core.scenes.acquisitions import one_per_acquisition
from cbm_chips.core.scenes.grids import grid_of
from cbm_chips.core.sources.http.json_client import TextResponse, parse_response
from cbm_chips.core.sources.http.response_body import parse_json
from cbm_chips.core.sources.http.retries import HttpRefusal
from cbm_chips.core.sources.http.urls import address_fault
from cbm_chips.core.sources.stac import StacSource, typed_provider
from cbm_chips.core.sources.stac.catalog import CatalogSearch
from cbm_chips.core.sources.stac.items import item_filter as constraints
from cbm_chips.core.sources.stac.items.item_filter import ItemFilter
from cbm_chips.core.sources.stac.kept_pages import KeptPages
from cbm_chips.core.sources.stac.static_catalog import absolute, web_self
from tests.core.sources.stac.items.mutations import BASE, MADE, mutated
from tests.effort import examples
from tests.stac_items import a_c1_item

PLACE = Place(5.664, 52.694)
REQUEST = ChipRequest(PLACE, "2020-03-01", "2020-03-31", bands=("B04", "B08", "SCL"))


def tried(source: StacSource, raws: list[Any]) -> Counter[str]:
    """What became of some entries beside a good one."""
    text = json.dumps({"features": [*raws, {**MADE[0], "id": "good"}]})
    items = [absolute(raw, *web_self(raw), BASE) for raw in parse_json(text)["features"]]
    answer = json.dumps({"items": items, "collections": [], "notes": []}).encode()
    search = source.parse(answer, REQUEST)
    for scene in search.scenes:
        row_of(PLACE, FailedChip(scene, "made"))
        for asset in scene.assets.values():
            asset.identity.encode()
            asset.shown.encode()
            try:
                source.access(asset).url.encode()
            except SourceError as error:
                str(error).encode()
    for lost in search.unusable:
        str(row_of(PLACE, FailedChip(lost.scene, lost.reason))).encode()
    grid = grid_of(PLACE, REQUEST.size_m, (scene.epsg for scene in search.scenes))
    chosen = one_per_acquisition(search.scenes, grid)
    assert "good" in {scene.id for scene in search.scenes}
    assert chosen.scenes
    left = len(items) - len(search.scenes) - len(search.unusable)
    kinds = {"scene": len(search.scenes), "unusable": len(search.unusable), "left out": left}
    odd = sum("can't be understood" in one.reason for one in search.unusable)
    return Counter({**kinds, "caught at the border": odd})


def fuzz(count: int, seed: int, at_once: int = 10) -> Counter[str]:
    """So many mutated items, some in each answer."""
    dice = random.Random(seed)
    source = StacSource(provider=typed_provider("https://m.example/stac"), network=Network())
    outcome: Counter[str] = Counter()
    for _ in range(count // at_once):
        outcome += tried(source, [mutated(dice.choice(MADE), dice) for _ in range(at_once)])
    return outcome


def test_mutated_items_cost_no_other(caplog):
    count = examples(2000)
    outcome = fuzz(count, seed=20201129)

    assert outcome["scene"] > count / 4
    assert outcome["unusable"] > count / 40
    assert outcome["caught at the border"] == 0, caplog.text


class Book:
    """Answers out of a table of pages, as `web.Asking` does out of the web."""

    def __init__(self, pages):
        self.pages = pages

    def fetch(self, url, *, method="GET", body=None, parameters=None):
        json.dumps(body), json.dumps(parameters)
        text = None if address_fault(url) else self.pages.get(urlsplit(url).path)
        if text is None:
            raise HttpRefusal("404", status=404)
        return TextResponse(url, text)

    def json(self, url):
        return parse_response(self.fetch(url).text, "made.example")


CLASSES = ["https://api.stacspec.org/v1.0.0/item-search#query"]
LINKS = [{"rel": rel, "href": f"./{rel}", "method": "POST"} for rel in ("search", "data")]
LINKS.append({"rel": "next", "href": "./search", "method": "POST", "body": {"token": "2"}})
STAC = {"type": "Catalog", "id": "made", "stac_version": "1.0.0", "links": LINKS}
PAGES: dict[str, Any] = {
    "/stac": {**STAC, "conformsTo": CLASSES},
    "/stac/data": {
        "collections": [
            {"id": "sentinel-2-l2a", "summaries": {"platform": ["sentinel-2a"]}, "title": "S2"}
        ],
        "links": [],
    },
    "/stac/search": {"features": MADE[:2], "links": LINKS[2:]},
    "/static": {**STAC, "links": [{"rel": "child", "href": "/child"}]},
    "/child": {
        **STAC,
        "type": "Collection",
        "extent": {"temporal": {"interval": [[None, None]]}, "spatial": {"bbox": [[0, 0, 9, 60]]}},
        "links": [{"rel": "item", "href": "./item"}],
    },
    "/item": MADE[0],
}


def asked(pages: dict[str, str], entry: str) -> int:
    """How many entries a search gives; -1 where it fails in words."""
    provider = typed_provider(f"https://m.example{entry}")
    catalogue = CatalogSearch(provider, Book(pages), KeptPages(time.monotonic), identity="made")
    try:
        found = list(catalogue.search(catalogue.root(), REQUEST))
    except SourceError as error:
        str(error).encode()
        return -1
    for one in found:
        json.dumps(one.items), "".join(one.notes).encode()
    return len(found[-1].items)


def fuzz_answers(count: int, seed: int) -> Counter[str]:
    """So many searches with one page mutated, as JSON or as text."""
    dice = random.Random(seed)
    whole = {path: json.dumps(page) for path, page in PAGES.items()}
    outcome: Counter[str] = Counter()
    for _ in range(count):
        path = dice.choice(list(whole))
        text = json.dumps(mutated(PAGES[path], dice))
        if dice.random() < 0.3:
            cut = dice.randrange(len(text))
            text = text[:cut] + dice.choice(('"', "{", "]", "\\", "\x00", "")) + text[cut + 1 :]
        number = asked({**whole, path: text}, dice.choice(("/stac", "/static")))
        outcome["refused in words" if number < 0 else "answered"] += 1
    return outcome


def test_mutated_answers_are_understood_or_refused_in_words():
    assert asked({path: json.dumps(page) for path, page in PAGES.items()}, "/stac") == 2

    count = examples(600)
    outcome = fuzz_answers(count, seed=20201129)

    assert outcome["answered"] > count / 3
    assert outcome["refused in words"] > count / 30


@pytest.mark.parametrize(
    "error",
    [
        ValueError("half [bracket"),
        KeyError("\ud800"),
        RecursionError(),
        MemoryError(),
        UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogate"),
        OverflowError(),
        ZeroDivisionError(),
        AssertionError(),
        SourceError("of ours"),
        StopIteration(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_whatever_the_judgement_of_an_entry_raises_costs_that_entry(monkeypatch, caplog, error):
    judged = constraints.read_item

    def raising(item, **others):
        if item.id == "bad":
            raise error
        return judged(item, **others)

    monkeypatch.setattr(constraints, "read_item", raising)
    source = StacSource(provider=typed_provider("https://m.example/stac"), network=Network())
    items = [a_c1_item("bad"), a_c1_item("good")]
    with caplog.at_level(logging.ERROR):
        found = source.parse(json.dumps({"items": items}).encode(), REQUEST)

    assert [scene.id for scene in found.scenes] == ["good"]
    (lost,) = found.unusable
    assert (lost.scene.id, lost.scene.is_dated) == ("bad", False)
    assert type(error).__name__ in lost.reason
    assert "Traceback" in caplog.text


@pytest.mark.parametrize(
    "raw", [None, 7, "\ud800", [], {}, {"id": []}, {"properties": 7}, {"assets": 1}]
)
def test_what_is_no_item_at_all_is_left_out_or_unusable(raw):
    verdict = ItemFilter(REQUEST, provider="made").classify(raw)

    assert isinstance(verdict, (Scene, Unusable, str))


if __name__ == "__main__":
    sys.stdout.write(f"{fuzz_answers(int(sys.argv[1]), int(sys.argv[2]))}\n")
    sys.stdout.write(f"{fuzz(int(sys.argv[1]), int(sys.argv[2]))}\n")
