"""A layout that wraps: widgets side by side where the width allows it, else below one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QRect, QSize, Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QLayout, QLayoutItem, QWidget

GAP_PX = 6
FIELD_GAP_PX = 4
CLOSE_GAP_PX = 2
"""Between rows of which there are many."""
COLUMN_GAP_PX = 12
MOST_COLUMNS = 3
MOST_FLOWING_ROWS = 3

Arrangement = Callable[[Sequence[QLayoutItem], int], "list[QRect]"]
"""Items and a width -> a box for each, left to right and downwards from (0, 0)."""


class WrappingLayout(QLayout):
    """Places its items by an `Arrangement`; mirrored where text runs from right to left."""

    def __init__(
        self, arrangement: Arrangement, *, parent: QWidget | None = None, margin_px: int = 0
    ) -> None:
        """Without items."""
        super().__init__(parent)
        self._arrange = arrangement
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        """By width; Qt asks for the same ones dozens of times while a window is laid out."""
        self.setContentsMargins(margin_px, margin_px, margin_px, margin_px)

    def addItem(self, item: QLayoutItem) -> None:
        sip.transferback(item)  # a layout deletes its items: here they go with the list
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            margins = self._margins()
            boxes = self._arrange(self._shown(), width - margins.width())
            highest = max((box.bottom() + 1 for box in boxes), default=0)
            self._heights[width] = highest + margins.height()
        return self._heights[width]

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        widest = max((size.width() for size in sizes), default=0)
        highest = max((size.height() for size in sizes), default=0)
        return QSize(widest, highest) + self._margins()

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() + GAP_PX for size in sizes)
        return QSize(width, max((size.height() for size in sizes), default=0)) + self._margins()

    def setGeometry(self, room: QRect) -> None:
        super().setGeometry(room)
        inner, items = self.contentsRect(), self._shown()
        is_mirrored = self.parentWidget().layoutDirection() == Qt.LayoutDirection.RightToLeft
        for item, box in zip(items, self._arrange(items, inner.width())):
            if is_mirrored:
                box.moveLeft(inner.width() - box.width() - box.left())
            item.setGeometry(box.translated(inner.topLeft()))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _margins(self) -> QSize:
        around = self.contentsMargins()
        return QSize(around.left() + around.right(), around.top() + around.bottom())


class FieldRow(QWidget):
    """Fields of a form that share a row, or stand below one another."""

    def __init__(self, *fields: QWidget) -> None:
        super().__init__()
        self._row = _filled(self, filling, fields)

    def sizeHint(self) -> QSize:
        """No wider than the widest field, so that a form puts it beside its label."""
        return QSize(self._row.minimumSize().width(), self._row.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before, now = event.oldSize().width(), event.size().width()
        if self._row.heightForWidth(before) != self._row.heightForWidth(now):
            self.updateGeometry()


def button_row(*buttons: QWidget) -> QWidget:
    """Buttons as wide as their texts, in as many rows as they need."""
    row = QWidget()
    _filled(row, flowing, buttons)
    return row


def _filled(
    parent: QWidget, arrangement: Arrangement, widgets: Sequence[QWidget]
) -> WrappingLayout:
    layout = WrappingLayout(arrangement, parent=parent)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def flowing(items: Sequence[QLayoutItem], width: int) -> list[QRect]:
    """As wide as the items ask for; a last one that stretches is put at the end of its row."""
    boxes: list[QRect] = []
    top = 0
    for row in _rows(items, width):
        left, height = 0, _height(row)
        for item in row:
            wide = min(item.sizeHint().width(), width)
            if item is row[-1] and _stretches(item):
                wide = min(width - left, 2 * item.sizeHint().width())
                left = width - wide
            boxes.append(QRect(left, top, wide, height))
            left += wide + GAP_PX
        top += height + GAP_PX
    return boxes


def flowing_or_halves(items: Sequence[QLayoutItem], width: int) -> list[QRect]:
    """As `flowing`; where that takes many rows, two columns of the same width.

    Where the columns would cut something off and a flow takes no more rows, it is a flow after all.
    """
    flow = flowing(items, width)
    if len(_tops(flow)) <= MOST_FLOWING_ROWS:
        return flow
    half, height = (width - FIELD_GAP_PX) // 2, _height(items)
    places = [(number % 2, number // 2) for number in range(len(items))]
    if _widest(items) > half and len(_tops(flow)) <= places[-1][1] + 1:
        return _closer(flow)
    step = height + CLOSE_GAP_PX
    return [
        QRect(column * (half + FIELD_GAP_PX), row * step, half, height) for column, row in places
    ]


def _closer(boxes: Sequence[QRect]) -> list[QRect]:
    """The same rows with less between them, as there are many."""
    rows = {top: number for number, top in enumerate(sorted(_tops(boxes)))}
    less = GAP_PX - CLOSE_GAP_PX
    return [box.translated(0, -less * rows[box.top()]) for box in boxes]


def _tops(boxes: Sequence[QRect]) -> set[int]:
    """One for each row."""
    return {box.top() for box in boxes}


def filling(items: Sequence[QLayoutItem], width: int) -> list[QRect]:
    """One row whose items share the width, or, where that is too narrow, one column."""
    widths = _shares([item.minimumSize().width() for item in items], width)
    height, left, top = _height(items), 0, 0
    boxes = []
    for item, wide in zip(items, widths):
        if sum(widths) + FIELD_GAP_PX * (len(items) - 1) <= width:
            boxes.append(QRect(left, 0, wide, height))
            left += wide + FIELD_GAP_PX
        else:
            boxes.append(QRect(0, top, width, item.sizeHint().height()))
            top += item.sizeHint().height() + FIELD_GAP_PX
    return boxes


def in_columns(items: Sequence[QLayoutItem], width: int) -> list[QRect]:
    """Columns, filled downwards, each as wide as its widest item; as many as fit."""
    counts = range(MOST_COLUMNS, 0, -1)
    rows = _rows_in(items, next((n for n in counts if _columns_width(items, n) <= width), 1))
    heights = [_height(items[row::rows]) for row in range(rows)]
    boxes, left = [], 0
    for start in range(0, len(items), rows):
        column, top = items[start : start + rows], 0
        wide = min(_widest(column), width)
        for _, height in zip(column, heights):
            boxes.append(QRect(left, top, wide, height))
            top += height + GAP_PX
        left += wide + COLUMN_GAP_PX
    return boxes


def _rows_in(items: Sequence[QLayoutItem], columns: int) -> int:
    return max(1, -(-len(items) // columns))


def _columns_width(items: Sequence[QLayoutItem], columns: int) -> int:
    rows = _rows_in(items, columns)
    starts = range(0, len(items), rows)
    widths = (_widest(items[start : start + rows]) for start in starts)
    return sum(widths) + COLUMN_GAP_PX * (columns - 1)


def _rows(items: Sequence[QLayoutItem], width: int) -> list[list[QLayoutItem]]:
    rows: list[list[QLayoutItem]] = []
    left = width
    for item in items:
        # what stretches may shrink before it goes to a row of its own
        asked = item.minimumSize().width() if _stretches(item) else item.sizeHint().width()
        if not rows or left < asked:
            rows.append([])
            left = width
        rows[-1].append(item)
        left -= asked + GAP_PX
    return rows


def _shares(least: Sequence[int], width: int) -> list[int]:
    """The width in equal shares, but for those that need more."""
    room = width - FIELD_GAP_PX * (len(least) - 1)
    shares = list(least)
    neediest_first = sorted(range(len(least)), key=least.__getitem__, reverse=True)
    for done, number in enumerate(neediest_first):
        shares[number] = max(least[number], room // (len(least) - done))
        room -= shares[number]
    return shares


def _stretches(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _height(items: Sequence[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in items), default=0)


def _widest(items: Sequence[QLayoutItem]) -> int:
    return max((item.sizeHint().width() for item in items), default=0)
