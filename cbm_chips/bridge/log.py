"""QGIS's log: what core logs (tracebacks of faults, set-aside caches), and why dates failed."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsMessageLog

from ..core.model import Absence, Chip, FailedChip, Place, Scene
from .texts.plain_text import plain_log

if TYPE_CHECKING:
    from ..core.pipeline.events import Event

LOG_TAG = "CbM Chips"
PACKAGE = __name__.rpartition(".bridge.")[0]
"""In QGIS it begins with the name of the plugin's folder."""

_FAULTS = (Absence.FAILED, Absence.UNUSABLE)


class QgisLog(logging.Handler):
    """Sends warnings and errors to QGIS's log, from any thread."""

    def __init__(self) -> None:
        """Not installed yet."""
        super().__init__(logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        is_error = record.levelno >= logging.ERROR
        level = Qgis.MessageLevel.Critical if is_error else Qgis.MessageLevel.Warning
        QgsMessageLog.logMessage(plain_log(self.format(record)), LOG_TAG, level)


def install_log() -> QgisLog:
    """Copy our log to QGIS's log, until `remove_log`."""
    log = QgisLog()
    logging.getLogger(PACKAGE).addHandler(log)
    return log


def remove_log(log: QgisLog) -> None:
    """Remove what `install_log` returned."""
    logging.getLogger(PACKAGE).removeHandler(log)


def log_failures(events: tuple[Event, ...], place: Place) -> None:
    """Log why dates, and bands of dates, failed; without a notification."""
    for event in events:
        for words in _failures(event):
            text = plain_log(f"{place.name}: {words}")
            QgsMessageLog.logMessage(text, LOG_TAG, Qgis.MessageLevel.Warning, False)


def _failures(event: Event) -> Iterator[str]:
    if isinstance(event, FailedChip) and event.absence in _FAULTS:
        yield f"{_of(event.scene)}: {event.reason}"
    elif isinstance(event, Chip):
        for band, why in event.failures.items():
            yield f"{_of(event.scene)} {band}: {why}"


def _of(scene: Scene) -> str:
    return " ".join(filter(None, (scene.label, scene.id)))
