"""Tables of parcels, filled from the fields beside an archive."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from .replies import CrashError, SqlError

EQUAL_AREA = 3035
WGS84 = 4326


@dataclass(frozen=True)
class Area:
    """What the configuration says of an area code.

    Attributes:
        years, ptypes: the datasets; the empty variant is always there.
        time_series: kinds of extracted series.
        srid: of the stored geometries.
        code_type: of the column of crop codes.
        typed_years: the years that have tables of the types.
    """

    years: tuple[str, ...]
    ptypes: tuple[str, ...]
    time_series: tuple[str, ...]
    srid: int
    code_type: type = str
    typed_years: tuple[str, ...] = ()

    def has_table(self, year: str, ptype: str) -> bool:
        """Whether somebody loaded the parcels."""
        return not ptype or (ptype in self.ptypes and year in (self.typed_years or self.years))


AREAS = {
    "ms": Area(("2020", "2022"), ("b",), ("s2", "bs", "c6"), 28992),
    "nl": Area(("2021",), (), ("s2",), 32631, int),
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
        return round(projected(self.outline, WGS84, EQUAL_AREA).area)

    def centre(self, srid: int) -> tuple[float, float]:
        """Centroid of the stored geometry, as lon and lat."""
        point = projected(self.stored(srid).centroid, srid, WGS84)
        return point.x, point.y

    def stored(self, srid: int) -> Any:
        """The outline as the table has it."""
        return projected(self.outline, WGS84, srid)

    def geojson(self, stored_srid: int, srid: int) -> str:
        """A MultiPolygon as text, as PostGIS 3 has it: 9 decimals, and any CRS but WGS 84 told."""
        outline = self.stored(stored_srid)
        crs = {"crs": {"type": "name", "properties": {"name": f"EPSG:{srid}"}}}
        if srid == WGS84:
            outline, crs = projected(outline, stored_srid, WGS84), {}
        ring = [[round(x, 9), round(y, 9)] for x, y in outline.exterior.coords]
        shape = {"type": "MultiPolygon", **crs, "coordinates": [[ring]]}
        return json.dumps(shape, separators=(",", ":"))


@dataclass(frozen=True)
class Table:
    """The parcels of one dataset.

    Attributes:
        code_type: of the column of crop codes; a Decimal comes as text today, and crashed once.
    """

    rows: tuple[Row, ...]
    srid: int
    code_type: type = str

    def code(self, row: Row) -> Any:
        """The crop code in the column's own type."""
        return self.code_type(row.crop_code)


class Database:
    """The tables of all areas, filled from the parcels beside an archive."""

    def __init__(self, archive: Path) -> None:
        document = json.loads((archive / "parcels.geojson").read_text(encoding="utf-8"))
        self._fields = tuple(_row(feature) for feature in document["features"])
        self.areas: Mapping[str, Area] = AREAS

    def show_types(self, ptypes: tuple[str, ...], years: tuple[str, ...]) -> None:
        """Types of the parcels of ms, and the years that have tables of them; none for all."""
        ms = replace(AREAS["ms"], ptypes=ptypes, typed_years=years)
        self.areas = {**AREAS, "ms": ms}

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
        area, year = self.areas.get(aoi), asked.get("year", "")
        if area is None or year not in area.years:
            raise CrashError("dataset not configured")
        ptype = asked.get("ptype", "")
        if aoi in WITHOUT_TABLE or not area.has_table(year, ptype):
            raise SqlError("relation does not exist")
        rows = _blocks(self._fields) if ptype else self._fields
        return Table(rows, area.srid, Decimal if ptype else area.code_type)


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


def projected(geometry: Any, from_epsg: int, to_epsg: int) -> Any:
    """A geometry in another CRS."""
    from cbm_chips.core.coordinates import with_coordinates

    return with_coordinates(geometry, _transformer(from_epsg, to_epsg).transform)


@lru_cache(maxsize=32)
def _transformer(from_epsg: int, to_epsg: int) -> Any:
    from pyproj import Transformer

    return Transformer.from_crs(from_epsg, to_epsg, always_xy=True)
