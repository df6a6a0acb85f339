"""Marks dates whose value dips alone; the rule is that of the tables of parcels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Union

from ..reasons import Reason, joined
from ..rendering.indices import USUAL
from .values import PointState, SeriesPoint, ValueSeries

COUNTED = frozenset(
    {PointState.CLEAR, PointState.DOUBTFUL, PointState.PARTLY, PointState.NOT_JUDGED}
)
"""As the flags that count in tables."""


def with_suspects(
    series: Sequence[ValueSeries], judged: ValueSeries | None = None
) -> tuple[ValueSeries, ...]:
    """The same with the dates marked that dip; none is taken away.

    Args:
        series: of one parcel, whose dates are found by their keys.
        judged: by whose values; None for NDVI among them, else the first.
    """
    by_name = {one.name: one for one in series}
    by = judged or by_name.get(USUAL) or next(iter(series), None)
    if by is None:
        return tuple(series)
    reasons = _dips(by)
    return tuple(
        one.with_points(tuple(_marked(point, reasons) for point in one.points)) for one in series
    )


_Key = Union[str, float]


def _dips(series: ValueSeries) -> dict[_Key, Reason]:
    """Of the suspect dates of a series: why."""
    import numpy as np

    from ..parcels.numbers.suspects import dips

    counted = (one for one in series.points if one.state in COUNTED)
    known = [(one, one.mean) for one in counted if one.mean is not None]
    found = dips(np.array([mean for _, mean in known]))
    return {
        _key(point): reason_of_dip(series.name)
        for (point, _), is_dip in zip(known, found)
        if is_dip
    }


def reason_of_dip(name: str) -> Reason:
    """Why a date is suspect, by the index or band that dips; empty for what a table was judged by.

    The number is `DIP` of the rule.
    """
    from ..parcels.numbers.suspects import DIP

    return Reason(
        "{name} is more than {dip:g} lower than on the clear dates before and after: a mown "
        "meadow, or a cloud that was missed",
        name=name or USUAL,
        dip=DIP,
    )


def _key(point: SeriesPoint) -> _Key:
    return point.key or point.acquired.timestamp()


def _marked(point: SeriesPoint, reasons: dict[_Key, Reason]) -> SeriesPoint:
    """A date with clouds on it stays one of these, and says why it is suspect, too."""
    reason = reasons.get(_key(point))
    if reason is None:
        return point
    state = point.state if point.state is PointState.PARTLY else PointState.SUSPECT
    reasons_of_both = joined(filter(None, (point.reason, reason)), "; ")
    return replace(point, state=state, reason=reasons_of_both)
