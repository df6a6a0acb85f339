"""The sample's STAC documents, in the dialect of Earth Search's collection 1."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..model import Grid
from ..projection import to_wgs84
from ..sentinel2.bands import BANDS, DEFAULT_SCALE, Band
from ..sentinel2.second_opinion import CLOUD_PROBABILITY
from .image import swath_edge
from .passes import Product

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from shapely.geometry import Polygon

Json = dict[str, Any]

COLLECTIONS = {"LEVEL2A": "sentinel-2-c1-l2a", "LEVEL1C": "sentinel-2-l1c"}
_TITLES = {"LEVEL2A": "Sentinel-2 Level-2A", "LEVEL1C": "Sentinel-2 Level-1C"}
_COG = "image/tiff; application=geotiff; profile=cloud-optimized"
_MADE_UP = "Made-up pictures in the form of Sentinel-2 products, to try things without a network."
_STAC = "https://stac-extensions.github.io"
_SCL_SHARES = {
    2: "s2:dark_features_percentage",
    3: "s2:cloud_shadow_percentage",
    4: "s2:vegetation_percentage",
    5: "s2:not_vegetated_percentage",
    6: "s2:water_percentage",
    7: "s2:unclassified_percentage",
    8: "s2:medium_proba_clouds_percentage",
    9: "s2:high_proba_clouds_percentage",
    10: "s2:thin_cirrus_percentage",
    11: "s2:snow_ice_percentage",
}


def bands_of(level: str) -> list[Band]:
    """The bands a product of this level has, and the cloud probability."""
    bands = [band for band in BANDS.values() if level in band.levels]
    return [*bands, BANDS[CLOUD_PROBABILITY]] if level == "LEVEL2A" else bands


def write_json(path: Path, document: Json) -> None:
    """The same document gives the same bytes."""
    path.write_bytes((json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode())


def item(product: Product, scl: NDArray[np.generic], sizes: Mapping[str, int]) -> Json:
    """The item of a product.

    Args:
        product: what it describes.
        scl: the product's classes at 20 m; for LEVEL1C those of its LEVEL2A twin.
        sizes: bytes of each band's file.
    """
    footprint = _footprint(product)
    version = "2.0.0" if product.has_proj_code else "1.1.0"
    extensions = ("eo/v1.1.0", "raster/v1.1.0", "grid/v1.1.0", "file/v2.1.0", "view/v1.0.0")
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "stac_extensions": [
            f"{_STAC}/{name}/schema.json" for name in (*extensions, f"projection/v{version}")
        ],
        "id": product.id,
        "collection": COLLECTIONS[product.level],
        "geometry": {"type": "Polygon", "coordinates": [_ring(footprint)]},
        "bbox": [round(value, 7) for value in footprint.bounds],
        "properties": {**_properties(product), **_shares(product, scl)},
        "links": [
            _link("root", "../../catalog.json"),
            _link("parent", "../collection.json"),
            _link("collection", "../collection.json"),
        ],
        "assets": {
            band.common_name: _asset(product, band, sizes[band.name])
            for band in bands_of(product.level)
        },
    }


def collection(level: str, items: Iterable[Json]) -> Json:
    """A collection with links to its items."""
    members = list(items)
    boxes = list(zip(*(member["bbox"] for member in members)))
    times = sorted(member["properties"]["datetime"] for member in members)
    name = COLLECTIONS[level]
    return {
        "type": "Collection",
        "stac_version": "1.0.0",
        "id": name,
        "title": f"{_TITLES[level]} (sample)",
        "description": _MADE_UP,
        "license": "CC0-1.0",
        "extent": {
            "spatial": {"bbox": [[min(boxes[0]), min(boxes[1]), max(boxes[2]), max(boxes[3])]]},
            "temporal": {"interval": [[times[0], times[-1]]]},
        },
        "links": [
            _link("root", "../catalog.json"),
            _link("parent", "../catalog.json"),
            *(_link("item", f"./{m['id']}/{m['id']}.json", _GEOJSON) for m in members),
        ],
    }


def catalog() -> Json:
    """The entrance."""
    return {
        "type": "Catalog",
        "stac_version": "1.0.0",
        "id": "cbm-chips-sample",
        "title": "CbM Chips sample",
        "description": _MADE_UP,
        "links": [
            _link("root", "./catalog.json"),
            *(_link("child", f"./{name}/collection.json") for name in COLLECTIONS.values()),
        ],
    }


_GEOJSON = "application/geo+json"


def _link(rel: str, href: str, media: str = "application/json") -> Json:
    return {"rel": rel, "href": href, "type": media}


def _properties(product: Product) -> Json:
    pass_, uri = product.acquisition, product.uri
    base = f"N{product.baseline[0]:02d}.{product.baseline[1]:02d}"
    kind = "L1C" if product.level == "LEVEL1C" else "L2A"
    stem = f"{pass_.platform}_OPER_MSI_{kind}"
    made = f"{product.generated:%Y%m%dT%H%M%S}"
    projection: Json = (
        {"proj:code": f"EPSG:{product.grid.epsg}"}
        if product.has_proj_code
        else {"proj:epsg": product.grid.epsg}
    )
    return {
        "created": _iso(product.generated),
        "updated": _iso(product.generated),
        "datetime": _iso(pass_.acquired),
        "platform": pass_.platform.replace("S2", "sentinel-2").lower(),
        "constellation": "sentinel-2",
        "instruments": ["msi"],
        **projection,
        "mgrs:utm_zone": int(product.tile[:2]),
        "mgrs:latitude_band": product.tile[2],
        "mgrs:grid_square": product.tile[3:],
        "grid:code": f"MGRS-{product.tile}",
        "s2:product_type": f"S2MSI{kind[1:]}",
        "s2:processing_baseline": base[1:],
        "s2:product_uri": uri,
        "s2:generation_time": _iso(product.generated),
        "s2:datatake_id": f"G{pass_.platform}_{pass_.take:%Y%m%dT%H%M%S}"
        f"_{pass_.absolute_orbit:06d}_{base}",
        "s2:datatake_type": "INS-NOBS",
        "s2:datastrip_id": f"{stem}_DS_2BPS_{made}_S{pass_.strip:%Y%m%dT%H%M%S}_{base}",
        "s2:granule_id": f"{stem}_TL_2BPS_{made}"
        f"_A{pass_.absolute_orbit:06d}_T{product.tile}_{base}",
        "s2:sequence": str(product.sequence),
    }


def _shares(product: Product, scl: NDArray[np.generic]) -> Json:
    """Cloud cover and class shares in per cent of the pixels with data."""
    counts = {code: int((scl == code).sum()) for code in range(12)}
    valid = max(1, scl.size - counts[0])
    cloudy = 100 * (counts[8] + counts[9] + counts[10]) / valid
    shares: Json = {
        "eo:cloud_cover": round(cloudy, 6),
        "s2:nodata_pixel_percentage": round(100 * counts[0] / scl.size, 6),
    }
    if product.level == "LEVEL2A":
        shares |= {name: round(100 * counts[code] / valid, 6) for code, name in _SCL_SHARES.items()}
    return shares


def _asset(product: Product, band: Band, size: int) -> Json:
    grid = product.grid_at(band.resolution_m)
    raster: Json = {"nodata": 0, "data_type": "uint16" if band.reflective else "uint8"}
    raster["spatial_resolution"] = band.resolution_m
    if band.reflective:
        raster |= {"bits_per_sample": 15, "scale": DEFAULT_SCALE, "offset": product.offset}
    asset: Json = {
        "href": f"./{band.name}.tif",
        "type": _COG,
        "title": f"{band.name} - {band.resolution_m}m",
        "gsd": band.resolution_m,
        "proj:shape": [grid.height_px, grid.width_px],
        "proj:transform": list(grid.transform),
        "raster:bands": [raster],
        "file:size": size,
        "roles": ["data", "reflectance"] if band.reflective else ["data"],
    }
    if band.wavelength_nm is not None:
        named = {"name": band.name, "common_name": band.common_name}
        asset["eo:bands"] = [{**named, "center_wavelength": band.wavelength_nm / 1000}]
    return asset


def _footprint(product: Product) -> Polygon:
    """Outline of the pixels with data, EPSG:4326."""
    from shapely.geometry import Polygon

    grid: Grid = product.grid
    top_left, bottom_left = grid.left, grid.left
    if product.acquisition.at_swath_edge:
        top_left, bottom_left = swath_edge(grid.top), swath_edge(grid.bottom)
    corners = [
        (top_left, grid.top),
        (bottom_left, grid.bottom),
        (grid.right, grid.bottom),
        (grid.right, grid.top),
    ]
    return to_wgs84(Polygon(corners), grid.epsg)


def _ring(polygon: Polygon) -> list[list[float]]:
    return [[round(x, 7), round(y, 7)] for x, y in polygon.exterior.coords]


def _iso(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
