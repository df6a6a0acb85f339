"""The parcels beside a table: GeoJSON, or GeoParquet where the table is Parquet.

GeoParquet 1.1 (https://geoparquet.org/releases/v1.1.0) with a row group for each tile and a
column of boxes, so that who looks for a place reads that part alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ...array_lists import as_list
from ...outputs.atomic_write import replacing
from ...projection import projjson_of
from ..outlines.layer import Parcels
from .table_files import PARQUET

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..planning.plan import ParcelPlan

MOST_ROWS = 50_000
"""In a row group."""
SIDES = ("xmin", "ymin", "xmax", "ymax")


def outlines_path(table: Path) -> Path:
    """Beside a table."""
    is_parquet = table.suffix.lower() == PARQUET
    return table.with_name(f"{table.name}.parcels{PARQUET if is_parquet else '.geojson'}")


def write_outlines(plan: ParcelPlan, table: Path) -> None:
    """The outlines in their own CRS, with their number in the layer, their id and their tile.

    Raises:
        WriteError: when they can't be written.
    """
    path = outlines_path(table)
    if path.suffix == PARQUET:
        _write_geoparquet(plan, path)
    else:
        _write_geojson(plan.parcels, path)


def read_outlines(table: Path, crs: str) -> Parcels:
    """What `write_outlines` has written, in the order of the layer.

    Raises:
        OSError, ValueError, KeyError, TypeError: for anything else.
    """
    path = outlines_path(table)
    if not path.is_file():  # of a version that wrote GeoJSON in any case
        path = table.with_name(f"{table.name}.parcels.geojson")
    if path.suffix == PARQUET:
        return Parcels.of(_geoparquet_rows(path), crs)
    outlines = json.loads(path.read_text("utf-8"))
    rows = [(one["properties"]["id"], one["geometry"]) for one in outlines["features"]]
    return Parcels.of(rows, crs)


def _write_geojson(parcels: Parcels, path: Path) -> None:
    """Its old member `crs` names the CRS."""
    has_outline = np.diff(parcels.parcel_starts) > 0
    with replacing(path) as beside, beside.open("w", encoding="utf-8") as file:
        crs = {"type": "name", "properties": {"name": parcels.crs}}
        file.write(f'{{"type": "FeatureCollection", "crs": {json.dumps(crs)}, "features": [')
        for number, name in enumerate(parcels.ids):
            geometry = _geometry(parcels, number) if has_outline[number] else None
            told = {"number": number, "id": name}
            feature = {"type": "Feature", "properties": told, "geometry": geometry}
            file.write(("," if number else "") + "\n" + json.dumps(feature, ensure_ascii=False))
        file.write("\n]}\n")


def _geometry(parcels: Parcels, number: int) -> dict[str, Any]:
    polygons: list[list[Any]] = []
    for ring in parcels.rings_of(number):
        points = as_list(parcels.ring(ring))
        if parcels.ring_is_hole[ring]:
            polygons[-1].append(points)
        else:
            polygons.append([points])
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def _write_geoparquet(plan: ParcelPlan, path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    box = pa.struct([(side, pa.float64()) for side in SIDES])
    columns = [("number", pa.int64()), ("id", pa.string()), ("tile", pa.string())]
    schema = pa.schema(
        [*columns, ("bbox", box), ("geometry", pa.binary())], {"geo": json.dumps(_about(plan))}
    )
    with replacing(path) as beside, pq.ParquetWriter(beside, schema) as writer:
        for tile, numbers in _by_tile(plan):
            rows = [_row(plan.parcels, number, tile) for number in as_list(numbers)]
            writer.write_table(
                pa.Table.from_pylist(rows, schema=schema), row_group_size=max(len(rows), 1)
            )


def _about(plan: ParcelPlan) -> dict[str, Any]:
    points = plan.parcels.points
    about: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": ["Polygon", "MultiPolygon"],
        "crs": projjson_of(plan.parcels.crs),
        "covering": {"bbox": {side: ["bbox", side] for side in SIDES}},
    }
    if len(points):
        about["bbox"] = [*as_list(points.min(axis=0)), *as_list(points.max(axis=0))]
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": about}}


def _by_tile(plan: ParcelPlan) -> Iterator[tuple[str | None, NDArray[np.int64]]]:
    """The parcels of each tile, in parts of `MOST_ROWS`; at the end those of none."""
    tiles = np.full(len(plan.parcels), "", object)
    for piece in plan.pieces:
        tiles[piece.numbers] = piece.tile.name
    for tile in sorted(set(as_list(tiles)), key=lambda name: (not name, name)):
        numbers = np.flatnonzero(tiles == tile)
        for start in range(0, len(numbers), MOST_ROWS):
            yield tile or None, numbers[start : start + MOST_ROWS]


def _row(parcels: Parcels, number: int, tile: str | None) -> dict[str, Any]:
    known = {"number": number, "id": parcels.ids[number], "tile": tile}
    if not len(parcels.rings_of(number)):
        return {**known, "bbox": None, "geometry": None}
    outline = parcels.outline(number)
    return {**known, "bbox": dict(zip(SIDES, outline.bounds)), "geometry": outline.wkb}


def _geoparquet_rows(path: Path) -> Iterator[tuple[str, Any]]:
    import pyarrow.parquet as pq
    from pyarrow.lib import ArrowException

    try:
        told = pq.read_table(path, columns=["number", "id", "geometry"]).sort_by("number")
    except ArrowException as error:
        raise ValueError(f"{path.name} can't be read: {error}") from error
    yield from zip(told.column("id").to_pylist(), told.column("geometry").to_pylist())
