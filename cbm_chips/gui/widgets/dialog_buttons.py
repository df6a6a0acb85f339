"""Buttons below dialogs and questions, in the language of the plugin's other words.

Qt has the words of its own buttons in files that not every installation has, nor in every language.
"""

from __future__ import annotations

from typing import Union

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QWidget

from ...bridge.texts.translation import tr


def dialog_buttons(dialog: QDialog, *names: str) -> QDialogButtonBox:
    """The row below a dialog, which they close; `names` are Qt's, such as `Ok`."""
    row = QDialogButtonBox()
    for name in names:
        row.addButton(getattr(QDialogButtonBox.StandardButton, name))
    put_in_words(row)
    row.accepted.connect(dialog.accept)
    row.rejected.connect(dialog.reject)
    return row


def put_in_words(row: Union[QDialogButtonBox, QMessageBox]) -> None:
    """Name its buttons; each may be given words of its own afterwards."""
    words = {
        "Ok": tr("OK"),
        "Cancel": tr("Cancel"),
        "Close": tr("Close"),
        "Save": tr("Save"),
        "Yes": tr("Yes"),
        "No": tr("No"),
    }
    for name, text in words.items():
        button = row.button(getattr(type(row).StandardButton, name))
        if button is not None:
            button.setText(text)


def is_confirmed(parent: QWidget, question: str) -> bool:
    """A person says yes; the window waits for it."""
    choices = QMessageBox.StandardButton
    box = QMessageBox(
        QMessageBox.Icon.Question, tr("CbM Chips"), question, choices.Yes | choices.No, parent
    )
    put_in_words(box)
    said = box.exec()
    box.deleteLater()
    return bool(said == choices.Yes)
