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


@dataclass(frozen=True)
class AnswerWrite:
    """Rows on their way into the record, kept until they are there.

    Attributes:
        make: gives the rows, in a worker thread.
        done: is called once they are written, with them.
    """

    make: Callable[[], Entries]
    done: Callable[[Entries], object]


class KeptAnswers(QObject):
    """Belongs to an `AnswerBook`; one write at a time."""

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
        self._write: AnswerWrite | None = None
        self.is_writing = False
        """An answer is on its way to the disk."""
        self.record.opened.connect(self._read)
        self.record.closed.connect(self._on_closed)
        self.record.failed.connect(self.failed)

    @property
    def is_waiting(self) -> bool:
        """An answer is given and not in the record yet."""
        return self._write is not None

    def of_look(self, look: int) -> Mapping[Key, InspectionEntry]:
        """By parcel and question; those that were taken back are not among them."""
        return self._newest[look]

    def put(self, write: AnswerWrite) -> None:
        """Write it in a task; without a record it waits for one."""
        self._write = write
        if self.record.is_open:
            self._begin(write)
        elif not self.record.path:
            self.record_wanted.emit()

    def retry(self) -> None:
        """Write what could not be written."""
        if self._write is not None and not self.is_writing:
            self.put(self._write)

    def forget(self) -> None:
        """The answer that is not in the record is not meant any more."""
        if not self.is_writing:
            self._write = None
            self.failed.emit("")
            self.changed.emit()

    def _begin(self, write: AnswerWrite) -> None:
        self.is_writing = True
        self.failed.emit("")
        self.changed.emit()

        def work(record: Record) -> Entries:
            entries = write.make()
            record.append(entries)
            return entries

        self.record.do(work, self._on_written)

    def _on_written(self, result: CallResult) -> None:
        write, self.is_writing = self._write, False
        if result.problem or write is None:
            self.failed.emit(result.problem)
            self.changed.emit()
            return
        self._write = None
        for entry in result.value:
            self._take(entry)
        self.changed.emit()
        write.done(result.value)

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
        self.retry()  # the answer that has asked for the record

    def _on_closed(self) -> None:
        self._newest, self._write, self.is_writing = _nothing(), None, False
        self.changed.emit()


def _nothing() -> dict[int, Newest]:
    return {FIRST_LOOK: {}, SECOND_LOOK: {}}
