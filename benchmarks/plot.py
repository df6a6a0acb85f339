"""How fast the series plot repaints, and whether QGIS's event loop stands still while it grows.

    python -m benchmarks.plot [--dates 400] [--where]

A widget without a screen with three series of made dates. Repainting is compared with the plain
way, in which every mark is drawn as a form of its own; both in turns, as time of the main thread on
a core. Then the values of as many chips are computed, batch by batch, as in a run.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Optional

from tests.chips import a_parcel
from tests.desktop import window

from .real_dock import end_with, in_fresh_qgis
from .run import say
from .scroll import made_chips
from .ticks import GOAL_MS, Gap, Ticks

if TYPE_CHECKING:
    from cbm_chips.core.series.plot.content import PlotContent

SIZE, TURNS = (900, 320), 15
GOAL_REPAINT_MS = 8.0
NAMES = ("NDVI", "NDWI", "B08")
COLUMNS = ("what", "ms", "ratio to the plain way", "goal")


@dataclass(frozen=True)
class Setting:
    """How many dates."""

    dates: int
    says_where: bool


@dataclass(frozen=True)
class Measured:
    """Milliseconds, the best of some turns; of the growing plot the longest that it kept the
    main thread.

    Attributes:
        move: another current date, which paints only that.
        late: gaps that ran longer than the goal.
    """

    layout: float
    repaint: float
    plain: float
    move: float
    grow_ran: float
    grow: dict[str, float]
    late: int
    where: list[str]


def measured(setting: Setting) -> Measured:
    """In the process of a QGIS, which outlives all that is made here."""
    from cbm_chips.gui.plot.view import SeriesPlot

    view = SeriesPlot()
    view.resize(*SIZE)
    view.show_content(_content(setting.dates))
    view.show()
    window.settle()
    keys = view.keys()
    turns = [_turn(view, keys[number]) for number in range(TURNS)]
    layout, repaint, plain, move = (min(each) for each in zip(*turns))
    gaps, where = _grown(setting)
    ran = max(gap.ran for gap in gaps)
    late = sum(gap.ran > GOAL_MS for gap in gaps)
    return Measured(layout, repaint, plain, move, ran, asdict(gaps[-1]), late, where)


def _turn(view: Any, key: str) -> tuple[float, float, float, float]:  # noqa: ANN401
    """Once each, one after another."""
    view.show_content(replace(view.content, has_legend=not view.content.has_legend))
    layout = _ms(view.laid_out)
    repaint = _ms(view.repaint)
    plain = _ms(lambda: _plain(view))
    view.show_current(key)
    return layout, repaint, plain, _ms(view.repaint)


def _plain(view: Any) -> None:  # noqa: ANN401
    """The same plot, each mark as a form."""
    from qgis.PyQt.QtGui import QPainter, QPixmap

    from cbm_chips.bridge.plot.colours import PlotColours
    from cbm_chips.bridge.plot.markers import Markers
    from cbm_chips.bridge.plot.painting import PlotStyle, paint_plot

    picture = QPixmap(view.size())
    painter = QPainter(picture)
    painter.setFont(view.font())
    colours = PlotColours.of(view.palette())
    markers = Markers(view._radius_px(), colours.base, stamps=False)
    paint_plot(painter, view.laid_out(), PlotStyle(colours, markers))
    painter.end()


def _ms(call: Callable[[], object]) -> float:
    begun = time.thread_time()
    call()
    return 1000 * (time.thread_time() - begun)


def _content(dates: int) -> PlotContent:
    """A season of every state, again and again."""
    from cbm_chips.core.series.plot.content import PlotContent
    from cbm_chips.core.series.values import PointState, SeriesPoint, ValueSeries

    scenes = [chip.scene for chip in made_chips(dates)]
    states = [*[PointState.CLEAR] * 5, PointState.PARTLY, PointState.CLOUDY, PointState.NOT_READ]
    series = []
    for place, name in enumerate(NAMES):
        points = []
        for number, scene in enumerate(scenes):
            state, mean = states[number % len(states)], 0.3 * place + (number % 37) / 50
            known = state is not PointState.NOT_READ
            numbers = (mean, mean - 0.05, mean + 0.05, 90) if known else (None, None, None, 0)
            points.append(SeriesPoint(scene.acquired, *numbers, state=state, key=scene.id))
        series.append(ValueSeries(name, points=tuple(points)))
    return PlotContent(tuple(series))


def _grown(setting: Setting) -> tuple[list[Gap], list[str]]:
    """As many dates, whose values come in batches."""
    from cbm_chips.bridge.tasks.plot_values import PlotValues, ValueOrder
    from cbm_chips.core.pipeline.series import Series
    from cbm_chips.gui.plot.options import PlotOptions
    from cbm_chips.gui.plot.panel import SeriesPanel
    from cbm_chips.gui.plot.run_values import RunValues

    panel, place = SeriesPanel(PlotOptions(names=NAMES)), a_parcel()
    panel.resize(*SIZE)
    panel.show()
    window.settle()
    run, seen = Series(), []
    for chip in made_chips(setting.dates):
        run.take(chip)
    values = RunValues(lambda: run.entries, panel)

    def show(found: PlotValues) -> None:
        panel.show_values(found.series, found.curves)
        seen.append(found.is_whole)

    values.ready.connect(show)
    ticks = Ticks(says_where=setting.says_where)
    values.begin(place)
    values.want(ValueOrder(0, place, (), NAMES))
    window.wait_for(lambda: bool(seen) and seen[-1] and values.is_idle(), seconds=300)
    gaps = ticks.stop()
    values.stop()
    return gaps, [f"{number} x {place}" for place, number in ticks.where.most_common(8)]


def main(arguments: Optional[Sequence[str]] = None) -> None:
    """Measure and print a table."""
    options = _options(arguments)
    if options.inside:
        from qgis.core import QgsApplication

        app = QgsApplication([], True)
        app.initQgis()
        end_with(asdict(measured(Setting(**json.load(sys.stdin)))))
    setting = Setting(options.dates, options.where)
    found = Measured(**in_fresh_qgis("benchmarks.plot", asdict(setting)))
    grow = Gap(**found.grow)
    rows = (
        COLUMNS,
        ["---"] * len(COLUMNS),
        ("layout", f"{found.layout:.1f}", "", ""),
        (
            "repaint",
            f"{found.repaint:.1f}",
            f"{found.repaint / found.plain:.2f}",
            f"{GOAL_REPAINT_MS:g} ms",
        ),
        ("another current date", f"{found.move:.1f}", f"{found.move / found.plain:.2f}", ""),
        (
            "longest the main thread ran while it grows",
            f"{found.grow_ran:.0f} (gap {grow.long:.0f}, {found.late} late)",
            "",
            f"{GOAL_MS} ms",
        ),
    )
    print(*(f"| {' | '.join(row)} |" for row in rows), sep="\n")
    say("\n".join(found.where))


def _options(arguments: Optional[Sequence[str]]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--dates", type=int, default=400)
    parser.add_argument("--where", action="store_true", help="say what kept the main thread")
    parser.add_argument("--inside", action="store_true", help="be the QGIS; a setting by stdin")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
