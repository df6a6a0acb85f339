"""Table, manifest and places of a run, which grow with the dates and outlive a run that is killed.

Rows are on disk, not in memory, from the moment their files are. While the run goes on they stand
there as they came; at its end they are sorted, the table by place and date, places as given.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ..atomic_write import WriteError
from ..growing_file import GrowingFile
from ..names import MANIFEST, PLACES, TABLE
from ..stand_ins import StandingFile
from .growing_manifest import GrowingManifest, Pair
from .manifest import manifest_text
from .places import HEAD, TAIL, feature_line
from .table import COLUMNS, FILES, TableRow, as_cell, as_text, head_line, line_of

if TYPE_CHECKING:
    from ...model import Place

_COLUMN = {name: place for place, name in enumerate([*(row.name for row in COLUMNS), FILES])}

_SORTED_BY = ("place", "date", "scene_id")


@dataclass(frozen=True)
class _TableLine:
    """One row of the table as it stands there: where, and what it is sorted by."""

    order: tuple[str, str, str, int]
    files: tuple[str, ...]
    cloud_rule: str
    start: int
    length: int


class RunLists:
    """The three lists of one folder. Used by one thread at a time."""

    def __init__(self, folder: Path, repeat: Mapping[str, object] | None = None) -> None:
        """Nothing is written yet; lists of an earlier run stay until the first row comes.

        `repeat` becomes part of the manifest at the end of the run.
        """
        self._repeat = repeat
        self._manifest = StandingFile(folder / MANIFEST)
        self._table = GrowingFile(folder / TABLE, head=head_line())
        self._places = GrowingFile(folder / PLACES, head=HEAD, tail=TAIL)
        self._place_orders: list[int] = []
        self._order_of: dict[tuple[str, float, float], int] = {}
        self._growing = GrowingManifest(
            self._manifest, lambda: _pairs(self._lines()), self._instead
        )

    @property
    def table(self) -> Path:
        """Where it is."""
        return self._table.path

    @property
    def manifest(self) -> Path:
        """Where it is."""
        return self._manifest.path

    @property
    def problems(self) -> tuple[str, ...]:
        """Of lists that are not where they belong, for people."""
        words = (one.words for one in (self._table, self._places, self._manifest))
        return tuple(filter(None, words))

    def add_place(self, place: Place, order: int) -> None:
        """One more place; at the end of the run they stand by `order`.

        Raises:
            WriteError: when it can't be written; what is written stays.
        """
        self._places.add((b"," if self._place_orders else b"") + feature_line(place))
        self._place_orders.append(order)
        self._order_of.setdefault((as_text(str(as_cell(place.name))), place.lon, place.lat), order)

    def add(self, row: TableRow) -> None:
        """One more date.

        Raises:
            WriteError: when it can't be written; what is written stays.
        """
        self._table.add(line_of(row))
        self._growing.add(row.order[1], row.files)

    def finish(self) -> tuple[str, ...]:
        """Sort the table, write the last manifest.

        Returns:
            All files, relative to the folder, by place and date.

        Raises:
            WriteError: when a list can't be written; the others are written all the same.
        """
        try:
            return self._write_last()
        finally:
            self._table.close()
            self._places.close()

    def _write_last(self) -> tuple[str, ...]:
        problems: list[WriteError] = []
        _keep_problem(self._sort_places, problems)
        self._table.begin()
        lines = sorted(self._lines(), key=lambda line: line.order)
        _keep_problem(lambda: self._sort_table(lines), problems)
        rules = tuple(dict.fromkeys(line.cloud_rule for line in lines if line.cloud_rule))
        _keep_problem(lambda: self._write_manifest(lines, rules), problems)
        if problems:
            raise problems[0]
        return tuple(file for line in lines for file in line.files)

    def _instead(self) -> dict[str, str]:
        lists = {TABLE: self._table.path.name, PLACES: self._places.path.name}
        return {wanted: name for wanted, name in lists.items() if name != wanted}

    def _write_manifest(self, lines: list[_TableLine], rules: tuple[str, ...]) -> None:
        self._growing.check()
        text = manifest_text(
            _pairs(lines), rules=rules, repeat=self._repeat, instead=self._instead()
        )
        self._manifest.put(lambda beside: beside.write_text(text, encoding="utf-8"))

    def _sort_places(self) -> None:
        self._places.begin()
        orders = self._place_orders
        if orders == sorted(orders) and _is_in_place(self._places):
            return
        with self._places.written() as file:
            lines = file.read()[len(HEAD) :].split(b",\n")
        lines[0] = lines[0].lstrip(b"\n")
        by_order = sorted(range(len(orders)), key=orders.__getitem__)
        content = b",\n".join(lines[number] for number in by_order)
        first = HEAD + (b"\n" if orders else b"")
        self._places.put(lambda beside: beside.write_bytes(first + content + TAIL))

    def _sort_table(self, lines: list[_TableLine]) -> None:
        table = self._table
        is_sorted = all(one.start < other.start for one, other in zip(lines, lines[1:]))
        if not is_sorted or not _is_in_place(table):
            with table.written() as file:
                table.put(lambda beside: _copy_lines(file, beside, lines))

    def _lines(self) -> Iterator[_TableLine]:
        """Read back; one line is one row, see `table.line_of`."""
        with self._table.written() as file:
            start = len(file.readline())
            for line in file:
                (cells,) = csv.reader([line.decode("utf-8")])
                yield self._line(cells, start, len(line))
                start += len(line)

    def _line(self, cells: list[str], start: int, length: int) -> _TableLine:
        place, date, scene = (as_text(cells[_COLUMN[name]]) for name in _SORTED_BY)
        lon, lat = (float(cells[_COLUMN[name]]) for name in ("lon", "lat"))
        files = tuple(file for file in as_text(cells[_COLUMN[FILES]]).split(";") if file)
        rule = as_text(cells[_COLUMN["cloud_rule"]])
        among_namesakes = self._order_of.get((place, lon, lat), 0)
        return _TableLine((place, date, scene, among_namesakes), files, rule, start, length)


def _is_in_place(file: GrowingFile) -> bool:
    return not file.words and file.is_untouched


def _pairs(lines: Iterable[_TableLine]) -> Iterator[Pair]:
    return ((line.order[1], file) for line in lines for file in line.files)


def _copy_lines(old: BinaryIO, to: Path, lines: list[_TableLine]) -> None:
    with to.open("wb") as new:
        new.write(old.readline())
        for line in lines:
            old.seek(line.start)
            new.write(old.read(line.length))


def _keep_problem(write: Callable[[], object], problems: list[WriteError]) -> None:
    try:
        write()
    except WriteError as error:
        problems.append(error)
