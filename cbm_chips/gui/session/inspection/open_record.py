"""The record that is open: one call after another, each in a task; nobody waits for a disk."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....bridge.qt_alive import is_alive
from ....bridge.tasks.background_call import BackgroundCall, CallResult
from ....bridge.texts.translation import tr

if TYPE_CHECKING:
    from ....core.inspection.record.record import Record

    Work = Callable[[Record], Any]
    Then = Callable[[CallResult], object]

LONGEST_LAST_WRITE_MS = 5000
TOOL = "CbM Chips"


class OpenRecord(QObject):
    """One per dock; at most one record is open."""

    opened = pyqtSignal()
    """The record can be used."""
    closed = pyqtSignal()
    failed = pyqtSignal(str)
    """It can't be opened: why, for people."""

    def __init__(self, parent: QObject) -> None:
        """None is open."""
        super().__init__(parent)
        self.path = ""
        """Of the record that is open, or is being opened; empty for none."""
        self.is_open = False
        """It can be used."""
        self._line: _RecordLine | None = None
        self._calls: list[BackgroundCall] = []

    def open(self, path: str, inspector: str) -> None:
        """In place of the one before; `opened` or `failed` follows."""
        self.close()
        self.path, self._line = path, _RecordLine()
        self._ask(self._line, _opening(path, inspector), self._on_opened)

    def do(self, work: Work, then: Then = lambda result: None) -> bool:
        """After all that was asked before; False if no record is open.

        Args:
            work: is called with the record, in a worker thread; may raise `ChipsError`.
            then: is called in the main thread with what came of it, unless the record was closed.
        """
        if self._line is None or not self.is_open:
            return False
        self._ask(self._line, lambda line: work(line.record), then)
        return True

    def close(self) -> None:
        """What was asked for is still done before it closes."""
        line, was_open = self._line, self.is_open
        self._line, self.path, self.is_open = None, "", False
        if line is not None:
            self._ask(line, _closing, lambda result: None)
        if was_open:
            self.closed.emit()

    def unload(self) -> None:
        """Close it, and wait a moment for what is still to be written."""
        self.close()
        calls, self._calls = self._calls, []
        for call in calls:
            if is_alive(call):
                call.waitForFinished(LONGEST_LAST_WRITE_MS)

    def _on_opened(self, result: CallResult) -> None:
        if result.problem:
            self._line, self.path = None, ""
            self.failed.emit(result.problem)
            return
        self.is_open = True
        self.opened.emit()

    def _ask(self, line: _RecordLine, job: Job, then: Then) -> None:
        done: list[Then] = []
        line.jobs.append((job, then))
        call = _RecordCall(tr("CbM Chips: record of answers"), lambda: line.take(done))

        def hear(result: CallResult) -> None:
            if call in self._calls:  # not unloaded meanwhile
                self._calls.remove(call)
                if done and self._line is line:
                    done[0](result)

        call.done.connect(hear)
        self._calls.append(call)
        call.start()


class _RecordCall(BackgroundCall):
    """What is to be written is written, whoever ends the tasks."""

    def cancel(self) -> None:
        """It takes a moment only, and half of it would be lost otherwise."""


class _RecordLine:
    """What is asked of one record, in a row: whichever task comes takes the first that is left."""

    def __init__(self) -> None:
        self.record: Any = None
        """None until it is open."""
        self.jobs: deque[tuple[Job, Then]] = deque()
        self._turn = threading.Lock()

    def take(self, done: list[Then]) -> Any:
        """Do the first, and tell whose result it is."""
        with self._turn:
            job, then = self.jobs.popleft()
            done.append(then)
            return job(self)


Job = Callable[[_RecordLine], Any]


def _opening(path: str, inspector: str) -> Job:
    def work(line: _RecordLine) -> None:
        from ....core.inspection.record.record import Record
        from ....core.parcels.files.versions import versions

        line.record = Record.open(
            path, inspector, f"{TOOL} {versions().get('cbm_chips', '')}".strip()
        )

    return work


def _closing(line: _RecordLine) -> None:
    if line.record is not None:
        line.record.close()
