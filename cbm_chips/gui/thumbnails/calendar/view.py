"""The dates by month and week; current date, ticks and keys are those of the grid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.PyQt.QtCore import (
    QDate,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
)
from qgis.PyQt.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QRegion, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView

from ....bridge.texts.translation import tr
from ....core.month_weeks import WEEKS
from ..grid.model import Role
from ..grid.view import ThumbnailView
from ..pictures.layout import bold_of, small_of
from ..pictures.painting import faint, muted
from ..pictures.thumbnail_cache import ThumbnailContent
from .layout import MARGIN, CalendarLayout, CalendarShape
from .painter import draw_date, draw_frame, draw_index, draw_ticked

_Action = QAbstractItemView.CursorAction
_NO_UPDATE = QItemSelectionModel.SelectionFlag.NoUpdate
_STEPS = {
    _Action.MoveLeft: -1,
    _Action.MovePrevious: -1,
    _Action.MoveRight: 1,
    _Action.MoveNext: 1,
}
_JUMPS = {
    _Action.MoveUp: -1,
    _Action.MovePageUp: -1,
    _Action.MoveDown: 1,
    _Action.MovePageDown: 1,
}


class CalendarView(QAbstractItemView):
    """Rows are months, columns their weeks; months without a date are there, too."""

    _placed: CalendarLayout | None = None
    """Known before Qt asks, which is from the first line of the constructor on."""

    def __init__(self, grid: ThumbnailView) -> None:
        """Shares model, current date and ticks with `grid`."""
        super().__init__()
        self._grid = grid
        self._means: Mapping[str, float] = {}
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Dates as a calendar"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(grid.load_asked)
        grid.section.changed.connect(self.viewport().update)

    def take_model(self) -> None:
        """Once the grid has its own."""
        self.setModel(self._grid.model())
        self.setSelectionModel(self._grid.selectionModel())
        for changed in (self.model().modelReset, self.model().rowsRemoved):
            changed.connect(self._forget_layout)
        self.model().layoutChanged.connect(self._forget_layout)

    def show_means(self, means: Mapping[str, float]) -> None:
        """The index of each date, by its scene's id."""
        self._means = means
        self.viewport().update()

    def layout_now(self) -> CalendarLayout:
        """Where everything lies; worked out anew after a change of the dates or of the size."""
        if self._placed is None:
            shape = CalendarShape.of(self.viewport().width(), self.font())
            rows = range(self.model().rowCount() if self.model() is not None else 0)
            scenes = [self._content(row).entry.scene for row in rows]
            days = [one.acquired.date() if one.is_dated else None for one in scenes]
            self._placed = CalendarLayout.of(days, shape)
            self.updateGeometries()
        return self._placed

    def paintEvent(self, event: QPaintEvent) -> None:
        layout, painter = self.layout_now(), QPainter(self.viewport())
        painter.translate(0, -self.verticalOffset())
        seen = event.rect().translated(0, self.verticalOffset())
        for year, month, where in layout.heads:
            if where.intersects(seen):
                self._paint_head(painter, QDate(year, month, 1), where)
        for row, cell in layout.cells.items():
            if cell.intersects(seen):
                self._paint_date(painter, row, cell, layout.shape)
        painter.resetTransform()
        self._paint_weeks(painter, layout.shape)
        painter.end()

    def visualRect(self, index: QModelIndex) -> QRect:
        cell = self.layout_now().cells.get(index.row()) if index.isValid() else None
        return QRect() if cell is None else cell.translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        layout = self.layout_now()
        if point.y() < layout.shape.head:  # the line of weeks stays in sight
            return QModelIndex()
        row = layout.row_at(point.x(), point.y() + self.verticalOffset())
        return QModelIndex() if row is None else self.model().index(row, 0)

    def scrollTo(self, index: QModelIndex, hint: Any = None) -> None:
        cell = self.visualRect(index)
        if cell.isNull():
            return
        bar, head = self.verticalScrollBar(), self.layout_now().shape.head
        if cell.top() < head:
            bar.setValue(bar.value() + cell.top() - head)
        elif cell.bottom() > self.viewport().height():
            bar.setValue(bar.value() + cell.bottom() - self.viewport().height() + MARGIN)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Left and Right by time, Up and Down within the week of the month."""
        layout = self.layout_now()
        by_time = sorted(layout.cells, key=self._moment)
        if not by_time:
            return QModelIndex()
        current = self.currentIndex().row()
        if current not in layout.cells:
            return self.model().index(by_time[0], 0)
        if action in _JUMPS:
            return self.model().index(layout.above_or_below(current, _JUMPS[action]), 0)
        ends = {_Action.MoveHome: 0, _Action.MoveEnd: len(by_time) - 1}
        place = ends.get(action, by_time.index(current) + _STEPS.get(action, 0))
        return self.model().index(by_time[max(0, min(place, len(by_time) - 1))], 0)

    def selectionCommand(
        self, index: QModelIndex, event: Any = None
    ) -> QItemSelectionModel.SelectionFlag:
        """As in the grid."""
        if event is None or event.type() != QEvent.Type.MouseButtonPress:
            return self._grid.selectionCommand(index, event)
        held = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        if event.modifiers() & held:
            return super().selectionCommand(index, event)
        return _NO_UPDATE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enters = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in enters and self.currentIndex().isValid():
            self._grid.load_asked.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the dock."""

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return int(self.verticalScrollBar().value())

    def isIndexHidden(self, index: QModelIndex) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region = region.united(QRegion(self.visualRect(index)))
        return region

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self._placed is not None:
            bar, height = self.verticalScrollBar(), self.viewport().height()
            bar.setPageStep(height)
            bar.setSingleStep(max(1, self._placed.shape.cell_height // 4))
            bar.setRange(0, max(0, self._placed.height - height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget_layout()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget_layout()

    def dataChanged(
        self, top_left: QModelIndex, bottom_right: QModelIndex, roles: Any = None
    ) -> None:
        """Dates never get another day."""
        self.viewport().update()

    def rowsInserted(self, parent: QModelIndex, start: int, end: int) -> None:
        self._forget_layout()
        super().rowsInserted(parent, start, end)

    def _forget_layout(self, *_: object) -> None:
        self._placed = None
        self.viewport().update()

    def _content(self, row: int) -> ThumbnailContent:
        content: ThumbnailContent = self.model().index(row, 0).data(int(Role.CONTENT))
        return content.seen_from(self._grid.section.viewpoint)

    def _moment(self, row: int) -> Any:
        scene = self._content(row).entry.scene
        return scene.acquired, scene.id

    def _paint_date(self, painter: QPainter, row: int, cell: QRect, shape: CalendarShape) -> None:
        content = self._content(row)
        painter.setFont(self.font())
        painter.save()
        draw_date(painter, content, cell, shape, self.palette())
        painter.restore()
        mean = self._means.get(content.entry.scene.id)
        painter.save()
        if mean is not None:
            draw_index(painter, mean, shape.index(cell), self.palette())
        index = self.model().index(row, 0)
        if self.selectionModel().isSelected(index):
            draw_ticked(painter, cell, shape)
        if index == self.currentIndex():
            draw_frame(painter, cell, self.palette(), has_focus=self.hasFocus())
        painter.restore()

    def _paint_head(self, painter: QPainter, first: QDate, where: QRect) -> None:
        painter.setPen(faint(self.palette()))
        painter.drawLine(where.topLeft(), where.topRight())
        painter.setFont(bold_of(self.font()))
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        words = QLocale().toString(first, "MMMM yyyy")
        painter.drawText(where.adjusted(MARGIN, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_weeks(self, painter: QPainter, shape: CalendarShape) -> None:
        """In sight however far the calendar is scrolled."""
        base = self.palette().color(QPalette.ColorRole.Base)
        painter.fillRect(0, 0, self.viewport().width(), shape.head, base)
        painter.setFont(small_of(self.font()))
        painter.setPen(muted(self.palette()))
        for week, (first, last) in enumerate(WEEKS):
            where = QRect(week * shape.column + MARGIN, 0, shape.column, shape.head)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, f"{first}–{last}")
