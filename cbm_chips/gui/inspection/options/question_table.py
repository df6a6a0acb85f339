"""The questions by group, a row each: code, text, legal window, how many are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ....bridge.texts.translation import tr
from ....core.errors import RequestError
from ....core.events.legal_window import NamedWindow
from ....core.inspection.values import InspectionQuestion
from ....core.reasons import Reason
from .row_table import RowTable


class QuestionTable(RowTable):
    """A row without a code is the only question; one without anything is none."""

    def __init__(self) -> None:
        """Empty."""
        titles = (tr("Group"), tr("Question"), tr("Legal window"), tr("Wanted"))
        super().__init__(titles, tr("Questions by group"), wide=1)
        self._windows: tuple[str, ...] = ()

    def show_questions(
        self, questions: Iterable[InspectionQuestion], windows: Sequence[NamedWindow]
    ) -> None:
        """Fill it; `windows` are those to choose from."""
        self._windows = tuple(one.name for one in windows)
        self.clear_rows()
        for question in questions:
            self._add(question)

    def add(self) -> None:
        """One more."""
        self._add(InspectionQuestion())
        self.edited.emit()

    def questions(self) -> tuple[InspectionQuestion, ...]:
        """As they are shown.

        Raises:
            RequestError: field `wanted`, for what is no number.
        """
        rows = (
            (code.text().strip(), text.text().strip(), window.currentData(), wanted.text().strip())
            for code, text, window, wanted in self.fields()
        )
        return tuple(
            InspectionQuestion(code, text, window, _count(wanted))
            for code, text, window, wanted in rows
            if code or text or window or wanted
        )

    def _add(self, question: InspectionQuestion) -> None:
        windows = [(tr("none"), ""), *((name, name) for name in self._windows)]
        wanted = "" if question.wanted is None else str(question.wanted)
        all_of_them = self.text_field(wanted)
        all_of_them.setPlaceholderText(tr("all"))
        self.add_fields(
            (
                self.text_field(question.code),
                self.text_field(question.text),
                self.choice_field(windows, question.window),
                all_of_them,
            )
        )


def _count(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal():
        raise RequestError("wanted", text, Reason("a whole number from 0, or none"))
    return int(text)
