"""Made items whose files hold known reflectance, and the chips that come of them."""

from __future__ import annotations

import json

import numpy as np

from cbm_chips.core import ChipRequest, extract_chips, open_source
from tests.builders import write_tile

RED, NEAR = 0.0745, 0.3
TIFF = "image/tiff; application=geotiff"


def reflectance(base, px=256):
    """Between base and base + 0.03, rising to the right and downwards."""
    rows, cols = np.mgrid[0:px, 0:px]
    return base + (rows + 2 * cols) % 97 * 0.0003


def on_the_place(folder, band, values, **profile):
    return write_tile(folder / f"{band}.tif", values, resolution_m=10.0, **profile)


def an_item(folder, files, *, name="made", baseline="02.14", more=None, scl=4, **properties):
    """An item whose files have just been written; `more`: band (or *) -> fields of its asset."""
    classes = np.full((128, 128), scl, np.uint8)
    files = {**files, "SCL": write_tile(folder / "SCL.tif", classes, resolution_m=20.0)}
    more = more or {}
    assets = {
        band: {"href": str(path), "type": TIFF, **more.get(band, more.get("*", {}))}
        for band, path in files.items()
    }
    told = {
        "datetime": "2022-06-04T10:50:31Z",
        "platform": "sentinel-2a",
        "proj:epsg": 32631,
        "s2:processing_baseline": baseline,
        **properties,
    }
    box = [[4.0, 52.5], [6.5, 52.5], [6.5, 54.0], [4.0, 54.0], [4.0, 52.5]]
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": name,
        "collection": "made-sentinel-2-l2a",
        "geometry": {"type": "Polygon", "coordinates": [box]},
        "properties": {key: value for key, value in told.items() if value is not None},
        "assets": assets,
        "links": [],
    }


def ask(folder, place, *items, head=None):
    links = []
    for number, item in enumerate(items):
        (folder / f"{number}.json").write_text(json.dumps(item))
        links.append({"rel": "item", "href": f"./{number}.json"})
    root = {"type": "Catalog", "stac_version": "1.0.0", "id": "made", "description": "made"}
    catalog = folder / "catalog.json"
    catalog.write_text(json.dumps({**root, **(head or {}), "links": links}))
    request = ChipRequest(
        place, start="2022-06-01", end="2022-06-30", bands=("B04", "B08", "SCL"), size_m=640
    )
    with open_source(str(catalog)) as source:
        found = list(extract_chips(request, source, cache=None))
    return sorted(found, key=lambda one: one.scene.id)


def one_date_each(folder, place, files, more, **told):
    """The chip of each way to describe the same files, by its name."""
    items = [
        an_item(
            folder, files, name=name, more=assets, datetime=f"2022-06-{day:02}T10:50:31Z", **told
        )
        for day, (name, assets) in enumerate(more.items(), start=1)
    ]
    return {chip.scene.id: chip for chip in ask(folder, place, *items)}


def mean(chip, band):
    scale, offset = chip.scales[band]
    values = chip.bands[band].astype(np.float64)
    return float((values[values != 0] * scale + offset).mean())


def stored(pair, dtype):
    """Both bands as numbers that the pair turns into reflectance."""
    scale, offset = pair
    numbers = {
        "B04": (reflectance(0.06) - offset) / scale,
        "B08": (reflectance(0.3) - offset) / scale,
    }
    if np.dtype(dtype).kind != "f":
        numbers = {band: np.rint(values) for band, values in numbers.items()}
    return {band: values.astype(dtype) for band, values in numbers.items()}


def written(folder, pair, dtype):
    folder.mkdir(parents=True, exist_ok=True)
    return {b: on_the_place(folder, b, values) for b, values in stored(pair, dtype).items()}
