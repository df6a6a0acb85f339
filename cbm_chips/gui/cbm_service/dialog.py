"""A window for one result of a CbM server: queries it, shows, saves and copies the result."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout

from ...bridge.tasks.background_call import CallResult
from ...bridge.texts.translation import tr
from ..widgets.dialog_buttons import dialog_buttons
from ..widgets.file_question import ask_where_to_save
from ..widgets.file_saving import FileSaving
from ..widgets.message_line import BAD, BUSY, MessageLine
from .query import LatestQuery

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.PyQt.QtWidgets import QWidget

    from ...bridge.sources.providers import ProviderRow
    from ...bridge.tasks.cbm_service import ServiceQuery


class ServiceDialog(QDialog):
    """Does not block the main window; closing it cancels the query, not what is saved."""

    def __init__(self, title: str, source: ProviderRow, parent: QWidget) -> None:
        """`parent` deletes it."""
        super().__init__(parent)
        self.setWindowTitle(f"{title} – {source.title}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._source = source
        self.pending = LatestQuery(self)
        self.message = MessageLine()
        self.saving = FileSaving(self.message)
        self.save = QPushButton(tr("Save…"))
        self.copy = QPushButton(tr("Copy"))
        self.save.clicked.connect(self._ask_for_file)
        self.copy.clicked.connect(self._copy)
        self._offer(False)

    def begin(self) -> None:
        """Start the query; its result goes to `_show`.

        Raises:
            RequestError: field `AUTH`, when the login can't be opened.
        """
        self.pending.ask(self._source, self._query(), self._hear)
        self.message.say(tr("Asking {source} …").format(source=self._source.title), BUSY)

    def done(self, result: int) -> None:
        """However it is closed."""
        self.pending.cancel()
        super().done(result)

    def _hear(self, result: CallResult) -> None:
        if result.problem:
            self.message.say(result.problem, BAD)
        else:
            self._show(result.value)

    def _lay_out(self, *rows: QWidget) -> None:
        """The rows, the message and the buttons."""
        layout = QVBoxLayout(self)
        for row in rows:
            layout.addWidget(row)
        layout.addWidget(self.message)
        buttons = dialog_buttons(self, "Close")
        for button in (self.save, self.copy):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        layout.addWidget(buttons)

    def _ask_for_file(self) -> None:
        name, kinds = self._file()
        ask_where_to_save(self, tr("Save"), name, filters=[kinds], then=self.save_to)

    def save_to(self, path: Path) -> None:
        """Write what is shown, in a worker thread, and say how it went."""
        write = self._writing(path)
        if write is not None:
            self.saving.save(self.windowTitle(), write)

    def _offer(self, is_there: bool) -> None:
        for button in (self.save, self.copy):
            button.setEnabled(is_there)

    def _query(self) -> ServiceQuery:
        raise NotImplementedError

    def _show(self, value: Any) -> None:
        raise NotImplementedError

    def _file(self) -> tuple[str, str]:
        """Name and name filter of what is saved."""
        raise NotImplementedError

    def _writing(self, path: Path) -> Callable[[], str] | None:
        """Writes what is shown now, in a worker thread, and returns where; None if nothing is."""
        raise NotImplementedError

    def _copy(self) -> None:
        raise NotImplementedError
