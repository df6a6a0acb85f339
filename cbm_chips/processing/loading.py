"""Layers of a run's files, handed to whoever ran the algorithm."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
)

from ..bridge.layers import Dated, dress, put_into_group, raster_layer

MOST_LAYERS = 500
"""More are not loaded: nobody would find their way in the layer tree."""


class LayerLoading(QgsProcessingLayerPostProcessorInterface):
    """Makes the layers, and puts each in its place once it is in the project."""

    _waiting: ClassVar[set[LayerLoading]] = set()
    """QGIS calls these but holds no reference, and the algorithm may be gone by then."""

    def __init__(self, files: Iterable[Dated]) -> None:
        """Nothing is opened yet."""
        super().__init__()
        self._files = list(files)
        self._by_layer: dict[str, Dated] = {}

    def queue(self, context: QgsProcessingContext) -> None:
        """Open the files and have them loaded on completion. On the main thread only.

        QGIS would open them with their default style, which writes a file beside each.
        """
        for item in self._files:
            layer = raster_layer(item)
            if not layer.isValid():
                continue
            self._by_layer[layer.id()] = item
            details = QgsProcessingContext.LayerDetails(layer.name(), context.project())
            details.setPostProcessor(self)
            context.temporaryLayerStore().addMapLayer(layer)
            context.addLayerToLoadOnCompletion(layer.id(), details)
        if self._by_layer:
            self._waiting.add(self)

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Style again, as the user's default style may have come over it; then the group."""
        item = self._by_layer.pop(layer.id(), None)
        if item is not None:
            dress(layer, item)
            layer.setName(item.file.title)
            put_into_group(layer, context.project(), item.file.place)
        if not self._by_layer:
            self._waiting.discard(self)
