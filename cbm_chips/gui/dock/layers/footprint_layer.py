"""The dates on show as one layer of outlines; a feature that is selected leads to its date."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ....bridge.layers.footprints import (
    OTHER,
    SCENE_ID,
    STYLES,
    DatedOutline,
    footprint_layer,
    footprint_layers,
)
from ....bridge.qt_alive import disconnect, is_alive
from ....bridge.texts.translation import tr, tr_count
from ....bridge.texts.words import worded
from ....core.pipeline.series import Entry, State
from ...session.session import Session
from ...widgets.menu import action

if TYPE_CHECKING:
    from ....core.model import Place

_NO_DATES = frozenset({State.DUPLICATE, State.UNUSABLE})


class FootprintLayers(QObject):
    """Belongs to one dock; layers of an opened project are followed as well."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._followed: dict[str, QgsVectorLayer] = {}
        text = tr("Load the dates as footprints (one layer with a time each)")
        self.action = action(self, "CbmChipsFootprints", text, self.load)
        self.actions = [self.action]
        QgsProject.instance().layersAdded.connect(self._on_added)
        for layer in footprint_layers():
            self._follow(layer)

    def load(self) -> None:
        """A new layer on top of the project's tree."""
        shown, entries = self._session.shown, self._session.entries()
        footprints = [_footprint(one) for one in entries if _is_date(one)]
        if shown is None or not footprints:
            self._session.remark(tr("There are no dates to load yet."))
            return
        place = shown.request.place
        outline = _outline(place, entries)
        if outline is None:
            self._session.remark(tr("Footprints need a parcel, or a date that was read."))
            return
        layer = footprint_layer(place.name, outline, footprints)
        project = QgsProject.instance()
        project.addMapLayer(layer, False)
        project.layerTreeRoot().insertLayer(0, layer)
        count = len(footprints)
        words = tr_count("{count} dates are a layer now: select one to see its pixels.", count)
        self._session.remark(words)

    def unload(self) -> None:
        """Follow no layer any more."""
        disconnect(QgsProject.instance(), "layersAdded", self._on_added)
        for layer in self._followed.values():
            if is_alive(layer):
                disconnect(layer, "selectionChanged", self._on_selected)
        self._followed = {}

    def _on_added(self, layers: Sequence[Any]) -> None:
        ours = {layer.id() for layer in footprint_layers()}
        for layer in layers:
            if layer.id() in ours:
                self._follow(layer)

    def _follow(self, layer: QgsVectorLayer) -> None:
        if layer.id() not in self._followed:
            self._followed[layer.id()] = layer
            layer.selectionChanged.connect(self._on_selected)
            layer.willBeDeleted.connect(partial(self._followed.pop, layer.id(), None))

    def _on_selected(self, selected: Sequence[int], *_: object) -> None:
        """The feature that was selected last: its date is current; one not read yet is read."""
        layer = self.sender()
        if not selected or not isinstance(layer, QgsVectorLayer):
            return
        scene_id = str(layer.getFeature(max(selected))[SCENE_ID])
        entry = next((one for one in self._session.entries() if one.scene.id == scene_id), None)
        if entry is None:
            self._session.remark(tr("This date is not among those on show."))
            return
        self._session.current.go_to(scene_id)
        if entry.is_retryable and entry.chip is None:
            self._session.retry([entry])


def _is_date(entry: Entry) -> bool:
    return entry.scene.is_dated and entry.state not in _NO_DATES


def _footprint(entry: Entry) -> DatedOutline:
    flag = entry.flag.value if entry.flag is not None else OTHER
    state = "doubtful" if entry.is_doubtful else flag
    return DatedOutline(
        entry.scene.acquired,
        state if state in STYLES else OTHER,
        entry.cloud_fraction,
        None if entry.likely_cloud_fraction is None else entry.is_doubtful,
        entry.scene.id,
        worded(entry.reason) if entry.reason else "",
    )


def _outline(place: Place, entries: Sequence[Entry]) -> bytes | None:
    """The parcel's, else the square of the chips; None where neither is known."""
    if place.outline is not None:
        return bytes(place.outline.wkb)
    from shapely.geometry import box

    from ....core.projection import to_wgs84

    grid = next((one.chip.grid for one in entries if one.chip is not None), None)
    return None if grid is None else bytes(to_wgs84(box(*grid.bounds), grid.epsg).wkb)
