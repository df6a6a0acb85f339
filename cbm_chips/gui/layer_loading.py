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
    restyle,
    run_folder,
    run_id,
    write_layers,
)
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
        errand = Errand(tr("CbM Chips: layers of {place}").format(place=place.name), _work(order))
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
        layers = _tick_series(_group_of(self._latest_run))
        if not layers or not isinstance(controller, QgsTemporalNavigationObject):
            return False
        spans = [layer.temporalProperties().fixedTemporalRange() for layer in layers]
        spans = sorted(set(spans), key=lambda span: span.begin().toMSecsSinceEpoch())
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
        project = QgsProject.instance()
        known = _known_layers(order.run)
        opened = {}
        for item in files:
            name = item.file.path.name
            if name in known:
                _refresh(known[name], item)
            else:
                opened[name] = open_layer(item, order.run)
        broken = [name for name, layer in opened.items() if not layer.isValid()]
        fresh = {name: layer for name, layer in opened.items() if layer.isValid()}
        project.addMapLayers(list(fresh.values()), False)
        group = _group_of(order.run) or _new_group(order)
        _put_in(group, fresh.values())
        fix_times(_layers_with(RUN, order.run))
        self._latest_run = order.run
        asked = {item.file.path.name: item for item in files if item.file.path.name not in broken}
        _show_newest(group, asked, {**known, **fresh})
        if broken:
            text = tr("Written, but QGIS can't open them: {names}")
            self.failed.emit(text.format(names=", ".join(broken)))
        layers = [{**known, **fresh}[name] for name in sorted(asked, reverse=True)]
        self.loaded.emit(layers)
