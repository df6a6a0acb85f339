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

_LEVELS = (
    (logging.ERROR, Qgis.MessageLevel.Critical),
    (logging.WARNING, Qgis.MessageLevel.Warning),
    (logging.NOTSET, Qgis.MessageLevel.Info),
)
_FAULTS = (Absence.FAILED, Absence.UNUSABLE)


class QgisLog(logging.Handler):
    """Sends what is logged to QGIS's log, from any thread; only faults notify the user."""

    def __init__(self) -> None:
        """Not installed yet."""
        super().__init__(logging.INFO)

    def emit(self, record: logging.LogRecord) -> None:
        level = next(level for least, level in _LEVELS if record.levelno >= least)
        is_fault = record.levelno >= logging.WARNING
        QgsMessageLog.logMessage(plain_log(self.format(record)), LOG_TAG, level, is_fault)


def install_log() -> QgisLog:
    """Copy our log to QGIS's log, until `remove_log`."""
    log = QgisLog()
    logging.getLogger(PACKAGE).setLevel(logging.INFO)
    logging.getLogger(PACKAGE).addHandler(log)
    return log


def remove_log(log: QgisLog) -> None:
    """Remove what `install_log` returned."""
    logging.getLogger(PACKAGE).removeHandler(log)
    logging.getLogger(PACKAGE).setLevel(logging.NOTSET)


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
