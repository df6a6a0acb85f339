"""One answer to many parcels: which answer, to which questions, and how many that are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ....bridge.texts.inspection_words import reason_words
from ....bridge.texts.plain_text import plain_entry
from ....bridge.texts.translation import tr, tr_count
from ....core.inspection.values import Outcome
from ...widgets.dialog_buttons import dialog_buttons
from ...widgets.wrapped_label import wrapped_label
from .actions import label_of, swatch

if TYPE_CHECKING:
    from ....core.inspection.scheme import AnswerButton
    from ....core.inspection.values import QueueItem
    from ...session.inspection.answer_book import AnswerBook


@dataclass(frozen=True)
class ManyScope:
    """Some of the questions of the selected parcels.

    Attributes:
        title: with their number, for people.
        items: of the queue.
    """

    title: str
    items: tuple[QueueItem, ...]


def scopes_of(book: AnswerBook, parcels: Sequence[str]) -> list[ManyScope]:
    """What can be answered at once, the most likely first; those without a question are left out.

    Args:
        book: with the queue.
        parcels: ids of the selected ones.
    """
    wanted, asked = set(parcels), book.question.code
    items = [one for one in book.queue.items if one.parcel in wanted]
    of_question = [one for one in items if one.question == asked]
    rows = (
        (
            lambda n: tr_count("{count} open questions of “{code}”", n, code=asked),
            of_question,
            True,
        ),
        (lambda n: tr_count("{count} questions of “{code}”", n, code=asked), of_question, False),
        (lambda n: tr_count("{count} open questions of all groups", n), items, True),
        (lambda n: tr_count("{count} questions of all groups", n), items, False),
    )
    scopes: list[ManyScope] = []
    for title, some, is_open in rows:
        left = tuple(one for one in some if not (is_open and book.state_of(one)))
        if left and left not in [one.items for one in scopes]:
            scopes.append(ManyScope(title(len(left)), left))
    return scopes


class ManyDialog(QDialog):
    """`chosen` brings the button, a reason (empty for its own) and the questions, once."""

    chosen = pyqtSignal(object, str, object)

    def __init__(
        self, book: AnswerBook, scopes: Sequence[ManyScope], parent: QWidget | None = None
    ) -> None:
        """`scopes`: at least one."""
        super().__init__(parent)
        self.setObjectName("CbmChipsAnswerMany")
        self.setWindowTitle(tr("Answer the selected parcels"))
        self._book, self._scopes = book, scopes
        self.answer, self.reason = QComboBox(), QComboBox()
        self.scope = QButtonGroup(self)
        self.buttons = dialog_buttons(self, "Ok", "Cancel")
        self._fill()
        self._lay_out()
        self.answer.currentIndexChanged.connect(lambda row: self._show())
        self.reason.currentIndexChanged.connect(lambda row: self._show())
        self.scope.buttonClicked.connect(lambda button: self._show())
        self._show()

    @property
    def button(self) -> AnswerButton:
        """The answer that is chosen."""
        return self._book.scheme.buttons[max(0, self.answer.currentIndex())]

    @property
    def items(self) -> tuple[QueueItem, ...]:
        """The questions that are chosen."""
        return self._scopes[max(0, self.scope.checkedId())].items

    def accept(self) -> None:
        """All of them."""
        super().accept()
        self.chosen.emit(self.button, str(self.reason.currentData() or ""), self.items)

    def _fill(self) -> None:
        self.answer.setAccessibleName(tr("Answer"))
        self.reason.setAccessibleName(tr("Reason"))
        for button in self._book.scheme.buttons:
            self.answer.addItem(swatch(button.colour), label_of(button))
        self.reason.addItem(tr("No reason"), "")
        for code in self._book.scheme.all_reasons:
            self.reason.addItem(reason_words(code), str.__str__(code))
        for number, scope in enumerate(self._scopes):
            choice = QRadioButton(plain_entry(scope.title), self)
            choice.setChecked(number == 0)
            self.scope.addButton(choice, number)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        form = QFormLayout()
        form.addRow(tr("Answer"), self.answer)
        form.addRow(tr("Reason"), self.reason)
        rows.addLayout(form)
        for choice in self.scope.buttons():
            rows.addWidget(choice)
        rows.addWidget(
            wrapped_label(
                tr(
                    "Each question has a row of its own in the record. Of parcels that are not on "
                    "show it says that nothing was looked at."
                )
            )
        )
        rows.addWidget(self.buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 60, self.sizeHint().height())

    def _show(self) -> None:
        """The button says what it does."""
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(tr_count("Answer {count} questions", len(self.items)))
        needs_reason = self.button.outcome is Outcome.CANNOT_BE_INSPECTED
        has_reason = bool(self.button.reason or self.reason.currentData())
        ok.setEnabled(has_reason or not needs_reason)
