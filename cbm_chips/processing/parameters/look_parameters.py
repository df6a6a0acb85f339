"""The parameters of a composite: its bands, its look-up table, one stretch for all dates or not."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterString,
)

from ...bridge.texts.translation import tr
from ...core.rendering.composites import BandTriple, composite_of, parse_bands
from ...core.rendering.look import DEFAULT_LUT, Look
from ...core.rendering.stretch import STRETCHES, parse_lut
from . import chip_parameters as names
from .chip_parameters import Given
from .kinds import advanced, choice

LUT, STRETCH = "LUT", "STRETCH"


def composite(default: str | None = None) -> QgsProcessingParameterDefinition:
    """Which bands."""
    return QgsProcessingParameterString(names.BANDS, tr("Bands for red, green and blue"), default)


def stretch(default: str) -> list[QgsProcessingParameterDefinition]:
    """How they are stretched; `default` is one of STRETCHES."""
    lut = QgsProcessingParameterString(
        LUT, tr("Look-up table: two percentiles or six values"), str(DEFAULT_LUT)
    )
    choices = tuple(sorted(STRETCHES, key=lambda name: name != default))
    shared = choice(STRETCH, tr("Percentiles of each chip or series"), choices)
    return [advanced(lut), advanced(shared)]


def bands_given(
    algorithm: QgsProcessingAlgorithm, given: Given, context: QgsProcessingContext
) -> BandTriple:
    """The three bands.

    Raises:
        RequestError: field `bands`.
    """
    return parse_bands(algorithm.parameterAsString(given, names.BANDS, context))


def look_given(
    algorithm: QgsProcessingAlgorithm,
    given: Given,
    context: QgsProcessingContext,
    bands: BandTriple,
) -> Look:
    """How the bands are shown.

    Raises:
        RequestError: field `lut`.
    """
    lut = parse_lut(algorithm.parameterAsString(given, LUT, context))
    name = algorithm.parameterAsEnumString(given, STRETCH, context)
    return Look(composite_of(bands), lut, STRETCHES[name])
