"""What the dock shows as an HTML page: ask for a file, write it aside, offer to open it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from ....bridge import settings
from ....bridge.layers.chip_layers import chips_folder
from ....bridge.tasks.all_calls import AllCalls
from ....bridge.tasks.background_call import BackgroundCall, CallResult
from ....bridge.tasks.html_export import SheetOrder, write_sheet
from ....bridge.texts.translation import tr
from ....core.model import ChipRequest
from ....core.outputs.names import place_folder
from ....core.pipeline.series import results_of
from ...session.session import Session
from ...widgets.file_question import ask_where_to_save
from ...widgets.menu import action
from ...widgets.open_message import OpenMessage


class HtmlExport(QObject):
    """Belongs to one dock."""

    def __init__(self, session: Session, iface: Any, parent: QWidget) -> None:
        """`iface` has the message bar; the question for a file belongs to `parent`."""
        super().__init__(parent)
        self._session, self._window = session, parent
        self.message = OpenMessage(iface, session.remark, self)
        self._writing = AllCalls(self)
        self._writing.done.connect(self._tell)
        self.action = action(self, "CbmChipsSheet", tr("Save as HTML sheet …"), self.ask_and_save)

    def ask_and_save(self) -> None:
        """Ask for a file without blocking the window, then save."""
        shown = self._session.shown
        if shown is None or not self._session.entries():
            self._session.remark(tr("There are no dates to save yet."))
            return
        ask_where_to_save(
            self._window,
            tr("Save as HTML sheet"),
            str(existing_folder() / sheet_name(shown.request)),
            filters=[tr("HTML pages ({0})").format("*.html")],
            then=self.save,
            name="CbmChipsSheetFile",
        )

    def save(self, path: Path) -> None:
        """Write what is on show now, in a worker thread."""
        shown, look = self._session.shown, self._session.marked_look()
        if shown is None or look is None:
            return
        order = SheetOrder(shown.request, results_of(self._session.entries()), look, path)
        self._session.remark(tr("Writing the sheet …"), until=())  # its end replaces it
        call = BackgroundCall(tr("CbM Chips: HTML sheet"), lambda: write_sheet(order))
        self._writing.start(call)

    def unload(self) -> None:
        """Hear no more of what is being written."""
        self._writing.stop()

    def _tell(self, result: CallResult) -> None:
        if result.problem:
            self._session.remark(result.problem)
            return
        path: Path = result.value
        saved = tr("The sheet is saved: {path}").format(path=path)
        self._session.remark(result.with_remarks(saved))
        self.message.show(tr("The sheet is saved."), path)


def sheet_name(request: ChipRequest) -> str:
    """`<place>_<first day>_<last day>.html`, safe for any file system."""
    return f"{place_folder(request.place)}_{request.first_day}_{request.last_day}.html"


def existing_folder() -> Path:
    """The folder for chips, as far as it is there; it is not made for a mere question."""
    wanted = chips_folder(settings.load(), QgsProject.instance())
    return next((one for one in (wanted, *wanted.parents) if one.is_dir()), Path.home())
