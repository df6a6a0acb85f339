"""What was given to an algorithm, as words of `qgis_process`: in order, without what is usual."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
)

from ...core.outputs.repeat.process_words import AGAIN, number_text, process_words, switch_text
from ...core.outputs.repeat.repeatable_run import source_without_secrets, wherever
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given, as_day, is_given
from ..parameters.own_checks import path_of
from .layer import LayerText, layer_text

ALWAYS = (names.SOURCE, names.START, names.END, names.BANDS)
"""Said even where they are usual: what is usual may change with the day and the version."""
_LAYERS = ("source", "vector")
_SUFFIXES = {"sink": ".csv", "vectorDestination": ".gpkg", "fileDestination": ".html"}
"""Of what is written beside what is there: folders have none."""

_Read = Callable[[QgsProcessingAlgorithm, Given, str, QgsProcessingContext], str]
_READ: dict[str, _Read] = {
    "boolean": lambda algorithm, given, name, context: switch_text(
        algorithm.parameterAsBool(given, name, context)
    ),
    "number": lambda algorithm, given, name, context: number_text(
        algorithm.parameterAsDouble(given, name, context)
    ),
    "enum": lambda algorithm, given, name, context: str(
        algorithm.parameterAsEnumString(given, name, context)
    ),
    "file": lambda algorithm, given, name, context: str(
        Path(algorithm.parameterAsString(given, name, context)).absolute()
    ),
    "datetime": lambda algorithm, given, name, context: as_day(
        given.get(name), algorithm.parameterAsString(given, name, context)
    ),
}
"""By the type of a parameter; all others are texts."""


@dataclass(frozen=True)
class GivenParameters:
    """What was given to an algorithm.

    Attributes:
        algorithm: its name.
        order: all its parameters.
        values: as text, by name; the empty ones are left out.
        notes: why a layer is not among them: no command can open it.
    """

    algorithm: str
    order: tuple[str, ...]
    values: dict[str, str]
    notes: tuple[str, ...] = ()

    @property
    def command(self) -> tuple[str, ...]:
        """Words of `qgis_process`; none where a layer is missing."""
        if self.notes:
            return ()
        listed = ((name, self.values.get(name, "")) for name in self.order)
        return process_words(self.algorithm, ((name, text) for name, text in listed if text))

    def with_values(self, **more: str) -> GivenParameters:
        """With other values, where the algorithm has such parameters."""
        known = {name: text for name, text in more.items() if name in self.order}
        return replace(self, values={**self.values, **known})


def given_parameters(
    algorithm: QgsProcessingAlgorithm, given: Given, context: QgsProcessingContext
) -> GivenParameters:
    """All but a place that is a point; in the main thread, to which layers belong."""
    definitions = algorithm.parameterDefinitions()
    found: dict[str, str] = {}
    notes = []
    for one in definitions:
        name = one.name()
        if one.type() == "point" or not is_given(given, name):
            continue
        told = _told(algorithm, one, given, context)
        notes += [told.note] if told.note else []
        if name in ALWAYS or told.text != _usual(algorithm, one, context):
            found[name] = told.text
    if algorithm.parameterDefinition(names.SOURCE) is not None:
        source = names.source_of(algorithm, given, context).source
        found[names.SOURCE] = wherever(source_without_secrets(source))
    if algorithm.parameterDefinition(names.AUTH) is not None:
        found[names.AUTH] = names.login_of(algorithm, given, context)
    order = tuple(one.name() for one in definitions)
    return GivenParameters(algorithm.name(), order, found, tuple(notes))


def _told(
    algorithm: QgsProcessingAlgorithm,
    one: QgsProcessingParameterDefinition,
    given: Given,
    context: QgsProcessingContext,
) -> LayerText:
    if one.isDestination():
        return LayerText(_destination(one, path_of(given[one.name()])))
    if one.type() in _LAYERS:
        return layer_text(algorithm, given, one.name(), context)
    return LayerText(_text(algorithm, one, given, context))


def _text(
    algorithm: QgsProcessingAlgorithm,
    one: QgsProcessingParameterDefinition,
    given: Given,
    context: QgsProcessingContext,
) -> str:
    read = _READ.get(one.type())
    if read is not None:
        return read(algorithm, given, one.name(), context)
    return str(algorithm.parameterAsString(given, one.name(), context))


def _usual(
    algorithm: QgsProcessingAlgorithm,
    one: QgsProcessingParameterDefinition,
    context: QgsProcessingContext,
) -> str:
    value: Any = one.defaultValue()
    if one.isDestination() or one.type() in _LAYERS or value is None:
        return ""
    return _text(algorithm, one, {one.name(): value}, context)


def _destination(one: QgsProcessingParameterDefinition, written: str) -> str:
    """Beside what was written, of the same kind: `repeated`, `repeated_chips`."""
    what = "" if one.name() == names.OUTPUT else f"_{one.name().lower()}"
    usual = _SUFFIXES.get(one.type(), "")
    return f"{AGAIN}{what}{Path(written).suffix or usual if usual else ''}"
