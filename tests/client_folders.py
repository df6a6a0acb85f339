"""Folders as the original CbM client leaves them, made here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Union

import numpy as np
import rasterio
from rasterio.transform import Affine
from shapely.geometry import box, mapping

from cbm_chips.core import Chip, ChipRequest, FailedChip, extract_chips, open_source
from cbm_chips.core.sources.client_folder.opened_folder import open_folder
from tests.builders import LEFT, TOP

OUTLINE = box(5.6622, 52.6922, 5.6662, 52.6962)
DAYS = ("20190602T104031", "20190617T104029", "20190625T105031")
SIZE_PX = 129
GROUND = (LEFT + 79_400.0, TOP - 57_820.0)
"""Left and top of the chips: around the outline."""
_CHIPS: dict[tuple[object, ...], bytes] = {}
"""Equal chips have equal bytes; tests make the same ones again and again."""


def product(label: str, baseline: str = "N0212", tile: str = "T31UFU") -> str:
    return f"S2A_MSIL2A_{label}_{baseline}_R008_{tile}_{label}"


def write_chip(
    path: Path, values, *, resolution_m: float, epsg: int = 32631, ground=GROUND
) -> Path:
    """As the service makes them: plain, no nodata tag, one band."""
    path.parent.mkdir(parents=True, exist_ok=True)
    key = (values.tobytes(), values.dtype, values.shape, resolution_m, epsg, ground)
    if key in _CHIPS:
        path.write_bytes(_CHIPS[key])
        return path
    height, width = values.shape
    profile = {"driver": "GTiff", "count": 1, "width": width, "height": height}
    transform = Affine(resolution_m, 0, ground[0], 0, -resolution_m, ground[1])
    with rasterio.open(
        path, "w", dtype=values.dtype.name, crs=f"EPSG:{epsg}", transform=transform, **profile
    ) as file:
        file.write(values, 1)
    _CHIPS[key] = path.read_bytes()
    return path


def chip_values(seed: int, size_px: int = SIZE_PX, dtype="uint16"):
    """DN with a row and a column of zeros, as the service has them."""
    values = np.random.default_rng(seed).integers(200, 4000, (size_px, size_px)).astype(dtype)
    values[0, :] = 0
    values[:, -1] = 0
    return values


def scl_values(code: int, size_px: int = 65):
    values = np.full((size_px, size_px), code, "uint8")
    values[-1, :] = 0
    values[:, -1] = 0
    return values


def write_list(folder: Path, band: str, rows: list[tuple[str, str]]) -> Path:
    """`rows`: dates and chips, as pandas writes them."""
    lines = [",dates,chips", *(f"{n},{date},{chip}" for n, (date, chip) in enumerate(rows))]
    path = folder / "chip_images" / f"images_list.{band}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def path_on_server(label: str, band: str) -> str:
    return f"/static/tmp/E5_66N52_69_LEVEL2A_1280_{band}/{product(label)}.{band}.tif"


def write_folder(root: Path, bands=("B04", "B08"), *, scl=(9, 4, 4)) -> Path:
    """Three dates of a parcel; `scl` is the class of each, none for no SCL."""
    root.mkdir(parents=True, exist_ok=True)
    info = {
        "pid": [root.name],
        "cropname": ["Grassland"],
        "cropcode": ["265"],
        "srid": [28992],
        "area": [74800],
        "clon": [5.6642],
        "clat": [52.6942],
        "geom": [json.dumps(mapping(OUTLINE))],
    }
    (root / "info.json").write_text(json.dumps(info))
    images = root / "chip_images"
    for at, band in enumerate(bands):
        for seed, label in enumerate(DAYS):
            file = images / f"{product(label)}.{band}.tif"
            write_chip(file, chip_values(10 * at + seed), resolution_m=10.0)
        write_list(root, band, [(label, path_on_server(label, band)) for label in DAYS])
    for label, code in zip(DAYS, scl):
        write_chip(images / f"{product(label)}.SCL.tif", scl_values(code), resolution_m=20.0)
    if scl:
        write_list(root, "SCL", [(label, path_on_server(label, "SCL")) for label in DAYS])
    return root


def dates_of(folder: Path, bands=("B04", "B08"), **others) -> dict[str, Union[Chip, FailedChip]]:
    """Every date of it, by label; as the dock asks for them."""
    opened = open_folder(folder)
    request = ChipRequest(opened.place, opened.first, opened.last, bands, opened.size_m, **others)
    with open_source(opened.source) as source:
        found = list(extract_chips(request, source, cache=None))
    return {one.scene.label or one.scene.id: one for one in found}
