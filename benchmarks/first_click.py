"""How late the first flag is after the first click in a fresh QGIS, and after the second one.

    python -m benchmarks.first_click [--repeats 5] [--idle-s 3] [--latency-ms 20]

A real QGIS without a screen opens the dock and is left alone for a moment. Then come two clicks,
each on a place whose blocks nobody has read yet. What differs is what only the first click pays:
imports, connections, the cache. `longest, ms` is the longest time that the event loop stood still
between the opening of the dock and the first click.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Optional

from tests.desktop import window

from . import archive
from .real_dock import Click, elsewhere, end_with, in_fresh_qgis, open_dock, served_archive
from .run import say
from .ticks import Ticks

GOAL, SOURCE = 1.2, "benchmark"


@dataclass(frozen=True)
class FirstFlags:
    """Seconds from a click to its first flag; the longest stall before the first click."""

    first_s: float
    second_s: float
    stall_ms: float
    where: str

    @property
    def ratio(self) -> float:
        """1 where nothing is left for the first click to pay."""
        return self.first_s / self.second_s


def measured(
    api: str, files: str, idle_s: float, places: Sequence[tuple[float, float]]
) -> FirstFlags:
    """A click on each of two places, in this process.

    The catalogue is a row of the list of sources, which says where the files lie.
    """

    def add_row() -> None:
        from cbm_chips.core.sources.stac.providers import PROVIDERS, typed_provider

        row = typed_provider(api, id=SOURCE)
        PROVIDERS[SOURCE] = replace(row, title=SOURCE, pixel_hosts=(files.rstrip("/"),))

    with open_dock(SOURCE, add_row) as (iface, dock, click):
        window.look_at(iface.canvas, places[1])  # a map that is drawn has cost its first time
        ticks, until = Ticks(says_where=True), time.perf_counter() + idle_s
        window.wait_for(lambda: time.perf_counter() > until)
        window.wait_for(lambda: not dock.session.warm_start.is_busy)
        longest = ticks.stop()[-1]
        first_s = _until_first_flag(dock, click, places[0])
        second_s = _until_first_flag(dock, click, places[1])
        where = "; ".join(place for place, _ in ticks.where.most_common(3))
    return FirstFlags(first_s, second_s, longest.long - longest.queued, where)


def _until_first_flag(dock: Any, click: Click, place: tuple[float, float]) -> float:  # noqa: ANN401
    seen: list[float] = []
    runs = dock.session.runs

    def look(batch: Any) -> None:  # noqa: ANN401
        if not seen and any(type(event).__name__ == "Flagged" for event in batch.events):
            seen.append(time.perf_counter())

    runs.news.connect(look)
    begun = time.perf_counter()
    click(place)
    window.wait_for(lambda: not runs.is_running and dock.panel.is_idle())
    runs.news.disconnect(look)
    return seen[0] - begun


def main(arguments: Optional[Sequence[str]] = None) -> None:
    """Measure and print a table."""
    options = _options(arguments)
    if options.inside:
        end_with(asdict(measured(**json.load(sys.stdin))))
    print("| first, s | second, s | ratio | longest, ms |\n|---|---|---|---|")
    ratios = []
    with served_archive(latency_ms=options.latency_ms) as (api, files):
        for _ in range(options.repeats):
            places = (archive.chip_centre(), elsewhere())  # not in there, as it imports pyproj
            setting = {"api": api, "files": files, "idle_s": options.idle_s, "places": places}
            flags = FirstFlags(**in_fresh_qgis("benchmarks.first_click", setting))
            ratios.append(flags.ratio)
            cells = (f"{flags.first_s:.2f}", f"{flags.second_s:.2f}", f"{flags.ratio:.2f}")
            print(f"| {' | '.join(cells)} | {flags.stall_ms:.0f} |", flush=True)
            say(flags.where)
    print(f"\nMedian ratio {statistics.median(ratios):.2f}, goal {GOAL}.")


def _options(arguments: Optional[Sequence[str]]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--idle-s", type=float, default=3.0, help="between opening and click")
    parser.add_argument("--latency-ms", type=float, default=20)
    parser.add_argument("--inside", action="store_true", help="be the QGIS; a setting by stdin")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
