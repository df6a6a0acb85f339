"""Tables of parcels, filled from the fields beside an archive."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from .replies import CrashError, SqlError

_EQUAL_AREA = 3035
WGS84 = 4326


@dataclass(frozen=True)
class Area:
    """What the configuration says of an area code.

    Attributes:
        years, ptypes: the datasets; the empty variant is always there.
        time_series: kinds of extracted series.
        srid: of the stored geometries.
    """

    years: tuple[str, ...]
    ptypes: tuple[str, ...]
    time_series: tuple[str, ...]
    srid: int


AREAS = {
    "ms": Area(("2020", "2022"), ("b",), ("s2", "bs", "c6"), 28992),
    "nl": Area(("2021",), (), ("s2",), 32631),
    "be": Area(("2021",), (), (), 31370),
}
WITHOUT_TABLE = {"be"}
"""Configured, but nobody loaded the parcels."""


@dataclass(frozen=True)
class Row:
    """A parcel of a table; `ring` in EPSG:4326."""

    pid: str
    crop_name: str
    crop_code: str
    ring: tuple[tuple[float, float], ...]

    @cached_property
    def outline(self) -> Any:
        """Polygon in EPSG:4326."""
        from shapely.geometry import Polygon

        return Polygon(self.ring)

    def area_m2(self) -> int:
        """Measured in the equal-area projection of Europe."""
        return int(_projected(self.outline, WGS84, _EQUAL_AREA).area)

    def centre(self, srid: int) -> tuple[float, float]:
        """Centroid of the stored geometry, as lon and lat."""
        stored = _projected(self.outline, WGS84, srid)
        point = _projected(stored.centroid, srid, WGS84)
        return point.x, point.y

    def geojson(self, srid: int) -> str:
        """A MultiPolygon as text; 9 decimals, as PostGIS writes them."""
        outline = self.outline if srid == WGS84 else _projected(self.outline, WGS84, srid)
        ring = [[round(x, 9), round(y, 9)] for x, y in outline.exterior.coords]
        return json.dumps({"type": "MultiPolygon", "coordinates": [[ring]]}, separators=(",", ":"))


@dataclass(frozen=True)
class Table:
    """The parcels of one dataset.

    Attributes:
        codes_are_numbers: the column of crop codes is of a numeric type.
    """

    rows: tuple[Row, ...]
    srid: int
    codes_are_numbers: bool = False

    def code(self, row: Row) -> Any:
        """The crop code in the column's own type."""
        return int(row.crop_code) if self.codes_are_numbers else row.crop_code


class Database:
    """The tables of all areas, filled from the parcels beside an archive."""

    def __init__(self, archive: Path) -> None:
        document = json.loads((archive / "parcels.geojson").read_text(encoding="utf-8"))
        self._fields = tuple(_row(feature) for feature in document["features"])

    @property
    def fields(self) -> tuple[Row, ...]:
        """The parcels of the archive, the centre's own first."""
        return self._fields

    def table(self, asked: Mapping[str, str]) -> Table:
        """The table a query means.

        Raises:
            CrashError: the dataset is not configured.
            SqlError: it is, but there is no such table.
        """
        aoi = asked.get("aoi", "").lower()
        if aoi not in AREAS or asked.get("year") not in AREAS[aoi].years:
            raise CrashError("dataset not configured")
        ptype = asked.get("ptype", "")
        if aoi in WITHOUT_TABLE or ptype not in ("", *AREAS[aoi].ptypes):
            raise SqlError("relation does not exist")
        rows = _blocks(self._fields) if ptype else self._fields
        return Table(rows, AREAS[aoi].srid, codes_are_numbers=bool(ptype))


def _row(feature: Mapping[str, Any]) -> Row:
    facts = feature["properties"]
    ring = tuple((x, y) for x, y in feature["geometry"]["coordinates"][0])
    return Row(facts["id"], facts["crop_name"], facts["crop_code"], ring)


@lru_cache(maxsize=4)
def _blocks(fields: tuple[Row, ...]) -> tuple[Row, ...]:
    """The fields again, and a block over the nearest ones: two parcels at most places."""
    from shapely.ops import unary_union

    hull = unary_union([field.outline for field in fields[:9]]).convex_hull
    block = Row("B0001", "Field block", "9999", tuple(hull.exterior.coords))
    return (*(Row("b" + row.pid, *_rest(row)) for row in fields), block)


def _rest(row: Row) -> tuple[str, str, tuple[tuple[float, float], ...]]:
    return row.crop_name, row.crop_code, row.ring


def _projected(geometry: Any, from_epsg: int, to_epsg: int) -> Any:
    from shapely.ops import transform

    return transform(_transformer(from_epsg, to_epsg).transform, geometry)


@lru_cache(maxsize=32)
def _transformer(from_epsg: int, to_epsg: int) -> Any:
    from pyproj import Transformer

    return Transformer.from_crs(from_epsg, to_epsg, always_xy=True)
