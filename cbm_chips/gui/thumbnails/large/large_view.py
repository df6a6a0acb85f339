"""One chip as large as the dock: zoom, drag, step through the dates."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QShowEvent,
)
from qgis.PyQt.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ....bridge.texts.translation import tr
from ...widgets.icon_button import icon_button
from ..grid.model import Role
from ..grid.section_gestures import zoom_by_key
from ..grid.view import ThumbnailView
from ..pictures.badges import draw_mark
from ..pictures.layout import bold_of, symbol_width
from ..pictures.painting import (
    colour_of,
    draw_symbol,
    fill_like,
    muted,
)
from ..pictures.texts import date_of, part_words, spoken_date, status_text_of, why_no_picture
from ..pictures.viewpoint import Viewpoint
from .chip_canvas import CanvasContent, ChipCanvas

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_LIST_KEYS = frozenset(
    {
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Space,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
    }
)
"""Mean here what they mean in the list."""


class LargeView(QWidget):
    """Shows the list's current date; the part seen stays the same from date to date."""

    close_asked = pyqtSignal()
    hovered = pyqtSignal(object)
    """QPointF, the spot under the mouse in fractions of the chip, or None beside it."""

    def __init__(self, dates: ThumbnailView) -> None:
        """`dates` has the current date, its picture and the keys for moving."""
        super().__init__()
        self._dates = dates
        self._head = DateHead(dates)
        self._picture = ChipCanvas(dates, dates.section, self._content)
        self._picture.setFocusProxy(self)
        self._picture.hovered.connect(self.hovered)
        line = QHBoxLayout()
        line.setContentsMargins(4, 2, 4, 2)
        line.setSpacing(2)
        for widget in (
            _button("mActionArrowLeft", tr("Previous date (←)"), lambda: self.step(-1)),
            _button("mActionArrowRight", tr("Next date (→)"), lambda: self.step(1)),
        ):
            line.addWidget(widget)
        line.addWidget(self._head, 1)
        fit = _button("mActionZoomFullExtent", tr("Whole chip (0)"), dates.section.fit)
        line.addWidget(fit)
        line.addWidget(_button("mActionRemove", tr("Back to all dates (Esc)"), self.close_asked))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(line)
        rows.addWidget(self._picture, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.refresh()

    @property
    def viewpoint(self) -> Viewpoint:
        """What is seen."""
        return self._picture.viewpoint

    def refresh(self) -> None:
        """The current date is another one, or has news."""
        if not self.isVisible():
            return
        entry = self._dates.current_entry()
        name = spoken_date(entry) if entry else tr("No date")
        self.setAccessibleName(tr("Large view, {date}").format(date=name))
        self._head.update()
        self._picture.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The list's background, on which its colours of text can be read in every theme."""
        fill_like(self, self._dates)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def step(self, by: int) -> None:
        """So many dates on in the order of the list; it ends at the first and the last."""
        self._dates.step(by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        if key in _STEPS:
            is_sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            self.step(_STEPS[key] * (forward if is_sideways else 1))
        elif key in _LIST_KEYS:
            self._dates.keyPressEvent(event)
        elif not zoom_by_key(event, self._dates.section, self._picture.room):
            event.ignore()

    def _content(self) -> CanvasContent | None:
        index = self._dates.currentIndex()
        return content_of(index) if index.isValid() else None


def content_of(index: QModelIndex) -> CanvasContent:
    """What is shown of a date of the series, or of what is left of it."""
    why = why_no_picture(index.data(int(Role.ENTRY)), index.data(int(Role.PROBLEM)))
    return CanvasContent(index.data(int(Role.PICTURE)), index.data(int(Role.OVERLAY)), why)


class DateHead(QWidget):
    """Date, flag and share in a line."""

    def __init__(self, dates: ThumbnailView) -> None:
        super().__init__()
        self._dates = dates

    def sizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        entry = self._dates.current_entry()
        if entry is None:
            return
        painter = QPainter(self)
        left = self._paint_mark(painter)
        painter.setPen(self._dates.palette().color(QPalette.ColorRole.Text))
        left = self._written(painter, left, date_of(entry), is_bold=True) + 8
        second = status_text_of(entry)
        palette = self._dates.palette()  # themes give it the colours of text
        colour = colour_of(second.status, palette)
        size = 0.7 * self.fontMetrics().ascent()
        top = (self.height() - size) / 2
        draw_symbol(painter, second.status, QRectF(left, top, size, size), colour)
        left += symbol_width(self.fontMetrics())
        painter.setPen(colour)
        left = self._written(painter, left, second.text) + 8
        painter.setPen(muted(palette))
        for words in (*part_words(entry)[:1], self._place_in_list()):
            left = self._written(painter, left, words) + 8
        painter.end()

    def _paint_mark(self, painter: QPainter) -> int:
        """Which date of a comparison it is; where that ends."""
        mark: int = self._dates.currentIndex().data(int(Role.CONTENT)).mark
        if not mark:
            return 4
        edge = self.height() - 4
        draw_mark(painter, mark, QRectF(4, 2, edge, edge))
        return 10 + edge

    def _written(self, painter: QPainter, left: int, text: str, *, is_bold: bool = False) -> int:
        """Where it ends; what has no room is not begun."""
        painter.setFont(bold_of(self.font()) if is_bold else self.font())
        width = painter.fontMetrics().horizontalAdvance(text)
        if left + width > self.width() and not is_bold:
            return self.width()
        room = QRectF(left, 0, width + 1, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        return left + width

    def _place_in_list(self) -> str:
        row, count = self._dates.currentIndex().row() + 1, self._dates.model().rowCount()
        return tr("{row} of {count}").format(row=row, count=count)


def _button(icon: str, tip: str, do: object) -> QToolButton:
    button = icon_button(icon, tip)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(do)
    return button
