"""Answers of a CbM server as a test wants them, over the wire or as if they had come."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

from cbm_chips.core.sources.cbm_rest.parcel_data.parcels import (
    Dataset,
    ParcelList,
    TimeSeries,
    parcels_at,
    time_series,
)
from cbm_chips.core.sources.cbm_rest.wire.http import Response
from cbm_chips.core.sources.cbm_rest.wire.responses import ColumnTable, read_object, read_table
from tests.cbm import a_source
from tests.raw_server import Said, saying

HOST = "cbm.example"
MS = Dataset("ms", "2020")
RING = [[5.66, 52.69], [5.67, 52.69], [5.67, 52.70], [5.66, 52.69]]
SQUARE = {"type": "Polygon", "coordinates": [RING]}
GOOD = {
    "pid": "1",
    "cropname": "Grassland",
    "cropcode": "265",
    "area": 74800,
    "clon": 5.665,
    "clat": 52.695,
    "srid": 28992,
    "geom": json.dumps(SQUARE),
}
HUGE = 10**400
YEAR = {"start": "2019-01-01", "end": "2019-12-31"}


def nested(depth: int, *, brackets: str = "[]") -> str:
    opening = {"[]": "[", "{}": '{"a":'}[brackets]
    return opening * depth + "1" + brackets[1] * depth


def columns(*rows: dict) -> dict:
    return {name: [row.get(name) for row in rows] for name in rows[0]}


def as_said(content: object, **headers: str) -> Said:
    body = content if isinstance(content, str) else json.dumps(content)
    return Said(body.encode(), headers={"Content-Type": "application/json", **headers})


@contextmanager
def served(*answers: object, **headers: str) -> Iterator[tuple]:
    """The answers in turn, the last one for ever."""
    left = list(answers)

    def say(_: str) -> Said:
        given = left.pop(0) if len(left) > 1 else left[0]
        return given if isinstance(given, Said) else as_said(given, **headers)

    with saying(say) as server, a_source(server) as source:
        yield server, source


class Answered:
    """A service whose server has said this to every question; the wire has tests of its own."""

    identity = f"cbm+https://{HOST}"

    def __init__(self, content: object) -> None:
        self._answer = Response(200, content if isinstance(content, str) else json.dumps(content))

    def table(self, name: str, asked: object) -> ColumnTable:
        return read_table(self._answer, HOST)

    def info(self) -> dict:
        return read_object(self._answer, HOST)


def found(content: object) -> ParcelList:
    return parcels_at(Answered(content), MS, lon=5.66, lat=52.69)


def series_of(content: object, **how: str) -> TimeSeries:
    return time_series(Answered(content), MS, "1", **how)


def observation(**changes) -> dict:
    row = {"date_part": 1559472031.0, "band": "B04", "mean": 412.5, "hist": {"4": 187}}
    return {**row, **changes}


def area(**changes) -> dict:
    return {"years": ["2020"], "datasets": [], "time_series": ["s2"], **changes}


def info(**areas: dict) -> dict:
    return {"aois": areas}
