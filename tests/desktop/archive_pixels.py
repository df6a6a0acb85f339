"""What the archive's own files hold, read without any of the product's code."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

import numpy as np
import rasterio


@lru_cache(maxsize=4)
def items_by_id(archive: Path) -> dict[str, tuple[Path, dict]]:
    """Scene id -> the item's file and content."""
    found = {}
    for path in archive.rglob("*.json"):
        content = json.loads(path.read_text())
        if content.get("type") == "Feature":
            found[content["id"]] = (path, content)
    return found


def band_file(archive: Path, scene_id: str, band: str) -> Path:
    return items_by_id(archive)[scene_id][0].parent / f"{band}.tif"


def window_of(archive: Path, scene_id: str, band: str, bounds: tuple) -> np.ndarray:
    """The band's pixels within `bounds` (left, bottom, right, top), 0 beyond the file."""
    pixels, to_pixels = _whole(band_file(archive, scene_id, band))
    left, top = (round(one) for one in to_pixels * (bounds[0], bounds[3]))
    right, bottom = (round(one) for one in to_pixels * (bounds[2], bounds[1]))
    found = np.zeros((bottom - top, right - left), pixels.dtype)
    inside = pixels[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)]
    row, column = max(-top, 0), max(-left, 0)
    found[row : row + inside.shape[0], column : column + inside.shape[1]] = inside
    return found


@lru_cache(maxsize=64)
def _whole(path: Path) -> tuple[np.ndarray, rasterio.Affine]:
    """A file's pixels, and the way from metres to its columns and rows."""
    with rasterio.open(path) as file:
        return file.read(1), ~file.transform


def scene_and_content(path: Path) -> tuple[str, str]:
    """`<YYYYMMDDTHHMMSS>_<scene>.<content>.tif` taken apart."""
    scene, _, content = path.name[16 : -len(".tif")].rpartition(".")
    return scene, content


def assert_same_pixels(archive: Path, path: Path) -> None:
    """Every pixel of a band's GeoTIFF equals the archive's, on the very same ground."""
    scene_id, band = scene_and_content(path)
    with rasterio.open(path) as chip, rasterio.open(band_file(archive, scene_id, band)) as file:
        assert chip.crs == file.crs
        assert chip.res == file.res
        assert chip.dtypes == file.dtypes
        steps = (np.array(chip.bounds[:2]) - np.array(file.bounds[:2])) / file.res
        assert (steps == steps.round()).all()
        values = chip.read(1)
    expected = window_of(archive, scene_id, band, chip.bounds)
    np.testing.assert_array_equal(values, expected, err_msg=path.name)
