"""An area that scrolls downwards only, and is as low as its neighbours make it."""

from __future__ import annotations

from qgis.gui import QgsScrollArea
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QFrame, QWidget

LEAST_LINES = 6


class ShrinkingContent(QWidget):
    """Its rows get as little as they need before the area around it scrolls."""

    def heightForWidth(self, width: int) -> int:
        return int(self.layout().minimumHeightForWidth(width))


class DownwardScroll(QgsScrollArea):
    """Its content is as wide as it is; a high content never makes the window higher."""

    def __init__(self, content: QWidget) -> None:
        """Without a frame."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click beside takes nobody's keys away
        self.setWidget(content)

    def minimumSizeHint(self) -> QSize:
        width = self.widget().minimumSizeHint().width()
        least = max(width, self.widget().minimumWidth())
        return QSize(least, LEAST_LINES * self.fontMetrics().lineSpacing())

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint().expandedTo(self.minimumSizeHint())
