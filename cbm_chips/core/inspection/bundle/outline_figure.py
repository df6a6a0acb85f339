"""The parcel's outline by itself, north up, as SVG with a scale."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from ...array_lists import as_list
from ...outputs.place_lines import lines_on_chip
from ...scenes.grids import grid_of

if TYPE_CHECKING:
    from ...model import Place
    from ...outputs.place_lines import Points

_EDGE = 240.0
_BORDER = 14.0
_SIZE_M = 20
_STEPS = (1, 2, 5)


def outline_figure(place: Place, ink: str = "currentColor") -> str:
    """The outline in metres of its UTM zone, in a colour; empty for a place without one."""
    if place.outline is None:
        return ""
    grid = grid_of(place, _SIZE_M)
    lines = [line * grid.resolution_m for line in lines_on_chip(place, grid)]
    if not lines:
        return ""
    points = np.concatenate(lines)
    low, high = points.min(axis=0), points.max(axis=0)
    scale = (_EDGE - 2 * _BORDER) / max(float((high - low).max()), 1.0)
    paths = " ".join(_path((line - low) * scale + _BORDER) for line in lines)
    width, height = (high - low) * scale + 2 * _BORDER
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="outline-figure"'
        f' viewBox="0 0 {width:.1f} {height + 22:.1f}"'
        f' width="{width:.0f}" height="{height + 22:.0f}" role="img">\n'
        f'<path d="{paths}" fill="#ffeca0" fill-opacity=".45" fill-rule="evenodd"'
        f' stroke="{ink}" stroke-width="1.5"></path>\n'
        f"{_scale_bar(float(width) / scale, scale, float(height), ink)}</svg>\n"
    )


def _path(line: Points) -> str:
    points: Iterable[tuple[float, float]] = as_list(np.round(line, 1))
    return "M" + " ".join(f"{x:g} {y:g}" for x, y in points) + "Z"


def _scale_bar(width_m: float, scale: float, top: float, ink: str) -> str:
    """A round length of at most half the width."""
    power = 10 ** math.floor(math.log10(max(width_m / 2, 1.0)))
    length_m = max(step * power for step in _STEPS if step * power <= max(width_m / 2, 1.0))
    end = _BORDER + length_m * scale
    return (
        f'<path d="M{_BORDER:g} {top:.1f} H{end:.1f}" stroke="{ink}"'
        f' stroke-width="2"></path>\n<text x="{end + 6:.1f}" y="{top + 4:.1f}"'
        f' font-size="11" fill="{ink}">{length_m:g} m</text>\n'
    )
