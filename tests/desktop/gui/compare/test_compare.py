"""Two dates of the sample against one another, in the dock and on the map."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from cbm_chips.core.rendering.indices import INDICES, index_of_chip
from tests.desktop.gui.dock.test_layer_loader import pixels_of
from tests.desktop.gui.thumbnails.test_large_view import key, move_to
from tests.desktop.window import read, settle, wait_for, wait_for_tasks
from tests.open_files import held_open

NDVI = INDICES["NDVI"]
ELSEWHERE = (5.668, 52.697)


@pytest.fixture
def season(iface: Any, dock: Any, tmp_path: Path) -> Iterator[Any]:
    """The dock with June of the sample; the map follows the layer tree."""
    from qgis.core import QgsProject
    from qgis.gui import QgsLayerTreeMapCanvasBridge

    from cbm_chips.bridge.settings import Settings, save

    save(Settings(chips_folder=str(tmp_path / "chips")))
    bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), iface.canvas)
    bridge.setAutoSetupOnFirstLayer(False)
    read(iface, dock)
    wait_for(dock.panel.is_idle)
    yield dock
    wait_for_tasks()
    del bridge


def clear_dates(dock: Any) -> list[Any]:
    from cbm_chips.core.sentinel2.scl import CloudFlag

    return [entry for entry in dock.panel.entries() if entry.flag is CloudFlag.CLEAR]


def mark(dock: Any, entry: Any, letter: str) -> None:
    """By its key, in the grid."""
    dock.panel.go_to(entry.scene.id)
    dock.compare.letters[letter].trigger()


def mark_both(dock: Any) -> tuple[Any, Any]:
    """The first and the last clear date."""
    first, *_, second = clear_dates(dock)
    mark(dock, first, "Q")
    mark(dock, second, "W")
    assert dock.session.compared.pair == (first, second)
    return first, second


def remark(dock: Any) -> str:
    return dock.status_bar.said


def told(dock: Any, entry: Any) -> tuple[str, str, int]:
    """Tooltip, words for screen readers, number on the thumbnail."""
    from qgis.PyQt.QtCore import Qt

    from cbm_chips.gui.thumbnails.grid.model import Role

    index = dock.panel.model.index_of(entry.scene.id)
    roles = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
    return (*(index.data(int(role)) for role in roles), index.data(int(Role.CONTENT)).mark)


def index_between(first: Any, second: Any) -> np.ndarray:
    """Of two dates that are clear all over their chip, by numpy alone."""
    values = [
        index_of_chip(NDVI, entry.chip.bands, scales=entry.chip.scales) for entry in (first, second)
    ]
    difference = values[1] - values[0]
    for entry in (first, second):
        difference[np.kron(entry.chip.bad_pixels, np.ones((2, 2), bool))] = np.nan
    return difference


class TestTheMarks:
    def test_are_told_on_thumbnail_tooltip_and_to_screen_readers(self, season: Any) -> None:
        first, second = mark_both(season)
        for entry, words, number in ((first, "first date", 1), (second, "second date", 2)):
            tooltip, spoken, drawn = told(season, entry)
            assert words in tooltip
            assert words in spoken
            assert drawn == number
        others = [told(season, entry)[2] for entry in season.panel.entries()]
        assert sorted(others)[-3:] == [0, 1, 2]

    def test_stay_with_their_dates_whatever_is_filtered_and_sorted(self, season: Any) -> None:
        pair = mark_both(season)
        for order, name in (("newest first", "all"), ("clearest first", "cloudy")):
            season.panel.controls.choose_order(order)
            season.panel.controls.choose_filter(name)
            assert season.session.compared.pair == pair
            assert [told(season, entry)[2] for entry in pair] == [1, 2]
        season.compare.show_both()  # both are filtered out, and can be seen all the same
        assert season.compare.view._content(0).image is not None

    def test_go_with_the_place_and_stay_when_it_is_read_again(
        self, iface: Any, season: Any
    ) -> None:
        mark_both(season)
        season.compare.show_both()
        season.session.again()
        wait_for(lambda: not season.session.runs.is_running)
        assert season.session.compared.pair is not None
        assert season.compare.view.isVisible()
        read(iface, season, ELSEWHERE)
        assert not season.session.compared.marks
        assert season.panel.pages.over is None

    def test_can_be_taken_back_and_moved(self, season: Any) -> None:
        first, second = mark_both(season)
        mark(season, first, "W")
        assert season.session.compared.marks == {first.scene.id: 2}
        mark(season, first, "W")
        assert not season.session.compared.marks
        mark(season, second, "Q")
        assert "First date" in remark(season)

    @pytest.mark.usefixtures("empty_cache")
    def test_need_pixels_and_say_why_there_are_none(
        self, iface: Any, dock: Any, servers: Any
    ) -> None:
        servers.files.set_faults([{"match": "20220614.*B", "kind": "404"}])
        read(iface, dock)
        (failed,) = [entry for entry in dock.panel.entries() if entry.is_failed]
        mark(dock, failed, "Q")
        assert "can't be compared" in remark(dock)
        assert "404" in remark(dock)
        dock.compare.show_both()
        assert "Mark a first and a second date" in remark(dock)

    def test_are_in_the_menu_of_a_date(self, season: Any) -> None:
        mark_both(season)
        season.panel.go_to(clear_dates(season)[1].scene.id)
        menu = season.panel.menu.made(season.panel.view.currentIndex())
        actions = {one.text(): one for one in menu.actions()}
        actions["Mark as the first date"].trigger()
        assert told(season, season.panel.current())[2] == 1
        assert actions["Compare both dates"].isEnabled()


class TestBothLarge:
    def test_have_one_crosshair_and_both_values(self, season: Any) -> None:
        first, second = mark_both(season)
        season.compare.letters["X"].trigger()
        view = season.compare.view
        pane = view.panes[0]
        settle()
        move_to(pane.canvas, pane.canvas.room.center().toPoint())
        spots = [one.canvas._crosshair for one in view.panes]
        assert spots[0] is not None
        assert spots[0] == spots[1]
        for entry, its_pane in zip((first, second), view.panes):
            chip = entry.chip
            row, column = (int(at * 128) for at in (spots[0].y(), spots[0].x()))
            expected = chip.bands["B08"][row, column] * chip.scales["B08"][0]
            assert f"B08 {expected + chip.scales['B08'][1]:.3f}" in its_pane.values.text

    def test_are_zoomed_and_pointed_at_by_keys_and_all_thumbnails_follow(self, season: Any) -> None:
        mark_both(season)
        season.compare.letters["X"].trigger()
        view, section = season.compare.view, season.panel.view.section
        for _ in range(8):
            key(view, "Plus")
        assert section.viewpoint.zoom > 4
        for _ in range(40):
            key(view, "Right")
        spot = view.panes[1].canvas._crosshair
        assert spot.x() == pytest.approx(0.5 + 0.5 / 128 + 40 / 128)
        room = view.panes[0].canvas.room
        area = view.panes[0].canvas.viewpoint.area(room)
        assert area.left() + spot.x() * area.width() <= room.right() + 1e-6
        assert season.panel.view._delegate.viewpoint == section.viewpoint
        key(view, "0")
        assert section.is_whole

    def test_flicker_shows_one_then_the_other(self, season: Any) -> None:
        mark_both(season)
        for _ in range(2):
            season.compare.letters["X"].trigger()
        view = season.compare.view
        assert not view.panes[1].isVisible()
        titles = {view.panes[0].title}
        view._flicker.timeout.emit()
        titles.add(view.panes[0].title)
        assert len(titles) == 2

    def test_end_with_escape_before_anything_else(self, iface: Any, season: Any) -> None:
        mark_both(season)
        season.panel.pages.open_large()
        season.compare.letters["X"].trigger()
        key(season.compare.view, "Escape")
        assert season.panel.pages.currentWidget() is season.panel.pages.large
        key(season.panel.pages.large, "Escape")
        assert season.panel.pages.currentWidget() is season.panel.view


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


def season_group() -> Any:
    from cbm_chips.bridge.layers.groups import groups

    return next(groups())


@pytest.fixture
def swiped(season: Any) -> Any:
    """June's first and last clear date, left and right of a line."""
    mark_both(season)
    season.compare.letters["L"].trigger()
    wait_for(lambda: season.compare.swipe.is_on and season.compare.swipe.item.rendered)
    return season


def as_array(image: Any) -> np.ndarray:
    """uint8[h, w, 4]."""
    from qgis.PyQt.QtGui import QImage

    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    data = image.constBits()
    data.setsize(image.sizeInBytes())
    return np.frombuffer(bytes(data), np.uint8).reshape(image.height(), image.width(), 4)


def rendered(canvas: Any, layers: list[Any]) -> np.ndarray:
    """The map with these layers."""
    from qgis.core import QgsMapRendererSequentialJob, QgsMapSettings

    settings = QgsMapSettings(canvas.mapSettings())
    settings.setLayers(layers)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return as_array(job.renderedImage())


def painted(swiped: Any, canvas: Any) -> np.ndarray:
    """What is drawn over the map."""
    from qgis.PyQt.QtGui import QImage, QPainter

    image = QImage(canvas.viewport().size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    swiped.compare.swipe.item.paint(painter)
    painter.end()
    return as_array(image)


class TestTheSwipe:
    def test_has_the_layers_of_both_dates_on_both_sides(self, iface: Any, swiped: Any) -> None:
        canvas, swipe = iface.canvas, swiped.compare.swipe
        first, second = swipe._layers
        assert canvas.layers() == [first]
        for share in (0.3, 0.7):
            swipe.item.move_to(share)
            drawn, wanted = painted(swiped, canvas), rendered(canvas, [second])
            line = int(swipe.item.line_x)
            assert np.array_equal(drawn[60:, line + 20 :], wanted[60:, line + 20 :])
            assert not drawn[60:, : line - 20].any(), "there the map is seen"
        assert (rendered(canvas, [first]) != rendered(canvas, [second])).any()

    def test_follows_the_map(self, iface: Any, swiped: Any) -> None:
        canvas, swipe = iface.canvas, swiped.compare.swipe
        before = swipe.item.rendered
        canvas.zoomByFactor(0.5)
        wait_for(lambda: swipe.item.rendered is not before)
        line = int(swipe.item.line_x)
        wanted = rendered(canvas, [swipe._layers[1]])
        assert np.array_equal(painted(swiped, canvas)[60:, line + 20 :], wanted[60:, line + 20 :])

    def test_line_follows_mouse_and_keys(self, iface: Any, swiped: Any) -> None:
        from qgis.PyQt.QtCore import QPoint, Qt
        from qgis.PyQt.QtTest import QTest

        canvas, swipe = iface.canvas, swiped.compare.swipe
        centre = canvas.extent().center()
        key(canvas, "Right")
        assert swipe.item.share == pytest.approx(0.52)
        key(canvas, "Home")
        assert swipe.item.share == 0
        key(canvas, "Left")
        assert swipe.item.share == 0
        assert canvas.extent().center() == centre, "the arrows do not move the map"
        viewport, left = canvas.viewport(), Qt.MouseButton.LeftButton
        at = QPoint(viewport.width() // 4, 200)
        QTest.mousePress(viewport, left, Qt.KeyboardModifier.NoModifier, at)
        assert swipe.item.share == pytest.approx(0.25, abs=0.01)
        QTest.mouseRelease(viewport, left, Qt.KeyboardModifier.NoModifier, at)

    def test_does_not_begin_once_its_loading_was_stopped(self, season: Any) -> None:
        mark_both(season)
        season.compare.letters["L"].trigger()
        assert season.layers.loader.is_busy
        season.escape.press()
        season.layers.load(list(season.session.compared.pair))
        wait_for(lambda: not season.layers.loader.is_busy)
        assert not season.compare.swipe.is_on

    def test_gives_the_keys_back_to_the_dates(self, iface: Any, season: Any) -> None:
        from qgis.PyQt.QtWidgets import QApplication

        mark_both(season)
        season.panel.view.setFocus()
        if QApplication.focusWidget() is not season.panel.view:
            pytest.skip("this platform gives no window the focus")
        season.compare.letters["L"].trigger()
        wait_for(lambda: season.compare.swipe.is_on)
        assert iface.canvas.hasFocus()
        key(iface.canvas, "Escape")
        assert season.panel.view.hasFocus()

    def test_ends_with_escape_and_gives_the_tool_back(self, iface: Any, swiped: Any) -> None:
        assert swiped.preview._is_held
        told: list[str] = []
        swiped.session.remarked.connect(told.append)
        key(iface.canvas, "Escape")
        assert told[-1:] == [""], "how to move the line is not said without a line"
        assert not swiped.compare.swipe.is_on
        assert swiped.picker.is_active, "the tool of before"
        assert not swiped.preview._is_held
        assert not swiped.compare.swipe.action.isChecked()

    def test_ends_when_the_dock_is_closed(self, iface: Any, swiped: Any) -> None:
        swiped.close()
        assert not swiped.compare.swipe.is_on
        assert swiped.picker.is_active, "the tool of before"

    def test_ends_with_another_tool_or_without_one_of_its_layers(
        self, iface: Any, swiped: Any
    ) -> None:
        from qgis.core import QgsProject

        swipe = swiped.compare.swipe
        swiped.picker.parcelAction.trigger()
        assert not swipe.is_on
        assert swiped.picker.parcelAction.isChecked()
        swipe.action.trigger()
        wait_for(lambda: swipe.is_on)
        QgsProject.instance().removeMapLayer(swipe._layers[1].id())
        assert not swipe.is_on

    def test_needs_both_dates_and_says_so(self, season: Any) -> None:
        season.compare.letters["L"].trigger()
        assert "Mark a first and a second date" in remark(season)
        assert not season.compare.swipe.action.isChecked()


def test_nothing_is_left_when_the_dock_goes(iface: Any, swiped: Any, loaded: Any) -> None:
    """The line, the tool, and what is being rendered."""
    item = swiped.compare.swipe.item
    assert item in iface.canvas.scene().items()
    swiped.unload()
    assert item not in iface.canvas.scene().items()
