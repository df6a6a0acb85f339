"""Chips as layers: in a project, through Processing's own loading."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from cbm_chips.core.sentinel2.scl import SCL_CLASSES
from tests.desktop.running import CENTRE, JUNE, feedback_class
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("plugin", "kept_cache")
JUNE_DATES = ["2022-06-09", "2022-06-14", "2022-06-19", "2022-06-24"]


def run_and_load(algorithm: str, parameters: dict[str, Any], project: Any) -> None:
    """As the toolbox does: the work in a task, the layers on the main thread afterwards."""
    from processing.gui.Postprocessing import handleAlgorithmResults
    from qgis.core import (
        QgsApplication,
        QgsProcessingAlgRunnerTask,
        QgsProcessingContext,
    )
    from qgis.PyQt.QtCore import QEventLoop

    found = QgsApplication.processingRegistry().algorithmById(f"cbmchips:{algorithm}")
    context, feedback = QgsProcessingContext(), feedback_class()()
    context.setProject(project)
    task = QgsProcessingAlgRunnerTask(found, parameters, context, feedback)
    loop, outcomes = QEventLoop(), []
    task.executed.connect(lambda successful, results: (outcomes.append(successful), loop.quit()))
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    assert outcomes == [True], feedback.errors
    assert handleAlgorithmResults(found, context, feedback)


def layers_in(project: Any, servers: Served, folder: Path) -> dict[str, Any]:
    """The layers of a point in June, by name."""
    given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "OUTPUT": str(folder)}
    run_and_load("rawchips", given, project)
    run_and_load("compositechips", given, project)
    return {layer.name(): layer for layer in project.mapLayers().values()}


@pytest.fixture(scope="module")
def project(qgis_app: object) -> Iterator[Any]:
    """For tests that only look at what is in it."""
    from qgis.core import QgsProject

    project = QgsProject()
    yield project
    project.clear()


@pytest.fixture(scope="module")
def layers(
    project: Any, running_servers: Served, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """Made once, and changed by no test."""
    from cbm_chips.plugin import CbmChipsPlugin

    plugin = CbmChipsPlugin(None)
    plugin.initProcessing()
    try:
        return layers_in(project, running_servers, tmp_path_factory.mktemp("layers"))
    finally:
        plugin.unload()


def test_every_file_is_a_layer_in_its_places_group(layers: dict[str, Any], project: Any) -> None:
    group = project.layerTreeRoot().findGroup("5.66400_52.69400")
    assert len(layers) == 4 * 4
    assert all(layer.isValid() for layer in layers.values())
    names = [node.name() for node in group.findLayers()]
    assert names == sorted(layers, reverse=True)
    assert len(project.layerTreeRoot().findLayers()) == len(layers)
    assert sorted({name[:10] for name in names}) == JUNE_DATES
    assert not any(node.isExpanded() for node in group.findLayers())


def test_bands_are_grey_between_their_percentiles(layers: dict[str, Any]) -> None:
    import numpy as np

    bands = [layer for name, layer in layers.items() if name.endswith((" B08", " B04"))]
    assert len(bands) == 8
    for layer in bands:
        renderer = layer.renderer()
        assert renderer.type() == "singlebandgray"
        shown = renderer.contrastEnhancement()
        values, _, ground = reflectance_of(layer)
        low, high = np.percentile(values[ground], (2, 98))
        assert shown.minimumValue() == pytest.approx(low)
        assert shown.maximumValue() == pytest.approx(high)


def test_bands_are_drawn_in_all_greys(layers: dict[str, Any]) -> None:
    """Seen on the canvas: a style may look right and be flat."""
    import numpy as np

    for layer in [layer for name, layer in layers.items() if name.endswith((" B08", " B04"))]:
        values, valid, ground = reflectance_of(layer)
        low, high = np.percentile(values[ground], (2, 98))
        drawn = drawn_on_a_canvas(layer)
        expected = np.clip((values - low) / (high - low), 0, 1) * 255
        assert np.abs(drawn[..., 0] - expected)[valid].max() <= 2
        assert (drawn[..., 0] == drawn[..., 2]).all()
        assert len(np.unique(drawn[..., 0][ground])) > 60


def test_what_qgis_makes_of_its_own_histogram_does_not_matter(
    monkeypatch: pytest.MonkeyPatch, clean_project: Any, servers: Served, tmp_path: Path
) -> None:
    from qgis.core import QgsRasterInterface

    def one_bin(*_: Any) -> Any:
        raise AssertionError("asked for QGIS's histogram")

    for name in ("cumulativeCut", "histogram", "bandStatistics"):
        monkeypatch.setattr(QgsRasterInterface, name, one_bin)
    given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "OUTPUT": str(tmp_path)}
    run_and_load("rawchips", given, clean_project)
    assert len(clean_project.mapLayers()) == 12


def reflectance_of(layer: Any) -> Any:
    """Values, where they are valid, and where they show ground by the file of the classes."""
    import numpy as np
    import rasterio

    with rasterio.open(layer.source()) as file:
        dn, scale, offset = file.read(1), file.scales[0], file.offsets[0]
    with rasterio.open(layer.source().replace(".B08.", ".SCL.").replace(".B04.", ".SCL.")) as file:
        bad = np.isin(file.read(1), (1, 3, 8, 9, 10)).repeat(2, axis=0).repeat(2, axis=1)
    valid = dn > 0
    ground = valid & ~bad
    return dn * scale + offset, valid, ground if ground.sum() >= 0.05 * valid.sum() else valid


def drawn_on_a_canvas(layer: Any) -> Any:
    """[h, w, 4] int, one pixel of the screen for each of the file."""
    import numpy as np
    from qgis.core import QgsMapRendererParallelJob, QgsMapSettings
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QColor, QImage

    view = QgsMapSettings()
    view.setLayers([layer])
    view.setDestinationCrs(layer.crs())
    view.setExtent(layer.extent())
    view.setOutputSize(QSize(layer.width(), layer.height()))
    view.setBackgroundColor(QColor(0, 0, 0, 0))
    job = QgsMapRendererParallelJob(view)
    job.start()
    job.waitForFinished()
    image = job.renderedImage().convertToFormat(QImage.Format.Format_RGBA8888)
    data = image.constBits()
    data.setsize(image.sizeInBytes())
    shape = (layer.height(), layer.width(), 4)
    return np.frombuffer(bytes(data), np.uint8).reshape(shape).astype(int)


def test_classes_have_the_official_names_and_colours(layers: dict[str, Any]) -> None:
    shown = [layer.renderer() for name, layer in layers.items() if name.endswith(" SCL")]

    assert len(shown) == 4
    for renderer in shown:
        assert renderer.type() == "paletted"
        assert [(row.value, row.color.name(), row.label) for row in renderer.classes()] == [
            (row.code, row.color, f"{row.code} {row.label}") for row in SCL_CLASSES[1:]
        ]


def test_composites_show_their_own_bytes(layers: dict[str, Any]) -> None:
    shown = [layer.renderer() for name, layer in layers.items() if name.endswith("B08_B04_B03")]

    assert len(shown) == 4
    for renderer in shown:
        assert renderer.type() == "multibandcolor"
        assert renderer.usesBands() == [1, 2, 3, 4] or renderer.alphaBand() == 4
        assert renderer.redContrastEnhancement() is None


def test_a_layers_time_ends_a_second_before_the_next(layers: dict[str, Any]) -> None:
    for content in ("B08", "SCL", "B08_B04_B03"):
        names = sorted(name for name in layers if name.endswith(f" {content}"))
        ranges = [layers[name].temporalProperties() for name in names]
        assert all(one.isActive() for one in ranges)
        times = [one.fixedTemporalRange() for one in ranges]
        for name, one, following in zip(names, times, times[1:]):
            assert one.begin().toUTC().toString("yyyy-MM-dd HH:mm:ss") == name[:19]
            assert one.end().secsTo(following.begin()) == 1
        assert times[-1].end().toUTC().toString("yyyy-MM-dd HH:mm:ss") == "2022-06-30 23:59:59"


def test_time_survives_saving_and_nothing_is_written_beside_the_files(
    clean_project: Any, servers: Served, tmp_path: Path
) -> None:
    layers = layers_in(clean_project, servers, tmp_path / "chips")
    before = {
        name: layer.temporalProperties().fixedTemporalRange() for name, layer in layers.items()
    }
    path = str(tmp_path / "project.qgz")
    assert clean_project.write(path)
    clean_project.clear()
    assert list((tmp_path / "chips").rglob("*.tif"))
    assert not list((tmp_path / "chips").rglob("*.xml"))
    assert clean_project.read(path)

    after = {
        layer.name(): layer.temporalProperties().fixedTemporalRange()
        for layer in clean_project.mapLayers().values()
    }
    assert {name: (one.begin(), one.end()) for name, one in before.items()} == {
        name: (one.begin(), one.end()) for name, one in after.items()
    }


def test_files_are_opened_outside_the_main_thread(
    clean_project: Any, servers: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import get_ident

    from qgis.PyQt.QtCore import QThread

    from cbm_chips.processing.base import loading

    threads, opened = set(), loading.raster_layer

    def watched(item: Any) -> Any:
        threads.add(get_ident())
        return opened(item)

    monkeypatch.setattr(loading, "raster_layer", watched)
    given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "OUTPUT": str(tmp_path)}
    run_and_load("rawchips", given, clean_project)

    assert threads
    assert get_ident() not in threads
    layers = clean_project.mapLayers().values()
    assert {layer.thread() for layer in layers} == {QThread.currentThread()}


def test_what_finishes_layers_ends_with_its_run(layers: dict[str, Any]) -> None:
    from qgis.PyQt import sip

    from cbm_chips.processing.base.loading import _Finish

    assert layers
    assert all(sip.isdeleted(one) for one in _Finish._kept)


def test_two_acquisitions_of_one_second_end_together() -> None:
    from cbm_chips.bridge.layers.raster_layer import ChipFile, timed_files

    paths = [Path(f"p/20220601T100000_{one}.B08.tif") for one in "ab"]
    last = datetime(2022, 6, 30, tzinfo=timezone.utc)

    assert {item.until for item in timed_files(map(ChipFile.of, paths), last=last)} == {last}
