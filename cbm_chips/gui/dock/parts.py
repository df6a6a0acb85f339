"""The parts of the dock, each made with what it needs, and how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtWidgets import QWidget

from ...bridge.texts.translation import tr
from ..cbm_service.parcels import ServiceParcels
from ..cbm_service.plot_series import PlotSeriesOfService
from ..form.form import RequestForm
from ..inspection.answering.aside_messages import AsideMessages
from ..inspection.evidence.evidence_export import EvidenceExport
from ..inspection.inspection import Inspection
from ..judging.judging import Judging
from ..map.parcel_queue import ParcelQueue
from ..map.picker import MapPicker
from ..plot.run_plot import RunPlot
from ..session.session import Session, Views
from ..thumbnails.controls.message import Choice
from ..thumbnails.panel import ThumbnailPanel
from ..widgets.menu import action
from ..widgets.place_label import PlaceLabel
from .calendar_means import CalendarMeans
from .client_folder.client_folders import ClientFolders
from .cloud_rule import RuleFollower
from .comparing import comparing
from .empty_state.empty_state_actions import EmptyStateActions
from .empty_state.sample_parcels import SampleParcels
from .keys.escape import EscapeOrder
from .keys.keys import ShortcutKeys
from .layers.layer_actions import LayerActions
from .layers.map_preview import MapPreview
from .layers.neighbour_outlines import NeighbourOutlines
from .layers.temporal_date import TemporalDate
from .look_row import LookRow
from .observability import ObservabilityBadge
from .parcel_series import ParcelSeries
from .pointed_date import PointedDate
from .status.offer_line import OfferLine
from .status.other_source import OtherSource
from .status.progress import Progress
from .status.status_bar import StatusBar

NAME = "CbmChipsDock"


class DockParts(QgsDockWidget):
    """The dock's widgets and what works with them; `ChipsDock` connects and places them."""

    def __init__(self, iface: Any, parent: QWidget | None = None) -> None:
        """`iface` gives the map, the layer tree and the options."""
        super().__init__(tr("CbM Chips"), parent)
        self.setObjectName(NAME)
        canvas = iface.mapCanvas()
        self._make_widgets()
        self._make_session(iface)
        self._make_plot(iface)
        self.series = ParcelSeries(self.session, iface, self.picker, self)
        self._make_looks(canvas)
        self.keys = self._make_keys()
        self.escape = self._escape_order()
        self._make_followers(canvas)

    def _make_widgets(self) -> None:
        self.form, self.panel, self.status_bar = RequestForm(), ThumbnailPanel(), StatusBar()
        self.place_line, self.offer_line, self.plot_place = PlaceLabel(), OfferLine(), QWidget()

    def _make_session(self, iface: Any) -> None:
        """What the parts share, and what asks for places and sources."""
        form, panel = self.form, self.panel
        views = Views(form.state, form.source.row, panel.entries, form.show_error)
        session = self.session = Session(views, self)
        self.picker = MapPicker(iface, self)
        self.layers = LayerActions(session, iface, selected=panel.selected, parent=self)
        self.empty_states = EmptyStateActions(session, iface, show=self._show_message, parent=self)
        self.service = ServiceParcels(session, self)
        self.client_folders = ClientFolders(session, self.service.box.state, self)
        self.other_source = OtherSource(session, self.offer_line, form.source, self)
        self.sample = SampleParcels(iface, self.picker, choose=form.source.choose, parent=self)
        self.queue = ParcelQueue(session, is_idle=panel.is_idle, parent=self)

    def _make_plot(self, iface: Any) -> None:
        """The plot, and what a person says of what it shows."""
        session, layers = self.session, self.picker.parcel_layers
        self.plot = RunPlot(session, self.plot_place, self, like=self.panel.view)
        box, plot = self.service.box, self.plot.panel
        self.judging = Judging(
            session, plot, layers=layers, dataset=lambda: box.state().dataset, window=self
        )
        events, markers = self.judging.events, self.judging.markers
        self.inspection = Inspection(
            session, events, markers, parcels=self.queue, layers=layers, window=self
        )
        answers = self.inspection.answers
        self.aside = AsideMessages(answers, iface, self)
        self.evidence = EvidenceExport(
            session, answers, iface, layers=layers, plot=plot.export, window=self
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
                **self.inspection.letters,
                **self.evidence.letters,
            },
            parent=self,
        )
        pages, plot, judging = self.panel.pages, self.plot.panel, self.judging.panel
        keys.work_in(
            *(self.panel.view, pages.large, pages.calendar),
            *(plot.view, self.compare.view, judging.list),
        )
        return keys

    def _escape_order(self) -> EscapeOrder:
        over = (self.compare.close, self.panel.pages.close_large)
        asked = (self.service.cancel, self.picker.stop_looking, self.other_source.cancel)
        loading = (self.compare.stop, self.layers.stop)
        under_way = (self.session.runs.cancel, *loading, self.queue.stop)
        return EscapeOrder(*over, *asked, *under_way, self.picker.leave)

    def _make_followers(self, canvas: Any) -> None:
        """What shows how a run goes; one date in grid, plot, map and temporal controller."""
        session, panel, explain = self.session, self.panel, self.empty_states.explain_nothing
        self.progress = Progress(session, self.status_bar, counts=panel.counts, explain=explain)
        self.pointed = PointedDate(session.current, panel.view)
        self.service_series = PlotSeriesOfService(session, self.service, self.plot)
        self.temporal = TemporalDate(session, canvas, self)
        RuleFollower(session, self.form.cloud_rule, panel, self.progress)
        self.calendar_means = CalendarMeans(session, panel)
        self.badge = ObservabilityBadge(session, self.place_line)

    def _show_message(self, sentence: str, choices: Sequence[Choice]) -> None:
        """In place of the dates; the last line is about these, so it comes and goes with them."""
        if not self.session.runs.is_running:
            self.progress.show_dates(not sentence)
        self.panel.show_message(sentence, choices)
