"""Looks whether Python packages that are missing have come, while somebody waits for them."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ....bridge.qt_alive import is_alive
from ....bridge.sources.dependencies import Package, missing

EVERY_MS = 1500
LONGEST_GOODBYE_S = 2.0
THREAD_NAME = "cbm-chips-packages"


class PackageWatch(QObject):
    """One per dock; what takes time happens in a thread."""

    came = pyqtSignal()
    """All that are waited for are there."""
    _found = pyqtSignal(object)
    """From the thread: what it looked for; somebody may have ceased to wait for that meanwhile."""

    def __init__(self, parent: QObject) -> None:
        """Waits for nothing."""
        super().__init__(parent)
        self._wanted: Sequence[Package] = ()
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._found.connect(self._tell)

    def begin(self, wanted: Sequence[Package]) -> None:
        """Wait for these."""
        self._wanted = wanted
        self._timer.start()

    def end(self) -> None:
        """Wait no longer; a look that is under way is told to nobody."""
        self._timer.stop()

    def unload(self) -> None:
        """Leave no thread behind, unless it hangs."""
        self.end()
        if self._thread is not None:
            self._thread.join(LONGEST_GOODBYE_S)

    def _tell(self, wanted: Sequence[Package]) -> None:
        if self._timer.isActive() and wanted is self._wanted:
            self.came.emit()

    def _look(self) -> None:
        if self._thread is None or not self._thread.is_alive():
            arguments = (self, self._wanted)
            self._thread = threading.Thread(
                target=_tell_if_there, args=arguments, name=THREAD_NAME, daemon=True
            )
            self._thread.start()


def _tell_if_there(watch: PackageWatch, wanted: Sequence[Package]) -> None:
    if not missing(wanted) and is_alive(watch):
        with suppress(RuntimeError):  # it has gone this moment
            watch._found.emit(wanted)
