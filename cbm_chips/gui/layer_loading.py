"""Chips of the dock -> dated layers in a group of the project, and away again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsInterval,
    QgsLayerTreeGroup,
    QgsProject,
    QgsRasterLayer,
    QgsTemporalNavigationObject,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QDockWidget

from ..bridge.errands import Answer, Errand
from ..bridge.layer_run import (
    PLACE,
    RUN,
    Content,
    LayerFile,
    LayerOrder,
    Written,
    chips_folder,
    fix_times,
    open_layer,
    refresh,
    run_folder,
    run_id,
    write_layers,
)
from ..bridge.layers import ChipFile
from ..bridge.pictures import PictureLook
from ..bridge.settings import load as load_settings
from ..bridge.words import tr
from ..core.model import Chip, Place
from ..core.series import Entry

_TEMPORAL_PANEL = "Temporal Controller"


class LayerLoader(QObject):
    """Writes chips in a task, then adds their layers in one go."""

    loaded = pyqtSignal(object)
    """The list of layers asked for, new ones and those that were there already, newest first."""
    failed = pyqtSignal(str)
    """What could not be loaded and why, as a sentence; the rest is loaded all the same."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Works on the project that is open when it is used."""
        super().__init__(parent)
        self._errands: set[Errand] = set()
        self._latest_run = ""

    @property
    def is_busy(self) -> bool:
        """Files are being written."""
        return bool(self._errands)

    def load(
        self,
        entries: Iterable[Entry],
        look: PictureLook,
        place: Place,
        *,
        series: Iterable[Entry] = (),
        contents: Sequence[Content] = (Content.PICTURE,),
    ) -> None:
        """Load the chips of `entries`; `loaded` or `failed` tells the end.

        Args:
            entries: dates; those without a chip are passed over.
            look: how the pictures are styled.
            place: names the group.
            series: the dates a shared stretch is taken from; by default the loaded ones.
            contents: what of each date is loaded; the first is what is seen.
        """
        chips = _chips_of(entries)
        if not chips:
            self.failed.emit(tr("None of these dates has a picture to load."))
            return
        pool = _chips_of(series) or chips
        folder = _folder(place, chips[0])
        order = LayerOrder(place, look, chips, pool, folder, tuple(contents))
        errand = Errand(
            tr("CbM Chips: layers of {place}").format(place=place.name), lambda: write_layers(order)
        )
        errand.done.connect(lambda answer: self._take(errand, order, answer))
        errand.taskTerminated.connect(lambda: self._errands.discard(errand))
        self._errands.add(errand)
        errand.start()

    def remove_run(self, place_name: str) -> list[Path]:
        """Take the place's layers and groups out of the project; the files stay.

        Returns:
            The folders they are in; empty if nothing of the place was loaded.
        """
        project = QgsProject.instance()
        layers = _layers_with(PLACE, place_name)
        folders = sorted({Path(layer.source()).parent for layer in layers})
        groups = [
            group
            for group in project.layerTreeRoot().findGroups(True)
            if group.customProperty(RUN) and group.customProperty(PLACE) == place_name
        ]
        project.removeMapLayers([layer.id() for layer in layers])
        for group in groups:
            if not group.children():  # what the user put there stays
                group.parent().removeChildNode(group)
        return folders

    def play_in_temporal_controller(self, iface: Any) -> bool:
        """Let QGIS's temporal controller step through the run loaded last, date by date.

        Returns:
            False if there is no run, or no controller.
        """
        controller = iface.mapCanvas().temporalController()
        group = _group_of(self._latest_run)
        layers = _series_shown(group)
        if not layers or not isinstance(controller, QgsTemporalNavigationObject):
            return False
        _show_only(group, layers)
        spans = [layer.temporalProperties().fixedTemporalRange() for layer in layers]
        spans.sort(key=lambda span: span.begin().toMSecsSinceEpoch())
        controller.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.Animated)
        controller.setTemporalExtents(QgsDateTimeRange(spans[0].begin(), spans[-1].end()))
        _step_from_date_to_date(controller, spans)
        controller.rewindToStart()
        window = iface.mainWindow()
        panel = window.findChild(QDockWidget, _TEMPORAL_PANEL) if window else None
        if panel is not None:
            panel.show()
        return True

    def unload(self) -> None:
        """Forget what is still being written; the files come, layers don't."""
        errands, self._errands = self._errands, set()
        for errand in errands:
            errand.cancel()

    def _take(self, errand: Errand, order: LayerOrder, answer: Answer) -> None:
        self._errands.discard(errand)
        if answer.problem:
            self.failed.emit(answer.problem)
            return
        written: Written = answer.value
        if written.files:
            self._add(order, written.files)
        if written.lacking:
            text = tr("{count} of {all} could not be loaded: bands are missing that were not read.")
            count, all_ = len(written.lacking), len(written.lacking) + len(written.files)
            self.failed.emit(text.format(count=count, all=all_))

    def _add(self, order: LayerOrder, files: Sequence[LayerFile]) -> None:
        there = _layers_by_file(order.run)
        for item in files:
            if item.file.path.name in there:
                refresh(there[item.file.path.name], item)
        missing = [item for item in files if item.file.path.name not in there]
        opened = [open_layer(item, order.run) for item in missing]
        fresh = [layer for layer in opened if layer.isValid()]
        QgsProject.instance().addMapLayers(fresh, False)
        group = _group_of(order.run) or _new_group(order)
        _insert(group, fresh)
        fix_times(_layers_with(RUN, order.run))
        self._latest_run = order.run
        self._tell(order, files)

    def _tell(self, order: LayerOrder, files: Sequence[LayerFile]) -> None:
        there = _layers_by_file(order.run)
        names = [item.file.path.name for item in _newest_first(files)]
        layers = [there[name] for name in names if name in there]
        broken = [name for name in names if name not in there]
        if broken:
            text = tr("Written, but QGIS can't open: {names}")
            self.failed.emit(text.format(names=", ".join(broken)))
        if layers:
            _show_only(_group_of(order.run), [layers[0]])
            self.loaded.emit(layers)


def _chips_of(entries: Iterable[Entry]) -> tuple[Chip, ...]:
    return tuple(entry.chip for entry in entries if entry.chip is not None)


def _newest_first(files: Sequence[LayerFile]) -> list[LayerFile]:
    """The kind asked for first comes first, then the others."""
    kinds = list(dict.fromkeys(item.content for item in files))
    by_time = sorted(files, key=lambda item: item.file.acquired, reverse=True)
    return sorted(by_time, key=lambda item: kinds.index(item.content))


def _folder(place: Place, chip: Chip) -> Path:
    """Where layers of the run have their files already, else a folder within the chips folder."""
    for layer in _layers_by_file(run_id(place, chip)).values():
        return Path(layer.source()).parent
    return chips_folder(load_settings(), QgsProject.instance()) / run_folder(place, chip)


def _layers_with(name: str, value: str) -> list[QgsRasterLayer]:
    """The project's layers with this custom property."""
    layers = QgsProject.instance().mapLayers().values()
    return [layer for layer in layers if layer.customProperty(name) == value]


def _layers_by_file(run: str) -> dict[str, QgsRasterLayer]:
    """The run's layers by the name of their file; those whose file is gone give way."""
    layers = _layers_with(RUN, run)
    QgsProject.instance().removeMapLayers([one.id() for one in layers if not _is_usable(one)])
    return {Path(layer.source()).name: layer for layer in _layers_with(RUN, run)}


def _is_usable(layer: QgsRasterLayer) -> bool:
    return layer.isValid() and Path(layer.source()).exists()


def _group_of(run: str) -> QgsLayerTreeGroup | None:
    groups = QgsProject.instance().layerTreeRoot().findGroups(True)
    return next((group for group in groups if run and group.customProperty(RUN) == run), None)


def _new_group(order: LayerOrder) -> QgsLayerTreeGroup:
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


def _insert(group: QgsLayerTreeGroup, layers: Iterable[QgsRasterLayer]) -> None:
    """Names begin with the time; the newest stands on top."""
    for layer in layers:
        row = sum(child.name() > layer.name() for child in group.children())
        group.insertLayer(row, layer).setExpanded(False)


def _show_only(group: QgsLayerTreeGroup | None, layers: Sequence[QgsRasterLayer]) -> None:
    """Tick these of the group, and all groups above them."""
    wanted = {layer.id() for layer in layers}
    for node in group.findLayers() if group else ():
        node.setItemVisibilityChecked(node.layerId() in wanted)
    if group is not None:
        group.setItemVisibilityCheckedParentRecursive(True)


def _series_shown(group: QgsLayerTreeGroup | None) -> list[QgsRasterLayer]:
    """All layers of the group that show the same as its topmost ticked one does."""
    nodes = group.findLayers() if group else []
    layers = [node.layer() for node in nodes if node.layer() is not None]
    ticked = [node.layer() for node in nodes if node.itemVisibilityChecked() and node.layer()]
    shown = {_content_of(layer) for layer in (ticked or layers)[:1]}
    return [layer for layer in layers if _content_of(layer) in shown]


def _content_of(layer: QgsRasterLayer) -> str:
    return ChipFile.of(Path(layer.source())).content


def _step_from_date_to_date(
    controller: QgsTemporalNavigationObject, spans: list[QgsDateTimeRange]
) -> None:
    """One frame for each layer, however long it stands."""
    if hasattr(controller, "setAvailableTemporalRanges"):
        controller.setAvailableTemporalRanges(spans)
        units = getattr(Qgis, "TemporalUnit", None)  # since QGIS 3.30
        old = QgsUnitTypes.TemporalUnit
        step = units.IrregularStep if units else old.TemporalIrregularStep
        controller.setFrameDuration(QgsInterval(1, step))
        return
    gaps_s = [span.begin().secsTo(span.end()) + 1 for span in spans]
    controller.setFrameDuration(QgsInterval(min(gaps_s)))
