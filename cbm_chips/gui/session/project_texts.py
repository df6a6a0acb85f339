"""Texts for the project, which are written when it is saved: a look at the dock changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Union

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from ...bridge.qt_alive import disconnect

SCOPE = "cbm_chips"


class ProjectTexts(QObject):
    """One per session. What is put here does not make the project dirty; a save takes it along."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing is to be written."""
        super().__init__(parent)
        self._waiting: dict[str, Union[str, Callable[[], str]]] = {}
        self._project = QgsProject.instance()
        self._project.writeProject.connect(self._write)
        self._project.cleared.connect(self._forget)

    def put(self, key: str, text: Union[str, Callable[[], str]]) -> None:
        """Write `text` under `key` with the next save, unless another project is opened before.

        Args:
            key: within `SCOPE`, begins with a slash.
            text: or what gives it, which is asked when the project is saved.
        """
        self._waiting[key] = text

    def unload(self) -> None:
        """Hear of no save any more."""
        disconnect(self._project, "writeProject", self._write)
        disconnect(self._project, "cleared", self._forget)

    def _write(self, *_: Any) -> None:
        """QGIS writes the entries of a project after it has announced the save."""
        for key, waiting in self._waiting.items():
            text = waiting if isinstance(waiting, str) else waiting()
            if self._project.readEntry(SCOPE, key, "")[0] != text:
                self._project.writeEntry(SCOPE, key, text)
        self._waiting.clear()

    def _forget(self) -> None:
        self._waiting.clear()
