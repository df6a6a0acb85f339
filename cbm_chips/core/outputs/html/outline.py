"""The place on the pictures of an HTML page: the parcel's outline, or a cross at a point, as SVG.

Coordinates are pixels of the chip, x to the right, y down, (0, 0) the outer corner of the first
one. Nothing is rounded to the pixels: the outline lies where the parcel is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...array_lists import as_list
from ..place_lines import lines_on_chip
from .legend import unseen

if TYPE_CHECKING:
    from ...model import Grid, Place
    from ..place_lines import Points

_DECIMALS = 2
_TONES = (("#000", "3.2", ".75"), ("#ffeca0", "1.4", "1"))
"""Colour, width on the screen in px, opacity: seen on dark and on bright ground."""


class Outlines:
    """One place on chips of any grid. Dates that share a grid share one drawing."""

    def __init__(self, place: Place, *, prefix: str = "") -> None:
        """`prefix` keeps the ids apart from those of other places on the page."""
        self._place, self._prefix = place, prefix
        self._ids: dict[Grid, str] = {}

    def over(self, grid: Grid) -> str:
        """What lies over the picture of a chip; it needs `drawings` on the same page."""
        name = self._ids.setdefault(grid, f"{self._prefix}outline-{len(self._ids) + 1}")
        return (
            f'<svg class="outline" viewBox="0 0 {grid.width_px} {grid.height_px}"'
            f' preserveAspectRatio="none" aria-hidden="true"><use href="#{name}"></use></svg>'
        )

    def drawings(self) -> str:
        """What `over` refers to, each once; for the end of the place's pictures."""
        return unseen(_drawing(name, self._place, grid) for grid, name in self._ids.items())


def _drawing(name: str, place: Place, grid: Grid) -> str:
    lines = " ".join(map(_path, lines_on_chip(place, grid)))
    tones = "".join(
        f'<use href="#{name}-line" stroke="{color}" stroke-width="{width}"'
        f' stroke-opacity="{opacity}"></use>'
        for color, width, opacity in _TONES
    )
    return (
        f'<path id="{name}-line" d="{lines}" vector-effect="non-scaling-stroke"></path>'
        f'<g id="{name}" fill="none" stroke-linecap="round" stroke-linejoin="round">{tones}</g>'
    )


def _path(line: Points) -> str:
    points = as_list(np.round(line, _DECIMALS))
    return "M" + " ".join(f"{x:.10g} {y:.10g}" for x, y in points)
