"""From the dock to the map: which dates become layers, and what is said about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QMenu

from ...bridge.layers.chip_layers import Content
from ...bridge.translation import tr, tr_count
from ...core.errors import RequestError
from ...core.pipeline.series import Entry
from ...core.sentinel2.scl import CloudFlag
from .html_export import DockSheet
from .layer_loader import LayerLoader
from .menu import action

if TYPE_CHECKING:
    from .dock import ChipsDock

WITH_CLASSES = (Content.PICTURE, Content.CLASSES)


class DockLayers(QObject):
    """Belongs to one dock."""

    def __init__(self, dock: ChipsDock) -> None:
        super().__init__(dock)
        self._dock = dock
        self.loader = LayerLoader(self)
        self.loader.loaded.connect(self._on_loaded)
        self.loader.failed.connect(self._say)
        self.sheet = DockSheet(dock)
        self.actions = [
            action(self, f"CbmChips{name}", text, do)
            for name, text, do in (
                ("LoadSelected", tr("Load selected dates as layers"), self._load_selected),
                ("LoadClear", tr("Load all clear dates as layers"), self._load_clear),
                ("LoadClasses", tr("Load selected dates with their classes"), self._load_classes),
                ("Play", tr("Play in the temporal controller"), self._play),
                ("RemoveRun", tr("Remove the layers of this place"), self._remove),
            )
        ]
        self.actions.append(self.sheet.action)

    def load(
        self, entries: Sequence[Entry], *, contents: Sequence[Content] = (Content.PICTURE,)
    ) -> None:
        """Layers of these dates, looking like their thumbnails."""
        shown = self._dock.runs.shown
        if shown is None:
            return
        try:
            look = self._dock.form.look()
        except RequestError as error:
            self._dock.form.show_error(error)
            return
        place, series = shown.request.place, self._dock.panel.entries()
        self._say(tr("Writing layers …"))
        self.loader.load(entries, look, place, series=series, contents=contents)

    def fill(self, menu: QMenu) -> None:
        """Entries for what has no place of its own."""
        menu.addSeparator()
        menu.addActions(self.actions)

    def swap(self) -> None:
        """Of the two layers loaded last, show the one that is hidden."""
        if not self.loader.swap_last_two():
            self._say(tr("Load two dates as layers first: then this key swaps them on the map."))

    def unload(self) -> None:
        """Forget what is being written."""
        self.loader.unload()
        self.sheet.unload()

    def _load_selected(self) -> None:
        self.load(self._dock.panel.selected())

    def _load_classes(self) -> None:
        self.load(self._dock.panel.selected(), contents=WITH_CLASSES)

    def _load_clear(self) -> None:
        entries = self._dock.panel.entries()
        self.load([entry for entry in entries if entry.flag is CloudFlag.CLEAR])

    def _play(self) -> None:
        if not self.loader.play_in_temporal_controller(self._dock.iface):
            self._say(tr("Load some dates as layers first: there is nothing to play."))

    def _remove(self) -> None:
        shown = self._dock.runs.shown
        chips = (entry.chip for entry in self._dock.panel.entries() if entry.chip is not None)
        folders = self.loader.remove_place(shown.request.place, chips) if shown else []
        if not folders:
            self._say(tr("No layer of this place is in the project."))
            return
        where = ", ".join(map(str, folders))
        self._say(
            tr("The layers are gone from the project; their files are in {folder}.").format(
                folder=where
            )
        )

    def _on_loaded(self, layers: Sequence[Any]) -> None:
        self._say(tr_count("{count} layers are on the map.", len(layers)))

    def _say(self, words: str) -> None:
        self._dock.remedies.remark(words)
