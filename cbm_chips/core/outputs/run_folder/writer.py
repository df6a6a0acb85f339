"""The folder of a run: files and lists grow as the chips come; the lists are sorted when it ends.

<OUTPUT>/<place>/<YYYYMMDDTHHMMSS>_<scene>.<BAND>.tif
<OUTPUT>/manifest.json
<OUTPUT>/chips.csv
<OUTPUT>/places.geojson
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from ...errors import ChipsError, RequestError
from ...model import Absence, Chip
from ...reasons import Reason
from ...rendering.look import Look
from ..kinds.kind import Asks, Job
from ..kinds.table import OUTPUTS
from ..names import UniqueNames, place_folder
from .background_writer import BackgroundWriter
from .lists import RunLists
from .table import Result, TableRow, failed_row, row_of

if TYPE_CHECKING:
    from ...model import FailedChip, Place
    from ..kinds.kind import FinishedJob, SeriesWriter


MOST_WAITING = 16
"""Chips in memory that wait for a slow disk; reading then waits for it too."""


@dataclass(frozen=True)
class RunSummary:
    """What a run left behind.

    Attributes:
        manifest, table: their paths.
        count: dates of which files were written.
        failed: dates that lack something that was asked for: all files, or one band.
        left_out: dates the request excludes.
        files: all GeoTIFFs, by place and date.
        problems: of dates whose files a program has open, and of lists that are beside the one
            that it has open, for people.
    """

    manifest: Path
    table: Path
    count: int
    failed: int
    left_out: int
    files: tuple[Path, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class _PendingDate:
    """One date that waits for its files.

    Attributes:
        row: of the table.
        folder: its place's.
        is_left_out: it needs no files.
        lacks_band: a band of it could not be read.
    """

    row: TableRow
    folder: str
    is_left_out: bool
    lacks_band: bool


@dataclass
class _RunCounts:
    """See `RunSummary`."""

    written: int = 0
    failed: int = 0
    left_out: int = 0

    def add(self, pending: _PendingDate, paths: tuple[Path, ...]) -> None:
        self.written += bool(paths)
        self.failed += not pending.is_left_out and (pending.lacks_band or not paths)
        self.left_out += pending.is_left_out


class RunWriter:
    """Writes the results of one run, in a thread of its own: the next chips are read meanwhile.

    Use it in a `with`: however the block ends, by the last result, a cancellation or an error,
    manifest, table and places then list all that was written. They do so, unsorted, while it lasts,
    too: a run that is killed leaves nothing behind that is in no list.

    with RunWriter(folder) as run:
        for result in extract_chips(request, source):
            run.add(request.place, result)
    print(run.finish().count)
    """

    def __init__(
        self,
        folder: Path,
        output: str = "bands",
        *,
        look: Look | None = None,
        repeat: Mapping[str, object] | None = None,
    ) -> None:
        """Nothing is written yet.

        Args:
            folder: the run's own; made when it is missing.
            output: a name out of `OUTPUTS`.
            look: of pictures, by default with a stretch of each chip; other kinds don't need it.
            repeat: how the run is made again, for the manifest: see `Repetition.content`.

        Raises:
            RequestError: field `output`, when there is none of this name.
        """
        self._look = look or Look(is_shared=False)
        if output not in OUTPUTS:
            raise RequestError("output", output, ", ".join(OUTPUTS))
        self._folder = folder
        self._output = OUTPUTS[output]
        self._lists = RunLists(folder, repeat)
        self._counts = _RunCounts()
        self._problems: list[str] = []
        self._waiting: dict[int, _PendingDate] = {}
        self._number = 0
        self._background = BackgroundWriter(most_waiting=MOST_WAITING)
        self._names = UniqueNames()
        self._folders: dict[object, tuple[str, int]] = {}
        self._listed: set[object] = set()
        self._writers: dict[str, SeriesWriter] = {}
        self._summary: RunSummary | None = None
        self._failure: ChipsError | None = None

    def __enter__(self) -> RunWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if error is None:
            self.finish()
            return
        with suppress(ChipsError):  # the first error is the one to raise
            self.finish()

    @property
    def keeps_chips(self) -> bool:
        """The chips of a place wait in memory until all are there, as they share one stretch."""
        return self._output.asks is Asks.LOOK and self._look.depends_on_series

    def reserve(self, place: Place) -> None:
        """Give a place its folder's name before others of the same name; nothing is made."""
        self._reserved(place)

    def add(self, place: Place, result: Chip | FailedChip) -> None:
        """Add one result, and write its files in the background.

        Raises:
            WriteError: when a file of this or of an earlier result could not be written. Nothing
                more is written then.
        """
        name = self._place_folder(place)
        pending = _pending(place, result, name)
        if not isinstance(result, Chip):
            self._background.do(lambda: self._list(pending))
            return
        self._number += 1
        self._waiting[self._number] = pending
        writer = self._writers.setdefault(name, self._output.start(self._look))
        job = Job(self._number, result, self._folder / name)
        self._background.do(lambda: self._take(writer.add(job)))

    def finish_place(self, place: Place) -> None:
        """Wait until all files of the place are there: no more results of it will come.

        Only spares memory in a run over many places; `finish` does it for all that are left.

        Raises:
            WriteError: when a file could not be written.
        """
        name = self._place_folder(place)
        writer = self._writers.pop(name, None)
        if writer is not None:
            self._write_kept(writer)
            self._background.do(lambda: self._list_without_files(name))
            self._background.wait()

    def finish(self) -> RunSummary:
        """Write what is left and the lists; a second call only returns the summary.

        Raises:
            WriteError: when a file could not be written; the same again where a list could not.
        """
        if self._failure is not None:
            raise self._failure
        if self._summary is None:
            try:
                while self._writers:
                    self._write_kept(self._writers.popitem()[1])
                self._background.wait()
            finally:
                self._background.close()
                self._summary = self._finished_lists()
        return self._summary

    def _write_kept(self, writer: SeriesWriter) -> None:
        self._background.do(lambda: self._take(writer.finish()))

    def _take(self, all_done: Iterable[FinishedJob]) -> None:
        for done in all_done:
            pending = self._waiting.pop(done.number)
            if done.problem:
                date = pending.row.order[1]
                self._problems.append(Reason("{date}: {why}", date=date, why=done.problem))
                pending = replace(pending, row=failed_row(pending.row, done.problem))
            self._list(pending, done.paths)

    def _list(self, pending: _PendingDate, paths: tuple[Path, ...] = ()) -> None:
        files = (path.relative_to(self._folder).as_posix() for path in paths)
        self._counts.add(pending, paths)
        self._lists.add(replace(pending.row, files=tuple(files)))

    def _list_without_files(self, folder: str | None = None) -> None:
        """Dates of which nothing could be written; of one place, or all."""
        for number, pending in list(self._waiting.items()):
            if folder in (None, pending.folder):
                self._list(self._waiting.pop(number))

    def _place_folder(self, place: Place) -> str:
        key, (name, order) = self._reserved(place)
        if key not in self._listed:
            self._listed.add(key)
            self._background.do(lambda: self._lists.add_place(place, order))
        return name

    def _reserved(self, place: Place) -> tuple[object, tuple[str, int]]:
        """What tells the place from others; its folder's name and its number."""
        outline = None if place.outline is None else sha256(place.outline.wkb).digest()
        key = (place.label, place.lon, place.lat, outline)
        if key not in self._folders:
            self._folders[key] = (
                self._names.take(place_folder(place, self._folder)),
                len(self._folders),
            )
        return key, self._folders[key]

    def _finished_lists(self) -> RunSummary:
        try:
            return self._finish_lists()
        except ChipsError as error:
            self._failure = error
            raise

    def _finish_lists(self) -> RunSummary:
        try:
            self._list_without_files()
        finally:
            files = self._lists.finish()
        counts = self._counts
        return RunSummary(
            manifest=self._lists.manifest,
            table=self._lists.table,
            count=counts.written,
            failed=counts.failed,
            left_out=counts.left_out,
            files=tuple(self._folder.joinpath(*file.split("/")) for file in files),
            problems=(*self._problems, *self._lists.problems),
        )


def _pending(place: Place, result: Result, folder: str) -> _PendingDate:
    left_out = not isinstance(result, Chip) and result.absence is Absence.EXCLUDED
    lacks_band = isinstance(result, Chip) and bool(result.failures)
    return _PendingDate(row_of(place, result), folder, left_out, lacks_band)
