"""Where the parts of the dock stand."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ..widgets.downward_scroll import DownwardScroll, ShrinkingContent

LEAST_WIDTH_PX, SCROLL_BAR_PX = 300, 16


def stacked(
    above: Sequence[QWidget], dates: QWidget, plot: QWidget, below: Sequence[QWidget]
) -> QWidget:
    """The dates take what room there is, and share it with the plot once that is shown.

    All of it scrolls: a large font never makes QGIS's window higher.
    """
    splitter = QSplitter(Qt.Orientation.Vertical)
    splitter.addWidget(dates)
    splitter.addWidget(plot)
    splitter.setStretchFactor(0, 1)
    plot.hide()
    content = ShrinkingContent()
    content.setMinimumWidth(LEAST_WIDTH_PX - SCROLL_BAR_PX)
    rows = QVBoxLayout(content)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(2)
    for widget in above:
        rows.addWidget(widget)
    rows.addWidget(splitter, 1)
    for widget in below:
        rows.addWidget(widget)
    return DownwardScroll(content)
