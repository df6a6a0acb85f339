"""A task whose end is shown by whoever asked for it."""

from __future__ import annotations

from qgis.core import QgsTask

_MARK = "cbm_chips_is_quiet"


class QuietTask(QgsTask):
    """Can be cancelled; QGIS pops up no message at its end, however long it took.

    QGIS has no word for that before 3.26: there `gui/dock/status/task_messages.py` takes it away.
    """

    def __init__(self, name: str, *, is_hidden: bool = False) -> None:
        """`name` is for QGIS's task panel, which leaves out a hidden one, where QGIS can."""
        super().__init__(name, _flags("Silent", "Hidden") if is_hidden else _flags("Silent"))
        self.setProperty(_MARK, True)


def is_quiet(task: QgsTask) -> bool:
    """Also of an ended task, of which nothing but Qt's object is left."""
    return bool(task.property(_MARK))


def _flags(*since_3_26: str) -> QgsTask.Flags:
    flags = QgsTask.Flags(QgsTask.Flag.CanCancel)
    for name in since_3_26:
        if hasattr(QgsTask.Flag, name):
            flags |= getattr(QgsTask.Flag, name)
    return flags
