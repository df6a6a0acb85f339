"""Colours that can be read on whatever background QGIS's theme has.

Relative luminance and contrast ratio as WCAG 2.1 defines them (success criterion 1.4.3).
"""

from __future__ import annotations

from functools import lru_cache

from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QWidget

LEAST = 4.5
"""Ratio that text needs, by WCAG's level AA."""
_STEPS = 20
_OPAQUE = 255


def contrast(one: QColor, other: QColor) -> float:
    """1 for the same luminance, 21 for black on white."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable(color: QColor, surface: QColor) -> QColor:
    """The color, mixed with as little black or white as makes it readable on the surface."""
    return QColor(*_readable(color.getRgb()[:3], surface.getRgb()[:3]))


def surface_of(widget: QWidget) -> QColor:
    """What is behind a widget that has no background of its own, as a theme makes most of them."""
    behind: QWidget | None = widget
    while behind is not None:
        color = behind.palette().color(QPalette.ColorRole.Window)
        if color.alpha() == _OPAQUE:
            return QColor(color)
        behind = behind.parentWidget()
    return QColor(QPalette().color(QPalette.ColorRole.Window))


_Rgb = tuple[int, ...]


@lru_cache(maxsize=256)
def _readable(color: _Rgb, surface: _Rgb) -> _Rgb:
    ends = ((0, 0, 0), (255, 255, 255))
    behind = QColor(*surface)
    shares = (step / _STEPS for step in range(_STEPS + 1))
    for candidate in (_mixed(color, end, share) for share in shares for end in ends):
        if contrast(QColor(*candidate), behind) >= LEAST:
            return candidate
    return max(ends, key=lambda end: contrast(QColor(*end), behind))


def _mixed(color: _Rgb, end: _Rgb, share: float) -> _Rgb:
    return tuple(round((1 - share) * a + share * b) for a, b in zip(color, end))


def _luminance(color: QColor) -> float:
    red, green, blue = (_linear(part / 255) for part in color.getRgb()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
