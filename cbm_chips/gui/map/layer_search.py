"""A search in a layer that takes a while: in a task, with a message, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...bridge.tasks.background_call import BackgroundCall, CallResult
from ...bridge.tasks.latest_call import LatestCall
from ...bridge.texts.translation import tr


class LayerSearch(QObject):
    """Its owner says what is looked for; a newer search replaces the one under way."""

    told = pyqtSignal(str)
    """A sentence; an empty one takes the last back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._call = LatestCall(self)
        self._call.done.connect(self._hear)
        self._then: Callable[[Any], object] | None = None

    @property
    def is_under_way(self) -> bool:
        """Something is looked for."""
        return self._call.is_running

    def begin(self, layer: str, look: Callable[[], object], then: Callable[[Any], object]) -> None:
        """Call `look` in a task, then `then` with what it found; `layer` is the layer's name."""
        self.stop()
        self.told.emit(tr("Looking for the parcel in “{layer}” …").format(layer=layer))
        self._then = then
        self._call.start(BackgroundCall(tr("CbM Chips: parcel"), look))

    def stop(self) -> bool:
        """Look no further; False if nothing was looked for."""
        self._then = None
        if not self._call.stop():
            return False
        self.told.emit("")
        return True

    def _hear(self, result: CallResult) -> None:
        then, self._then = self._then, None
        self.told.emit(result.problem)
        if then is not None and not result.problem:
            then(result.value)
