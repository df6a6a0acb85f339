"""The dates on show, saved in the layout of the original CbM client."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from ....bridge.tasks.all_calls import AllCalls
from ....bridge.tasks.background_call import BackgroundCall, CallResult
from ....bridge.texts.translation import tr, tr_count
from ....core.errors import RequestError
from ....core.outputs.names import place_folder
from ...session.session import Session
from ...widgets.menu import action
from ..layers.html_export import existing_folder

if TYPE_CHECKING:
    from pathlib import Path

    from ....core.outputs.client_layout.write import ClientRoot
    from ...session.form_values.dataset_state import DatasetState

USUAL_AREA = "aoi"


class ClientFolderSaving(QObject):
    """Belongs to one dock."""

    def __init__(
        self, session: Session, dataset: Callable[[], DatasetState], window: QWidget
    ) -> None:
        """`dataset` is that of the CbM server, as typed; the question belongs to `window`."""
        super().__init__(window)
        self._session, self._dataset, self._window = session, dataset, window
        self._writing = AllCalls(self)
        self._writing.done.connect(self._tell)
        text = tr("Save in the CbM client's folders …")
        self.action = action(self, "CbmChipsSaveClientFolder", text, self.ask)

    def ask(self) -> None:
        """Ask where, without blocking the window."""
        from ....core.outputs.client_layout.write import ClientRoot
        from .save_dialog import ClientSaveDialog

        shown, dataset = self._session.shown, self._dataset()
        if shown is None or not any(entry.chip for entry in self._session.entries()):
            self._session.remark(tr("There are no dates to save yet."))
            return
        folder, year = existing_folder(), str(shown.request.last_day.year)
        try:
            root = ClientRoot(folder, dataset.aoi or USUAL_AREA, dataset.year or year)
        except RequestError:
            root = ClientRoot(folder, USUAL_AREA, year)
        dialog = ClientSaveDialog(root, self._window)
        dialog.chosen.connect(self.save)
        dialog.show()

    def save(self, root: ClientRoot) -> None:
        """Write what is on show now, in a worker thread."""
        shown = self._session.shown
        if shown is None:
            return
        place = shown.request.place
        chips = [entry.chip for entry in self._session.entries() if entry.chip is not None]
        folder = root.of(place_folder(place))

        def write() -> tuple[int, Path]:
            from ....core.outputs.client_layout.write import write_client_folder

            return write_client_folder(folder, place, chips), folder

        self._session.remark(tr("Writing the folder …"), until=())
        self._writing.start(BackgroundCall(tr("CbM Chips: folder of the CbM client"), write))

    def unload(self) -> None:
        """Hear no more of what is being written."""
        self._writing.stop()

    def _tell(self, result: CallResult) -> None:
        if result.value is None:
            self._session.remark(result.problem)
            return
        count, folder = result.value
        saved = tr_count("{count} dates are saved: {path}", count, path=folder)
        self._session.remark(result.with_remarks(saved))
