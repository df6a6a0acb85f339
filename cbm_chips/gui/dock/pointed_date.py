"""The date under the mouse, wherever that is: its picture in the grid has a frame."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from qgis.PyQt.QtWidgets import QWidget

from ..session.dates.current_date import CurrentDate
from ..thumbnails.grid.model import Role
from ..thumbnails.grid.view import ThumbnailView

_LINE_PX = 2


class PointedDate(QObject):
    """Belongs to one dock; the grid emits it and shows it."""

    def __init__(self, current: CurrentDate, view: ThumbnailView) -> None:
        """`view` is the grid."""
        super().__init__(view)
        self._current, self._view = current, view
        self._index = QPersistentModelIndex()
        self.frame = DashedFrame(view.viewport())
        view.hovered.connect(self._on_hovered)
        current.pointed.connect(self._on_pointed)
        view.verticalScrollBar().valueChanged.connect(self._place)
        view.reshaped.connect(self._place)

    def _on_hovered(self, index: QModelIndex, _: object) -> None:
        entry = index.data(int(Role.ENTRY)) if index.isValid() else None
        self._current.point_at(entry.scene.id if entry is not None else "")

    def _on_pointed(self, scene_id: str) -> None:
        """No frame where the mouse is in the grid itself."""
        is_elsewhere = scene_id and not self._view.viewport().underMouse()
        self._index = QPersistentModelIndex(
            self._found(scene_id) if is_elsewhere else QModelIndex()
        )
        self._place()

    def _found(self, scene_id: str) -> QModelIndex:
        model = self._view.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if index.data(int(Role.ENTRY)).scene.id == scene_id:
                return index
        return QModelIndex()

    def _place(self, *_: object) -> None:
        if self._index.isValid():
            self.frame.setGeometry(self._view.visualRect(QModelIndex(self._index)))
        self.frame.setVisible(self._index.isValid())


class DashedFrame(QWidget):
    """Lies over a picture and lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = QColor(self.palette().color(QPalette.ColorRole.Highlight))
        painter.setPen(QPen(colour, _LINE_PX, Qt.PenStyle.DashLine))
        inner = QRect(self.rect()).adjusted(_LINE_PX, _LINE_PX, -_LINE_PX, -_LINE_PX)
        painter.drawRect(inner)
        painter.end()
