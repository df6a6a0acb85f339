"""How large the plot was left, in the splitter that it shares with the dates."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QSplitter, QWidget

from ..session.form_values import store

KEY, WIDTH_KEY = "plot_height", "plot_width"
LARGEST_SHARE = 0.7
"""Of the splitter: the dates are never pushed out of sight."""
BESIDE_SHARE = 0.5
"""Of the splitter, where the plot stands beside the dates and nobody has dragged it."""


class PlotHeight(QObject):
    """Keeps what the user drags, below and beside the dates; without a splitter it does nothing."""

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
            dpi, key = self._splitter.logicalDpiY(), _room_in(self._splitter)[1]
            store.remember_grid(key, round(self._splitter.sizes()[-1] * 96 / dpi))

    def _restore(self) -> None:
        splitter = self._splitter
        if splitter is None:
            return
        room, key = _room_in(splitter)
        kept = store.recall_grid(key, "")
        if kept.isdecimal():
            wanted = round(int(kept) * splitter.logicalDpiY() / 96)
        elif key == WIDTH_KEY:
            wanted = int(BESIDE_SHARE * room)
        else:
            return
        size = min(wanted, int(LARGEST_SHARE * room))
        splitter.setSizes([room - size, size])


def _room_in(splitter: QSplitter) -> tuple[int, str]:
    """Along it, and under which key the plot's part is kept."""
    if splitter.orientation() == Qt.Orientation.Horizontal:
        return splitter.width(), WIDTH_KEY
    return splitter.height(), KEY
