"""Where evidence is written, and in which files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QWidget

from ....bridge.texts.translation import tr
from ...session.form_values import store
from ...widgets.dialog_buttons import dialog_buttons
from ...widgets.folder_field import folder_field
from ...widgets.wrapped_label import wrapped_label

_KEPT = "evidence_"
_ON = "on"


@dataclass(frozen=True)
class EvidenceChoice:
    """What was chosen."""

    folder: Path
    has_pdf: bool
    has_geotiffs: bool
    is_zip: bool


class EvidenceDialog(QDialog):
    """`chosen` brings an `EvidenceChoice`, once."""

    chosen = pyqtSignal(object)

    def __init__(self, which: str, folder: Path, parent: QWidget | None = None) -> None:
        """`which` parcels it is about, in words; `folder` is suggested."""
        super().__init__(parent)
        self.setObjectName("CbmChipsEvidence")
        self.setWindowTitle(tr("Evidence of inspected parcels"))
        self.folder = folder_field(tr("Folder for the evidence"))
        self.folder.setFilePath(str(folder))
        self.pdf = self._box("pdf", tr("The sheet as a PDF, too"))
        self.geotiffs = self._box("geotiffs", tr("The pixels as GeoTIFFs, too"))
        self.zip = self._box("zip", tr("A zip for each parcel instead of a folder"))
        self.buttons = dialog_buttons(self, "Ok", "Cancel")
        self.folder.fileChanged.connect(self._show_state)
        self._lay_out(which)
        self._show_state()

    def accept(self) -> None:
        """Keep the choice for the next time."""
        for name, box in self._boxes.items():
            store.remember_grid(_KEPT + name, _ON if box.isChecked() else "off")
        super().accept()
        path = Path(self.folder.filePath().strip()).expanduser()
        self.chosen.emit(
            EvidenceChoice(
                path,
                has_pdf=self.pdf.isChecked(),
                has_geotiffs=self.geotiffs.isChecked(),
                is_zip=self.zip.isChecked(),
            )
        )

    @property
    def _boxes(self) -> dict[str, QCheckBox]:
        return {"pdf": self.pdf, "geotiffs": self.geotiffs, "zip": self.zip}

    def _box(self, name: str, title: str) -> QCheckBox:
        box = QCheckBox(title)
        box.setChecked(store.recall_grid(_KEPT + name, "off") == _ON)
        return box

    def _lay_out(self, which: str) -> None:
        rows = QFormLayout(self)
        rows.addRow(wrapped_label(which))
        rows.addRow(tr("Folder"), self.folder)
        for box in self._boxes.values():
            rows.addRow("", box)
        told = tr(
            "Each parcel gets a folder of its own with the sheet, the rows of the record, the "
            "pictures and the list of their hashes. An index lists all bundles of the folder; "
            "what else is in it stays."
        )
        rows.addRow(wrapped_label(told))
        rows.addRow(self.buttons)
        self.setMinimumWidth(460)

    def _show_state(self, *_: object) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.folder.filePath().strip()))
