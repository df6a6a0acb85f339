"""The offer to go on with an inspection that was begun on another day."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QHBoxLayout,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....bridge.texts.plain_text import plain_entry, plain_tip
from ....bridge.texts.translation import tr
from ...widgets.icon_button import icon_button
from ...widgets.message_line import DOUBTFUL, MessageLine


class GoOnLine(QWidget):
    """Hidden while there is nothing to go on with."""

    def __init__(self, go_on: QAction) -> None:
        """`go_on` is what the button does, and has its key."""
        super().__init__()
        self._go_on = go_on
        self.message, self.button = MessageLine(), QToolButton()
        self.button.setText(plain_entry(tr("Go on")))
        self.button.clicked.connect(lambda checked=False: go_on.trigger())
        close = icon_button("", tr("Not now"))
        close.setIcon(self.style().standardIcon(QStyle.StandardPixmap.SP_DockWidgetCloseButton))
        close.clicked.connect(self.hide)
        line = QHBoxLayout()
        line.addWidget(self.button)
        line.addStretch(1)
        line.addWidget(close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 2, 6, 2)
        rows.setSpacing(2)
        rows.addWidget(self.message)
        rows.addLayout(line)
        self.hide()

    @property
    def text(self) -> str:
        """What is offered."""
        return self.message.text

    def offer(self, text: str) -> None:
        """Show it."""
        self.message.say(text, DOUBTFUL)
        key = self._go_on.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = tr("{action} ({key})").format(action=self._go_on.text(), key=key)
        self.button.setToolTip(plain_tip(words if key else self._go_on.text()))
        self.show()
        if self._is_nobody_busy():
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_nobody_busy(self) -> bool:
        """Nothing that takes keys has the focus, as after the start: Space goes on then."""
        has_it = QApplication.focusWidget()
        return self.isVisible() and (has_it is None or has_it.isAncestorOf(self))
