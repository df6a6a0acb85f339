"""The offer to go on with an inspection that was begun on another day."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QStyle, QToolButton, QVBoxLayout, QWidget

from ....bridge.texts.plain_text import plain_entry
from ....bridge.texts.translation import tr
from ...widgets.icon_button import icon_button
from ...widgets.message_line import DOUBTFUL, MessageLine


class GoOnLine(QWidget):
    """Hidden while there is nothing to go on with."""

    wanted = pyqtSignal()
    """Go on."""

    def __init__(self) -> None:
        super().__init__()
        self.message, self.button = MessageLine(), QToolButton()
        self.button.setText(plain_entry(tr("Go on")))
        self.button.clicked.connect(self.wanted)
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
        self.show()
