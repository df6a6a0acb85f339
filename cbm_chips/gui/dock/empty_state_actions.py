"""What the dock's buttons do when there is nothing to show, and its last menu entries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QMenu

from ...bridge.tasks import Ending
from ...bridge.translation import tr
from ...core.pipeline.nearest_dates import Nearest, closest_day
from ..options.factory import TITLE
from ..session.estimate import Estimate
from ..session.nearest_search import NearestSearch
from ..session.session import Session
from ..widgets.menu import action
from . import empty_states as states
from .empty_states import EmptyState, Offer

Show = Callable[[str, str, Callable[[], object]], object]
"""A sentence, and the text and the call of its button."""


class EmptyStateActions(QObject):
    """Belongs to one dock."""

    def __init__(self, session: Session, iface: Any, *, show: Show, parent: QObject) -> None:
        """`iface` has the options; `show` puts a sentence in place of the dates."""
        super().__init__(parent)
        self._session, self._iface, self._show = session, iface, show
        options, help_ = tr("Options …"), tr("Help")
        self.actions = [
            action(self, "CbmChipsOptions", options, self.show_options),
            action(self, "CbmChipsHelp", help_, self.help, icon="mActionHelpContents"),
        ]
        self._nearest: Nearest | None = None
        self.nearest = NearestSearch(session.sources, self)
        self.nearest.found.connect(self._on_nearest)
        self._of: dict[Offer, Callable[[], object]] = {
            Offer.PICK: session.place_wanted.emit,
            Offer.AGAIN: session.again,
            Offer.GO_ON: session.go_on,
            Offer.ANY_CLOUD: self._allow_any_cloud,
            Offer.OTHER_DAYS: self._take_other_days,
            Offer.NEAREST: self._go_to_nearest,
            Offer.OPTIONS: self.show_options,
        }

    def say(self, state: EmptyState) -> None:
        """The sentence, with its button."""
        copy = partial(QGuiApplication.clipboard().setText, state.sentence)
        do = self._of.get(state.action, copy)
        self._show(state.sentence, state.button, do)

    def say_packages_missing(self, explanation: str) -> None:
        """The run can't be started: which Python packages to install."""
        self.say(states.packages_missing(explanation))

    def say_large(self, guess: Estimate) -> None:
        """The run was not started, as it would read much."""
        self.say(states.large(guess))

    def explain_nothing(self, ending: Ending) -> None:
        """Why a run ended without a date."""
        shown = self._session.shown
        if shown is None:
            return
        if ending.is_cancelled:
            self.say(states.stopped())
        elif ending.problem:
            self.say(states.failed(ending, shown.source.title))
        else:
            form = self._session.form
            state = states.nothing_found(shown.request, form, shown.source.title)
            self.say(state)
            if state.action is Offer.OTHER_DAYS:
                self.nearest.start(shown)

    def fill(self, menu: QMenu) -> None:
        """Options and help."""
        menu.addSeparator()
        menu.addActions(self.actions)

    def show_options(self) -> None:
        """Our page of QGIS's options."""
        self._iface.showOptionsDialog(self._iface.mainWindow(), TITLE)

    def help(self) -> None:
        """The help page."""
        from .help import show_help

        show_help()

    def _allow_any_cloud(self) -> None:
        form = replace(self._session.form, max_scene_cloud_pct=states.ANY_CLOUD_PCT)
        self._session.change(form)

    def _on_nearest(self, nearest: Nearest) -> None:
        """Better advice than the first, if nothing else is on show by now."""
        shown = self._session.shown
        if shown is None or self._session.runs.is_running or self._session.entries():
            return
        state = states.nearest_found(shown.request, shown.source.title, nearest)
        if state is not None:
            self._nearest = nearest
            self.say(state)

    def _go_to_nearest(self) -> None:
        shown, nearest = self._session.shown, self._nearest
        day = closest_day(shown.request, nearest) if shown and nearest else None
        if shown is None or day is None:
            return
        self._session.change(states.days_to(shown.request, day, self._session.form))

    def _take_other_days(self) -> None:
        self._session.change(states.other_days(self._session.form))
