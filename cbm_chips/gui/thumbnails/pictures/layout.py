"""Where the parts of a thumbnail lie: pictures fill the width evenly, no text is cut."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QRect, QSize, Qt
from qgis.PyQt.QtGui import QFont, QFontMetrics
from qgis.PyQt.QtWidgets import QListView

from .texts import longest_status_texts

MARGIN = 3
"""From a thumbnail's edge to its picture: room for the frame of the current one."""
GAP = 3
_SMALL = 0.92
_MOST_SPREAD = 1.15
"""How much wider than its picture a thumbnail gets where the height is what limits."""
SMALLEST_PX, DEFAULT_PX, LARGEST_PX = 64, 88, 640


@dataclass(frozen=True)
class TextSize:
    """The space that texts need in a font, in logical pixels.

    Attributes:
        line: height of the date's line.
        small_line: height of the lines of status and reason.
        date: width of the widest date.
        status: width of the widest second line in full, with its symbol.
        word: width of its widest word, should it have to wrap.
    """

    line: int
    small_line: int
    date: int
    status: int
    word: int

    @classmethod
    def of(cls, font: QFont, dates: tuple[str, ...]) -> TextSize:
        """Measure, once for a font and its texts; `dates` are some typical ones."""
        small, bold = QFontMetrics(small_of(font)), QFontMetrics(bold_of(font))
        texts = longest_status_texts()
        lines = (bold.height(), small.height())  # another screen may have another resolution
        key = (font.key(), lines, dates, texts)
        if key not in _MEASURED:
            _MEASURED.clear()
            _MEASURED[key] = cls._measured(small, bold, dates, texts)
        return _MEASURED[key]

    @classmethod
    def _measured(
        cls, small: QFontMetrics, bold: QFontMetrics, dates: tuple[str, ...], texts: tuple[str, ...]
    ) -> TextSize:
        symbol = symbol_width(small)
        words = [word for text in texts for word in text.split(" ")]
        return cls(
            line=bold.height(),
            small_line=small.height(),
            date=max(map(bold.horizontalAdvance, dates)) + 2,
            status=symbol + max(map(small.horizontalAdvance, texts)) + 2,
            word=symbol + max(map(small.horizontalAdvance, words)) + 2,
        )


_MEASURED: dict[tuple[object, ...], TextSize] = {}
"""Of the last font: each change of a list's size asks for it several times."""


@dataclass(frozen=True)
class ThumbnailShape:
    """One for all thumbnails of a view.

    Attributes:
        columns: thumbnails per row.
        cell: a thumbnail with its margins.
        edge: of the square picture.
        lines: that the status may take.
        is_beside: the text stands beside the picture, as there is room for one column only.
        text: the space that texts need.
    """

    columns: int
    cell: QSize
    edge: int
    lines: int
    is_beside: bool
    text: TextSize

    @classmethod
    def fit(
        cls, width: int, *, wanted: int, text: TextSize, height: int = LARGEST_PX
    ) -> ThumbnailShape:
        """As many columns of at least `wanted` as the width has room for, but no text cut.

        Where the status would wrap, a row of many has one thumbnail less. In a low `height` they
        are no larger than what is in sight with its text, down to `wanted`.
        """
        least = max(text.date, text.word, wanted) + 2 * MARGIN
        columns = max(1, width // least)
        most = width - max(text.date, text.status) - 5 * MARGIN
        beside = min(max(wanted, text.line + 3 * text.small_line), most)
        if columns == 1 and beside >= SMALLEST_PX:
            return cls._beside(width, beside, text)
        if columns > 3 and width // (columns - 1) - 2 * MARGIN >= text.status:
            columns -= width // columns - 2 * MARGIN < text.status
        each = max(width // columns, 2 * MARGIN + SMALLEST_PX)
        for lines in (1, 2):
            below = GAP + text.line + lines * text.small_line
            edge = min(each, max(height - below, least)) - 2 * MARGIN
            if text.status <= edge:
                break
        cell = QSize(each, 2 * MARGIN + edge + below)
        return cls(columns, cell, edge, lines, False, text)

    @classmethod
    def as_list(cls, width: int, *, wanted: int, text: TextSize) -> ThumbnailShape:
        """One column, the text beside the picture; below it where there is no room for that."""
        most = width - max(text.date, text.status) - 5 * MARGIN
        edge = min(max(wanted, text.line + 3 * text.small_line), most)
        if edge >= SMALLEST_PX:
            return cls._beside(width, edge, text)
        return cls.fit(width, wanted=width, text=text)

    @classmethod
    def _beside(cls, width: int, edge: int, text: TextSize) -> ThumbnailShape:
        height = max(edge, text.line + 3 * text.small_line) + 2 * MARGIN
        return cls(1, QSize(width, height), edge, 1, True, text)

    @classmethod
    def fill(cls, room: QSize, count: int, *, text: TextSize) -> ThumbnailShape | None:
        """The largest of which `count` are in sight at once; None if the room is too small."""
        least = max(text.date, text.word, SMALLEST_PX)
        shapes = [
            cls._filling(room, columns, -(-count // columns), text)
            for columns in range(1, min(max(count, 1), room.width() // least) + 1)
        ]
        fitting = [shape for shape in shapes if shape is not None and shape.edge >= least]
        return max(fitting, key=lambda shape: shape.edge, default=None)

    @classmethod
    def _filling(
        cls, room: QSize, columns: int, rows: int, text: TextSize
    ) -> ThumbnailShape | None:
        """The largest for so many columns and rows, whose status stands in as few lines."""
        each = room.width() // columns
        for lines in (1, 2):
            around = 2 * MARGIN + GAP + text.line + lines * text.small_line
            edge = min(each - 2 * MARGIN, room.height() // max(rows, 1) - around, LARGEST_PX)
            if lines == 2 or edge >= text.status:
                width = min(each, 2 * MARGIN + round(_MOST_SPREAD * edge))
                return cls(columns, QSize(width, edge + around), edge, lines, False, text)
        return None

    def picture(self, cell: QRect) -> QRect:
        """The picture's square in a thumbnail's rectangle."""
        left = cell.left() + MARGIN
        if not self.is_beside:
            left = cell.left() + (cell.width() - self.edge) // 2
        return QRect(left, cell.top() + MARGIN, self.edge, self.edge)

    def date(self, cell: QRect) -> QRect:
        """Where the date stands."""
        below = self._text(cell)
        return QRect(below.left(), below.top(), below.width(), self.text.line)

    def status(self, cell: QRect) -> QRect:
        """Where the second line stands, and the third if it wraps."""
        below = self._text(cell)
        top = below.top() + self.text.line
        return QRect(below.left(), top, below.width(), self.lines * self.text.small_line)

    def reason(self, cell: QRect, *, foot: int) -> QRect:
        """Where it is said why there is no picture; `foot` of the picture's height is taken."""
        if self.is_beside:
            status = self.status(cell)
            bottom = self._text(cell).bottom()
            return QRect(
                status.left(), status.bottom() + 1, status.width(), bottom - status.bottom()
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


def as_grid(view: QListView) -> None:
    """Items of one size in rows; it scrolls downwards only."""
    view.setViewMode(QListView.ViewMode.IconMode)
    view.setFlow(QListView.Flow.LeftToRight)
    view.setWrapping(True)
    view.setMovement(QListView.Movement.Static)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setUniformItemSizes(True)
    view.setFrameShape(QListView.Shape.NoFrame)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)


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
    """Of the symbol before a status, with the gap after it."""
    return round(0.95 * metrics.ascent())
