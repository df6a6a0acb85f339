"""A cancelled run: what waits for a server ends at once, and what was done is kept and loaded.

QGIS takes a cancelled algorithm for a failed one and loads nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QThread, pyqtSignal

from ...core.cancellation import Cancellation

COMMAND = "qgis_process"


@contextmanager
def cancelled_by(feedback: QgsProcessingFeedback) -> Iterator[None]:
    """What this thread does meanwhile ends when the user cancels.

    The built-in sample is made when it is opened for the first time, which takes a while.
    """
    stop = Cancellation()
    # at once, in the thread that cancels: this one waits and handles no events
    feedback.canceled.connect(stop.cancel, Qt.ConnectionType.DirectConnection)
    try:
        with stop.for_this_thread():
            if feedback.isCanceled():
                stop.cancel()
            yield
    finally:
        feedback.canceled.disconnect(stop.cancel)


def is_cancelled(feedback: QgsProcessingFeedback) -> bool:
    """The user has cancelled; ask it again and again while nothing arrives.

    `qgis_process` hears of Ctrl+C in its event loop, which a run of many seconds does not enter.
    """
    if QgsApplication.platform() == COMMAND:
        QCoreApplication.processEvents()
    return bool(feedback.isCanceled())


def keep(told: str, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
    """Say what a cancelled run has done, and load it where QGIS will not.

    Call it when all files are closed.

    Raises:
        QgsProcessingException: in `qgis_process`, whose exit status then tells scripts that
            something is missing.
    """
    feedback.pushWarning(told)
    if QgsApplication.platform() == COMMAND:
        raise QgsProcessingException(told)
    is_in_task = QThread.currentThread() != QgsApplication.instance().thread()
    if is_in_task and context.project() is not None and context.layersToLoadOnCompletion():
        _Loader.load(context)


class _Loader(QObject):
    """Loads the layers of a context in the main thread, as QGIS does of runs that end well."""

    _arrived = pyqtSignal(object)
    _kept: ClassVar[list[_Loader]] = []

    def __init__(self) -> None:
        super().__init__()
        self.moveToThread(QgsApplication.instance().thread())
        self._arrived.connect(self._on_arrived)

    @classmethod
    def load(cls, context: QgsProcessingContext) -> None:
        """Take over its layers; from the thread of the context."""
        kept = QgsProcessingContext()
        kept.setProject(context.project())
        kept.setTransformContext(context.transformContext())
        kept.takeResultsFrom(context)
        kept.pushToThread(QgsApplication.instance().thread())
        loader = cls()
        cls._kept.append(loader)
        loader._arrived.emit(kept)

    def _on_arrived(self, context: QgsProcessingContext) -> None:
        feedback = QgsProcessingFeedback(False)
        for name, details in context.layersToLoadOnCompletion().items():
            layer = QgsProcessingUtils.mapLayerFromString(name, context, True)
            if layer is None:
                continue
            details.setOutputLayerName(layer)
            details.project.addMapLayer(context.temporaryLayerStore().takeMapLayer(layer))
            if details.postProcessor() is not None:
                details.postProcessor().postProcessLayer(layer, context, feedback)
        self._kept.remove(self)
