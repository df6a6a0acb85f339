"""Shows the built-in sample's parcels: a layer, the map there, the tool in hand, one is read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ....bridge.layers.chip_layers import chips_folder
from ....bridge.layers.parcel_layer import (
    add_sample_layer,
    is_sample_layer,
    sample_layer,
    write_sample_parcels,
)
from ....bridge.qt_alive import is_alive
from ....bridge.settings import load
from ....bridge.tasks.background_call import BackgroundCall, CallResult
from ....bridge.tasks.latest_call import LatestCall
from ....bridge.texts.translation import tr
from ...map.picker import MapPicker

__all__ = ["SampleParcels", "is_sample_layer"]

SOURCE = "sample"
_GROUND_CRS = "EPSG:32631"
"""UTM, as the pictures are."""
_FIRST = 1
"""Feature of the parcel in the middle."""
_ROOM_AROUND = 1.05


class SampleParcels(QObject):
    """Belongs to one dock."""

    failed = pyqtSignal(str)
    """Why its file could not be written."""

    def __init__(
        self, iface: Any, picker: MapPicker, *, choose: Callable[[str], None], parent: QObject
    ) -> None:
        """`iface` gives the map and the layer tree; `choose` chooses a source by its id."""
        super().__init__(parent)
        self._iface, self._picker, self._choose = iface, picker, choose
        self._call = LatestCall(self)
        self._call.done.connect(self._add)

    def show(self) -> None:
        """In a moment: the file is written in a worker thread, unless the layer is there."""
        self._choose(SOURCE)
        layer = sample_layer()
        if layer is not None:
            self._go_to(layer)
        elif not self._call.is_running:
            folder = chips_folder(load(), QgsProject.instance())
            write = partial(write_sample_parcels, folder)
            self._call.start(BackgroundCall(tr("CbM Chips: parcels of the sample"), write))

    def unload(self) -> None:
        """Leave no task behind."""
        self._call.stop()

    def _add(self, result: CallResult) -> None:
        if result.value is None:
            self.failed.emit(result.problem)
            return
        is_first = not QgsProject.instance().mapLayers()
        layer = add_sample_layer(result.value)
        if is_first:
            # later than QGIS makes the first layer's CRS, in which the ground is squeezed, its own
            QTimer.singleShot(0, partial(self._set_crs, layer))
        else:
            self._go_to(layer)

    def _set_crs(self, layer: QgsVectorLayer) -> None:
        QgsProject.instance().setCrs(QgsCoordinateReferenceSystem(_GROUND_CRS))
        self._go_to(layer)

    def _go_to(self, layer: QgsVectorLayer) -> None:
        if not is_alive(self, layer):
            return
        project, canvas = QgsProject.instance(), self._iface.mapCanvas()
        node = project.layerTreeRoot().findLayer(layer.id())
        if node is not None:
            node.setItemVisibilityCheckedParentRecursive(True)
        crs = canvas.mapSettings().destinationCrs()
        extent = layer.extent()
        if crs.isValid():
            way = QgsCoordinateTransform(layer.crs(), crs, project)
            extent = way.transformBoundingBox(extent)
        extent.scale(_ROOM_AROUND)
        canvas.setExtent(extent)
        canvas.refresh()
        self._iface.setActiveLayer(layer)
        self._picker.parcelAction.trigger()
        self._picker.pick(layer, _FIRST)
