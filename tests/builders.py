"""Made data for tests: every argument has a default, a test names only what it is about."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import rasterio
from rasterio.transform import Affine

from cbm_chips.core.model import ChipRequest, Grid, Place, Scene

DATATAKE = "S2A_20200305T103021"
STRIP = "20200305T103210"
TILE_M = 109_800
LEFT, TOP = 600_000.0, 5_900_040.0
"""Upper left corner of tile 31UFU."""
BLOCK_PX = 128
LARGEST_KEPT_BYTES = 1 << 20
_TILES: dict[tuple[object, ...], bytes] = {}
"""Files of the same values and settings have the same bytes; tests make most of them many times."""


def utc(text: str) -> datetime:
    """`2020-03-05T10:32:15` as an aware datetime."""
    return datetime.fromisoformat(text).replace(tzinfo=timezone.utc)


def a_scene(id="S2A_31UFU_20200305_0_L2A", acquired="2020-03-05T10:36:34", **others) -> Scene:
    """A scene of tile 31UFU, as full as a scene can be; its bounds are the tile's true ones."""
    fields = {
        "platform": "S2A",
        "tile": "31UFU",
        "epsg": 32631,
        "baseline": (5, 0),
        "relative_orbit": 108,
        "provider": "earth-search",
        "collection": "sentinel-2-c1-l2a",
        "datatake": DATATAKE,
        "strip": STRIP,
        "tile_bounds": tile_at(600_000, 5_900_040),
        **others,
    }
    when = utc(acquired) if isinstance(acquired, str) else acquired
    return Scene(id=id, acquired=when, **fields)


def tile_at(left, top):
    """Bounds of an MGRS tile by its upper left corner."""
    return (left, top - TILE_M, left + TILE_M, top)


def a_grid(left=650_000.0, top=5_850_000.0, size_m=1280, epsg=32631) -> Grid:
    """10 m pixels; by default in the middle of tile 31UFU."""
    return Grid(epsg, left, top, 10.0, size_m // 10, size_m // 10)


def a_request(lon=5.2, lat=52.78, **others) -> ChipRequest:
    """Two weeks of red and near infrared within tile 31UFU."""
    fields = {"start": "2020-03-01", "end": "2020-03-14", "bands": ("B04", "B08", "SCL"), **others}
    return ChipRequest(Place(lon=lon, lat=lat), **fields)


def write_tile(path: Path, values, *, resolution_m=10.0, epsg=32631, **profile) -> Path:
    """A tiled GeoTIFF of the upper left of tile 31UFU, or of as much as `values` cover."""
    height, width = values.shape
    settings = {
        "width": width,
        "height": height,
        "count": 1,
        "dtype": values.dtype.name,
        "crs": f"EPSG:{epsg}" if epsg else None,
        "transform": Affine(resolution_m, 0, LEFT, 0, -resolution_m, TOP),
        "tiled": True,
        "blockxsize": BLOCK_PX,
        "blockysize": BLOCK_PX,
        "compress": "deflate",
        **profile,
    }
    key = (values.tobytes(), values.dtype, repr(settings))
    if key in _TILES:
        Path(path).write_bytes(_TILES[key])
        return path
    with rasterio.open(path, "w", driver="GTiff", **settings) as file:
        file.write(values, 1)
    if values.nbytes <= LARGEST_KEPT_BYTES:
        _TILES[key] = Path(path).read_bytes()
    return path
