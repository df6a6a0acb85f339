"""Shows the parcel of the current question, and reads those that come next ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from qgis.PyQt.QtCore import QObject

from ....core.errors import RequestError
from ...map.parcel_queue import MOST_AHEAD, ParcelQueue
from ...session.inspection.queue_book import QueueBook
from ...session.session import Session
from .places import QueuePlaces

MOST_LOOKED_AT = 500
"""Questions ahead among which parcels without an answer are looked for."""


class QueueWalk(QObject):
    """Belongs to one dock; the parcels follow the queue."""

    def __init__(
        self, session: Session, book: QueueBook, parcels: ParcelQueue, parent: QObject
    ) -> None:
        """Nothing is shown before `lead`."""
        super().__init__(parent)
        self._session, self._book, self._parcels = session, book, parcels
        self._places: QueuePlaces | None = None
        book.moved.connect(self.show)

    def lead(self, places: QueuePlaces | None) -> None:
        """Of the queue that is to be opened; None for no more."""
        if self._places is not None and self._parcels.places is self._places:
            self._parcels.close()
        self._places = places

    def show(self) -> None:
        """The parcel of the current question; nothing is read if it is on show already."""
        item, places = self._book.item, self._places
        if item is None or places is None:
            return
        if self._parcels.places is not places:  # another place was picked meanwhile
            self._parcels.follow(places, self._wanted)
        try:
            self._parcels.show_row(places.row_of(item.parcel))
        except RequestError as error:
            self._session.runs.cancel()
            self._session.refused.emit(error)

    def _wanted(self) -> Iterable[int]:
        """The next parcels without an answer, the next of all, then the last ones."""
        places, book = self._places, self._book
        if places is None or not book.items:
            return ()
        after = range(book.row, min(book.row + MOST_LOOKED_AT, len(book.items)))
        before = range(book.row - 1, max(book.row - MOST_LOOKED_AT, -1), -1)
        undecided = (row for row in after if not book.is_decided(book.items[row]))
        rows = [
            *islice(self._of_parcels(places, (book.row, book.row + 1)), 2),
            *islice(self._of_parcels(places, undecided), MOST_AHEAD),
            *islice(self._of_parcels(places, before), MOST_AHEAD),
        ]
        return list(dict.fromkeys(rows))

    def _of_parcels(self, places: QueuePlaces, rows: Iterable[int]) -> Iterator[int]:
        seen: set[str] = set()
        for row in rows:
            parcel = self._book.items[row].parcel if row < len(self._book.items) else ""
            if places.has(parcel) and parcel not in seen:
                seen.add(parcel)
                yield places.row_of(parcel)
