"""A sentence above the dock's last line, with one button for what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ....bridge.texts.plain_text import plain_entry
from ...widgets.message_line import DOUBTFUL, MessageLine


class OfferLine(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._do: Callable[[], object] | None = None
        self.message, self.button = MessageLine(), QToolButton()
        self.button.clicked.connect(self._clicked)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 2, 6, 2)
        rows.setSpacing(3)
        rows.addWidget(self.message)
        rows.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self.message.text

    def say(self, text: str, label: str = "", do: Callable[[], object] | None = None) -> None:
        """Show it, with a button if it has a label; an empty text hides all."""
        self.message.say(text, DOUBTFUL)
        self.button.setText(plain_entry(label))
        self.button.setVisible(bool(label))
        self._do = do
        self.setVisible(bool(text))

    def _clicked(self) -> None:
        if self._do is not None:
            self._do()
