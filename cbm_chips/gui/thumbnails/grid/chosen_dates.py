"""Which dates a person means: ticked ones, the current one, or the one that was clicked."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex

from ....core.pipeline.series import Entry
from .model import FilteredModel, Role
from .view import ThumbnailView


class ChosenDates:
    """Asks the grid; keeps nothing."""

    def __init__(self, view: ThumbnailView, model: FilteredModel) -> None:
        """`model` is the view's."""
        self._view, self._model = view, model

    def selected(self) -> list[Entry]:
        """The ticked dates in the order shown; if none is, the current one."""
        rows = sorted(index.row() for index in self._view.selectionModel().selectedIndexes())
        ticked = [self.at(self._model.index(row, 0)) for row in rows]
        current = self.current()
        return ticked or ([current] if current else [])

    def current(self) -> Entry | None:
        """The date with the frame."""
        index = self._view.currentIndex()
        return self.at(index) if index.isValid() else None

    def current_row(self) -> int | None:
        """Its row among all dates of the run."""
        index = self._view.currentIndex()
        return self._model.mapToSource(index).row() if index.isValid() else None

    def meant(self, index: QModelIndex) -> list[Entry]:
        """The ticked dates if this one is among them, else this one alone."""
        if self._view.selectionModel().isSelected(index):
            return self.selected()
        return [self.at(index)]

    def at(self, index: QModelIndex) -> Entry:
        """The date of a valid index of the grid."""
        entry: Entry = index.data(int(Role.ENTRY))
        return entry
