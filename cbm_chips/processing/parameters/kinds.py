"""Kinds of parameters, each with the settings that all algorithms share."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
)

from ...core.model import LARGEST_SIZE_M, SNAP_M


def choice(
    name: str, description: str, choices: tuple[str, ...]
) -> QgsProcessingParameterDefinition:
    """One of some words, by default the first."""
    parameter = QgsProcessingParameterEnum(name, description, choices, False, choices[0])
    parameter.setUsesStaticStrings(True)
    return parameter


def percentage(name: str, description: str, default: float) -> QgsProcessingParameterDefinition:
    """A number from 0 to 100."""
    kind = QgsProcessingParameterNumber.Type.Double
    return QgsProcessingParameterNumber(name, description, kind, default, False, 0, 100)


def optional(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """The parameter, made optional."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagOptional)
    return parameter


def advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """The parameter, shown among the advanced ones."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def day(name: str, description: str, default: str) -> QgsProcessingParameterDefinition:
    """A date without a time."""
    kind = QgsProcessingParameterDateTime.Type.Date
    return QgsProcessingParameterDateTime(name, description, kind, default)


def switch(name: str, description: str, *, is_on: bool) -> QgsProcessingParameterDefinition:
    """Yes or no."""
    return QgsProcessingParameterBoolean(name, description, is_on)


def metres(name: str, description: str, default: int) -> QgsProcessingParameterDefinition:
    """An edge, as far as a request takes it."""
    kind = QgsProcessingParameterNumber.Type.Integer
    return QgsProcessingParameterNumber(
        name, description, kind, default, False, SNAP_M, LARGEST_SIZE_M
    )
