"""Layers of the dock leave the project, and the map with it; their files stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsLayerTreeGroup, QgsRasterLayer
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QMenu

from ....bridge.layers.chip_layers import RUN, run_id
from ....bridge.layers.groups import all_layers, groups, layers_of_place, layers_with, remove
from ....bridge.texts.plain_text import plain_entry
from ....bridge.texts.translation import tr
from ...session.session import Session
from ...widgets.menu import action


class LayerRemoval(QObject):
    """Belongs to one dock."""

    def __init__(self, session: Session, iface: Any, parent: QObject) -> None:
        """`iface` has the maps and the layer tree."""
        super().__init__(parent)
        self._session, self._iface = session, iface
        of_place, of_all = (
            tr("Remove the layers of this place"),
            tr("Remove the layers of all places"),
        )
        self._of_place = action(self, "CbmChipsRemoveRun", of_place, self.remove_place)
        self._of_all = action(self, "CbmChipsRemoveAll", of_all, self.remove_all)

    @property
    def actions(self) -> list[Any]:
        """Both, in the order of a menu."""
        return [self._of_place, self._of_all]

    def fill(self, menu: QMenu) -> None:
        """Entries that say what they would remove, grey where that is nothing."""
        menu.addActions(self.actions)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._describe)
        menu.aboutToHide.connect(self._allow)

    def remove_place(self) -> None:
        """The layers of the place on show; without any, those of the group that is meant."""
        layers, _ = self._meant()
        self._remove(layers)

    def remove_all(self) -> None:
        """The layers of every place."""
        self._remove(all_layers())

    def _meant(self) -> tuple[list[QgsRasterLayer], str]:
        """Layers, and the name of their group where they are not those of the place on show."""
        layers = self._of_shown()
        group = None if layers else self._group()
        if group is None:
            return layers, ""
        return layers_with(RUN, group.customProperty(RUN)), group.name()

    def _of_shown(self) -> list[QgsRasterLayer]:
        shown = self._session.shown
        if shown is None:
            return []
        place = shown.request.place
        chips = (entry.chip for entry in self._session.entries() if entry.chip is not None)
        return layers_of_place(place, {run_id(place, chip) for chip in chips})

    def _group(self) -> QgsLayerTreeGroup | None:
        """The group chosen in the layer tree, or the only one there is."""
        ours = list(groups())
        tree = getattr(self._iface, "layerTreeView", None)
        chosen = tree().currentNode() if tree is not None else None
        for group in ours:
            if chosen is not None and chosen in (group, *group.children()):
                return group
        return ours[0] if len(ours) == 1 else None

    def _describe(self) -> None:
        layers, name = self._meant()
        text = tr("Remove the layers of “{place}”").format(place=plain_entry(name))
        self._of_place.setText(text if name else tr("Remove the layers of this place"))
        self._of_place.setEnabled(bool(layers))
        self._of_place.setToolTip(self._of_place.text() if layers else _why_none())
        has_layers = bool(all_layers())
        self._of_all.setEnabled(has_layers)
        self._of_all.setToolTip(self._of_all.text() if has_layers else _why_none())

    def _allow(self) -> None:
        """Their shortcuts work while the menu is closed."""
        for one in self.actions:
            one.setEnabled(True)

    def _remove(self, layers: Sequence[QgsRasterLayer]) -> None:
        if not layers:
            self._session.remark(_why_none())
            return
        folders = remove(layers)
        self._redraw()
        text = tr("The layers are gone from the project; their files are in {folder}.")
        self._session.remark(text.format(folder=", ".join(map(str, folders))))

    def _redraw(self) -> None:
        """As QGIS's own command does: a map whose last layers are deleted does not notice."""
        maps = getattr(self._iface, "mapCanvases", None)
        for canvas in maps() if maps is not None else [self._iface.mapCanvas()]:
            canvas.stopRendering()
            canvas.refresh()


def _why_none() -> str:
    if all_layers():
        return tr("This place has no layer in the project: choose a group in the layer tree.")
    return tr("No date has been loaded as a layer in this project.")
