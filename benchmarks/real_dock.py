"""A real QGIS without a screen, in a process and a profile of its own, with the dock open."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from tests.desktop import window
from tests.servers.process import ServerProcess

from . import archive
from .measuring import REPOSITORY
from .run import BENCH

DATES = 24
LAST_WORDS = 4000
Click = Callable[[tuple[float, float]], None]


@contextmanager
def served_archive(*, latency_ms: float) -> Iterator[tuple[str, str]]:
    """The addresses of a catalogue and of its files, which lie behind a line; see `line.Line`."""
    folder = archive.built_archive(BENCH, 1024, dates=DATES)
    items = folder / "items.json"
    items.write_text(json.dumps(archive.stac_items(DATES)), encoding="utf-8")
    with ExitStack() as stack:
        line = ("--latency-ms", latency_ms)
        files = stack.enter_context(ServerProcess("server", folder, *line, package="benchmarks"))
        api = stack.enter_context(ServerProcess("stac_api", items, "--asset-base", files.url))
        yield str(api.url), str(files.url)


@contextmanager
def open_dock(source: str, prepare: Callable[[], None]) -> Iterator[tuple[Any, Any, Click]]:
    """QGIS with the dock open: its window, the dock, and a click on the map.

    `prepare` is called before the plugin is loaded.
    """
    from qgis.core import QgsApplication
    from qgis.PyQt import QtTest  # noqa: F401 - what clicks is no part of what a click costs

    from cbm_chips.plugin import CbmChipsPlugin

    app = QgsApplication([], True)
    app.initQgis()
    prepare()
    iface = window.FakeInterface()
    plugin = CbmChipsPlugin(iface)
    plugin.initGui()
    window.settle()
    iface.menu[0].trigger()
    first, *_, last = archive.days(DATES)
    season = {"start": str(first), "end": str(last), "one_per_date": False}
    window.set_form(plugin.dock, source=source, **season)
    plugin.dock.form.box.setCollapsed(True)

    def click(place: tuple[float, float]) -> None:
        window.look_at(iface.canvas, place)
        window.click(iface, plugin.dock, place)

    yield iface, plugin.dock, click
    plugin.unload()
    iface.window.close()


def elsewhere() -> tuple[float, float]:
    """Longitude and latitude of a chip that lies in other blocks than the reference chip."""
    from pyproj import Transformer

    to_degrees = Transformer.from_crs(archive.EPSG, 4326, always_xy=True)
    half = archive.CHIP_M / 2
    left, top = archive.ELSEWHERE_LEFT, archive.ELSEWHERE_TOP
    lon, lat = to_degrees.transform(left + half, top - half)
    return float(lon), float(lat)


def in_fresh_qgis(module: str, setting: object) -> Any:  # noqa: ANN401
    """What `python -m <module> --inside` prints as JSON, which gets `setting` by stdin."""
    with tempfile.TemporaryDirectory() as home:
        own = {
            "QT_QPA_PLATFORM": "offscreen",
            "QGIS_CUSTOM_CONFIG_PATH": f"{home}/config",
            "CBM_CHIPS_CACHE": f"{home}/cache",
            "NO_PROXY": "127.0.0.1",
        }
        done = subprocess.run(
            [sys.executable, "-m", module, "--inside"],
            cwd=REPOSITORY,
            env={**os.environ, **own},
            input=json.dumps(setting),
            capture_output=True,
            check=False,
            text=True,
        )
    if done.returncode:
        raise RuntimeError(f"QGIS ended with {done.returncode}:\n{done.stderr[-LAST_WORDS:]}")
    return json.loads(done.stdout.splitlines()[-1])


def end_with(result: object) -> None:
    """Print the result and end at once: QGIS may crash when it is taken down."""
    print(json.dumps(result))
    sys.stdout.flush()
    os._exit(0)
