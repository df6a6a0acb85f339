"""The list of thumbnails: flow, keys, ticks."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QListView

from ....bridge.texts.translation import tr
from ....core.pipeline.series import Entry
from ..pictures.layout import DEFAULT_PX, LARGEST_PX, SMALLEST_PX, TextSize, ThumbnailShape, as_grid
from ..pictures.texts import sample_dates
from ..pictures.viewpoint import SeenSection
from .cursor_steps import steps_of
from .delegate import ThumbnailDelegate
from .model import Role

_Flag = QItemSelectionModel.SelectionFlag
_WHEEL_PX = 16


class ThumbnailView(QListView):
    """Arrows move the current date, Space ticks it; moving never unticks.

    Ticks are the selection: Shift extends and Ctrl toggles as everywhere.
    """

    load_asked = pyqtSignal(QModelIndex)
    """Double click or Enter."""
    retry_asked = pyqtSignal(QModelIndex)
    current_moved = pyqtSignal(QModelIndex)
    hovered = pyqtSignal(QModelIndex, object)
    """The mouse is over a picture: QPointF, fractions of it; or None, over none."""
    thumbnail_size_changed = pyqtSignal(int)
    reshaped = pyqtSignal()
    """Pictures may be somewhere else by now."""
    fit_changed = pyqtSignal(bool)
    """Whether the size follows the room."""

    def __init__(self, parent: Any = None) -> None:
        """Thumbnails of the default size."""
        super().__init__(parent)
        self._wanted_px, self._fits, self._is_list = DEFAULT_PX, False, False
        self.section = SeenSection(self)
        self.section.changed.connect(self._show_section)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.viewport().update)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._reshape)
        self._delegate = ThumbnailDelegate(self._shape_for(3 * DEFAULT_PX), self)
        self.setItemDelegate(self._delegate)
        as_grid(self)
        self.setSelectionRectVisible(False)
        self.setDragEnabled(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(tr("Dates"))
        self.doubleClicked.connect(self._on_double_click)

    @property
    def shape(self) -> ThumbnailShape:
        """Of all thumbnails."""
        return self._delegate.shape

    def current_entry(self) -> Entry | None:
        """The date with the frame."""
        index = self.currentIndex()
        entry: Entry | None = index.data(int(Role.ENTRY)) if index.isValid() else None
        return entry

    def step(self, by: int) -> None:
        """So many dates on, in the order shown; it ends at the first and the last."""
        last = self.model().rowCount() - 1
        row = self.currentIndex().row() + by if self.currentIndex().isValid() else 0
        self.setCurrentIndex(self.model().index(max(0, min(row, last)), 0))

    def set_thumbnail_size(self, wanted_px: int) -> None:
        """Pictures grow from there to fill the width; the size no longer follows the height."""
        wanted_px = max(SMALLEST_PX, min(wanted_px, LARGEST_PX))
        if wanted_px != self._wanted_px or self._fits:
            self.set_fit(False)
            self._wanted_px = wanted_px
            self._reshape()
            self.scrollTo(self.currentIndex())
            self.thumbnail_size_changed.emit(wanted_px)

    def scroll_to_offset(self, offset_px: int) -> bool:
        """Scroll so far down; False where the list is not as long yet."""
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        bar = self.verticalScrollBar()
        bar.setValue(offset_px)
        return bool(bar.maximum() >= offset_px)

    def set_list(self, is_list: bool) -> None:
        """One date below the other, its text beside the picture, where the width allows it."""
        if is_list != self._is_list:
            self._is_list = is_list
            self._reshape()
            self.scrollTo(self.currentIndex())

    def set_fit(self, fits: bool) -> None:
        """Make pictures as large as all of them fit into the list, at any size of it."""
        if fits != self._fits:
            self._fits = fits
            self._reshape()
            self.scrollTo(self.currentIndex())
            self.fit_changed.emit(fits)

    def setModel(self, model: QAbstractItemModel) -> None:
        super().setModel(model)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._reshape_soon)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What takes too long is left for the next turns of the event loop."""
        self._delegate.begin_turn()
        super().paintEvent(event)
        if self._delegate.is_behind:
            self._rest.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._reshape()
        super().resizeEvent(event)
        self.reshaped.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._reshape()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.current_moved.emit(current)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """By rows of the model, so that Right goes on in the next row of the grid."""
        last = self.model().rowCount() - 1
        if last < 0:
            return QModelIndex()
        if not self.currentIndex().isValid():
            return self.model().index(0, 0)
        row = self.currentIndex().row() + self._step(action, last + 1)
        if self._step(action, last + 1) in (-self.shape.columns, self.shape.columns):
            row = row if 0 <= row <= last else self._edge_row(row, last)
        return self.model().index(max(0, min(row, last)), 0)

    def selectionCommand(
        self, index: QModelIndex, event: Any = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Ticks change by Space, Ctrl, Shift and the box on the picture only."""
        usual = super().selectionCommand(index, event)
        none = _Flag.NoUpdate
        if event is None or event.type() == QEvent.Type.MouseMove:
            return none
        if isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Space:
                return _Flag.Toggle
            held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return usual if held or event.key() == Qt.Key.Key_A else none
        if isinstance(event, QMouseEvent):
            return self._command_of_mouse(index, event, usual)
        return none

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.load_asked.emit(current)
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the dock, not the beginning of a date."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.pos())
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_retry(index, event.pos()):
            self.retry_asked.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.pos())
        self.hovered.emit(index, self._spot_of(index, event.pos()))
        on_retry = self._is_on_retry(index, event.pos())
        hand = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(hand if on_retry else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(QModelIndex(), None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            by = _WHEEL_PX if event.angleDelta().y() > 0 else -_WHEEL_PX
            self.set_thumbnail_size((self.shape.edge if self._fits else self._wanted_px) + by)
            event.accept()
        else:
            super().wheelEvent(event)

    def _command_of_mouse(
        self, index: QModelIndex, event: QMouseEvent, usual: QItemSelectionModel.SelectionFlag
    ) -> QItemSelectionModel.SelectionFlag:
        none = _Flag.NoUpdate
        is_press = event.type() == QEvent.Type.MouseButtonPress
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return none
        if is_press and self.shape.tick(self.visualRect(index)).contains(event.pos()):
            return _Flag.Toggle
        held = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        return usual if event.modifiers() & held else none

    def _step(self, action: QAbstractItemView.CursorAction, count: int) -> int:
        page = max(1, self.viewport().height() // self.shape.cell.height())
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        steps = steps_of(self.shape.columns, page, count, is_mirrored=is_mirrored)
        return steps[action]

    def _edge_row(self, row: int, last: int) -> int:
        """Up from the first row stays; down from the last full row goes to the last date."""
        current = self.currentIndex().row()
        columns = self.shape.columns
        has_row_below = last // columns > current // columns
        return last if row > last and has_row_below else current

    def _reshape_soon(self) -> None:
        """Once for all rows that come or go now."""
        if self._fits:
            self._later.start(0)

    def _reshape(self) -> None:
        shape = self._shape_for(self.viewport().width())
        if shape == self._delegate.shape and self.gridSize() == shape.cell:
            return
        self._delegate.shape = shape
        self.setGridSize(self._delegate.shape.cell)
        self.verticalScrollBar().setSingleStep(max(1, self.shape.cell.height() // 4))
        self.viewport().update()
        self.reshaped.emit()

    def _shape_for(self, width: int) -> ThumbnailShape:
        text = TextSize.of(self.font(), sample_dates())
        if self._is_list:
            return ThumbnailShape.as_list(width - 1, wanted=self._wanted_px, text=text)
        if self._fits and self.model() is not None:
            room = QSize(width - 1, self.viewport().height() - 1)
            filling = ThumbnailShape.fill(room, self.model().rowCount(), text=text)
            if filling is not None:
                return filling
        height = self.viewport().height()
        return ThumbnailShape.fit(width - 1, wanted=self._wanted_px, text=text, height=height)

    def _spot_of(self, index: QModelIndex, position: QPoint) -> QPointF | None:
        picture = self.shape.picture(self.visualRect(index)) if index.isValid() else QRect()
        if not picture.contains(position):
            return None
        room = QRectF(picture)
        return self.section.viewpoint.within(room).spot_at(QPointF(position), room)

    def _is_on_retry(self, index: QModelIndex, position: QPoint) -> bool:
        area = self._delegate.retry_area(self.visualRect(index), index) if index.isValid() else None
        return area is not None and area.contains(position)

    def _show_section(self) -> None:
        self._delegate.viewpoint = self.section.viewpoint
        self.viewport().update()

    def _on_double_click(self, index: QModelIndex) -> None:
        self.load_asked.emit(index)
