"""Items and answers with some of their parts replaced, taken away, added or exchanged."""

from __future__ import annotations

import copy
import random
from typing import Any

from tests.stac_items import a_c1_item, a_cdse_item, a_pc_item, an_es_l2a_item

BASE = "https://m.example/stac/search"
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
