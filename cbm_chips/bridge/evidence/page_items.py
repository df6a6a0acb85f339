"""What stands on printed pages, as values: lengths in millimetres from the upper left corner."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Union

INK, QUIET, RULE = "#1c1c1c", "#595959", "#d4d4d0"
PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
"""A4."""
LEFT = RIGHT = 15.0
TOP, BOTTOM = 15.0, 20.0
CONTENT_WIDTH = PAGE_WIDTH - LEFT - RIGHT


@dataclass(frozen=True)
class TextLook:
    """How a text looks."""

    size_pt: float = 9.0
    is_bold: bool = False
    color: str = INK


@dataclass(frozen=True)
class PageBox:
    """A rectangle on the page."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class PageText:
    """Lines of text, broken already."""

    box: PageBox
    lines: tuple[str, ...]
    look: TextLook = TextLook()


@dataclass(frozen=True)
class PageImage:
    """A picture of a file, as large as it fits."""

    box: PageBox
    path: str


@dataclass(frozen=True)
class PageFill:
    """A filled rectangle."""

    box: PageBox
    color: str = RULE


PageItem = Union[PageText, PageImage, PageFill]


@dataclass
class PrintedPage:
    """One page; items in the order in which they are drawn."""

    items: list[PageItem] = field(default_factory=list)
