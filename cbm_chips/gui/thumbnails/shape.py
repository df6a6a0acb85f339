"""Where a tile's parts lie: pictures fill the width evenly, and no text is ever cut."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QRect, QSize
from qgis.PyQt.QtGui import QFont, QFontMetrics

from .sentences import longest_verdict

MARGIN = 5
"""From a tile's edge to its picture: room for the frame of the current one."""
GAP = 3
SMALLEST_PX, DEFAULT_PX, LARGEST_PX = 64, 96, 320


@dataclass(frozen=True)
class TextSize:
    """What the font asks for, in logical pixels.

    Attributes:
        line: height of a line.
        date: width of the widest date.
        verdict: width of the widest second line in full, with its symbol.
        word: width of its widest word, should it have to wrap.
    """

    line: int
    date: int
    verdict: int
    word: int

    @classmethod
    def of(cls, font: QFont, dates: tuple[str, ...]) -> TextSize:
        """Measure; `dates` are some typical ones."""
        plain, bold = QFontMetrics(font), QFontMetrics(bold_of(font))
        line = max(plain.height(), bold.height())
        symbol = symbol_width(plain)
        verdicts = longest_verdict()
        words = [word for text in verdicts for word in text.split(" ")]
        return cls(
            line=line,
            date=max(bold.horizontalAdvance(text) for text in dates) + 2,
            verdict=symbol + max(map(plain.horizontalAdvance, verdicts)) + 2,
            word=symbol + max(map(plain.horizontalAdvance, words)) + 2,
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
        """As many columns of at least `wanted` as the width has room for, but no text cut."""
        lines = 1 if text.verdict <= max(text.date, wanted, text.word) else 2
        least = max(text.date, text.word if lines == 2 else text.verdict, wanted)
        columns = max(1, width // (least + 2 * MARGIN))
        each = max(width // columns, 2 * MARGIN + SMALLEST_PX)
        if columns == 1 and width >= wanted + GAP + least + 3 * MARGIN > 2 * MARGIN + wanted:
            return cls._beside(width, wanted, text)
        edge = each - 2 * MARGIN
        height = 2 * MARGIN + edge + GAP + (1 + lines) * text.line
        return cls(columns, QSize(each, height), edge, lines, False, text)

    @classmethod
    def _beside(cls, width: int, wanted: int, text: TextSize) -> TileShape:
        edge = max(wanted, 3 * text.line)
        return cls(1, QSize(width, edge + 2 * MARGIN), edge, 2, True, text)

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
        return QRect(below.left(), top, below.width(), self.lines * self.text.line)

    def tick(self, cell: QRect) -> QRect:
        """The tick box on the picture; at least 24 pixels, to be hit with a finger."""
        picture = self.picture(cell)
        size = max(24, min(self.text.line + 6, self.edge // 2))
        return QRect(picture.right() - size + 1, picture.top(), size, size)

    def _text(self, cell: QRect) -> QRect:
        picture = self.picture(cell)
        if self.is_beside:
            left = picture.right() + 1 + 2 * MARGIN
            return QRect(left, picture.top(), cell.right() - MARGIN - left, picture.height())
        top = picture.bottom() + 1 + GAP
        return QRect(picture.left(), top, picture.width(), cell.bottom() - top)


def bold_of(font: QFont) -> QFont:
    """The same, bold."""
    bold = QFont(font)
    bold.setBold(True)
    return bold


def symbol_width(metrics: QFontMetrics) -> int:
    """Of the symbol before a verdict, with the gap after it."""
    return round(1.05 * metrics.ascent())
