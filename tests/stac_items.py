"""Made STAC items in the dialects of the catalogues; every argument has a default.

`properties` and `assets` given by a test are laid over the made ones; None takes one away.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]

COLOURS = {
    "B01": "coastal",
    "B02": "blue",
    "B03": "green",
    "B04": "red",
    "B05": "rededge1",
    "B06": "rededge2",
    "B07": "rededge3",
    "B08": "nir",
    "B8A": "nir08",
    "B09": "nir09",
    "B11": "swir16",
    "B12": "swir22",
    "SCL": "scl",
}
SIZES_M = {"B01": 60, "B02": 10, "B03": 10, "B04": 10, "B08": 10, "B09": 60}
EPSG, LEFT, TOP, TILE_M = 32631, 600_000, 5_900_040, 109_800
FOOTPRINT = {
    "type": "Polygon",
    "coordinates": [[[4.5, 52.2], [6.2, 52.2], [6.2, 53.3], [4.5, 53.3], [4.5, 52.2]]],
}
TIFF = "image/tiff; application=geotiff; profile=cloud-optimized"
JP2 = "image/jp2"


def a_c1_item(
    id="S2A_T31UFU_20200305T103210_L2A",
    *,
    collection="sentinel-2-c1-l2a",
    baseline="05.00",
    offset=-0.1,
    **others,
) -> Json:
    """Earth Search, Collection 1: colours as keys, a true offset on each asset."""
    properties = {
        "datetime": "2020-03-05T10:36:34.438000Z",
        "platform": "sentinel-2a",
        "constellation": "sentinel-2",
        "eo:cloud_cover": 12.5,
        "proj:epsg": EPSG,
        "grid:code": "MGRS-31UFU",
        "s2:processing_baseline": baseline,
        "s2:product_type": "S2MSI2A",
        "s2:product_uri": "S2A_MSIL2A_20200305T103021_N0500_R108_T31UFU_20230601T101112.SAFE",
        "s2:datatake_id": "GS2A_20200305T103021_024564_N05.00",
        "s2:datastrip_id": "S2A_OPER_MSI_L2A_DS_S2RP_20230601T101112_S20200305T103210_N05.00",
        "s2:generation_time": "2023-06-01T10:11:12.000000Z",
        "s2:nodata_pixel_percentage": 3.25,
        "s2:sequence": "0",
    }
    return _item(id, collection, properties, _c1_assets(id, offset), **others)


def _c1_assets(id: str, offset: float) -> Json:
    assets = {
        colour: {
            "href": f"https://files.example/c1/{id}/{band}.tif",
            "type": TIFF,
            "roles": ["data", "reflectance"],
            **_grid(SIZES_M.get(band, 20)),
            **_colour_bands(band),
            "raster:bands": [_raster(band, offset)],
        }
        for band, colour in COLOURS.items()
    }
    assets["visual"] = {
        "href": f"https://files.example/c1/{id}/TCI.tif",
        "type": TIFF,
        "roles": ["visual"],
        "eo:bands": [{"name": band, "common_name": COLOURS[band]} for band in ("B04", "B03")],
    }
    return assets


def an_es_l2a_item(
    id="S2A_31UFU_20200305_0_L2A", *, baseline="05.10", shifted=True, offset=-0.1, **others
) -> Json:
    """Earth Search, sentinel-2-l2a: the offset stated, whatever the pixels; JPEG 2000 twins."""
    item = a_c1_item(id, collection="sentinel-2-l2a", baseline=baseline, offset=offset)
    for band, colour in COLOURS.items():
        twin = {"href": f"s3://sentinel-s2-l2a/tiles/31/U/FU/{band}.jp2", "type": JP2}
        item["assets"][f"{colour}-jp2"] = {**item["assets"][colour], **twin}
    item["properties"]["earthsearch:boa_offset_applied"] = shifted
    return _changed(item, **others)


def a_pc_item(
    id="S2A_MSIL2A_20200305T103021_R108_T31UFU_20200912T211417",
    *,
    baseline="02.12",
    host="https://sentinel2l2a01.blob.core.windows.net/sentinel2-l2",
    **others,
) -> Json:
    """Planetary Computer: band names as keys, nothing about scale, offset or nodata."""
    assets = {
        band: {
            "href": f"{host}/31/U/FU/{id}/{band}.tif",
            "type": TIFF,
            "roles": ["data"],
            **_grid(SIZES_M.get(band, 20)),
        }
        for band in COLOURS
    }
    assets["tilejson"] = {"href": "https://made.example/tiles.json", "type": "application/json"}
    properties = {
        "datetime": "2020-03-05T10:30:21.024000Z",
        "platform": "Sentinel-2A",
        "eo:cloud_cover": 12.5,
        "proj:epsg": EPSG,
        "s2:mgrs_tile": "31UFU",
        "s2:processing_baseline": baseline,
        "s2:product_uri": "S2A_MSIL2A_20200305T103021_N0212_R108_T31UFU_20200912T211417.SAFE",
        "s2:datatake_id": "GS2A_20200305T103021_024564_N02.12",
        "s2:datastrip_id": "S2A_OPER_MSI_L2A_DS_ESRI_20200912T211418_S20200305T103210_N02.12",
        "s2:generation_time": "2020-09-12T21:14:17.030Z",
        "s2:nodata_pixel_percentage": 3.25,
        "sat:relative_orbit": 108,
    }
    return _item(id, "sentinel-2-l2a", properties, assets, **others)


def a_cdse_item(
    id="S2A_MSIL2A_20200305T103021_N0500_R108_T31UFU_20230601T101112", *, baseline="05.00", **others
) -> Json:
    """Copernicus: JPEG 2000 behind S3 keys, several sizes of a band, -0.1 on every asset."""
    copies = {"B02": (10, 20, 60), "B04": (20, 60, 10), "B08": (10,), "B8A": (60, 20)}
    copies = {**copies, "B01": (20, 60), "B11": (20, 60), "SCL": (60, 20)}
    assets = {}
    for band, sizes in copies.items():
        for size in sizes:
            told = {} if band == "SCL" else {"raster:scale": 0.0001, "raster:offset": -0.1}
            assets[f"{band}_{size}m"] = {
                "href": f"s3://eodata/Sentinel-2/MSI/L2A/{id}.SAFE/R{size}m/{band}_{size}m.jp2",
                "type": JP2,
                "gsd": size,
                "nodata": 0,
                "proj:code": f"EPSG:{EPSG}",
                "bands": [{"name": band, "eo:common_name": COLOURS[band]}],
                "alternate": {"https": {"href": "https://zipper.example/odata"}},
                **_grid(size),
                **told,
            }
    properties = {
        "datetime": "2020-03-05T10:30:21.024Z",
        "platform": "sentinel-2a",
        "constellation": "sentinel-2",
        "eo:cloud_cover": 12.5,
        "grid:code": "MGRS-31UFU",
        "product:type": "S2MSI2A",
        "processing:level": "L2",
        "processing:version": baseline,
        "processing:datetime": "2023-06-01T10:11:12.000000Z",
        "eopf:datatake_id": "GS2A_20200305T103021_024564_N05.00",
        "eopf:datastrip_id": "S2A_OPER_MSI_L2A_DS_S2RP_20230601T101112_S20200305T103210_N05.00",
        "sat:relative_orbit": 108,
        "statistics": {"nodata": 3.25},
    }
    return _item(id, "sentinel-2-l2a", properties, assets, **others)


def _item(id, collection, told, files, /, **others) -> Json:
    item = {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": id,
        "collection": collection,
        "geometry": FOOTPRINT,
        "bbox": [4.5, 52.2, 6.2, 53.3],
        "links": [],
        "properties": told,
        "assets": files,
    }
    return _changed(item, **others)


def _changed(
    item: Json, *, properties: Mapping[str, Any] = {}, assets: Mapping[str, Any] = {}, **others: Any
) -> Json:
    changed = {
        **item,
        **others,
        "properties": {**item["properties"], **properties},
        "assets": {**item["assets"], **assets},
    }
    for part in ("properties", "assets"):
        changed[part] = {key: value for key, value in changed[part].items() if value is not None}
    return changed


def _grid(size_m: int) -> Json:
    pixels = TILE_M // size_m
    return {
        "proj:shape": [pixels, pixels],
        "proj:transform": [float(size_m), 0.0, float(LEFT), 0.0, -float(size_m), float(TOP)],
    }


def _colour_bands(band: str) -> Json:
    if band == "SCL":
        return {}
    common = "rededge" if band in ("B05", "B06", "B07") else COLOURS[band]
    return {"eo:bands": [{"name": band, "common_name": common}]}


def _raster(band: str, offset: float) -> Json:
    told = {} if band == "SCL" else {"scale": 0.0001, "offset": offset}
    return {"nodata": 0, "data_type": "uint8" if band == "SCL" else "uint16", **told}
