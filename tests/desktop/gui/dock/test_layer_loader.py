"""Chips of the dock as layers of a real project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from cbm_chips.core.model import Chip, ChipRequest, Place
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.pipeline.series import Entry, Series
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.rendering.composites import composite_of, stack_bands
from cbm_chips.core.rendering.indices import INDICES, index_of_chip
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.rendering.stretch import Absolute, Percentiles, render
from cbm_chips.core.sentinel2.bands import BANDS as SENTINEL_2
from cbm_chips.core.sentinel2.scl import SCL_CLASSES, CloudFlag
from cbm_chips.core.sources.registry import open_source
from tests.desktop import window
from tests.open_files import held_open

PLACE = Place(5.664, 52.694, label="parcel 7")
BANDS = ("B08", "B04", "B03")
WANTED = (*BANDS, "B11", "SCL")


@pytest.fixture(scope="session")
def entries(sample_archive: Path) -> tuple[Entry, ...]:
    """June 2022 and, on the other side of the reflectance offset, January; oldest first."""
    found: list[Entry] = []
    for start, end in (("2022-01-01", "2022-02-10"), ("2022-06-01", "2022-06-30")):
        request = ChipRequest(PLACE, start, end, WANTED, size_m=640)
        series = Series()
        with open_source("sample", sample_folder=sample_archive.parents[1]) as source:
            for event in run(request, source, Tools(RasterReader())):
                series.take(event)
        found += [entry for entry in series.entries if entry.chip]
    found.sort(key=lambda entry: entry.scene.acquired)
    assert len(found) >= 6
    assert len({entry.chip.scales["B08"] for entry in found}) == 2
    return tuple(found)


@pytest.fixture
def all_bands(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Two dates with made bands in place of those that were not read."""
    needed = {band for row in INDICES.values() for band in row.bands}
    return tuple(replace(entry, chip=with_bands(entry.chip, needed)) for entry in entries[::5])


def with_bands(chip: Chip, needed: set[str]) -> Chip:
    like = {20: "B11", 10: "B08"}
    made = {
        band: np.roll(chip.bands[like[SENTINEL_2[band].chip_resolution_m]], 3)
        for band in needed - set(chip.bands)
    }
    scales = {**chip.scales, **dict.fromkeys(made, chip.scales["B08"])}
    return replace(chip, bands={**chip.bands, **made}, scales=scales)


@pytest.fixture
def chips_folder(tmp_path: Path, qgis_app: object) -> Iterator[Path]:
    from cbm_chips.bridge import settings

    before = settings.load()
    settings.save(replace(before, chips_folder=str(tmp_path / "chips")))
    yield tmp_path / "chips"
    settings.save(before)


@pytest.fixture
def loader(clean_project: Any, chips_folder: Path) -> Iterator[Any]:
    from cbm_chips.gui.dock.layers.layer_loader import LayerLoader

    loader = LayerLoader()
    loader.heard = SimpleNamespace(loaded=[], failed=[])
    loader.loaded.connect(loader.heard.loaded.append)
    loader.failed.connect(loader.heard.failed.append)
    yield loader
    loader.unload()


def look(shows: Any = BANDS, **others: Any) -> Look:
    """Of three bands, or of an index by its name."""
    return Look(INDICES[shows] if isinstance(shows, str) else composite_of(shows), **others)


def load(loader: Any, entries: Any, its_look: Any = None, place: Place = PLACE, **how: Any) -> Any:
    """The layers, newest first."""
    loader.load(entries, its_look or look(), place, **how)
    wait_for(loader)
    return loader.heard.loaded[-1] if loader.heard.loaded else []


def wait_for(loader: Any) -> None:
    window.wait_for(lambda: not loader.is_busy)


def pixels_of(layer: Any) -> np.ndarray:
    """[bands, h, w] as QGIS sees them, nan where there is no data."""
    data = layer.dataProvider()
    height, width = layer.height(), layer.width()
    stack = np.empty((layer.bandCount(), height, width))
    for number in range(layer.bandCount()):
        block = data.block(number + 1, layer.extent(), width, height)
        stack[number] = [
            [np.nan if block.isNoData(row, col) else block.value(row, col) for col in range(width)]
            for row in range(height)
        ]
    return stack


def painted(layer: Any) -> np.ndarray:
    """uint8[h, w, 4] as the layer is drawn, pixel by pixel."""
    height, width = layer.height(), layer.width()
    block = layer.renderer().block(1, layer.extent(), width, height)
    image = block.image().convertToFormat(image_format())
    data = image.constBits()
    data.setsize(image.sizeInBytes())
    return np.frombuffer(bytes(data), np.uint8).reshape(height, width, 4)


def image_format() -> Any:
    from qgis.PyQt.QtGui import QImage

    return QImage.Format.Format_RGBA8888


def group(project: Any, name: str = "parcel 7") -> Any:
    return project.layerTreeRoot().findGroup(name)


def ticked(its_group: Any) -> list[str]:
    return [node.name() for node in its_group.findLayers() if node.itemVisibilityChecked()]


def spans(layers: Any) -> list[tuple[Any, Any]]:
    ranges = [layer.temporalProperties().fixedTemporalRange() for layer in layers]
    return sorted(
        (one.begin().toMSecsSinceEpoch(), one.end().toMSecsSinceEpoch()) for one in ranges
    )


def assert_only_tifs(folder: Path) -> None:
    assert {path.suffix for path in folder.rglob("*") if path.is_file()} == {".tif"}


def by_scene(entries: Any) -> dict[str, Chip]:
    return {entry.chip.scene.id: entry.chip for entry in entries}


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
