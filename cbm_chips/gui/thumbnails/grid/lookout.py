"""What the user was looking at outlives a run: the date, and how far the list was scrolled."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from qgis.PyQt.QtCore import QModelIndex

from ....core.pipeline.date_lists import first_row_within, nearest_row
from ....core.pipeline.series import Entry
from .model import FilteredModel, Role
from .view import ThumbnailView


class Lookout:
    """Makes the date nearest to the one that the user chose last the current one.

    Only the user's own steps choose: a parcel without a clear date then does not lead the
    following ones astray. A question with a window begins there, whatever was chosen before.
    """

    def __init__(self, view: ThumbnailView, model: FilteredModel) -> None:
        """`model` has the dates that the view shows."""
        self._view, self._model = view, model
        self.wanted: datetime | None = None
        """When the date that was chosen last was acquired; None before the first."""
        self._days: tuple[date, date] | None = None
        """The list begins in these days, until the user takes a step."""
        self._scrolled: int | None = None
        self._stays_in_sight = False
        """The current date was in sight, and nobody has scrolled since."""
        self._is_held = self._has_other_rows = self._is_told = False
        view.current_moved.connect(self._on_current)
        view.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        view.reshaped.connect(self._on_reshaped)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._on_rows)

    def look_for(self, acquired: datetime | None) -> None:
        """The next list shows this date, wherever the one before was scrolled to."""
        self.wanted, self._scrolled, self._days = acquired, None, None
        self._is_told = self._stays_in_sight = acquired is not None

    def begin_in(self, days: tuple[date, date] | None) -> None:
        """The list on show, or the next one, begins at the first clear date from day to day.

        None: at the date that the user chose last.
        """
        self._days = days
        if days is None:
            return
        self._scrolled = None
        self._is_told = self._stays_in_sight = True
        with self.held():
            self._has_other_rows = True

    def note(self, entry: Entry) -> None:
        """The user chose this date elsewhere; the list may not show it."""
        if entry.scene.is_dated:
            self.wanted, self._days = entry.scene.acquired, None

    @contextmanager
    def held(self) -> Iterator[None]:
        """What changes within is not the user's doing; thereafter the date is found again."""
        self._is_held = True
        try:
            yield
            if self._has_other_rows or self._days is not None:
                self._find()
        finally:
            self._is_held = False

    def keep_scroll(self) -> None:
        """The list is about to be emptied: later, show the same part of it."""
        is_told, self._is_told = self._is_told, False
        if self._model.rowCount() and not is_told:
            self._scrolled = self._view.verticalScrollBar().value()
            current = self._view.visualRect(self._view.currentIndex())
            self._stays_in_sight = self._view.viewport().rect().contains(current.center())

    def _find(self) -> None:
        self._has_other_rows = False
        shown = [self._model.index(row, 0) for row in range(self._model.rowCount())]
        if not shown:
            return
        if self._scrolled is not None and self._view.scroll_to_offset(self._scrolled):
            self._scrolled = None
        entries = [_entry(index) for index in shown]
        if self._days is None:
            row = nearest_row(entries, self.wanted)
        else:
            row = first_row_within(entries, *self._days)
        if row is not None:
            self._view.setCurrentIndex(shown[row])
            self._on_reshaped()  # rows before it push it out without a word

    def _on_current(self, index: QModelIndex) -> None:
        if not self._is_held and index.isValid() and _entry(index).scene.is_dated:
            self.wanted, self._stays_in_sight = _entry(index).scene.acquired, True
            self._days = None

    def _on_scrolled(self) -> None:
        """Who looks elsewhere stays there, whatever dates come."""
        self._scrolled, self._stays_in_sight = None, False
        current = self._view.currentIndex()
        if self._days is not None and current.isValid():
            self.note(_entry(current))
        self._days = None

    def _on_reshaped(self) -> None:
        if self._stays_in_sight:
            self._view.scrollTo(self._view.currentIndex())

    def _on_rows(self) -> None:
        self._has_other_rows = True


def _entry(index: QModelIndex) -> Entry:
    entry: Entry = index.data(int(Role.ENTRY))
    return entry
