"""How a plot is painted here: colours, and markers that are made once for a size."""

from __future__ import annotations

from qgis.PyQt.QtGui import QFont, QFontMetricsF

from ...bridge.plot.colours import PlotColours
from ...bridge.plot.markers import Markers
from ...bridge.plot.painting import PlotStyle
from ...core.series.plot.content import PlotContent

RADIUS_LINES, LEAST_RADIUS_PX = 0.22, 2.5


class PlotStyles:
    """Keeps the markers of the last style: a hundred of them are drawn in one painting."""

    def __init__(self) -> None:
        self._markers: tuple[tuple[float, float, int], Markers] | None = None
        """What they were made for, and they."""

    def of(
        self, content: PlotContent, colours: PlotColours, *, font: QFont, ratio: float
    ) -> PlotStyle:
        """`ratio` is the screen's, device pixels per pixel."""
        radius = max(RADIUS_LINES * QFontMetricsF(font).height(), LEAST_RADIUS_PX)
        key = (radius, ratio, colours.base.rgb())
        if self._markers is None or self._markers[0] != key:
            self._markers = key, Markers(radius, colours.base, stamps=True, ratio=ratio)
        return PlotStyle(
            colours, self._markers[1], content.has_quarters, has_line=not content.curves
        )
