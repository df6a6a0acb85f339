"""The run's series as a Qt model; what a thumbnail shows is a role."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from enum import IntEnum
from typing import Any

from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, QSortFilterProxyModel, Qt
from qgis.PyQt.QtGui import QImage

from ....bridge.tasks.pictures import ChipPicture, Neighbours, Overlay
from ....core.pipeline.date_lists import FILTERS, OLDEST_FIRST, ORDERS
from ....core.pipeline.events import Event
from ....core.pipeline.rejudging import Judge
from ....core.pipeline.series import Entry, Series, State
from ..pictures.texts import ThumbnailTexts, cause_of, date_of, mark_words, spoken
from ..pictures.thumbnail_cache import ThumbnailContent
from ..pictures.tooltip import tooltip

_FIRST_ROLE = 0x0100  # Qt.UserRole, which is an int in Qt 5 and an enum in Qt 6


class Role(IntEnum):
    """What the delegate asks for."""

    ENTRY = _FIRST_ROLE
    PICTURE = _FIRST_ROLE + 1
    """QImage, or None while there is none."""
    PROBLEM = _FIRST_ROLE + 2
    """Why there is no picture although there is a chip; empty if there is one."""
    OVERLAY = _FIRST_ROLE + 3
    CONTENT = _FIRST_ROLE + 4
    """`ThumbnailContent`: all that is painted."""


class SeriesModel(QAbstractListModel):
    """One row per date, in the order of the series; rows never move within a run."""

    def __init__(self, parent: Any = None) -> None:
        """Without dates."""
        super().__init__(parent)
        self._has_outline = False
        self._overlay = Overlay()
        self._judge: Judge | None = None
        self._marks: Mapping[str, int] = {}
        self._empty()

    @property
    def series(self) -> Series:
        """What is shown; change it through `take` only."""
        return self._series

    def begin(self, *, has_outline: bool) -> None:
        """A new run: no dates."""
        self.beginResetModel()
        self._has_outline, self._judge = has_outline, None
        self._empty()
        self.endResetModel()

    def reset_to(self, found: Event) -> None:
        """The search is back: all its dates at once."""
        self.beginResetModel()
        self._empty()
        self._series.take(found)
        self.endResetModel()

    def take(self, event: Event) -> int:
        """One date's news; the row it is about."""
        row = self._series.row_of(event)
        if row is None:
            last = len(self._series.entries)
            self.beginInsertRows(QModelIndex(), last, last)
            self._take(event, last)
            self.endInsertRows()
            return last
        self._take(event, row)
        self._changed(row)
        return row

    def judge_by(self, judge: Judge) -> list[int]:
        """Judge all dates anew, and those that still come; the rows that changed."""
        self._judge = judge
        rows = judge.judge_all(self._series)
        if rows:
            self._all_changed()
        return rows

    def stop(self) -> None:
        """Nothing more comes; see `Series.stop`."""
        for row in self._series.stop():
            self._changed(row)

    def resume(self, ids: Collection[str]) -> None:
        """Stopped dates are read on; see `Series.resume`."""
        for row in self._series.resume(ids):
            self._changed(row)

    def show_pictures(self, pictures: Iterable[ChipPicture]) -> None:
        """Keep and show them; the former ones stay until then."""
        for picture in pictures:
            self._pictures[picture.key] = picture
            self._changed(picture.key)

    def show_overlay(self, overlay: Overlay) -> None:
        """One outline for all rows; the neighbours stay."""
        self._overlay = replace(overlay, neighbours=self._overlay.neighbours)
        self._all_changed()

    def show_neighbours(self, neighbours: Neighbours) -> None:
        """The outlines around the place, in all pictures."""
        self._overlay = replace(self._overlay, neighbours=neighbours)
        self._all_changed()

    def show_marks(self, marks: Mapping[str, int]) -> None:
        """The dates that are compared: their numbers by the id of the scene."""
        before, self._marks = self._marks, dict(marks)
        changed = {scene for scene, _ in before.items() ^ self._marks.items()}
        for row, entry in enumerate(self._series.entries):
            if entry.scene.id in changed:
                self._changed(row)

    def mark(self, row: int) -> int:
        """The number of a date in a comparison; 0 for none."""
        return self._marks.get(self.entry(row).scene.id, 0)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._series.entries)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < self.rowCount():
            return None
        reader = _READERS.get(int(role))
        return reader(self, index.row()) if reader else None

    def entry(self, row: int) -> Entry:
        """The date of a row."""
        return self._series.entries[row]

    def image(self, row: int) -> QImage | None:
        """The picture of a row."""
        picture = self._pictures.get(row)
        return picture.image if picture and self.entry(row).state is State.CHIP else None

    def picture_of(self, scene_id: str) -> QImage | None:
        """The picture of a date, if there is one by now."""
        pictures = (self.image(row) for row in self._rows_of(scene_id))
        return next((picture for picture in pictures if picture is not None), None)

    def index_of(self, scene_id: str) -> QModelIndex:
        """Of a date, whether or not a filter leaves it; invalid if it is not on show."""
        return self.index(next(self._rows_of(scene_id), -1))

    def _rows_of(self, scene_id: str) -> Iterator[int]:
        return (row for row in range(self.rowCount()) if self.entry(row).scene.id == scene_id)

    def problem(self, row: int) -> str:
        """See `Role.PROBLEM`."""
        picture = self._pictures.get(row)
        return picture.problem if picture else ""

    @property
    def overlay(self) -> Overlay:
        """Of all rows."""
        return self._overlay

    def content(self, row: int) -> ThumbnailContent:
        """What a row's thumbnail shows; its texts are put together once for a state of the date."""
        entry, known = self.entry(row), self._texts.get(row)
        if known is None or known[0] is not entry:
            known = self._texts[row] = (entry, ThumbnailTexts.of(entry))
        image, problem, mark = self.image(row), self.problem(row), self.mark(row)
        return ThumbnailContent(entry, known[1], image, problem, self._overlay, mark)

    def spoken(self, row: int) -> str:
        """For screen readers."""
        words = spoken(self.entry(row), has_outline=self._has_outline)
        return ", ".join(filter(None, (words, mark_words(self.mark(row)))))

    def tooltip(self, row: int) -> str:
        """All that is known of a date."""
        return tooltip(self.entry(row), mark_words(self.mark(row)))

    def _take(self, event: Event, row: int) -> None:
        self._series.take(event)
        if self._judge is not None:
            self._judge.judge_rows(self._series, [row])

    def _empty(self) -> None:
        self._series = Series()
        self._pictures: dict[int, ChipPicture] = {}
        self._texts: dict[int, tuple[Entry, ThumbnailTexts]] = {}
        self._overlay = Overlay()

    def _all_changed(self) -> None:
        if self._series.entries:
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def _changed(self, row: int) -> None:
        self.dataChanged.emit(self.index(row), self.index(row))


_READERS = {
    int(Qt.ItemDataRole.DisplayRole): lambda model, row: date_of(model.entry(row)),
    int(Qt.ItemDataRole.ToolTipRole): SeriesModel.tooltip,
    int(Qt.ItemDataRole.AccessibleTextRole): SeriesModel.spoken,
    int(Qt.ItemDataRole.AccessibleDescriptionRole): lambda model, row: cause_of(model.entry(row)),
    int(Role.ENTRY): SeriesModel.entry,
    int(Role.PICTURE): SeriesModel.image,
    int(Role.PROBLEM): SeriesModel.problem,
    int(Role.OVERLAY): lambda model, row: model.overlay,
    int(Role.CONTENT): SeriesModel.content,
}


class FilteredModel(QSortFilterProxyModel):
    """The dates a filter of `FILTERS` leaves, by an order of `ORDERS`."""

    def __init__(self, source: SeriesModel, parent: Any = None) -> None:
        """All dates, oldest first."""
        super().__init__(parent)
        self._series_model = source
        self._filter, self._order = next(iter(FILTERS)), next(iter(ORDERS))
        self._keys: dict[int, tuple[Entry, tuple[object, ...]]] = {}
        """Sort keys: a list is sorted by ten thousands of comparisons."""
        self.setSourceModel(source)
        self.setDynamicSortFilter(True)
        for changed in (source.modelReset, source.rowsInserted):
            changed.connect(self._sort)

    def set_filter(self, name: str) -> None:
        """Show what the filter of this name leaves."""
        self._filter = name
        self.invalidateFilter()

    def set_order(self, name: str) -> None:
        """Sort by the order of this name."""
        self._order = name
        self._keys.clear()
        self._sort()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:
        return FILTERS[self._filter](self._series_model.entry(row))

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:
        return self._key(left.row()) < self._key(right.row())

    def _sort(self) -> None:
        """Only where the dates are not in this order already: sorting many takes long."""
        is_sorted = self._order == OLDEST_FIRST and self._series_model.series.is_oldest_first()
        column = -1 if is_sorted else 0
        if self.sortColumn() != column:
            self.sort(column)

    def _key(self, row: int) -> tuple[object, ...]:
        entry, known = self._series_model.entry(row), self._keys.get(row)
        if known is None or known[0] is not entry:
            known = self._keys[row] = (entry, ORDERS[self._order](entry))
        return known[1]
