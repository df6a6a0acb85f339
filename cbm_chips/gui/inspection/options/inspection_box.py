"""The inspection in QGIS's options; an agency's scheme comes in and goes out as a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QGroupBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ....bridge.tasks.background_call import BackgroundCall, CallResult
from ....bridge.tasks.latest_call import LatestCall
from ....bridge.texts.inspection_words import reason_words
from ....bridge.texts.translation import tr
from ....bridge.texts.words import worded
from ....core.errors import RequestError
from ....core.events.legal_window import NamedWindow
from ....core.inspection.scheme import (
    DEFAULT_BUTTONS,
    DEFAULT_REASONS,
    InspectionScheme,
    scheme_text,
)
from ....core.inspection.scheme_file import read_scheme, write_scheme
from ...judging.windows_dialog import WindowsDialog
from ...session.inspection.settings import (
    goes_on,
    inspector,
    load_scheme,
    save_scheme,
    set_goes_on,
    set_inspector,
)
from ...widgets.file_saving import FileSaving
from ...widgets.message_line import BAD, BUSY, GOOD, MessageLine
from ...widgets.wrapped_label import wrapped_label
from ...widgets.wrapping_layout import button_row
from .button_table import ButtonTable
from .question_table import QuestionTable

_LINES = 6


class InspectionBox(QGroupBox):
    """Holds the scheme until the options are applied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """As stored."""
        super().__init__(tr("Inspection"), parent)
        self.inspector, self.campaign, self.name = QLineEdit(), QLineEdit(), QLineEdit()
        self.goes_on = QCheckBox(tr("Go on after an answer"))
        self.goes_on.setToolTip(tr("An answer goes on to the next question that is open"))
        self.buttons, self.questions = ButtonTable(), QuestionTable()
        self.reasons = QPlainTextEdit()
        self.message = MessageLine()
        self.reading, self.saving = LatestCall(self), FileSaving(self.message)
        self.reading.done.connect(self._show_read)
        self._windows: tuple[NamedWindow, ...] = ()
        self._reason_codes: dict[str, str] = {}
        self._lay_out()
        self.show_stored()
        for changed in (
            self.buttons.edited,
            self.questions.edited,
            self.reasons.textChanged,
        ):
            changed.connect(self._check)

    def show_stored(self) -> None:
        """What the settings say."""
        self.inspector.setText(inspector())
        self.goes_on.setChecked(goes_on())
        self.show_scheme(load_scheme())

    def show_scheme(self, scheme: InspectionScheme) -> None:
        """Fill the fields."""
        self._windows = scheme.windows
        self.campaign.setText(scheme.campaign)
        self.name.setText(scheme.name)
        self.buttons.show_buttons(scheme.buttons, scheme.all_reasons)
        self.questions.show_questions(scheme.questions, scheme.windows)
        self._reason_codes = {reason_words(code): str.__str__(code) for code in scheme.reasons}
        self.reasons.setPlainText("\n".join(self._reason_codes))
        self.message.say("")

    def scheme(self) -> InspectionScheme:
        """As it is shown.

        Raises:
            RequestError: naming what can't be.
        """
        lines = [line.strip() for line in self.reasons.toPlainText().splitlines()]
        codes = (self._reason_codes.get(line, line) for line in lines if line)
        shipped = {str.__str__(one): one for one in DEFAULT_REASONS}
        return InspectionScheme(
            self.name.text().strip(),
            self.campaign.text().strip(),
            self.buttons.buttons(),
            tuple(shipped.get(code, code) for code in codes),
            self.questions.questions(),
            self._windows,
        )

    def apply(self) -> str:
        """Store it; else why it can't be, and the stored one stays."""
        set_goes_on(self.goes_on.isChecked())
        if self.inspector.text().strip() != inspector():
            set_inspector(self.inspector.text())
        if self.reading.is_running:
            return tr("The file with the scheme was still being read.")
        try:
            save_scheme(self.scheme())
        except RequestError as error:
            return worded(error)
        return ""

    def restore(self) -> None:
        """Buttons and reasons as shipped; the questions are nobody's but the agency's."""
        self.buttons.show_buttons(DEFAULT_BUTTONS, DEFAULT_REASONS)
        self._reason_codes = {reason_words(code): str.__str__(code) for code in DEFAULT_REASONS}
        self.reasons.setPlainText("\n".join(self._reason_codes))

    def read_file(self, path: str) -> None:
        """Read a file in a worker thread and show its scheme; what is none says so."""
        self.message.say(tr("Reading the file …"), BUSY)
        self.reading.start(BackgroundCall(tr("Inspection"), partial(_read, Path(path))))

    def write_file(self, path: str) -> None:
        """Write the scheme as it is shown, for others, in a worker thread."""
        try:
            text = scheme_text(self.scheme())
        except RequestError as error:
            self.message.say(worded(error), BAD)
            return
        self.saving.save(tr("Inspection"), partial(_written, Path(path), text))

    def _show_read(self, result: CallResult) -> None:
        if result.problem:
            self.message.say(result.problem, BAD)
            return
        scheme, words = result.value
        known = {one.name: one for one in (*self._windows, *scheme.windows)}
        self.show_scheme(replace(scheme, windows=tuple(known.values())))
        self.message.say(words, GOOD)

    def ask_for_windows(self) -> None:
        """The dialog of legal windows; the questions choose among them."""
        dialog = WindowsDialog(self._windows, self)
        dialog.kept.connect(self._take_windows)
        dialog.finished.connect(lambda result: dialog.deleteLater())
        dialog.open()

    def _take_windows(self, windows: tuple[NamedWindow, ...]) -> None:
        self._windows = windows
        try:
            questions = self.questions.questions()
        except RequestError:
            return  # it is said
        self.questions.show_questions(questions, windows)

    def _check(self) -> None:
        """What can't be is said at once."""
        try:
            self.scheme()
        except RequestError as error:
            self.message.say(worded(error), BAD)
        else:
            self.message.say("")

    def _ask_to_read(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Read a scheme"), "", _filter())
        if path:
            self.read_file(path)

    def _ask_to_write(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Write the scheme"), "", _filter())
        if path:
            self.write_file(path if Path(path).suffix else f"{path}.json")

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("Inspector"), self.inspector)
        form.addRow(tr("Campaign"), self.campaign)
        form.addRow(tr("Scheme"), self.name)
        self.reasons.setAccessibleName(tr("Reason codes"))
        self.reasons.setTabChangesFocus(True)
        self.reasons.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES)
        tables = self.buttons, self.questions
        adding = [_button(tr("Add"), one.add) for one in tables]
        removing = [_button(tr("Remove"), one.remove_current) for one in tables]
        windows = _button(tr("Legal windows …"), self.ask_for_windows)
        rows = QVBoxLayout(self)
        rows.addLayout(form)
        for part in (
            self.goes_on,
            wrapped_label(tr("Buttons of answers")),
            self.buttons,
            button_row(adding[0], removing[0], _button(tr("Restore defaults"), self.restore)),
            wrapped_label(tr("Reason codes, one a line")),
            self.reasons,
            wrapped_label(tr("Questions by group")),
            self.questions,
            button_row(adding[1], removing[1], windows),
            button_row(
                _button(tr("Read a scheme …"), self._ask_to_read),
                _button(tr("Write the scheme …"), self._ask_to_write),
            ),
            self.message,
        ):
            rows.addWidget(part)


def _read(file: Path) -> tuple[InspectionScheme, str]:
    return read_scheme(file), tr("Read from {file}.").format(file=file.name)


def _written(file: Path, text: str) -> str:
    write_scheme(file, text)
    return str(file)


def _button(text: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(lambda checked=False: do())
    return button


def _filter() -> str:
    return tr("Scheme") + " (*.json)"
