"""A run's layers in the project: in a group of their own, newest on top."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject, QgsRasterLayer

from ...core.model import Chip, Place
from ..settings import load as load_settings
from .chip_layers import (
    DIFFERENCE,
    PLACE,
    PLACE_ID,
    RUN,
    LayerOrder,
    chips_folder,
    place_id,
    run_folder,
    run_id,
)
from .difference_layer import DifferenceOrder
from .raster_layer import ChipFile, row_by_name


def layers_with(name: str, value: str) -> list[QgsRasterLayer]:
    """The project's layers with this custom property."""
    layers = QgsProject.instance().mapLayers().values()
    return [layer for layer in layers if layer.customProperty(name) == value]


def layers_by_file(run: str) -> dict[str, QgsRasterLayer]:
    """The run's layers by the name of their file, those whose file is gone at the moment, too."""
    return {Path(layer.source()).name: layer for layer in layers_with(RUN, run)}


def folder_of_run(place: Place, chip: Chip) -> Path:
    """Where layers of the run have their files already, else a folder within the chips folder."""
    for layer in layers_by_file(run_id(place, chip)).values():
        return Path(layer.source()).parent
    parent = chips_folder(load_settings(), QgsProject.instance())
    return parent / run_folder(place, chip, parent)


def layers_of_place(place: Place, runs: Collection[str]) -> list[QgsRasterLayer]:
    """The layers the dock loaded of a place, whatever their size; other makers' are theirs.

    `runs` are known to be the place's: layers of earlier versions say no more of themselves.
    """
    mine = {layer.id(): layer for layer in layers_with(PLACE_ID, place_id(place))}
    for run in runs:
        mine.update((layer.id(), layer) for layer in layers_with(RUN, run))
    return list(mine.values())


def is_dated(layer: QgsMapLayer) -> bool:
    """A layer of one date, so that it has its part of the run's time."""
    return not layer.customProperty(DIFFERENCE)


def all_layers() -> list[QgsRasterLayer]:
    """Whatever the dock loaded, of any place."""
    layers = QgsProject.instance().mapLayers().values()
    return [layer for layer in layers if layer.customProperty(RUN)]


def group_of(run: str) -> QgsLayerTreeGroup | None:
    """The run's group, wherever in the tree the user has put it."""
    return next((group for group in groups() if group.customProperty(RUN) == run), None)


def groups() -> Iterator[QgsLayerTreeGroup]:
    """The groups of our runs, topmost first."""
    for group in QgsProject.instance().layerTreeRoot().findGroups(True):
        if group.customProperty(RUN):
            yield group


def new_group(order: LayerOrder | DifferenceOrder) -> QgsLayerTreeGroup:
    """A collapsed group at the top, called after the place."""
    root = QgsProject.instance().layerTreeRoot()
    name = order.place.name
    number = 1
    while root.findGroup(name):  # another place, size or plugin
        number += 1
        name = f"{order.place.name} ({number})"
    group = root.insertGroup(0, name)
    group.setCustomProperty(RUN, order.run)
    group.setCustomProperty(PLACE, order.place.name)
    group.setExpanded(False)
    return group


def insert(group: QgsLayerTreeGroup, layers: Iterable[QgsRasterLayer]) -> None:
    """Names begin with the time; the newest stands on top."""
    for layer in layers:
        group.insertLayer(row_by_name(group, layer.name()), layer).setExpanded(False)


def show_only(group: QgsLayerTreeGroup | None, layers: Sequence[QgsRasterLayer]) -> None:
    """Tick these of the group, and all groups above them."""
    wanted = {layer.id() for layer in layers}
    for node in group.findLayers() if group else ():
        node.setItemVisibilityChecked(node.layerId() in wanted)
    if group is not None:
        group.setItemVisibilityCheckedParentRecursive(True)


def swap(one: str, other: str) -> tuple[QgsRasterLayer, QgsRasterLayer] | None:
    """Show `other` in place of `one`, both ids of layers, or the other way round.

    Returns:
        The layer that is shown now and the one that is hidden; None unless the project has both.
    """
    root = QgsProject.instance().layerTreeRoot()
    first, second = root.findLayer(one), root.findLayer(other)
    if first is None or second is None:
        return None
    shown, hidden = (first, second) if first.itemVisibilityChecked() else (second, first)
    hidden.setItemVisibilityCheckedParentRecursive(True)
    shown.setItemVisibilityChecked(False)
    return hidden.layer(), shown.layer()


def remove(layers: Sequence[QgsRasterLayer]) -> list[Path]:
    """Take layers, and those of their groups that are empty then, out of the project.

    Returns:
        The folders of their files, which stay.
    """
    folders = sorted({Path(layer.source()).parent for layer in layers})
    runs = {layer.customProperty(RUN) for layer in layers}
    emptied = [group for group in groups() if group.customProperty(RUN) in runs]
    QgsProject.instance().removeMapLayers([layer.id() for layer in layers])
    for group in emptied:
        if not group.children():  # what the user put there stays
            group.parent().removeChildNode(group)
    return folders


def series_shown(group: QgsLayerTreeGroup | None) -> list[QgsRasterLayer]:
    """All layers of the group that show the same as its topmost ticked one does."""
    nodes = group.findLayers() if group else []
    nodes = [node for node in nodes if node.layer() is not None and is_dated(node.layer())]
    layers = [node.layer() for node in nodes]
    ticked = [node.layer() for node in nodes if node.itemVisibilityChecked()]
    shown = {_content_of(layer) for layer in (ticked or layers)[:1]}
    return [layer for layer in layers if _content_of(layer) in shown]


def _content_of(layer: QgsRasterLayer) -> str:
    return ChipFile.of(Path(layer.source())).content
