"""How dates, plot and answers share the dock: narrow or wide, docked or on a screen of its own."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ...widgets.downward_scroll import DownwardScroll, ShrinkingContent

LEAST_WIDTH_PX, SCROLL_BAR_PX = 300, 16
WIDE_PX = 760
"""From here on, at 96 dpi, dates and plot stand side by side, if the dock is wider than high."""
WIDER_THAN_HIGH = 1.2
LARGEST_FOOT = 0.5
"""Of the dock's height: what does not scroll leaves room for what does."""


class Desk(QWidget):
    """The dates take what room there is, and share it with the plot once that is shown.

    What is above and below scrolls with them, so that a large font never makes QGIS's window
    higher; the foot, which has what is said and the keys of the work, stays in sight.
    """

    turned = pyqtSignal()
    """Dates and plot stand the other way now."""

    def __init__(
        self,
        above: Sequence[QWidget],
        dates: QWidget,
        plot: QWidget,
        below: Sequence[QWidget],
        foot: Sequence[QWidget],
    ) -> None:
        """All of them in their places; the plot is hidden."""
        super().__init__()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(dates)
        self.splitter.addWidget(plot)
        self.splitter.setStretchFactor(0, 1)
        plot.hide()
        self._content = ShrinkingContent()
        self._content.setMinimumWidth(LEAST_WIDTH_PX - SCROLL_BAR_PX)
        _stack(self._content, (*above, self.splitter, *below), self.splitter)
        self._foot_content = ShrinkingContent()
        _stack(self._foot_content, foot, None)
        self.upper, self.foot = DownwardScroll(self._content), DownwardScroll(self._foot_content)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.upper, 1)
        rows.addWidget(self.foot)
        for part in (self._foot_content, *foot):
            part.installEventFilter(self)
        self._foot_parts = foot
        self._fit_foot()

    @property
    def is_wide(self) -> bool:
        """Dates and plot stand side by side."""
        return bool(self.splitter.orientation() == Qt.Orientation.Horizontal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()
        self._fit_foot()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The foot is as high as what it holds now."""
        if event.type() in _OTHER_HEIGHT:
            self._fit_foot()
        return bool(super().eventFilter(watched, event))

    def _turn(self) -> None:
        is_roomy = self.width() >= WIDE_PX * self.logicalDpiX() / 96
        is_wide = is_roomy and self.width() > WIDER_THAN_HIGH * self.height()
        if is_wide == self.is_wide:
            return
        way = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        self.splitter.setOrientation(way)
        self.turned.emit()

    def _fit_foot(self) -> None:
        rows = self._foot_content.layout()
        has_foot = not all(part.isHidden() for part in self._foot_parts)
        self.foot.setVisible(has_foot)
        if has_foot:
            needed = rows.minimumHeightForWidth(max(self.width(), 1))
            most = max(int(LARGEST_FOOT * self.height()), 1)
            # a bar takes width, with which the foot is higher: once there, it would stay
            bars = Qt.ScrollBarPolicy
            way = bars.ScrollBarAsNeeded if needed > most else bars.ScrollBarAlwaysOff
            self.foot.setVerticalScrollBarPolicy(way)
            self.foot.setFixedHeight(min(needed, most))


_OTHER_HEIGHT = (QEvent.Type.LayoutRequest, QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


def _stack(parent: QWidget, widgets: Sequence[QWidget], roomy: QWidget | None) -> None:
    rows = QVBoxLayout(parent)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(2)
    for widget in widgets:
        rows.addWidget(widget, 1 if widget is roomy else 0)
