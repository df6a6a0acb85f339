"""The folder of a run: files as the chips come, the lists when it ends.

<OUTPUT>/<place>/<YYYYMMDDTHHMMSS>_<scene>.<BAND>.tif
<OUTPUT>/manifest.json
<OUTPUT>/chips.csv
<OUTPUT>/places.geojson
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from ..errors import ChipsError, RequestError
from ..model import Absence, Chip
from .in_turn import InTurn
from .kinds import OUTPUTS, STRETCHES, Done, Job, Look, SeriesWriter
from .manifest import WrittenChip, write_manifest
from .names import MANIFEST, PLACES, TABLE, place_folder, unique
from .run_places import write_places
from .table import Result, Row, row_of, write_table

if TYPE_CHECKING:
    from ..model import FailedChip, Place


MOST_WAITING = 16
"""Chips in memory that wait for a slow disk; reading then waits for it too."""


@dataclass(frozen=True)
class RunSummary:
    """What a run left behind.

    Attributes:
        manifest, table: their paths.
        count: dates of which files were written.
        failed: dates that should have files and have none.
        left_out: dates the request asked to leave out.
        files: all GeoTIFFs, by place and date.
    """

    manifest: Path
    table: Path
    count: int
    failed: int
    left_out: int
    files: tuple[Path, ...]


@dataclass(frozen=True)
class _Noted:
    """One date: its row, what was written of it, and whether it was meant to have files."""

    row: Row
    label: str
    scene_id: str
    is_left_out: bool
    paths: tuple[Path, ...] = ()


class RunWriter:
    """Writes the results of one run, in a thread of its own: the next chips are read meanwhile.

    Use it in a `with`: however the block ends, by the last result, a cancellation or an error,
    manifest, table and places then list all that was written.

    with RunWriter(folder) as run:
        for result in extract_chips(request, source):
            run.add(request.place, result)
    print(run.finish().count)
    """

    def __init__(self, folder: Path, output: str = "bands", *, look: Look | None = None) -> None:
        """Nothing is written yet.

        Args:
            folder: the run's own; made when it is missing.
            output: a name out of `OUTPUTS`.
            look: bands and stretch of composites; the others don't need it.

        Raises:
            RequestError: field `output` or `stretch`, when there is none of this name.
        """
        self._look = look or Look()
        if output not in OUTPUTS:
            raise RequestError("output", output, ", ".join(OUTPUTS))
        if self._look.stretch not in STRETCHES:
            raise RequestError("stretch", self._look.stretch, ", ".join(STRETCHES))
        self._folder = folder
        self._output = OUTPUTS[output]
        self._noted: list[_Noted] = []
        self._written: dict[int, tuple[Path, ...]] = {}
        self._in_turn = InTurn(most_waiting=MOST_WAITING)
        self._folders: dict[object, str] = {}
        self._places: dict[str, Place] = {}
        self._writers: dict[str, SeriesWriter] = {}
        self._summary: RunSummary | None = None

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
        with suppress(ChipsError):  # the first error is the one to tell
            self.finish()

    def add(self, place: Place, result: Chip | FailedChip) -> None:
        """Note one result down, and have its files written.

        Raises:
            WriteError: when a file of this or of an earlier result could not be written. Nothing
                more is written then.
        """
        number = len(self._noted)
        self._noted.append(_note(place, result))
        name = self._place_folder(place)
        self._places.setdefault(name, place)
        if isinstance(result, Chip):
            writer = self._writers.setdefault(name, self._output.start(self._look))
            job = Job(number, result, self._folder / name)
            self._in_turn.do(lambda: self._take(writer.add(job)))

    def finish_place(self, place: Place) -> None:
        """Wait until all files of the place are there: no more results of it will come.

        Only spares memory in a run over many places; `finish` does it for all that are left.

        Raises:
            WriteError: when a file could not be written.
        """
        writer = self._writers.pop(self._place_folder(place), None)
        if writer is not None:
            self._write_kept(writer)
            self._in_turn.wait()

    def finish(self) -> RunSummary:
        """Write what is left and the lists; a second call only tells the summary.

        Raises:
            WriteError: when a file could not be written.
        """
        if self._summary is None:
            try:
                while self._writers:
                    self._write_kept(self._writers.popitem()[1])
                self._in_turn.wait()
            finally:
                self._in_turn.close()
                self._summary = self._write_lists()
        return self._summary

    def _write_kept(self, writer: SeriesWriter) -> None:
        self._in_turn.do(lambda: self._take(writer.finish()))

    def _take(self, all_done: Iterable[Done]) -> None:
        for done in all_done:
            self._written[done.number] = done.paths

    def _place_folder(self, place: Place) -> str:
        outline = None if place.outline is None else place.outline.wkb
        key = (place.label, place.lon, place.lat, outline)
        if key not in self._folders:
            self._folders[key] = unique(place_folder(place), self._folders.values())
        return self._folders[key]

    def _write_lists(self) -> RunSummary:
        known = (replace(one, paths=self._written.get(n, ())) for n, one in enumerate(self._noted))
        noted = sorted(known, key=lambda one: one.row.order)
        with_files = [one for one in noted if one.paths]
        written = (WrittenChip(one.label, one.scene_id, one.paths) for one in with_files)
        summary = RunSummary(
            manifest=write_manifest(written, self._folder / MANIFEST),
            table=write_table((self._row(one) for one in noted), self._folder / TABLE),
            count=len(with_files),
            failed=sum(not one.paths and not one.is_left_out for one in noted),
            left_out=sum(one.is_left_out for one in noted),
            files=tuple(path for one in with_files for path in one.paths),
        )
        write_places(self._places.values(), self._folder / PLACES)
        return summary

    def _row(self, noted: _Noted) -> Row:
        files = (path.relative_to(self._folder).as_posix() for path in noted.paths)
        return replace(noted.row, files=tuple(files))


def _note(place: Place, result: Result) -> _Noted:
    scene = result.scene
    left_out = not isinstance(result, Chip) and result.absence is Absence.EXCLUDED
    return _Noted(row_of(place, result), scene.label, scene.id, left_out)
