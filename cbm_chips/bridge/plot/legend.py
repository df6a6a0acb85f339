"""Paints the legend: a sign and its words."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import QLineF, QRectF, Qt
from qgis.PyQt.QtGui import QPainter, QPen

from ...core.series.curves import Basis
from ...core.series.plot.legend import BAND, SERIES, SIGN_LINES
from ...core.series.plot.placed import LegendItem
from ...core.series.values import PointState
from .colours import PlotColours, faded
from .markers import Markers

BASIS_LINES = {
    Basis.OBSERVED: (Qt.PenStyle.SolidLine, 1.3),
    Basis.INTERPOLATED: (Qt.PenStyle.DashLine, 1.1),
    Basis.EXTRAPOLATED: (Qt.PenStyle.DotLine, 1.1),
}
"""Of a smoothed curve: thinner than the line, so that the points stay in front."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_BAND_SHARE = 0.35


def paint_legend(
    painter: QPainter, items: Iterable[LegendItem], colours: PlotColours, markers: Markers
) -> None:
    """All items, where they were placed."""
    for item in items:
        box = item.box
        sign = QRectF(box.left, box.top, box.height / 1.2 * SIGN_LINES * 0.8, box.height)
        _paint_sign(painter, item, sign, (colours, markers))
        painter.setPen(colours.text)
        words = QRectF(sign.right() + 0.15 * box.height, box.top, 10 * box.width, box.height)
        painter.drawText(words, _LEFT, item.label)


def _paint_sign(
    painter: QPainter, item: LegendItem, sign: QRectF, style: tuple[PlotColours, Markers]
) -> None:
    colours, markers = style
    middle = QLineF(sign.left(), sign.center().y(), sign.right(), sign.center().y())
    what = item.what
    if item.kind == SERIES:
        painter.setPen(colours.pen(int(what)))
        painter.drawLine(middle)
    elif item.kind == BAND:
        painter.fillRect(sign.adjusted(0, 3, 0, -3), faded(colours.muted, _BAND_SHARE))
    elif isinstance(what, PointState):
        markers.draw(painter, what, (sign.center().x(), sign.center().y()), colours.muted)
    elif isinstance(what, Basis):
        line, width = BASIS_LINES[what]
        painter.setPen(QPen(colours.muted, width, line))
        painter.drawLine(middle)
