"""Where an item says that its files lie: the fields of STAC's projection extension.

Hints, since providers have got each of them wrong. What a file says of itself goes before them.
https://github.com/stac-extensions/projection
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ....model import Affine, Placement
from ....projection import definition_of, is_crs, utm_zone
from ....sentinel2.bands import BANDS
from ....sentinel2.product_names import epsg_of_tile
from ..json_fields import mapping, number, numbers, text
from .asset_keys import Candidate

_EPSG_CODE = re.compile(r"EPSG:(\d{4,6})", re.IGNORECASE)
_CRS_KEYS = frozenset(("proj:epsg", "proj:code", "proj:projjson", "proj:wkt2"))
_IDENTIFYING = (*sorted(_CRS_KEYS), "proj:transform", "proj:shape", "proj:bbox")
_FARTHEST_M = 1e8
"""No projection has larger coordinates, be they feet."""
_Fields = Mapping[str, Any]


@dataclass(frozen=True)
class ProjFields:
    """The fields of an item and of its files.

    Attributes:
        properties: of the item.
        files: band -> asset.
        tile: MGRS tile of the item, empty if unknown.
    """

    properties: _Fields
    files: Mapping[str, Candidate]
    tile: str

    @cached_property
    def epsg(self) -> int:
        """The CRS stated, if it is a UTM zone; else the tile's zone; else the CRS stated, or 0."""
        stated = []
        for fields in self._by_resolution:
            code = _stated_epsg(fields)
            if utm_zone(code):
                return code
            stated.append(code)
        return epsg_of_tile(self.tile) or next((code for code in stated if is_crs(code)), 0)

    @cached_property
    def tile_bounds(self) -> tuple[float, float, float, float] | None:
        """Of the finest file that states them, in `epsg`."""
        for fields in self._by_resolution[1:]:
            bounds = _bounds_m(fields) if _stated_epsg(fields) in (0, self.epsg) else None
            if bounds is not None:
                return bounds
        return None

    def placement(self, band: str) -> Placement:
        """What is stated of the band's file, first by its asset and then by the item."""
        raw = self.files[band].raw
        try:
            words = repr([BANDS[band].resolution_m, *map(raw.get, _IDENTIFYING)])
        except RecursionError:
            return self._placement(band, raw)
        if words not in self._placements:
            self._placements[words] = self._placement(band, raw)
        return self._placements[words]

    def _placement(self, band: str, raw: _Fields) -> Placement:
        crs = (_crs(raw) if _CRS_KEYS & raw.keys() else "") or self._crs_of_item
        of_file = _transform(raw)
        transform, shape = of_file or self._transform_of_item or (None, None)
        if of_file is None and shape is None and not _is_of(transform, band):
            transform = None
        if crs:
            return Placement(crs, True, transform, shape)
        zone = epsg_of_tile(self.tile)
        return Placement(f"EPSG:{zone}" if zone else "", False, transform, shape)

    @cached_property
    def _placements(self) -> dict[str, Placement]:
        """By what is stated of a file: most files of a resolution have it in common."""
        return {}

    @cached_property
    def _crs_of_item(self) -> str:
        return _crs(self.properties)

    @cached_property
    def _transform_of_item(self) -> _Transform | None:
        return _transform(self.properties)

    @cached_property
    def _by_resolution(self) -> list[_Fields]:
        """The item's properties and its band files, 10 m first: where fields may stand."""
        bands = ("B02", "B03", "B04", "B08", *self.files)
        return [self.properties, *(self.files[band].raw for band in bands if band in self.files)]


_Transform = tuple[Affine, "tuple[int, int] | None"]
"""And the rows and columns it holds for, None if they are not stated."""


def _is_of(transform: Affine | None, band: str) -> bool:
    """True if the pixels are as large as the band's: one transform can't be that of all files."""
    return transform is not None and abs(transform[0]) == BANDS[band].resolution_m


def _transform(fields: _Fields) -> _Transform | None:
    stated, shape = numbers(fields.get("proj:transform")), numbers(fields.get("proj:shape"))
    rows_cols = (int(shape[0]), int(shape[1])) if len(shape) == 2 and min(shape) >= 1 else None
    if len(stated) in (6, 9):
        a, b, left, d, e, top = stated[:6]
        if math.isfinite(a * e - b * d) and a * e != b * d:
            return (a, b, left, d, e, top), rows_cols
    box = numbers(fields.get("proj:bbox"))
    if len(box) != 4 or box[2] <= box[0] or box[3] <= box[1]:
        return None
    return (box[2] - box[0], 0.0, box[0], 0.0, box[1] - box[3], box[3]), (1, 1)


def _crs(fields: _Fields) -> str:
    """The CRS stated: its EPSG code, else as WKT; empty if there is none."""
    code = _code(fields)
    if utm_zone(code) or (code and is_crs(code)):
        return f"EPSG:{code}"
    for key in ("proj:code", "proj:projjson", "proj:wkt2"):
        definition = fields.get(key)
        if definition and isinstance(definition, (dict, str)):
            found = definition_of(definition)
            if found:
                return found
    return ""


def _code(fields: _Fields) -> int:
    code = number(fields.get("proj:epsg"))
    if code and 1024 <= code < 1_000_000:
        return int(code)
    match = _EPSG_CODE.fullmatch(text(fields.get("proj:code")))
    return int(match.group(1)) if match else 0


def _stated_epsg(fields: _Fields) -> int:
    code = _code(fields)
    if code:
        return code
    for key in ("proj:projjson", "proj:wkt2"):
        code = _epsg_of_definition(fields.get(key))
        if code:
            return code
    return 0


def _epsg_of_definition(definition: object) -> int:
    if not definition or not isinstance(definition, (dict, str)):
        return 0
    crs_id = mapping(mapping(definition).get("id"))
    code = number(crs_id.get("code"))
    if text(crs_id.get("authority")).upper() == "EPSG" and code:
        return int(code)
    return Placement(definition_of(definition)).epsg


def _bounds_m(fields: Mapping[str, Any]) -> tuple[float, float, float, float] | None:
    """By transform and shape, else by the box; None where they make no sense in metres."""
    transform, shape = numbers(fields.get("proj:transform")), numbers(fields.get("proj:shape"))
    if len(transform) in (6, 9) and len(shape) == 2 and min(shape) >= 1:
        width, skew, left, skew_too, height, top = transform[:6]
        if width >= 1 and height <= -1 and not skew and not skew_too:
            return _on_earth(left, top + shape[0] * height, left + shape[1] * width, top)
    box = numbers(fields.get("proj:bbox"))
    in_degrees = all(abs(value) <= 360 for value in box)
    if len(box) != 4 or in_degrees or box[2] <= box[0] or box[3] <= box[1]:
        return None
    return _on_earth(*box)


def _on_earth(*bounds: float) -> tuple[float, float, float, float] | None:
    left, bottom, right, top = bounds
    is_there = all(abs(value) <= _FARTHEST_M for value in bounds)
    return (left, bottom, right, top) if is_there else None
