"""The built-in archive read by another library than the product's own."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

from cbm_chips.core.model import Grid
from cbm_chips.core.projection import to_grid_crs
from cbm_chips.core.scenes.grids import centres_inside

rasterio = pytest.importorskip("rasterio")


def items(catalog: Path, collection: str = "sentinel-2-c1-l2a") -> list[dict]:
    """The items as linked from the collection."""
    path = catalog.parent / collection / "collection.json"
    links = json.loads(path.read_text())["links"]
    hrefs = [path.parent / link["href"] for link in links if link["rel"] == "item"]
    return [json.loads(href.read_text()) for href in hrefs]


def of_day(catalog: Path, day: str, tile: str = "MGRS-31UFU") -> dict:
    """The first product of a day."""
    return next(
        item
        for item in items(catalog)
        if item["properties"]["datetime"].startswith(day)
        and item["properties"]["grid:code"] == tile
    )


def file_of(catalog: Path, item: dict, key: str) -> Path:
    folder = catalog.parent / item["collection"] / item["id"]
    return folder / item["assets"][key]["href"]


def read(catalog: Path, item: dict, key: str) -> tuple[np.ndarray, Grid]:
    """The whole band and its grid."""
    return _read(file_of(catalog, item, key))


@lru_cache(maxsize=64)
def _read(path: Path) -> tuple[np.ndarray, Grid]:
    with rasterio.open(path) as dataset:
        at = dataset.transform
        grid = Grid(dataset.crs.to_epsg(), at.c, at.f, at.a, dataset.width, dataset.height)
        return dataset.read(1), grid


def reflectance(catalog: Path, item: dict, key: str):
    dn, grid = read(catalog, item, key)
    band = item["assets"][key]["raster:bands"][0]
    return np.where(dn > 0, dn * band["scale"] + band["offset"], np.nan), grid


def ndvi_of(catalog: Path, item: dict, outline) -> float:
    """Mean NDVI of the pixels inside an outline in EPSG:4326."""
    red, grid = reflectance(catalog, item, "red")
    nir, _ = reflectance(catalog, item, "nir")
    inside = centres_inside(to_grid_crs(outline, grid.epsg), grid)
    return float(((nir - red) / (nir + red))[inside].mean())
