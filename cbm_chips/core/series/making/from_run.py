"""Series of the dates of a run, from the numbers of its chips."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ...pipeline.series import Entry, State
from ...reasons import Reason
from ...rendering.indices import USUAL
from ...sentinel2.scl import CloudFlag
from ..names import bands_of, unit_of
from ..suspects import with_suspects
from ..values import PointState, SeriesPoint, ValueSeries

if TYPE_CHECKING:
    from .chip_values import PointNumbers

Numbers = Mapping[str, Mapping[str, "PointNumbers"]]
"""Of each scene, by its id, the numbers of each index or band, by its name."""
STATES = {
    CloudFlag.CLEAR: PointState.CLEAR,
    CloudFlag.PARTLY: PointState.PARTLY,
    CloudFlag.CLOUDY: PointState.CLOUDY,
    CloudFlag.NO_SCL: PointState.NOT_JUDGED,
}
_SEEN_THROUGH_CLOUD = frozenset({PointState.PARTLY, PointState.CLOUDY})
"""Such a date may have no value because of its clouds alone."""
DOUBTED = Reason("clear by the SCL, but likely cloudy by Sen2Cor's cloud probability")
NOT_CLEAR = Reason("no clear pixel in the parcel")
_NO_DATES = frozenset({State.DUPLICATE, State.UNUSABLE})


def series_of_run(
    entries: Iterable[Entry], numbers: Numbers, names: Sequence[str]
) -> tuple[ValueSeries, ...]:
    """A series for each name, with a point for each date that is one of its own.

    Args:
        entries: the dates of the run, in any order.
        numbers: those that are known by now; other dates have no value yet.
        names: of indices and bands. `USUAL` shows dips, whether or not it is among them.
    """
    dated = [one for one in entries if one.scene.is_dated and one.state not in _NO_DATES]
    dated.sort(key=lambda one: (one.scene.acquired, one.scene.id))
    series = {name: _series(name, dated, numbers) for name in dict.fromkeys((*names, USUAL))}
    usual = series[USUAL]
    judged = usual if any(point.mean is not None for point in usual.points) else None
    return with_suspects([series[name] for name in names], judged)


def _series(name: str, dated: Iterable[Entry], numbers: Numbers) -> ValueSeries:
    points = (_point(one, name, numbers.get(one.scene.id, {})) for one in dated)
    return ValueSeries(name, unit_of(name), tuple(points))


def _point(entry: Entry, name: str, numbers: Mapping[str, PointNumbers]) -> SeriesPoint:
    found, key, acquired = numbers.get(name), entry.scene.id, entry.scene.acquired
    state = _state(entry)
    if found is None or found.mean is None:
        kept = state if state in _SEEN_THROUGH_CLOUD else PointState.NOT_READ
        return SeriesPoint(acquired, state=kept, reason=_why(entry, name, found), key=key)
    why = DOUBTED if state is PointState.DOUBTFUL else ""
    return SeriesPoint(acquired, found.mean, found.p25, found.p75, found.pixels, state, why, key)


def _state(entry: Entry) -> PointState:
    if entry.is_doubtful:
        return PointState.DOUBTFUL
    return STATES.get(entry.flag, PointState.NOT_READ) if entry.flag else PointState.NOT_READ


def _why(entry: Entry, name: str, found: PointNumbers | None) -> str:
    """Why a date has no value; empty where it is only awaited."""
    if entry.chip is None:
        return entry.reason
    if found is not None:
        return NOT_CLEAR
    if set(bands_of(name)) <= set(entry.chip.bands):
        return ""
    return entry.reason or Reason("what {name} is computed of was not read", name=name)
