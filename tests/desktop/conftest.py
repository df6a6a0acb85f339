"""A real QGIS without a screen, in a profile of its own, and the sample archive on two servers."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.cbm import cbm_server
from tests.desktop.kept_dock import KeptDock, close_window
from tests.desktop.large_layer import large_geopackage, large_layer
from tests.desktop.window import (
    CENTRE,
    FakeInterface,
    forget_settings,
    look_at,
    set_form,
    settle,
)
from tests.sample_servers import Served, served
from tests.servers.process import ServerProcess

LONGEST = ("test_installing.py", "test_qgis_process.py", "test_every_word.py")
"""Files of tests that share what takes long to make, or wait for processes."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first, so that it is made in one process and nobody waits for it.

    Whoever has nothing left to do takes over others' last tests.
    """
    items.sort(key=lambda item: item.path.name not in LONGEST)


@pytest.fixture(scope="session")
def sample_archive(sample_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy: QGIS writes into a GeoPackage by opening it."""
    copy = tmp_path_factory.mktemp("archive") / "sample"
    shutil.copytree(sample_archive.parent, copy)
    return copy / "catalog.json"


@pytest.fixture(scope="session")
def running_servers(
    sample_archive: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """For what several tests share; use `servers`, which tidies them."""
    with served(sample_archive, tmp_path_factory.mktemp("served")) as both:
        yield both


@pytest.fixture
def servers(running_servers: Served) -> Served:
    """Nothing counted yet, and no fault."""
    running_servers.reset()
    return running_servers


@pytest.fixture(autouse=True)
def forgetful_gdal(qgis_app: object) -> None:
    """Nothing is remembered of files on servers by the GDAL of this process."""
    from osgeo import gdal

    gdal.VSICurlClearCache()


@pytest.fixture(scope="session", autouse=True)
def qgis_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """QGIS with the algorithms of ours; one for all tests, as there can be no second."""
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = str(tmp_path_factory.mktemp("profile"))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("CBM_CHIPS_CACHE", None)
    from qgis.core import QgsApplication

    app = QgsApplication([], True)
    app.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath(), "python", "plugins")))
    from processing.core.Processing import Processing

    Processing.initialize()
    yield app
    app.exitQgis()


@pytest.fixture
def plugin(qgis_app: object) -> Iterator[object]:
    """The plugin as `qgis_process` loads it."""
    from cbm_chips.plugin import CbmChipsPlugin

    plugin = CbmChipsPlugin(None)
    plugin.initProcessing()
    yield plugin
    plugin.unload()


@pytest.fixture
def clean_project() -> Iterator[object]:
    from qgis.core import QgsProject

    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


@pytest.fixture(scope="session")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """12,000 parcels; see `large_layer`."""
    return large_geopackage(tmp_path_factory.mktemp("large"))


@pytest.fixture
def many(iface: FakeInterface, large_file: Path) -> Any:
    """These parcels as the only layer on the map."""
    from qgis.core import QgsProject

    layer = large_layer(large_file)
    QgsProject.instance().addMapLayer(layer)
    iface.canvas.setLayers([layer])
    return layer


@pytest.fixture(scope="session")
def known_pixels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of `kept_cache`."""
    return tmp_path_factory.mktemp("known-pixels")


@pytest.fixture
def kept_cache(monkeypatch: pytest.MonkeyPatch, known_pixels: Path) -> None:
    """What a test has read is there for the next: most stories begin when all is read."""
    monkeypatch.setenv("CBM_CHIPS_CACHE", str(known_pixels))


@pytest.fixture
def empty_cache(
    kept_cache: None, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """For a story of reading: what is asked of servers, how they fail, what is seen meanwhile."""
    monkeypatch.setenv("CBM_CHIPS_CACHE", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def no_warm_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections and imports belong to whoever counts them."""
    from cbm_chips.bridge.sources import warm_start

    monkeypatch.setattr(warm_start, "DELAY_MS", 10**9)


@pytest.fixture(scope="module")
def dock_of_file() -> Iterator[KeptDock]:
    """See `KeptDock`; not opened yet."""
    kept = KeptDock()
    yield kept
    kept.close()


@pytest.fixture
def kept_dock(request: pytest.FixtureRequest, dock_of_file: KeptDock) -> KeptDock | None:
    """Where the test says that a dock that was used will do; else there is none beside its own."""
    if request.node.get_closest_marker("kept_dock") and "dock" in request.fixturenames:
        return dock_of_file
    dock_of_file.close()
    return None


@pytest.fixture
def iface(
    clean_project: Any, kept_cache: None, no_warm_start: None, kept_dock: KeptDock | None
) -> Iterator[FakeInterface]:
    forget_settings()  # of a dock that nobody unloaded
    if kept_dock is not None:
        yield kept_dock.iface()
        kept_dock.stop()
    else:
        iface = FakeInterface()
        look_at(iface.canvas, CENTRE)
        yield iface
        close_window(iface)
    forget_settings()  # whoever comes next begins as in a new profile


@pytest.fixture
def loaded(iface: FakeInterface, kept_dock: KeptDock | None) -> Iterator[Any]:
    from cbm_chips.plugin import CbmChipsPlugin

    if kept_dock is not None:
        yield kept_dock.plugin
        return
    plugin = CbmChipsPlugin(iface)
    plugin.initGui()
    settle()
    yield plugin
    plugin.unload()
    settle()


@pytest.fixture
def dock(loaded: Any, iface: FakeInterface, servers: Served) -> Any:
    """Open, and set to a season of the sample archive behind its servers."""
    if loaded.dock is None:
        iface.menu[0].trigger()
    set_form(loaded.dock, source=servers.api.url)
    return loaded.dock


@pytest.fixture(scope="session")
def cbm_process(sample_archive: Path) -> Iterator[ServerProcess]:
    """The sample archive as a CbM service; use `server`, which tidies it."""
    with cbm_server(sample_archive) as server:
        yield server


@pytest.fixture
def server(cbm_process: ServerProcess) -> ServerProcess:
    """A CbM service without faults, and nothing counted yet."""
    cbm_process.switch(restore=True)
    cbm_process.reset()
    return cbm_process
