"""From the dock to the map: which dates become layers, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

from ....bridge.layers.chip_layers import PLACE_ID, Content
from ....bridge.layers.groups import layers_with
from ....bridge.texts.translation import tr, tr_count
from ....core.pipeline.date_lists import FILTERS
from ....core.pipeline.series import Entry
from ...session.session import Session
from ...session.topics import Topic
from ...widgets.menu import action
from .animation_export import AnimationExport
from .footprint_layer import FootprintLayers
from .html_export import HtmlExport
from .layer_loader import LayerLoader
from .layer_removal import LayerRemoval
from .repeat_action import RepeatAction

WITH_CLASSES = (Content.PICTURE, Content.CLASSES)


class LayerActions(QObject):
    """Belongs to one dock."""

    shown = pyqtSignal(object)
    """The layer that the map shows now, because the user asked for it; None: several in turn."""

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
        self.animation = AnimationExport(session, iface, parent)
        self._loading = [
            action(self, f"CbmChips{name}", text, do)
            for name, text, do in (
                ("LoadSelected", tr("Load selected dates as layers"), self._load_selected),
                ("LoadClear", tr("Load all clear dates as layers"), self._load_clear),
                ("LoadClasses", tr("Load selected dates with their classes"), self._load_classes),
                ("Play", tr("Play in the temporal controller"), self._play),
            )
        ]
        self.removal = LayerRemoval(session, iface, self)
        self.footprints = FootprintLayers(session, self)
        self.repeat = RepeatAction(session, parent)
        self._saving = [self.sheet.action, self.animation.action, self.repeat.action]
        self.actions = [
            *self._loading,
            *self.footprints.actions,
            *self.removal.actions,
            *self._saving,
        ]

    def load(
        self, entries: Sequence[Entry], *, contents: Sequence[Content] = (Content.PICTURE,)
    ) -> None:
        """Layers of these dates, looking like their thumbnails."""
        shown, look = self._session.shown, self._session.marked_look()
        if shown is None or look is None:
            return
        self._session.remark(tr("Writing layers …"), until=(Topic.PROJECT,))
        place, series = shown.request.place, self._session.entries()
        self.loader.load(entries, look, place, series=series, contents=contents)

    def fill(self, menu: QMenu, *, swap: QAction) -> None:
        """Entries for what has no place of its own; `swap` is the dock's key for it."""
        menu.addSeparator()
        menu.addActions([*self._loading, *self.footprints.actions, swap])
        self.removal.fill(menu)
        menu.addActions(self._saving)

    def swap(self) -> None:
        """Of the two layers loaded last, show the one that is hidden."""
        both = self.loader.swap_last_two()
        if both is None:
            text = tr("Load two dates as layers first: then this key swaps them on the map.")
            self._session.remark(text)
            return
        shown, hidden = both
        self.shown.emit(shown)
        text = tr("Layer on top: {shown}. Hidden: {hidden}.")
        self._session.remark(text.format(shown=shown.name(), hidden=hidden.name()))

    def stop(self) -> bool:
        """Load nothing of what is being written; False if nothing was."""
        if not self.loader.is_busy:
            return False
        self.loader.cancel()
        self._session.remark(tr("Stopped: nothing is loaded."))
        return True

    def unload(self) -> None:
        """Forget what is being written."""
        self.loader.unload()
        self.footprints.unload()
        self.sheet.unload()
        self.animation.stop()

    def _load_selected(self) -> None:
        self.load(self._selected())

    def _load_classes(self) -> None:
        self.load(self._selected(), contents=WITH_CLASSES)

    def _load_clear(self) -> None:
        entries = self._session.entries()
        self.load([entry for entry in entries if FILTERS["clear"](entry)])

    def _play(self) -> None:
        if not self.loader.play_in_temporal_controller(self._iface):
            self._session.remark(tr("Load some dates as layers first: there is nothing to play."))
        else:
            self.shown.emit(None)

    def _on_loaded(self, layers: Sequence[QgsRasterLayer]) -> None:
        """Those of earlier orders count as well; the newest of this one is what the map shows."""
        newest = layers[0]
        self.shown.emit(newest)
        count = len(layers_with(PLACE_ID, newest.customProperty(PLACE_ID)))
        there = tr_count("{count} layers of this place are in the project.", count)
        shown = tr("Layer on top: {shown}.").format(shown=newest.name())
        self._session.remark(f"{there} {shown}")
