"""Checks of all parameters of a kind: QGIS says "Incorrect parameter value", or nothing at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
)

from ...bridge.texts.translation import tr
from ...core.errors import RequestError
from ...core.model.place import number_between
from .chip_parameters import Given, is_given

_OPEN_END = 1e300
"""QGIS's own limits where none is set lie beyond it."""

_ONLY_WITH_GEOMETRY = frozenset({".fgb"})
"""Files of which GDAL leaves out every row without a geometry, and says nothing."""


def check_choices(algorithm: QgsProcessingAlgorithm, given: Given) -> None:
    """Each word that is given is one of its parameter's.

    Raises:
        RequestError: the parameter's name is its field.
    """
    for one in algorithm.parameterDefinitions():
        value = given.get(one.name())
        is_choice = isinstance(one, QgsProcessingParameterEnum) and one.usesStaticStrings()
        if is_choice and isinstance(value, (str, int)) and value not in one.options():
            raise RequestError(one.name(), value, ", ".join(one.options()))


def check_numbers(algorithm: QgsProcessingAlgorithm, given: Given) -> None:
    """Each number that is given lies within its parameter's limits, where it has both.

    Raises:
        RequestError: the parameter's name is its field.
    """
    for one in algorithm.parameterDefinitions():
        value = given.get(one.name())
        if not isinstance(one, QgsProcessingParameterNumber) or not is_given(given, one.name()):
            continue
        low, high = one.minimum(), one.maximum()
        if isinstance(value, (str, int, float)) and low > -_OPEN_END and high < _OPEN_END:
            number_between(one.name(), value, low=low, high=high)


def check_tables(algorithm: QgsProcessingAlgorithm, given: Given) -> None:
    """No table goes into a file that would stay empty.

    Raises:
        RequestError: the parameter's name is its field.
    """
    for one in algorithm.parameterDefinitions():
        is_sink = isinstance(one, QgsProcessingParameterFeatureSink)
        if not is_sink or one.dataType() != QgsProcessing.SourceType.TypeVector:
            continue
        path = path_of(given.get(one.name()))
        if Path(path).suffix.lower() in _ONLY_WITH_GEOMETRY:
            allowed = tr("a file that takes rows without a geometry: CSV, GeoPackage")
            raise RequestError(one.name(), path, allowed)


def check_folders(algorithm: QgsProcessingAlgorithm, given: Given) -> None:
    """Each folder for output can be one; nothing is made.

    Raises:
        RequestError: the parameter's name is its field.
    """
    for one in algorithm.parameterDefinitions():
        path = path_of(given.get(one.name()))
        is_folder = isinstance(one, QgsProcessingParameterFolderDestination)
        if is_folder and path and path != QgsProcessing.TEMPORARY_OUTPUT:
            _check_folder(one.name(), path)


def _check_folder(name: str, path: str) -> None:
    folder = Path(path)
    there = next((one for one in (folder, *folder.parents) if _is_there(one)), Path("/"))
    if not there.is_dir():
        allowed = tr("a folder; {path} is a file").format(path=there)
        raise RequestError(name, path, allowed)
    if not os.access(there, os.W_OK | os.X_OK):
        allowed = tr("a folder that may be written to; {path} may not").format(path=there)
        raise RequestError(name, path, allowed)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name no file system takes, or no right to look
        return False


def path_of(output: Any) -> str:
    """The text that a destination was given as, a path most often; empty for none."""
    if isinstance(output, QgsProcessingOutputLayerDefinition):
        output = output.sink.staticValue()
    return output if isinstance(output, str) else ""
