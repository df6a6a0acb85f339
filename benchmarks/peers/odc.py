"""odc-stac: `load` with GDAL's cloud settings into dask, computed by threads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.task import Task, Wanted, Way, contend

if TYPE_CHECKING:
    import pystac
    from odc.geo.geobox import GeoBox

    from benchmarks.task import Piece

THREADS = 32
TYPES = {
    "*": {
        "assets": {
            "*": {"data_type": "uint16", "nodata": 0},
            "SCL": {"data_type": "uint8", "nodata": 0},
        }
    }
}
"""Else it takes the files for float32."""


def _read(task: Task) -> Iterator[Piece]:
    """One `load` for each resolution: a load has one grid, and pixels shall not be resampled."""
    import dask
    from odc.stac import configure_rio, load

    configure_rio(cloud_defaults=True, CPL_VSIL_CURL_ALLOWED_EXTENSIONS=".tif")
    items, first_day = _items(task), task.days[0]
    chips = [one for one in task.wanted if one.day == first_day]
    loads = []
    for resolution_m in sorted({one.resolution_m for one in chips}):
        alike = [one for one in chips if one.resolution_m == resolution_m]
        bands = [one.band for one in alike]
        how = {"chunks": {}, "groupby": "id", "stac_cfg": TYPES}
        loads.append(load(items, bands, geobox=_geobox(alike[0]), **how))
    for cube in dask.compute(*loads, scheduler="threads", num_workers=THREADS):
        for band, series in cube.data_vars.items():
            for moment, pixels in zip(series.time.values, series.values):
                yield str(moment)[:10], str(band), pixels


def _items(task: Task) -> list[pystac.Item]:
    """The items of the task's days, assets by band."""
    import pystac

    items = []
    for found in json.loads(Path(task.items).read_text(encoding="utf-8")):
        if found["properties"]["datetime"][:10] not in task.days:
            continue
        assets = {Path(asset["href"]).stem: asset for asset in found["assets"].values()}
        for asset in assets.values():
            asset["href"] = task.base + asset["href"]
        items.append(pystac.Item.from_dict({**found, "assets": assets}))
    return items


def _geobox(one: Wanted) -> GeoBox:
    from odc.geo.geobox import GeoBox

    return GeoBox.from_bbox(one.bounds, f"EPSG:{one.epsg}", resolution=one.resolution_m)


if __name__ == "__main__":
    modules = ("dask", "dask.array", "odc.stac", "pystac", "rasterio")
    contend({"dask": Way(_read, modules)})
