"""In place of the thumbnails: a sentence and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

_LEAST_LINES = 5
MOST_BUTTONS = 3
Choice = tuple[str, Callable[[], object]]
"""The text of a button, and what a click on it does."""


class MessagePage(QScrollArea):
    """Scrolls where the text is larger than the dock, so that nothing is cut."""

    def __init__(self, parent: Any = None) -> None:
        """Empty."""
        super().__init__(parent)
        self._calls: list[Callable[[], object]] = []
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = [QPushButton() for _ in range(MOST_BUTTONS)]
        for number, button in enumerate(self._buttons):
            button.clicked.connect(partial(self._clicked, number))
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(self._label)
        for button in self._buttons:
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        """Room for a short sentence and the button, however much the form above would take."""
        lines = _LEAST_LINES * self.fontMetrics().lineSpacing()
        return QSize(
            super().minimumSizeHint().width(), lines + self._buttons[0].sizeHint().height()
        )

    @property
    def text(self) -> str:
        """What is said."""
        return str(self._label.text())

    @property
    def buttons(self) -> list[QPushButton]:
        """Those on show, the first one first."""
        return self._buttons[: len(self._calls)]

    def say(self, text: str, choices: Sequence[Choice] = ()) -> None:
        """A button for each choice, at most `MOST_BUTTONS`."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self._calls = [do for _, do in choices]
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(choices))
            button.setText(choices[number][0] if number < len(choices) else "")

    def _clicked(self, number: int, _: bool = False) -> None:
        self._calls[number]()
