"""What keys and buttons do to answers; QGIS's dialog of shortcuts lists and changes them all."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QKeySequence, QPainter, QPixmap
from qgis.PyQt.QtWidgets import QAction

from ....bridge.texts.plain_text import plain_entry
from ....bridge.texts.translation import tr
from ....core.inspection.scheme import KEYS
from ...widgets.menu import action

if TYPE_CHECKING:
    from ....core.inspection.scheme import AnswerButton
    from ...session.inspection.answer_book import AnswerBook

LISTED_OTHERS = 9
"""So many answers without a key are in QGIS's list, however many the settings have later."""
_EDGE_PX, _MARGIN_PX, _ROUND_PX = 32, 4, 6


class AnswerActions(QObject):
    """Belongs to one dock; whoever has the widgets connects what leads to them."""

    def __init__(self, book: AnswerBook, parent: QObject) -> None:
        """A key for each of nine buttons, and what goes with them."""
        super().__init__(parent)
        self._book = book
        self.slots = {key: self._slot(key) for key in KEYS}
        self.others = [self._other(number) for number in range(LISTED_OTHERS)]
        """Of buttons without a key, in their order: who wants gives them one in QGIS's dialog."""
        self.undo = self._made("Undo", tr("Take the last answer back"), "mActionUndo", book.undo)
        self.redo = self._made("Redo", tr("Give the answer again"), "mActionRedo", book.redo)
        self.undo.setShortcut(QKeySequence("Ctrl+Z"))
        self.redo.setShortcut(QKeySequence("Ctrl+Shift+Z"))
        for of_action in (self.undo, self.redo):  # the dock hears them, see `press`
            of_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        many = tr("Answer the selected parcels …")
        self.many = self._made("Selected", many, "mActionSelectRectangle")
        self.reason = self._made("Reason", tr("Reason of the next answer"))
        self.confidence = self._made("Confidence", tr("Confidence of the next answer"))
        self.comment = self._made("Comment", tr("Comment on the next answer"))
        self.record = self._made("Record", tr("Open a record of answers …"), "mActionFileOpen")
        self.retry = self._made("Retry", tr("Write the answer again"), "", book.retry)
        self.discard = self._made("Discard", tr("Discard the answer"), "", book.forget_waiting)
        self.switch = self._made("Bar", tr("Answers"), "mActionFormView")
        self.switch.setCheckable(True)
        self.show_scheme()

    @property
    def letters(self) -> dict[str, QAction]:
        """Key -> what it does while the dates have the focus."""
        return {
            **self.slots,
            "Shift+E": self.switch,
            "Shift+R": self.reason,
            "Shift+P": self.confidence,
            "Shift+C": self.comment,
            "Shift+A": self.many,
            "Shift+F": self.record,
            "Shift+T": self.retry,
            "Shift+D": self.discard,
        }

    @property
    def unkeyed(self) -> list[QAction]:
        """For QGIS's dialog of shortcuts, besides `letters`."""
        return [self.undo, self.redo, *self.others[:LISTED_OTHERS]]

    @property
    def buttons(self) -> list[QAction]:
        """Of the scheme, in its order."""
        others = iter(self.others)
        scheme = self._book.scheme
        return [self.slots[one.key] if one.key else next(others) for one in scheme.buttons]

    def show_scheme(self) -> None:
        """Labels, colours and keys are as the settings say now."""
        by_key = {one.key: one for one in self._book.scheme.buttons if one.key}
        for key, slot in self.slots.items():
            slot.setVisible(key in by_key)
            slot.setEnabled(key in by_key)
            if key in by_key:
                _dress(slot, by_key[key])
        unkeyed = self._unkeyed()
        more = range(len(self.others), len(unkeyed))
        self.others += [self._other(number) for number in more]
        for number, other in enumerate(self.others):
            is_used = number < len(unkeyed)
            other.setVisible(is_used)
            other.setEnabled(is_used)
            if is_used:
                _dress(other, unkeyed[number])
            else:  # QGIS's dialog of shortcuts lists it all the same
                _undress(other, number + 1)

    def show_state(self, problem: str = "") -> None:
        """What is not possible is greyed; `problem`: why an answer is not in the record."""
        can_retry = bool(problem) and self._book.kept.is_waiting
        self.retry.setEnabled(can_retry)
        self.discard.setEnabled(can_retry)
        self.undo.setEnabled(self._book.can_undo)
        self.redo.setEnabled(self._book.can_redo)

    def meant_by(self, pressed: QKeySequence) -> QAction | None:
        """Undo or redo, whose keys QGIS has, too: the dock asks while it has the focus."""
        if pressed == QKeySequence("Ctrl+Y") and self.redo.shortcut() == QKeySequence(_REDO):
            return self.redo
        both = (self.undo, self.redo)
        return next((one for one in both if one.shortcut() == pressed), None)

    def _slot(self, key: str) -> QAction:
        made = action(self, f"CbmChipsAnswer{key}", key, lambda: self._answer(key))
        made.setShortcut(QKeySequence(key))
        return _with_its_key(made)

    def _other(self, number: int) -> QAction:
        def do() -> None:
            unkeyed = self._unkeyed()
            if number < len(unkeyed):
                self._book.answer(unkeyed[number])

        made = action(self, f"CbmChipsAnswerOther{number + 1}", "", do)
        return _with_its_key(made)

    def _unkeyed(self) -> list[AnswerButton]:
        return [one for one in self._book.scheme.buttons if not one.key]

    def _answer(self, key: str) -> None:
        for button in self._book.scheme.buttons:
            if button.key == key:
                self._book.answer(button)

    def _made(
        self, name: str, text: str, icon: str = "", do: Callable[[], object] = lambda: None
    ) -> QAction:
        return action(self, f"CbmChipsAnswer{name}", text, do, icon=icon)


_LABEL = "cbm_chips_label"
_REDO = "Ctrl+Shift+Z"


def label_of(button: AnswerButton) -> str:
    """In the language of QGIS, where it is one of those that are shipped."""
    return tr(button.label)


def swatch(colour: str) -> QIcon:
    """A square of the button's colour."""
    pixmap = QPixmap(_EDGE_PX, _EDGE_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    inner = pixmap.rect().adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
    painter.drawRoundedRect(inner, _ROUND_PX, _ROUND_PX)
    painter.end()
    return QIcon(pixmap)


def _with_its_key(slot: QAction) -> QAction:
    """The key that answers is on its button from now on, whoever changes it."""
    slot.changed.connect(partial(_show_key, slot))
    return slot


def _show_key(slot: QAction) -> None:
    key = slot.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    shown = " ".join(filter(None, (key, str(slot.property(_LABEL) or ""))))
    if slot.iconText() != shown:
        slot.setIconText(shown)


def _undress(of_action: QAction, number: int) -> None:
    of_action.setProperty(_LABEL, "")
    of_action.setText(tr("Answer without a key, number {number}").format(number=number))


def _dress(of_action: QAction, button: AnswerButton) -> None:
    label = label_of(button)
    of_action.setProperty(_LABEL, plain_entry(label))
    of_action.setText(tr("Answer: {label}").format(label=plain_entry(label)))
    of_action.setIconText(plain_entry(label))
    of_action.setIcon(swatch(button.colour))
