"""Below the plot: what is asked, the buttons that answer, what is said beside, and the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QEvent, QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QAction,
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....bridge.texts.inspection_words import reason_words
from ....bridge.texts.plain_text import plain_entry, plain_tip
from ....bridge.texts.translation import tr
from ...session.inspection.answer_maker import AnswerDraft
from ...widgets.icon_button import button_of
from ...widgets.message_line import BAD, MessageLine
from ...widgets.wrapped_label import wrapped_label
from ...widgets.wrapping_layout import GAP_PX, WrappingLayout, button_row, flowing_or_halves
from .words import DOT, question_words, state_words

if TYPE_CHECKING:
    from ...session.books.event_book import EventBook
    from ...session.inspection.answer_book import AnswerBook
    from .actions import AnswerActions

NOT_SAID = -1
"""Of confidence."""
_LEAST_LETTERS = 10


class AnswerBar(QWidget):
    """Shows the book; hidden until it is wanted."""

    left = pyqtSignal()
    """Whoever typed here is done: the keys are for the dates again."""

    def __init__(self, book: AnswerBook, events: EventBook, actions: AnswerActions) -> None:
        """`events` has the legal window in force."""
        super().__init__()
        self._book, self._events, self._actions = book, events, actions
        self.setAccessibleName(tr("Answers"))
        self.state = wrapped_label()
        self.problem = MessageLine()
        self.retry = _text_button(tr("Try again"), actions.retry)
        self.discard = _text_button(tr("Discard"), actions.discard)
        self.reason, self.confidence, self.comment = QComboBox(), QSpinBox(), QLineEdit()
        self._buttons = QWidget()
        self.buttons: list[QToolButton] = []
        self._make_fields()
        self._lay_out()
        self._connect()
        self.show_scheme()
        self.hide()

    def show_scheme(self) -> None:
        """Buttons and reasons are as the settings say now."""
        for button in self.buttons:
            button.deleteLater()
        layout = self._buttons.layout()
        while layout.count():
            layout.takeAt(0)
        self.buttons = [_answer_button(one) for one in self._actions.buttons]
        for button in self.buttons:
            layout.addWidget(button)
        blocked = QSignalBlocker(self.reason)
        self.reason.clear()
        none = tr("No reason")
        letters = (
            self.fontMetrics().horizontalAdvance(none) // self.fontMetrics().averageCharWidth()
        )
        self.reason.setMinimumContentsLength(max(_LEAST_LETTERS, letters))
        self.reason.addItem(none, "")
        for code in self._book.scheme.all_reasons:
            self.reason.addItem(reason_words(code), str.__str__(code))
        blocked.unblock()
        self.refresh()

    def refresh(self) -> None:
        """Show the book as it is now."""
        asked = question_words(self._book.question, self._events.window)
        words = DOT.join(filter(None, (asked, state_words(self._book))))
        self.state.setText(words)
        self.state.setAccessibleName(words)
        self._show_draft()
        self._actions.show_state(self.problem.text)
        can_answer = self._book.item is not None and not self._book.kept.is_writing
        for button in self.buttons:
            button.setEnabled(can_answer)

    def say(self, problem: str) -> None:
        """Why an answer is not in the record; empty once it is, or was given up."""
        self.problem.say(problem, BAD)
        self._actions.show_state(problem)
        self.retry.setVisible(self._actions.retry.isEnabled())
        self.discard.setVisible(self._actions.discard.isEnabled())

    def focus(self, field: QWidget) -> None:
        """Type here next; the bar opens for it."""
        self._actions.switch.setChecked(True)
        self.show()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(field, (QLineEdit, QSpinBox)):
            field.selectAll()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        """Enter and Esc in a field go back to the dates, with what was typed."""
        is_done = isinstance(event, QKeyEvent) and event.key() in _DONE
        if event.type() == QEvent.Type.ShortcutOverride and is_done:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and is_done:
            self._take_draft()
            self.left.emit()
            return True
        return bool(super().eventFilter(watched, event))

    def _show_draft(self) -> None:
        draft = self._book.draft
        if draft == self._shown_draft():
            return
        blocked = [QSignalBlocker(one) for one in (self.reason, self.confidence, self.comment)]
        self.reason.setCurrentIndex(max(0, self.reason.findData(draft.reason)))
        sure = NOT_SAID if draft.confidence_pct is None else draft.confidence_pct
        self.confidence.setValue(sure)
        self.comment.setText(draft.comment)
        for blocker in blocked:
            blocker.unblock()

    def _shown_draft(self) -> AnswerDraft:
        sure = self.confidence.value()
        return AnswerDraft(
            str(self.reason.currentData() or ""),
            None if sure == NOT_SAID else sure,
            self.comment.text(),
        )

    def _take_draft(self) -> None:
        self.confidence.interpretText()
        self._book.draft = self._shown_draft()

    def _make_fields(self) -> None:
        self.reason.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.reason.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.confidence.setRange(NOT_SAID, 100)
        self.confidence.setValue(NOT_SAID)
        self.confidence.setSingleStep(5)
        self.confidence.setSuffix(tr(" %"))
        self.confidence.setSpecialValueText(tr("Confidence"))
        self.comment.setPlaceholderText(tr("Comment"))
        self.comment.setMinimumWidth(self.fontMetrics().averageCharWidth() * 2 * _LEAST_LETTERS)
        of_fields = (
            (self.reason, self._actions.reason),
            (self.confidence, self._actions.confidence),
            (self.comment, self._actions.comment),
        )
        for field, its_action in of_fields:
            field.setAccessibleName(its_action.text())
            field.setToolTip(its_action.toolTip())
            field.installEventFilter(self)
            its_action.triggered.connect(lambda checked=False, field=field: self.focus(field))

    def _lay_out(self) -> None:
        WrappingLayout(flowing_or_halves, parent=self._buttons)
        actions = self._actions
        tools = [button_of(one) for one in (actions.undo, actions.redo, actions.many)]
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 2, 6, 2)
        rows.setSpacing(GAP_PX // 2)
        for part in (
            self.state,
            self._buttons,
            button_row(*tools, self.reason, self.confidence, self.comment),
            self.problem,
            button_row(self.retry, self.discard),
        ):
            rows.addWidget(part)
        self.state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.say("")

    def _connect(self) -> None:
        self._book.changed.connect(self.refresh)
        self._book.failed.connect(self.say)
        self._events.changed.connect(self.refresh)
        self.reason.currentIndexChanged.connect(lambda row: self._take_draft())
        self.confidence.valueChanged.connect(lambda value: self._take_draft())
        self.comment.textChanged.connect(lambda text: self._take_draft())


_DONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


def _answer_button(of_action: QAction) -> QToolButton:
    button = button_of(of_action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setAutoRaise(False)
    button.setToolTip(plain_tip(of_action.text()))
    return button


def _text_button(text: str, its_action: QAction) -> QToolButton:
    """In short what the action says in full."""
    button = QToolButton()
    button.setText(plain_entry(text))
    button.setToolTip(plain_tip(its_action.text()))
    button.clicked.connect(lambda checked=False: its_action.trigger())
    return button
