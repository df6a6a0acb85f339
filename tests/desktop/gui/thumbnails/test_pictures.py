"""The pictures of the dates: their pixels, look and outline, and when they come."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network
from cbm_chips.core.rendering.indices import INDICES
from cbm_chips.core.rendering.stretch import Absolute, render
from cbm_chips.core.sentinel2.scl import CloudFlag
from cbm_chips.core.sources.registry import open_source
from tests.builders import a_grid, a_request
from tests.chips import a_parcel
from tests.desktop.gui.thumbnails.six_dates import (
    COMPOSITE,
    DAYS,
    batch,
    chip,
    found,
    image,
    index,
    look,
    pixels,
    wait_for,
)


def test_the_pictures_of_the_sample_archive_are_its_pixels_stretched(
    panel: Any, sample_archive: Path
) -> None:
    from cbm_chips.core.rendering.composites import stack_bands

    request = a_request(5.664, 52.694, start="2022-06-01", end="2022-06-30", bands=COMPOSITE)
    panel.set_look(look(is_shared=False))
    panel.begin(1, request.place, request.size_m)
    with open_source(str(sample_archive)) as source:
        panel.take(batch(*run(request, source, Tools(RasterReader(Network(), threads=2)))))
    wait_for(panel.is_idle)
    chips = [entry.chip for entry in panel.entries()]
    assert sum(one is not None for one in chips) >= 3
    for row, one in enumerate(chips):
        if one is not None:
            values, valid = stack_bands(one.bands, COMPOSITE, scales=one.scales)
            own = look(is_shared=False).renderer([]).limits_of(one)
            np.testing.assert_array_equal(
                pixels(image(panel, row)), render(values, valid, limits=own)
            )


def test_a_shared_stretch_in_the_end_rests_on_all_clear_dates(panel: Any) -> None:
    from cbm_chips.core.rendering.stretch import pool_of

    panel.begin(1, a_parcel(), 1280)
    chips = [
        replace(chip(day), bands={b: v // (n + 1) for b, v in chip(day).bands.items()})
        for n, day in enumerate(DAYS)
    ]
    chips[0] = replace(chips[0], flag=CloudFlag.CLOUDY)
    panel.take(batch(found(*DAYS)))
    for one in chips:
        panel.take(batch(one))
        time.sleep(0.01)
    wait_for(panel.is_idle)
    paint = look().renderer(tuple(chips[1:])).rgba_of
    assert pool_of(chips) == tuple(chips[1:])
    for row, one in enumerate(chips):
        np.testing.assert_array_equal(pixels(image(panel, row)), paint(one))


def test_another_look_needs_no_read_and_the_old_look_never_comes_back(shown: Any) -> None:
    before = pixels(image(shown, 0)).copy()
    shown.set_look(look(("B11", "B08", "B04")))
    shown.set_look(look("NDVI"))
    shown.set_look(look(lut=Absolute(((0, 1), (0, 1), (0, 1)))))
    wait_for(shown.is_idle)
    assert (pixels(image(shown, 0)) != before).any()
    assert set(np.unique(pixels(image(shown, 0)))) <= {0, 255}


def test_a_look_that_lacks_bands_says_which(shown: Any) -> None:
    from cbm_chips.gui.thumbnails.grid.model import Role

    assert look("NDVI").bands == ("B08", "B04")
    shown.set_look(look(("B12", "B8A", "B04")))
    wait_for(shown.is_idle)
    assert image(shown, 0) is None
    assert index(shown, 0).data(int(Role.PROBLEM)) == "not read: B12, B8A"


def test_an_index_is_coloured_by_its_own_range_and_nothing_is_transparent() -> None:
    from cbm_chips.core.rendering.color_ramps import color_table, colorize

    values = np.array([[-1.0, 0.0, 1.0, np.nan]], dtype=np.float32)
    picture = colorize(values, color_table("RdYlGn"), value_range=(-1.0, 1.0))
    assert picture[0, 0].tolist() == [0xD7, 0x19, 0x1C, 255]
    assert picture[0, 2].tolist() == [0x1A, 0x96, 0x41, 255]
    assert picture[0, 3].tolist() == [0, 0, 0, 0]


def test_our_ramps_are_those_of_qgis() -> None:
    from qgis.core import QgsStyle

    from cbm_chips.core.rendering.color_ramps import RAMPS, STEPS, color_table

    assert {row.ramp for row in INDICES.values()} <= set(RAMPS)
    for name in RAMPS:
        theirs = QgsStyle.defaultStyle().colorRamp(name)
        ours = color_table(name)
        for row in (0, 64, 128, 511, 803, STEPS - 1):
            colour = theirs.color(row / (STEPS - 1))
            assert np.abs(ours[row, :3] - np.array(colour.getRgb()[:3], float)).max() <= 2, name


def test_the_outline_lies_where_the_parcel_is_to_a_hundredth_of_a_pixel() -> None:
    from cbm_chips.bridge.tasks.pictures import overlay_of

    (ring,) = overlay_of(a_parcel(), a_grid()).rings
    corners = sorted((round(p.x(), 5), round(p.y(), 5)) for p in ring)
    assert corners[0] == pytest.approx((0.25, 0.25), abs=1e-4)
    assert corners[-1] == pytest.approx((0.75, 0.75), abs=1e-4)


def test_a_place_without_outline_gets_a_cross_at_its_own_spot() -> None:
    from cbm_chips.bridge.tasks.pictures import overlay_of

    overlay = overlay_of(replace(a_parcel(), outline=None), a_grid())
    assert not overlay.rings
    assert (overlay.point.x(), overlay.point.y()) == pytest.approx((0.5, 0.5), abs=1e-3)


def test_placeholders_with_dates_stand_as_soon_as_the_search_is_back(panel: Any) -> None:
    panel.begin(1, a_parcel(), 1280)
    panel.take(batch(found(*DAYS)))
    assert [index(panel, row).data() for row in range(2)] == ["02/06/2022", "07/06/2022"]
    assert panel.counts().dates == 6
    assert panel.counts().done == 0


def test_news_of_another_run_are_not_shown(shown: Any) -> None:
    shown.begin(2, a_parcel(), 1280)
    shown.take(batch(found(*DAYS), chip(DAYS[0]), run=1))
    assert shown.entries() == []
    wait_for(shown.is_idle)
    assert shown.view.model().rowCount() == 0


def test_pictures_of_a_replaced_run_are_not_shown_in_the_next(panel: Any) -> None:
    panel.begin(1, a_parcel(), 1280)
    panel.take(batch(found(*DAYS), *map(chip, DAYS)))
    wait_for(lambda: not panel.is_idle())
    panel.begin(2, a_parcel(), 1280)
    panel.take(batch(found(*DAYS), run=2))
    wait_for(panel.is_idle)
    assert all(image(panel, row) is None for row in range(6))


def test_taking_many_dates_never_holds_the_window_up(panel: Any) -> None:
    from qgis.PyQt.QtCore import QCoreApplication

    names = [f"2022-{month:02d}-{day:02d}" for month in (5, 6, 7) for day in range(1, 25, 3)]
    chips = [chip(day) for day in names]
    panel.begin(1, a_parcel(), 1280)
    panel.take(batch(found(*names)))
    longest = 0.0
    for one in chips:
        began = time.thread_time()
        panel.take(batch(one))
        QCoreApplication.processEvents()
        longest = max(longest, time.thread_time() - began)
    wait_for(panel.is_idle)
    assert all(image(panel, row) is not None for row in range(24))
    assert longest < 0.2  # generous, as machines differ; a few ms where nothing else runs


def test_the_last_pictures_do_not_wait_once_the_run_is_over(panel: Any) -> None:
    panel._scheduler._pause.setInterval(24 * 3600 * 1000)
    panel.begin(1, a_parcel(), 1280)
    panel.take(batch(found(*DAYS), *map(chip, DAYS)))
    assert not panel.is_idle()

    panel.stop_waiting()
    wait_for(panel.is_idle)

    assert all(image(panel, row) is not None for row in range(len(DAYS)))


def test_stopping_leaves_no_task_behind(shown: Any) -> None:
    from qgis.core import QgsApplication

    shown.set_look(look(("B11", "B08", "B04")))
    wait_for(lambda: not shown.is_idle())
    shown.stop()
    wait_for(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    assert shown.is_idle()
