"""Which part of the time is in sight."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt

from ...core.series.plot.scales import Scale

SHORTEST_DAYS, LONGEST_DAYS = 5.0, 20_000.0
NEARER, FARTHER = 0.8, 1.25
_ZOOMS = {Qt.Key.Key_Plus: NEARER, Qt.Key.Key_Equal: NEARER, Qt.Key.Key_Minus: FARTHER}
_MOVES = {Qt.Key.Key_PageUp: -0.5, Qt.Key.Key_PageDown: 0.5}
VIEWING_KEYS = frozenset({*_ZOOMS, *_MOVES, Qt.Key.Key_0})


@dataclass(frozen=True)
class ViewingSpan:
    """First and last day as of `day_number`; None for all that there is."""

    shown: tuple[float, float] | None = None

    def zoomed(self, days: Scale, times: float, *, around_px: float) -> ViewingSpan:
        """So many times as long; the day at `around_px` stays where it is."""
        length = (days.high - days.low) * times
        if not SHORTEST_DAYS <= length <= LONGEST_DAYS:
            return self
        middle = days.number(around_px)
        share = (middle - days.low) / (days.high - days.low)
        low = middle - share * length
        return ViewingSpan((low, low + length))

    def moved(self, days: Scale, by_px: float) -> ViewingSpan:
        """Later by so many pixels."""
        by = days.number(by_px) - days.number(0)
        return ViewingSpan((days.low + by, days.high + by))

    def after_key(self, days: Scale, key: int) -> ViewingSpan:
        """Zoomed, moved or back to all, as one of `VIEWING_KEYS` says."""
        if key in _ZOOMS:
            return self.zoomed(days, _ZOOMS[key], around_px=(days.start_px + days.end_px) / 2)
        if key in _MOVES:
            return self.moved(days, _MOVES[key] * (days.end_px - days.start_px))
        return ViewingSpan()
