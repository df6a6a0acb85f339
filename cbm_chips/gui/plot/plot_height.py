"""How high the plot was left, in the splitter that it shares with the dates."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QSplitter, QWidget

from ..session.form_values import store

KEY = "plot_height"
LARGEST_SHARE = 0.7
"""Of the splitter: the dates are never pushed out of sight."""


class PlotHeight(QObject):
    """Keeps what the user drags; without a splitter it does nothing."""

    def __init__(self, place: QWidget) -> None:
        """`place` is the plot's."""
        super().__init__(place)
        above = place.parentWidget()
        self._splitter = above if isinstance(above, QSplitter) else None
        if self._splitter is not None:
            self._splitter.splitterMoved.connect(self._keep)

    def restore(self) -> None:
        """Once the place has its room."""
        QTimer.singleShot(0, self._restore)

    def _keep(self, *_: int) -> None:
        if self._splitter is not None:
            dpi = self._splitter.logicalDpiY()
            store.remember_grid(KEY, round(self._splitter.sizes()[-1] * 96 / dpi))

    def _restore(self) -> None:
        kept, splitter = store.recall_grid(KEY, ""), self._splitter
        if splitter is None or not kept.isdecimal():
            return
        wanted = round(int(kept) * splitter.logicalDpiY() / 96)
        height = min(wanted, int(LARGEST_SHARE * splitter.height()))
        splitter.setSizes([splitter.height() - height, height])
