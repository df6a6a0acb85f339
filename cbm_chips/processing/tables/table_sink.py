"""A table that an algorithm hands to QGIS row by row, so that no row waits for the run's end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsWkbTypes,
)

from ...bridge.tables.table_fields import fields
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given


class TableSink:
    """A table, made with its first row; how soon rows reach the disk is up to the file's format."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        given: Given,
        context: QgsProcessingContext,
        columns: Mapping[str, type],
        *,
        output: str = names.OUTPUT,
    ) -> None:
        """Nothing is made yet; `output` is the parameter."""
        self._name = output
        self._algorithm, self._given, self._context = algorithm, given, context
        self._fields = fields(columns)
        self._sink: QgsFeatureSink | None = None
        self._output = ""

    def add(self, row: Mapping[str, Any]) -> None:
        """One row; columns that are not named stay empty.

        Raises:
            QgsProcessingException: when it can't be written.
        """
        sink = self._opened()
        feature = QgsFeature(self._fields)
        feature.setAttributes([_cell(row.get(name)) for name in self._fields.names()])
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            words = self._algorithm.writeFeatureError(sink, self._given, self._name)
            raise QgsProcessingException(words)

    def close(self) -> str:
        """Flush it; where it went."""
        self._opened()
        self._sink = None
        return self._output

    def _opened(self) -> QgsFeatureSink:
        if self._sink is None:
            none, flat = QgsCoordinateReferenceSystem(), QgsWkbTypes.Type.NoGeometry
            self._sink, self._output = self._algorithm.parameterAsSink(
                self._given, self._name, self._context, self._fields, flat, none
            )
        if self._sink is None:
            words = self._algorithm.invalidSinkError(self._given, self._name)
            raise QgsProcessingException(words)
        return self._sink


def _cell(value: Any) -> Any:
    """A reason as plain text: Qt keeps an object of another class as it is."""
    return value[:] if isinstance(value, str) else value
