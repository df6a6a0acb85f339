"""In place of the thumbnails: one sentence and one button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

_LEAST_LINES = 5


class MessagePage(QScrollArea):
    """Scrolls where the text is larger than the dock, so that nothing is cut."""

    def __init__(self, parent: Any = None) -> None:
        """Empty."""
        super().__init__(parent)
        self._on_click: Callable[[], object] | None = None
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        self._button.clicked.connect(self._clicked)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(self._label)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        """Room for a short sentence and the button, however much the form above would take."""
        lines = _LEAST_LINES * self.fontMetrics().lineSpacing()
        return QSize(super().minimumSizeHint().width(), lines + self._button.sizeHint().height())

    @property
    def text(self) -> str:
        """What is said."""
        return str(self._label.text())

    def say(
        self, text: str, button_text: str = "", on_click: Callable[[], object] | None = None
    ) -> None:
        """Without a button where there is no text for one."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self._button.setText(button_text)
        self._button.setVisible(bool(button_text))
        self._on_click = on_click

    def _clicked(self) -> None:
        if self._on_click is not None:
            self._on_click()
