"""Layers of a run's files, for the project in which the algorithm was run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
)
from qgis.PyQt import sip

from ...bridge.layers.raster_layer import (
    TimedFile,
    put_into_group,
    raster_layer,
    set_style_and_time,
)

MOST_LAYERS = 500
"""More are not loaded, as the layer tree would be unusable."""


def load_on_completion(
    files: Iterable[TimedFile], context: QgsProcessingContext, feedback: QgsProcessingFeedback
) -> None:
    """Open the files and queue their layers, in the thread of the context.

    QGIS would open them on the main thread, which stands still meanwhile, and with their default
    style, which writes a file beside each.
    """
    was_cancelled = feedback.isCanceled()  # then it keeps what it wrote
    for item in files:
        if feedback.isCanceled() and not was_cancelled:
            return
        layer = raster_layer(item)
        if not layer.isValid():
            continue
        details = QgsProcessingContext.LayerDetails(layer.name(), context.project())
        details.setPostProcessor(_Finish.kept(item))
        context.addLayerToLoadOnCompletion(layer.id(), details)
        context.temporaryLayerStore().addMapLayer(layer)


class _Finish(QgsProcessingLayerPostProcessorInterface):
    """Puts a layer in its place once it is in the project."""

    # The context deletes it in the end, but the binding keeps no reference until then.
    _kept: ClassVar[list[_Finish]] = []

    def __init__(self, item: TimedFile) -> None:
        super().__init__()
        self._item = item

    @classmethod
    def kept(cls, item: TimedFile) -> _Finish:
        """One that lives as long as C++ needs it; those that are done with are let go."""
        cls._kept[:] = [one for one in cls._kept if not sip.isdeleted(one)]
        finish = cls(item)
        sip.transferto(finish, None)
        cls._kept.append(finish)
        return finish

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Style again, as the user's default style may have come over it; then the group."""
        set_style_and_time(layer, self._item)
        layer.setName(self._item.file.title)
        put_into_group(layer, context.project(), self._item.file.place)
