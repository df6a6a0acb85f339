"""Letters drawn with a pen, in any size: a font without a font file.

A glyph is its width and its strokes. Points are written as two characters, x and y, on a grid
where the baseline is 0, small letters reach to 4, capitals and digits to 6, and `a`, `b` stand for
1 and 2 below the baseline. A stroke that begins with `(` is rounded, one with `-` has corners.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from .strokes import Color, draw, smoothed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .strokes import Points

CAPITAL = 6.0
SPACE = 2.2
"""Grid units between two glyphs."""

_HEIGHTS = {**{str(number): float(number) for number in range(7)}, "a": -1.0, "b": -2.0}
_STAND_INS = {
    "’": "'",
    "\u2018": "'",
    "“": '"',
    "”": '"',
    "—": "–",
    "−": "–",
    "×": "x",
    "ß": "ss",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "\u0131": "i",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
}

_GLYPHS: dict[str, tuple[int, str]] = {
    " ": (2, ""),
    "0": (4, "(434000064643"),
    "1": (4, "-052620 -0040"),
    "2": (4, "(0506464300 -0040"),
    "3": (4, "(0506464313 (1343400001"),
    "4": (4, "-360141 -3630"),
    "5": (4, "-460603 (032444400001"),
    "6": (4, "(4546060040440402"),
    "7": (4, "-064610"),
    "8": (4, "(26060323434626 (23030020404323"),
    "9": (4, "(0100404606024244"),
    "A": (4, "-002640 -1232"),
    "B": (4, "-0006 (06464303 (03434000"),
    "C": (4, "(454606004041"),
    "D": (4, "-0006 (06464000"),
    "E": (4, "-46060040 -0333"),
    "F": (4, "-460600 -0333"),
    "G": (4, "(454606004043 -4323"),
    "H": (4, "-0006 -4046 -0343"),
    "I": (0, "-0006"),
    "J": (3, "(36300001"),
    "K": (4, "-0006 -4602 -1340"),
    "L": (4, "-060040"),
    "M": (4, "-0006224640"),
    "N": (4, "-00064046"),
    "O": (5, "(535000065653"),
    "P": (4, "-0006 (06464303"),
    "Q": (5, "(535000065653 -3250"),
    "R": (4, "-0006 (06464303 -2340"),
    "S": (4, "(4546060343400001"),
    "T": (4, "-0646 -2620"),
    "U": (4, "(06004046"),
    "V": (4, "-062046"),
    "W": (6, "-0610345066"),
    "X": (4, "-0046 -0640"),
    "Y": (4, "-0623 -4623 -2320"),
    "Z": (4, "-06460040"),
    "a": (3, "(323000043432 -3430"),
    "b": (3, "-0600 (020030340402"),
    "c": (3, "(333404003031"),
    "d": (3, "(323000043432 -3630"),
    "e": (3, "-0232 (323404003031"),
    "f": (2, "(26161410 -0424"),
    "g": (3, "(323000043432 (34313b0b0a"),
    "h": (3, "-0600 (0204343230"),
    "i": (0, "-0400 -0606"),
    "j": (1, "(14111b0b -1616"),
    "k": (3, "-0600 -3401 -1230"),
    "l": (1, "(06010010"),
    "m": (4, "-0400 (0204242220 (2224444240"),
    "n": (3, "-0400 (0204343230"),
    "o": (3, "(323000043432"),
    "p": (3, "-040b (020030340402"),
    "q": (3, "(323000043432 -343b"),
    "r": (2, "-0400 (020424"),
    "s": (3, "(3334040232300001"),
    "t": (2, "(16111020 -0424"),
    "u": (3, "(0402003032 -3430"),
    "v": (4, "-042044"),
    "w": (4, "-0410233044"),
    "x": (3, "-0034 -0430"),
    "y": (4, "-0420 -441b"),
    "z": (3, "-04340030"),
    "-": (2, "-0323"),
    "–": (4, "-0343"),
    "_": (4, "-0a4a"),
    "%": (5, "(252404062625 (515030325251 -0056"),
    ".": (0, "-0000"),
    ",": (0, "-000a"),
    ":": (0, "-0000 -0303"),
    ";": (0, "-000a -0303"),
    "·": (0, "-0303"),
    "'": (0, "-0604"),
    '"': (1, "-0604 -1614"),
    "!": (0, "-0602 -0000"),
    "?": (4, "(050646442322 -2020"),
    "(": (1, "(1605001a"),
    ")": (1, "(0615100a"),
    "[": (1, "-16060a1a"),
    "]": (1, "-06161a0a"),
    "/": (3, "-0036"),
    "\\": (3, "-0630"),
    "+": (4, "-0343 -2521"),
    "=": (4, "-0444 -0242"),
    "<": (3, "-350331"),
    ">": (3, "-053301"),
    "#": (4, "-1016 -3036 -0242 -0444"),
    "*": (2, "-0622 -0226 -0424"),
    "°": (2, "(252404062625"),
    "&": (4, "(4014053626240200204142"),
    "@": (5, "(535000065653 (434111154543"),
    "~": (4, "(03143243"),
}

_ACCENTS = {
    "\u0300": "-0625",
    "\u0301": "-0526",
    "\u0302": "-051625",
    "\u0303": "(05062526",
    "\u0304": "-0525",
    "\u0306": "(061526",
    "\u0307": "-1515",
    "\u0308": "-0505 -2525",
    "\u030a": "(16060515252616",
    "\u030b": "-0516 -1526",
    "\u030c": "-061526",
    "\u0327": "(1a1b0b",
    "\u0328": "(1a1b2b",
}
_BELOW = ("\u0327", "\u0328")
"""Combining marks over a small letter, from 0 to 2 across; those over a capital stand higher."""


def width_of(text: str, *, height_px: float) -> float:
    """Pixels a line of text takes, capitals being `height_px` high."""
    widths = [_glyph(char)[0] + SPACE for char in _drawable(text) if char not in _ACCENTS]
    return max(sum(widths) - SPACE, 0.0) * height_px / CAPITAL


def write(
    picture: NDArray[np.uint8],
    text: str,
    at: tuple[float, float],
    *,
    height_px: float,
    color: Color,
    pen_px: float = 1.3,
) -> None:
    """Write a line of text on an RGB picture, in place; `at` is its start on the baseline."""
    lines = list(_strokes(text, at, height_px / CAPITAL))
    draw(picture, lines, width_px=pen_px, color=color)


def shortened(text: str, *, height_px: float, room_px: float) -> str:
    """`text`, cut with `...` where it takes more than `room_px`."""
    if width_of(text, height_px=height_px) <= room_px:
        return text
    for end in range(len(text), 0, -1):
        cut = f"{text[:end].rstrip()}..."
        if width_of(cut, height_px=height_px) <= room_px:
            return cut
    return ""


def wrapped(text: str, *, height_px: float, room_px: float, most: int) -> list[str]:
    """`text` in at most `most` lines of words; the last is cut where more would follow."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and width_of(f"{line} {words[0]}", height_px=height_px) <= room_px:
            line = f"{line} {words.pop(0)}"
        lines.append(line)
    lines += [" ".join(words)] if words else []
    return [shortened(line, height_px=height_px, room_px=room_px) for line in lines]


def _strokes(text: str, at: tuple[float, float], unit: float) -> Iterator[Points]:
    start = np.array(at)
    x, middle, lift = 0.0, 0.0, 0.0
    for char in _drawable(text):
        width, strokes = _glyph(char)
        if char in _ACCENTS:
            corner = np.array([middle - width / 2, 0.0 if char in _BELOW else lift])
        else:
            corner = np.array([x, 0.0])
            middle, lift = x + width / 2, 2.0 if char.isupper() else 0.0
            x += width + SPACE
        for stroke in strokes:
            yield start + (corner + stroke) * (unit, -unit)


def _drawable(text: str) -> str:
    """`text` in the letters and accents there are; other scripts become `?`."""
    for char, stand_in in _STAND_INS.items():
        text = text.replace(char, stand_in)
    known = (
        char if char in _GLYPHS or char in _ACCENTS else "" if unicodedata.combining(char) else "?"
        for char in unicodedata.normalize("NFKD", text)
    )
    return "".join(known)


@cache
def _glyph(char: str) -> tuple[int, tuple[Points, ...]]:
    width, strokes = (2, _ACCENTS[char]) if char in _ACCENTS else _GLYPHS[char]
    return width, tuple(_stroke(stroke) for stroke in strokes.split())


def _stroke(stroke: str) -> Points:
    kind, pairs = stroke[0], stroke[1:]
    points = np.array([(float(x), _HEIGHTS[y]) for x, y in zip(pairs[0::2], pairs[1::2])])
    return smoothed(points) if kind == "(" else points
