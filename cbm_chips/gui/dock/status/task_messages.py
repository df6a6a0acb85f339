"""Takes away what QGIS before 3.26 says of every task of more than some seconds."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsApplication
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt.QtCore import QObject, QTimer

from ....bridge.qt_alive import disconnect, is_alive
from ....bridge.tasks.quiet_task import is_quiet


class TaskMessages(QObject):
    """Of our tasks only: one that a person stopped would be reported as failed."""

    def __init__(self, bar: QgsMessageBar) -> None:
        """`bar` is QGIS's own."""
        super().__init__(bar)
        self._bar = bar
        bar.widgetAdded.connect(self._on_added)

    def unload(self) -> None:
        """Leave the bar alone."""
        disconnect(self._bar, "widgetAdded", self._on_added)
        if is_alive(self):
            self.deleteLater()

    def _on_added(self) -> None:
        tasks = QgsApplication.taskManager().tasks()
        ours = {task.description() for task in tasks if is_quiet(task)}
        for item in self._bar.items():
            if item.text() in ours:
                take_away = partial(self._take_away, item)
                QTimer.singleShot(0, take_away)  # the bar is not done with it yet

    def _take_away(self, item: QgsMessageBarItem) -> None:
        if is_alive(self, self._bar, item):
            self._bar.popWidget(item)
