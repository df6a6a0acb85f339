"""How the change of an index spreads over a parcel: bars, small, in the colours of its picture."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPalette, QPen
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ...bridge.texts.translation import tr
from ...core.compare.parcel_change import ParcelChange
from ...core.rendering.color_ramps import RAMPS, color_table
from ...core.rendering.difference import RAMP
from ..thumbnails.pictures.layout import small_of
from ..thumbnails.pictures.painting import faint, muted
from .words import MINUS

_LINES_HIGH = 5.0
_MARGIN_PX = 8
_RAMP_PX = 6
_LEAST_BAR_PX = 2.0
"""A single pixel of a large parcel is seen, too."""


class ChangeBars(QWidget):
    """Left of the middle what fell, right of it what rose; dashes where a change counts."""

    def __init__(self, like: QWidget) -> None:
        """`like` has the colours of text."""
        super().__init__()
        self._like = like
        self._change: ParcelChange | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("How the change spreads"))

    def sizeHint(self) -> QSize:
        return QSize(160, round(_LINES_HIGH * self.fontMetrics().height()))

    def show_change(self, change: ParcelChange | None, words: str) -> None:
        """Another one, which `words` describe for screen readers."""
        self._change = change
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        self.update()

    def bars(self) -> list[QRectF]:
        """Where each bin's bar stands, in logical pixels; empty ones have no height."""
        change = self._change
        if change is None or not change.count:
            return []
        room, most = self._room(), max(change.bins)
        width = room.width() / len(change.bins)
        heights = [
            max(_LEAST_BAR_PX, room.height() * count / most) if count else 0.0
            for count in change.bins
        ]
        return [
            QRectF(room.left() + n * width, room.bottom() - height, width, height)
            for n, height in enumerate(heights)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(small_of(self.font()))
        self._paint_bars(painter)
        self._paint_axis(painter)
        painter.end()

    def _paint_bars(self, painter: QPainter) -> None:
        table, bars = color_table(RAMP), self.bars()
        painter.setPen(QPen(faint(self._like.palette()), 1))
        for number, bar in enumerate(bars):
            if bar.height() > 0:
                row = round((number + 0.5) / len(bars) * (len(table) - 1))
                painter.setBrush(QColor(*(int(part) for part in table[row])))
                painter.drawRect(bar)

    def _paint_axis(self, painter: QPainter) -> None:
        change, room, palette = self._change, self._room(), self._like.palette()
        if change is None:
            return
        self._paint_ramp(painter, room)
        dashed = QPen(palette.color(QPalette.ColorRole.Text), 1, Qt.PenStyle.DashLine)
        ticks = (-change.limit, -change.threshold, 0.0, change.threshold, change.limit)
        for value in ticks:
            x = room.left() + (value + change.limit) / (2 * change.limit) * room.width()
            painter.setPen(dashed if abs(value) == change.threshold else muted(palette))
            top = room.top() if abs(value) == change.threshold else room.bottom()
            painter.drawLine(QPointF(x, top), QPointF(x, room.bottom() + _RAMP_PX + 2))
            self._write(painter, x, _number(value))

    def _paint_ramp(self, painter: QPainter, room: QRectF) -> None:
        """The colours of the picture and of the layer, as a legend."""
        strip = QRectF(room.left(), room.bottom(), room.width(), _RAMP_PX)
        gradient = QLinearGradient(strip.topLeft(), strip.topRight())
        for share, color in RAMPS[RAMP]:
            gradient.setColorAt(share, QColor(color))
        painter.fillRect(strip, gradient)
        painter.setPen(QPen(faint(self._like.palette()), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(strip)

    def _write(self, painter: QPainter, x: float, text: str) -> None:
        painter.setPen(self._like.palette().color(QPalette.ColorRole.Text))
        width = painter.fontMetrics().horizontalAdvance(text) + 2
        left = max(0.0, min(x - width / 2, self.width() - width))
        room = QRectF(
            left, self._room().bottom() + _RAMP_PX + 2, width, painter.fontMetrics().height()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _room(self) -> QRectF:
        foot = self.fontMetrics().height() + _RAMP_PX + 3
        return QRectF(self.rect()).adjusted(_MARGIN_PX, 4, -_MARGIN_PX, -foot)


def _number(value: float) -> str:
    text = QLocale().toString(abs(value), "g", 3)
    return f"{MINUS}{text}" if value < 0 else f"+{text}" if value else str(text)
