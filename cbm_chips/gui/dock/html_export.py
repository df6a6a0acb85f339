"""What the dock shows as an HTML page: ask for a file, write it aside, offer to open it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QPushButton

from ...bridge import settings
from ...bridge.background_call import BackgroundCall, CallResult
from ...bridge.html_export import SheetOrder, write_sheet
from ...bridge.layers.chip_layers import chips_folder
from ...bridge.qt_alive import end_task, is_alive
from ...bridge.translation import tr
from ...core.errors import RequestError
from ...core.model import ChipRequest
from ...core.outputs.names import place_folder
from ...core.pipeline.series import results_of
from .menu import action

if TYPE_CHECKING:
    from .dock import ChipsDock

SHOWN_S = 20


class DockSheet(QObject):
    """Belongs to one dock."""

    def __init__(self, dock: ChipsDock) -> None:
        super().__init__(dock)
        self._dock = dock
        self._call: BackgroundCall | None = None
        self.action = action(self, "CbmChipsSheet", tr("Save as HTML sheet …"), self.ask_and_save)

    def ask_and_save(self) -> None:
        """Ask for a file without blocking the window, then save."""
        shown = self._dock.runs.shown
        if shown is None or not self._dock.panel.entries():
            self._say(tr("There are no dates to save yet."))
            return
        suggested = str(_folder() / sheet_name(shown.request))
        dialog = QFileDialog(self._dock, tr("Save as HTML sheet"), suggested)
        dialog.setObjectName("CbmChipsSheetFile")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("HTML pages ({0})").format("*.html"))
        dialog.setDefaultSuffix("html")
        dialog.selectFile(suggested)
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.finished.connect(lambda result: dialog.deleteLater())
        dialog.open()

    def save(self, path: Path) -> None:
        """Write what is on show now, in a worker thread."""
        dock = self._dock
        if dock.runs.shown is None:
            return
        try:
            look = dock.form.look()
        except RequestError as error:
            dock.form.show_error(error)
            return
        order = SheetOrder(dock.runs.shown.request, results_of(dock.panel.entries()), look, path)
        self._say(tr("Writing the sheet …"))
        self._call = BackgroundCall(tr("CbM Chips: HTML sheet"), lambda: write_sheet(order))
        self._call.done.connect(self._tell)
        self._call.start()

    def unload(self) -> None:
        """Hear no more of what is being written."""
        if self._call is not None:
            end_task(self._call)
            self._call = None

    def open(self, path: Path, *_: object) -> None:
        """In the user's browser; the message with the button may outlive the dock."""
        opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        if not opened and is_alive(self, self._dock):
            self._say(tr("No browser opened {path}.").format(path=path))

    def _tell(self, result: CallResult) -> None:
        self._call = None
        if result.problem:
            self._say(result.problem)
            return
        path: Path = result.value
        self._say(tr("The sheet is saved: {path}").format(path=path))
        bar = self._dock.iface.messageBar()
        message = bar.createMessage(tr("CbM Chips"), tr("The sheet is saved."))
        button = QPushButton(tr("Open"))
        button.clicked.connect(partial(self.open, path))
        message.layout().addWidget(button)
        bar.pushWidget(message, Qgis.MessageLevel.Success, SHOWN_S)

    def _say(self, words: str) -> None:
        self._dock.remedies.remark(words)


def sheet_name(request: ChipRequest) -> str:
    """`<place>_<first day>_<last day>.html`, safe for any file system."""
    return f"{place_folder(request.place)}_{request.first_day}_{request.last_day}.html"


def _folder() -> Path:
    """The folder for chips, as far as it is there; it is not made for a mere question."""
    wanted = chips_folder(settings.load(), QgsProject.instance())
    return next((one for one in (wanted, *wanted.parents) if one.is_dir()), Path.home())
