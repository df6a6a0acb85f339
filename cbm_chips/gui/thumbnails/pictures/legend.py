"""What the colours of the pictures mean, in one slim line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Union

from qgis.PyQt.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPalette, QPen
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ....bridge.texts.translation import tr
from ....core.model import Chip
from ....core.rendering.class_renderer import CLASSIFICATION, Classification
from ....core.rendering.color_ramps import RAMPS
from ....core.rendering.composites import Composite
from ....core.rendering.indices import Index
from ....core.rendering.look import Look
from ....core.sentinel2.scl import SCL_CLASSES, histogram
from .layout import small_of
from .painting import faint, muted

GAP_PX = 4
MOST_RAMP_PX = 240
_CHANNELS = ("#e0342b", "#1f9d3a", "#2f6fe0")


@dataclass(frozen=True)
class Swatch:
    """A colour and its meaning; `is_there` is False for a class that the date does not have."""

    color: str
    text: str
    is_there: bool = True


@dataclass(frozen=True)
class Ramp:
    """Colours from the low to the high value; `stops` are (share of the range, colour)."""

    name: str
    stops: Sequence[tuple[float, str]]
    low: float
    high: float


def legend_of(look: Look, chip: Chip | None) -> Union[Ramp, tuple[Swatch, ...]]:
    """Of the look; the classes of `chip` come first."""
    shows = look.shows
    if isinstance(shows, Index):
        return Ramp(shows.name, RAMPS[shows.ramp], *shows.value_range)
    if isinstance(shows, Classification):
        return _classes(chip)
    return tuple(Swatch(color, band) for color, band in zip(_CHANNELS, shows.bands))


def explained(look: Look, chip: Chip | None) -> str:
    """The same in full, as rich text."""
    shows = look.shows
    if isinstance(shows, Index):
        low, high = shows.value_range
        return f"<p>{escape(tr(shows.title))}: {_number(low)} – {_number(high)}</p>"
    if isinstance(shows, Classification):
        return "<br/>".join(f"{_square(row.color)} {row.text}" for row in _classes(chip))
    return f"<p>{escape(_composite_words(shows))}</p>"


def _composite_words(shows: Composite) -> str:
    red, green, blue = shows.bands
    words = tr("Red {red}, green {green}, blue {blue}").format(red=red, green=green, blue=blue)
    return f"{words}: {tr(shows.good_for)}" if shows.good_for else words


def _classes(chip: Chip | None) -> tuple[Swatch, ...]:
    codes = chip.bands.get(CLASSIFICATION.name) if chip else None
    counts = {} if codes is None else histogram(codes)
    by_frequency = sorted(SCL_CLASSES, key=lambda row: -counts.get(row.code, 0))
    return tuple(Swatch(row.color, tr(row.label), row.code in counts) for row in by_frequency)


def _square(color: str) -> str:
    return f"<span style='color:{color}'>&#9632;</span>&nbsp;"


def _number(value: float) -> str:
    return str(QLocale().toString(value, "g", 3))


class Legend(QWidget):
    """Paints what fits; the tool tip has all of it."""

    def __init__(self, like: QWidget) -> None:
        """`like` has the colours of text; themes give them to its kind of widget only."""
        super().__init__()
        self._like = like
        self._content: Union[Ramp, tuple[Swatch, ...]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Legend"))
        self.show_look(Look(), None)

    def sizeHint(self) -> QSize:
        return QSize(180, self.fontMetrics().height() + 2)

    def show_look(self, look: Look, chip: Chip | None) -> None:
        """What the pictures show now; `chip` is the current date's."""
        self._content = legend_of(look, chip)
        self.setToolTip(explained(look, chip))
        self.setAccessibleDescription(self.text())
        self.update()

    def text(self) -> str:
        """As a screen reader says it."""
        content = self._content
        if isinstance(content, Ramp):
            return f"{content.name} {_number(content.low)} – {_number(content.high)}"
        return ", ".join(swatch.text for swatch in content if swatch.is_there)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(small_of(self.font()))
        if isinstance(self._content, Ramp):
            self._paint_ramp(painter, self._content)
        else:
            self._paint_swatches(painter, self._content)
        painter.end()

    def _paint_ramp(self, painter: QPainter, ramp: Ramp) -> None:
        """`-1 [====] 0 [====] 1`: the middle is where the eye looks for it."""
        middle = (ramp.low + ramp.high) / 2
        texts = [_number(value) for value in (ramp.low, middle, ramp.high)]
        widths = [painter.fontMetrics().horizontalAdvance(text) for text in (ramp.name, *texts)]
        room = min(self.width() - sum(widths) - 8 * GAP_PX, MOST_RAMP_PX)
        if room < 2 * self.height():
            return
        left = self._write(painter, 0, ramp.name) + 2 * GAP_PX
        for half, text in enumerate(texts[:2]):
            left = self._write(painter, left, text) + GAP_PX
            bar = QRectF(left, 3, room / 2, self.height() - 6)
            whole = QRectF(bar.left() - half * bar.width(), bar.top(), room, bar.height())
            self._paint_bar(painter, bar, whole, ramp)
            left = round(bar.right()) + GAP_PX
        self._write(painter, left, texts[2])

    def _paint_bar(self, painter: QPainter, bar: QRectF, whole: QRectF, ramp: Ramp) -> None:
        gradient = QLinearGradient(QPointF(whole.left(), 0), QPointF(whole.right(), 0))
        for share, color in ramp.stops:
            gradient.setColorAt(share, QColor(color))
        painter.fillRect(bar, gradient)
        painter.setPen(QPen(faint(self._like.palette()), 1))
        painter.drawRect(bar)

    def _paint_swatches(self, painter: QPainter, swatches: tuple[Swatch, ...]) -> None:
        left, size = 0, self.fontMetrics().ascent() - 1
        for number, swatch in enumerate(swatches):
            width = painter.fontMetrics().horizontalAdvance(swatch.text)
            is_last = number == len(swatches) - 1
            end = left + size + GAP_PX + width + (0 if is_last else 4 * GAP_PX)
            if end > self.width():
                self._write(painter, left, "…")
                return
            square = QRectF(left + 0.5, (self.height() - size) / 2, size, size)
            painter.setOpacity(1.0 if swatch.is_there else 0.45)
            painter.fillRect(square, QColor(swatch.color))
            painter.setPen(QPen(muted(self._like.palette()), 1))
            painter.drawRect(square)
            painter.setOpacity(1.0)
            left = self._write(
                painter, left + size + GAP_PX, swatch.text, is_pale=not swatch.is_there
            )
            left += 3 * GAP_PX

    def _write(self, painter: QPainter, left: int, text: str, *, is_pale: bool = False) -> int:
        """Where it ends."""
        palette = self._like.palette()
        plain = palette.color(QPalette.ColorRole.Text)
        painter.setPen(muted(palette) if is_pale else plain)
        width = painter.fontMetrics().horizontalAdvance(text)
        room = QRectF(left, 0, width + 2, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        return left + width
