"""The answers that stand, and the record that they are written to before anything else happens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....bridge.tasks.call_outcome import log_details, result_of
from ....bridge.texts.translation import tr
from ....core.inspection.values import FIRST_LOOK, SECOND_LOOK, InspectionEntry
from .open_record import OpenRecord
from .unwritten import AnswerWrite, LastTry, aside_words, folders_aside, put_back_words

if TYPE_CHECKING:
    from ....bridge.tasks.call_outcome import CallResult
    from ....core.inspection.record.record import Record

Key = tuple[str, str]
Newest = dict[Key, InspectionEntry]


class KeptAnswers(QObject):
    """Belongs to an `AnswerBook`; one write at a time, in the order of the answers."""

    changed = pyqtSignal()
    """Other answers, or a write has begun or ended."""
    opened = pyqtSignal()
    """A record is open, and its answers are known."""
    failed = pyqtSignal(str)
    """What is not written, or why no record is open; empty when that is over."""
    record_wanted = pyqtSignal()
    """An answer waits for a record: open one, or `forget`."""
    aside = pyqtSignal(str)
    """What became of answers that a record did not take; to be seen whatever the dock does."""

    def __init__(self, parent: QObject) -> None:
        """Without a record."""
        super().__init__(parent)
        self.record = OpenRecord(self)
        self._newest = _nothing()
        self._writes: list[AnswerWrite] = []
        """Given and not in the record yet: none is left out for a newer one."""
        self.is_writing = False
        """An answer is on its way to the disk."""
        self._wanted = ""
        """Path of the record that was asked for last."""
        self._last_tries: list[LastTry] = []
        """On their way."""
        self.record.opened.connect(self._read)
        self.record.closed.connect(self._on_closed)
        self.record.failed.connect(self.failed)

    @property
    def is_waiting(self) -> bool:
        """An answer is given and not in the record yet."""
        return bool(self._writes)

    def of_look(self, look: int) -> Mapping[Key, InspectionEntry]:
        """By parcel and question; those that were taken back are not among them."""
        return self._newest[look]

    def put(self, write: AnswerWrite) -> None:
        """Write it, after those that wait; without a record it waits for one."""
        self._writes.append(write)
        self.retry()

    def retry(self) -> None:
        """Write what could not be written."""
        if not self._writes or self.is_writing:
            return
        if self.record.is_open:  # what it has is read before
            self._begin(self._writes[0])
        elif not self.record.path:
            self.record_wanted.emit()

    def open(self, path: str, inspector: str) -> None:
        """Open another record; what is being written belongs to the one before."""
        self._try_last(self._writes[: int(self.is_writing)])
        self._wanted = path
        self.record.open(path, inspector)

    def forget(self) -> None:
        """What is not in the record is not meant any more."""
        if not self.is_writing:
            self._writes.clear()
            self.failed.emit("")
            self.changed.emit()

    def leave(self) -> None:
        """Close the record; what waits is for no other one, and is tried for the last time."""
        self._try_last(self._writes)
        self._wanted = ""
        self.record.close()
        self.forget()

    def unload(self) -> None:
        """Leave no thread behind, and nothing that is in no file."""
        self.leave()
        if self.record.unload():
            return
        for last in self._last_tries:  # the disk does not answer
            result = result_of(partial(last.put_aside, tr("the disk does not answer")))
            log_details(result)
            self._tell_aside(result)

    def look_aside(self) -> None:
        """Say for which records answers are kept, but for the one that is open then."""

        def work(record: Record | None) -> dict[Path, int]:
            from ....core.inspection.record.aside import waiting_aside

            found = waiting_aside(folders_aside())
            own = None if record is None else record.path.resolve()
            return {path: count for path, count in found.items() if path.resolve() != own}

        self.record.do_last(work, self._on_aside)

    def _begin(self, write: AnswerWrite) -> None:
        self.is_writing = True
        self.failed.emit("")
        self.changed.emit()
        self.record.do(write.into, self._on_written)

    def _on_written(self, result: CallResult) -> None:
        self.is_writing = False
        if result.problem:
            self.failed.emit(result.problem)
            self.changed.emit()
            return
        write, entries = self._writes.pop(0), result.value
        before = tuple(self._newest[one.look].get(one.item.key) for one in entries)
        for entry in entries:
            self._take(entry)
        self.changed.emit()
        write.done(entries, before)
        self.retry()

    def _take(self, entry: InspectionEntry) -> None:
        answers = self._newest[entry.look]
        answers.pop(entry.item.key, None)
        if entry.answer.outcome is not None:
            answers[entry.item.key] = entry

    def _try_last(self, writes: Sequence[AnswerWrite]) -> None:
        """In the record, else in a file."""
        if not writes or not self._wanted:
            return
        last = LastTry(self._wanted, tuple(writes))
        self._last_tries.append(last)

        def hear(result: CallResult) -> None:
            self._last_tries.remove(last)
            self._tell_aside(result)

        self.record.do_last(last.make, hear)

    def _tell_aside(self, result: CallResult) -> None:
        """Of words; nothing where there are none."""
        words = result.problem or result.value
        if words:
            self.aside.emit(words)

    def _on_aside(self, result: CallResult) -> None:
        for record, count in (result.value or {}).items():
            self.aside.emit(aside_words(record, count))

    def _read(self) -> None:
        from ....core.inspection.record.aside import put_back

        def bring(record: Record) -> int:
            return put_back(record, folders_aside(record.path))

        def hear(result: CallResult) -> None:
            words = result.problem or put_back_words(result.value)
            if words:
                self.aside.emit(words)

        self.record.do(bring, hear)

        def work(record: Record) -> dict[int, Newest]:
            return {look: record.newest(look) for look in (FIRST_LOOK, SECOND_LOOK)}

        self.record.do(work, self._on_read)

    def _on_read(self, result: CallResult) -> None:
        if result.value is None:
            self._try_last(self._writes[: int(self.is_writing)])
            self.record.close()
            self.failed.emit(result.problem)
            return
        self._newest = result.value
        self.failed.emit("")
        self.opened.emit()
        self.changed.emit()
        self.retry()  # the answer that has asked for the record, or that another one refused

    def _on_closed(self) -> None:
        if self.is_writing:  # it is written before the record closes, or kept in a file
            self._writes.pop(0)
        self._newest, self.is_writing = _nothing(), False
        self.changed.emit()


def _nothing() -> dict[int, Newest]:
    return {FIRST_LOOK: {}, SECOND_LOOK: {}}
