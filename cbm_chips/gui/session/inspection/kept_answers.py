"""The answers that stand, and the record that they are written to before anything else happens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....core.inspection.values import FIRST_LOOK, SECOND_LOOK, InspectionEntry
from .open_record import OpenRecord

if TYPE_CHECKING:
    from ....bridge.tasks.background_call import CallResult
    from ....core.inspection.record.record import Record

Key = tuple[str, str]
Newest = dict[Key, InspectionEntry]
Entries = tuple[InspectionEntry, ...]
Before = tuple["InspectionEntry | None", ...]


@dataclass(frozen=True)
class AnswerWrite:
    """Rows on their way into the record, kept until they are there.

    Attributes:
        make: gives the rows, in a worker thread.
        done: is called once they are written, with them and with what stood there before.
    """

    make: Callable[[], Entries]
    done: Callable[[Entries, Before], object]


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

    def __init__(self, parent: QObject) -> None:
        """Without a record."""
        super().__init__(parent)
        self.record = OpenRecord(self)
        self._newest = _nothing()
        self._writes: list[AnswerWrite] = []
        """Given and not in the record yet: none is left out for a newer one."""
        self.is_writing = False
        """An answer is on its way to the disk."""
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
        """Write it in a task, after those that wait; without a record it waits for one."""
        self._writes.append(write)
        self.retry()

    def retry(self) -> None:
        """Write what could not be written."""
        if not self._writes or self.is_writing:
            return
        if self.record.is_open:
            self._begin(self._writes[0])
        elif not self.record.path:
            self.record_wanted.emit()

    def forget(self) -> None:
        """What is not in the record is not meant any more."""
        if not self.is_writing:
            self._writes.clear()
            self.failed.emit("")
            self.changed.emit()

    def leave(self) -> None:
        """Close the record; what waits is for no other one, and is tried for the last time."""
        for write in self._writes[int(self.is_writing) :]:
            self.record.do(_appending(write))
        self.record.close()
        self.forget()

    def _begin(self, write: AnswerWrite) -> None:
        self.is_writing = True
        self.failed.emit("")
        self.changed.emit()
        self.record.do(_appending(write), self._on_written)

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

    def _read(self) -> None:
        def work(record: Record) -> dict[int, Newest]:
            return {look: record.newest(look) for look in (FIRST_LOOK, SECOND_LOOK)}

        self.record.do(work, self._on_read)

    def _on_read(self, result: CallResult) -> None:
        if result.value is None:
            self.record.close()
            self.failed.emit(result.problem)
            return
        self._newest = result.value
        self.failed.emit("")
        self.opened.emit()
        self.changed.emit()
        self.retry()  # the answer that has asked for the record, or that another one refused

    def _on_closed(self) -> None:
        if self.is_writing:  # it is written before the record closes
            self._writes.pop(0)
        self._newest, self.is_writing = _nothing(), False
        self.changed.emit()


def _appending(write: AnswerWrite) -> Callable[[Record], Entries]:
    """For a worker thread."""

    def work(record: Record) -> Entries:
        entries = write.make()
        record.append(entries)
        return entries

    return work


def _nothing() -> dict[int, Newest]:
    return {FIRST_LOOK: {}, SECOND_LOOK: {}}
