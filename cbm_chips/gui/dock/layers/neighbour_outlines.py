"""The features around the place in all pictures, by a switch."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ....bridge.parcels.neighbours import MOST, NeighbourLayer, read_neighbours
from ....bridge.tasks.background_call import BackgroundCall, CallResult
from ....bridge.tasks.chip_task import Batch
from ....bridge.tasks.latest_call import LatestCall
from ....bridge.tasks.pictures import Neighbours
from ....bridge.texts.translation import tr
from ....core.pipeline.events import Found
from ...session.form_values import store
from ...session.session import Session
from ...widgets.menu import action

if TYPE_CHECKING:
    from ....core.model import Grid, Place
    from ...session.runs import Run

NAME, ON, OFF = "neighbours", "on", "off"
MOST_LAYERS = 4
"""So many are looked through for one that has features around the place."""


class NeighbourOutlines(QObject):
    """Belongs to one dock. Nothing is read from a layer while the switch is off."""

    def __init__(
        self,
        session: Session,
        *,
        layers: Callable[[], list[QgsVectorLayer]],
        show: Callable[[Neighbours], object],
        parent: QObject,
    ) -> None:
        """`layers` gives those with parcels, the likeliest first; `show` draws outlines."""
        super().__init__(parent)
        self._session, self._layers, self._show = session, layers, show
        self._ground: tuple[Place, Grid] | None = None
        self._call = LatestCall(self)
        self._call.done.connect(self._hear)
        text = tr("Outlines and crops of the parcels around")
        self.action = action(
            self, "CbmChipsNeighbours", text, self._on_switched, icon="mIconPolygonLayer"
        )
        self.action.setCheckable(True)
        self.action.setChecked(store.recall_grid(NAME, OFF) == ON)
        session.runs.began.connect(self._on_began)
        session.runs.news.connect(self._on_news)

    @property
    def is_reading(self) -> bool:
        """Outlines are on their way."""
        return self._call.is_running

    def stop(self) -> None:
        """Read no further; leave no task behind."""
        self._call.stop()

    def _on_switched(self) -> None:
        is_on = self.action.isChecked()
        store.remember_grid(NAME, ON if is_on else OFF)
        self.stop()
        self._show(Neighbours())
        if is_on and not self._layers():
            self._session.remark(tr("No layer on the map has polygons: add one with your parcels."))
        self._read()

    def _on_began(self, run: Run) -> None:
        if not run.only:
            self.stop()
            self._ground = None

    def _on_news(self, batch: Batch) -> None:
        shown = self._session.shown
        for event in batch.events:
            if isinstance(event, Found) and shown is not None:
                self._ground = shown.request.place, event.grid
                self._read()

    def _read(self) -> None:
        if self._ground is None or not self.action.isChecked():
            return
        place, grid = self._ground
        known = [one for one in self._layers() if one.crs().isValid()]
        layers = [NeighbourLayer.of(one, grid) for one in known[:MOST_LAYERS]]
        name = tr("CbM Chips: parcels around {place}").format(place=place.name)
        self._call.start(BackgroundCall(name, lambda: read_neighbours(layers, place, grid)))

    def _hear(self, result: CallResult) -> None:
        if result.problem:
            self._session.remark(result.problem)
            return
        self._show(result.value)
        if result.value.is_cut:
            text = tr("Of the parcels around, only {count} are drawn: there are more.")
            self._session.remark(text.format(count=MOST))
