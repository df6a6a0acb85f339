"""The dock: source, form, dates, progress. It connects its parts and decides nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from qgis.core import QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QWidget

from ...bridge.qt_alive import disconnect
from ...bridge.texts.translation import tr
from ...core.errors import RequestError
from ...core.model import Place
from ..cbm_service.menu import ServiceMenu
from ..cbm_service.parcels import ServiceParcels
from ..cbm_service.plot_series import PlotSeriesOfService
from ..form.form import RequestForm
from ..judging.judging import Judging
from ..map.parcel_queue import ParcelQueue
from ..map.picker import MapPicker
from ..plot.run_plot import RunPlot
from ..session import store
from ..session.form_state import problems
from ..session.session import Session, Views
from ..session.topics import Topic
from ..thumbnails.controls.message import Choice
from ..thumbnails.panel import ThumbnailPanel
from ..widgets.icon_button import button_of
from ..widgets.menu import action
from ..widgets.place_label import PlaceLabel
from .calendar_means import CalendarMeans
from .cloud_rule import RuleFollower
from .comparing import comparing
from .empty_state import empty_states as states
from .empty_state.empty_state_actions import EmptyStateActions
from .empty_state.sample_parcels import SampleParcels
from .escape import EscapeOrder
from .grid_memory import keep_grid
from .keys import ShortcutKeys
from .layers.layer_actions import LayerActions
from .layers.map_preview import MapPreview
from .layers.neighbour_outlines import NeighbourOutlines
from .layers.temporal_date import TemporalDate
from .layout import stacked
from .look_row import LookRow
from .menu import places_menu
from .observability import ObservabilityBadge
from .parcel_series import ParcelSeries
from .place_of_project import PlaceOfProject
from .pointed_date import PointedDate
from .run_on_show import RunOnShow
from .status.offer_line import OfferLine
from .status.other_source import OtherSource
from .status.progress import Progress
from .status.status_bar import StatusBar
from .toolbar import Toolbar

NAME = "CbmChipsDock"


class ChipsDock(QgsDockWidget):
    """One per window; `unload` before it goes."""

    def __init__(self, iface: Any, parent: QWidget | None = None) -> None:
        """`iface` gives the map, the layer tree and the options."""
        super().__init__(tr("CbM Chips"), parent)
        self.setObjectName(NAME)
        self.form, self.panel, self.status_bar = RequestForm(), ThumbnailPanel(), StatusBar()
        self.place_line, form, panel = PlaceLabel(), self.form, self.panel
        views = Views(form.state, form.source.row, panel.entries, form.show_error)
        session = self.session = Session(views, self)
        self.picker = MapPicker(iface, self)
        self.layers = LayerActions(session, iface, selected=panel.selected, parent=self)
        self.empty_states = EmptyStateActions(session, iface, show=self._show_message, parent=self)
        self.service = ServiceParcels(session, self)
        self.offer_line = OfferLine()
        self.other_source = OtherSource(session, self.offer_line, form.source, self)
        self.sample = SampleParcels(iface, self.picker, choose=form.source.choose, parent=self)
        self.queue = ParcelQueue(session, is_idle=panel.is_idle, parent=self)
        self._make_plot()
        self.series = ParcelSeries(session, iface, self.picker, self)
        self._make_looks(iface.mapCanvas())
        self.keys = self._make_keys()
        self.escape = self._escape_order()
        self._is_unloaded = False
        explain = self.empty_states.explain_nothing
        self.progress = Progress(session, self.status_bar, counts=panel.counts, explain=explain)
        self._lay_out()
        self._connect()
        self._connect_session(iface.mapCanvas())
        keep_grid(panel.controls)
        self.session.prepare()
        line, picker = self.place_line, self.picker
        self.place_of_project = PlaceOfProject(session, panel, line, picker=picker, dock=self)
        self.place_of_project.waits.connect(self.empty_states.say_ready)
        self.place_of_project.recall()
        self.empty_states.rest()

    @property
    def actions_to_register(self) -> list[Any]:
        """For QGIS's dialog of shortcuts."""
        shown = (self.layers, self.series, self.other_source, self.empty_states)
        parts = (self.picker, self.keys, *shown)
        own = [action for part in parts for action in part.actions]
        return [*own, *self.judging.all_actions]

    def unload(self) -> None:
        """Leave no thread, mark, tool or connection behind, even if the dock is gone already."""
        if self._is_unloaded:
            return
        self._is_unloaded = True
        disconnect(QgsProject.instance(), "readProject", self.form.recall)
        for asks in (self.place_of_project, self.service, self.empty_states, self.other_source):
            asks.unload()
        for works in (self.sample, self.queue, self.series, self.judging):
            works.unload()
        self.session.close()
        self.panel.stop()
        for shows in (self.plot, self.service_series, self.calendar_means, self.badge):
            shows.unload()
        for on_map in (self.temporal, self.layers, self.compare, self.preview):
            on_map.unload()
        self.neighbours.stop()
        self.picker.unload()

    def _on_seen(self, is_seen: bool) -> None:
        """Closed, not merely behind another panel: no line is left on the map."""
        if not is_seen and self.isHidden():
            self.compare.swipe.stop()

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
            self.empty_states.help()
        else:
            self.escape.press()

    def _is_ours(self, event: QKeyEvent) -> bool:
        return event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1) and not event.modifiers()

    def _escape_order(self) -> EscapeOrder:
        over = (self.compare.close, self.panel.pages.close_large)
        asked = (self.service.cancel, self.picker.stop_looking, self.other_source.cancel)
        loading = (self.compare.stop, self.layers.stop)
        under_way = (self.session.runs.cancel, *loading, self.queue.stop)
        return EscapeOrder(*over, *asked, *under_way, self.picker.leave)

    def _make_plot(self) -> None:
        """The plot, and what a person says of what it shows."""
        session, layers = self.session, self.picker.parcel_layers
        self.plot_place = QWidget()
        """Below the dates; hidden with the plot that stands there."""
        self.plot = RunPlot(session, self.plot_place, self, like=self.panel.view)
        box, plot = self.service.box, self.plot.panel
        self.judging = Judging(
            session, plot, layers=layers, dataset=lambda: box.state().dataset, window=self
        )

    def _make_looks(self, canvas: Any) -> None:
        """How dates are looked at: by which composite, on the map, two of them, with neighbours."""
        session, panel = self.session, self.panel
        self.looks = LookRow(self)
        self.preview = MapPreview(session, canvas, picture_of=panel.model.picture_of, dock=self)
        self.compare = comparing(session, canvas, panel, self.layers, self.preview, self)
        layers, show = self.picker.parcel_layers, panel.model.show_neighbours
        self.neighbours = NeighbourOutlines(session, layers=layers, show=show, parent=self)

    def _make_keys(self) -> ShortcutKeys:
        large = action(self, "CbmChipsLarge", tr("Large view"), self.panel.pages.toggle_large)
        view = action(
            self, "CbmChipsView", tr("Next view of the dates"), self.panel.controls.choose_next_view
        )
        switches = {"K": view, "M": self.preview.action, "O": self.neighbours.action, "Z": large}
        keys = ShortcutKeys(
            self.session,
            self.picker,
            swap=self.layers.swap,
            looks=self.looks,
            switches={
                **switches,
                **self.compare.letters,
                "G": self.plot.action,
                **self.judging.letters,
            },
            parent=self,
        )
        pages, plot, judging = self.panel.pages, self.plot.panel, self.judging.panel
        keys.work_in(
            *(self.panel.view, pages.large, pages.calendar),
            *(plot.view, self.compare.view, judging.list),
        )
        return keys

    def _show_message(self, sentence: str, choices: Sequence[Choice]) -> None:
        """In place of the dates; the last line is about these, so it comes and goes with them."""
        if not self.session.runs.is_running:
            self.progress.show_dates(not sentence)
        self.panel.show_message(sentence, choices)

    def _pick(self) -> None:
        """With the tool that is at hand already, if it is."""
        if not self.picker.is_active:
            self.picker.clickAction.trigger()

    def _go_to(self, place: Place) -> None:
        """One of the last places: the keys are for its dates."""
        self.session.start(place)
        self.panel.pages.take_focus()

    def _refuse(self, error: RequestError) -> None:
        """Beside the field it is about; what is on show stays."""
        if self.form.show_error(error):
            self.form.reveal(error.field)
            if not self.panel.entries():
                self.empty_states.say(states.invalid())
        else:
            self.empty_states.say(states.refused(error))

    def _on_look(self) -> None:
        """Show it; what it needs and was never read is read, the rest comes from the cache."""
        try:
            look, _ = self.form.look(), self.form.state().bands
        except RequestError:
            return  # the form has marked it
        self._show_look()
        self.session.read_for(look)
        self.session.take_stretch()

    def _show_look(self) -> None:
        with suppress(RequestError):  # the form has marked it
            self.panel.set_look(self.session.look())

    def _on_changed(self) -> None:
        store.remember(self.form.state(), self.session.project_texts)

    def _offer_update(self) -> None:
        is_valid = not problems(self.form.state())
        self.place_line.offer_update(self.session.is_outdated(), is_possible=is_valid)

    def _lay_out(self) -> None:
        picker = self.picker
        tools = [one for one in picker.actions if one is not picker.selectedAction]
        strip = Toolbar(self.form.source, self.form.source_message, tools)
        places_menu(strip.menu, self.session.runs.places.all, self._go_to)
        self.keys.fill(strip.menu)
        self.layers.fill(strip.menu, swap=self.keys.swap)
        self.compare.fill(strip.menu)
        self.series.fill(strip.menu)
        self.judging.fill(strip.menu)
        ServiceMenu(self.session, self.service, self).fill(strip.menu)
        self.other_source.fill(strip.menu)
        self.empty_states.fill(strip.menu)
        shown_too = (self.preview.action, self.neighbours.action, self.plot.action)
        switches = map(button_of, (*shown_too, self.judging.switch))
        self.panel.controls.put_first([*self.looks.buttons, *switches])
        above = (strip, self.service.box, self.form, self.place_line, self.queue.bar)
        below = (self.judging.panel, self.offer_line, self.status_bar)
        self.setWidget(stacked(above, self.panel, self.plot_place, below))
        self.plot.show_as_left()

    def _connect(self) -> None:
        session = self.session
        self.picker.placePicked.connect(session.start)
        self.picker.placesPicked.connect(self.queue.begin)
        self.picker.problem.connect(session.remark)
        self.picker.service = self.service.takes
        self.picker.is_elsewhere = session.is_elsewhere
        self.picker.steps_aside = self.queue.step
        self.picker.escape = self.escape.press
        self.picker.key = self.keys.press
        self.form.source.shown.connect(session.source_changed)
        self.form.changed.connect(self._on_changed)
        self.form.shown.connect(lambda: self.looks.show_state(self.form.state()))
        self.form.shown.connect(self._offer_update)
        self.looks.chosen.connect(self.form.choose_look)
        self.looks.show_state(self.form.state())
        self.form.lookChanged.connect(self._on_look)
        self.panel.currentChanged.connect(session.current.set)
        session.current.changed.connect(self.panel.follow)
        self.panel.pictureChanged.connect(self.preview.show)
        self.visibilityChanged.connect(self.preview.show)
        self.visibilityChanged.connect(self._on_seen)
        self.layers.shown.connect(self.preview.stand_back)
        self.compare.hear_keys(self.escape.press, self.keys.press)
        self.panel.retryRequested.connect(session.retry)
        self.panel.loadRequested.connect(self.layers.load)
        self.service.waiting.connect(self.progress.wait_for_parcel)
        self.service.answered.connect(self.progress.stop_waiting)
        self.status_bar.cancelClicked.connect(self.service.cancel)
        self.status_bar.cancelClicked.connect(session.runs.cancel)
        self.status_bar.retryClicked.connect(session.retry_failed)
        self.status_bar.goOnClicked.connect(session.read_stopped)
        QgsProject.instance().readProject.connect(self.form.recall)
        self.place_line.updateClicked.connect(session.again)
        self.place_line.sizeWanted.connect(session.read_size)
        self.empty_states.parcel_wanted.connect(self.picker.parcelAction.trigger)
        self.empty_states.sample_wanted.connect(self.sample.show)
        self.empty_states.other_wanted.connect(self.other_source.use)
        self.sample.failed.connect(session.remark)

    def _share_date(self, canvas: Any) -> None:
        """Between grid, plot, map and QGIS's temporal controller."""
        self.pointed = PointedDate(self.session.current, self.panel.view)
        self.service_series = PlotSeriesOfService(self.session, self.service, self.plot)
        self.temporal = TemporalDate(self.session, canvas, self)

    def _connect_session(self, canvas: Any) -> None:
        session = self.session
        self._share_date(canvas)
        RuleFollower(session, self.form.cloud_rule, self.panel, self.progress)
        self.calendar_means = CalendarMeans(session, self.panel)
        self.badge = ObservabilityBadge(session, self.place_line)
        session.rule.changed.connect(self.badge.compute)
        session.remarked.connect(self.status_bar.say)
        session.change_wanted.connect(self.form.change)
        session.place_wanted.connect(self._pick)
        session.stretch.changed.connect(self._show_look)
        session.place_picked.connect(self.form.forget_source_error)
        session.refused.connect(self._refuse)
        self.form.shown.connect(partial(session.changed.emit, Topic.FORM))
        self.picker.selection_changed.connect(partial(session.changed.emit, Topic.PROJECT))
        self.run_on_show = RunOnShow(
            session,
            self.panel,
            self.progress,
            picker=self.picker,
            line=self.place_line,
            shows=(self._show_look, self._offer_update),
        )
