"""Which part of the time is in sight."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.series.scales import Scale

SHORTEST_DAYS, LONGEST_DAYS = 5.0, 20_000.0


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
