"""Items mutated at random, all the way from an answer's text to the choice of scenes.

Nothing raises, every entry is a scene or unusable or left out in words, and the good entry beside
them is unharmed. `python -m tests.core.sources.stac.items.test_items_fuzz 50000 7` tries more,
with another seed.
"""

from __future__ import annotations

import copy
import json
import logging
import random
import sys
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
from cbm_chips.core.sources.stac.static_catalog import absolute, web_self
from tests.effort import examples
from tests.stac_items import a_c1_item, a_cdse_item, a_pc_item, an_es_l2a_item

BASE = "https://m.example/stac/search"
PLACE = Place(5.664, 52.694)
REQUEST = ChipRequest(PLACE, "2020-03-01", "2020-03-31", bands=("B04", "B08", "SCL"))
FEW = ("red", "red-jp2", "nir", "scl", "B04", "SCL", "B04_10m", "B08_10m", "B04_20m", "SCL_20m")
MADE = [
    {**made, "assets": {key: made["assets"][key] for key in FEW if key in made["assets"]}}
    for made in (a_c1_item(), an_es_l2a_item(), a_pc_item(), a_cdse_item())
]
RING = [[4.5, 52.2], [6.2, 52.2], [6.2, 53.3], [4.5, 53.3], [4.5, 52.2]]
ODD: list[Any] = [
    *(None, True, False, 0, -1, 0.5, 1e308, -1e308, 1e-320, 10**400, 2**63),
    *(float("nan"), float("inf"), -float("inf")),
    *(
        "",
        " ",
        "x" * 3000,
        "\ud800",
        "\udfff/\ud800",
        "\x00",
        "\u202e",
        "\U0001f600",
        "<b>",
        "=1+1",
    ),
    *([], {}, [[]], [{}], {"": ""}, [None], ["\ud800"], {"\ud800": "\ud800"}),
    *("EPSG:32631", "EPSG:99999999", "EPSG:4326", "EPSG:3857", "EPSG:2154", 3857, 4326, 32760),
    *("2020-13-45", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2020-03-05T10:36Z"),
    *(
        "https://[bad/x",
        f"https://{'a' * 64}.example/x",
        "https://a..b/",
        "http://[::zz]/x",
        "s3://",
    ),
    *(
        "file:///etc/hosts",
        "C:/secret.tif",
        "//host/share/x.tif",
        "urn:x",
        "/vsicurl/http://x/y",
        "..",
    ),
    *(
        "S2A_MSIL1C_20200305T103021_N0500_R108_T31UFU_20230601T101112.SAFE",
        "sentinel-2a",
        "landsat-8",
    ),
    *(
        "MGRS-31UFU",
        "T99ZZZ",
        "N05.10",
        "l1c",
        "L3A",
        "B04",
        "red",
        "image/jp2",
        "application/zarr",
    ),
    *([10.0, 0.0, 600000.0, 0.0, -10.0, 5900040.0], [1e308] * 6, [0] * 6, [float("nan")] * 9),
    *([1e308, 1e308], [0, 0], [-1, -1], [10980, 10980], [1] * 4, [4.5, 52.2, 6.2, 53.3]),
    {"type": "Polygon", "coordinates": [[[4, 52], [7, 54], [7, 52], [4, 54], [4, 52]]]},
    {"type": "Polygon", "coordinates": [[[float("nan"), 1]] * 4]},
    {"type": "MultiPolygon", "coordinates": [[RING], [RING], [[*RING, *RING]]]},
    {"type": "Polygon", "coordinates": [[[lon, (-1) ** lon * 80] for lon in range(-170, 170)]]},
    {"type": "GeometryCollection", "geometries": []},
    [{"name": "B04", "scale": 1e308, "offset": -1e308, "nodata": "nan"}],
    [{"rel": "self", "href": "file:///x"}],
    {"https": {"href": "https://m.example/other.tif"}, "x": {"href": "\ud800"}},
    {"type": "ProjectedCRS", "id": {"authority": "EPSG", "code": "32631"}},
]
KEYS = ["href", "type", "roles", "eo:bands", "bands", "alternate", "proj:epsg", "proj:code", "gsd"]
KEYS += ["proj:transform", "proj:shape", "proj:bbox", "proj:projjson", "proj:wkt2", "raster:bands"]
KEYS += [
    "nodata",
    "raster:scale",
    "raster:offset",
    "file:checksum",
    "title",
    "\ud800",
    "B04",
    "scl",
]


def mutated(item: Any, dice: random.Random) -> Any:
    """Some of its parts replaced, taken away, added, wrapped or exchanged."""
    changed = copy.deepcopy(item)
    for _ in range(dice.choice((1, 1, 2, 3, 8))):
        holder, key = _spot(changed, dice)
        what = dice.randrange(6)
        if what == 3 and isinstance(holder, dict):
            holder[dice.choice(KEYS)] = copy.deepcopy(dice.choice(ODD))
        elif what == 4:
            holder[key] = [holder[key]] if dice.random() < 0.5 else {key: holder[key]}
        elif what == 5 and len(holder) > 1:
            del holder[key]
        else:
            holder[key] = copy.deepcopy(dice.choice(ODD))
    return changed


def _spot(value: Any, dice: random.Random) -> tuple[Any, Any]:
    """Some part, by what holds it and where; the higher ones are chosen more often."""
    while True:
        key = dice.choice(list(value) if isinstance(value, dict) else range(len(value)))
        inner = value[key]
        if not isinstance(inner, (dict, list)) or not inner or dice.random() < 0.25:
            return value, key
        value = inner


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
    catalogue = CatalogSearch(provider, Book(pages), identity="made")
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
