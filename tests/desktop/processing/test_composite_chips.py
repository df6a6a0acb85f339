"""Composites inside QGIS, against percentiles of the archive's own files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from tests.desktop.archive_pixels import (
    items_by_id,
    scene_and_content,
    window_of,
)
from tests.desktop.running import (
    CENTRE,
    EARLY_SUMMER,
    JUNE,
    run,
)
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("plugin", "empty_cache")


class TestCompositeChips:
    @pytest.mark.parametrize("stretch", ["chip", "series"])
    def test_pictures_are_the_archives_percentiles(
        self, servers: Served, tmp_path: Path, stretch: str
    ) -> None:
        given = {
            "SOURCE": servers.api.url,
            **CENTRE,
            **EARLY_SUMMER,
            "STRETCH": stretch,
            "SIZE": 640,
        }

        run("compositechips", {**given, "OUTPUT": str(tmp_path)})

        files = sorted(tmp_path.rglob("*.tif"))
        assert len(files) > 6
        stacks = [reflectances(servers.archive, file) for file in files]
        shown = [of_ground(servers.archive, file, one) for file, one in zip(files, stacks)]
        clear = [one for one, file in zip(shown, files) if is_clear(file)]
        assert 2 <= len(clear) < len(files)
        of_series = limits_of(clear)
        for file, stack, own in zip(files, stacks, shown):
            limits = limits_of([own]) if stretch == "chip" else of_series
            with rasterio.open(file) as picture:
                assert picture.dtypes == ("uint8",) * 4
                np.testing.assert_array_equal(picture.read(), rendered(stack, limits))

    def test_absolute_values_are_reflectance(self, servers: Served, tmp_path: Path) -> None:
        given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "LUT": "0_5100_0_5100_0_5100"}

        run("compositechips", {**given, "OUTPUT": str(tmp_path)})

        for file in tmp_path.rglob("*.tif"):
            stack = reflectances(servers.archive, file)
            expected = (np.clip(stack.filled(0), 0, 5100) * 255 / 5100).astype(np.uint8)
            with rasterio.open(file) as picture:
                np.testing.assert_array_equal(picture.read((1, 2, 3)), expected)


def is_clear(file: Path) -> bool:
    with rasterio.open(file) as picture:
        return picture.tags()["CLOUD_FLAG"] == "clear"


def reflectances(archive: Path, file: Path) -> np.ma.MaskedArray:
    """The three bands x 10 000 from the archive, offset applied, masked where any has no data."""
    scene, content = scene_and_content(file)
    item = items_by_id(archive)[scene][1]
    late = float(item["properties"]["s2:processing_baseline"]) >= 4
    with rasterio.open(file) as picture:
        bounds = picture.bounds
    stack = np.stack([window_of(archive, scene, band, bounds) for band in content.split("_")])
    gaps = np.broadcast_to((stack == 0).any(axis=0), stack.shape)
    return np.ma.MaskedArray(stack.astype(float) - 1000 * late, gaps)


def of_ground(archive: Path, file: Path, stack: np.ma.MaskedArray) -> np.ma.MaskedArray:
    """The same without clouds, shadows and no data by SCL, unless next to nothing is left."""
    scene, _ = scene_and_content(file)
    with rasterio.open(file) as picture:
        classes = window_of(archive, scene, "SCL", picture.bounds)
    bad = np.isin(classes, (0, 1, 3, 8, 9, 10)).repeat(2, axis=0).repeat(2, axis=1)
    left = np.count_nonzero(~stack.mask[0] & ~bad)
    if left < max(0.05 * np.count_nonzero(~stack.mask[0]), 1):
        return stack
    return np.ma.MaskedArray(stack.data, stack.mask | bad)


def limits_of(group: list[np.ma.MaskedArray]) -> list[np.ndarray | None]:
    """Of each band; None where nothing is seen of it."""
    pools = [np.concatenate([one[number].compressed() for one in group]) for number in range(3)]
    return [np.percentile(pool, (5, 95)) if pool.size else None for pool in pools]


def rendered(stack: np.ma.MaskedArray, limits: list[np.ndarray | None]) -> np.ndarray:
    channels = []
    for layer, its_limits in zip(stack, limits):
        if its_limits is None:
            channels.append(np.zeros(layer.shape, np.uint8))
            continue
        low, high = its_limits
        values = np.clip(layer.filled(low), low, high)
        scaled = np.where(values >= high, 255, 255 * (values - low) / (high - low))
        channels.append(scaled.astype(np.uint8))
    alpha = np.where(stack.mask[0], 0, 255).astype(np.uint8)
    return np.stack([np.where(stack.mask[0], 0, band) for band in channels] + [alpha])
