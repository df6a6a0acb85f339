"""Where a run is saved in the layout of the original CbM client."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ....bridge.texts.translation import tr
from ....bridge.texts.words import worded
from ....core.errors import RequestError
from ....core.outputs.client_layout.write import ClientRoot
from ...widgets.dialog_buttons import dialog_buttons
from ...widgets.folder_field import folder_field
from ...widgets.message_line import BAD, MessageLine
from ...widgets.wrapped_label import wrapped_label


class ClientSaveDialog(QDialog):
    """`chosen` brings a `ClientRoot` when the run is to be saved there."""

    chosen = pyqtSignal(object)

    def __init__(self, root: ClientRoot, parent: QWidget | None = None) -> None:
        """Shows `root`."""
        super().__init__(parent)
        self.setObjectName("CbmChipsSaveClientFolder")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Save in the CbM client's folders"))
        self.folder = folder_field(tr("Data folder of the client"))
        self.folder.setFilePath(str(root.folder))
        self.aoi, self.year = QLineEdit(root.aoi), QLineEdit(root.year)
        self.message = MessageLine()
        self._lay_out()

    def accept(self) -> None:
        """Save there, if there can be such folders."""
        path = self.folder.filePath().strip()
        try:
            root = ClientRoot(Path(path), self.aoi.text().strip(), self.year.text().strip())
        except RequestError as error:
            self.message.say(worded(error), BAD)
            return
        if not path:
            self.message.say(tr("Choose a folder first."), BAD)
            return
        super().accept()
        self.chosen.emit(root)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(tr("Data folder"), self.folder)
        form.addRow(tr("Area"), self.aoi)
        form.addRow(tr("Year"), self.year)
        buttons = dialog_buttons(self, "Save", "Cancel")
        words = tr(
            "The dates on show, band by band, become <area>/<year>/<parcel>/ with info.json and "
            "chip_images, as the notebooks of the CbM client have them."
        )
        rows = QVBoxLayout(self)
        rows.addWidget(wrapped_label(words))
        rows.addLayout(form)
        rows.addWidget(self.message)
        rows.addWidget(buttons)
