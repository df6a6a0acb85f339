"""A window that says how the run on show is made again, each way to be copied."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFontDatabase, QGuiApplication, QTextOption
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ....bridge.tasks.background_call import BackgroundCall, CallResult
from ....bridge.tasks.latest_call import LatestCall
from ....bridge.texts.translation import tr
from ....bridge.texts.words import worded
from ....core.outputs.repeat.repeatable_run import RepeatableRun
from ....core.outputs.repeat.repetition import Repetition, repetition_of
from ...widgets.dialog_buttons import dialog_buttons
from ...widgets.message_line import BAD, GOOD, MessageLine
from ...widgets.wrapped_label import wrapped_label

WIDTH_CHARS, LINES = 76, 14


class RepeatDialog(QDialog):
    """Does not block the main window; made in a worker thread, as outlines may be long."""

    def __init__(self, run: RepeatableRun, parent: QWidget | None = None) -> None:
        """Begins to put the run into words."""
        super().__init__(parent)
        self.setObjectName("CbmChipsRepeatDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Repeat this"))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.notes, self.message = wrapped_label(), MessageLine()
        self._lay_out()
        size = self.fontMetrics()
        self.resize(size.averageCharWidth() * WIDTH_CHARS, size.lineSpacing() * LINES * 2)
        self._call = LatestCall(self)
        self._call.done.connect(self._show)
        self._call.start(BackgroundCall(tr("CbM Chips: repeat"), lambda: repetition_of(run)))

    def done(self, result: int) -> None:
        """Hear no more of what is under way."""
        self._call.stop()
        super().done(result)

    def copy(self) -> None:
        """What the tab in front holds."""
        text = self.tabs.currentWidget()
        if isinstance(text, QPlainTextEdit):
            QGuiApplication.clipboard().setText(text.toPlainText())
            self.message.say(tr("Copied."), GOOD)

    def _show(self, result: CallResult) -> None:
        if result.problem:
            self.message.say(result.problem, BAD)
            return
        made: Repetition = result.value
        rest = "\n".join(made.rest)
        for title, tip, text in (
            ("qgis_process", tr("At a shell of Linux or macOS"), made.posix),
            ("Windows", tr("qgis_process at Windows' prompt, such as the OSGeo4W shell"), made.cmd),
            ("Python", tr("With the plugin on Python's path, or in QGIS's console"), made.python),
            ("REST", tr("What the CbM service is asked: its answer lists the files"), rest),
        ):
            if text:
                self._add(title, tip, text.rstrip("\n"))
        self.notes.setText("\n".join(map(worded, made.notes)))
        self.notes.setVisible(bool(made.notes))
        self.copying.setEnabled(True)

    def _add(self, title: str, tip: str, text: str) -> None:
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        shown.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        shown.setAccessibleName(f"{title}: {tip}")
        shown.setTabChangesFocus(True)
        self.tabs.setTabToolTip(self.tabs.addTab(shown, title), tip)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.notes)
        layout.addWidget(self.message)
        self.notes.hide()
        buttons = dialog_buttons(self, "Close")
        self.copying = QPushButton(tr("Copy"))
        self.copying.setEnabled(False)
        self.copying.clicked.connect(lambda checked=False: self.copy())
        buttons.addButton(self.copying, QDialogButtonBox.ButtonRole.ActionRole)
        layout.addWidget(buttons)
