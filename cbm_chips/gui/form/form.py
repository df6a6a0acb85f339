"""The form: what is wanted, where a click says it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QSignalBlocker, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...bridge.texts.translation import tr, tr_count
from ...bridge.texts.words import number, worded
from ...core.errors import RequestError
from ...core.model import ChipRequest, Place
from ...core.rendering.indices import INDICES
from ...core.sentinel2.bands import LEVELS
from ..session.estimate import estimate
from ..session.form_values import store
from ..session.form_values.form_state import ANYWHERE, FormState, problems
from ..session.form_values.look_choice import CLASSES, LookChoice
from ..session.form_values.summary import summary
from ..widgets.form_columns import FormColumns
from ..widgets.message_line import FieldWithMessage, MessageLine
from ..widgets.wrapped_label import wrapped_label
from .cloud_rule_field import CloudRuleField
from .collapsible_box import CollapsibleBox
from .fields import CompositeField, PeriodField, SizeField, StretchField, may_shrink
from .form_field import FormField, choice_field, choose, number_field, tick_field
from .source_box import SourceBox
from .source_days import SourceDays

if TYPE_CHECKING:
    from ...core.rendering.look import Look

_HIGHEST_PCT = 999.0
"""More than is allowed, so that the request's own check explains the limit."""


class RequestForm(QWidget):
    """The request in widgets; folds to a line.

    `source` and `source_message` are made here and laid out by the dock, above the rest.
    """

    changed = pyqtSignal()
    """The user changed something."""
    lookChanged = pyqtSignal()
    """What the user changed is how chips are shown."""
    shown = pyqtSignal()
    """The widgets hold something else, whoever put it there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source, self.source_message = SourceBox(), MessageLine()
        self.period, self.composite, self.stretch = PeriodField(), CompositeField(), StretchField()
        self._source_days = SourceDays(self.period)
        self.size, self.index, self.level = SizeField(), QComboBox(), QComboBox()
        self.cloud, self.cloud_rule = QDoubleSpinBox(), CloudRuleField()
        self.clear_only = QCheckBox(tr("Clear dates only"))
        self.one_per_date = QCheckBox(tr("One per date"))
        self.second_opinion = QCheckBox(tr("Second opinion on clouds"))
        self._guess = wrapped_label()
        self._messages: dict[str, MessageLine] = {"source": self.source_message}
        self._fields = self._request_fields()
        self.box = CollapsibleBox(self._laid_out(), self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.box)
        self._connect()
        self.recall()

    def state(self) -> FormState:
        """What the widgets say, right or wrong."""
        days = self.period.days()
        return FormState(
            source=self.source.source(),
            period=self.period.period(),
            start=days.start,
            end=days.end,
            composite=self.composite.composite(),
            index=str(self.index.currentData() or ""),
            stretch=self.stretch.stretch(),
            lut=self.stretch.lut.text().strip(),
            **{field.name: field.read() for field in self._fields},
        )

    def set_state(self, state: FormState) -> None:
        """Show them; nothing is said to have changed."""
        blockers = [QSignalBlocker(self)]
        self.source.set_source(state.source)
        self._source_days.note(state.source)
        self.period.set_period(state.period, state.days)
        self.composite.set_composite(state.composite)
        choose(self.index, state.index)
        self.stretch.set_stretch(state.stretch, state.lut)
        for field in self._fields:
            field.write(getattr(state, field.name))
        del blockers
        self._check()

    def change(self, state: FormState) -> None:
        """Show them as if the user had."""
        self.set_state(state)
        if not self.signalsBlocked():
            self.changed.emit()

    def choose_look(self, choice: LookChoice) -> None:
        """Show chips another way, as if the user had chosen so here."""
        state = choice.put_into(self.state())
        self.composite.set_composite(state.composite)
        choose(self.index, state.index)
        self._look_edited()

    def request_for(self, place: Place) -> ChipRequest:
        """The request at a place.

        Raises:
            RequestError: naming the field; `show_error` marks it.
        """
        return self.state().request_for(place)

    def look(self) -> Look:
        """How chips are shown.

        Raises:
            RequestError: naming the field; `show_error` marks it.
        """
        return self.state().look()

    def show_error(self, error: RequestError) -> bool:
        """Mark the field a refusal is about; False if it is about none of the form's."""
        message = self._messages.get(error.field)
        if message is None:
            return False
        message.say(worded(error))
        if message is not self.source_message:
            self.box.setCollapsed(False)
            if message.parentWidget().isAncestorOf(self.focusWidget() or self):
                self.box.reveal(message)  # it may be below what the form shows
        return True

    def forget_source_error(self) -> None:
        """The source is tried again."""
        self.source_message.say("")

    def reveal(self, field: str) -> None:
        """Bring a marked field into sight, where the form scrolls."""
        message = self._messages.get(field)
        if message is not None and message is not self.source_message:
            self.box.reveal(message)

    def recall(self) -> None:
        """Show what the project, or the last use, left."""
        self.set_state(store.recall())
        self.box.setCollapsed(True)

    def _request_fields(self) -> tuple[FormField, ...]:
        """What form and request have in common, in the order of the form."""
        return (
            number_field("size_m", tr("Size"), self.size.metres, within=self.size),
            choice_field("level", tr("Level"), self.level),
            number_field("max_scene_cloud_pct", tr("Clouds"), self.cloud),
            tick_field("clear_only", self.clear_only),
            tick_field("one_per_date", self.one_per_date),
            tick_field("second_opinion", self.second_opinion),
        )

    def _laid_out(self) -> QWidget:
        self._fill_lists()
        rows = []
        for label, widget, names in (
            (tr("Dates"), self.period, ("start", "end")),
            (tr("Bands"), self.composite, ("bands",)),
            (tr("Index"), self.index, ("index",)),
            (tr("Stretch"), self.stretch, ("lut",)),
            *((field.label, field.widget, (field.name,)) for field in self._fields),
            (tr("Cloud rule"), self.cloud_rule, ()),
        ):
            row = FieldWithMessage(widget)
            self._messages.update(dict.fromkeys(names, row.message))
            rows.append((label, row))
        return FormColumns([*rows, ("", self._guess)])

    def _fill_lists(self) -> None:
        self.index.setAccessibleName(tr("Index"))
        self.index.addItem(tr("None: show the bands"), "")
        for row in INDICES.values():
            self.index.addItem(f"{row.name} – {tr(row.title)}", row.name)
        self.index.addItem(CLASSES.title, CLASSES.index)
        for level in LEVELS:
            self.level.addItem(level, level)
        self.level.setAccessibleName(tr("Processing level"))
        for box in (self.index, self.level):
            may_shrink(box)
        self.cloud.setAccessibleName(tr("Most clouds in the whole scene, per cent"))
        self.cloud.setRange(0, _HIGHEST_PCT)
        self.cloud.setDecimals(0)
        self.cloud.setSingleStep(10)
        self.cloud.setPrefix("≤ ")
        self.cloud.setSuffix(" %")
        self.cloud.setToolTip(tr("Scenes that are cloudier as a whole are not looked at."))
        self.clear_only.setToolTip(tr("Read the bands only where the place is clear by its SCL."))
        self.one_per_date.setToolTip(tr("Of several pictures of one day, the clearest."))
        self.second_opinion.setToolTip(
            tr(
                "Reads Sen2Cor's cloud probability as well, one more file per date, where the "
                "source has it (Earth Search). A clear date with 40 % or more on a fifth of its "
                "pixels is marked as doubtful."
            )
        )

    def _connect(self) -> None:
        self.source.chosen.connect(lambda: self._source_days.follow(self.source.source()))
        for signal in (
            self.source.chosen,
            self.period.changed,
            *(field.changed for field in self._fields),
        ):
            signal.connect(self._edited)
        for signal in (self.composite.changed, self.index.activated, self.stretch.changed):
            signal.connect(self._look_edited)

    def _look_edited(self) -> None:
        self._edited()
        self.lookChanged.emit()

    def _edited(self) -> None:
        if self.signalsBlocked():
            return
        self._check()
        self.changed.emit()

    def _check(self) -> None:
        """Marks, title and guess anew; what does not matter is grey."""
        state = self.state()
        for widget in (self.composite, self.stretch):
            widget.setEnabled(not state.index)
        for message in self._messages.values():
            message.say("")
        refusals = problems(state)
        for refusal in refusals:
            self.show_error(refusal)
        self.box.show_title(summary(state))
        self._show_guess(None if refusals else state)
        self.shown.emit()

    def _show_guess(self, state: FormState | None) -> None:
        """What would be read over the network."""
        is_known = state is not None and self.source.is_remote()
        self._guess.setVisible(is_known)
        if state is not None and is_known:
            guess = estimate(state.request_for(ANYWHERE))
            words = tr("About {dates}, up to {megabytes} MB to read.")
            dates = tr_count("{count} dates", guess.dates)
            text = words.format(dates=dates, megabytes=number(guess.megabytes, 0))
            self._guess.setText(text)
