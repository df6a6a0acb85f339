"""Below the plot: the question's window, the events with their answers, the machine's markers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QSignalBlocker, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QLabel, QToolButton, QVBoxLayout, QWidget

from ...bridge.texts.translation import tr, tr_count
from ...bridge.texts.words import worded
from ...core.events.answer import gap_words, gaps_in
from ..widgets.icon_button import button_of, icon_button
from ..widgets.wrapped_label import wrapped_label
from ..widgets.wrapping_layout import button_row
from .answer_list import AnswerList
from .words import event_line, marker_line

if TYPE_CHECKING:
    from ...core.markers.marker import MachineMarker
    from ..session.books.event_book import EventBook
    from ..session.books.marker_book import MarkerBook
    from .actions import JudgingActions

EVENT = "event "
"""Begins the key of an event's row; a marker's is its own."""
_LEAST_LETTERS = 12


class JudgingPanel(QWidget):
    """Shows the books, and asks whoever listens for what it does not do itself."""

    windows_wanted = pyqtSignal()
    agreement_wanted = pyqtSignal()
    date_wanted = pyqtSignal(object)
    """A date near which the user wants to look."""

    def __init__(self, events: EventBook, markers: MarkerBook, actions: JudgingActions) -> None:
        """Hidden."""
        super().__init__()
        self._events, self._markers, self._actions = events, markers, actions
        self.setAccessibleName(tr("Events and markers"))
        self.window_box = QComboBox()
        self.list, self.note, self.band_note = AnswerList(), wrapped_label(), wrapped_label()
        self.blind = QCheckBox(tr("Blind"))
        self.blind.setToolTip(tr("What the machine says is hidden until I have answered"))
        self.counted = QLabel()
        self._of_machine = self._machine_row()
        self._lay_out()
        self._connect()
        actions.chosen = self.chosen_marker
        self.hide()
        self.refresh()

    def chosen_marker(self) -> MachineMarker | None:
        """The one that an answer is about: the chosen one, else the first without an answer."""
        own, chosen = self._markers.own, self.list.chosen
        waiting = (marker for marker in own if self._markers.answer_of(marker) is None)
        named = (marker for marker in own if marker.key == chosen)
        return next(named, next(waiting, None))

    def say_band(self, text: str) -> None:
        """What there is to say of the neighbours of the same crop."""
        self.band_note.setText(text)
        self.band_note.setVisible(bool(text))

    def refresh(self) -> None:
        """Show the books as they are now."""
        self._show_windows()
        self.list.show_rows([*self._event_rows(), *self._marker_rows()])
        self._show_note()
        self._of_machine.setVisible(self._markers.has_markers)
        blocked = QSignalBlocker(self.blind)
        self.blind.setChecked(self._markers.is_blind)
        blocked.unblock()
        self._show_counts()
        self._actions.show_state()

    def _event_rows(self) -> list[tuple[str, str]]:
        answers = enumerate(self._events.answers())
        return [
            (f"{EVENT}{number}", event_line(number + 1, event, answer))
            for number, (event, answer) in answers
        ]

    def _marker_rows(self) -> list[tuple[str, str]]:
        return [
            (one.key, marker_line(one, self._markers.answer_of(one))) for one in self._markers.own
        ]

    def _show_note(self) -> None:
        words = " ".join(part for part in (self._window_words(), self._machine_words()) if part)
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _window_words(self) -> str:
        """Without an event, what the window's clear dates can tell at all."""
        window = self._events.window
        if window is None or self._events.log.events:
            return ""
        gaps = gaps_in(window, self._events.clear_days())
        if not gaps:
            return tr("No event is marked; clear dates cover “{window}”.").format(
                window=window.name
            )
        text = tr("No event is marked; in “{window}” there is {gap}.")
        return text.format(window=window.name, gap=worded(gap_words(gaps[0])))

    def _machine_words(self) -> str:
        markers = self._markers
        if not markers.has_markers:
            return ""
        if markers.is_hidden:
            return tr("The machine's answer is hidden until you have answered.")
        if markers.own:
            return ""
        if markers.knows_parcel:
            return tr("The machine has found nothing on this parcel.")
        return tr("The file of markers does not speak of this parcel.")

    def _show_windows(self) -> None:
        blocked = QSignalBlocker(self.window_box)
        self.window_box.clear()
        self.window_box.addItem(tr("No window"), "")
        for window in self._events.windows:
            self.window_box.addItem(window.name, window.name)
        self.window_box.setCurrentIndex(max(0, self.window_box.findData(self._events.window_name)))
        blocked.unblock()

    def _show_counts(self) -> None:
        book = self._markers
        count, done = book.joined.count, book.answered
        words = tr("{done} of {count}").format(done=done, count=count)
        self.counted.setText(words if book.has_markers else "")
        told = tr_count("{done} of {count} markers answered", count, done=done)
        self.counted.setToolTip(told)
        self.counted.setAccessibleName(told)

    def _on_opened(self, key: str) -> None:
        if key.startswith(EVENT):
            event = self._events.log.events[int(key[len(EVENT) :])]
            mark = event.after or event.before
            self.date_wanted.emit(None if mark is None else mark.acquired.date())
            return
        marker = next((one for one in self._markers.own if one.key == key), None)
        if marker is not None:
            self.date_wanted.emit(marker.first)

    def _on_removed(self, key: str) -> None:
        if key.startswith(EVENT):
            self._events.remove(int(key[len(EVENT) :]))

    def _machine_row(self) -> QWidget:
        actions = self._actions
        agreement = QToolButton()
        agreement.setText(tr("Table …"))
        agreement.setAutoRaise(True)
        agreement.setToolTip(tr("Table of agreement, and the rows that do not join"))
        agreement.clicked.connect(lambda checked=False: self.agreement_wanted.emit())
        buttons = [button_of(one) for one in (actions.reveal, actions.confirm, actions.refute)]
        return button_row(self.blind, *buttons, self.counted, agreement)

    def _lay_out(self) -> None:
        actions = self._actions
        self.window_box.setAccessibleName(tr("Legal window of the question"))
        self.window_box.setToolTip(tr("Legal window of the question: it is shaded in the plot"))
        self.window_box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.window_box.setMinimumContentsLength(_LEAST_LETTERS)
        edit = icon_button("mActionToggleEditing", tr("Legal windows …"))
        edit.clicked.connect(lambda checked=False: self.windows_wanted.emit())
        of_events = [
            button_of(one) for one in (actions.before, actions.after, actions.undo, actions.copy)
        ]
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 2, 6, 2)
        rows.setSpacing(2)
        rows.addWidget(button_row(self.window_box, edit, *of_events))
        rows.addWidget(self._of_machine)
        rows.addWidget(self.list)
        rows.addWidget(self.note)
        rows.addWidget(self.band_note)
        self.note.hide()
        self.band_note.hide()

    def _connect(self) -> None:
        self._events.changed.connect(self.refresh)
        self._markers.changed.connect(self.refresh)
        self.window_box.activated.connect(
            lambda row: self._events.choose_window(str(self.window_box.itemData(row)))
        )
        self.blind.toggled.connect(self._markers.set_blind)
        self.list.currentRowChanged.connect(lambda row: self._actions.show_state())
        self.list.opened.connect(self._on_opened)
        self.list.removed.connect(self._on_removed)
