"""Says in QGIS's message bar that a file is there, with a button that opens it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QPushButton

from ...bridge.qt_alive import is_alive
from ...bridge.texts.plain_text import plain_message
from ...bridge.texts.translation import tr

SHOWN_S = 20


class OpenMessage(QObject):
    """Belongs to whoever writes the files; the message may outlive it."""

    def __init__(self, iface: Any, remark: Callable[[str], object], parent: QObject) -> None:
        """`iface` has the message bar; `remark` says that a file could not be opened."""
        super().__init__(parent)
        self._iface, self._remark = iface, remark

    def show(self, words: str, path: Path, *, is_good: bool = True) -> None:
        """Say that the file is there."""
        bar = self._iface.messageBar()
        message = bar.createMessage(tr("CbM Chips"), plain_message(words))
        button = QPushButton(tr("Open"))
        button.clicked.connect(partial(self.open, path))
        message.layout().addWidget(button)
        level = Qgis.MessageLevel.Success if is_good else Qgis.MessageLevel.Warning
        bar.pushWidget(message, level, SHOWN_S)

    def open(self, path: Path, *_: object) -> None:
        """As the desktop opens such files."""
        opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        if not opened and is_alive(self):
            self._remark(tr("Nothing opened {path}.").format(path=path))
