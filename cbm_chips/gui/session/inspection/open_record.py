"""The record that is open: one call after another, in a thread of its own.

Nobody waits for a disk, and an answer waits for no task of QGIS: all of those may be reading.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....bridge.tasks.call_line import CallLine
from ....bridge.tasks.call_outcome import CallResult

if TYPE_CHECKING:
    from ....core.inspection.record.record import Record

    Work = Callable[[Record], Any]
    LastWork = Callable[["Record | None"], Any]
    Then = Callable[[CallResult], object]

LONGEST_LAST_WRITE_S = 5.0
THREAD_NAME = "cbm-chips-record"
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
        self._held: _HeldRecord | None = None
        self._line = CallLine(THREAD_NAME, self)

    def open(self, path: str, inspector: str) -> None:
        """In place of the one before; `opened` or `failed` follows."""
        self.close()
        held = self._held = _HeldRecord()
        self.path = path
        self._ask(held, partial(held.open, path, inspector), self._on_opened)

    def do(self, work: Work, then: Then = lambda result: None) -> bool:
        """After all that was asked before; False if no record is open.

        Args:
            work: is called with the record, in its thread; may raise `ChipsError`.
            then: is called in the main thread with what came of it, unless the record was closed.
        """
        held = self._held
        if held is None or not self.is_open:
            return False
        self._ask(held, lambda: work(held.record), then)
        return True

    def do_last(self, work: LastWork, then: Then) -> None:
        """The same before it closes: `then` is called in any case.

        Args:
            work: is called with None where no record is open, or it could not be opened.
            then: is called in the main thread with what came of it.
        """
        held = self._held
        self._line.ask(lambda: work(None if held is None else held.record), then)

    def close(self) -> None:
        """What was asked for is still done before it closes."""
        held, was_open = self._held, self.is_open
        self._held, self.path, self.is_open = None, "", False
        if held is not None:
            self._ask(held, held.close, lambda result: None)
        if was_open:
            self.closed.emit()

    def unload(self) -> bool:
        """Close it, and wait a moment for what is still to be written; False if it is not done."""
        self.close()
        return self._line.end(LONGEST_LAST_WRITE_S)

    def _on_opened(self, result: CallResult) -> None:
        if result.problem:
            self._held, self.path = None, ""
            self.failed.emit(result.problem)
            return
        self.is_open = True
        self.opened.emit()

    def _ask(self, held: _HeldRecord, work: Callable[[], Any], then: Then) -> None:
        def hear(result: CallResult) -> None:
            if self._held is held:
                then(result)

        self._line.ask(work, hear)


class _HeldRecord:
    """A record, in its thread."""

    def __init__(self) -> None:
        self.record: Any = None
        """None until it is open."""

    def open(self, path: str, inspector: str) -> None:
        from ....core.inspection.record.record import Record
        from ....core.parcels.files.versions import versions

        tool = f"{TOOL} {versions().get('cbm_chips', '')}".strip()
        self.record = Record.open(path, inspector, tool)

    def close(self) -> None:
        if self.record is not None:
            self.record.close()
