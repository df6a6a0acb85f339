"""Layers of a run's files, handed to whoever ran the algorithm."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
)
from qgis.PyQt import sip

from ..bridge.layers import Dated, dress, put_into_group, raster_layer

MOST_LAYERS = 500
"""More are not loaded: nobody would find their way in the layer tree."""


def load_on_completion(files: Iterable[Dated], context: QgsProcessingContext) -> None:
    """Open the files and queue their layers. On the main thread only.

    QGIS would open them with their default style, which writes a file beside each.
    """
    for item in files:
        layer = raster_layer(item)
        if not layer.isValid():
            continue
        details = QgsProcessingContext.LayerDetails(layer.name(), context.project())
        finish = _Finish(item)
        details.setPostProcessor(finish)
        # The context deletes it in the end and is all that knows it until then; the binding of
        # older versions does not say so.
        sip.transferto(finish, None)
        context.addLayerToLoadOnCompletion(layer.id(), details)
        context.temporaryLayerStore().addMapLayer(layer)


class _Finish(QgsProcessingLayerPostProcessorInterface):
    """Puts a layer in its place once it is in the project."""

    def __init__(self, item: Dated) -> None:
        super().__init__()
        self._item = item

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Style again, as the user's default style may have come over it; then the group."""
        dress(layer, self._item)
        layer.setName(self._item.file.title)
        put_into_group(layer, context.project(), self._item.file.place)
