"""Where the questions of a queue come from: a layer, a file, a table of the project."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QToolButton, QVBoxLayout, QWidget

from ....bridge.texts.plain_text import plain_entry
from ....bridge.texts.translation import tr

ALL, SELECTED, FILE = "all", "selected", "file"


class QuestionSource(QWidget):
    """A choice, and a field for the file where it is one."""

    changed = pyqtSignal()

    def __init__(self, *, is_selected: bool) -> None:
        """`is_selected`: some parcels are, so that these are the likeliest."""
        super().__init__()
        self.box, self.file = QComboBox(), QgsFileWidget()
        self.box.setAccessibleName(tr("Questions"))
        for text, kind in (
            (tr("A file: JRC's QUASSA sample, or any table"), FILE),
            (tr("All parcels of the layer"), ALL),
            (tr("The selected parcels of the layer"), SELECTED),
        ):
            self.box.addItem(text, kind)
        for layer in _tables():
            text = tr("Table “{name}”").format(name=layer.name())
            self.box.addItem(plain_entry(text), layer.id())
        if is_selected:
            self.box.setCurrentIndex(self.box.findData(SELECTED))
        self._prepare_file()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.box)
        rows.addWidget(self.file)
        self._show_file()
        self.box.currentIndexChanged.connect(self._on_chosen)
        self.file.fileChanged.connect(lambda path: self.changed.emit())

    @property
    def kind(self) -> str:
        """ALL, SELECTED, FILE, or the id of a table's layer."""
        return str(self.box.currentData())

    @property
    def is_table(self) -> bool:
        """The questions are rows of a table."""
        return self.kind not in (ALL, SELECTED)

    @property
    def path(self) -> str:
        """Of the file; empty for none."""
        return str(self.file.filePath()).strip()

    def choose_file(self, path: str) -> None:
        """As if the user had chosen it."""
        self.box.setCurrentIndex(self.box.findData(FILE))
        self.file.setFilePath(path)

    def choose(self, kind: str) -> None:
        """As if the user had chosen it."""
        self.box.setCurrentIndex(self.box.findData(kind))

    def _prepare_file(self) -> None:
        name = tr("File of the sample")
        tables = tr("Tables ({0})").format("*.csv *.txt *.tsv *.xlsx *.ods *.dbf *.gpkg")
        self.file.setFilter(";;".join((tables, tr("All files ({0})").format("*"))))
        self.file.setDialogTitle(name)
        self.file.lineEdit().setAccessibleName(name)
        for button in self.file.findChildren(QToolButton):
            button.setAccessibleName(tr("Choose: {name}").format(name=name))

    def _on_chosen(self) -> None:
        self._show_file()
        self.changed.emit()

    def _show_file(self) -> None:
        self.file.setVisible(self.kind == FILE)


def _tables() -> list[QgsVectorLayer]:
    layers = QgsProject.instance().mapLayers().values()
    vectors = (one for one in layers if one.type() == QgsMapLayer.LayerType.VectorLayer)
    tables = [one for one in vectors if one.isValid() and not one.isSpatial()]
    return sorted(tables, key=lambda one: str(one.name()))
