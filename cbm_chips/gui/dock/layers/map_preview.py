"""The current date on the map, without a file or a layer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import QgsLayerTree, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QDate, QObject, Qt
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QWidget

from ....bridge.layers.chip_layers import DATE
from ....bridge.layers.groups import is_dated
from ....bridge.qt_alive import disconnect, is_alive
from ....bridge.texts.translation import tr
from ....bridge.texts.words import short_day
from ....core.scenes.grids import grid_of
from ...map.chip_item import ChipItem, ChipLabel, ChipOnMap
from ...session.form_values import store
from ...session.form_values.summary import DOT
from ...session.session import Session
from ...thumbnails.pictures.painting import colour_of, draw_symbol
from ...thumbnails.pictures.texts import date_of, status_text_of
from ...widgets.menu import action

if TYPE_CHECKING:
    from ....core.model import Grid
    from ....core.pipeline.series import Entry

NAME, ON, OFF = "map_preview", "on", "off"
_PLAYING = ""
"""In place of a layer's id: layers in turn, so that none is named."""


class MapPreview(QObject):
    """Belongs to one dock.

    Layers that the user has just asked for are not covered: until another date is current, only the
    label is drawn, and says which of them is on top.
    """

    def __init__(
        self,
        session: Session,
        canvas: QgsMapCanvas,
        *,
        picture_of: Callable[[str], QImage | None],
        dock: QWidget,
    ) -> None:
        """`picture_of` gives a scene's thumbnail; nothing is shown while `dock` is closed."""
        super().__init__(dock)
        self._session, self._canvas = session, canvas
        self._picture_of, self._dock = picture_of, dock
        self._scene = ""
        self._is_held = False
        self._in_front: str | None = None
        """Id of the layer that is not to be covered."""
        self.item = ChipItem(canvas)
        text = tr("Show the current date on the map")
        self.action = action(self, "CbmChipsPreview", text, self._on_switched, icon="mIconRaster")
        self.action.setCheckable(True)
        self.action.setChecked(store.recall_grid(NAME, ON) == ON)
        session.current.changed.connect(self._on_current)
        QgsProject.instance().layersRemoved.connect(self._on_tree)
        self._tree.visibilityChanged.connect(self._on_tree)

    def show(self, *_: object) -> None:
        """Bring the map up to date with what is known now."""
        if not is_alive(self.item, self._canvas):
            return
        entry = self._session.current.entry
        is_wanted = self.action.isChecked() and not self._dock.isHidden() and not self._is_held
        self.item.show_chip(self._chip(entry) if entry is not None and is_wanted else None)

    def stand_back(self, layer: QgsRasterLayer | None) -> None:
        """The user has asked for this layer; None stands for several, shown in turn."""
        self._in_front = layer.id() if layer is not None else _PLAYING
        self.show()

    def hold(self, layer: QgsRasterLayer | None) -> None:
        """Dates are swiped over this layer: nothing is drawn over them; None ends it."""
        self._is_held = layer is not None
        self.show()

    def unload(self) -> None:
        """Leave nothing on the map."""
        disconnect(QgsProject.instance(), "layersRemoved", self._on_tree)
        disconnect(self._tree, "visibilityChanged", self._on_tree)
        self.item.remove()

    @property
    def _tree(self) -> QgsLayerTree:
        return QgsProject.instance().layerTreeRoot()

    def _on_switched(self) -> None:
        store.remember_grid(NAME, ON if self.action.isChecked() else OFF)
        self._in_front = None
        self.show()

    def _on_current(self, entry: Entry | None) -> None:
        scene = entry.scene.id if entry is not None else ""
        if scene != self._scene:
            self._scene, self._in_front = scene, None
        self.show()

    def _on_tree(self, *_: object) -> None:
        if self._in_front:
            self.show()

    def _chip(self, entry: Entry) -> ChipOnMap | None:
        grid = self._grid(entry)
        if grid is None or self._in_front == _PLAYING:
            return None
        layer = self._layer_in_front()
        if layer is not None:
            if not is_dated(layer):
                return ChipOnMap(grid, ChipLabel(layer.name()))
            day = QDate.fromString(str(layer.customProperty(DATE)), Qt.DateFormat.ISODate)
            return ChipOnMap(grid, ChipLabel(DOT.join((short_day(day), tr("layer")))))
        return ChipOnMap(grid, self._label(entry), self._picture_of(entry.scene.id))

    def _grid(self, entry: Entry) -> Grid | None:
        if entry.chip is not None:
            return entry.chip.grid
        shown = self._session.shown
        return grid_of(shown.request.place, shown.request.size_m) if shown is not None else None

    def _layer_in_front(self) -> QgsRasterLayer | None:
        """None once it is hidden or gone, which ends that it is not covered."""
        node = self._tree.findLayer(self._in_front) if self._in_front else None
        if node is None or not node.isVisible():
            self._in_front = None
            return None
        return node.layer()

    def _label(self, entry: Entry) -> ChipLabel:
        status = status_text_of(entry)
        colour = colour_of(status.status, self._canvas.palette())
        return ChipLabel(
            DOT.join((date_of(entry), status.text)),
            lambda painter, where: draw_symbol(painter, status.status, where, colour),
        )
