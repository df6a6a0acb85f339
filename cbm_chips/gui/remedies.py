"""What the dock's buttons do when there is nothing to show, and its last menu entries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QMenu

from ..bridge.tasks import Ending
from ..bridge.words import tr
from . import states
from .dock_menu import action
from .states import Remedy, State

if TYPE_CHECKING:
    from .dock import ChipsDock

OPTIONS_PAGE = "CbM Chips"


class Remedies(QObject):
    """Belongs to one dock."""

    def __init__(self, dock: ChipsDock) -> None:
        super().__init__(dock)
        self._dock = dock
        self._of: dict[Remedy, Callable[[], object]] = {
            Remedy.PICK: self._pick,
            Remedy.AGAIN: dock.again,
            Remedy.GO_ON: dock.go_on,
            Remedy.ANY_CLOUD: self._allow_any_cloud,
            Remedy.OTHER_DAYS: self._take_other_days,
        }

    def say(self, state: State) -> None:
        """The sentence, with its button."""
        copy = partial(QGuiApplication.clipboard().setText, state.sentence)
        do = self._of.get(state.remedy, copy)
        self._dock.panel.show_message(state.sentence, state.button, do)

    def explain_nothing(self, ending: Ending) -> None:
        """Why a run ended without a date."""
        shown = self._dock.runs.shown
        if shown is None:
            return
        if ending.is_cancelled:
            self.say(states.stopped())
        elif ending.problem:
            self.say(states.failed(ending, shown.source.title))
        else:
            wishes = self._dock.form.wishes()
            self.say(states.nothing_found(shown.request, wishes, shown.source.title))

    def remark(self, sentence: str) -> None:
        """Something small that was not possible; what is on show stays."""
        self._dock.foot.remark([sentence] if sentence else [])

    def fill(self, menu: QMenu) -> None:
        """Options and help."""
        menu.addSeparator()
        options, help_ = tr("Options …"), tr("Help")
        menu.addAction(action(self, "CbmChipsOptions", options, self.show_options))
        menu.addAction(action(self, "CbmChipsHelp", help_, self.help, icon="mActionHelpContents"))

    def show_options(self) -> None:
        """Our page of QGIS's options."""
        self._dock.iface.showOptionsDialog(self._dock.iface.mainWindow(), OPTIONS_PAGE)

    def help(self) -> None:
        """The help page."""
        from .help import show_help

        show_help()

    def _pick(self) -> None:
        """With the tool that is at hand already, if it is."""
        if not self._dock.picker.is_active:
            self._dock.picker.clickAction.trigger()

    def _allow_any_cloud(self) -> None:
        form = self._dock.form
        form.change(replace(form.wishes(), max_scene_cloud_pct=states.ANY_CLOUD_PCT))
        self._dock.again()

    def _take_other_days(self) -> None:
        form = self._dock.form
        form.change(states.other_days(form.wishes()))
        self._dock.again()
