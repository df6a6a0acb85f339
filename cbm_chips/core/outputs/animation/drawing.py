"""A frame: the chip's pixels enlarged, the outline over them, the date below. Needs Pillow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Union

import numpy as np

from ...errors import MissingPackage
from ...reasons import Reason

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image as Picture
    from PIL.ImageDraw import ImageDraw as Draw
    from PIL.ImageFont import FreeTypeFont, ImageFont

    from ..place_lines import Points

    Font = Union[FreeTypeFont, ImageFont]

_GROUND, _BAR, _INK, _DIM, _DONE = "#404040", "#1c1c1c", "#f2f2f2", "#a8a8a8", "#ffeca0"
_EDGE, _LINE = "#000000", "#ffeca0"
_FONTS = ("DejaVuSans.ttf", "LiberationSans-Regular.ttf", "arial.ttf", "Helvetica.ttc")
_LEAST_TEXT_PX = 11


@dataclass(frozen=True)
class FrameTexts:
    """What stands below a picture.

    Attributes:
        left: the date.
        right: the place; is cut where there is no room.
        progress: where in the period the date is, 0 to 1.
    """

    left: str
    right: str = ""
    progress: float = 0.0


def need_pillow() -> None:
    """Say so in a sentence where there is no Pillow.

    Raises:
        MissingPackage: then.
    """
    try:
        import PIL  # noqa: F401
    except ImportError:
        raise MissingPackage(
            Reason(
                "Animations need the Python package Pillow, which this Python has not; QGIS's "
                "installer and Linux distributions offer it."
            )
        ) from None


def frame(
    picture: NDArray[np.uint8], lines: Sequence[Points], texts: FrameTexts | None, edge_px: int
) -> Picture:
    """A picture of Pillow's, without transparency.

    Args:
        picture: uint8 [h, w, 4]; what is transparent is dark grey.
        lines: what is drawn over it, in pixels of the chip.
        texts: of the bar below; None for no bar.
        edge_px: wanted width.
    """
    from PIL import Image, ImageDraw

    height, width = picture.shape[:2]
    factor = max(1, round(edge_px / max(width, 1)))
    size = (width * factor, height * factor)
    bar = _bar_px(size[0]) if texts is not None else 0
    canvas = Image.new("RGB", (size[0], size[1] + bar), _GROUND)
    pixels = Image.fromarray(np.ascontiguousarray(picture), "RGBA").resize(size, Image.NEAREST)
    canvas.paste(pixels, (0, 0), pixels)
    draw = ImageDraw.Draw(canvas)
    _draw_lines(draw, lines, factor, size)
    if texts is not None:
        draw.rectangle((0, size[1], size[0], size[1] + bar), fill=_BAR)
        _draw_texts(draw, texts, (size[0], size[1], bar))
    return canvas


def _bar_px(width: int) -> int:
    return max(2 * _LEAST_TEXT_PX, width // 16)


def _draw_lines(draw: Draw, lines: Sequence[Points], factor: int, size: tuple[int, int]) -> None:
    """Light on a dark edge: seen on any ground."""
    thin = max(1, round(max(size) / 300))
    for color, width in ((_EDGE, 3 * thin), (_LINE, thin)):
        for line in lines:
            points = [(float(x), float(y)) for x, y in line * factor]
            draw.line(points, fill=color, width=width, joint="curve")


def _draw_texts(draw: Draw, texts: FrameTexts, room: tuple[int, int, int]) -> None:
    width, top, bar = room
    font = _font(max(_LEAST_TEXT_PX, round(bar * 0.52)))
    line = max(2, bar // 12)
    draw.rectangle((0, top, round(width * texts.progress), top + line), fill=_DONE)
    gap, middle = bar // 3, top + line + (bar - line) / 2
    _write(draw, texts.left, (gap, middle), font=font, fill=_INK)
    taken = 2 * gap + _width(draw, texts.left, font)
    right = _fitting(draw, texts.right, width - taken - gap, font)
    _write(draw, right, (width - gap - _width(draw, right, font), middle), font=font, fill=_DIM)


def _write(draw: Draw, text: str, at: tuple[float, float], *, font: Font, fill: str) -> None:
    """The middle of the line's height at a point, whichever font it is."""
    draw.text((at[0], at[1] - _middle(font)), text, font=font, fill=fill)


def _middle(font: Font) -> float:
    if hasattr(font, "getbbox"):
        _, top, _, bottom = font.getbbox("0Ag")
        return float(top + bottom) / 2
    return float(font.getsize("0Ag")[1]) / 2  # Pillow's own before 9.2


def _width(draw: Draw, text: str, font: Font) -> float:
    return float(draw.textlength(text, font=font)) if text else 0.0


def _fitting(draw: Draw, text: str, room: float, font: Font) -> str:
    """As much of a text as fits, with dots; empty where that is nothing."""
    shown = _writable(text, font)
    if _width(draw, shown, font) <= room:
        return shown
    fits, most = 0, len(shown)
    while fits < most:
        middle = (fits + most + 1) // 2
        if _width(draw, f"{shown[:middle]}...", font) <= room:
            fits = middle
        else:
            most = middle - 1
    return f"{shown[:fits]}..." if fits else ""


def _writable(text: str, font: Font) -> str:
    """Pillow's own letters are Latin-1; others would end it."""
    if hasattr(font, "path"):
        return text
    return text.encode("latin-1", "replace").decode("latin-1")


@lru_cache(maxsize=8)
def _font(size: int) -> Font:
    """A scalable font of the system, else Pillow's own."""
    from PIL import ImageFont

    for name in _FONTS:
        try:
            return ImageFont.truetype(name, size)
        except (OSError, ImportError):
            continue
    try:
        return ImageFont.load_default(size)  # since Pillow 10.1
    except TypeError:
        return ImageFont.load_default()
