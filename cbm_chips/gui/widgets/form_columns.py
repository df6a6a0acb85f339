"""A form that flows in up to three columns, each label beside or above its field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from qgis.PyQt.QtCore import QEvent, QRect, Qt
from qgis.PyQt.QtWidgets import QLabel, QLayoutItem, QWidget

from .wrapping_layout import COLUMN_GAP_PX, GAP_PX, MOST_COLUMNS, Arrangement, WrappingLayout

LINE_PADDING_PX = 10
"""A field of one line is so much higher than its text."""
FIELD_LETTERS = 24
"""Letters for which a field of a column has room."""


class FormColumns(QWidget):
    """Filled downwards, all columns as wide and about as high as one another."""

    def __init__(self, rows: Iterable[tuple[str, QWidget]]) -> None:
        """Pairs of label and field; an empty label leaves its place to the field."""
        super().__init__()
        self._label_px: int | None = None
        self._rows = [_FormRow(label, field, self.label_px) for label, field in rows]
        layout = WrappingLayout(in_even_columns(self._least_px), parent=self, margin_px=2)
        for row in self._rows:
            layout.addWidget(row)

    def label_px(self) -> int:
        """Width of the widest label; asked for by each row at each width, so it is kept."""
        if self._label_px is None:
            self._label_px = max((row.label_px for row in self._rows), default=0)
        return self._label_px

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._label_px = None
        super().changeEvent(event)

    def _least_px(self) -> int:
        metrics = self.fontMetrics()
        return self.label_px() + GAP_PX + FIELD_LETTERS * int(metrics.averageCharWidth())


class _FormRow(QWidget):
    def __init__(self, label: str, field: QWidget, label_px: Callable[[], int]) -> None:
        super().__init__()
        self._label = QLabel(label)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        layout = WrappingLayout(beside_or_above(label_px, self._line_px), parent=self)
        if label:
            layout.addWidget(self._label)
        layout.addWidget(field)

    @property
    def label_px(self) -> int:
        """Width of its own label."""
        return int(self._label.sizeHint().width()) if self._label.text() else 0

    def _line_px(self) -> int:
        return int(self.fontMetrics().height()) + LINE_PADDING_PX


def beside_or_above(label_px: Callable[[], int], line_px: Callable[[], int]) -> Arrangement:
    """A label of common width beside its field, or above it where there is little room."""

    def arrange(items: Sequence[QLayoutItem], width: int) -> list[QRect]:
        if len(items) < 2:
            return [QRect(0, 0, width, _height(item, width)) for item in items]
        field, label = items[-1], QRect(0, 0, label_px(), line_px())
        left = label.width() + GAP_PX
        room = width - left
        if field.minimumSize().width() <= room:
            return [label, QRect(left, 0, room, _height(field, room))]
        above = items[0].sizeHint().height()
        return [QRect(0, 0, width, above), QRect(0, above, width, _height(field, width))]

    return arrange


def in_even_columns(least_px: Callable[[], int]) -> Arrangement:
    """As many columns as are at least so wide, up to three; no higher than need be."""

    def arrange(items: Sequence[QLayoutItem], width: int) -> list[QRect]:
        fitting = (width + COLUMN_GAP_PX) // (least_px() + COLUMN_GAP_PX)
        columns = max(1, min(MOST_COLUMNS, fitting))
        wide = (width - COLUMN_GAP_PX * (columns - 1)) // columns
        heights = [_height(item, wide) for item in items]
        boxes, left, top = [], 0, 0
        limit = _lowest_limit(heights, columns)
        for height in heights:
            if top and top + height > limit:
                left, top = left + wide + COLUMN_GAP_PX, 0
            boxes.append(QRect(left, top, wide, height))
            top += height + GAP_PX
        return boxes

    return arrange


def _lowest_limit(heights: Sequence[int], columns: int) -> int:
    """The lowest height at which the rows fit into so many columns, by halving."""
    low, high = max(heights, default=0), sum(heights) + GAP_PX * len(heights)
    while low < high:
        middle = (low + high) // 2
        if _columns_at(heights, middle) <= columns:
            high = middle
        else:
            low = middle + 1
    return low


def _columns_at(heights: Sequence[int], limit: int) -> int:
    columns, top = 1, 0
    for height in heights:
        if top and top + height > limit:
            columns, top = columns + 1, 0
        top += height + GAP_PX
    return columns


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return int(item.heightForWidth(width))
    return int(item.sizeHint().height())
