"""Where in the queue one stands, with what goes on and back, and a field for an id."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAction,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....bridge.texts.plain_text import plain_tip
from ....bridge.texts.translation import tr
from ....core.inspection.values import SECOND_LOOK
from ...session.inspection.queue_book import QueueBook
from ...widgets.icon_button import button_of, icon_button
from .words import DOT, item_lines, place_words, state_words

LEAST_FIELD_CHARACTERS = 7


class QueueBar(QWidget):
    """Hidden without a queue."""

    id_entered = pyqtSignal(str)
    left = pyqtSignal()
    """The field was left by Esc or is done with: the keys are for the dates again."""

    def __init__(
        self, book: QueueBook, actions: Sequence[QAction], more: Sequence[QAction]
    ) -> None:
        """`actions` become buttons, `more` a menu."""
        super().__init__()
        self._book = book
        self._place, self._state = _label(), _label()
        self._place.setAccessibleName(tr("Place in the queue"))
        self.field = _IdField()
        self.field.returnPressed.connect(self._enter)
        self.field.escaped.connect(self.left)
        self.menu = _menu_button(more, self)
        self._lay_out([button_of(one) for one in actions], self.menu)
        book.changed.connect(self.refresh)
        book.moved.connect(self.refresh)
        self.refresh()

    @property
    def text(self) -> str:
        """What is said of the place."""
        return str(self._place.text())

    @property
    def tip(self) -> str:
        """What the sample says of the question, as the tool tip has it."""
        return str(self._place.toolTip())

    def refresh(self) -> None:
        """Show where the queue stands."""
        book = self._book
        self.setVisible(book.is_open)
        if not book.is_open:
            return
        place = place_words(book.progress)
        if book.look == SECOND_LOOK:
            place = DOT.join((tr("Second look"), place))
        state = state_words(book)
        self._place.setText(place)
        self._place.setAccessibleDescription(state)
        self._state.setText(state)
        self._give_room()
        tip = "\n".join(item_lines(book.item)) if book.item is not None else ""
        for label in (self._place, self._state):
            label.setToolTip(plain_tip(tip))

    def ask_for_id(self) -> None:
        """The field has the focus, with what stands in it selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """The state stands in one line where half of the bar is enough for it."""
        metrics = self._state.fontMetrics()
        wide = metrics.horizontalAdvance(self._state.text()) + metrics.averageCharWidth()
        self._state.setMinimumWidth(min(wide, self.width() // 2))

    def _enter(self) -> None:
        text = self.field.text().strip()
        if text:
            self.id_entered.emit(text)

    def _lay_out(self, buttons: Sequence[QToolButton], menu: QToolButton) -> None:
        line = QHBoxLayout()
        line.setSpacing(2)
        for button in buttons:
            line.addWidget(button)
        line.addWidget(self.field, 1)
        line.addWidget(menu)
        words = QHBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._place, 1)
        words.addWidget(self._state)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 0, 6, 0)
        rows.setSpacing(0)
        rows.addLayout(line)
        rows.addLayout(words)


class _IdField(QLineEdit):
    """Esc gives the keys back to the dates, and no part of the dock hears it."""

    escaped = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(tr("Go to id"))
        self.setAccessibleName(tr("Id of the parcel to go to"))
        self.setToolTip(tr("Id of a parcel of the queue, then Enter"))
        self.setClearButtonEnabled(True)
        width = self.fontMetrics().averageCharWidth() * LEAST_FIELD_CHARACTERS
        self.setMinimumWidth(width)

    def keyPressEvent(self, event: object) -> None:
        if event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()  # type: ignore[attr-defined]
            self.clear()
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def _menu_button(actions: Sequence[QAction], parent: QWidget) -> QToolButton:
    button = icon_button("mActionOptions", tr("More of the queue"))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(parent)
    menu.addActions(list(actions))
    button.setMenu(menu)
    return button


def _label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return label
