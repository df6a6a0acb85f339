"""The difference of two dates: its layer, its pixels, what is told of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from cbm_chips.core.rendering.indices import INDICES
from tests.desktop.gui.compare.marked_dates import (
    index_between,
    mark_both,
    remark,
    season_group,
)
from tests.desktop.gui.dock.layers.layers import pixels_of
from tests.desktop.window import wait_for
from tests.open_files import held_open

pytestmark = pytest.mark.kept_dock


class TestTheDifference:
    def test_is_a_layer_whose_pixels_are_second_minus_first(self, season: Any) -> None:
        from cbm_chips.bridge.layers.chip_layers import DIFFERENCE
        from cbm_chips.bridge.layers.groups import all_layers, series_shown

        first, second = mark_both(season)
        season.compare.letters["D"].trigger()
        wait_for(lambda: not season.compare._layer.is_busy)
        (layer,) = all_layers()
        assert layer.customProperty(DIFFERENCE) == "NDVI_difference"
        days = [f"{entry.scene.acquired:%Y-%m-%d}" for entry in (second, first)]
        assert layer.name() == "{} minus {} NDVI".format(*days)
        assert np.array_equal(pixels_of(layer)[0], index_between(first, second), equal_nan=True)
        renderer = layer.renderer()
        assert renderer.classificationMin() == pytest.approx(-renderer.classificationMax())
        season.layers.load([first, second])
        wait_for(lambda: not season.layers.loader.is_busy)
        assert len(all_layers()) == 3
        group = season_group()
        assert layer not in series_shown(group), "the difference has no date to play"
        season.compare.load_difference()
        wait_for(lambda: not season.compare._layer.is_busy)
        assert len(all_layers()) == 3, "it is there already"
        season.layers.removal.remove_place()
        assert not all_layers()

    def test_is_beside_one_of_before_that_a_program_has_open(self, season: Any) -> None:
        from qgis.core import QgsProject

        from cbm_chips.bridge.layers.groups import all_layers

        def load() -> Path:
            season.compare.load_difference()
            wait_for(lambda: not season.compare._layer.is_busy)
            return Path(all_layers()[-1].source())

        mark_both(season)
        before = load()
        QgsProject.instance().clear()
        before.write_bytes(b"of another version")
        with held_open(before):
            beside = load()
        assert beside == before.with_name(f"{before.stem}-2.tif")
        assert f"{before.name} could not be replaced" in remark(season)
        assert remark(season).endswith(f"the new one is {beside.name}.")
        QgsProject.instance().clear()
        assert load() == before
        assert not beside.exists()

    def test_is_told_over_the_parcel(self, season: Any) -> None:
        first, second = mark_both(season)
        season.compare.letters["D"].trigger()
        view = season.compare.view
        wait_for(lambda: view.change is not None)
        values = index_between(first, second)
        known = values[np.isfinite(values)].astype(float)
        parcel = view.change.comparison.parcel
        assert (parcel.count, parcel.down) == (known.size, (known < -0.2).sum())
        assert sum(bar.height() > 0 for bar in view.bars.bars()) == np.count_nonzero(parcel.bins)
        assert f"{known.size} of {values.size} pixels of the chip" in view.bar.words.text()
        wait_for(lambda: not season.compare._layer.is_busy)

    def test_is_of_another_index_only_where_its_bands_were_read(self, season: Any) -> None:
        mark_both(season)
        season.compare.show_both()
        box = season.compare.view.bar.index
        for name in ("NDVI", "NDWI", "NBR"):
            can = {"B08", "B04", "B03"} >= set(INDICES[name].bands)
            assert box.model().item(box.findText(name)).isEnabled() == can
