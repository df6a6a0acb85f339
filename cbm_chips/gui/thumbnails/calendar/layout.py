"""Where months, weeks and dates lie in the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qgis.PyQt.QtCore import QRect
from qgis.PyQt.QtGui import QFont, QFontMetrics

from ....core.month_weeks import WEEKS, months_of
from ..pictures.layout import bold_of, small_of

MARGIN, BAR_PX = 3, 6
LARGEST_PX = 200


@dataclass(frozen=True)
class CalendarShape:
    """Of all cells, in logical pixels.

    Attributes:
        column: width of a week.
        edge: of the square picture.
        head: height of a month's line, and of the one of the weeks.
        line, small_line: heights of the texts below a picture.
    """

    column: int
    edge: int
    head: int
    line: int
    small_line: int

    @classmethod
    def of(cls, width: int, font: QFont) -> CalendarShape:
        """As wide as there is room for."""
        column = max(width // len(WEEKS), 24)
        bold, small = QFontMetrics(bold_of(font)), QFontMetrics(small_of(font))
        edge = min(column - 2 * MARGIN, LARGEST_PX)
        return cls(column, edge, bold.height() + 2 * MARGIN, bold.height(), small.height())

    @property
    def cell_height(self) -> int:
        """Of a date: picture, class bar, day, index."""
        return 3 * MARGIN + self.edge + BAR_PX + self.line + self.small_line

    def picture(self, cell: QRect) -> QRect:
        """The picture's square in a date's rectangle."""
        return QRect(cell.left() + MARGIN, cell.top() + MARGIN, self.edge, self.edge)

    def bar(self, cell: QRect) -> QRect:
        """The classes, below the picture."""
        picture = self.picture(cell)
        return QRect(picture.left(), picture.bottom() + 2, self.edge, BAR_PX)

    def day(self, cell: QRect) -> QRect:
        """Day and status."""
        bar = self.bar(cell)
        return QRect(bar.left(), bar.bottom() + 2, self.edge, self.line)

    def index(self, cell: QRect) -> QRect:
        """The index, below the day."""
        day = self.day(cell)
        return QRect(day.left(), day.bottom() + 1, self.edge, self.small_line)


@dataclass(frozen=True)
class CalendarLayout:
    """Everything in its place, from the top of the calendar.

    Attributes:
        heads: of each month: year, month, rectangle.
        cells: of each row of the list: its rectangle; none for a date that is not known.
        weeks: of each row: month's place and week.
        height: of all.
    """

    shape: CalendarShape
    heads: tuple[tuple[int, int, QRect], ...]
    cells: dict[int, QRect]
    weeks: dict[int, tuple[int, int]]
    height: int

    @classmethod
    def of(cls, days: Sequence[date | None], shape: CalendarShape) -> CalendarLayout:
        """Lay out.

        Args:
            days: of each row of the list.
            shape: of the cells.
        """
        rows = [row for row, day in enumerate(days) if day is not None]
        heads, cells, weeks = [], {}, {}
        top = shape.head
        for number, month in enumerate(months_of([day for day in days if day is not None])):
            width = shape.column * len(WEEKS)
            heads.append((month.year, month.month, QRect(0, top, width, shape.head)))
            top += shape.head
            for week, places in enumerate(month.weeks):
                for down, place in enumerate(places):
                    left, below = week * shape.column, top + down * shape.cell_height
                    cells[rows[place]] = QRect(left, below, shape.column, shape.cell_height)
                    weeks[rows[place]] = number, week
            is_empty = not any(month.weeks)
            top += shape.head if is_empty else month.rows * shape.cell_height
        return cls(shape, tuple(heads), cells, weeks, top + MARGIN)

    def row_at(self, x: int, y: int) -> int | None:
        """The row of the date there."""
        return next((row for row, cell in self.cells.items() if cell.contains(x, y)), None)

    def above_or_below(self, row: int, step: int) -> int:
        """The date in the same week that is nearest above (-1) or below (1); itself at the end."""
        own = self.cells[row]
        beyond = [
            (abs(cell.top() - own.top()), abs(cell.left() - own.left()), other)
            for other, cell in self.cells.items()
            if (cell.top() - own.top()) * step > 0
        ]
        return min(beyond)[2] if beyond else row
