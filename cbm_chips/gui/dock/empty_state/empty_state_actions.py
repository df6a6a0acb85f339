"""What the dock says when there is nothing to show, what its buttons do, and its last entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QMenu

from ....bridge.packages.installing import InstallOrder
from ....bridge.sources.dependencies import Package
from ....bridge.sources.providers import ProviderRow
from ....bridge.tasks.background_call import CallResult
from ....bridge.tasks.chip_task import Ending, SampleProgress
from ....bridge.tasks.install_task import result_words
from ....bridge.texts.translation import tr
from ....bridge.texts.words import worded
from ....core.errors import RequestError
from ....core.periods import today
from ....core.pipeline.searching.nearest_dates import Nearest, closest_day
from ...map.tools import is_polygon_layer
from ...options.factory import TITLE
from ...session.estimate import Estimate
from ...session.form_values.form_state import problems
from ...session.packages.package_install import PackageInstall
from ...session.packages.package_watch import PackageWatch
from ...session.searches.nearest_search import NearestSearch
from ...session.searches.other_days import SearchedDays
from ...session.session import Session
from ...session.topics import Topic, Validity
from ...widgets.menu import action
from ...widgets.place_label import name_of
from ..status.other_source import stand_in
from . import empty_states as states
from .empty_states import EmptyState, Offer
from .first_steps import Situation, first_steps
from .sample_parcels import is_sample_layer

Show = Callable[[str, Sequence[tuple[str, Callable[[], object]]]], object]
"""A sentence, and texts and calls of its buttons; an empty one makes room for the dates."""


class EmptyStateActions(QObject):
    """Belongs to one dock."""

    sample_wanted = pyqtSignal()
    """The built-in sample is to be chosen, and its parcels are to be shown."""
    parcel_wanted = pyqtSignal()
    """A parcel is to be picked on the map."""
    other_wanted = pyqtSignal(object)
    """The `ProviderRow` that the same is to be read from."""

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
        self._other: ProviderRow | None = None
        self._searched, self._sample = SearchedDays(), SampleProgress(0, 0, 0)
        self.nearest = NearestSearch(session.sources, self)
        self.nearest.found.connect(self._on_nearest)
        self._packages = PackageWatch(self)
        self._packages.came.connect(self._on_packages)
        self._lacking: Sequence[Package] = ()
        self.installation = PackageInstall(self)
        self.installation.step.connect(self._say_installing)
        self.installation.ended.connect(self._on_installed)
        self._true = Validity(session.changed, self)
        self._true.ended.connect(self.rest)
        self._connect()
        self._of: dict[Offer, Callable[[], object]] = {
            Offer.PICK: session.place_wanted.emit,
            Offer.PARCEL: self.parcel_wanted.emit,
            Offer.AGAIN: session.again,
            Offer.GO_ON: session.go_on,
            Offer.ANY_CLOUD: self._allow_any_cloud,
            Offer.OTHER_DAYS: self._take_other_days,
            Offer.NEAREST: self._go_to_nearest,
            Offer.OPTIONS: self.show_options,
            Offer.ADD_LAYER: self._add_layer,
            Offer.SAMPLE: self.sample_wanted.emit,
            Offer.INSTALL: self._install,
            Offer.STOP_INSTALL: self.installation.cancel,
            Offer.OTHER_SOURCE: self._use_other,
        }

    def say(self, state: EmptyState) -> None:
        """The sentence, with its buttons, for as long as it is so."""
        copy = partial(QGuiApplication.clipboard().setText, state.copied)
        choices = [(text, self._of.get(offer, copy)) for text, offer in state.buttons]
        if self._session.entries():
            choices.append((tr("Back to the dates"), self._go_back))
        self._packages.end()
        self._true.begin(state.until)
        self._show(state.sentence, choices)

    def rest(self) -> None:
        """What was said is not so any more: the dates, or what is to be done now."""
        session = self._session
        if session.runs.is_running or session.entries():
            self._packages.end()
            self._show("", ())
        elif session.place is None:
            self.say(first_steps(self._situation()))
        elif problems(session.form):
            self.say(states.invalid())
        else:
            self.say_ready()

    def say_ready(self) -> None:
        """The place is known, and not read before the user says so."""
        if self._session.place is not None:
            self.say(states.ready(name_of(self._session.place), self._session.source.title))

    def unload(self) -> None:
        """No search and no thread is left."""
        self.nearest.cancel()
        self.installation.cancel()
        self._packages.unload()

    def explain_nothing(self, ending: Ending) -> None:
        """Why a run ended without a date."""
        shown = self._session.shown
        if shown is None:
            return
        if ending.is_cancelled:
            self.say(self._stopped(ending))
        elif ending.problem:
            self._other = stand_in(shown)
            instead = self._other.title if self._other else ""
            self.say(states.failed(ending, shown.source.title, other=instead))
        else:
            self._searched.note(shown)
            other = self._searched.elsewhere(self._session.form)
            state = states.nothing_found(shown.request, shown.source.title, other)
            self.say(state)
            if Offer.ANY_CLOUD not in state.offers:
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

    def _go_back(self) -> None:
        """Whatever it was, the dates before it are still there."""
        self._true.begin(())
        self.rest()

    def _connect(self) -> None:
        session = self._session
        session.packages_missing.connect(self._say_packages_missing)
        session.too_large.connect(self._say_large)
        session.elsewhere.connect(self._say_elsewhere)
        session.runs.began.connect(self.nearest.cancel)
        session.runs.sample_made.connect(self._note_sample)

    def _situation(self) -> Situation:
        source = self._session.source
        visible = QgsProject.instance().layerTreeRoot().checkedLayers()
        parcels = [layer for layer in visible if is_polygon_layer(layer)]
        there = [layer for layer in parcels if is_sample_layer(layer)] if source.ground else []
        first = next(iter(there or parcels), None)
        return Situation(
            source.title,
            source.where,
            knows_parcels=source.is_cbm,
            parcels=first.name() if first is not None else "",
            is_map_empty=not visible,
            is_there=bool(there),
        )

    def _stopped(self, ending: Ending) -> EmptyState:
        sample = self._sample
        if sample.run == ending.run and sample.done < sample.dates:
            return states.sample_stopped(sample.done, sample.dates)
        return states.stopped()

    def _note_sample(self, progress: SampleProgress) -> None:
        self._sample = progress

    def _say_packages_missing(self, lacking: Sequence[Package], trouble: str = "") -> None:
        self._lacking = lacking
        if self.installation.is_running:
            return  # what is on show tells how far it is
        title = self._session.source.title
        self.say(states.packages_missing(lacking, title, trouble=trouble))
        self._packages.begin(lacking)

    def _install(self) -> None:
        try:
            order = InstallOrder.of()
        except RequestError as error:
            self._say_packages_missing(self._lacking, worded(error))
            return
        self._say_installing(tr("Installing Python packages"))
        self.installation.start(order)

    def _say_installing(self, step: str) -> None:
        self.say(states.installing(step))

    def _on_installed(self, result: CallResult) -> None:
        if result.value is None:
            self._say_packages_missing(self._lacking, result_words(result))
        else:
            self._on_packages()

    def _on_packages(self) -> None:
        """What was clicked is read, unless something else is on show by now."""
        self._packages.end()
        self._session.changed.emit(Topic.PACKAGES)
        self._session.again()

    def _say_large(self, guess: Estimate) -> None:
        self.say(states.large(guess))

    def _say_elsewhere(self) -> None:
        self.say(states.elsewhere(self._session.source.where))

    def _add_layer(self) -> None:
        self._iface.actionAddOgrLayer().trigger()

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
        else:
            reach = timedelta(days=nearest.reach_days)
            beside = states.searched_beside(shown.request, reach, today())
            self._searched.note(shown, beside)
            other = self._searched.elsewhere(self._session.form)
            title = shown.source.title
            state = states.nothing_found(shown.request, title, other, also=beside)
        self.say(state)

    def _go_to_nearest(self) -> None:
        shown, nearest = self._session.shown, self._nearest
        day = closest_day(shown.request, nearest) if shown and nearest else None
        if shown is None or day is None:
            return
        self._session.change(states.days_to(shown.request, day, self._session.form))

    def _use_other(self) -> None:
        if self._other is not None:
            self.other_wanted.emit(self._other)

    def _take_other_days(self) -> None:
        form = self._searched.elsewhere(self._session.form)
        if form is not None:
            self._session.change(form)
