"""The difference of two dates as a layer: written in a worker thread, then in the run's group."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...bridge.layers.chip_layers import RUN
from ...bridge.layers.difference_layer import (
    DifferenceOrder,
    open_difference_layer,
    refresh_difference_layer,
    write_difference_layer,
)
from ...bridge.layers.groups import (
    folder_of_run,
    group_of,
    insert,
    layers_by_file,
    new_group,
    show_only,
)
from ...bridge.qt_alive import disconnect
from ...bridge.tasks.background_call import BackgroundCall, CallResult
from ...bridge.tasks.latest_call import LatestCall
from ...bridge.texts.translation import tr
from .change_call import ChangeOrder


class ChangeLayer(QObject):
    """Loads one at a time."""

    loaded = pyqtSignal(object, str)
    """The layer, which the map shows now, and what is to be said of its file."""
    failed = pyqtSignal(str)
    """Why there is none, for people."""

    def __init__(self, parent: QObject) -> None:
        """Works on the project that is open when it is used."""
        super().__init__(parent)
        self._call = LatestCall(self)
        self._call.done.connect(self._hear)
        QgsProject.instance().cleared.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        """A file is being written."""
        return self._call.is_running

    def load(self, order: ChangeOrder) -> None:
        """Write the difference and show its layer; one that is there already is brought up."""
        folder = folder_of_run(order.place, order.first)
        text = tr("CbM Chips: layers of {place}").format(place=order.place.name)
        self._call.start(BackgroundCall(text, partial(_written, order, folder)))

    def stop(self) -> bool:
        """Load nothing of what is being written; False if nothing was."""
        return self._call.stop()

    def unload(self) -> None:
        """Let go of the project; what is loaded stays. Once only."""
        self.stop()
        disconnect(QgsProject.instance(), "cleared", self.stop)

    def _hear(self, result: CallResult) -> None:
        if result.problem:
            self.failed.emit(result.problem)
        else:
            path, order = result.value
            self._show(path, order, " ".join(result.remarks))

    def _show(self, path: Path, order: DifferenceOrder, remarks: str) -> None:
        layer = layers_by_file(order.run).get(path.name)
        if layer is not None:
            refresh_difference_layer(layer, path, order)
        else:
            layer = open_difference_layer(path, order)
        if not layer.isValid():
            self.failed.emit(tr("Written, but QGIS can't open: {names}").format(names=path.name))
            return
        if QgsProject.instance().mapLayer(layer.id()) is None:
            QgsProject.instance().addMapLayer(layer, False)
            insert(group_of(order.run) or new_group(order), [layer])
        show_only(group_of(layer.customProperty(RUN)), [layer])
        self.loaded.emit(layer, remarks)


def _written(order: ChangeOrder, folder: Path) -> tuple[Path, DifferenceOrder]:
    wanted = DifferenceOrder(order.place, order.compared().difference, folder)
    return write_difference_layer(wanted), wanted
