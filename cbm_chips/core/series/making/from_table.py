"""Series out of the long table of parcels, whether it was just made or comes from a file."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import datetime, timezone

from ...reasons import Reason, joined
from ...sentinel2.scl import CloudFlag
from ..names import unit_of
from ..suspects import reason_of_dip, with_suspects
from ..values import PointState, SeriesPoint, ValueSeries
from .from_run import DOUBTED, STATES

Row = Mapping[str, object]
ACQUIRED, DATE, FLAG, SCENE, SUSPECT = "acquired", "date", "flag", "scene_id", "suspect"
TIMES = (ACQUIRED, DATE)
"""Columns that tell when, the likeliest first."""
MEAN, DOUBTFUL = "_mean", "doubtful"


def names_in(columns: Iterable[str]) -> tuple[str, ...]:
    """Indices and bands that a table has means of, in its order."""
    return tuple(name[: -len(MEAN)] for name in columns if name.endswith(MEAN))


def series_of_table(rows: Iterable[Row], names: Iterable[str]) -> tuple[ValueSeries, ...]:
    """A series for each name; rows without a time are left out.

    Args:
        rows: of one parcel, in any order, by column; numbers may be texts, as in a CSV file.
        names: of indices and bands, see `names_in`.
    """
    dated = [(moment, row) for moment, row in ((_moment(row), row) for row in rows) if moment]
    dated.sort(key=lambda pair: (pair[0], str(pair[1].get(SCENE))))
    series = [
        ValueSeries(name, unit_of(name), tuple(_point(at, row, name) for at, row in dated))
        for name in names
    ]
    if any(SUSPECT in row for _, row in dated):
        return tuple(series)
    return with_suspects(series)


def undated(rows: Iterable[Row]) -> list[Row]:
    """Those that no series of a table holds."""
    return [row for row in rows if _moment(row) is None]


def _point(acquired: datetime, row: Row, name: str) -> SeriesPoint:
    mean, p25, p75 = (_number(row.get(f"{name}_{one}")) for one in ("mean", "p25", "p75"))
    state = _state(row)
    key, reason = str(row.get(SCENE) or ""), str(row.get("reason") or "")
    if mean is None:
        is_cloud = state in (PointState.PARTLY, PointState.CLOUDY)
        kept = state if is_cloud else PointState.NOT_READ
        why = reason or (Reason("no clear pixel in the parcel") if is_cloud else "")
        return SeriesPoint(acquired, state=kept, reason=why, key=key)
    if _number(row.get(SUSPECT)) == 1:
        state = state if state is PointState.PARTLY else PointState.SUSPECT
        reason = _and(reason, reason_of_dip(""))
    if state is PointState.DOUBTFUL:
        reason = _and(reason, DOUBTED)
    count = int(_number(row.get(f"{name}_count")) or 0)
    return SeriesPoint(acquired, mean, p25, p75, count, state, reason, key)


def _and(said: str, why: str) -> str:
    """What the table says, such as that the offset is uncertain, is no less true for that."""
    return joined(filter(None, (said, why)), "; ")


def _state(row: Row) -> PointState:
    if _number(row.get(DOUBTFUL)) == 1:
        return PointState.DOUBTFUL
    try:
        return STATES.get(CloudFlag(str(row.get(FLAG))), PointState.NOT_READ)
    except ValueError:
        return PointState.NOT_JUDGED


def _moment(row: Row) -> datetime | None:
    """Of `acquired`, else noon of `date`; None where neither makes sense."""
    for name, time in ((ACQUIRED, ""), (DATE, "T12:00:00")):
        text = str(row.get(name) or "").strip().replace("Z", "+00:00")
        try:
            moment = datetime.fromisoformat(text + time if time else text)
        except ValueError:
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return None


def _number(value: object) -> float | None:
    """None for what is no number, such as an empty cell."""
    try:
        number = float(str(value))
    except ValueError:
        return None
    return number if math.isfinite(number) else None
