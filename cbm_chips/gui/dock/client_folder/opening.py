"""A folder of the original CbM client, opened as a place with its dates."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from ....bridge.tasks.background_call import BackgroundCall, CallResult
from ....bridge.tasks.latest_call import LatestCall
from ....bridge.texts.translation import tr
from ....bridge.texts.words import worded
from ...session.session import Session
from ...widgets.file_question import ask_for_folder
from ...widgets.menu import action
from ..layers.html_export import existing_folder


class ClientFolderOpening(QObject):
    """Belongs to one dock."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """The question for a folder belongs to `window`."""
        super().__init__(window)
        self._session, self._window = session, window
        self._call = LatestCall(self)
        self._call.done.connect(self._show)
        text = tr("Open folder of the CbM client …")
        self.action = action(self, "CbmChipsOpenClientFolder", text, self.ask)

    def ask(self) -> None:
        """Ask for a folder without blocking the window."""
        title = tr("Folder of a parcel, with chip_images")
        ask_for_folder(
            self._window, title, existing_folder(), then=self.open, name="CbmChipsClientFolder"
        )

    def open(self, path: Path) -> None:
        """Look into it in a worker thread, then show its dates."""
        from ....core.sources.client_folder.opened_folder import open_folder

        self._session.remark(tr("Looking into the folder …"), until=())
        name = tr("CbM Chips: folder of the CbM client")
        self._call.start(BackgroundCall(name, partial(open_folder, path)))

    def unload(self) -> None:
        """Hear no more of what is under way."""
        self._call.stop()

    def _show(self, result: CallResult) -> None:
        from .form_of_folder import form_of_folder

        if result.value is None:
            self._session.remark(result.problem)
            return
        opened, session = result.value, self._session
        session.remark("")
        session.place = opened.place
        session.change(form_of_folder(session.form, opened))
        if opened.notes:
            session.remark(" ".join(map(worded, opened.notes)))
