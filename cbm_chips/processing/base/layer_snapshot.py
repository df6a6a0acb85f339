"""Layers as they are when a run begins: it reads them in a worker thread.

A layer that is taken out of the project meanwhile, or goes with it, would end QGIS.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional, Union

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterFeatureSource,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from ..parameters.chip_parameters import Given
from ..repeat.layer import vector_layer

_SELECTED = "cbm_chips_selected"


class LayerSnapshot:
    """A layer, its selection, or what else the dialog lets through of it; thread-safe.

    Its methods are those of `QgsFeatureSource`.
    """

    def __init__(self, layer: QgsVectorLayer, given: object) -> None:
        """In the thread that begins the run; `given` is the parameter's value."""
        self._features = QgsVectorLayerFeatureSource(layer)
        self._name, self._type, self._crs = layer.name(), layer.wkbType(), layer.crs()
        self._fields, self._count = QgsFields(layer.fields()), layer.featureCount()
        self._selected: Optional[list[int]] = None
        self._limit, self._expression = -1, ""
        if isinstance(given, QgsProcessingFeatureSourceDefinition):
            if given.selectedFeaturesOnly:
                self._selected = list(layer.selectedFeatureIds())
                self._count = len(self._selected)
            self._limit = given.featureLimit
            self._expression = getattr(given, "filterExpression", "")  # since QGIS 3.32

    def sourceName(self) -> str:
        return self._name

    def sourceCrs(self) -> QgsCoordinateReferenceSystem:
        return self._crs

    def wkbType(self) -> QgsWkbTypes.Type:
        return self._type

    def fields(self) -> QgsFields:
        return self._fields

    def featureCount(self) -> int:
        """Before the limit and the expression; -1 if the layer does not know."""
        return self._count

    def getFeatures(self, request: QgsFeatureRequest, flags: object = None) -> Iterator[QgsFeature]:
        """Invalid geometries are never refused, whatever the `flags`."""
        wanted = QgsFeatureRequest(request)
        if self._selected is not None:
            wanted.setFilterFids(self._selected)
        if self._expression:
            self._let_through(wanted)
        if self._limit >= 0:
            wanted.setLimit(self._limit)
        # A generator holds this object: an iterator of QGIS ends early when its source goes.
        yield from self._features.getFeatures(wanted)

    def _let_through(self, request: QgsFeatureRequest) -> None:
        """The expression, and of a selection in words: a request has one kind of filter."""
        if self._selected is None:
            request.setFilterExpression(self._expression)
            return
        scope = QgsExpressionContextScope()
        # A map is looked up at once, a list of ids would be searched for each feature.
        scope.setVariable(_SELECTED, {str(one): True for one in self._selected})
        context = QgsExpressionContext(request.expressionContext())
        context.appendScope(scope)
        request.setExpressionContext(context)
        request.setFilterExpression(f"({self._expression}\n) and map_exist(@{_SELECTED}, $id)")


FeatureSource = Union[QgsProcessingFeatureSource, LayerSnapshot]


def layer_snapshots(
    algorithm: QgsProcessingAlgorithm, given: Given, context: QgsProcessingContext
) -> dict[str, LayerSnapshot]:
    """By parameter, of the layers that QGIS can open."""
    snapshots = {}
    for parameter in algorithm.parameterDefinitions():
        name = parameter.name()
        if isinstance(parameter, QgsProcessingParameterFeatureSource):
            layer = vector_layer(algorithm, given, name, context)
            if layer is not None:
                snapshots[name] = LayerSnapshot(layer, given.get(name))
    return snapshots
