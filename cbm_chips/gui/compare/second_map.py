"""Renders the map with the second date in place of the first, in QGIS's own threads."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...bridge.qt_alive import disconnect, is_alive
from .swipe_item import RenderedMap

PAUSE_MS = 30
"""The map asks several times while it is dragged or resized; the last one counts."""


class SecondMap(QObject):
    """Rendered anew whenever the map is; until it is finished, the former picture stands in."""

    rendered = pyqtSignal(object)
    """A `RenderedMap`."""

    def __init__(self, canvas: QgsMapCanvas, parent: QObject) -> None:
        """Renders nothing before `begin`."""
        super().__init__(parent)
        self._canvas = canvas
        self._layers: tuple[QgsRasterLayer, QgsRasterLayer] | None = None
        self._job: QgsMapRendererParallelJob | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._start)

    def begin(self, first: QgsRasterLayer, second: QgsRasterLayer) -> None:
        """From now on, `second` in place of `first`."""
        self.end()
        self._layers = (first, second)
        self._canvas.renderStarting.connect(self.refresh)
        second.repaintRequested.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """The map, or the second layer, is to be drawn otherwise."""
        if is_alive(self):
            self._pause.start()

    def end(self) -> None:
        """Render no more; what is being rendered is given up without waiting for it."""
        if is_alive(self._pause):
            self._pause.stop()
        self._give_up()
        if self._layers is not None:
            disconnect(self._canvas, "renderStarting", self.refresh)
            disconnect(self._layers[1], "repaintRequested", self.refresh)
            self._layers = None

    def settings(self) -> QgsMapSettings | None:
        """Those of the map, with the one layer in place of the other; None while it has neither."""
        if self._layers is None or not is_alive(self._canvas, *self._layers):
            return None
        first, second = self._layers
        settings = QgsMapSettings(self._canvas.mapSettings())
        layers = settings.layers()
        if first not in layers:
            return None
        others = [layer for layer in layers if layer != second]
        if settings.isTemporal():  # the controller shows the moment of the first
            settings.setTemporalRange(second.temporalProperties().fixedTemporalRange())
        settings.setLayers([second if layer == first else layer for layer in others])
        return settings

    def _start(self) -> None:
        settings = self.settings()
        if settings is None:
            return
        self._give_up()
        self._job = QgsMapRendererParallelJob(settings)
        self._job.finished.connect(self._tell)
        self._job.start()

    def _tell(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            self.rendered.emit(RenderedMap(job.renderedImage(), job.mapSettings()))
            _delete_later(job)

    def _give_up(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        disconnect(job, "finished", self._tell)
        if job.isActive():
            _leaving.add(job)
            job.finished.connect(partial(_delete_later, job))
            job.cancelWithoutBlocking()
        else:
            _delete_later(job)


_leaving: set[QgsMapRendererParallelJob] = set()
"""Jobs that are not wanted any more, until their threads have ended."""


def _delete_later(job: QgsMapRendererParallelJob) -> None:
    """Not within a signal of its own."""
    _leaving.add(job)
    QTimer.singleShot(0, partial(_leaving.discard, job))
