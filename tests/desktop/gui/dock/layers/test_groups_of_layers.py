"""Groups of layers in the project: their order, their time, and how they go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.desktop.gui.dock.layers.layers import (
    PLACE,
    group,
    load,
    spans,
    ticked,
)


class TestTheGroup:
    def test_has_the_places_name_and_the_newest_on_top(
        self, loader: Any, entries: Any, clean_project: Any
    ) -> None:
        load(loader, entries[2:])
        load(loader, entries[:2])
        names = [node.name() for node in group(clean_project).findLayers()]
        assert names == [
            f"{entry.scene.acquired:%Y-%m-%d %H:%M:%S} B08_B04_B03" for entry in entries[::-1]
        ]
        assert len(clean_project.layerTreeRoot().children()) == 1

    def test_is_collapsed_with_one_layer_visible(
        self, loader: Any, entries: Any, clean_project: Any
    ) -> None:
        layers = load(loader, entries)
        its_group = group(clean_project)
        assert not its_group.isExpanded()
        assert not any(node.isExpanded() for node in its_group.findLayers())
        assert ticked(its_group) == [layers[0].name()]
        (older,) = load(loader, entries[1:2])
        assert ticked(its_group) == [older.name()]

    def test_shows_the_picture_when_the_classes_come_along(
        self, loader: Any, entries: Any, clean_project: Any
    ) -> None:
        from cbm_chips.bridge.layers.chip_layers import Content

        layers = load(loader, entries, contents=[Content.PICTURE, Content.CLASSES])
        assert len(layers) == 2 * len(entries)
        assert ticked(group(clean_project)) == [layers[0].name()]
        assert layers[0].name().endswith("B08_B04_B03")

    def test_of_other_ground_with_the_same_name_is_another_one(
        self, loader: Any, entries: Any, clean_project: Any
    ) -> None:
        (first,) = load(loader, entries[:1])
        (second,) = load(loader, entries[:1], place=replace(PLACE, lon=5.665))
        assert first.source() != second.source()
        assert len(group(clean_project, "parcel 7").findLayers()) == 1
        assert len(group(clean_project, "parcel 7 (2)").findLayers()) == 1

    def test_says_of_each_layer_what_it_is(self, loader: Any, entries: Any) -> None:
        layer = load(loader, entries)[-1]
        scene = entries[0].scene
        told = [
            layer.customProperty(f"cbm_chips/{name}") for name in ("scene", "date", "place", "run")
        ]
        assert told[:3] == [scene.id, f"{scene.acquired:%Y-%m-%d}", "parcel 7"]
        assert len(told[3]) == 8


class TestTime:
    def test_of_layers_does_not_overlap_in_whatever_order_they_come(
        self, loader: Any, entries: Any, clean_project: Any
    ) -> None:
        for one in (entries[3:4], entries[:2], entries[2:]):
            load(loader, one)
        found = spans(clean_project.mapLayers().values())
        assert [begin // 1000 for begin, _ in found] == [
            int(entry.scene.acquired.timestamp()) for entry in entries
        ]
        for (_, end), (begin, _) in zip(found, found[1:]):
            assert end == begin - 1000
        assert all(begin <= end for begin, end in found)
        assert all(layer.temporalProperties().isActive() for layer in loader.heard.loaded[0])

    def test_is_stepped_through_by_the_temporal_controller(
        self, loader: Any, entries: Any, clean_project: Any
    ) -> None:
        from qgis.core import QgsTemporalNavigationObject
        from qgis.gui import QgsMapCanvas

        canvas, controller = QgsMapCanvas(), QgsTemporalNavigationObject()
        canvas.setTemporalController(controller)
        iface = SimpleNamespace(mapCanvas=lambda: canvas, mainWindow=lambda: None)
        assert not loader.play_in_temporal_controller(iface)
        layers = load(loader, entries)
        assert loader.play_in_temporal_controller(iface)

        assert len(ticked(group(clean_project))) == len(entries)
        assert controller.totalFrameCount() == len(entries)
        assert controller.currentFrameNumber() == 0
        for number, layer in enumerate(reversed(layers)):
            frame = controller.dateTimeRangeForFrameNumber(number)
            visible = [
                one for one in layers if one.temporalProperties().isVisibleInTemporalRange(frame)
            ]
            assert visible == [layer]

    def test_is_not_played_where_there_is_no_controller(self, loader: Any, entries: Any) -> None:
        from qgis.gui import QgsMapCanvas

        canvas = QgsMapCanvas()
        load(loader, entries)
        iface = SimpleNamespace(mapCanvas=lambda: canvas, mainWindow=lambda: None)
        assert not loader.play_in_temporal_controller(iface)


class TestRemovingARun:
    def test_takes_layers_and_group_and_leaves_the_files(
        self, loader: Any, entries: Any, clean_project: Any, chips_folder: Path
    ) -> None:
        load(loader, entries)
        other = replace(PLACE, label="parcel 8")
        load(loader, entries[:1], place=other)
        folders = loader.remove_place(PLACE)

        assert group(clean_project) is None
        assert len(clean_project.mapLayers()) == 1
        assert [folder.parent for folder in folders] == [chips_folder]
        assert len(list(folders[0].glob("*.tif"))) == len(entries)
        assert loader.remove_place(PLACE) == []

    def test_leaves_other_layers_of_the_same_name(
        self, loader: Any, entries: Any, clean_project: Any
    ) -> None:
        """Another parcel of this name, and the layers of a Processing run over this very one."""
        from cbm_chips.bridge.layers.raster_layer import ChipFile, TimedFile, raster_layer

        (layer,) = load(loader, entries[:1])
        file = ChipFile.of(Path(layer.source()))
        other = raster_layer(TimedFile(replace(file, place=PLACE.name), file.acquired))
        clean_project.addMapLayer(other)
        namesake = replace(PLACE, lon=PLACE.lon + 1e-4)
        (kept,) = load(loader, entries[:1], place=namesake)
        ids = {other.id(), kept.id()}

        loader.remove_place(PLACE, [entries[0].chip])

        assert set(clean_project.mapLayers()) == ids

    def test_takes_those_of_every_size_of_the_place(
        self, loader: Any, entries: Any, clean_project: Any
    ) -> None:
        chip = entries[0].chip
        smaller = replace(chip, grid=replace(chip.grid, left=chip.grid.left + 20))
        load(loader, [entries[0], replace(entries[0], chip=smaller)][:1])
        load(loader, [replace(entries[0], chip=smaller)])
        assert len(clean_project.mapLayers()) == 2

        loader.remove_place(PLACE)

        assert not clean_project.mapLayers()

    def test_takes_those_of_earlier_versions_by_their_run(
        self, loader: Any, entries: Any, clean_project: Any
    ) -> None:
        from cbm_chips.bridge.layers.chip_layers import PLACE_ID

        (layer,) = load(loader, entries[:1])
        layer.removeCustomProperty(PLACE_ID)
        loader.remove_place(PLACE, [entries[0].chip])
        assert not clean_project.mapLayers()

    def test_leaves_what_the_user_put_into_the_group(
        self, loader: Any, entries: Any, clean_project: Any
    ) -> None:
        from qgis.core import QgsVectorLayer

        load(loader, entries)
        own = QgsVectorLayer("Polygon", "own", "memory")
        clean_project.addMapLayer(own, False)
        group(clean_project).addLayer(own)
        loader.remove_place(PLACE)
        assert [node.name() for node in group(clean_project).findLayers()] == ["own"]
