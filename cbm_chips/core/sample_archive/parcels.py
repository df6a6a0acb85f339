"""The fields around the sample's centre as parcels: GeoPackage for QGIS, GeoJSON for Python."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..projection import to_wgs84
from . import landscape as ground
from .geopackage import Row, write_polygons
from .items import write_json
from .passes import TILE_GRID

if TYPE_CHECKING:
    from shapely.geometry import Polygon

CENTRE_ID = "315141"
LAYER = "parcels"
_COLUMNS = {"id": "TEXT", "crop_name": "TEXT", "crop_code": "TEXT", "area_ha": "REAL"}
_COUNT = 64
_FIRST_ID = 315008


@dataclass(frozen=True)
class SampleParcel:
    """A parcel as its farmer declared it.

    Attributes:
        id: unique.
        crop_name, crop_code: the declared crop.
        area_ha: hectares on the ground.
        outline: polygon in EPSG:4326.
    """

    id: str
    crop_name: str
    crop_code: str
    area_ha: float
    outline: Polygon


def write_parcels(folder: Path) -> None:
    """Write `parcels.gpkg` and `parcels.geojson`."""
    rows = _rows(_declared())
    write_polygons(folder / "parcels.gpkg", LAYER, _COLUMNS, rows)
    features = [
        {
            "type": "Feature",
            "properties": row,
            "geometry": {"type": "Polygon", "coordinates": [[list(point) for point in ring]]},
        }
        for ring, row in rows
    ]
    write_json(folder / "parcels.geojson", {"type": "FeatureCollection", "features": features})


def write_parcel_layer(path: Path) -> None:
    """Write the sample's parcels as a GeoPackage of their own; no archive is needed."""
    write_polygons(path, LAYER, _COLUMNS, _rows(_declared()))


def sample_parcels(catalog: Path) -> list[SampleParcel]:
    """The parcels beside a catalogue of `build_sample`, nearest to the centre first."""
    from shapely.geometry import shape

    text = catalog.with_name("parcels.geojson").read_text(encoding="utf-8")
    return [
        SampleParcel(outline=shape(feature["geometry"]), **feature["properties"])
        for feature in json.loads(text)["features"]
    ]


def _rows(parcels: list[SampleParcel]) -> list[Row]:
    """Outer ring and attributes of each."""
    return [(list(parcel.outline.exterior.coords), _attributes(parcel)) for parcel in parcels]


def _attributes(parcel: SampleParcel) -> dict[str, Any]:
    return {
        "id": parcel.id,
        "crop_name": parcel.crop_name,
        "crop_code": parcel.crop_code,
        "area_ha": parcel.area_ha,
    }


def _declared() -> list[SampleParcel]:
    """The fields nearest to the centre that lie in the picture; the centre's own is the first."""
    whole = [patch for patch in ground.fields() if _in_picture(patch.outline)]
    whole.sort(key=lambda patch: math.hypot(*_middle(patch.outline)))
    return [_declare(patch, number) for number, patch in enumerate(whole[:_COUNT])]


def _declare(patch: ground.Patch, number: int) -> SampleParcel:
    plant = patch.cover.plant
    identity = str(_FIRST_ID + 2 * number) if number else CENTRE_ID
    area = round(ground.area_of(patch.outline) / 1e4, 2)
    return SampleParcel(identity, plant.name, plant.code, area, _outline(patch.outline))


def _outline(outline: ground.Polygon) -> Polygon:
    from shapely.geometry import Polygon

    corners = to_wgs84(Polygon([ground.to_utm(point) for point in outline]), TILE_GRID.epsg)
    return Polygon([(round(x, 8), round(y, 8)) for x, y in corners.exterior.coords])


def _middle(outline: ground.Polygon) -> ground.Point:
    us, vs = zip(*outline)
    return (min(us) + max(us)) / 2, (min(vs) + max(vs)) / 2


def _in_picture(outline: ground.Polygon) -> bool:
    left, bottom, right, top = TILE_GRID.bounds
    points = [ground.to_utm(point) for point in outline]
    return all(left < x < right and bottom < y < top for x, y in points)
