"""A search in a layer that takes a while: in a task, with a message, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...bridge.qt_alive import disconnect, end_task
from ...bridge.tasks.background_call import BackgroundCall, CallResult
from ...bridge.texts.translation import tr


class LayerSearch(QObject):
    """Its owner says what is looked for; a newer search replaces the one under way."""

    told = pyqtSignal(str)
    """A sentence; an empty one takes the last back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._call: BackgroundCall | None = None
        self._then: Callable[[Any], object] | None = None

    @property
    def is_under_way(self) -> bool:
        """Something is looked for."""
        return self._call is not None

    def begin(self, layer: str, look: Callable[[], object], then: Callable[[Any], object]) -> None:
        """Call `look` in a task, then `then` with what it found; `layer` is the layer's name."""
        self.stop()
        self.told.emit(tr("Looking for the parcel in “{layer}” …").format(layer=layer))
        self._then, self._call = then, BackgroundCall(tr("CbM Chips: parcel"), look)
        self._call.done.connect(self._hear)
        self._call.taskTerminated.connect(self._forget)
        self._call.start()

    def stop(self) -> bool:
        """Look no further; False if nothing was looked for."""
        call = self._call
        self._forget()
        if call is None:
            return False
        disconnect(call, "done", self._hear)
        disconnect(call, "taskTerminated", self._forget)
        end_task(call)
        self.told.emit("")
        return True

    def _hear(self, result: CallResult) -> None:
        then = self._then
        self._forget()
        self.told.emit(result.problem)
        if then is not None and not result.problem:
            then(result.value)

    def _forget(self) -> None:
        """QGIS deletes a task that has ended."""
        self._call = self._then = None
