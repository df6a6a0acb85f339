"""Texts in QGIS's settings that are written when nobody waits.

QSettings writes its whole file and waits for the disk whenever a value is set. On a slow disk that
takes a tenth of a second, in which QGIS stands still.
"""

from __future__ import annotations

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QTimer

from .qt_alive import is_alive

DELAY_MS = 3000
"""After the last change; a click's first pictures are there by then."""


class LateSettings:
    """Settings of the plugin, read as they were put last. For the main thread."""

    def __init__(self) -> None:
        self._waiting: dict[str, str] = {}
        self._timer: QTimer | None = None

    def text(self, key: str) -> str:
        """What is kept, empty for nothing."""
        if key in self._waiting:
            return self._waiting[key]
        return str(QgsSettings().value(key) or "")

    def put(self, key: str, text: str) -> None:
        """Keep it; on disk in a moment."""
        if text == self.text(key):
            return
        self._waiting[key] = text
        if self._timer is None:
            self._timer = QTimer()
            self._timer.setSingleShot(True)
            self._timer.timeout.connect(self.write)
        self._timer.start(DELAY_MS)

    def write(self) -> None:
        """Write what waits, all at once."""
        if self._waiting:
            settings = QgsSettings()
            for key, text in self._waiting.items():
                settings.setValue(key, text)
        self.forget()

    def forget(self) -> None:
        """Write nothing of what waits."""
        self._waiting = {}
        timer, self._timer = self._timer, None
        if timer is not None and is_alive(timer):  # Qt has gone before QGIS's window
            timer.stop()


LATE_SETTINGS = LateSettings()
"""Of this QGIS; who shows a dock writes them when it goes."""
