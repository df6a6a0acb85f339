"""Paints a thumbnail: picture or box, date, status, tick, frame."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from qgis.PyQt.QtGui import QFontMetrics, QPainter, QPalette, QPen
from qgis.PyQt.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ....bridge.texts.translation import tr
from ....core.pipeline.series import AWAITED, Entry, State
from ..pictures.badges import draw_empty_tick, draw_mark, draw_tick, draw_warning
from ..pictures.layout import ThumbnailShape, bold_of, small_of, symbol_width, underlined_of
from ..pictures.painting import (
    colour_of,
    draw_section,
    draw_section_overlay,
    draw_symbol,
    faint,
    link_colour,
    muted,
)
from ..pictures.texts import DateStatus, why_no_picture
from ..pictures.thumbnail_cache import Canvas, ThumbnailCache, ThumbnailContent
from ..pictures.viewpoint import Viewpoint
from .model import Role

_PALE = 0.5
_STATES = (
    QStyle.StateFlag.State_HasFocus,
    QStyle.StateFlag.State_Selected,
    QStyle.StateFlag.State_MouseOver,
)
_PALE_STATUSES = frozenset({DateStatus.CLOUDY, DateStatus.NO_DATA})
_STEPPED_BACK = frozenset({State.EXCLUDED, State.DUPLICATE, State.UNUSABLE})
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_WRAPPED_LEFT = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ThumbnailDelegate(QStyledItemDelegate):
    """Thumbnails of one shape, which the view sets."""

    def __init__(self, shape: ThumbnailShape, parent: Any = None) -> None:
        """`shape` until another one is set."""
        super().__init__(parent)
        self.shape = shape
        self.viewpoint = Viewpoint()
        """The part of the chips that is seen."""
        self._cache = ThumbnailCache()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return self.shape.cell

    def begin_turn(self) -> None:
        """The list is about to be painted."""
        self._cache.begin_turn()

    @property
    def is_behind(self) -> bool:
        """Something is to be painted in the next turn; see `ThumbnailCache`."""
        return self._cache.is_behind

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        whole: ThumbnailContent = index.data(int(Role.CONTENT))
        content = whole.seen_from(self.viewpoint)
        ratio = painter.device().devicePixelRatioF()
        colours, font = option.palette.cacheKey(), option.font.key()
        style = (self.shape, colours, font, option.direction, ratio)
        state = (*(bool(option.state & flag) for flag in _STATES), option.widget.hasFocus())
        canvas = Canvas(option.rect.size(), ratio, style)
        there = QStyleOptionViewItem(option)
        there.rect = QRect(QPoint(), option.rect.size())
        pixmap = self._cache.pixmap(
            content,
            state,
            canvas,
            lambda inner: self._paint_thumbnail(inner, there, index, content),
        )
        if pixmap is not None:
            painter.drawPixmap(option.rect.topLeft(), pixmap)
        else:
            ground = option.palette.color(QPalette.ColorRole.AlternateBase)
            painter.fillRect(self.shape.picture(option.rect), ground)

    def _paint_thumbnail(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex,
        content: ThumbnailContent,
    ) -> None:
        painter.setFont(option.font)
        is_current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        self._frame(painter, option, is_current=is_current)
        if content.image is None:
            self._box(painter, option, index, content)
        else:
            self._picture(painter, option, content)
        self._texts(painter, option, content)
        self._tick(painter, option)
        if content.mark:
            draw_mark(painter, content.mark, self._badge(self.shape.picture(option.rect)))

    def retry_area(self, cell: QRect, index: QModelIndex) -> QRect:
        """Where a click means *try again*; empty if it can't mean that."""
        entry: Entry = index.data(int(Role.ENTRY))
        if not entry.is_retryable or index.data(int(Role.PICTURE)) is not None:
            return QRect()
        box = self.shape.picture(cell)
        height = max(24, self.shape.text.line + 4)
        if self.shape.is_beside:
            return box
        return QRect(box.left(), box.bottom() + 1 - height, box.width(), height)

    def _frame(self, painter: QPainter, option: QStyleOptionViewItem, *, is_current: bool) -> None:
        if not is_current:
            return
        colour = option.palette.color(QPalette.ColorRole.Highlight)
        fill = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 2.4 if option.widget.hasFocus() else 1.4))
        colour.setAlphaF(0.14)
        painter.setBrush(colour)
        painter.drawRoundedRect(fill, 4, 4)
        painter.restore()

    def _picture(
        self, painter: QPainter, option: QStyleOptionViewItem, content: ThumbnailContent
    ) -> None:
        where = self.shape.picture(option.rect)
        looked_at = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver
        if content.texts.second.status in _PALE_STATUSES and not option.state & looked_at:
            painter.setOpacity(_PALE)
        draw_section(painter, content.image, where, content.viewpoint)
        draw_section_overlay(painter, content.overlay, where, content.viewpoint)
        painter.setOpacity(1.0)
        self._edge(painter, option, where)
        if content.entry.chip is not None and content.entry.chip.failures:
            beside = self._badge(where, is_second=bool(content.mark))
            draw_warning(painter, beside, option.palette)  # the tooltip says which band lacks
        self._part(painter, option, content.texts.part)

    def _edge(self, painter: QPainter, option: QStyleOptionViewItem, where: QRect) -> None:
        """A hairline, as white clouds have no visible edge on a white background."""
        colour = option.palette.color(QPalette.ColorRole.Text)
        colour.setAlphaF(0.22)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5))

    def _badge(self, where: QRect, *, is_second: bool = False) -> QRectF:
        """In the upper left corner of a picture, or beside the one there."""
        size = max(16, self.shape.text.line)
        left = where.left() + 3 + (size + 3 if is_second else 0)
        return QRectF(left, where.top() + 3, size, size)

    def _part(
        self, painter: QPainter, option: QStyleOptionViewItem, words: tuple[str, ...]
    ) -> None:
        """Above the status: which part of the parcel it is judged by, unless all of it."""
        if not words:
            return
        where = self.shape.picture(option.rect)
        painter.save()
        painter.setFont(small_of(option.font))
        metrics = painter.fontMetrics()
        room = where.width() - 6
        text = next((one for one in words if metrics.horizontalAdvance(one) + 8 <= room), words[-1])
        size = QSizeF(min(metrics.horizontalAdvance(text) + 8, room), metrics.height() + 2)
        label = QRectF(QPointF(where.left() + 3, where.bottom() - 2 - size.height()), size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(option.palette.color(QPalette.ColorRole.Base))
        painter.setPen(QPen(colour_of(DateStatus.FAILED, option.palette), 1.2))
        painter.drawRoundedRect(label, 3, 3)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def _box(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex,
        content: ThumbnailContent,
    ) -> None:
        """In place of a picture: that it is being read, or why there is none."""
        entry, problem = content.entry, content.problem
        where = self.shape.picture(option.rect)
        is_awaited = entry.state in AWAITED
        line = Qt.PenStyle.SolidLine if is_awaited else Qt.PenStyle.DashLine
        painter.setPen(QPen(faint(option.palette), 1, line))
        if is_awaited:
            painter.setBrush(option.palette.color(QPalette.ColorRole.AlternateBase))
        painter.drawRect(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_awaited or (entry.chip is not None and not problem):
            painter.setOpacity(_PALE)
            draw_section_overlay(painter, content.overlay, where, content.viewpoint)
            painter.setOpacity(1.0)
            self._part(painter, option, content.texts.part)
            return
        self._reason(painter, option, index, why_no_picture(entry, problem))

    def _reason(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex,
        text: str,
    ) -> None:
        retry = self.retry_area(option.rect, index)
        if not retry.isEmpty():
            painter.setFont(underlined_of(option.font))
            painter.setPen(link_colour(option.palette))
            words = tr("Retry") if index.data(int(Role.ENTRY)).is_failed else tr("Read it")
            painter.drawText(retry, Qt.AlignmentFlag.AlignCenter, words)
        painter.setFont(small_of(option.font))
        painter.setPen(muted(option.palette))
        room = self.shape.reason(option.rect, foot=retry.height())
        if option.state & QStyle.StateFlag.State_Selected and not self.shape.is_beside:
            room.setTop(self.shape.tick(option.rect).bottom())
        flags = _WRAPPED_LEFT if self.shape.is_beside else _WRAPPED
        painter.drawText(room, flags, shortened(text, room, painter.fontMetrics()))

    def _texts(
        self, painter: QPainter, option: QStyleOptionViewItem, content: ThumbnailContent
    ) -> None:
        steps_back = content.entry.state in _STEPPED_BACK
        text = option.palette.color(QPalette.ColorRole.Text)
        painter.setPen(muted(option.palette) if steps_back else text)
        painter.setFont(bold_of(option.font))
        place = self.shape.date(option.rect)
        elide = (
            Qt.TextElideMode.ElideRight
        )  # the text for an unknown date may be longer than a date
        words = painter.fontMetrics().elidedText(content.texts.date, elide, place.width())
        painter.drawText(place, _LEFT, words)
        painter.setFont(small_of(option.font))
        second = content.texts.second
        colour = colour_of(second.status, option.palette)
        where = self.shape.status(option.rect)
        metrics = painter.fontMetrics()
        size = 0.7 * metrics.ascent()
        top = where.top() + (self.shape.text.small_line - size) / 2
        width = symbol_width(metrics)
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left = where.right() + 1 - size if is_mirrored else where.left()
        draw_symbol(painter, second.status, QRectF(left, top, size, size), colour)
        painter.setPen(colour)
        room = where.adjusted(0, 0, -width, 0) if is_mirrored else where.adjusted(width, 0, 0, 0)
        painter.drawText(room, _WRAPPED_LEFT, second.text)

    def _tick(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        where = self.shape.tick(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_tick(painter, where)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            draw_empty_tick(painter, where)


def shortened(text: str, room: QRect, metrics: QFontMetrics) -> str:
    """As many words as the room holds; the tooltip has the rest."""

    def fits(part: str) -> bool:
        bounds = metrics.boundingRect(QRect(0, 0, room.width(), 10_000), _WRAPPED, part)
        return bounds.height() <= room.height() and bounds.width() <= room.width()

    words = text.split(" ")
    if fits(text):
        return text
    for count in range(len(words) - 1, 0, -1):
        part = " ".join(words[:count]) + " …"
        if fits(part):
            return part
    return "…"
