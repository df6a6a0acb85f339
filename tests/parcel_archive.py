"""A made archive of small tiles in two UTM zones, and the same ground as plain arrays."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.transform import Affine

from cbm_chips.core.projection import to_wgs84
from tests.stac_items import a_c1_item

KEYS = {"B04": "red", "B08": "nir", "B11": "swir16", "SCL": "scl"}
SIZES_M = {"B04": 10, "B08": 10, "B11": 20, "SCL": 20}
SCL_SEEN = np.array([0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13], np.uint8)
CLEAR_SCL = (2, 4, 5, 6, 7, 11)
OFFSET = -0.1
MADE = "20230601T101112"


@dataclass(frozen=True)
class MadeTile:
    """One tile: a piece of the ground of its zone."""

    name: str
    epsg: int
    left: int
    top: int
    size_m: int = 2400

    @property
    def bounds(self) -> tuple[int, int, int, int]:
        """Left, bottom, right, top."""
        return (self.left, self.top - self.size_m, self.left + self.size_m, self.top)


WEST = MadeTile("31UGU", 32631, 700_000, 5_843_000)
MIDDLE = MadeTile("31UHU", 32631, 701_900, 5_843_000)
EAST = MadeTile("32ULD", 32632, 298_100, 5_843_000)
TILES = (WEST, MIDDLE, EAST)
"""West and middle overlap by 500 m; the zones meet at x = 702 700 of the one."""


@dataclass(frozen=True)
class Ground:
    """What lies under the tiles of a zone on one date: pixels of `size_m` from the upper left."""

    epsg: int
    left: int
    top: int
    seed: int
    across_m: int = 4800
    down_m: int = 2400

    @cached_property
    def bands(self) -> dict[str, Any]:
        """Band -> DN; some pixels of each band hold no data, and clouds lie about in patches."""
        rng = np.random.default_rng(self.seed)
        found = {}
        for band, size in SIZES_M.items():
            shape = (self.down_m // size, self.across_m // size)
            if band == "SCL":
                coarse = rng.choice(SCL_SEEN, [-(-count // 6) for count in shape])
                grown = coarse.repeat(6, axis=0).repeat(6, axis=1)[: shape[0], : shape[1]]
                found[band] = np.where(rng.random(shape) < 0.6, grown, 4).astype(np.uint8)
            else:
                dn = rng.integers(1001, 6000, shape, dtype=np.uint16)
                found[band] = np.where(rng.random(shape) < 0.03, 0, dn).astype(np.uint16)
        return found

    def cut(self, tile: MadeTile, band: str) -> Any:
        """The part under a tile."""
        size = SIZES_M[band]
        row, col = (self.top - tile.top) // size, (tile.left - self.left) // size
        count = tile.size_m // size
        return self.bands[band][row : row + count, col : col + count]

    def transform(self, band: str) -> Affine:
        """Of the whole ground."""
        return Affine(SIZES_M[band], 0, self.left, 0, -SIZES_M[band], self.top)


@cache
def ground_of(epsg: int, date: int) -> Ground:
    """The ground of a zone on the date of that number."""
    left = min(tile.left for tile in TILES if tile.epsg == epsg)
    return Ground(epsg, left, TILES[0].top, seed=epsg * 100 + date)


def write_archive(root: Path, *, dates: int = 3, block_px: int = 64) -> Path:
    """A static catalogue of all tiles; its path."""
    links = []
    with rasterio.Env():  # else there is a new one for each file
        for date, tile in product(range(dates), TILES):
            name = f"S2A_T{tile.name}_202203{5 + 10 * date:02}T103210_L2A"
            (root / name).mkdir(parents=True)
            _write_files(root / name, tile, ground_of(tile.epsg, date), block_px)
            (root / f"{name}.json").write_text(json.dumps(_item(name, tile, 5 + 10 * date)))
            links.append({"rel": "item", "href": f"./{name}.json"})
    path = root / "catalog.json"
    head = {"type": "Catalog", "stac_version": "1.0.0", "id": "parcels", "description": "parcels"}
    path.write_text(json.dumps({**head, "links": links}))
    return path


def _write_files(folder: Path, tile: MadeTile, ground: Ground, block_px: int) -> None:
    for band, size in SIZES_M.items():
        values = ground.cut(tile, band)
        profile = {
            "driver": "GTiff",
            "width": values.shape[1],
            "height": values.shape[0],
            "count": 1,
            "dtype": values.dtype.name,
            "crs": f"EPSG:{tile.epsg}",
            "transform": Affine(size, 0, tile.left, 0, -size, tile.top),
            "tiled": True,
            "blockxsize": block_px,
            "blockysize": block_px,
            "compress": "deflate",
            "predictor": 2,
            "nodata": 0,
        }
        with rasterio.open(folder / f"{band}.tif", "w", **profile) as file:
            file.write(values, 1)


def _item(name: str, tile: MadeTile, day: int) -> dict[str, Any]:
    when = f"202203{day:02}T103"
    from shapely.geometry import box, mapping

    outline = to_wgs84(box(*tile.bounds), tile.epsg)
    item = a_c1_item(
        name,
        properties={
            "datetime": f"2022-03-{day:02}T10:36:34Z",
            "grid:code": f"MGRS-{tile.name}",
            "proj:epsg": tile.epsg,
            "s2:datatake_id": f"GS2A_{when}021_024564_N05.00",
            "s2:datastrip_id": f"S2A_OPER_MSI_L2A_DS_S2RP_{MADE}_S{when}210_N05.00",
            "s2:product_uri": f"S2A_MSIL2A_{when}021_N0500_R108_T{tile.name}_{MADE}.SAFE",
            "s2:nodata_pixel_percentage": 0,
            "sat:relative_orbit": 108,
        },
        geometry=mapping(outline),
        bbox=list(outline.bounds),
    )
    kept = {}
    for band, key in KEYS.items():
        size = SIZES_M[band]
        count = tile.size_m // size
        placed = {
            "href": f"./{name}/{band}.tif",
            "proj:shape": [count, count],
            "proj:transform": [
                float(size),
                0.0,
                float(tile.left),
                0.0,
                -float(size),
                float(tile.top),
            ],
        }
        kept[key] = {**item["assets"][key], **placed}
    return {**item, "assets": kept}


def a_square(tile=WEST, x_m=500, y_m=500, side_m=100):
    """A parcel in EPSG:4326, by its distance from the tile's upper left corner."""
    from shapely.geometry import box

    left, top = tile.left + x_m, tile.top - y_m
    return to_wgs84(box(left, top - side_m, left + side_m, top), tile.epsg)


def same(table, other) -> bool:
    """Two tables are the same to the last digit."""
    return table.types == other.types and all(
        np.array_equal(table.columns[name], other.columns[name], equal_nan=kind is float)
        for name, kind in table.types.items()
    )
