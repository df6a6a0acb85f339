"""How long QGIS's event loop stands still while the dock reads 24 dates x 4 bands.

    python -m benchmarks.stall [--readers fast general] [--threads 32 8] [--switch-ms 5 1] [--where]

A real QGIS without a screen, the plugin's dock on a canvas, the range server with latency. A timer
of 5 ms ticks in the main thread; what lies between two ticks is how long a person's click would
wait. `idle` is the same with nothing going on: what the machine itself does to the timer.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, Optional

from tests.desktop import window

from . import archive
from .real_dock import DATES, elsewhere, end_with, in_fresh_qgis, open_dock, served_archive
from .run import say
from .ticks import GOAL_MS, Gap, Ticks

if TYPE_CHECKING:
    from cbm_chips.core.reading.cog.header_store import FileStores
    from cbm_chips.core.reading.contract import Reader
    from cbm_chips.core.reading.network import Network

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
    with open_dock(setting.api, partial(_choose, setting)) as (iface, dock, iface_click):
        iface_click(elsewhere())
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


def _choose(setting: Setting) -> None:
    """What the dock's runs read with."""
    sys.setswitchinterval(setting.switch_ms / 1000)
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


def _in_fresh_qgis(setting: Setting) -> Stalls:
    told = in_fresh_qgis("benchmarks.stall", asdict(setting))
    return Stalls(Gap(**told.pop("longest")), **told)


def main(arguments: Optional[Sequence[str]] = None) -> None:
    """Measure and print a table."""
    options = _options(arguments)
    if options.inside:
        end_with(asdict(measured(Setting(**json.load(sys.stdin)))))
    print(*(f"| {' | '.join(row)} |" for row in (COLUMNS, ["---"] * len(COLUMNS))), sep="\n")
    with served_archive(latency_ms=options.latency_ms) as (api, _):
        ways = list(product(options.readers, options.threads, options.switch_ms))
        for way in ways * options.repeats:
            setting = Setting(*way, api, options.where)
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
