"""The row above two compared dates, and the sentence below them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ...bridge.texts.translation import tr
from ..widgets.icon_button import icon_button
from ..widgets.wrapped_label import wrapped_label
from ..widgets.wrapping_layout import WrappingLayout, flowing
from .index_box import IndexBox
from .modes import Mode, ModeButtons

_MARGIN_PX = 4


class CompareBar(QWidget):
    """In as many rows as it needs."""

    mode_chosen = pyqtSignal(object)
    """A `Mode`."""
    whole_asked = pyqtSignal()
    layer_asked = pyqtSignal()
    close_asked = pyqtSignal()

    def __init__(self) -> None:
        """`words` are laid out by others."""
        super().__init__()
        self.index, self.words = IndexBox(), wrapped_label()
        self.words.setContentsMargins(6, 0, 6, 2)
        self._modes = ModeButtons(self)
        self._layer = icon_button("mActionAddRasterLayer", tr("Load the difference as a layer (D)"))
        whole = icon_button("mActionZoomFullExtent", tr("Whole chips (0)"))
        close = icon_button("mActionRemove", tr("Back to all dates (Esc)"))
        self._rows = WrappingLayout(flowing, parent=self, margin_px=_MARGIN_PX)
        for widget in (*self._modes.widgets, self.index, self._layer, whole, close):
            self._rows.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._modes.chosen.connect(self.mode_chosen)
        for button, asked in (
            (self._layer, self.layer_asked),
            (whole, self.whole_asked),
            (close, self.close_asked),
        ):
            button.clicked.connect(asked)

    def minimumSizeHint(self) -> QSize:
        """All rows."""
        return QSize(self._rows.minimumSize().width(), self._rows.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()  # other rows, another height

    def show_mode(self, mode: Mode) -> None:
        """What is only of use for a difference goes with it."""
        self._modes.show_mode(mode)
        for widget in (self.index, self._layer):
            widget.setVisible(mode is Mode.CHANGE)
        self.updateGeometry()

    def say(self, words: str) -> None:
        """How the parcel changed, or why that is not known."""
        self.words.setText(words)
