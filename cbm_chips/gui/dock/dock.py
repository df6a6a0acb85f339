"""The dock: source, form, dates, progress. It connects its parts and decides nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAction, QApplication, QWidget

from ...bridge.texts.translation import tr
from ..widgets.menu import action
from .arrangement.dock_memory import DockMemory
from .arrangement.grid_memory import keep_grid
from .arrangement.layout import lay_out
from .connections import connect_parts
from .follow_form import FormFollower
from .keys.keys import pressed_keys
from .keys.keys_page import KeysPage
from .parts import DockParts
from .place_of_project import PlaceOfProject
from .run_on_show import RunOnShow

CONFIGURE = "mActionConfigureShortcuts"
"""QGIS's own entry for its dialog of shortcuts."""


class ChipsDock(DockParts):
    """One per window; `unload` before it goes."""

    def __init__(self, iface: Any, parent: QWidget | None = None) -> None:
        """`iface` gives the map, the layer tree and the options."""
        super().__init__(iface, parent)
        self._is_unloaded = False
        self._own_keys = {
            Qt.Key.Key_Escape: self.escape.press,
            Qt.Key.Key_F1: self.show_keys,
        }
        self.keys_action = action(self, "CbmChipsKeys", tr("Keys"), self.show_keys)
        lay_out(self, self.keys_action)
        connect_parts(self)
        self._follow = FormFollower(self)
        self.run_on_show = self._show_runs()
        self.visibilityChanged.connect(self._on_seen)
        keep_grid(self.panel.controls)
        self.memory = DockMemory(self)
        self.session.prepare()
        self.place_of_project = self._recall_place()
        self.empty_states.rest()

    @property
    def actions_to_register(self) -> list[Any]:
        """For QGIS's dialog of shortcuts."""
        shown = (self.layers, self.series, self.other_source, self.empty_states)
        parts = (self.picker, self.keys, *shown, self.client_folders)
        own = [action for part in parts for action in part.actions]
        inspected = [*self.inspection.all_actions, *self.evidence.unkeyed]
        return [*own, *self.judging.all_actions, *inspected, self.keys_action]

    def show_keys(self) -> KeysPage:
        """The page of keys, as they are now; from there to the help."""
        shortcuts = self.parent() and self.parent().findChild(QAction, CONFIGURE)
        actions = self.actions_to_register
        page = KeysPage(
            actions,
            show_help=self.empty_states.help,
            change=shortcuts.trigger if shortcuts else None,
            parent=self,
        )
        page.show()
        return page

    def unload(self) -> None:
        """Leave no thread, mark, tool or connection behind, even if the dock is gone already."""
        if self._is_unloaded:
            return
        self._is_unloaded = True
        self._follow.unload()
        for asks in (self.place_of_project, self.service, self.empty_states, self.other_source):
            asks.unload()
        works = (self.sample, self.queue, self.series, self.judging, self.inspection, self.evidence)
        for worker in (*works, self.client_folders):
            worker.unload()
        self.session.close()
        self.panel.stop()
        for shows in (self.plot, self.service_series, self.calendar_means, self.badge):
            shows.unload()
        for on_map in (self.temporal, self.layers, self.compare, self.preview):
            on_map.unload()
        self.neighbours.stop()
        self.picker.unload()

    def _show_runs(self) -> RunOnShow:
        follow = self._follow
        return RunOnShow(
            self.session,
            self.panel,
            self.progress,
            picker=self.picker,
            line=self.place_line,
            shows=(follow.show_look, follow.offer_update),
        )

    def _recall_place(self) -> PlaceOfProject:
        session, panel, line = self.session, self.panel, self.place_line
        made = PlaceOfProject(session, panel, line, picker=self.picker, dock=self)
        made.waits.connect(self.empty_states.say_ready)
        made.recall()
        return made

    def _on_seen(self, is_seen: bool) -> None:
        """Closed, not merely behind another panel: no line is left on the map."""
        if not is_seen and self.isHidden():
            self.compare.swipe.stop()

    def event(self, event: QEvent) -> bool:
        """Some keys are the dock's while it has the focus, whatever they mean elsewhere."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and not _is_keyed(event)
        if is_asked and self._meaning(event) is not None:
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        do = self._meaning(event)
        if do is None:
            super().keyPressEvent(event)
        else:
            do()

    def _meaning(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Esc, F1, what takes answers back (keys that QGIS has, too), and what goes on."""
        if not event.modifiers() and event.key() in self._own_keys:
            return self._own_keys[event.key()]
        its_action = self.inspection.meant_by(pressed_keys(event))
        return None if its_action is None else its_action.trigger


def _is_keyed(event: QKeyEvent) -> bool:
    """Where the focus is, the same key is the shortcut of an action already."""
    focus, pressed = QApplication.focusWidget(), pressed_keys(event)
    own = () if focus is None else focus.actions()
    return any(one.isEnabled() and pressed in one.shortcuts() for one in own)
