"""The band out of the series that a CbM service keeps of a parcel and of its neighbours.

Its means are of all pixels in a parcel; only dates on which the counts of classes that come along
leave it wholly clear are used.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..series.values import PointState, ValueSeries
from .band import NeighbourBand, NeighbourDay

_CLEAR = frozenset({PointState.CLEAR, PointState.SUSPECT})


def band_of_series(
    own: Iterable[ValueSeries], others: Iterable[Iterable[ValueSeries]], name: str
) -> NeighbourBand:
    """The band of an index or band.

    Args:
        own: all series of the parcel.
        others: all series of each neighbour.
        name: which of them counts.
    """
    of_own = _clear_means(own, name)
    neighbours = [_clear_means(series, name) for series in others]
    known = {day for means in (of_own, *neighbours) for day in means}
    days = (
        NeighbourDay(
            day,
            of_own.get(day),
            tuple(sorted(means[day] for means in neighbours if day in means)),
        )
        for day in sorted(known)
    )
    return NeighbourBand(name, tuple(days), len(neighbours))


def _clear_means(series: Iterable[ValueSeries], name: str) -> dict[date, float]:
    """Of two of one day the first."""
    found: dict[date, float] = {}
    for one in series:
        if one.name == name:
            for point in one.points:
                if point.state in _CLEAR and point.mean is not None:
                    found.setdefault(point.acquired.date(), point.mean)
    return found
