"""The table of the kinds of output."""

from __future__ import annotations

from .bands import BANDS
from .composite import COMPOSITE
from .kind import LayerStyle, OutputKind

OUTPUTS: dict[str, OutputKind] = {row.name: row for row in (BANDS, COMPOSITE)}


def style_of(content: str) -> LayerStyle:
    """How a GIS shows a file, by the last part of its name; grey where no kind knows it."""
    styles = (row.style_of(content) for row in OUTPUTS.values())
    return next((style for style in styles if style is not None), LayerStyle.GREY)


def is_picture(content: str) -> bool:
    """True for a file of colours; else the file holds the numbers of the band it is named after."""
    return style_of(content) is LayerStyle.RGBA
