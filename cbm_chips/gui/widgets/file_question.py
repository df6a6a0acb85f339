"""Asks for a file or a folder without blocking the window."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from qgis.PyQt.QtWidgets import QFileDialog, QWidget

Then = Callable[[Path], object]
_SUFFIX = re.compile(r"\*\.(\w+)")


def ask_where_to_save(
    window: QWidget,
    title: str,
    suggested: str,
    *,
    filters: Sequence[str],
    then: Then,
    name: str = "",
) -> QFileDialog:
    """Ask for a file that need not be there.

    Args:
        window: the dialog belongs to it.
        title: of the dialog.
        suggested: a file's name, with or without its folder.
        filters: as Qt takes them, such as `Tables (*.csv)`; a name without an ending gets the
            first one of the chosen filter.
        then: is called with the file, unless the user cancels.
        name: of the dialog, as an object.
    """
    dialog = _dialog(window, title, suggested, then, name)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(filters)
    dialog.setDefaultSuffix(_suffix_of(filters[0]))
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_suffix_of(chosen)))
    dialog.selectFile(suggested)
    dialog.open()
    return dialog


def ask_what_to_open(
    window: QWidget, title: str, *, filters: Sequence[str], then: Then, name: str = ""
) -> None:
    """Ask for a file that is there; see `ask_where_to_save`."""
    dialog = _dialog(window, title, "", then, name)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(filters)
    dialog.open()


def ask_for_folder(
    window: QWidget, title: str, suggested: Path, *, then: Then, name: str = ""
) -> None:
    """Ask for a folder that is there; see `ask_where_to_save`."""
    dialog = _dialog(window, title, str(suggested), then, name)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    dialog.open()


def _dialog(window: QWidget, title: str, suggested: str, then: Then, name: str) -> QFileDialog:
    dialog = QFileDialog(window, title, suggested)
    dialog.setObjectName(name)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.finished.connect(lambda result: dialog.deleteLater())
    return dialog


def _suffix_of(chosen: str) -> str:
    """`csv` of `Tables (*.csv)`."""
    found = _SUFFIX.search(chosen)
    return found[1] if found else ""
