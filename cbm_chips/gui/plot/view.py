"""The plot itself: paints what core laid out, and says where the user points and goes."""

from __future__ import annotations

import math
from typing import Any

from qgis.PyQt.QtCore import QEvent, QPointF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

from ...bridge.plot.colours import PlotColours
from ...bridge.plot.painting import paint_plot
from ...bridge.plot.text import plot_text
from ...bridge.qt_alive import is_alive
from ...bridge.texts.translation import tr
from ...core.series.plot.content import PlotContent
from ...core.series.plot.hits import Hit, date_at, dot_at, dots_of
from ...core.series.plot.layout import lay_out, least_height
from ...core.series.plot.placed import PlotLayout
from .cursor import PlotCursor, paint_cursor
from .styles import PlotStyles
from .tooltip import tooltip
from .viewing_span import FARTHER, NEARER, VIEWING_KEYS, ViewingSpan

USUAL_LINES = 11
"""Of text: the plot's height, unless it needs more."""
_GRIP_PX = 4.0
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_OWN_KEYS = frozenset({*_STEPS, *_ENDS}) | VIEWING_KEYS


class SeriesPlot(QWidget):
    """Arrows go from date to date, the wheel zooms the time, a line shows the current date."""

    chosen = pyqtSignal(str)
    """The user went to the date of this key."""
    pointed = pyqtSignal(str)
    """The mouse is over a date; empty: over none."""

    def __init__(self, parent: QWidget | None = None, *, like: QWidget | None = None) -> None:
        """Empty; in the colours of `like`, as a theme leaves a plain widget without any."""
        super().__init__(parent)
        self._like = like or self
        self._content = PlotContent()
        self._span = ViewingSpan()
        self._layout: PlotLayout | None = None
        self._picture: QPixmap | None = None
        self._cursor = PlotCursor()
        self._styles = PlotStyles()
        self._message = ""
        self._drags = False
        self._pans_from: float | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Series plot"))

    @property
    def content(self) -> PlotContent:
        """What is shown."""
        return self._content

    @property
    def shown(self) -> tuple[float, float] | None:
        """The days in sight, as of `day_number`; None for all."""
        return self._span.shown

    @property
    def current(self) -> str:
        """Key of the current date; empty for none."""
        return self._cursor.current

    def show_content(self, content: PlotContent) -> None:
        """Another one; what part of the time is in sight stays."""
        self._content = content
        self._renew()

    def show_all(self) -> None:
        """The whole time again."""
        self._span = ViewingSpan()
        self._renew()

    def say(self, message: str) -> None:
        """In place of dates, while there are none."""
        self._message = message
        self.update()

    def show_current(self, key: str) -> None:
        """The date that is current elsewhere; nothing is emitted."""
        self._move_cursor(PlotCursor(key, self._cursor.pointed))
        hits = dots_of(self.laid_out(), key)
        self.setAccessibleDescription(tooltip(hits) if hits else "")

    def show_pointed(self, key: str) -> None:
        """The date that the mouse is over elsewhere."""
        self._move_cursor(PlotCursor(self._cursor.current, key))

    def laid_out(self) -> PlotLayout:
        """All places, for the size that the widget has now."""
        if self._layout is None:
            self._layout = lay_out(
                self._content,
                plot_text(self.font()),
                width=self.width(),
                height=self.height(),
                shown=self._span.shown,
            )
        return self._layout

    def step(self, by: int) -> None:
        """Go so many dates on; it ends at the first and the last."""
        keys = self._content.keys()
        if keys:
            now = keys.index(self.current) + by if self.current in keys else 0
            self.chosen.emit(keys[max(0, min(now, len(keys) - 1))])

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(self.font()).height()
        return QSize(round(24 * line), max(round(USUAL_LINES * line), self._least_height()))

    def minimumSizeHint(self) -> QSize:
        line = QFontMetricsF(self.font()).height()
        return QSize(round(10 * line), self._least_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The plot is painted once and kept; only the current date is painted over it."""
        painter = QPainter(self)
        if self._picture is None:
            self._picture = self._painted()
        painter.drawPixmap(0, 0, self._picture)
        colours = self._colours()
        if self._content.series:
            paint_cursor(painter, self.laid_out(), self._cursor, colours)
        elif self._message:
            painter.setPen(colours.muted)
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(8, 8, -8, -8), flags, self._message)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._renew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
        if event.type() in kinds:
            self._renew()

    def event(self, event: QEvent) -> bool:
        """Its own keys are no shortcuts of the dock here."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            forward = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            self.step(_STEPS[key] if forward else -_STEPS[key])
        elif key in _ENDS and self._content.keys():
            self.chosen.emit(self._content.keys()[_ENDS[key]])
        elif key in VIEWING_KEYS:
            self._span = self._span.after_key(self.laid_out().days, key)
            self._renew()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pans_from = event.pos().x()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._drags = True
            self._choose(self._meant(event.pos()))
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pans_from is not None:
            self._span = self._span.moved(self.laid_out().days, self._pans_from - event.pos().x())
            self._pans_from = event.pos().x()
            self._renew()
        elif self._drags:
            self._choose(date_at(self.laid_out(), event.pos().x()))
        else:
            self._point(event.pos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drags, self._pans_from = False, None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.show_all()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._tell_pointed("")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the day under the mouse; with Shift along the time."""
        turn = event.angleDelta().y() or event.angleDelta().x()
        if not turn or not self._content.series:
            event.ignore()
            return
        days = self.laid_out().days
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._span = self._span.moved(days, -turn / 2)
        else:
            at = event.position().x() if hasattr(event, "position") else event.pos().x()
            self._span = self._span.zoomed(days, NEARER if turn > 0 else FARTHER, around_px=at)
        self._renew()
        event.accept()

    def _meant(self, where: Any) -> Hit | None:
        layout = self.laid_out()
        if not layout.frame.contains(where.x(), where.y()):
            return dot_at(layout, where.x(), where.y())
        return dot_at(layout, where.x(), where.y()) or date_at(layout, where.x())

    def _choose(self, hit: Hit | None) -> None:
        if hit is not None and hit.point.key and hit.point.key != self.current:
            self.chosen.emit(hit.point.key)

    def _point(self, where: Any) -> None:
        hit = dot_at(self.laid_out(), where.x(), where.y())
        self._tell_pointed(hit.point.key if hit else "")
        grip = any(abs(one.dot.x - where.x()) <= _GRIP_PX for one in self._current_hits())
        shape = Qt.CursorShape.SplitHCursor if grip else Qt.CursorShape.ArrowCursor
        self.setCursor(Qt.CursorShape.PointingHandCursor if hit else shape)
        if hit is None:
            QToolTip.hideText()
            return
        same = dots_of(self.laid_out(), hit.point.key) or [hit]
        QToolTip.showText(self.mapToGlobal(where), tooltip(same), self)

    def _current_hits(self) -> list[Hit]:
        return dots_of(self.laid_out(), self.current)

    def _tell_pointed(self, key: str) -> None:
        if key != self._cursor.pointed:
            self.show_pointed(key)
            self.pointed.emit(key)

    def _move_cursor(self, cursor: PlotCursor) -> None:
        if cursor != self._cursor:
            self._cursor = cursor
            self.update()

    def _least_height(self) -> int:
        """Of what is shown, as narrow as it is now."""
        text = plot_text(self.font())
        return math.ceil(least_height(self._content, text, width=self.width()))

    def _renew(self) -> None:
        self._layout = self._picture = None
        self.updateGeometry()
        self.update()

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.setFont(self.font())
        style = self._styles.of(self._content, self._colours(), font=self.font(), ratio=ratio)
        paint_plot(painter, self.laid_out(), style)
        painter.end()
        return picture

    def _colours(self) -> PlotColours:
        return PlotColours.of((self._like if is_alive(self._like) else self).palette())

    def place_of(self, key: str) -> QPointF | None:
        """Where a date is; None where it is not shown."""
        hits = dots_of(self.laid_out(), key)
        return QPointF(hits[0].dot.x, hits[0].dot.y) if hits else None


def _is_own(event: QKeyEvent) -> bool:
    is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return is_plain and event.key() in _OWN_KEYS
