"""The statistics a server keeps of a parcel, observation by observation."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ....errors import SourceError
from ....reasons import Reason, joined
from ..wire.cells import counts_in, moment_in, text_in
from ..wire.parameters import checked_kind, checked_text
from ..wire.responses import ColumnTable, ServerFailed, TableRefused
from .datasets import Dataset, ask_about

if TYPE_CHECKING:
    from ..service import Service

_TIMES = ("date_part", "extract")  # PostgreSQL 14 renamed the function after which it is called
_COUNTS = "scl"
"""The server gives counts by its own number of the observation, without its time; those that come
with the bands' statistics are dated."""
_PRODUCT = "reference"
_LONGEST_TEXT = 200
_Row = tuple[object, ...]


@dataclass(frozen=True)
class TimeSeries:
    """Statistics the server keeps of a parcel.

    Attributes:
        kind: `s2`, `bs`, `c6` or `scl`.
        columns: names; the first is `acquired` (aware UTC datetime).
        rows: one for each observation and band, of `scl` one for each acquisition: where two
            tiles or baselines give one second, the counts of the one with more pixels. `hist`
            holds SCL class -> pixels, `reference` the product where the server gives it.
        notes: what was left out, and why.
    """

    kind: str
    columns: tuple[str, ...]
    rows: tuple[_Row, ...]
    notes: tuple[str, ...] = ()


def time_series(service: Service, dataset: Dataset, pid: str, *, kind: str = "s2") -> TimeSeries:
    """The statistics of a parcel, oldest first; no rows where the server has none.

    Raises:
        SourceError: when the server can't be asked, or none of its rows makes sense.
    """
    pid = checked_text("pid", pid)
    if checked_kind(kind) == _COUNTS:
        counts = _fullest_counts(_series(service, dataset, pid, kind="s2"))
        if counts.rows:
            return counts
    return _series(service, dataset, pid, kind=kind)


def _series(service: Service, dataset: Dataset, pid: str, *, kind: str) -> TimeSeries:
    table = _asked(service, dataset, pid, kind=kind)
    time = next((name for name in _TIMES if name in table.columns), "")
    others = tuple(name for name in table.columns if name != time)
    rows: list[tuple[datetime | None, _Row]] = []
    odd: list[str] = []
    for row in table.rows:
        try:
            cells = tuple(_cell(name, row[name]) for name in others)
            rows.append((moment_in(row[time]) if time else None, cells))
        except ValueError as error:
            odd.append(str(error))
    if odd and not rows:
        raise SourceError(
            Reason(
                "{server} answered with an odd series: {why}",
                server=service.identity,
                why=odd[0],
            )
        )
    why = joined(dict.fromkeys(odd))
    notes = (Reason("{count} rows left out: {why}", count=len(odd), why=why),) if odd else ()
    if not time:
        return TimeSeries(kind, others, tuple(cells for _, cells in rows), notes)
    dated = sorted(rows, key=lambda row: row[0])  # type: ignore[arg-type,return-value]
    return TimeSeries(kind, ("acquired", *others), tuple((at, *row) for at, row in dated), notes)


def _asked(service: Service, dataset: Dataset, pid: str, *, kind: str) -> ColumnTable:
    """With the product of each observation, as two of them may have the same second."""
    asked = {**dataset.query, "pid": pid, "tstype": kind}
    if kind == _COUNTS:
        return ask_about(service, dataset, "parcelTimeSeries", asked)
    try:
        return ask_about(service, dataset, "parcelTimeSeries", {**asked, "ref": "True"})
    except (TableRefused, ServerFailed):  # perhaps because of `ref` alone
        return ask_about(service, dataset, "parcelTimeSeries", asked)


def _fullest_counts(bands: TimeSeries) -> TimeSeries:
    """One row for each acquisition out of a series that has one for each of its bands."""
    columns = ("acquired", "hist")
    if not set(columns) <= set(bands.columns):
        return TimeSeries(_COUNTS, columns, (), bands.notes)
    rows = [dict(zip(bands.columns, row)) for row in bands.rows]
    fullest: dict[object, Mapping[int, int]] = {}
    for row in rows:
        counts: Any = row["hist"]
        if counts is not None and _pixels(counts) > _pixels(fullest.get(row["acquired"])):
            fullest[row["acquired"]] = counts
    less = len({(row["acquired"], row.get(_PRODUCT)) for row in rows}) - len(fullest)
    notes = bands.notes
    if less > 0 and _PRODUCT in bands.columns:
        notes += (
            Reason(
                "{count} observations of the same second, with fewer pixels, are left out",
                count=less,
            ),
        )
    return TimeSeries(_COUNTS, columns, tuple(fullest.items()), notes)


def _pixels(counts: Mapping[int, int] | None) -> int:
    """Those with data; -1 where nothing is known."""
    return -1 if counts is None else sum(count for code, count in counts.items() if code)


def _cell(name: str, value: object) -> object:
    """Texts without padding, `hist` as SCL class -> pixels; all else as it is."""
    if name == "hist":
        return counts_in(value)
    if value is None or isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, str):
        return text_in(value)
    return json.dumps(value)[:_LONGEST_TEXT]


def _number(value: Any) -> object:  # noqa: ANN401
    """As it is; a number that no table can hold makes no sense."""
    try:
        float(value or 0)
    except OverflowError:
        raise ValueError(Reason("a number that is none")) from None
    return value
