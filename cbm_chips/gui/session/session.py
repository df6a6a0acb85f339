"""What the parts of the dock share, without a widget: the place, the request, the run on show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...bridge.late_settings import LATE_SETTINGS
from ...bridge.sources import dependencies
from ...bridge.sources.session import SourceSessions
from ...bridge.sources.warm_start import WarmStart
from ...bridge.texts.translation import tr
from ...bridge.texts.words import worded
from ...core.errors import RequestError
from ...core.pipeline.series import State
from .dates.cloud_rule import RuleChoice
from .dates.compared_dates import ComparedDates
from .dates.current_date import CurrentDate
from .dates.held_stretch import HeldStretch
from .estimate import estimate
from .project_texts import ProjectTexts
from .runs import Run, Runs
from .topics import ANY, ProjectChanges, Topic, Validity

if TYPE_CHECKING:
    from ...bridge.sources.providers import ProviderRow
    from ...bridge.tasks.chip_task import Ending
    from ...core.model import ChipRequest, Place
    from ...core.pipeline.series import Entry
    from ...core.rendering.look import Look
    from .form_values.form_state import FormState


@dataclass(frozen=True)
class Views:
    """How the session reads what the widgets hold at the moment.

    Attributes:
        form: content of the form, valid or not.
        source: the chosen source.
        entries: the dates on show, oldest first.
        mark: shows an error beside the field of the form it names; False if it names none.
    """

    form: Callable[[], FormState]
    source: Callable[[], ProviderRow]
    entries: Callable[[], Sequence[Entry]]
    mark: Callable[[RequestError], bool]


class Session(QObject):
    """One per dock. Its parts read from here, and ask here for what another part does."""

    changed = pyqtSignal(object)
    """A `Topic`: something that sentences speak of is another now."""
    remarked = pyqtSignal(str)
    """A sentence about something small; an empty one removes the last."""
    source_changed = pyqtSignal()
    """Another source is chosen, or the same one with another login."""
    change_wanted = pyqtSignal(object)
    """The content that the form is to show, as if the user had entered it."""
    place_wanted = pyqtSignal()
    """Nothing can be read before the user has picked a place."""
    place_picked = pyqtSignal()
    """`place` is a new one, or is read again."""
    refused = pyqtSignal(object)
    """The `RequestError` because of which a run was not started, or found no source."""
    packages_missing = pyqtSignal(object)
    """A run was not started; these `Package`s are to be installed."""
    elsewhere = pyqtSignal()
    """A run was not started: the source has its pictures on other ground."""
    too_large = pyqtSignal(object)
    """A run was not started: the `Estimate` is large and the user has not agreed to it."""

    def __init__(self, views: Views, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._views = views
        self._may_be_large = False
        self._reads_bands = False
        self.place: Place | None = None
        """The place that was picked last, whether or not it could be read."""
        self.project_texts, self._project = ProjectTexts(self), ProjectChanges(self)
        self.sources = SourceSessions(self)
        self.warm_start = WarmStart(self.sources, self)
        self.source_changed.connect(self.prepare)
        self.runs = Runs(self.sources, self)
        self.runs.refused.connect(self.refused)
        self.runs.ended.connect(self._on_ended)
        self.current = CurrentDate(self.entries, self)
        self.stretch = HeldStretch(self.entries, self)
        self.rule = RuleChoice(self)
        self.compared = ComparedDates(self.entries, self)
        self._remarked, self._remark = "", Validity(self.changed, self)
        self._remark.ended.connect(self._take_remark_back)
        self._connect_topics()

    @property
    def form(self) -> FormState:
        """Content of the form, valid or not."""
        return self._views.form()

    @property
    def source(self) -> ProviderRow:
        """The chosen source."""
        return self._views.source()

    @property
    def shown(self) -> Run | None:
        """The run whose dates are on show."""
        return self.runs.shown

    def entries(self) -> Sequence[Entry]:
        """The dates on show, oldest first."""
        return self._views.entries()

    def remark(self, sentence: str, until: Iterable[Topic] = ANY) -> None:
        """Say something small; what is on show stays. It goes when one of `until` changes."""
        self._remark.begin(until)
        self._remarked = sentence
        self.remarked.emit(sentence)

    def unsay(self, sentence: str) -> None:
        """It is not true any more; what was said since stays."""
        if sentence == self._remarked:
            self.remark("")

    def mark(self, error: RequestError) -> bool:
        """Show an error beside its field of the form; False if the form has no such field."""
        return self._views.mark(error)

    def look(self) -> Look:
        """How chips are shown: as the form says, with the limits that are held for it.

        Raises:
            RequestError: naming the field of the form that is not valid.
        """
        return self.stretch.apply(self.form.look())

    def marked_look(self) -> Look | None:
        """The same; None where the form is not valid, which is marked there."""
        try:
            return self.look()
        except RequestError as error:
            self.mark(error)
            return None

    def change(self, form: FormState) -> None:
        """Show another content in the form and read the place with it."""
        self.change_wanted.emit(form)
        self.again()

    def read_size(self, size_m: int) -> None:
        """Read the same place in chips of another size."""
        self.change(replace(self.form, size_m=size_m))

    def start(self, place: Place) -> None:
        """Read a place, in place of whatever is being read."""
        self.place = place
        self.compared.begin(place)
        self.place_picked.emit()
        try:
            form = self.form
            request, _ = form.request_for(place), form.look()
            if self._may_begin(request):
                self.runs.start(request, self.source)
        except RequestError as error:
            self.refused.emit(error)

    def again(self) -> None:
        """Read the same place as the form says now; without one, ask for one."""
        if self.place is None:
            self.place_wanted.emit()
        else:
            self.start(self.place)

    def go_on(self) -> None:
        """Read the place although it is much."""
        self._may_be_large = True
        self.again()
        self._may_be_large = False

    def retry(self, entries: Sequence[Entry]) -> None:
        """Read some dates of the run on show again."""
        try:
            self.runs.retry(entries)
        except RequestError as error:
            self.refused.emit(error)

    def retry_failed(self) -> None:
        """Read again what failed of the dates on show."""
        self.retry([entry for entry in self.entries() if entry.is_failed])

    def read_stopped(self) -> None:
        """Go on with the dates that were stopped; those that the cache has are not read again."""
        self.retry([entry for entry in self.entries() if entry.state is State.STOPPED])

    def read_for(self, look: Look) -> None:
        """Read what the dates on show lack for a look; see `read_bands`."""
        self.read_bands(look.bands)

    def read_bands(self, bands: Iterable[str]) -> None:
        """Read what the dates on show lack; nothing that the cache has is read again."""
        shown = self.shown
        lacking = [band for band in bands if shown and band not in shown.request.bands]
        if not lacking:
            return
        try:
            self.runs.add_bands(lacking, self.entries())
        except RequestError as error:
            self.remark(worded(error))
        else:
            words = tr("{bands} was not read yet: it is being read now.")
            self.remark(words.format(bands=", ".join(lacking)))
            self._reads_bands = True

    def take_stretch(self) -> None:
        """Hold the limits of the dates on show, where one stretch is wanted and none is held."""
        if self.shown is None or self.runs.is_running:
            return
        with suppress(RequestError):  # the form has marked it
            self.stretch.take(self.form.look(), self.shown.request.place.name)

    def prepare(self) -> None:
        """Prepare for runs from the chosen source while nothing else happens."""
        self.warm_start.prepare(self.source)

    def close(self) -> None:
        """End the run and close the source: no thread or connection is left."""
        self.project_texts.unload()
        self.stretch.close()
        self._project.unload()
        self.warm_start.close()
        self.runs.close()
        self.sources.close(waits=True)
        LATE_SETTINGS.write()

    def is_outdated(self) -> bool:
        """The form asks for other dates or another source than those on show; by its values."""
        if self.shown is None or self.place is None:
            return False
        is_same = not self.form.differs_from(self.shown.request)
        return not is_same or self.source.source != self.shown.source.source

    def _on_ended(self, ending: Ending) -> None:
        if not ending.is_cancelled:
            self.take_stretch()
        if self._reads_bands:
            self._reads_bands = False
            self.remark("")

    def _connect_topics(self) -> None:
        """What the session itself hears of; the dock reports changes of its widgets."""
        for signal, topic in (
            (self.source_changed, Topic.SOURCE),
            (self.place_picked, Topic.PLACE),
            (self.runs.began, Topic.RUN),
            (self._project.happened, Topic.PROJECT),
        ):
            signal.connect(partial(self._tell, topic))

    def _tell(self, topic: Topic, *_: object) -> None:
        self.changed.emit(topic)

    def _take_remark_back(self) -> None:
        self.remarked.emit("")

    def is_elsewhere(self, place: Place) -> bool:
        """The source has nothing at this place, which `elsewhere` announces."""
        is_so = not self.source.may_show(place, self.form.size_m)
        if is_so:
            self.elsewhere.emit()
        return is_so

    def lacks_packages(self) -> bool:
        """The source needs packages that are not there, which `packages_missing` announces."""
        dependencies.use_own_folder()
        lacking = dependencies.lacking_for(self.source.source)
        if lacking:
            self.packages_missing.emit(lacking)
        return bool(lacking)

    def _may_begin(self, request: ChipRequest) -> bool:
        """False, with a signal, where packages are missing or the user has to agree first."""
        if self.lacks_packages():
            return False
        if self.is_elsewhere(request.place):
            return False
        guess = estimate(request)
        if self.source.is_remote and guess.is_large and not self._may_be_large:
            self.too_large.emit(guess)
            return False
        return True
