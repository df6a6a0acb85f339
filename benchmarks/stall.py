"""How long QGIS's event loop stands still while the dock reads 24 dates x 4 bands.

    python -m benchmarks.stall [--readers fast general] [--threads 32 8] [--switch-ms 5 1] [--where]

A real QGIS without a screen, the plugin's dock on a canvas, the range server with latency. A timer
of 5 ms ticks in the main thread; what lies between two ticks is how long a person's click would
wait. `idle` is the same with nothing going on: what the machine itself does to the timer.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from itertools import product
from typing import TYPE_CHECKING, Any, Optional

from tests.desktop import window
from tests.servers.process import ServerProcess

from . import archive
from .measuring import REPOSITORY
from .run import BENCH, say
from .ticks import GOAL_MS, Gap, Ticks

if TYPE_CHECKING:
    from cbm_chips.core.reading.cog.header_store import FileStores
    from cbm_chips.core.reading.contract import Reader
    from cbm_chips.core.reading.network import Network

DATES = 24
LAST_WORDS = 4000
IDLE_S = 2.0
COLUMNS = (
    "reader",
    "threads",
    "switch, ms",
    "s",
    "longest, ms = ran + queued + slept",
    "at, s",
    "p99, ms",
    f"over {GOAL_MS} ms",
    "idle, ms",
)


@dataclass(frozen=True)
class Setting:
    """One run of the dock.

    Attributes:
        reader: `fast` or `general`.
        threads: that read; 0 is as the product has it.
        switch_ms: how long a thread may keep Python's lock when others want it.
        api: URL of the catalogue.
    """

    reader: str
    threads: int
    switch_ms: float
    api: str
    says_where: bool = False


@dataclass(frozen=True)
class Stalls:
    """What the timer saw.

    Attributes:
        longest: gap of the run.
        p99_ms, late: 99 % are shorter; how many are longer than the goal.
        idle_ms: the longest gap of an idle event loop.
        seconds: of the run.
        where: what the main thread was at when it was late, most frequent first.
    """

    longest: Gap
    p99_ms: float
    late: int
    idle_ms: float
    seconds: float
    where: list[str]

    def row(self, setting: Setting) -> Sequence[str]:
        """For the table."""
        longest = self.longest
        parts = f"{longest.ran:.0f} + {longest.queued:.0f} + {longest.slept:.0f}"
        return (
            setting.reader,
            str(setting.threads or "as set"),
            f"{setting.switch_ms:g}",
            f"{self.seconds:.2f}",
            f"{longest.long:.0f} = {parts}",
            f"{longest.begins / 1000:.2f}",
            f"{self.p99_ms:.0f}",
            str(self.late),
            f"{self.idle_ms:.0f}",
        )


def measured(setting: Setting) -> Stalls:
    """Run the dock twice, the second time under the clock, on chips in other blocks."""
    with _dock(setting) as (iface, dock, iface_click):
        iface_click(_degrees(archive.ELSEWHERE_LEFT, archive.ELSEWHERE_TOP))
        window.wait_for(lambda: not dock.session.runs.is_running and dock.panel.is_idle())
        window.look_at(iface.canvas, archive.chip_centre())
        ticks, until = Ticks(says_where=False), time.perf_counter() + IDLE_S
        window.wait_for(lambda: time.perf_counter() > until)
        idle_ms = ticks.stop()[-1].long
        ticks, begun = Ticks(says_where=setting.says_where), time.perf_counter()
        iface_click(archive.chip_centre())
        window.wait_for(lambda: not dock.session.runs.is_running)
        seconds = time.perf_counter() - begun
        window.wait_for(dock.panel.is_idle)
        gaps = ticks.stop()
        if dock.panel.counts().dates != DATES:
            raise RuntimeError(f"{dock.panel.counts().dates} dates: {window.message(dock)}")
    where = [f"{number} x {place}" for place, number in ticks.where.most_common(12)]
    p99_ms, late = gaps[int(0.99 * len(gaps))].long, sum(gap.long > GOAL_MS for gap in gaps)
    return Stalls(gaps[-1], p99_ms, late, idle_ms, seconds, where)


@contextmanager
def _dock(setting: Setting) -> Iterator[tuple[Any, Any, Callable[[Any], None]]]:
    """QGIS with the dock open: its window, the dock, and a click on the map."""
    from qgis.core import QgsApplication

    from cbm_chips.plugin import CbmChipsPlugin

    app = QgsApplication([], True)
    app.initQgis()
    _choose(setting)
    sys.setswitchinterval(setting.switch_ms / 1000)
    iface = window.FakeInterface()
    plugin = CbmChipsPlugin(iface)
    plugin.initGui()
    window.settle()
    iface.menu[0].trigger()
    first, *_, last = archive.days(DATES)
    season = {"start": str(first), "end": str(last), "one_per_date": False}
    window.set_form(plugin.dock, source=setting.api, **season)
    plugin.dock.form.box.setCollapsed(True)

    def click(place: tuple[float, float]) -> None:
        window.look_at(iface.canvas, place)
        window.click(iface, plugin.dock, place)

    yield iface, plugin.dock, click
    plugin.unload()
    iface.window.close()


def _choose(setting: Setting) -> None:
    """What the dock's runs read with."""
    if setting.reader == "fast" and not setting.threads:
        return
    from cbm_chips.core.reading import default_reader as readers
    from cbm_chips.core.reading.cog import reader as windows
    from cbm_chips.core.reading.gdal import reader as rasters

    threads = {"threads": setting.threads} if setting.threads else {}

    def general(network: Network, **_: object) -> Reader:
        return rasters.RasterReader(network, **threads)

    def fast(
        network: Network,
        *,
        stores: FileStores | None = None,
        **_: object,
    ) -> Reader:
        return windows.WindowReader(
            network,
            general=general(network),
            stores=stores,
            connections=setting.threads,
        )

    readers.default_reader = {"fast": fast, "general": general}[setting.reader]


def _degrees(left: float, top: float) -> tuple[float, float]:
    from pyproj import Transformer

    to_degrees = Transformer.from_crs(archive.EPSG, 4326, always_xy=True)
    half = archive.CHIP_M / 2
    lon, lat = to_degrees.transform(left + half, top - half)
    return float(lon), float(lat)


def _in_fresh_qgis(setting: Setting) -> Stalls:
    with tempfile.TemporaryDirectory() as home:
        own = {
            "QT_QPA_PLATFORM": "offscreen",
            "QGIS_CUSTOM_CONFIG_PATH": f"{home}/config",
            "CBM_CHIPS_CACHE": f"{home}/cache",
            "NO_PROXY": "127.0.0.1",
        }
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.stall", "--inside"],
            cwd=REPOSITORY,
            env={**os.environ, **own},
            input=json.dumps(asdict(setting)),
            capture_output=True,
            check=False,
            text=True,
        )
    if done.returncode:
        raise RuntimeError(f"QGIS ended with {done.returncode}:\n{done.stderr[-LAST_WORDS:]}")
    told = json.loads(done.stdout.splitlines()[-1])
    return Stalls(Gap(**told.pop("longest")), **told)


def main(arguments: Optional[Sequence[str]] = None) -> None:
    """Measure and print a table."""
    options = _options(arguments)
    if options.inside:
        print(json.dumps(asdict(measured(Setting(**json.load(sys.stdin))))))
        sys.stdout.flush()
        os._exit(0)  # QGIS may crash when it is taken down, after all is said
    folder = archive.built_archive(BENCH, 1024, dates=DATES)
    items = folder / "items.json"
    items.write_text(json.dumps(archive.stac_items(DATES)), encoding="utf-8")
    print(*(f"| {' | '.join(row)} |" for row in (COLUMNS, ["---"] * len(COLUMNS))), sep="\n")
    with ExitStack() as stack:
        line = ("--latency-ms", options.latency_ms)
        files = stack.enter_context(ServerProcess("server", folder, *line, package="benchmarks"))
        api = stack.enter_context(ServerProcess("stac_api", items, "--asset-base", files.url))
        ways = list(product(options.readers, options.threads, options.switch_ms))
        for way in ways * options.repeats:
            setting = Setting(*way, api.url, options.where)
            stalls = _in_fresh_qgis(setting)
            print(f"| {' | '.join(stalls.row(setting))} |", flush=True)
            say("\n".join(stalls.where))


def _options(arguments: Optional[Sequence[str]]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--readers", nargs="+", default=["fast"], choices=("fast", "general"))
    parser.add_argument("--threads", nargs="+", type=int, default=[0], help="that read")
    parser.add_argument("--switch-ms", nargs="+", type=float, default=[5.0], help="Python's own: 5")
    parser.add_argument("--latency-ms", type=float, default=20)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--where", action="store_true", help="say what kept the main thread")
    parser.add_argument("--inside", action="store_true", help="be the QGIS; a setting by stdin")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
