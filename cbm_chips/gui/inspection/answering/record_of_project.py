"""The record that a project had last is opened with it, once somebody sees the dock."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QWidget

from ....bridge.qt_alive import disconnect
from ...session.inspection.settings import (
    inspector,
    known_record,
    remember_record,
    set_inspector,
    usual_record,
)
from .record_dialog import RecordDialog

if TYPE_CHECKING:
    from ...session.inspection.answer_book import AnswerBook


class RecordOfProject(QObject):
    """Belongs to one dock."""

    left = pyqtSignal()
    """The project is closed; its record is, too."""

    def __init__(self, book: AnswerBook, window: QWidget, *, is_seen: Callable[[], bool]) -> None:
        """`window` has the dialog; `is_seen` says whether somebody sees the dock."""
        super().__init__(window)
        self._book, self._window, self._is_seen = book, window, is_seen
        self.dialog: QDialog | None = None
        self._project = QgsProject.instance()
        self._project.readProject.connect(self.recall)
        self._project.cleared.connect(self._leave)
        self._project.projectSaved.connect(self._on_saved)
        book.opened.connect(self._remember)
        book.record_wanted.connect(self.ask)

    def recall(self, *_: object) -> None:
        """Go on with the record that the project had, if it is still there."""
        path = known_record()
        if path and not self._book.record.path and self._is_seen() and Path(path).is_file():
            self._book.open(path)

    def ask(self) -> None:
        """Which record; the answer that waits for it is forgotten if there is to be none."""
        if self.dialog is not None:
            self.dialog.raise_()
            return
        path = Path(self._book.record.path) if self._book.record.path else usual_record()
        dialog = self.dialog = RecordDialog(path, inspector(), self._window)
        dialog.chosen.connect(self._open)
        dialog.rejected.connect(self._on_rejected)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def unload(self) -> None:
        """Hear of no project any more."""
        disconnect(self._project, "readProject", self.recall)
        disconnect(self._project, "cleared", self._leave)
        disconnect(self._project, "projectSaved", self._on_saved)

    def _open(self, path: str, name: str) -> None:
        if name != inspector():
            set_inspector(name)
        self._book.open(path)

    def _remember(self) -> None:
        remember_record(self._book.record.path)

    def _on_saved(self) -> None:
        """It may have another file than it had when its record was opened, or its first."""
        if self._book.record.is_open:
            self._remember()

    def _leave(self) -> None:
        """Another project has another record."""
        self._book.leave()
        self.left.emit()

    def _on_rejected(self) -> None:
        """No record is to be; where one is open, what it refused still waits for it."""
        if not self._book.record.path:
            self._book.forget_waiting()

    def _forget_dialog(self, *_: object) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
