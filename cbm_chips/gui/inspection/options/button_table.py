"""The buttons of answers, a row each: key, label, outcome, reason, colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.gui import QgsColorButton
from qgis.PyQt.QtGui import QColor

from ....bridge.texts.inspection_words import outcome_words, reason_words
from ....bridge.texts.translation import tr
from ....core.inspection.scheme import KEYS, AnswerButton
from ....core.inspection.values import Outcome
from .row_table import RowTable

_CODE = "cbm_chips_code"
"""Property of a field: what is stored while the words shown for it are left alone."""


class ButtonTable(RowTable):
    """Shows what is stored in the language of QGIS, and stores it as it was if nobody types."""

    def __init__(self) -> None:
        """Empty."""
        titles = (tr("Key"), tr("Label"), tr("Outcome"), tr("Reason"), tr("Colour"))
        super().__init__(titles, tr("Buttons of answers"), wide=1)

    def show_buttons(self, buttons: Iterable[AnswerButton], reasons: Sequence[str]) -> None:
        """Fill it; `reasons` are those to choose from."""
        self._reasons = tuple(reasons)
        self.clear_rows()
        for button in buttons:
            self._add(button, tr(button.label))

    def add(self) -> None:
        """One more, with a key that is free."""
        taken = {fields[0].currentData() for fields in self.fields()}
        key = next((one for one in KEYS if one not in taken), "")
        self._add(AnswerButton(key, tr("New answer"), Outcome.INCONCLUSIVE), tr("New answer"))
        self.edited.emit()

    def buttons(self) -> tuple[AnswerButton, ...]:
        """As they are shown.

        Raises:
            RequestError: naming what can't be.
        """
        return tuple(
            AnswerButton(
                key.currentData(),
                code_of(label),
                Outcome(outcome.currentData()),
                reason.currentData(),
                colour.color().name(),
            )
            for key, label, outcome, reason, colour in self.fields()
        )

    def _add(self, button: AnswerButton, label: str) -> None:
        keys = [(tr("none"), ""), *((key, key) for key in KEYS)]
        outcomes = [(outcome_words(one), one.value) for one in Outcome]
        plain = [(reason_words(code), str.__str__(code)) for code in self._reasons]
        words = self.text_field(label)
        words.setProperty(_CODE, [label, button.label])
        colour = QgsColorButton()
        colour.setColor(QColor(button.colour))
        colour.setAllowOpacity(False)
        colour.colorChanged.connect(lambda colour: self.edited.emit())
        self.add_fields(
            (
                self.choice_field(keys, button.key),
                words,
                self.choice_field(outcomes, button.outcome.value),
                self.choice_field([(tr("none"), ""), *plain], str.__str__(button.reason)),
                colour,
            )
        )


def code_of(field: object) -> str:
    """What is stored for a field's words: the shipped English where nobody typed."""
    shown, code = field.property(_CODE)  # type: ignore[attr-defined]
    text = str(field.text()).strip()  # type: ignore[attr-defined]
    return str(code) if text == shown else text
