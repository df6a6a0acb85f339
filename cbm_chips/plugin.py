"""The plugin as QGIS sees it: what it adds on loading, it removes on unloading."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication

from .processing.provider import CbmChipsProvider


class CbmChipsPlugin:
    """Wiring only.

    `qgis_process` makes it without an interface and calls `initProcessing` alone.
    """

    def __init__(self, iface: Any) -> None:
        """`iface` is None where there is no window."""
        self._iface = iface
        self._provider: CbmChipsProvider | None = None

    def initProcessing(self) -> None:
        """Add the Processing provider."""
        if self._provider is None:
            self._provider = CbmChipsProvider()
            QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Add everything, in a window."""
        self.initProcessing()

    def unload(self) -> None:
        """Remove what was added."""
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)  # deletes it
            self._provider = None
