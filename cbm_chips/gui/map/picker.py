"""Pointing at places: a click on the map, a parcel of any layer, the next one, all selected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Callable

from qgis.core import (
    QgsFeature,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAction

from ...bridge.parcels.feature_access import is_quick_by_id
from ...bridge.parcels.geometry import ToWgs84
from ...bridge.qt_alive import disconnect, is_alive
from ...bridge.texts.translation import tr
from ...bridge.texts.words import worded
from ...core.errors import RequestError
from ...core.model import Grid, Place
from ...core.scenes.grids import grid_of
from .follow import MapFollower
from .markers import PlaceMarkers
from .parcel_look_up import ParcelLookUp
from .parcel_walk import ParcelWalk
from .picked_places import PickedPlaces, place_of
from .picker_actions import picker_action
from .tools import ClickTool, ToolSwitch, is_polygon_layer, polygon_layers


class MapPicker(QObject):
    """Actions that give places, and what is drawn of the current one on the map."""

    placePicked = pyqtSignal(object)
    """A `Place`."""
    placesPicked = pyqtSignal(object)
    """A sequence of places, at least one; see `PickedPlaces`."""
    problem = pyqtSignal(str)
    """Why there is no place, as a sentence."""
    selection_changed = pyqtSignal()
    """In a layer on the map."""

    def __init__(self, iface_or_canvas: Any, parent: QObject | None = None) -> None:
        """Nothing is active yet."""
        super().__init__(parent)
        is_canvas = isinstance(iface_or_canvas, QgsMapCanvas)
        self._canvas = iface_or_canvas if is_canvas else iface_or_canvas.mapCanvas()
        self._markers = PlaceMarkers(self._canvas)
        self._canvas.destinationCrsChanged.connect(self._markers.redraw)
        self._follower = MapFollower(self._canvas)
        self._drawn: Place | None = None
        self._canvas.selectionChanged.connect(self._tell_of_selection)
        self._is_unloaded = False
        self._walk = ParcelWalk(self._walked_layers, self)
        self._walk.reached.connect(self.pick)
        self._look_up = ParcelLookUp(self)
        self._look_up.told.connect(self.problem)
        self._walk.problem.connect(self.problem)
        self.service: Callable[[Place], bool] | None = None
        """Called first on a click with the parcel tool; True if it handles the click."""
        self.is_elsewhere: Callable[[Place], bool] = lambda _: False
        """Called where no parcel is under a click; True if it has said why."""
        self.steps_aside: Callable[[int], bool] | None = None
        """Called first on a step to the next or previous parcel; True if it handles it."""
        self.escape: Callable[[], object] = self.leave
        """Called on Esc on the map while a tool of ours is active."""
        self.key: Callable[[QKeyEvent], object] = QKeyEvent.ignore
        """Called on the other keys that the map has no use for, while a tool of ours is active."""
        self._switch = ToolSwitch(self._canvas)
        self.clickAction = self._tool_action("Click", self._pick_point)
        self.parcelAction = self._tool_action("Parcel", self._pick_parcel)
        self.previousAction = picker_action(self, "Previous", lambda: self._step(-1))
        self.nextAction = picker_action(self, "Next", lambda: self._step(1))
        self.selectedAction = picker_action(self, "Selected", self._selected)

    @property
    def actions(self) -> list[QAction]:
        """All of them, in the order of a toolbar."""
        tools = [self.clickAction, self.parcelAction]
        return [*tools, self.previousAction, self.nextAction, self.selectedAction]

    @property
    def is_active(self) -> bool:
        """The map's tool is one of ours."""
        return self._switch.is_active

    @property
    def has_focus(self) -> bool:
        """The map has the focus, with a tool of ours."""
        return self.is_active and bool(self._canvas.hasFocus())

    def begin(self) -> None:
        """Ask for a place with the tool that is at hand already, else by a click."""
        if not self.is_active:
            self.clickAction.trigger()

    def show_place(self, place: Place, size_m: int, *, grid: Grid | None = None) -> None:
        """Draw the place, and see to it that the map shows it.

        Args:
            place: where it is another one than before, the map follows; see `stay_at`.
            size_m: of its chip.
            grid: of its chip, where it is known better than by place and size.
        """
        if place != self._drawn:
            self._look_up.stop()
        self._walk.show(place)
        self._markers.show(place, grid or grid_of(place, size_m))
        if place != self._drawn:
            self._drawn = place
            self._follower.show(place, self._markers.extent())

    def parcel_layers(self) -> list[QgsVectorLayer]:
        """Layers with parcels: that of the one on show, then as the map has them."""
        return self._walked_layers(self._walk.layer) if is_alive(self._canvas) else []

    def stay_at(self, place: Place) -> None:
        """The map is right for this place already."""
        self._follower.stay_at(place)

    def zoom_to_place(self) -> None:
        """Zoom the map to the chip, if a place is drawn."""
        extent = self._markers.extent() if is_alive(self._canvas) else None
        if extent is not None:
            self._follower.zoom_to(extent)

    def clear(self) -> None:
        """Remove what is drawn; the tool stays."""
        self._markers.clear()

    def stop_looking(self) -> bool:
        """Look no further for a parcel; False if none was looked for."""
        was_looking = self._look_up.stop()
        return self._walk.stop() or was_looking

    def leave(self) -> bool:
        """Restore the former tool; False if none of ours was active."""
        return self._switch.leave()

    def unload(self) -> None:
        """Remove tools, markers and tasks; may be called twice."""
        if self._is_unloaded:
            return
        self._is_unloaded = True
        self.stop_looking()
        self._markers.clear()
        self._switch.remove_all()
        disconnect(self._canvas, "destinationCrsChanged", self._markers.redraw)
        disconnect(self._canvas, "selectionChanged", self._tell_of_selection)
        for made in filter(is_alive, self.actions):
            made.deleteLater()

    def _tool_action(self, name: str, pick: Callable[[QgsPointXY], None]) -> QAction:
        made = picker_action(self, name, lambda: self._switch_to(tool))
        made.setCheckable(True)
        made.setToolTip(tr("{action}; Esc gives the former tool back").format(action=made.text()))
        tool = ClickTool(self._canvas, made)
        tool.picked.connect(pick)
        tool.escaped.connect(self._on_escape)
        tool.keyed.connect(self._on_key)
        self._switch.add(tool)
        return made

    def _switch_to(self, tool: ClickTool) -> None:
        """As with QGIS's own tools, a click on the button of the active one leaves it active."""
        if is_alive(self._canvas, tool):
            self._switch.activate(tool)
            tool.action().setChecked(True)

    def _on_escape(self) -> None:
        self.escape()

    def _on_key(self, event: QKeyEvent) -> None:
        self.key(event)

    def _tell_of_selection(self, *_: Any) -> None:
        self.selection_changed.emit()

    def _pick_point(self, point: QgsPointXY) -> None:
        to_wgs84 = self._map_to_wgs84()
        if to_wgs84 is None:
            return
        try:
            place = to_wgs84.place_of_point(point)
        except RequestError:
            self.problem.emit(tr("There is no place on earth where you clicked."))
            return
        self._follower.stay_at(place)
        self.placePicked.emit(place)

    def _pick_parcel(self, point: QgsPointXY) -> None:
        to_wgs84 = self._map_to_wgs84()
        if to_wgs84 is None or self._service_takes(point, to_wgs84):
            return
        self.stop_looking()
        crs, layers = (
            self._canvas.mapSettings().destinationCrs(),
            list(polygon_layers(self._canvas)),
        )
        nothing = tr("No layer on the map has polygons: add one with your parcels.")
        if layers:
            nothing = tr("There is no parcel where you clicked.")

        def tell() -> None:
            with suppress(RequestError):  # nowhere on earth
                if self.is_elsewhere(to_wgs84.place_of_point(point)):
                    return
            self.problem.emit(nothing)

        self._look_up.under(point, crs, layers, found=self._pick, nothing=tell)

    def _service_takes(self, point: QgsPointXY, to_wgs84: ToWgs84) -> bool:
        try:
            place = to_wgs84.place_of_point(point)
        except RequestError:  # nowhere on earth: the search in layers reports it
            return False
        self._follower.stay_at(place)
        return self.service is not None and self.service(place)

    def _step(self, step: int) -> None:
        self._look_up.stop()
        if self.steps_aside is not None and self.steps_aside(step):
            return
        self._walk.step(step)

    def _walked_layers(self, layer: QgsVectorLayer | None) -> list[QgsVectorLayer]:
        """That of the parcel on show, then the others with parcels."""
        others = (one for one in polygon_layers(self._canvas) if one != layer)
        return [*([layer] if layer is not None else []), *others]

    def pick(self, layer: QgsVectorLayer, feature_id: int) -> None:
        """Give the place of a parcel, as a click on it does."""
        self._look_up.with_id(layer, feature_id, self._pick)

    def _selected(self) -> None:
        self.stop_looking()
        layer = self.layer_with_selection()
        if layer is None:
            self.problem.emit(tr("No parcel is selected: select some in a polygon layer."))
        elif self._has_crs(layer):
            ids = sorted(layer.selectedFeatureIds())
            give = partial(self._give_selected, layer, ids)
            if is_quick_by_id(layer):
                give()
            else:
                self._look_up.with_ids(layer, ids, give)

    def _give_selected(
        self,
        layer: QgsVectorLayer,
        ids: Sequence[int],
        features: Mapping[int, QgsFeature] | None = None,
    ) -> None:
        self._walk.stand_in(layer)
        self.placesPicked.emit(PickedPlaces(layer, ids, features))

    def _pick(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        """Remember the position even if this parcel can't be used: the next may be usable."""
        self._walk.stand_at(layer, feature.id())
        if not self._has_crs(layer):
            return
        try:
            place = place_of(layer, feature)
        except RequestError as error:
            self.problem.emit(worded(error))
            return
        self._walk.show(place, is_here=True)
        self.placePicked.emit(place)

    def _has_crs(self, layer: QgsVectorLayer) -> bool:
        if not layer.crs().isValid():
            text = tr("“{layer}” has no coordinate system: set the layer's CRS first.")
            self.problem.emit(text.format(layer=layer.name()))
            return False
        return True

    def _map_to_wgs84(self) -> ToWgs84 | None:
        crs = self._canvas.mapSettings().destinationCrs()
        if not crs.isValid():
            self.problem.emit(
                tr("The project has no coordinate system (CRS): choose one in its properties.")
            )
            return None
        return ToWgs84(crs, QgsProject.instance().transformContext())

    def layer_with_selection(self) -> QgsVectorLayer | None:
        """The likeliest layer of parcels in which some are selected."""
        candidates = [self._canvas.currentLayer(), self._walk.layer, *self._canvas.layers()]
        polygons = filter(is_polygon_layer, candidates)
        return next((layer for layer in polygons if layer.selectedFeatureCount()), None)
