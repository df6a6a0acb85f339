"""Where the record of answers is kept, and who answers; asked once."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ....bridge.texts.translation import tr
from ...widgets.dialog_buttons import dialog_buttons
from ...widgets.wrapped_label import wrapped_label

SUFFIX = ".gpkg"


class RecordDialog(QDialog):
    """`chosen` brings path and inspector, once."""

    chosen = pyqtSignal(str, str)

    def __init__(self, path: Path, inspector: str, parent: QWidget | None = None) -> None:
        """Offers `path` and `inspector`."""
        super().__init__(parent)
        self.setObjectName("CbmChipsRecord")
        self.setWindowTitle(tr("Record of answers"))
        self.file, self.inspector = QgsFileWidget(), QLineEdit(inspector)
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setConfirmOverwrite(False)
        self.file.setFilter(tr("GeoPackage") + " (*.gpkg)")
        self.file.setDialogTitle(tr("Record of answers"))
        self.file.setFilePath(str(path))
        self.file.lineEdit().setAccessibleName(tr("File of the record"))
        self.inspector.setAccessibleName(tr("Inspector"))
        self.buttons = dialog_buttons(self, "Ok", "Cancel")
        self._lay_out()
        self._offer()

    def accept(self) -> None:
        """With an ending."""
        path = Path(self.file.filePath().strip()).expanduser()
        if path.suffix.lower() != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        super().accept()
        self.chosen.emit(str(path), self.inspector.text().strip())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("File"), self.file)
        form.addRow(tr("Inspector"), self.inspector)
        rows = QVBoxLayout(self)
        rows.addWidget(
            wrapped_label(
                tr(
                    "Answers are kept in a file of their own; nothing in it is ever overwritten. "
                    "A file that is there already is gone on with."
                )
            )
        )
        rows.addLayout(form)
        rows.addWidget(self.buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 80, self.sizeHint().height())
        self.file.fileChanged.connect(self._offer)
        self.inspector.textChanged.connect(self._offer)

    def _offer(self, *_: object) -> None:
        is_whole = bool(self.file.filePath().strip() and self.inspector.text().strip())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_whole)
