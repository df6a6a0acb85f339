"""Copies and saves the plot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from qgis.PyQt.QtCore import QMimeData, QObject, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QWidget

from ...bridge.plot.export import PlotExport, image_of, save_plot, table_text
from ...bridge.tasks.background_call import BackgroundCall
from ...bridge.texts.translation import tr
from ..widgets.file_question import ask_where_to_save

_KINDS = ("png", "svg", "csv")


class PlotSaver(QObject):
    """Asks for a file without blocking the window and writes it in a thread."""

    saved = pyqtSignal(object)
    """A `CallResult`: the path, or why there is no file."""

    def __init__(self, order: Callable[[], PlotExport], window: QWidget) -> None:
        """`order` gives what is shown now; the question for a file belongs to `window`."""
        super().__init__(window)
        self._order, self._window = order, window

    def copy(self) -> None:
        """A picture for documents, the numbers for spreadsheets."""
        order, data = self._order(), QMimeData()
        data.setImageData(image_of(order))
        data.setText(table_text(order))
        QGuiApplication.clipboard().setMimeData(data)

    def ask_and_save(self) -> None:
        """Ask where."""
        order = self._order()
        name = "".join(char if char.isalnum() or char in "-_" else "_" for char in order.title)
        ask_where_to_save(
            self._window,
            tr("Save the plot"),
            f"{name or 'series'}.png",
            filters=[f"{kind.upper()} (*.{kind})" for kind in _KINDS],
            then=partial(self.save, order),
        )

    def save(self, order: PlotExport, path: Path) -> None:
        """Write in a worker thread; `saved` brings the result."""
        call = BackgroundCall(tr("Save the plot"), lambda: str(save_plot(order, path)))
        call.done.connect(self.saved)
        call.start()
