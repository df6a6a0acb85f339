"""A field for a folder, with a button that opens the chooser."""

from __future__ import annotations

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QToolButton

from ...bridge.texts.translation import tr


def folder_field(name: str) -> QgsFileWidget:
    """`name` is what a screen reader says; it heads the chooser as well."""
    field = QgsFileWidget()
    field.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
    field.setDialogTitle(name)
    field.lineEdit().setAccessibleName(name)
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(tr("Choose: {name}").format(name=name))
    return field
