"""Styles of layers that hold DN or index values; no statistics are computed."""

from __future__ import annotations

from qgis.core import (
    QgsColorRampShader,
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsRasterLayer,
    QgsRasterRenderer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

from ...core.rendering.color_ramps import RAMPS
from ...core.rendering.difference import RAMP as DIFFERENCE_RAMP
from ...core.rendering.indices import Index
from ...core.rendering.stretch import Limits

_REFLECTANCE = 1e-4
"""Limits are reflectance x 10 000; QGIS has applied the file's scale and offset: reflectance."""


def composite_style(layer: QgsRasterLayer, limits: Limits) -> QgsRasterRenderer:
    """Three bands between the limits of a stretch; a band whose limits are equal is mid grey."""
    data = layer.dataProvider()
    renderer = QgsMultiBandColorRenderer(data, 1, 2, 3)
    setters = (
        renderer.setRedContrastEnhancement,
        renderer.setGreenContrastEnhancement,
        renderer.setBlueContrastEnhancement,
    )
    for band, (setter, (low, high)) in enumerate(zip(setters, limits), start=1):
        half = 0.5 if low == high else 0.0  # the single value of a flat chip becomes mid grey
        enhancement = QgsContrastEnhancement(data.dataType(band))
        enhancement.setMinimumValue((low - half) * _REFLECTANCE)
        enhancement.setMaximumValue((high + half) * _REFLECTANCE)
        enhancement.setContrastEnhancementAlgorithm(
            QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
        )
        setter(enhancement)
    return renderer


def index_style(layer: QgsRasterLayer, index: Index) -> QgsRasterRenderer:
    """An index over its own value range, so that dates compare."""
    return _ramp_style(layer, index.ramp, index.value_range)


def difference_style(layer: QgsRasterLayer, limit: float) -> QgsRasterRenderer:
    """A change, symmetric around none; `limit`, up and down, gets the last colour."""
    return _ramp_style(layer, DIFFERENCE_RAMP, (-limit, limit))


def _ramp_style(
    layer: QgsRasterLayer, name: str, value_range: tuple[float, float]
) -> QgsRasterRenderer:
    low, high = value_range
    ramp = QgsColorRampShader(low, high)
    ramp.setColorRampItemList(
        [
            QgsColorRampShader.ColorRampItem(value, QColor(colour), f"{value:.2f}")
            for place, colour in RAMPS[name]
            for value in (low + place * (high - low),)
        ]
    )
    shader = QgsRasterShader(low, high)
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(low)
    renderer.setClassificationMax(high)
    return renderer
