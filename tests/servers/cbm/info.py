"""What the user may ask for: /query/info."""

from __future__ import annotations

import json
import random
from typing import Any

from .chips import Call
from .login import EVERY_AREA, areas_of
from .replies import JSON, Reply, SqlError
from .tables import Database

_TILES = ("google", "bing", "osm", "esri")
_EXAMPLES = 5


def info(call: Call, database: Database, user: str, *, drawn: random.Random) -> Reply:
    """Areas of the user, years, types and sample ids; year and type are drawn at random."""
    granted = areas_of(user)
    wanted = call.asked.get("aoi", "").lower()
    codes = [
        code
        for code in database.areas
        if (EVERY_AREA in granted or code in granted) and wanted in ("", code)
    ]
    told = {code: _area(call, database, code, drawn) for code in codes}
    document = {
        "server": {
            "title": "CbM REST service, made for tests",
            "host": call.url,
            "description": "Answers like the original, faults included",
            "license": "3-Clause BSD",
        },
        "helpers": {"API documentation": f"{call.url}/apidocs"},
        "aois": {code: area for code, area in told.items() if area},
    }
    return Reply(json.dumps(document, indent=4).encode(), JSON)


def _area(call: Call, database: Database, code: str, drawn: random.Random) -> dict[str, Any]:
    """What is told of an area; nothing where no table is, or one of fewer than five parcels.

    A type is drawn wherever there is one, of any year, whether that year has it or not.
    """
    area = database.areas[code]
    year = drawn.choice(area.years)
    ptype = drawn.choice(area.ptypes) if area.ptypes else ""
    try:
        rows = database.table({"aoi": code, "year": year, "ptype": ptype}).rows
        ids = [row.pid for row in drawn.sample(rows, _EXAMPLES)]
    except (SqlError, ValueError):
        return {}
    suffix = f"{year}_{ptype}" if ptype else year
    return {
        "years": list(area.years),
        "datasets": list(area.ptypes),
        "time_series": list(area.time_series),
        "tms": list(_TILES),
        "id_table_column": "id",
        f"id_examples_{suffix}": ids,
        "request_examples": _links(call, {"aoi": code, "year": year, "ptype": ptype}, ids[0]),
    }


def _links(call: Call, dataset: dict[str, str], pid: str) -> dict[str, str]:
    """Six questions to try."""
    of = "&".join(f"{name}={word}" for name, word in dataset.items() if word)
    place, days = "lon=5.66425&lat=52.69444", "start_date=2022-06-01&end_date=2022-06-30"
    asked = {
        "parcelByLocation": f"{of}&{place}&withGeometry=True",
        "parcelByID": f"{of}&pid={pid}&withGeometry=True",
        "parcelTimeSeries": f"{of}&pid={pid}&tstype=s2",
        "parcelPeers": f"{of}&pid={pid}&distance=1000&max=10",
        "rawChipByLocation": f"{place}&{days}&band=SCL&chipsize=1280",
        "chipsByLocation": f"{place}&{days}",
    }
    return {name: f"{call.url}/query/{name}?{words}" for name, words in asked.items()}
