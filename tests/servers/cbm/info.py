"""What the user may ask for: /query/info."""

from __future__ import annotations

import json
import random
from typing import Any

from .chips import Call
from .login import EVERY_AREA, areas_of
from .replies import JSON, Reply
from .tables import AREAS, WITHOUT_TABLE, Area, Database

_TILES = ("google", "bing", "osm", "esri")


def info(call: Call, database: Database, user: str) -> Reply:
    """Areas of the user, years, variants and sample ids; year and variant are drawn at random."""
    granted = areas_of(user)
    wanted = call.asked.get("aoi", "").lower()
    codes = [
        code
        for code in AREAS
        if (EVERY_AREA in granted or code in granted)
        and code not in WITHOUT_TABLE
        and wanted in ("", code)
    ]
    document = {
        "server": {
            "title": "CbM REST service, made for tests",
            "host": call.url,
            "description": "Answers like the original, faults included",
            "license": "3-Clause BSD",
        },
        "helpers": {"API documentation": f"{call.url}/apidocs"},
        "aois": {code: _area(call, database, code, AREAS[code]) for code in codes},
    }
    return Reply(json.dumps(document, indent=4).encode(), JSON)


def _area(call: Call, database: Database, code: str, area: Area) -> dict[str, Any]:
    year = random.choice(area.years)
    ptype = random.choice(["", *area.ptypes])
    asked = {"aoi": code, "year": year, "ptype": ptype}
    ids = [row.pid for row in database.table(asked).rows[:5]]
    suffix = f"{year}_{ptype}" if ptype else year
    return {
        "years": list(area.years),
        "datasets": list(area.ptypes),
        "time_series": list(area.time_series),
        "tms": list(_TILES),
        "id_table_column": "ogc_fid",
        f"id_examples_{suffix}": ids,
        "request_examples": {
            "parcelByID": f"{call.url}/query/parcelByID?aoi={code}&year={year}&pid={ids[0]}"
            + (f"&ptype={ptype}" if ptype else "")
        },
    }
