"""Several parcels: one is on show, the others are read ahead, so that the next shows at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, QTimer

from ..bridge.alive import is_alive
from ..bridge.tasks import Ending
from ..bridge.words import tr
from ..core.errors import RequestError
from ..core.model import ChipRequest, Place
from .ahead import ReadAhead
from .estimate import estimate
from .parcel_bar import ParcelBar
from .runs import Run

if TYPE_CHECKING:
    from .dock import ChipsDock

PAUSE_MS = 50
"""Between two looks whether the pictures on show are painted, which goes first."""


class ParcelQueue(QObject):
    """Belongs to one dock; over when another place than one of its own is shown.

    The parcel on show is read first, then those after it, then those before it.
    """

    def __init__(self, dock: ChipsDock) -> None:
        super().__init__(dock)
        self._dock = dock
        self.bar = ParcelBar()
        self.places: list[Place] = []
        self.row = 0
        """Of the parcel on show."""
        self._read: set[ChipRequest] = set()
        self._next: ChipRequest | None = None
        """What is being read ahead."""
        self._is_going_on = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._go_on)
        self._ahead = ReadAhead(self)
        self._ahead.ended.connect(self._on_read_ahead)
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self.close)
        dock.runs.began.connect(self._on_began)
        dock.runs.ended.connect(self._on_ended)

    @property
    def is_reading_ahead(self) -> bool:
        """A parcel that is not on show is being read."""
        return self._ahead.is_reading

    def begin(self, places: Sequence[Place]) -> None:
        """Show the first, read the others; a single one is no queue."""
        self.close()
        if len(places) > 1:
            self.places = list(places)
        self._is_going_on = True
        self._dock.start(places[0])
        self._tell()

    def step(self, step: int) -> bool:
        """Show the next (1) or the former (-1) parcel; False if there is no queue."""
        if not self.places:
            return False
        row = self.row + step
        if 0 <= row < len(self.places):
            self.row, self._is_going_on = row, True
            self._dock.start(self.places[row])
            self._tell()
        else:
            self._dock.remedies.remark(tr("There is no further parcel in this direction."))
        return True

    def stop(self) -> bool:
        """Read nothing ahead any more; the parcels stay at hand. False if nothing was read."""
        was_reading = self._ahead.is_reading or self._pause.isActive()
        self._is_going_on = False
        self._pause.stop()
        self._ahead.stop()
        self._tell()
        return was_reading

    def close(self) -> None:
        """No queue; what is on show stays."""
        self.places, self.row = [], 0
        self._read.clear()
        self.stop()

    def unload(self) -> None:
        """Leave no thread behind."""
        self.places = []
        if is_alive(self._pause):
            self._pause.stop()
        self._ahead.close()

    def _on_began(self, run: Run) -> None:
        self._pause.stop()
        self._ahead.stop()
        if self.places and run.request.place != self.places[self.row]:
            self.close()

    def _on_ended(self, ending: Ending) -> None:
        shown = self._dock.runs.shown
        if not self.places or shown is None:
            return
        if ending.is_cancelled:
            self.stop()
            return
        self._read.add(shown.request)
        self._tell()
        self._pause.start()

    def _on_read_ahead(self, ending: Ending) -> None:
        if ending.problem:
            text = tr("The other parcels are not read ahead: {problem}")
            self._dock.remedies.remark(text.format(problem=ending.problem))
            self.stop()
            return
        if self._next is not None:
            self._read.add(self._next)
        self._go_on()

    def _go_on(self) -> None:
        """One more, if there is one, the line is free and the pictures on show are painted."""
        if not self._dock.panel.is_idle():
            self._pause.start()
            return
        waiting = [request for request in self._requests() if request not in self._read]
        source = self._dock.form.source
        is_free = self._is_going_on and not self._dock.runs.is_running
        if waiting and is_free and not (source.is_remote() and estimate(waiting[0]).is_large):
            self._next = waiting[0]
            try:
                self._ahead.start(waiting[0], source.row())
            except RequestError:  # whoever shows it next is told
                self._is_going_on = False
        self._tell()

    def _requests(self) -> list[ChipRequest]:
        """In the order they are wanted; places that can't be asked for are told when shown."""
        requests = []
        for place in (*self.places[self.row :], *self.places[: self.row]):
            try:
                requests.append(self._dock.form.request_for(place))
            except RequestError:
                continue
        return requests

    def _tell(self) -> None:
        done = sum(request in self._read for request in self._requests())
        self.bar.show_row(self.row, len(self.places), done=done)
