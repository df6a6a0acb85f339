"""Where a tile's parts lie: pictures fill the width evenly, and no text is ever cut."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QRect, QSize
from qgis.PyQt.QtGui import QFont, QFontMetrics

from .texts import longest_verdict

MARGIN = 3
"""From a tile's edge to its picture: room for the frame of the current one."""
GAP = 3
_SMALL = 0.92
SMALLEST_PX, DEFAULT_PX, LARGEST_PX = 64, 88, 320


@dataclass(frozen=True)
class TextSize:
    """What the font asks for, in logical pixels.

    Attributes:
        line: height of the date's line.
        small_line: height of the verdict's and the reason's lines.
        date: width of the widest date.
        verdict: width of the widest second line in full, with its symbol.
        word: width of its widest word, should it have to wrap.
    """

    line: int
    small_line: int
    date: int
    verdict: int
    word: int

    @classmethod
    def of(cls, font: QFont, dates: tuple[str, ...]) -> TextSize:
        """Measure; `dates` are some typical ones."""
        small, bold = QFontMetrics(small_of(font)), QFontMetrics(bold_of(font))
        symbol = symbol_width(small)
        verdicts = longest_verdict()
        words = [word for text in verdicts for word in text.split(" ")]
        return cls(
            line=bold.height(),
            small_line=small.height(),
            date=max(bold.horizontalAdvance(text) for text in dates) + 2,
            verdict=symbol + max(map(small.horizontalAdvance, verdicts)) + 2,
            word=symbol + max(map(small.horizontalAdvance, words)) + 2,
        )


@dataclass(frozen=True)
class TileShape:
    """One for all tiles of a view.

    Attributes:
        columns: tiles per row.
        cell: a tile with its margins.
        edge: of the square picture.
        lines: that the verdict may take.
        is_beside: the text stands beside the picture, as there is room for one column only.
        text: what the font asks for.
    """

    columns: int
    cell: QSize
    edge: int
    lines: int
    is_beside: bool
    text: TextSize

    @classmethod
    def fit(cls, width: int, *, wanted: int, text: TextSize) -> TileShape:
        """As many columns of at least `wanted` as the width has room for, but no text cut.

        Rather than let the verdict wrap, a row of many has one tile less.
        """
        least = max(text.date, text.word, wanted) + 2 * MARGIN
        columns = max(1, width // least)
        most = width - max(text.date, text.verdict) - 5 * MARGIN
        beside = min(max(wanted, text.line + 3 * text.small_line), most)
        if columns == 1 and beside >= SMALLEST_PX:
            return cls._beside(width, beside, text)
        if columns > 3 and width // (columns - 1) - 2 * MARGIN >= text.verdict:
            columns -= width // columns - 2 * MARGIN < text.verdict
        each = max(width // columns, 2 * MARGIN + SMALLEST_PX)
        edge = each - 2 * MARGIN
        lines = 1 if text.verdict <= edge else 2
        height = 2 * MARGIN + edge + GAP + text.line + lines * text.small_line
        return cls(columns, QSize(each, height), edge, lines, False, text)

    @classmethod
    def _beside(cls, width: int, edge: int, text: TextSize) -> TileShape:
        height = max(edge, text.line + 3 * text.small_line) + 2 * MARGIN
        return cls(1, QSize(width, height), edge, 1, True, text)

    def picture(self, cell: QRect) -> QRect:
        """The picture's square in a tile's rectangle."""
        left = cell.left() + MARGIN
        if not self.is_beside:
            left = cell.left() + (cell.width() - self.edge) // 2
        return QRect(left, cell.top() + MARGIN, self.edge, self.edge)

    def date(self, cell: QRect) -> QRect:
        """Where the date stands."""
        below = self._text(cell)
        return QRect(below.left(), below.top(), below.width(), self.text.line)

    def verdict(self, cell: QRect) -> QRect:
        """Where the second line stands, and the third if it wraps."""
        below = self._text(cell)
        top = below.top() + self.text.line
        return QRect(below.left(), top, below.width(), self.lines * self.text.small_line)

    def reason(self, cell: QRect, *, foot: int) -> QRect:
        """Where it is said why there is no picture; `foot` of the picture's height is taken."""
        if self.is_beside:
            verdict = self.verdict(cell)
            bottom = self._text(cell).bottom()
            return QRect(
                verdict.left(), verdict.bottom() + 1, verdict.width(), bottom - verdict.bottom()
            )
        return self.picture(cell).adjusted(3, 3, -3, -3 - foot)

    def tick(self, cell: QRect) -> QRect:
        """The tick box on the picture; at least 24 pixels, to be hit with a finger."""
        picture = self.picture(cell)
        size = max(24, min(self.text.line + 6, self.edge // 2))
        return QRect(picture.right() - size + 1, picture.top(), size, size)

    def _text(self, cell: QRect) -> QRect:
        picture = self.picture(cell)
        if self.is_beside:
            left = picture.right() + 1 + 2 * MARGIN
            return QRect(
                left, picture.top(), cell.right() - MARGIN - left, cell.height() - 2 * MARGIN
            )
        top = picture.bottom() + 1 + GAP
        return QRect(picture.left(), top, picture.width(), cell.bottom() - top)


def bold_of(font: QFont) -> QFont:
    """The same, bold."""
    bold = QFont(font)
    bold.setBold(True)
    return bold


def underlined_of(font: QFont) -> QFont:
    """The same, as a link."""
    underlined = QFont(font)
    underlined.setUnderline(True)
    return underlined


def small_of(font: QFont) -> QFont:
    """A little smaller, for what stands below the date."""
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(max(_SMALL * font.pointSizeF(), min(font.pointSizeF(), 8.0)))
    else:
        small.setPixelSize(max(round(_SMALL * font.pixelSize()), min(font.pixelSize(), 11)))
    return small


def symbol_width(metrics: QFontMetrics) -> int:
    """Of the symbol before a verdict, with the gap after it."""
    return round(0.95 * metrics.ascent())
