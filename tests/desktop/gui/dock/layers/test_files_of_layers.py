"""Files of the layers of chips: where they lie, what is loaded again, what can not be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from cbm_chips.core.rendering.stretch import Percentiles
from tests.desktop import window
from tests.desktop.gui.dock.layers.layers import (
    PLACE,
    assert_only_tifs,
    group,
    load,
    look,
    painted,
    pixels_of,
    spans,
    ticked,
)
from tests.open_files import held_open


class TestLoadingAgain:
    def test_adds_nothing_and_touches_no_file(
        self, loader: Any, entries: Any, clean_project: Any
    ) -> None:
        first = load(loader, entries)
        before = {layer.source(): Path(layer.source()).stat().st_mtime_ns for layer in first}
        second = load(loader, entries)
        assert [layer.id() for layer in first] == [layer.id() for layer in second]
        assert len(clean_project.mapLayers()) == len(entries)
        after = {layer.source(): Path(layer.source()).stat().st_mtime_ns for layer in second}
        assert after == before

    def test_at_the_same_time_adds_nothing_either(
        self, loader: Any, entries: Any, clean_project: Any
    ) -> None:
        loader.load(entries, look(), PLACE)
        load(loader, entries)
        assert len(loader.heard.loaded) == 2
        assert len(clean_project.mapLayers()) == len(entries)

    def test_leaves_out_the_date_whose_changed_file_a_program_has_open_and_says_so(
        self, loader: Any, entries: Any, chips_folder: Path
    ) -> None:
        load(loader, entries)
        held = min(chips_folder.rglob("*.tif"))
        held.write_bytes(b"something else")

        with held_open(held):
            loaded = load(loader, entries)

        assert len(loaded) == len(entries) - 1
        (words,) = loader.heard.failed
        assert words.startswith(f"{held.name} could not be replaced")

    def test_shows_the_new_stretch(self, loader: Any, entries: Any) -> None:
        (layer,) = load(loader, entries[:1])
        before = painted(layer)
        load(loader, entries[:1], look(lut=Percentiles(40, 60)))
        assert (painted(layer) != before).any()

    def test_brings_one_layer_after_another_up_to_date_so_that_the_window_lives(
        self, loader: Any, entries: Any
    ) -> None:
        from qgis.PyQt.QtCore import QTimer

        load(loader, entries)
        turns = list[bool]()
        timer = QTimer(interval=0)
        timer.timeout.connect(lambda: turns.append(bool(loader._arrivals)))
        timer.start()
        load(loader, entries, look(lut=Percentiles(40, 60)))
        timer.stop()
        assert sum(turns) >= len(entries)

    def test_shows_new_pixels(self, loader: Any, entries: Any) -> None:
        (layer,) = load(loader, entries[:1])
        chip = entries[0].chip
        bands = {**chip.bands, "B04": chip.bands["B04"] + 5}
        (again,) = load(loader, [replace(entries[0], chip=replace(chip, bands=bands))])
        assert again.id() == layer.id()
        scale, offset = chip.scales["B04"]
        np.testing.assert_allclose(pixels_of(layer)[1], bands["B04"] * scale + offset, atol=1e-6)

    def test_heals_a_layer_whose_file_was_deleted(
        self, loader: Any, entries: Any, clean_project: Any
    ) -> None:
        (layer,) = load(loader, entries[:1])
        Path(layer.source()).unlink()
        (healed,) = load(loader, entries[:1])
        assert Path(healed.source()).exists()
        assert healed.isValid()
        assert healed.id() == layer.id()
        assert len(clean_project.mapLayers()) == 1

    def test_never_removes_a_layer_whose_file_is_missing_for_a_moment(
        self, loader: Any, entries: Any, clean_project: Any, chips_folder: Path
    ) -> None:
        """As on a drive that is not there yet; another date is loaded meanwhile."""
        (layer,) = load(loader, entries[:1])
        path, name = Path(layer.source()), layer.id()
        project_file = str(chips_folder.parent / "mine.qgs")
        assert clean_project.write(project_file)
        clean_project.clear()
        path.rename(path.with_suffix(".away"))
        clean_project.read(project_file)
        assert not clean_project.mapLayer(name).isValid()

        load(loader, entries[1:2])
        assert name in clean_project.mapLayers()

        load(loader, entries[:1])
        assert clean_project.mapLayer(name).isValid()
        assert painted(clean_project.mapLayer(name)).any()
        assert len(clean_project.mapLayers()) == 2


class TestFiles:
    def test_are_all_there_is_in_the_chips_folder(
        self, loader: Any, entries: Any, chips_folder: Path, clean_project: Any
    ) -> None:
        layers = load(loader, entries)
        for layer in layers:
            painted(layer)
        clean_project.clear()
        assert_only_tifs(chips_folder)
        (run_folder,) = chips_folder.iterdir()
        assert run_folder.name.startswith("parcel_7_640m_")
        assert len(list(run_folder.iterdir())) == len(entries)

    def test_go_beside_the_project_unless_told_otherwise(
        self, clean_project: Any, tmp_path: Path
    ) -> None:
        from cbm_chips.bridge.layers.chip_layers import chips_folder
        from cbm_chips.bridge.settings import Settings

        assert chips_folder(Settings(), clean_project).name == "cbm_chips"
        assert chips_folder(Settings(), clean_project).is_absolute()
        clean_project.write(str(tmp_path / "mine.qgz"))
        assert chips_folder(Settings(), clean_project) == tmp_path / "cbm_chips"
        assert chips_folder(Settings(chips_folder="/data"), clean_project) == Path("/data")

    def test_survive_with_their_layers_when_the_project_is_opened_again(
        self, loader: Any, entries: Any, clean_project: Any, chips_folder: Path
    ) -> None:
        from cbm_chips.bridge.layers.chip_layers import Content

        layers = load(loader, entries, contents=[Content.PICTURE, Content.CLASSES])
        drawn = {layer.name(): painted(layer).tobytes() for layer in layers}
        times = spans(layers)
        order = [node.name() for node in group(clean_project).findLayers()]
        shown = ticked(group(clean_project))
        project_file = str(chips_folder.parent / "mine.qgs")
        assert clean_project.write(project_file)
        assert "http" not in "".join(layer.source() for layer in layers)
        clean_project.clear()
        assert clean_project.read(project_file)

        again = list(clean_project.mapLayers().values())
        assert all(layer.isValid() for layer in again)
        assert {layer.name(): painted(layer).tobytes() for layer in again} == drawn
        assert spans(again) == times
        assert [node.name() for node in group(clean_project).findLayers()] == order
        assert ticked(group(clean_project)) == shown
        clean_project.clear()
        assert_only_tifs(chips_folder)

    def test_are_known_again_after_the_project_was_opened(
        self, loader: Any, entries: Any, clean_project: Any, chips_folder: Path
    ) -> None:
        load(loader, entries[:2])
        project_file = str(chips_folder.parent / "mine.qgz")
        clean_project.write(project_file)
        clean_project.clear()
        clean_project.read(project_file)
        load(loader, entries)
        assert len(clean_project.mapLayers()) == len(entries)
        assert len(clean_project.layerTreeRoot().children()) == 1


class TestWhatCanNotBeLoaded:
    def test_is_said_where_no_date_has_a_chip(self, loader: Any, entries: Any) -> None:
        loader.load([replace(entries[0], chip=None)], look(), PLACE)
        assert loader.heard.failed == ["None of these dates has a picture to load."]
        assert not loader.is_busy

    def test_is_said_where_bands_are_missing_and_the_rest_is_loaded(
        self, loader: Any, entries: Any
    ) -> None:
        chip = entries[0].chip
        lacking = replace(chip, bands={"B08": chip.bands["B08"]})
        layers = load(loader, [replace(entries[0], chip=lacking), *entries[1:3]])
        assert len(layers) == 2
        assert len(loader.heard.failed) == 1
        assert loader.heard.failed[0].startswith("1 of 3")

    def test_is_said_where_the_folder_can_not_be_written_to(
        self, loader: Any, entries: Any, chips_folder: Path
    ) -> None:
        chips_folder.write_text("a file", encoding="utf-8")
        load(loader, entries)
        assert loader.heard.loaded == []
        assert str(chips_folder) in loader.heard.failed[0]

    def test_is_said_where_the_task_is_cancelled_in_qgis_s_list(
        self, loader: Any, entries: Any
    ) -> None:
        with window.task_threads_taken():
            loader.load(entries, look(), PLACE)
            window.cancel_task("layers of")
            window.wait_for(lambda: loader.heard.failed)
        assert loader.heard.failed == ["Cancelled."]
        assert not loader.is_busy

    def test_is_not_said_where_the_loader_itself_ended_it(self, loader: Any, entries: Any) -> None:
        with window.task_threads_taken():
            loader.load(entries, look(), PLACE)
            loader.cancel()
        window.settle()
        assert loader.heard.failed == []

    def test_does_not_come_into_another_project(
        self, loader: Any, entries: Any, clean_project: Any
    ) -> None:
        from qgis.core import QgsApplication
        from qgis.PyQt.QtTest import QTest

        loader.load(entries, look(), PLACE)
        clean_project.clear()
        window.wait_for(lambda: not QgsApplication.taskManager().activeTasks())
        QTest.qWait(50)
        assert loader.heard.loaded == []
        assert len(clean_project.mapLayers()) == 0
