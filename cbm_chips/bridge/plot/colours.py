"""The colours of a plot; none of them is needed to tell anything apart."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QPalette, QPen

_LIGHT = ("#0067a5", "#b34700", "#00735c", "#8c2d78", "#6b5b00", "#3d5a80")
_DARK = ("#6cbcf7", "#ff9f5a", "#4fd1a8", "#f29bd4", "#e8d25a", "#b9cdf0")
"""After Okabe and Ito's palette, which all eyes can tell apart, darker and lighter."""
_OPAQUE = 255
_LEAST_DIFFERENCE = 96
"""Of lightness: QGIS mixes the colours of two themes when another one is chosen while it runs."""
_DASHES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)


@dataclass(frozen=True)
class PlotColours:
    """What a plot is painted with.

    Attributes:
        series: of the styles, one after another and then from the first again.
        grid: lines that step back; `muted`: words that do.
        accent: of the current date.
    """

    base: QColor
    text: QColor
    muted: QColor
    grid: QColor
    accent: QColor
    series: tuple[QColor, ...]

    @classmethod
    def of(cls, palette: QPalette) -> PlotColours:
        """For the screen, light or dark as QGIS is."""
        text = palette.color(QPalette.ColorRole.Text)
        base = QColor(palette.color(QPalette.ColorRole.Base))
        if base.alpha() != _OPAQUE:  # a theme's way to leave a widget's background alone
            base = QColor("#ffffff" if text.lightness() < _OPAQUE // 2 else "#202020")
        elif abs(base.lightness() - text.lightness()) < _LEAST_DIFFERENCE:
            text = QColor("#1a1a1a" if base.lightness() > _OPAQUE // 2 else "#f0f0f0")
        is_dark = base.lightness() < text.lightness()
        return cls._made(base, text, _DARK if is_dark else _LIGHT)

    @classmethod
    def on_paper(cls) -> PlotColours:
        """For files, whatever the screen."""
        return cls._made(QColor("#ffffff"), QColor("#1a1a1a"), _LIGHT)

    @classmethod
    def _made(cls, base: QColor, text: QColor, series: tuple[str, ...]) -> PlotColours:
        colours = tuple(map(QColor, series))
        return cls(base, text, _mixed(text, base, 0.72), _mixed(text, base, 0.2), text, colours)

    def of_style(self, style: int) -> QColor:
        """Of a series."""
        return self.series[style % len(self.series)]

    def pen(self, style: int, width_px: float = 1.6) -> QPen:
        """Of a series' line: another dash, too, for each style."""
        return QPen(self.of_style(style), width_px, _DASHES[style % len(_DASHES)])


def faded(colour: QColor, share: float) -> QColor:
    """The colour, so far opaque."""
    clear = QColor(colour)
    clear.setAlphaF(share)
    return clear


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    parts = zip(one.getRgb()[:3], other.getRgb()[:3])
    return QColor(*(round(share * a + (1 - share) * b) for a, b in parts))
