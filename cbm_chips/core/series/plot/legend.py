"""The legend: signs with their words, in as many lines as the width needs."""

from __future__ import annotations

from collections.abc import Iterator

from ..curves import Basis
from ..values import PointState
from .content import PlotContent, PlotText
from .placed import Box, LegendItem

_What = tuple[str, "int | PointState | Basis", str]
SERIES, STATE, BAND, BASIS = "series", "state", "band", "basis"
_NEEDED = (SERIES, BAND)
"""What nothing else tells apart; the forms of states are in the help, too."""
LARGEST_SHARE = 0.4
"""Of the plot's height."""
SIGN_LINES = 1.4
"""Width of a sign, in heights of a line."""


def legend_of(
    content: PlotContent, text: PlotText, *, width: float, height: float
) -> tuple[tuple[LegendItem, ...], float]:
    """The items that something in the plot stands for, and where the legend ends.

    Returns:
        Of a low plot only the lines' own; none, and 0, where these take too much of the height,
        or no legend is wanted.
    """
    if not content.has_legend:
        return (), 0.0
    all_signs = list(_signs(content, text))
    for some in (all_signs, [sign for sign in all_signs if sign[0] in _NEEDED]):
        items, bottom = _placed(some, text, width)
        if items and bottom <= LARGEST_SHARE * height:
            return items, bottom
    return (), 0.0


def _placed(
    signs: list[_What], text: PlotText, width: float
) -> tuple[tuple[LegendItem, ...], float]:
    gap, line = 0.8 * text.line_px, 1.2 * text.line_px
    left, top = 0.3 * text.line_px, 0.15 * text.line_px
    start, items = left, []
    for kind, what, label in signs:
        right = left + SIGN_LINES * text.line_px + text.width(label)
        if right > width and left > start:
            left, top = start, top + line
            right = left + SIGN_LINES * text.line_px + text.width(label)
        items.append(LegendItem(kind, what, label, Box(left, top, right, top + line)))
        left = right + gap
    return tuple(items), top + line


def _signs(content: PlotContent, text: PlotText) -> Iterator[_What]:
    for style, one in enumerate(content.series):
        yield SERIES, style, text.series(one)
    bands = {band.label: number for number, band in enumerate(content.overlays.bands)}
    for label, number in bands.items():  # those of several indices look alike
        yield BAND, number, label
    found = {point.state for one in content.series for point in one.points}
    for state in PointState:
        if state in found:
            yield STATE, state, text.state(state)
    bases = {basis for curve in content.curves for basis in curve.bases}
    for basis in Basis:
        if basis in bases:
            yield BASIS, basis, text.basis(basis)
