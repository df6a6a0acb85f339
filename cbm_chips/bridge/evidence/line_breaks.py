"""Lines that fit a width, as the font of the pages has it; usable in any thread."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from qgis.PyQt.QtGui import QFont, QFontMetricsF

from .page_items import TextLook

MM_OF_POINT = 25.4 / 72
LINE_HEIGHTS = 1.22
"""Of a line, in sizes of its font: what QGIS's labels have, and a little more."""
_MEASURED_PX = 100


def line_mm(look: TextLook) -> float:
    """Height of a line."""
    return look.size_pt * MM_OF_POINT * LINE_HEIGHTS


def broken(text: str, width_mm: float, look: TextLook) -> tuple[str, ...]:
    """The lines of a text; a word that is too long for one is broken anywhere."""
    room = width_mm / (look.size_pt * MM_OF_POINT) * _MEASURED_PX
    metrics = _metrics(look.is_bold)
    lines = [line for part in _plain(text).split("\n") for line in _lines(part, room, metrics)]
    return tuple(lines)


def _plain(text: str) -> str:
    """Without controls and half characters."""
    return "".join(char if char.isprintable() or char == "\n" else " " for char in text)


def _lines(text: str, room: float, metrics: QFontMetricsF) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if metrics.horizontalAdvance(longer) <= room:
            line = longer
            continue
        if line:
            yield line
        line = word
        while metrics.horizontalAdvance(line) > room:
            count = _fitting(line, room, metrics)
            yield line[:count]
            line = line[count:]
    yield line


def _fitting(word: str, room: float, metrics: QFontMetricsF) -> int:
    """How many characters fit, at least one."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if metrics.horizontalAdvance(word[:middle]) <= room:
            low = middle
        else:
            high = middle - 1
    return low


@lru_cache(maxsize=2)
def _metrics(is_bold: bool) -> QFontMetricsF:
    font = QFont()
    font.setPixelSize(_MEASURED_PX)
    font.setBold(is_bold)
    return QFontMetricsF(font)
