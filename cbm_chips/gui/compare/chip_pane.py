"""One of the pictures that are compared: its name, the picture, the values under the crosshair."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ...core.pipeline.series import Entry
from ..thumbnails.controls.info_line import ValueWords
from ..thumbnails.large.chip_canvas import CanvasContent, ChipCanvas
from ..thumbnails.pictures.badges import draw_mark
from ..thumbnails.pictures.layout import bold_of, symbol_width
from ..thumbnails.pictures.painting import colour_of, draw_symbol
from ..thumbnails.pictures.texts import date_of, status_text_of
from ..thumbnails.pictures.viewpoint import SeenSection

_MARGIN_PX = 4


@dataclass(frozen=True, eq=False)
class PaneTitle:
    """What stands above a picture.

    Attributes:
        text: set in bold.
        mark: the date's number; 0 for none.
        entry: the date, whose flag is shown; None for none.
    """

    text: str
    mark: int = 0
    entry: Entry | None = None

    @classmethod
    def of(cls, entry: Entry, mark: int) -> PaneTitle:
        """A date."""
        return cls(date_of(entry), mark, entry)


class ChipPane(QWidget):
    """Shows what it is given."""

    def __init__(
        self, like: QWidget, section: SeenSection, content: Callable[[], CanvasContent | None]
    ) -> None:
        """`like` has the colours of text; `content` is asked whenever it is painted."""
        super().__init__()
        self._title = _Title(like)
        self.canvas = ChipCanvas(like, section, content)
        self.values = ValueWords(like)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._title)
        rows.addWidget(self.canvas, 1)
        beside = QHBoxLayout()
        beside.setContentsMargins(_MARGIN_PX, 0, _MARGIN_PX, 0)
        beside.addWidget(self.values)
        rows.addLayout(beside)

    @property
    def title(self) -> str:
        """As it stands there."""
        return self._title.shown.text if self._title.shown is not None else ""

    def show_title(self, title: PaneTitle | None) -> None:
        """Another one."""
        self._title.shown = title
        self._title.update()
        self.setAccessibleName(title.text if title is not None else "")
        self.canvas.update()


class _Title(QWidget):
    """Mark, text, flag, in a line; what has no room is not begun."""

    def __init__(self, like: QWidget) -> None:
        super().__init__()
        self._like = like
        self.shown: PaneTitle | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.shown is None:
            return
        painter = QPainter(self)
        left = self._paint_mark(painter, self.shown.mark)
        painter.setFont(bold_of(self.font()))
        painter.setPen(self._like.palette().color(QPalette.ColorRole.Text))
        metrics = painter.fontMetrics()
        room = QRectF(left, 0, self.width() - left - _MARGIN_PX, self.height())
        words = metrics.elidedText(self.shown.text, Qt.TextElideMode.ElideRight, int(room.width()))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, flags, words)
        if self.shown.entry is not None:
            self._paint_flag(painter, left + metrics.horizontalAdvance(words) + 8, self.shown.entry)
        painter.end()

    def _paint_mark(self, painter: QPainter, mark: int) -> float:
        """Where it ends."""
        if not mark:
            return _MARGIN_PX
        edge = self.height() - 4
        draw_mark(painter, mark, QRectF(_MARGIN_PX, 2, edge, edge))
        return _MARGIN_PX + edge + 6

    def _paint_flag(self, painter: QPainter, left: float, entry: Entry) -> None:
        status, palette = status_text_of(entry), self._like.palette()
        painter.setFont(self.font())
        metrics, symbol = painter.fontMetrics(), symbol_width(painter.fontMetrics())
        width = metrics.horizontalAdvance(status.text) + 1
        if left + symbol + width > self.width():
            return
        colour, size = colour_of(status.status, palette), 0.7 * metrics.ascent()
        top = (self.height() - size) / 2
        draw_symbol(painter, status.status, QRectF(left, top, size, size), colour)
        painter.setPen(colour)
        room = QRectF(left + symbol, 0, width, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, flags, status.text)
