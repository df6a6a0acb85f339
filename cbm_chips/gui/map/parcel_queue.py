"""Several parcels: one is on show, the others are read ahead, so that the next shows at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer

from ...bridge.qt_alive import disconnect, is_alive
from ...bridge.tasks.chip_task import Ending
from ...bridge.texts.translation import tr, tr_count
from ...bridge.texts.words import worded
from ...core.errors import RequestError
from ...core.model import ChipRequest, Place
from ..session.estimate import estimate
from ..session.form_values.form_state import ANYWHERE
from ..session.runs import Run
from ..session.session import Session
from .parcel_bar import ParcelBar
from .picked_places import LayerGone, PickedPlaces
from .prefetch import Prefetcher

MOST_REFUSALS = 20
"""So many parcels in a row that can't be used are passed over at once."""
MOST_TOLD = 2
"""Of so many of them the reason is said."""
MOST_AHEAD = 20
"""So many parcels on either side of the one on show are read ahead, of however many."""
PAUSE_MS = 50
"""Between two looks whether the pictures on show are painted, which goes first."""
NO_ROW = -1
"""No parcel of these was shown yet."""


class ParcelQueue(QObject):
    """Belongs to one dock; over when another place than one of its own is shown.

    The parcel on show is read first, then some after it, then some before it.
    """

    def __init__(self, session: Session, *, is_idle: Callable[[], bool], parent: QObject) -> None:
        """`is_idle` is True while no picture is being painted."""
        super().__init__(parent)
        self._session, self._is_idle = session, is_idle
        self.bar = ParcelBar()
        self.places: Sequence[Place] = []
        self.row = 0
        """Of the parcel on show."""
        self._shown: Place | None = None
        """The parcel as it was read, whatever became of it in its layer."""
        self._read: dict[ChipRequest, set[int]] = {}
        """Rows read so far, by what was asked for, whatever the place."""
        self._useless: set[int] = set()
        """Rows of parcels that can't be asked for."""
        self._next: tuple[ChipRequest, int] | None = None
        """What is being read ahead."""
        self._leader: Callable[[], Iterable[int]] | None = None
        """Says which rows are wanted next; None where the order is that of the places."""
        self._is_going_on = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._go_on)
        self._ahead = Prefetcher(session.sources, self)
        self._ahead.ended.connect(self._on_read_ahead)
        self.bar.closed.connect(self.close)
        self.bar.stretch_switched.connect(self.share_stretch)
        session.stretch.changed.connect(self._tell_stretch)
        self._project = QgsProject.instance()
        self._project.cleared.connect(self.close)  # and the layers with it
        session.runs.began.connect(self._on_began)
        session.runs.ended.connect(self._on_ended)

    def begin(self, places: Sequence[Place]) -> None:
        """Show the first, read the others; a single one is no queue.

        Args:
            places: at least one; made when they are asked for, as there may be many. One that
                can't be used raises `RequestError`.
        """
        self.close()
        self.places = places
        if isinstance(places, PickedPlaces):
            places.when_edited = self._useless.clear
        self._go_to(0, 1)
        if len(places) == 1:
            self.places = []
        self._tell()

    def follow(self, places: Sequence[Place], wanted: Callable[[], Iterable[int]]) -> None:
        """Places of which another part says by `show_row` which is shown; it has a bar of its own.

        Args:
            places: as for `begin`.
            wanted: gives the rows to be read ahead, the most urgent first; bounded.
        """
        self.close()
        self.places, self._leader, self.row = places, wanted, NO_ROW
        if isinstance(places, PickedPlaces):
            places.when_edited = self._useless.clear

    def show_row(self, row: int) -> None:
        """Show this one; nothing is read if it is on show already.

        Raises:
            RequestError: it can't be used; what is on show stays.
        """
        if row == self.row and self._is_shown():
            return
        place = self.places[row]
        self.row, self._shown, self._is_going_on = row, place, True
        self._session.start(place)

    def step(self, step: int) -> bool:
        """Show the next (1) or the former (-1) parcel; False if there is no queue."""
        if not self.places:
            return False
        self._go_to(self.row + step, step)
        self._tell()
        return True

    def _go_to(self, row: int, step: int) -> None:
        """Show a parcel, or the next one that can be used."""
        refusals: list[str] = []
        while 0 <= row < len(self.places) and len(refusals) < MOST_REFUSALS:
            if row in self._useless:  # it was said before
                row += step
                continue
            try:
                place = self.places[row]
            except LayerGone as error:
                self._session.remark(worded(error))
                return
            except RequestError as error:
                refusals.append(worded(error))
                self._useless.add(row)
                row += step
                continue
            self.row, self._shown, self._is_going_on = row, place, True
            self._session.start(place)
            break
        else:
            self._session.remark(
                _in_short(refusals, tr("There is no further parcel in this direction."))
            )
            return
        if refusals:
            self._session.remark(_in_short(refusals))

    def share_stretch(self, is_on: bool) -> None:
        """Show all parcels of this queue with one stretch, or each place with its own."""
        self._session.stretch.switch(is_on=is_on)
        self._session.take_stretch()

    @property
    def is_reading_ahead(self) -> bool:
        """Or about to."""
        return self._ahead.is_reading or self._pause.isActive()

    def stop(self) -> bool:
        """Read nothing ahead any more; the parcels stay at hand. False if nothing was read."""
        was_reading = self.is_reading_ahead
        self._is_going_on = False
        self._pause.stop()
        self._ahead.stop()
        self._tell()
        return was_reading

    def close(self) -> None:
        """No queue; what is on show stays."""
        self.places, self.row, self._shown, self._leader = [], 0, None, None
        self._read.clear()
        self._useless.clear()
        self._session.stretch.switch(is_on=False)
        self.stop()

    def unload(self) -> None:
        """Leave no thread behind."""
        disconnect(self._project, "cleared", self.close)
        self.places = []
        if is_alive(self._pause):
            self._pause.stop()
        self._ahead.close()

    def _on_began(self, run: Run) -> None:
        self._pause.stop()
        self._ahead.stop()
        if self.places and run.request.place != self._shown:
            self.close()

    def _on_ended(self, ending: Ending) -> None:
        shown = self._session.shown
        if not self.places or shown is None or shown.request.place != self._shown:
            return
        if ending.is_cancelled:
            self.stop()
            return
        self._read.setdefault(_anywhere(shown.request), set()).add(self.row)
        self._tell()
        self._pause.start()

    def _on_read_ahead(self, ending: Ending) -> None:
        if ending.problem:
            text = tr("The other parcels are not read ahead: {problem}")
            self._session.remark(text.format(problem=ending.problem))
            self.stop()
            return
        if self._next is not None:
            asked, row = self._next
            self._read.setdefault(asked, set()).add(row)
        self._go_on()

    def _go_on(self) -> None:
        """One more, if there is one, the line is free and the pictures on show are painted."""
        if not self._is_idle():
            self._pause.start()
            return
        if self._is_going_on and not self._session.runs.is_running:
            self._read_ahead()
        self._tell()

    def _read_ahead(self) -> None:
        source, waiting = self._session.source, self._waiting()
        if waiting is None or (source.is_remote and estimate(waiting[0]).is_large):
            return
        request, row = waiting
        self._next = (_anywhere(request), row)
        try:
            self._ahead.start(request, source)
        except RequestError:  # said when it is shown next
            self._is_going_on = False

    def _waiting(self) -> tuple[ChipRequest, int] | None:
        """What is wanted next, and is not read yet."""
        read, before = self._rows_read(), len(self._useless)
        if read is None:
            return None
        for row in self._wanted():
            if row in read or row in self._useless:
                continue
            try:
                return self._session.form.request_for(self.places[row]), row
            except LayerGone:  # as below
                return None
            except RequestError:  # said when it is shown
                self._useless.add(row)
                if len(self._useless) - before >= MOST_REFUSALS:
                    return None
        return None

    def _wanted(self) -> Iterable[int]:
        if self._leader is not None:
            return self._leader()
        after = range(self.row, min(self.row + 1 + MOST_AHEAD, len(self.places)))
        return chain(after, range(max(self.row - MOST_AHEAD, 0), self.row))

    def _is_shown(self) -> bool:
        """The place of this row is on show, as the form asks for it, or on its way."""
        shown, place = self._session.shown, self._shown
        is_same = shown is not None and place is not None and shown.request.place == place
        return is_same and not self._session.is_outdated()

    def _rows_read(self) -> set[int] | None:
        """As the form says now; None while it says nothing that can be read."""
        try:
            return self._read.get(_anywhere(self._session.form.request_for(ANYWHERE)), set())
        except RequestError:
            return None

    def _tell_stretch(self) -> None:
        stretch, giver = self._session.stretch, ""
        with suppress(RequestError):  # the form has marked it
            giver = stretch.giver(self._session.form.look())
        self.bar.show_stretch(is_on=stretch.is_on, giver=giver)

    def _tell(self) -> None:
        count = 0 if self._leader is not None else len(self.places)
        self.bar.show_row(self.row, count, done=len(self._rows_read() or ()))


def _in_short(refusals: Sequence[str], last: str = "") -> str:
    """The first reasons, the number of the others, and what came of it."""
    lines, more = list(refusals[:MOST_TOLD]), len(refusals) - MOST_TOLD
    if more > 0:
        lines.append(tr_count("{count} more parcels can't be used.", more))
    return "\n".join([*lines, last] if last else lines)


def _anywhere(request: ChipRequest) -> ChipRequest:
    """What is asked of every parcel alike."""
    return replace(request, place=ANYWHERE)
