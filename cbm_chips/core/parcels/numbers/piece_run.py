"""One piece: the SCL of all dates first, then the bands of those with a clear pixel, then rows."""

from __future__ import annotations

import struct
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Callable, Union

import numpy as np

from ...cache import CachedReader, answer_key
from ...cancellation import current_cancellation
from ...pipeline.assembled import Assembled, SceneBands
from ...pipeline.assembly import assemble
from ...reading.alternate_addresses import AlternatesReader
from ...reading.contract import Read, ReadJob
from ...reading.picking_reader import PickingReader
from ..planning.parcel_request import SCL
from .date_rows import DateRows, DateWriter
from .piece_pixels import PiecePixels
from .suspects import mark_suspects
from .table import NULL, ParcelTable, columns_of, empty_columns
from .table_bytes import packed_table, unpacked_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...cache import ChipCache
    from ...model import Scene
    from ...reading.contract import AccessTo, Reader
    from ...reading.pixel_set import PixelSet
    from ..planning.plan import PlanPiece

TABLES = 3
"""Change it with what tables hold: then none of before is taken from a cache."""
DATES_BYTES = 96 << 20
"""Pixels of dates that are read at once; they wait in memory for their turn."""


@dataclass(frozen=True)
class PieceTools:
    """What a piece is read with.

    Attributes:
        reader: cuts windows; files are opened by `access`.
        cache: keeps the parcels' pixels; None reads everything anew.
        dates_bytes: pixels of dates that are asked for at once.
    """

    reader: Reader
    access: AccessTo
    cache: ChipCache | None = None
    dates_bytes: int = DATES_BYTES


@dataclass(frozen=True)
class PieceProgress:
    """So many of a piece's dates are done."""

    done: int
    dates: int


PieceEvent = Union[PieceProgress, ParcelTable, None]


def run_piece(piece: PlanPiece, tools: PieceTools) -> Generator[PieceEvent, None, None]:
    """The table of a piece, after its progress; None while nothing arrives.

    To cancel stop iterating.
    """
    kept = _kept_table(piece, tools.cache)
    if kept is not None:
        yield kept
        return
    run = _PieceRun(piece, tools)
    dates: list[DateRows] = []
    for batch in run.batches():
        for date in run.rows_of(batch):
            if date is not None:
                dates.append(date)
                yield PieceProgress(len(dates), len(piece.scenes))
            else:
                yield None
    table = _table(piece, dates)
    _keep_table(piece, table, tools.cache)
    yield table


def _kept_table(piece: PlanPiece, cache: ChipCache | None) -> ParcelTable | None:
    answer = cache.get_answer(_table_key(piece)) if cache and piece.is_versioned else None
    if answer is None:
        return None
    try:
        return unpacked_table(answer.content, columns_of(piece.request), piece.key)
    except (ValueError, KeyError, TypeError, struct.error):
        return None


def _keep_table(piece: PlanPiece, table: ParcelTable, cache: ChipCache | None) -> None:
    """Not one that lacks something: trying again may help."""
    if cache is not None and piece.is_versioned and not table.failed_dates:
        cache.put_answer(_table_key(piece), packed_table(table))


def _table_key(piece: PlanPiece) -> str:
    return answer_key(piece.source, ["parcel table", TABLES, piece.key])


def table_of(
    piece: PlanPiece, tools: PieceTools, is_over: Callable[[], bool] = lambda: False
) -> ParcelTable:
    """The table of a piece, for a thread of its own.

    It stops when that is cancelled, or when `is_over` says that nobody waits for it any more.

    Raises:
        CancelledPiece: when it was.
    """
    stop = current_cancellation()
    with closing(run_piece(piece, tools)) as events:
        for event in events:
            if isinstance(event, ParcelTable):
                return event
            if stop.is_cancelled or is_over():
                break
    raise CancelledPiece(piece.name)


class CancelledPiece(Exception):
    """The piece was not read to its end."""


class _PieceRun:
    """A piece while it is read."""

    def __init__(self, piece: PlanPiece, tools: PieceTools) -> None:
        self._piece, self._request, self._access = piece, piece.request, tools.access
        self._dates_bytes = tools.dates_bytes
        self._pixels = PiecePixels.of(piece)
        reader: Reader = PickingReader(tools.reader)
        if tools.cache is not None:
            reader = CachedReader(reader, tools.cache, source=piece.source)
        self._reader = AlternatesReader(_WantingReader(reader, self._pixels.sets))
        self._writer = DateWriter(piece, self._pixels)

    def batches(self) -> Iterator[Sequence[Scene]]:
        """Dates that are read together."""
        scenes = self._piece.scenes
        count = max(self._dates_bytes // max(self._pixels.bytes_per_date, 1), 1)
        for start in range(0, len(scenes), count):
            yield scenes[start : start + count]

    def rows_of(self, scenes: Sequence[Scene]) -> Iterator[DateRows | None]:
        """The rows of each date, as they are done."""
        if not self._request.has_scl:
            yield from self._band_rows([SceneBands(s, self._request.bands_read) for s in scenes])
            return
        wanted = []
        for date in self._assembled(SceneBands(scene, (SCL,)) for scene in scenes):
            if date is None:
                yield None
            elif self._request.files_after_scl and self._writer.has_clear_pixels(date):
                wanted.append(SceneBands(date.chosen, self._request.files_after_scl, date))
            else:
                yield self._writer.rows(date)
        yield from self._band_rows(wanted)

    def _band_rows(self, wanted: list[SceneBands]) -> Iterator[DateRows | None]:
        for date in self._assembled(wanted):
            yield None if date is None else self._writer.rows(date)

    def _assembled(self, wanted: Iterable[SceneBands]) -> Iterator[Assembled | None]:
        return assemble(wanted, self._piece.grid, self._reader, self._access)


class _WantingReader:
    """Another reader, of whose grids only the parcels' pixels are wanted."""

    def __init__(self, reader: Reader, sets: Mapping[int, PixelSet]) -> None:
        self._reader, self._sets = reader, sets

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """See `Reader.read_all`."""
        own = {}
        for job in jobs:
            wanting = replace(job, wanted=self._sets[int(job.grid.resolution_m)])
            own[id(wanting)] = (job, wanting)
        for read in self._reader.read_all([wanting for _, wanting in own.values()], access):
            yield None if read is None else replace(read, job=own[id(read.job)][0])


def _table(piece: PlanPiece, dates: list[DateRows]) -> ParcelTable:
    """By parcel, and each parcel's dates in order."""
    dates = sorted(dates, key=lambda date: (date.order, date.read.scene_id))
    types, count = columns_of(piece.request), len(piece.numbers)
    order = np.arange(len(dates) * count).reshape(len(dates), count).T.reshape(-1)
    columns = empty_columns(types, 0)
    if dates:
        columns = {
            name: np.concatenate([date.columns[name] for date in dates])[order] for name in types
        }
    table = ParcelTable(
        types,
        columns,
        np.repeat(piece.numbers, len(dates)),
        piece.key,
        bytes_read=sum(date.bytes_read for date in dates),
        dates=tuple(date.read for date in dates),
    )
    mark_suspects(table, piece.request.indices, missing=NULL)
    return table
