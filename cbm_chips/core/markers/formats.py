"""The formats of markers, a row each: how one is recognised, and what a row of it says.

Sources: Sen4CAP's processors for grassland mowing (L4B: columns `mow_n`, `m1_dstart`, `m1_dend`,
`m1_conf`, `m1_mis`, ... in a copy of the parcel layer) and agricultural practices (L4C: a CSV
`FIELD_ID;ORIG_ID;...;H_W_START;H_W_END;...;C_INDEX;...`); JRC's signal and marker chain (a CSV
`FID,signal,type,start_data,main_date,stop_date,duration,value 1,...`, also without a header).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..reasons import Reason
from .marker import MachineMarker

MarkerCells = Mapping[str, str]
"""A row: name of the column in lower case -> its text."""

_MOST_MOWINGS = 20
_NOT_SEEN = frozenset(
    {"", "0", "na", "na1", "nr", "null", "none", "nan", "no-harvest", "0000-00-00"}
)
_ORIGINAL_IDS = ("orig_id", "ori_id")
_DAYS = (
    re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?"),
    re.compile(r"(\d{4})(\d{2})(\d{2})"),
)


class UnreadableRow(ValueError):
    """Why a row gives no marker; the reason is its first argument."""


@dataclass(frozen=True)
class MarkerFormat:
    """A format of markers.

    Attributes:
        title: for people.
        needs: columns by which it is recognised, in lower case.
        ids: columns that may hold the parcel's id, the likeliest first.
        markers: a row, and its parcel's id, to its markers; `UnreadableRow` for one without sense.
    """

    title: str
    needs: frozenset[str]
    ids: tuple[str, ...]
    markers: Callable[[MarkerCells, str], Iterator[MachineMarker]]

    def parcel_of(self, cells: MarkerCells, id_column: str = "") -> str:
        """The id as it stands there.

        Raises:
            UnreadableRow: where there is none.
        """
        wanted = (id_column.lower(),) if id_column else self.ids
        found = next((cells[name] for name in wanted if cells.get(name, "").strip()), "")
        if not found:
            raise UnreadableRow(Reason("the row has no id"))
        return found.strip()


def format_of(columns: Sequence[str]) -> MarkerFormat | None:
    """The format of a table with these columns; None if it is none of ours."""
    there = {name.strip().lower() for name in columns}
    return next((row for row in FORMATS if row.needs <= there), None)


def read_day(text: str) -> date | None:
    """`2022-05-20` or `20220520`; None for what stands where nothing was found (`0`, `NA`, ..).

    Raises:
        UnreadableRow: for any other text.
    """
    given = text.strip()
    if given.lower() in _NOT_SEEN:
        return None
    for pattern in _DAYS:
        parts = pattern.fullmatch(given)
        if parts:
            try:
                return date(*map(int, parts.groups()))
            except ValueError:
                break
    raise UnreadableRow(Reason("“{text}” is no day", text=given))


def _confidence(text: str) -> float | None:
    """0 to 1; above that it is taken as per cent.

    Raises:
        UnreadableRow: for what is no number of that kind.
    """
    given = text.strip()
    if given.lower() in _NOT_SEEN - {"0"}:
        return None
    try:
        number = float(given.replace(",", "."))
    except ValueError:
        number = -1.0
    if not 0 <= number <= 100:
        raise UnreadableRow(Reason("“{text}” is no confidence", text=given))
    return number if number <= 1 else number / 100


def _interval(first: str, last: str) -> tuple[date, date] | None:
    begins, ends = read_day(first), read_day(last)
    if begins is None and ends is None:
        return None
    one, other = begins or ends, ends or begins
    if one is None or other is None or other < one:
        raise UnreadableRow(
            Reason("it ends on {last}, before it begins on {first}", first=begins, last=ends)
        )
    return one, other


def _mowings(cells: MarkerCells, parcel: str) -> Iterator[MachineMarker]:
    for number in range(1, _MOST_MOWINGS + 1):
        start = cells.get(f"m{number}_dstart")
        if start is None:
            return
        days = _interval(start, cells.get(f"m{number}_dend", ""))
        if days is not None:
            sure = _confidence(cells.get(f"m{number}_conf", ""))
            signal = cells.get(f"m{number}_mis", "").strip()
            seen_in = "" if signal.lower() in _NOT_SEEN else signal
            yield MachineMarker(parcel, "mowing", *days, sure, seen_in, number=number)


def _practices(cells: MarkerCells, parcel: str) -> Iterator[MachineMarker]:
    harvest = _interval(cells.get("h_w_start", ""), cells.get("h_w_end", ""))
    if harvest is not None:
        yield MachineMarker(parcel, "harvest", *harvest, strength=_met(cells, range(1, 6)))
    practice = _interval(cells.get("p_start", ""), cells.get("p_end", ""))
    index = cells.get("c_index", "").strip()
    if practice is not None and index.lower() not in _NOT_SEEN:
        kind = cells.get("practice", "").strip() or "practice"
        yield MachineMarker(parcel, kind, *practice, strength=index, number=2)


def _met(cells: MarkerCells, numbers: range) -> str:
    """`4/5`: how many of the conditions M1 to M5 are met, of those that are known."""
    known = [cells.get(f"m{number}", "").strip().lower() for number in numbers]
    told = [text in ("1", "true") for text in known if text in ("0", "1", "true", "false")]
    return f"{sum(told)}/{len(told)}" if told else ""


def _signals(cells: MarkerCells, parcel: str) -> Iterator[MachineMarker]:
    days = _interval(cells.get("start_data", "") or cells.get("start_date", ""), cells["stop_date"])
    if days is None:
        raise UnreadableRow(Reason("the row has no day"))
    signal = cells["signal"].strip()
    kind = cells["type"].strip() or "marker"
    yield MachineMarker(parcel, kind, *days, signal="" if signal == "-" else signal)


JRC_COLUMNS = (
    *("FID", "signal", "type", "start_data", "main_date", "stop_date"),
    *("duration", "value 1", "value 2", "value 3"),
)
"""Of JRC's file, whose header may be missing; what follows are properties of a marker."""

FORMATS = (
    MarkerFormat(
        Reason("Sen4CAP grassland mowing (L4B)"),
        frozenset({"m1_dstart", "m1_dend"}),
        (*_ORIGINAL_IDS, "newid", "id"),
        _mowings,
    ),
    MarkerFormat(
        Reason("Sen4CAP agricultural practices (L4C)"),
        frozenset({"field_id", "h_w_start", "h_w_end"}),
        (*_ORIGINAL_IDS, "field_id"),
        _practices,
    ),
    MarkerFormat(
        Reason("JRC signals and markers"),
        frozenset({"fid", "signal", "type", "stop_date"}),
        ("fid",),
        _signals,
    ),
)
