"""A box that collapses to its title, which is elided to the width."""

from __future__ import annotations

from qgis.gui import QgsCollapsibleGroupBox, QgsScrollArea
from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QFontMetrics, QPaintEvent, QPalette, QResizeEvent
from qgis.PyQt.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ...bridge.texts.plain_text import plain_tip
from ...bridge.texts.translation import tr
from ..widgets.contrast import readable, surface_of
from ..widgets.triangle import triangle

LEAST_WIDTH_PX = 160
TALLEST_LINES = 26


class CollapsibleBox(QgsCollapsibleGroupBox):
    """Holds one widget, in a scroll area, from the first time on that it is expanded.

    QGIS gives such a box a style sheet of its own each time it is shown first, with which Qt lays
    out anew all that is in it: that costs as much as the rest of a dock's first showing.
    """

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        """Collapsed; `parent` keeps the content, unseen, until it is looked at."""
        super().__init__(parent)
        self._whole_title = ""
        self._wanted: QWidget | None = None
        self.setSaveCollapsedState(False)
        self.setScrollOnExpand(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._content = content
        content.setParent(parent)
        content.hide()
        self._area = QgsScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.viewport().setAutoFillBackground(False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4, 4, 4, 4)
        rows.addWidget(self._area)
        self._arrow = self.findChild(QToolButton)  # the triangle of the title
        self._arrow.setAccessibleName(tr("Show or hide the fields"))
        self._painted: tuple[tuple[str, bool], int] | None = None
        self.collapsedStateChanged.connect(self._on_state)
        super().setCollapsed(True)

    def setCollapsed(self, is_collapsed: bool) -> None:
        """QGIS's own, for those who call it from here; a click on the title is `_on_state`."""
        if not is_collapsed:
            self._put_content()
        super().setCollapsed(is_collapsed)

    def _on_state(self) -> None:
        if not self.isCollapsed():
            self._put_content()
        self._paint_arrow()

    def _put_content(self) -> None:
        if self._area.widget() is None:
            self._content.installEventFilter(self)
            self._area.setWidget(self._content)
            self._content.setAutoFillBackground(False)

    def show_title(self, title: str) -> None:
        """The title in full is the tool tip."""
        self._whole_title = title
        self.setToolTip(plain_tip(title))
        self.setAccessibleName(title)
        self._cut_title()

    def reveal(self, part: QWidget) -> None:
        """Expand, and scroll to a part of the content once it is laid out."""
        self.setCollapsed(False)
        self._wanted = part
        QTimer.singleShot(0, self._scroll)

    def _scroll(self) -> None:
        if self._wanted is not None:
            self._area.ensureWidgetVisible(self._wanted)
            self._wanted = None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._paint_arrow()  # QGIS sets its own at several moments

    def _paint_arrow(self) -> None:
        """In the colour of the text: QGIS's own icon is dark in dark themes, too."""
        text = self.palette().color(QPalette.ColorRole.WindowText)
        color, points_down = readable(text, surface_of(self)), not self.isCollapsed()
        wanted = (color.name(), points_down)
        if (wanted, self._arrow.icon().cacheKey()) != self._painted:
            self._arrow.setIcon(triangle(color, points_down=points_down))
            self._painted = (wanted, self._arrow.icon().cacheKey())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in a scroll area does not announce that it is higher now."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._area.updateGeometry()  # else the box's layout goes by what the area was
            self.updateGeometry()
        return bool(super().eventFilter(watched, event))

    def minimumSizeHint(self) -> QSize:
        """A long title does not make the box wide."""
        height = super().minimumSizeHint().height()
        return QSize(LEAST_WIDTH_PX, height)

    def sizeHint(self) -> QSize:
        """As high as its content, up to some lines of text."""
        hint = super().sizeHint()
        if self.isCollapsed():
            return QSize(LEAST_WIDTH_PX, hint.height())
        around = hint.height() - self._area.sizeHint().height()
        wanted = self._content.heightForWidth(self._area.width()) + 2
        tallest = TALLEST_LINES * self.fontMetrics().lineSpacing()
        return QSize(LEAST_WIDTH_PX, around + min(wanted, tallest))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut_title()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()  # other columns, another height

    def _cut_title(self) -> None:
        font = self.font()
        font.setBold(True)  # as QGIS writes these titles
        metrics = QFontMetrics(font)
        room = max(self.width() - 2 * metrics.height(), LEAST_WIDTH_PX // 2)
        title = metrics.elidedText(self._whole_title, Qt.TextElideMode.ElideRight, room)
        if title != self.title():
            self.setTitle(title)
