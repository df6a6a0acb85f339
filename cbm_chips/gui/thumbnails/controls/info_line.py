"""Below the pictures: the legend, and the values under the mouse."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from qgis.PyQt.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from qgis.PyQt.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from qgis.PyQt.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ....bridge.texts.translation import tr
from ....core.pipeline.series import Entry
from ....core.rendering.indices import Index
from ....core.rendering.look import Look
from ....core.rendering.pixel_values import PixelValues, values_at
from ..grid.model import Role
from ..grid.view import ThumbnailView
from ..large.large_view import LargeView
from ..pictures.layout import small_of
from ..pictures.legend import Legend
from ..pictures.painting import fill_like, muted
from ..pictures.tooltip import class_name

WIDE_PX = 560
"""From here on both stand beside one another."""
DOT = " · "
_DIGITS = 3


def value_words(values: PixelValues, look: Look) -> str:
    """`NDVI 0.731 · vegetation · B08 0.341 · B04 0.046`: what is looked at comes first."""
    bands = [f"{band} {_number(value)}" for band, value in values.reflectances.items()]
    classes = [] if values.class_code is None else [class_name(values.class_code)]
    if isinstance(look.shows, Index):
        return DOT.join((f"{look.shows.name} {_number(values.index)}", *classes, *bands))
    return DOT.join((*bands, *classes))


def _number(value: float | None) -> str:
    return tr("no data") if value is None else str(QLocale().toString(value, "f", _DIGITS))


class InfoLine(QWidget):
    """Legend and values: one line where there is room, else two."""

    def __init__(self, dates: ThumbnailView, large: LargeView) -> None:
        """The mouse is over one of both, or over none."""
        super().__init__()
        self._look, self._dates = Look(), dates
        self._under: Callable[[], Entry | None] = lambda: None
        self._spot: QPointF | None = None
        dates.hovered.connect(self._on_hovered)
        large.hovered.connect(partial(self._point_at, dates.current_entry))
        self.legend, self._words = Legend(dates), ValueWords(dates)
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._rows.setContentsMargins(6, 2, 6, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(self.legend, 1)
        self._rows.addWidget(self._words, 1)

    @property
    def text(self) -> str:
        """The values, as they stand there."""
        return self._words.text

    def show_look(self, look: Look) -> None:
        """What the pictures show now."""
        self._look = look
        self.refresh()

    def hide_values(self, is_hidden: bool) -> None:
        """Another view of the dates shows them by itself."""
        self._words.setHidden(is_hidden)

    def refresh(self) -> None:
        """The current date is another one, or there are news of it."""
        current = self._dates.current_entry()
        self.legend.show_look(self._look, current.chip if current else None)
        self._show_values()

    def _on_hovered(self, index: QModelIndex, spot: QPointF | None) -> None:
        kept = QPersistentModelIndex(index)
        self._point_at(lambda: kept.data(int(Role.ENTRY)) if kept.isValid() else None, spot)

    def _point_at(self, under: Callable[[], Entry | None], spot: QPointF | None) -> None:
        """The mouse is at this spot of a date's chip, in fractions of it, or at none."""
        self._under, self._spot = under, spot
        self._show_values()

    def _show_values(self) -> None:
        entry = self._under()
        if entry is None or entry.chip is None or self._spot is None:
            self._words.say("")
            return
        values = values_at(entry.chip, self._look, x=self._spot.x(), y=self._spot.y())
        self._words.say(value_words(values, self._look))

    def paintEvent(self, event: QPaintEvent) -> None:
        fill_like(self, self._dates)

    def resizeEvent(self, event: QResizeEvent) -> None:
        directions = QBoxLayout.Direction
        is_wide = event.size().width() >= WIDE_PX
        self._rows.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        super().resizeEvent(event)


class ValueWords(QWidget):
    """A line that is cut where it is too long; without values it says how to get some."""

    def __init__(self, like: QWidget) -> None:
        """`like` has the colours of text."""
        super().__init__()
        self.text, self._like = "", like
        self.hint = tr("Point at a picture for its values.")
        """Shown while there are no values."""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Values under the mouse"))

    def say(self, text: str) -> None:
        """These values; none for an empty text."""
        if text != self.text:
            self.text = text
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, self.fontMetrics().height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(small_of(self.font()))
        palette = self._like.palette()
        colour = palette.color(QPalette.ColorRole.Text) if self.text else muted(palette)
        painter.setPen(colour)
        words = self.text or self.hint
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), flags, cut)
        painter.end()
