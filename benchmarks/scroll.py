"""How long QGIS's event loop stands still while 2,000 pictures come, scroll, change.

    python -m benchmarks.scroll [--dates 2000] [--width 1200] [--height 900] [--where]

The panel of the dock in a QGIS without a screen, fed with made chips as a run feeds it.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Optional

from tests.builders import a_grid, a_scene
from tests.chips import a_chip, a_parcel
from tests.desktop import window

from .real_dock import end_with, in_fresh_qgis
from .run import say
from .ticks import GOAL_MS, Gap, Ticks

if TYPE_CHECKING:
    from cbm_chips.core.model import Chip, Place
    from cbm_chips.core.rendering.look import Look
    from cbm_chips.gui.thumbnails import ThumbnailPanel

BATCH, FRAME_S, LEAST_S = 25, 0.016, 0.3
COLUMNS = ("while", "s", "longest, ms = ran + queued + slept", f"over {GOAL_MS} ms", "memory, MB")


@dataclass(frozen=True)
class Setting:
    """How many dates in a panel of which size."""

    dates: int
    width: int
    height: int
    says_where: bool


@dataclass(frozen=True)
class Phase:
    """What the timer saw while something went on."""

    name: str
    seconds: float
    longest: dict[str, float]
    late: int
    memory_mb: float
    where: list[str]

    def row(self) -> Sequence[str]:
        """For the table."""
        gap = Gap(**self.longest)
        parts = f"{gap.long:.0f} = {gap.ran:.0f} + {gap.queued:.0f} + {gap.slept:.0f}"
        return self.name, f"{self.seconds:.1f}", parts, str(self.late), f"{self.memory_mb:.0f}"


def measured(setting: Setting) -> list[Phase]:
    """One after another, on one panel."""
    from qgis.core import QgsApplication

    app = QgsApplication([], True)
    app.initQgis()
    from cbm_chips.gui.thumbnails import ThumbnailPanel

    panel = ThumbnailPanel()
    panel.resize(setting.width, setting.height)
    panel.show()
    chips, parcel = made_chips(setting.dates), a_parcel()  # PROJ is open, as after the warm start
    return [
        _phase(name, setting, go, panel)
        for name, go in (
            ("they come", lambda: _come(panel, chips, parcel)),
            ("they scroll", lambda: _scroll(panel)),
            ("another look", lambda: panel.set_look(_ndvi())),
            ("they scroll again", lambda: _scroll(panel)),
            ("a filter", lambda: panel.controls.choose_filter("clear")),
            ("all of them", lambda: panel.controls.choose_filter("all")),
            ("fit", lambda: panel.controls.show_fit(True)),
            ("large, and on through the dates", lambda: _step(panel)),
        )
    ]


def made_chips(count: int) -> list[Chip]:
    """A date each; ten different sets of pixels."""
    bands = ("B08", "B04", "B03", "SCL")
    pixels = [a_chip(bands).bands for _ in range(10)]
    first = date(2016, 1, 1)
    days = [(first + timedelta(days=number)).isoformat() for number in range(count)]
    scenes = [a_scene(f"S2A_{day}", f"{day}T10:36:34") for day in days]
    return [a_chip(pixels[number % 10], scene) for number, scene in enumerate(scenes)]


def _phase(name: str, setting: Setting, go: Callable[[], object], panel: ThumbnailPanel) -> Phase:
    ticks, begun = Ticks(says_where=setting.says_where), time.perf_counter()
    go()
    window.wait_for(panel.is_idle, seconds=300)
    until = time.perf_counter() + LEAST_S
    window.wait_for(lambda: time.perf_counter() > until)
    gaps = ticks.stop()
    where = [f"{number} x {place}" for place, number in ticks.where.most_common(8)]
    late = sum(gap.long > GOAL_MS for gap in gaps)
    seconds = time.perf_counter() - begun
    return Phase(name, seconds, asdict(gaps[-1]), late, _memory_mb(), where)


def _come(panel: ThumbnailPanel, chips: list[Chip], parcel: Place) -> None:
    from cbm_chips.bridge.tasks.chip_task import Batch
    from cbm_chips.core.pipeline.events import Found

    panel.begin(1, parcel, 1280)
    scenes = tuple(chip.scene for chip in chips)
    panel.take(Batch(1, (Found(a_grid(), scenes, (), (), ()),)))
    _often(
        (lambda part=chips[n : n + BATCH]: panel.take(Batch(1, tuple(part))))
        for n in range(0, len(chips), BATCH)
    )


def _scroll(panel: ThumbnailPanel) -> None:
    """A wheel that turns as fast as it can, down and up."""
    bar = panel.view.verticalScrollBar()
    step = panel.view.shape.cell.height() // 2
    places = [*range(0, bar.maximum(), step), *range(bar.maximum(), 0, -4 * step)]
    _often((lambda place=place: bar.setValue(place)) for place in places)


def _step(panel: ThumbnailPanel) -> None:
    panel.pages.open_large()
    _often((lambda: panel.pages.large.step(1)) for _ in range(100))
    panel.pages.close_large()


def _ndvi() -> Look:
    from cbm_chips.core.rendering.indices import INDICES
    from cbm_chips.core.rendering.look import Look

    return Look(INDICES["NDVI"])


def _often(calls: Iterator[Callable[[], object]]) -> None:
    """One call a frame, in the event loop."""
    left, next_at = deque(calls), [0.0]

    def is_over() -> bool:
        if left and time.perf_counter() >= next_at[0]:
            next_at[0] = time.perf_counter() + FRAME_S
            left.popleft()()
        return not left

    window.wait_for(is_over, seconds=300)


def _memory_mb() -> float:
    with open("/proc/self/status", encoding="ascii") as status:
        resident = next(line for line in status if line.startswith("VmRSS"))
    return int(resident.split()[1]) / 1024


def main(arguments: Optional[Sequence[str]] = None) -> None:
    """Measure and print a table."""
    options = _options(arguments)
    if options.inside:
        end_with([asdict(phase) for phase in measured(Setting(**json.load(sys.stdin)))])
    print(*(f"| {' | '.join(row)} |" for row in (COLUMNS, ["---"] * len(COLUMNS))), sep="\n")
    setting = Setting(options.dates, options.width, options.height, options.where)
    for told in in_fresh_qgis("benchmarks.scroll", asdict(setting)):
        phase = Phase(**told)
        print(f"| {' | '.join(phase.row())} |", flush=True)
        say("\n".join(phase.where))


def _options(arguments: Optional[Sequence[str]]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--dates", type=int, default=2000)
    parser.add_argument("--width", type=int, default=1200)
    parser.add_argument("--height", type=int, default=900)
    parser.add_argument("--where", action="store_true", help="say what kept the main thread")
    parser.add_argument("--inside", action="store_true", help="be the QGIS; a setting by stdin")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
