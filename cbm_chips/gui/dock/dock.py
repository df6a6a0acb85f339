"""The dock: source, form, dates, progress. It connects its parts and decides nothing else."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ...bridge import dependencies
from ...bridge.qt_alive import disconnect
from ...bridge.tasks import Batch, Ending
from ...bridge.translation import tr
from ...core.errors import RequestError
from ...core.model import ChipRequest, Place
from ...core.pipeline.run import Found
from ..cbm_service.menu import ServiceMenu
from ..cbm_service.parcels import ServiceParcels
from ..form.form import RequestForm
from ..map.parcel_queue import ParcelQueue
from ..map.picker import MapPicker
from ..session import store as memory
from ..session.estimate import estimate
from ..session.runs import Run, Runs
from ..thumbnails.panel import ThumbnailPanel
from ..widgets.place_label import PlaceLine
from . import empty_states as states
from .empty_state_actions import Remedies
from .keys import DockKeys
from .layer_actions import DockLayers
from .menu import places_menu
from .status_bar import Foot, final_words, stopped_words
from .toolbar import Strip

NAME = "CbmChipsDock"
LEAST_WIDTH_PX = 300


class ChipsDock(QgsDockWidget):
    """One per window; `unload` before it goes."""

    def __init__(self, iface: Any, parent: QWidget | None = None) -> None:
        """`iface` gives the map, the layer tree and the options."""
        super().__init__(tr("CbM Chips"), parent)
        self.setObjectName(NAME)
        self.iface = iface
        self.place: Place | None = None
        """The place that was picked last, whether or not it could be read."""
        self.form, self.panel, self.foot = RequestForm(), ThumbnailPanel(), Foot()
        self.place_line, self.runs = PlaceLine(), Runs(self)
        self.picker = MapPicker(iface, self)
        self.layers = DockLayers(self)
        self.remedies = Remedies(self)
        self.service = ServiceParcels(self)
        self.queue = ParcelQueue(self)
        self.plot_place = QWidget()
        """Empty and hidden, below the dates; whoever has a plot shows it there."""
        self.keys = DockKeys(self)
        self._may_be_large = self._is_unloaded = False
        self._notes: tuple[str, ...] = ()
        self._lay_out()
        self._connect()
        self._recall_grid()
        self.remedies.say(states.nothing_chosen())

    @property
    def actions_to_register(self) -> list[Any]:
        """For QGIS's dialog of shortcuts."""
        return self.keys.all

    def start(self, place: Place) -> None:
        """Read a place, in place of whatever is being read."""
        self.place = place
        self.form.source_mark.say("")
        try:
            request, _ = self.form.request_for(place), self.form.look()
        except RequestError as error:
            self._refuse(error)
            return
        if self._may_begin(request):
            self._begin(request)

    def again(self) -> None:
        """Read the same place as the form says now; without one, pick one."""
        if self.place is None:
            self.picker.clickAction.trigger()
        else:
            self.start(self.place)

    def go_on(self) -> None:
        """Read the place although it is much."""
        self._may_be_large = True
        self.again()
        self._may_be_large = False

    def unload(self) -> None:
        """Leave no thread, mark, tool or connection behind, even if the dock is gone already."""
        if self._is_unloaded:
            return
        self._is_unloaded = True
        disconnect(QgsProject.instance(), "readProject", self.form.recall)
        self.service.unload()
        self.remedies.nearest.cancel()
        self.queue.unload()
        self.runs.close()
        self.panel.stop()
        self.layers.unload()
        self.picker.unload()

    def event(self, event: QEvent) -> bool:
        """Esc and F1 are the dock's while it has the focus, whatever they mean elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_ours(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F1:
            self.remedies.help()
        elif not any(stop() for stop in (self.service.cancel, self.runs.cancel, self.queue.stop)):
            self.picker.leave()

    def _is_ours(self, event: QKeyEvent) -> bool:
        return event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1) and not event.modifiers()

    def _may_begin(self, request: ChipRequest) -> bool:
        """Ask, where something is missing or the read is large."""
        dependencies.use_own_folder()
        needed = dependencies.needed_for(self.form.source.row().source)
        lacking = dependencies.missing(needed)
        if lacking:
            self.remedies.say(states.packages_missing(dependencies.explain(lacking)))
            return False
        guess = estimate(request)
        if self.form.source.is_remote() and guess.is_large and not self._may_be_large:
            self.remedies.say(states.large(guess))
            return False
        return True

    def _begin(self, request: ChipRequest) -> None:
        try:
            self.runs.start(request, self.form.source.row())
        except RequestError as error:
            self._refuse(error)
            return
        if not memory.was_used():
            self.form.collapse()

    def _refuse(self, error: RequestError) -> None:
        """Beside the field it is about; what is on show stays."""
        if self.form.show_error(error):
            self.form.reveal(error.field)
            if not self.panel.entries():
                self.remedies.say(states.invalid())
        else:
            self.remedies.say(states.refused(error))

    def _on_began(self, run: Run) -> None:
        self.remedies.nearest.cancel()
        self._notes = ()
        self.foot.searching(run.source.title)
        if run.only:
            self.foot.reading(self.panel.counts())
            return
        self.panel.begin(run.number, run.request.place, run.request.size_m)
        self.panel.set_look(self.form.look())
        self.panel.show_message("")
        self.place_line.show_place(run.request.place)
        self.picker.show_place(run.request.place, run.request.size_m)

    def _on_news(self, batch: Batch) -> None:
        self.panel.take(batch)
        for event in batch.events:
            if isinstance(event, Found):
                self._on_found(event)
        self.foot.reading(self.panel.counts())

    def _on_found(self, found: Found) -> None:
        self._notes = found.notes
        self.foot.remark(found.notes)
        if self.runs.shown is not None:
            request = self.runs.shown.request
            self.picker.show_place(request.place, request.size_m, grid=found.grid)

    def _on_ended(self, ending: Ending) -> None:
        counts = self.panel.counts()
        if not self.panel.entries():
            self.foot.rest("")
            self.remedies.explain_nothing(ending)
            return
        if ending.is_cancelled:
            words = stopped_words(counts)
        else:
            words = final_words(counts, ending.seconds)
        if ending.problem:
            self.foot.remark([*self._notes, ending.problem])
        self.foot.rest(words, retryable=counts.failed)

    def _on_look(self) -> None:
        """Show it; what it needs and was never read is read, the rest comes from the cache."""
        try:
            look = self.form.look()
        except RequestError:
            return  # the form has marked it
        self.panel.set_look(look)
        shown = self.runs.shown
        if shown is not None and not set(look.needed) <= set(shown.request.bands):
            self.again()

    def _on_changed(self) -> None:
        shown = self.runs.shown
        if shown is None or self.place is None:
            return
        try:
            wanted = self.form.request_for(self.place)
        except RequestError:
            return  # the form has marked it
        source = self.form.source.row().source
        same = _but_bands(wanted) == _but_bands(shown.request) and source == shown.source.source
        self.place_line.offer_update(not same)

    def _retry(self, entries: list[Any]) -> None:
        try:
            self.runs.retry(entries)
        except RequestError as error:
            self._refuse(error)

    def _lay_out(self) -> None:
        picker = self.picker
        tools = [one for one in picker.actions if one is not picker.selectedAction]
        strip = Strip(self.form.source, self.form.source_mark, tools)
        places_menu(strip.menu, self.runs.places.all, self.start)
        self.keys.fill(strip.menu)
        self.layers.fill(strip.menu)
        ServiceMenu(self).fill(strip.menu)
        self.remedies.fill(strip.menu)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.panel)
        splitter.addWidget(self.plot_place)
        splitter.setStretchFactor(0, 1)
        self.plot_place.hide()
        content = QWidget()
        content.setMinimumWidth(LEAST_WIDTH_PX)
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for widget in (strip, self.service.box, self.form, self.place_line, self.queue.bar):
            rows.addWidget(widget)
        rows.addWidget(splitter, 1)
        rows.addWidget(self.foot)
        self.setWidget(content)

    def _connect(self) -> None:
        self.picker.placePicked.connect(self.start)
        self.picker.placesPicked.connect(self.queue.begin)
        self.picker.problem.connect(self.remedies.remark)
        self.picker.service = self.service.takes
        self.picker.steps_aside = self.queue.step
        self.form.changed.connect(self._on_changed)
        self.form.lookChanged.connect(self._on_look)
        self.runs.began.connect(self._on_began)
        self.runs.news.connect(self._on_news)
        self.runs.ended.connect(self._on_ended)
        self.runs.refused.connect(self._refuse)
        self.panel.retryRequested.connect(self._retry)
        self.panel.loadRequested.connect(self.layers.load)
        self.foot.cancelClicked.connect(self.service.cancel)
        self.foot.cancelClicked.connect(self.runs.cancel)
        self.foot.retryClicked.connect(self._retry_failed)
        self.place_line.updateClicked.connect(self.again)
        QgsProject.instance().readProject.connect(self.form.recall)

    def _retry_failed(self) -> None:
        self._retry([entry for entry in self.panel.entries() if entry.is_retryable])

    def _recall_grid(self) -> None:
        controls = self.panel.controls
        size = memory.recall_grid("size", "")
        if size.isdecimal():
            controls.show_size(int(size))
        controls.choose_order(memory.recall_grid("order", "oldest first"))
        controls.size_chosen.connect(lambda size: memory.remember_grid("size", size))
        controls.order_chosen.connect(lambda order: memory.remember_grid("order", order))


def _but_bands(request: ChipRequest) -> dict[str, Any]:
    """What makes other dates or other ground; bands are read as a look needs them."""
    return {name: told for name, told in vars(request).items() if name not in ("bands", "place")}
