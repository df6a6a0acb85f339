"""A row of small controls that breaks into a second one where the dock is narrow."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QPoint, QRect, QSize, Qt
from qgis.PyQt.QtWidgets import QLayout, QLayoutItem

GAP = 6
MARGIN = 4


class FlowLayout(QLayout):
    """Items side by side, as wide as they like to be; the last of a row takes what is left."""

    def __init__(self, parent: Any = None) -> None:
        """Without items."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientations:
        return Qt.Orientations(Qt.Orientation.Horizontal)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width - 2 * MARGIN)
        return sum(map(_height, rows)) + GAP * max(0, len(rows) - 1) + 2 * MARGIN

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        height = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(widest + 2 * MARGIN, height + 2 * MARGIN)

    def sizeHint(self) -> QSize:
        width = sum(item.sizeHint().width() + GAP for item in self._items)
        return QSize(width + 2 * MARGIN, _height(self._items) + 2 * MARGIN)

    def setGeometry(self, room: QRect) -> None:
        super().setGeometry(room)
        top = room.top() + MARGIN
        for row in self._rows(room.width() - 2 * MARGIN):
            self._place(
                row, QRect(room.left() + MARGIN, top, room.width() - 2 * MARGIN, _height(row))
            )
            top += _height(row) + GAP

    def _place(self, row: list[QLayoutItem], room: QRect) -> None:
        left = room.left()
        for item in row:
            width = min(item.sizeHint().width(), room.width())
            if item is row[-1] and item.expandingDirections() & Qt.Orientation.Horizontal:
                width = min(room.right() + 1 - left, 2 * item.sizeHint().width())
                left = room.right() + 1 - width
            box = QRect(QPoint(left, room.top()), QSize(width, room.height()))
            direction = self.parentWidget().layoutDirection()
            item.setGeometry(_mirrored(box, room, direction))
            left += width + GAP

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        left = width
        for item in self._items:
            if item.isEmpty():
                continue
            asked = _least_width(item)
            if not rows or left < asked:
                rows.append([])
                left = width
            rows[-1].append(item)
            left -= asked + GAP
        return rows


def _least_width(item: QLayoutItem) -> int:
    """What stretches may shrink as well, before it goes to a row of its own."""
    stretches = item.expandingDirections() & Qt.Orientation.Horizontal
    size = item.minimumSize() if stretches else item.sizeHint()
    return int(size.width())


def _height(row: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in row), default=0)


def _mirrored(box: QRect, room: QRect, direction: Qt.LayoutDirection) -> QRect:
    if direction == Qt.LayoutDirection.LeftToRight:
        return box
    return QRect(room.right() - (box.right() - room.left()), box.top(), box.width(), box.height())
