"""What the layers of chips show: the pixels, and the pictures of the thumbnails."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from cbm_chips.core.rendering.composites import stack_bands
from cbm_chips.core.rendering.indices import INDICES, index_of_chip
from cbm_chips.core.rendering.stretch import Absolute, Percentiles, render
from cbm_chips.core.sentinel2.scl import SCL_CLASSES, CloudFlag
from tests.desktop.gui.dock.layers.layers import (
    BANDS,
    by_scene,
    load,
    look,
    painted,
    pixels_of,
)


class TestPixels:
    def test_of_a_composite_are_the_chips_dn_and_reflectance_in_qgis(
        self, loader: Any, entries: Any
    ) -> None:
        import rasterio

        chips = by_scene(entries)
        for layer in load(loader, entries):
            chip = chips[layer.customProperty("cbm_chips/scene")]
            with rasterio.open(layer.source()) as file:
                np.testing.assert_array_equal(file.read(), [chip.bands[band] for band in BANDS])
                assert file.bounds == chip.grid.bounds
                assert (file.descriptions, file.nodata) == (BANDS, 0)
            seen = pixels_of(layer)
            for number, band in enumerate(BANDS):
                scale, offset = chip.scales[band]
                dn = chip.bands[band]
                expected = np.where(dn == 0, np.nan, dn * scale + offset)
                np.testing.assert_allclose(seen[number], expected, atol=1e-6)

    def test_of_mixed_resolutions_are_on_that_of_the_first(self, loader: Any, entries: Any) -> None:
        import rasterio

        (layer,) = load(loader, entries[:1], look(("B11", "B08", "B04")))
        chip = entries[0].chip
        with rasterio.open(layer.source()) as file:
            assert file.res == (20, 20)
            np.testing.assert_array_equal(file.read(1), chip.bands["B11"])
            np.testing.assert_array_equal(file.read(2), chip.bands["B08"][1::2, 1::2])

    def test_of_an_index_are_its_values(self, loader: Any, entries: Any) -> None:
        chips = by_scene(entries)
        for layer in load(loader, entries, look("NDMI")):
            chip = chips[layer.customProperty("cbm_chips/scene")]
            expected = index_of_chip(INDICES["NDMI"], chip.bands, scales=chip.scales)
            np.testing.assert_allclose(pixels_of(layer)[0], expected, atol=1e-6)


class TestStyle:
    @pytest.mark.parametrize(
        ("lut", "is_shared"),
        [
            (Percentiles(5, 95), True),
            (Percentiles(2, 98), False),
            (Absolute(((1000.0, 5000.0), (200.0, 3000.0), (200.0, 3000.0))), True),
        ],
        ids=["shared", "per chip", "absolute"],
    )
    def test_of_a_composite_is_the_thumbnails(
        self, lut: Any, is_shared: bool, loader: Any, entries: Any
    ) -> None:
        chips = by_scene(entries)
        made = {
            key: stack_bands(chip.bands, BANDS, scales=chip.scales) for key, chip in chips.items()
        }
        renderer = look(lut=lut, is_shared=is_shared).renderer(chips.values())
        for layer in load(loader, entries, look(lut=lut, is_shared=is_shared)):
            scene = layer.customProperty("cbm_chips/scene")
            values, valid = made[scene]
            found = renderer.limits_of(chips[scene])
            expected = render(values, valid, limits=found).astype(int)
            drawn = painted(layer).astype(int)
            np.testing.assert_array_equal(drawn[..., 3], expected[..., 3])
            assert np.abs(drawn - expected)[valid].max() <= 1

    def test_of_one_date_is_stretched_with_the_series_it_is_of(
        self, loader: Any, entries: Any
    ) -> None:
        (alone,) = load(loader, entries[:1], series=entries)
        drawn = painted(alone)
        layers = load(loader, entries)
        np.testing.assert_array_equal(painted(layers[-1]), drawn)

    @pytest.mark.parametrize("as_type", [None, np.float32])
    def test_is_the_thumbnails_where_clear_dates_lack_a_band(
        self, as_type: Any, loader: Any, entries: Any
    ) -> None:
        """And whatever the numbers of the files are: DN, or reflectance as floats."""

        changed = []
        for entry in entries:
            chip = entry.chip
            bands = {band: chip.bands[band] for band in BANDS}
            scales = dict(chip.scales)
            if as_type is not None:
                for band in BANDS:
                    scale, offset = scales[band]
                    floats = (bands[band] * scale + offset).astype(as_type)
                    bands[band] = np.where(bands[band] == 0, 0, np.maximum(floats, 1e-4))
                    scales[band] = (1.0, 0.0)
            if chip.flag is CloudFlag.CLEAR:
                bands.pop("B03")
            chip = replace(chip, bands=bands, scales=scales)
            changed.append(replace(entry, chip=chip))
        shown = [entry for entry in changed if "B03" in entry.chip.bands]
        assert 0 < len(shown) < len(changed)
        paint = look().renderer([entry.chip for entry in changed]).rgba_of
        chips = by_scene(shown)
        for layer in load(loader, shown, series=changed):
            expected = paint(chips[layer.customProperty("cbm_chips/scene")]).astype(int)
            assert np.abs(painted(layer).astype(int) - expected).max() <= 1

    def test_of_a_flat_chip_is_grey(self, loader: Any, entries: Any) -> None:
        chip = entries[0].chip
        bands = {band: np.full_like(chip.bands[band], 3000) for band in BANDS}
        flat = replace(entries[0], chip=replace(chip, bands=bands))
        (layer,) = load(loader, [flat])
        assert set(painted(layer)[..., :3].ravel()) <= {127, 128}

    @pytest.mark.parametrize("name", INDICES)
    def test_of_an_index_is_the_thumbnails(self, name: str, loader: Any, all_bands: Any) -> None:
        chips = by_scene(all_bands)
        renderer = look(name).renderer(chips.values())
        for layer in load(loader, all_bands, look(name)):
            expected = renderer.rgba_of(chips[layer.customProperty("cbm_chips/scene")])
            assert np.abs(painted(layer).astype(int) - expected.astype(int)).max() <= 1

    def test_of_an_index_is_its_ramp_over_its_range(self, loader: Any, entries: Any) -> None:
        layer = load(loader, entries, look("NDVI"))[0]
        renderer = layer.renderer()
        assert renderer.type() == "singlebandpseudocolor"
        assert (renderer.classificationMin(), renderer.classificationMax()) == (-1, 1)
        items = renderer.shader().rasterShaderFunction().colorRampItemList()
        assert [item.color.name() for item in (items[0], items[-1])] == ["#d7191c", "#1a9641"]
        assert [item.value for item in (items[0], items[-1])] == [-1, 1]

    def test_of_the_classes_is_the_official_one(self, loader: Any, entries: Any) -> None:
        from cbm_chips.bridge.layers.chip_layers import Content

        layer = load(loader, entries, contents=[Content.CLASSES])[0]
        drawn = {row.value: row.color.name() for row in layer.renderer().classes()}
        assert drawn == {row.code: row.color.lower() for row in SCL_CLASSES if row.code}
