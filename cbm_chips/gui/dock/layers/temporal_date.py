"""QGIS's temporal controller and the dock agree on the date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsDateTimeRange, QgsTemporalNavigationObject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QDateTime, QObject, Qt

from ....bridge.qt_alive import disconnect, is_alive
from ....core.pipeline.series import State

if TYPE_CHECKING:
    from ....core.pipeline.series import Entry
    from ...session.session import Session

_ANIMATED = QgsTemporalNavigationObject.NavigationMode.Animated


class TemporalDate(QObject):
    """Belongs to one dock.

    A step of the controller makes a date of its time the current one; another current date moves
    an animated controller to its step, if it has one. Neither answers the other.
    """

    def __init__(self, session: Session, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._canvas = session, canvas
        self._controller: QgsTemporalNavigationObject | None = None
        self._is_moving = False
        session.current.changed.connect(self._on_current)
        session.runs.began.connect(self.follow)
        self.follow()

    def follow(self, *_: object) -> None:
        """Hear the controller that the map has now."""
        controller = self._canvas.temporalController() if is_alive(self._canvas) else None
        if controller is self._controller:
            return
        self.unload()
        if isinstance(controller, QgsTemporalNavigationObject):
            self._controller = controller
            controller.updateTemporalRange.connect(self._on_range)

    def unload(self) -> None:
        """Hear nothing any more."""
        disconnect(self._controller, "updateTemporalRange", self._on_range)
        self._controller = None

    def _on_range(self, span: QgsDateTimeRange) -> None:
        if self._is_moving or span.isInfinite():
            return
        inside = [one for one in self._session.entries() if _is_in(span, one)]
        now = self._session.current.entry
        if not inside or any(now is not None and one.scene.id == now.scene.id for one in inside):
            return
        self._session.current.go_to(inside[-1].scene.id)

    def _on_current(self, entry: Entry | None) -> None:
        self.follow()
        controller = self._controller
        if entry is None or not is_alive(controller) or not entry.scene.is_dated:
            return
        if controller is None or controller.navigationMode() != _ANIMATED:
            return
        moment = _moment(entry)
        frame = controller.findBestFrameNumberForFrameStart(moment)
        is_there = controller.dateTimeRangeForFrameNumber(frame).contains(moment)
        if is_there and frame != controller.currentFrameNumber():
            self._is_moving = True
            controller.setCurrentFrameNumber(frame)
            self._is_moving = False


def _is_in(span: QgsDateTimeRange, entry: Entry) -> bool:
    return (
        entry.scene.is_dated
        and entry.state is not State.DUPLICATE
        and bool(span.contains(_moment(entry)))
    )


def _moment(entry: Entry) -> QDateTime:
    milliseconds = round(entry.scene.acquired.timestamp() * 1000)
    return QDateTime.fromMSecsSinceEpoch(milliseconds, Qt.TimeSpec.UTC)
