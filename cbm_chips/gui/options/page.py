"""The page "CbM Chips" in QGIS's options."""

from __future__ import annotations

from qgis.gui import QgsOptionsPageWidget, QgsScrollArea
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...bridge.settings import Settings, load, save
from ...bridge.sources.providers import all_providers, save_providers
from ...bridge.texts.translation import tr
from ..inspection.options.inspection_box import InspectionBox
from ..widgets.folder_field import folder_field
from ..widgets.wrapped_label import wrapped_label
from ..widgets.wrapping_layout import button_row
from .cache_box import CacheBox
from .cloud_classes import CloudClasses
from .package_box import PackageBox
from .provider_table import ProviderTable

MOST_THREADS = 64


class OptionsPage(QgsOptionsPageWidget):
    """Shows the stored settings; `apply` stores what is shown."""

    applied = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Starts looking into cache and packages, in worker threads."""
        super().__init__(parent)
        self.chips_folder = folder_field(tr("Folder for chips loaded as layers"))
        self.chips_folder.lineEdit().setPlaceholderText(tr("Beside the project"))
        self.cache = CacheBox()
        self.classes = CloudClasses()
        self.tolerance_pct, self.threads = _tolerance_field(), _threads_field()
        self.sources = ProviderTable()
        self.packages = PackageBox()
        self.inspection = InspectionBox()
        self.restore = QPushButton(tr("Restore defaults"))
        self.restore.setToolTip(tr("Folders, cache, clouds and reading; the sources stay."))
        self.restore.clicked.connect(lambda: self.show_settings(Settings()))
        self._lay_out()
        self.show_settings(load())
        self.sources.show_rows(all_providers())
        self.cache.look()
        self.packages.look()

    def show_settings(self, settings: Settings) -> None:
        """Fill the fields."""
        self.chips_folder.setFilePath(settings.chips_folder)
        self.cache.show_settings(settings)
        self._own_classes = settings.own_classes
        self.classes.set_classes(settings.bad_classes)
        self.tolerance_pct.setValue(settings.tolerance_pct)
        self.threads.setValue(settings.threads)
        self._package_index = settings.package_index
        self.packages.show_index(settings.package_index)

    def settings(self) -> Settings:
        """The fields as they are."""
        return Settings(
            chips_folder=self.chips_folder.filePath().strip(),
            cache_folder=self.cache.folder.filePath().strip(),
            cache_size_mb=self.cache.size_mb.value(),
            bad_classes=self.classes.classes(),
            tolerance_pct=self.tolerance_pct.value(),
            own_classes=self._own_classes,
            threads=self.threads.value(),
            package_index=self.packages.index_typed(self._package_index),
        )

    def apply(self) -> None:
        save(self.settings())
        save_providers(self.sources.rows())
        problem = self.inspection.apply()
        self.applied.emit()
        if problem:  # the dialog closes, and what was typed with it
            QMessageBox.warning(self, tr("Inspection"), problem)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        parts = (
            self.sources,
            self._files(),
            self.cache,
            self._clouds(),
            self._reading(),
            self.inspection,
            self.packages,
            button_row(self.restore),
        )
        for part in parts:
            column.addWidget(part)
        column.addStretch()
        area = QgsScrollArea()  # the wheel scrolls the page, not the value below it
        area.setWidgetResizable(True)
        area.setFrameShape(QgsScrollArea.Shape.NoFrame)
        area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _files(self) -> QGroupBox:
        box = QGroupBox(tr("Layers"))
        _form(box).addRow(tr("Folder for chips"), self.chips_folder)
        return box

    def _clouds(self) -> QGroupBox:
        box = QGroupBox(tr("Clouds"))
        form = _form(box)
        form.addRow(
            wrapped_label(tr("A pixel of a ticked class of the scene classification is bad."))
        )
        form.addRow(self.classes)
        form.addRow(tr("Tolerance"), self.tolerance_pct)
        return box

    def _reading(self) -> QGroupBox:
        box = QGroupBox(tr("Reading"))
        _form(box).addRow(tr("Files read at once"), self.threads)
        return box


def _form(box: QGroupBox) -> QFormLayout:
    form = QFormLayout(box)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return form


def _tolerance_field() -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setRange(0, 100)
    field.setDecimals(1)
    field.setSuffix(tr(" %"))
    name = tr("Bad pixels a clear date may have, per cent")
    field.setAccessibleName(name)
    field.setToolTip(name)
    return field


def _threads_field() -> QSpinBox:
    field = QSpinBox()
    field.setRange(1, MOST_THREADS)
    field.setAccessibleName(tr("Files read at once"))
    field.setToolTip(tr("Fewer are kinder to slow lines and small servers."))
    return field
