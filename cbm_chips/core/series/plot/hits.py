"""What lies under the mouse, and which date a place of the plot means."""

from __future__ import annotations

from dataclasses import dataclass

from ..values import SeriesPoint
from .placed import Dot, PlacedSeries, PlotLayout

REACH_PX = 8.0


@dataclass(frozen=True)
class Hit:
    """A date of a series."""

    placed: PlacedSeries
    dot: Dot

    @property
    def point(self) -> SeriesPoint:
        """Its numbers."""
        return self.placed.series.points[self.dot.number]


def dot_at(layout: PlotLayout, x: float, y: float, *, reach_px: float = REACH_PX) -> Hit | None:
    """The nearest date within reach; of two at one place the one that is painted last."""
    nearest, found = reach_px * reach_px, None
    for placed in layout.series:
        for dot in placed.dots:
            apart = (dot.x - x) ** 2 + (dot.y - y) ** 2
            if apart <= nearest:
                nearest, found = apart, Hit(placed, dot)
    return found


def date_at(layout: PlotLayout, x: float) -> Hit | None:
    """The date nearest in time, whatever its value: what a line that is dragged means."""
    hits = [Hit(placed, dot) for placed in layout.series for dot in placed.dots]
    return min(hits, key=lambda hit: abs(hit.dot.x - x), default=None)


def dots_of(layout: PlotLayout, key: str) -> list[Hit]:
    """The date in all series."""
    return [
        Hit(placed, dot)
        for placed in layout.series
        for dot in placed.dots
        if key and placed.series.points[dot.number].key == key
    ]
