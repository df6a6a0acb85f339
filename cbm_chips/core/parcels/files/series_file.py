"""A run of many parcels as a file: written in whole pieces, resumed after whatever has ended it.

`series.csv` (or `.parquet`) is the table; `series.csv.json` beside it says all that was asked, and
what is in the table; `series.csv.parcels.geojson` holds the outlines, joined by their number and
id (GeoParquet beside Parquet). While a run goes on its pieces lie in `series.csv.parts`. The same
command again reads only what is missing; with a later end, only the new dates: the rest is taken
from the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union

import numpy as np

from ...array_lists import as_list
from ...outputs.atomic_write import FileInUse, WriteError
from ...outputs.numbered_files import note_numbered, remove_numbered
from ...outputs.stand_ins import free_name, tell
from ...reasons import Reason
from ..numbers.observability import Observability
from ..numbers.suspects import mark_suspects
from ..numbers.table import NULL, ParcelTable, columns_of, empty_columns
from ..outlines.oddities import WITHOUT_NUMBERS
from ..running.run import waiting_tables
from .earlier_table import believed_pieces
from .outline_files import outlines_path, write_outlines
from .parts import Parts
from .sidecar import KeptPiece, Sidecar, latest_tables, sidecar_path
from .table_files import format_of

if TYPE_CHECKING:
    from ...cache import ChipCache
    from ...reading.contract import Reader
    from ...sources.source import Source
    from ..planning.plan import ParcelPlan, PlanPiece
    from ..running.executors import Executor


@dataclass(frozen=True)
class SeriesProgress:
    """How far a run is.

    Attributes:
        pieces_done, pieces: of those that have something to read.
        bytes_done, bytes_expected: likewise, by the plan's estimate.
        bytes_read: over the network so far.
        table: of the piece that has just come, None while nothing comes.
        failed_dates: of the pieces so far.
    """

    pieces_done: int
    pieces: int
    bytes_done: float
    bytes_expected: float
    bytes_read: int = 0
    table: ParcelTable | None = None
    failed_dates: int = 0


@dataclass(frozen=True)
class SeriesResult:
    """What a run has left.

    Attributes:
        path: the table; beside the one of before under a number, if that could not be replaced.
        rows: in it.
        failed_dates: acquisitions of pieces that lack something; run again to try again.
        observability: a row for each parcel.
        newly_clear: ids of parcels that had no clear date before this run, and have one now.
    """

    path: Path
    rows: int
    failed_dates: int
    observability: ParcelTable
    newly_clear: tuple[str, ...] = ()


class SeriesFile:
    """The file of one plan: iterate over `run`, then `finish`.

    Whatever ends a run in between, the next one begins where it was.
    """

    def __init__(self, plan: ParcelPlan, path: Union[str, Path]) -> None:
        """Look at what is there of the same run.

        Raises:
            RequestError: when the path ends in neither `.csv` nor `.parquet`.
            MissingPackage: for Parquet without pyarrow.
            WriteError: when its folder can't be written to.
        """
        self._plan, self.path = plan, Path(path)
        self._kind = format_of(self.path)
        self._types = columns_of(plan.request)
        folder = self.path.with_name(f"{self.path.name}.parts")
        self._parts = Parts(folder, self._kind, self._types)
        self._parts.open_for(Sidecar.identity(plan))
        self._before = self._take_apart()
        self.todo = replace(plan, pieces=tuple(self._missing()))
        """What is still to be read."""

    def run(
        self,
        source: Source,
        *,
        cache: Union[ChipCache, str, Path, None] = None,
        reader: Reader | None = None,
        executor: Executor | None = None,
    ) -> Iterator[SeriesProgress]:
        """Read what is missing; each piece is on disk when it is reported. See `run_plan`.

        Raises:
            WriteError: when a piece can't be written.
        """
        expected = self.todo.estimate.bytes_read
        progress = SeriesProgress(0, len(self.todo.pieces), 0.0, expected)
        pieces = {piece.key: piece for piece in self.todo.pieces}
        arriving = waiting_tables(self.todo, source, cache=cache, reader=reader, executor=executor)
        for table in arriving:
            if table is None:
                yield replace(progress, table=None)
                continue
            piece = pieces[table.piece]
            self._parts.add(piece.place_key, table)
            progress = SeriesProgress(
                progress.pieces_done + 1,
                progress.pieces,
                progress.bytes_done + piece.estimate.bytes_read,
                expected,
                progress.bytes_read + table.bytes_read,
                table,
                progress.failed_dates + table.failed_dates,
            )
            yield progress

    def finish(self) -> SeriesResult:
        """Put all pieces into the table, by tile, strip, parcel and date, and write the sidecar.

        The order does not depend on that in which pieces came.

        Raises:
            WriteError: when it can't be written; the pieces stay.
        """
        writing = _Writing(self._plan, self._types, self._parts)
        table = self._write(writing)
        with suppress(WriteError):  # of the same run: the next one may use them
            self._parts.remove()
        ids, before = self._plan.parcels.ids, self._before
        now = writing.observability.clear_dates
        newly = tuple(ids[n] for n in sorted(now) if before is not None and n not in before)
        seen = writing.observability.table()
        return SeriesResult(table, writing.rows, writing.failed_dates, seen, newly)

    def _write(self, writing: _Writing) -> Path:
        """The table, then what stands beside it; where it is.

        Any of the three may be open in a program, on Windows: then all three get a number.
        """
        try:
            table = self._write_at(self.path, writing)
        except FileInUse as error:
            writing.begin()
            table = self._write_at(free_name(self.path), writing)
            tell(Reason("{why}; the new table is {instead}.", why=error, instead=table.name))
            for wanted, instead in zip(_files_of(self.path), _files_of(table)):
                note_numbered(wanted, instead)
        else:
            for file in _files_of(table):
                remove_numbered(file)
        return table

    def _write_at(self, table: Path, writing: _Writing) -> Path:
        self._kind.write_all(writing.tables(), self._types, table)
        try:
            write_outlines(self._plan, table)
            Sidecar.of(self._plan, writing.kept).write(sidecar_path(table))
        except FileInUse:
            with suppress(OSError):  # it speaks of the table of before
                sidecar_path(table).unlink()
            raise
        return table

    def _missing(self) -> Iterator[PlanPiece]:
        for piece in self._plan.pieces:
            done = self._parts.done(piece)
            left = [scene for scene in piece.scenes if scene.id not in done]
            if left:
                yield piece.of_scenes(left) if done else piece

    def _take_apart(self) -> Mapping[int, int] | None:
        """Put the rows of an earlier table of the same run among the pieces.

        Returns:
            Clear dates by parcel in it; None if there is none.
        """
        tables = (believed_pieces(self._plan, self._kind, one) for one in latest_tables(self.path))
        found = next((one for one in tables if one is not None), None)
        if found is None:
            return None
        counting = Observability(self._plan)
        for place_key, table in found.items():
            counting.take(table)
            if not self._parts.has(place_key):
                self._parts.add(place_key, table)
        return counting.clear_dates


def _files_of(table: Path) -> tuple[Path, ...]:
    return (table, outlines_path(table), sidecar_path(table))


class _Writing:
    """The tables of a run on their way into the file, and what is to be said of them."""

    def __init__(self, plan: ParcelPlan, types: Mapping[str, type], parts: Parts) -> None:
        self._plan, self._types, self._parts = plan, types, parts
        self.begin()

    def begin(self) -> None:
        """Nothing is said yet."""
        self.kept: list[KeptPiece] = []
        self.observability = Observability(self._plan)
        self.rows = self.failed_dates = 0

    def tables(self) -> Iterator[ParcelTable]:
        """Piece by piece, then the parcels without numbers."""
        for piece, table in self._parts.tables(self._plan.pieces):
            mark_suspects(table, self._plan.request.indices, missing=NULL)
            self.kept.append(KeptPiece(piece.place_key, len(table), table.dates))
            self.observability.take(table)
            self.rows += len(table)
            self.failed_dates += table.failed_dates
            yield table
        rest = without_numbers(self._plan)
        self.rows += len(rest)
        if len(rest):
            yield rest


def without_numbers(plan: ParcelPlan) -> ParcelTable:
    """A row for each parcel of which nothing can be read, with its reason and no date."""
    reasons = {one.parcel: one.words for one in plan.remarks if one.oddity in WITHOUT_NUMBERS}
    numbers = np.array(sorted(reasons), np.int64)
    types = columns_of(plan.request)
    columns: dict[str, Any] = empty_columns(types, len(numbers))
    columns["parcel"][:] = [plan.parcels.ids[number] for number in numbers]
    columns["reason"][:] = [reasons[number] for number in as_list(numbers)]
    return ParcelTable(types, columns, numbers)
