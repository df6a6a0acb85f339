"""Puts texts, tables and pictures below one another, and begins a new page where one is full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .line_breaks import broken, line_mm
from .page_items import (
    BOTTOM,
    CONTENT_WIDTH,
    LEFT,
    PAGE_HEIGHT,
    RULE,
    TOP,
    PageBox,
    PageFill,
    PageImage,
    PageText,
    PrintedPage,
    TextLook,
)

Rows = Iterable[Sequence[str]]
_END = PAGE_HEIGHT - BOTTOM
_RULE_MM = 0.2


@dataclass(frozen=True)
class FlowColumn:
    """A column of texts beside others."""

    x: float
    width: float
    look: TextLook


@dataclass
class PageFlow:
    """Pages so far, and how far down the last one is filled."""

    pages: list[PrintedPage] = field(default_factory=lambda: [PrintedPage()])
    y: float = TOP

    @property
    def room(self) -> float:
        """Left on the page."""
        return _END - self.y

    def begin_page(self) -> None:
        """Go on at the top of a new one."""
        self.pages.append(PrintedPage())
        self.y = TOP

    def need(self, height: float) -> None:
        """A new page, unless there is so much room, or no page has more."""
        if height > self.room and self.y > TOP:
            self.begin_page()

    def skip(self, height: float) -> None:
        """Leave some room, but not at the top of a page."""
        if self.y > TOP:
            self.y += height

    def text(self, text: str, look: TextLook, *, x: float = LEFT, width: float = 0) -> None:
        """A paragraph."""
        width = width or CONTENT_WIDTH
        self.rows([(text,)], [FlowColumn(x, width, look)])

    def rows(
        self, rows: Rows, columns: Sequence[FlowColumn], *, gap: float = 0, has_rules: bool = False
    ) -> None:
        """Rows of texts; a row that is longer than the page goes on on the next."""
        for row in rows:
            cells = [broken(text, col.width, col.look) for text, col in zip(row, columns)]
            self._row(cells, columns)
            if has_rules:
                self.rule(gap)
            else:
                self.y += gap

    def rule(self, gap: float) -> None:
        """A thin line over the whole width."""
        box = PageBox(LEFT, self.y + gap / 2, CONTENT_WIDTH, _RULE_MM)
        self.add(PageFill(box, RULE))
        self.y += gap + _RULE_MM

    def image(self, path: str, box: PageBox) -> None:
        """A picture; the room must be there."""
        self.add(PageImage(box, path))

    def add(self, item: PageText | PageImage | PageFill) -> None:
        """On the last page, wherever it is."""
        self.pages[-1].items.append(item)

    def _row(self, cells: list[tuple[str, ...]], columns: Sequence[FlowColumn]) -> None:
        line = max(line_mm(column.look) for column in columns)
        most = max(map(len, cells))
        if most * line <= _END - TOP:
            self.need(most * line)
        while any(cells):
            count = max(1, int(self.room / line + 1e-6))
            taken = [lines[:count] for lines in cells]
            cells = [lines[count:] for lines in cells]
            height = max(map(len, taken)) * line
            for lines, column in zip(taken, columns):
                if any(lines):
                    box = PageBox(column.x, self.y, column.width, height)
                    self.add(PageText(box, lines, column.look))
            self.y += height
            if any(cells):
                self.begin_page()
