"""From the dock to the map: which dates become layers, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QMenu, QWidget

from ...bridge.layers.chip_layers import Content
from ...bridge.translation import tr, tr_count
from ...core.pipeline.series import Entry
from ...core.sentinel2.scl import CloudFlag
from ..session.session import Session
from ..widgets.menu import action
from .html_export import HtmlExport
from .layer_loader import LayerLoader

WITH_CLASSES = (Content.PICTURE, Content.CLASSES)


class LayerActions(QObject):
    """Belongs to one dock."""

    def __init__(
        self,
        session: Session,
        iface: Any,
        *,
        selected: Callable[[], Sequence[Entry]],
        parent: QWidget,
    ) -> None:
        """`iface` has the temporal controller and the message bar; `selected` gives the dates."""
        super().__init__(parent)
        self._session, self._iface, self._selected = session, iface, selected
        self.loader = LayerLoader(self)
        self.loader.loaded.connect(self._on_loaded)
        self.loader.failed.connect(session.remark)
        self.sheet = HtmlExport(session, iface, parent)
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
        shown, look = self._session.shown, self._session.marked_look()
        if shown is None or look is None:
            return
        self._session.remark(tr("Writing layers …"))
        place, series = shown.request.place, self._session.entries()
        self.loader.load(entries, look, place, series=series, contents=contents)

    def fill(self, menu: QMenu) -> None:
        """Entries for what has no place of its own."""
        menu.addSeparator()
        menu.addActions(self.actions)

    def swap(self) -> None:
        """Of the two layers loaded last, show the one that is hidden."""
        if not self.loader.swap_last_two():
            self._session.remark(
                tr("Load two dates as layers first: then this key swaps them on the map.")
            )

    def unload(self) -> None:
        """Forget what is being written."""
        self.loader.unload()
        self.sheet.unload()

    def _load_selected(self) -> None:
        self.load(self._selected())

    def _load_classes(self) -> None:
        self.load(self._selected(), contents=WITH_CLASSES)

    def _load_clear(self) -> None:
        entries = self._session.entries()
        self.load([entry for entry in entries if entry.flag is CloudFlag.CLEAR])

    def _play(self) -> None:
        if not self.loader.play_in_temporal_controller(self._iface):
            self._session.remark(tr("Load some dates as layers first: there is nothing to play."))

    def _remove(self) -> None:
        shown = self._session.shown
        chips = (entry.chip for entry in self._session.entries() if entry.chip is not None)
        folders = self.loader.remove_place(shown.request.place, chips) if shown else []
        if not folders:
            self._session.remark(tr("No layer of this place is in the project."))
            return
        where = ", ".join(map(str, folders))
        self._session.remark(
            tr("The layers are gone from the project; their files are in {folder}.").format(
                folder=where
            )
        )

    def _on_loaded(self, layers: Sequence[Any]) -> None:
        self._session.remark(tr_count("{count} layers are on the map.", len(layers)))
