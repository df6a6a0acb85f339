"""Two dates on the map, left and right of a line that can be moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QApplication, QWidget

from ...bridge.layers.chip_layers import RUN, SCENE
from ...bridge.layers.groups import group_of, show_only
from ...bridge.qt_alive import disconnect, is_alive
from ...bridge.texts.translation import tr
from ...core.pipeline.series import Entry
from ..map.tools import ToolSwitch
from ..session.dates.compared_dates import FIRST, SECOND
from ..session.session import Session
from ..thumbnails.pictures.texts import date_of
from ..widgets.menu import action
from .second_map import SecondMap
from .swipe_item import RenderedMap, SwipeItem
from .swipe_tool import SwipeTool
from .words import how_to_mark


class Swipe(QObject):
    """Belongs to one dock. It ends with Esc, with another tool, and when a layer of both goes."""

    layers_wanted = pyqtSignal(object)
    """The dates, a list of two `Entry`s, whose layers are to be loaded; `take` gets them."""
    switched = pyqtSignal(object)
    """The layer of the first date once it is swiped over; None: it is no more."""

    def __init__(self, session: Session, canvas: QgsMapCanvas, parent: QObject) -> None:
        """Not on the map yet."""
        super().__init__(parent)
        self._session, self._canvas = session, canvas
        self._wanted: tuple[Entry, Entry] | None = None
        self._layers: tuple[QgsRasterLayer, ...] = ()
        self._had_focus: QWidget | None = None
        self.item: SwipeItem | None = None
        self.map = SecondMap(canvas, self)
        self.map.rendered.connect(self._show)
        text = tr("Swipe between both dates on the map")
        self.action = action(self, "CbmChipsSwipe", text, self.toggle)
        self.action.setCheckable(True)
        self.escape: Callable[[], object] = self.stop
        """Called on Esc on the map."""
        self.key: Callable[[QKeyEvent], object] = QKeyEvent.ignore
        """Called on the other keys that the map has no use for."""
        self._switch = ToolSwitch(canvas)
        self._tool = self._make_tool()
        session.compared.changed.connect(self._on_marks)
        QgsProject.instance().layersWillBeRemoved.connect(self._on_removed)

    @property
    def is_on(self) -> bool:
        """The line is on the map."""
        return self.item is not None

    def toggle(self) -> None:
        """Begin, or end."""
        if not self.stop():
            self.start()
        self.action.setChecked(self.is_on)

    def start(self) -> None:
        """Load both dates as layers, or find them, then put the line between them."""
        pair = self._session.compared.pair
        if pair is None:
            self._session.remark(how_to_mark())
            return
        self._wanted = pair
        self.layers_wanted.emit(list(pair))

    def take(self, layers: Sequence[QgsRasterLayer]) -> None:
        """Layers were loaded; if they are those of both dates, begin."""
        wanted, by_scene = self._wanted, {layer.customProperty(SCENE): layer for layer in layers}
        if wanted is None:
            return
        ids = [entry.chip.scene.id for entry in wanted if entry.chip is not None]
        if len(ids) == len(wanted) and set(ids) <= set(by_scene):
            self._wanted = None
            self._begin(wanted, by_scene[ids[0]], by_scene[ids[1]])

    def forget(self, *_: object) -> None:
        """What is being loaded is not for a swipe any more."""
        self._wanted = None

    def stop(self) -> bool:
        """Take the line off the map and give it its former tool back; False if it was not there."""
        was_on, focus = self.is_on, self._had_focus
        self._end()
        self._switch.leave()
        if was_on and focus is not None and is_alive(focus) and self._canvas.hasFocus():
            focus.setFocus()  # whoever began with keys goes on with them
        return was_on

    def unload(self) -> None:
        """Leave nothing on the map."""
        disconnect(QgsProject.instance(), "layersWillBeRemoved", self._on_removed)
        self.forget()
        self.stop()
        self._switch.remove_all()

    def _end(self) -> None:
        if self.item is None:
            return
        item, self.item, self._layers = self.item, None, ()
        self.map.end()
        item.remove()
        if is_alive(self, self.action):
            self.action.setChecked(False)
            self._session.unsay(_how_to_move())
            self.switched.emit(None)

    def _make_tool(self) -> SwipeTool:
        tool = SwipeTool(self._canvas, self.action)
        tool.moved.connect(self._move_to)
        tool.stepped.connect(self._step)
        tool.escaped.connect(self._on_escape)
        tool.keyed.connect(self._on_key)
        tool.left.connect(self._end)
        self._switch.add(tool)
        return tool

    def _begin(
        self, entries: tuple[Entry, Entry], first: QgsRasterLayer, second: QgsRasterLayer
    ) -> None:
        """The map has the first date's layer; the second's is drawn over it beyond the line."""
        share = self.item.share if self.item is not None else 0.5
        if self.item is not None:
            self.item.remove()
        else:
            self._had_focus = QApplication.focusWidget()
        self._layers = (first, second)
        show_only(group_of(first.customProperty(RUN)), [first])
        self.item = SwipeItem(self._canvas)
        self.item.name_sides(*(_label(*one) for one in zip((FIRST, SECOND), entries)))
        self.item.move_to(share)
        self.map.begin(first, second)
        self._switch.activate(self._tool)
        self._canvas.setFocus()
        self.action.setChecked(True)
        self.switched.emit(first)
        self._session.remark(_how_to_move())

    def _show(self, rendered: RenderedMap) -> None:
        if self.item is not None:
            self.item.show_map(rendered)

    def _on_escape(self) -> None:
        self.escape()

    def _on_key(self, event: QKeyEvent) -> None:
        self.key(event)

    def _move_to(self, share: float) -> None:
        if self.item is not None:
            self.item.move_to(share)

    def _step(self, by: float) -> None:
        if self.item is not None:
            self.item.move_to(self.item.share + by)

    def _on_marks(self) -> None:
        """Other dates take their place; without both there is nothing to swipe."""
        if self.item is None:
            return
        if self._session.compared.pair is None:
            self.stop()
        else:
            self.start()

    def _on_removed(self, ids: Sequence[str]) -> None:
        if any(layer.id() in ids for layer in self._layers):
            self.stop()


def _how_to_move() -> str:
    return tr("Drag the line, or move it with ← and →; Esc ends the swipe.")


def _label(number: int, entry: Entry) -> str:
    return f"{number} · {date_of(entry)}"
