"""From the dock to a CbM server's parcels: what it offers, the one under a click, one by its id."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from ...bridge.background_call import CallResult
from ...bridge.connection_test import login_words
from ...bridge.network import asks_for_password
from ...bridge.qt_alive import disconnect
from ...bridge.translation import tr
from ...core.errors import RequestError
from ..session import store as memory
from .parcel_choice import ParcelChoice
from .parcels_box import ServiceParcelsBox
from .query import LatestQuery

if TYPE_CHECKING:
    from ...bridge.cbm_service import ServiceQuery
    from ...bridge.providers import ProviderRow
    from ...core.model import Place
    from ...core.sources.cbm_rest.parcels import Dataset, Parcel
    from ..dock.dock import ChipsDock
    from ..session.runs import Run

DATASET_FIELDS = ("aoi", "year", "ptype")


class ServiceParcels(QObject):
    """Belongs to one dock; its box is shown for a CbM server only."""

    def __init__(self, dock: ChipsDock) -> None:
        super().__init__(dock)
        self._dock = dock
        self.box = ServiceParcelsBox(dock)
        self._offers, self._search = LatestQuery(self), LatestQuery(self)
        self._status_before = ""
        self.box.edited.connect(self._on_edited)
        self.box.idGiven.connect(self._find_by_id)
        self.box.offersAsked.connect(self._ask_offers)
        dock.form.source.shown.connect(self._on_source)
        dock.runs.began.connect(self._on_run)
        QgsProject.instance().readProject.connect(self._recall)
        self._recall()
        self._on_source()

    @property
    def is_asking(self) -> bool:
        """A parcel is looked for."""
        return self._search.is_asking

    def takes(self, point: Place) -> bool:
        """Look for the parcel at a point; False where the map's own layers are meant."""
        if not self._source.is_cbm or not self.box.wishes().aoi:
            return False
        self._find_at(point)
        return True

    def cancel(self) -> bool:
        """Stop looking for a parcel; False if none was looked for."""
        if not self._search.cancel():
            return False
        self._rest()
        self._dock.remedies.remark(tr("Stopped looking for the parcel."))
        return True

    def unload(self) -> None:
        """Leave no question and no connection behind."""
        disconnect(QgsProject.instance(), "readProject", self._recall)
        self._offers.cancel()
        self._search.cancel()

    @property
    def _source(self) -> ProviderRow:
        return self._dock.form.source.row()

    def _recall(self, *_: Any) -> None:
        self.box.set_wishes(memory.recall_parcels())

    def _on_edited(self) -> None:
        memory.remember_parcels(self.box.wishes())
        self.box.mark.say("")

    def _on_source(self) -> None:
        """Another server offers other areas."""
        self.cancel()
        self._offers.cancel()
        self.box.say_unknown("")
        self.box.forget_offers()
        self.box.setVisible(self._source.is_cbm)
        if asks_for_password(self._source.authcfg):
            self.box.offers.show()  # nobody pointed at anything yet: the user says when
        elif self._source.is_cbm:
            self._ask_offers()

    def _ask_offers(self) -> None:
        from ...core.sources.cbm_rest.parcels import offered_areas

        self.box.say_unknown("")
        try:
            self._offers.ask(self._source, offered_areas, self._show_offers)
        except RequestError as error:
            self.box.say_unknown(str(error))

    def _show_offers(self, result: CallResult) -> None:
        if result.is_login_refused:
            has_login = bool(self._source.authcfg)
            self.box.say_refused(login_words(result.problem, has_login=has_login))
        elif result.problem:
            self.box.say_unknown(result.problem)
        else:
            self.box.offer(result.value)

    def _find_at(self, point: Place) -> None:
        from ...core.sources.cbm_rest.parcels import parcels_at

        self._look_for(
            lambda dataset: partial(parcels_at, dataset=dataset, lon=point.lon, lat=point.lat),
            tr("“{dataset}” has no parcel where you clicked.").format,
        )

    def _find_by_id(self, pid: str) -> None:
        from ...core.sources.cbm_rest.parcels import parcel_by_id

        def question(dataset: Dataset) -> ServiceQuery:
            return lambda service: [parcel_by_id(service, dataset, pid)]

        self._look_for(question, partial(tr("“{dataset}” has no parcel {id}.").format, id=pid))

    def _look_for(
        self, question: Callable[[Dataset], ServiceQuery], nothing: Callable[..., str]
    ) -> None:
        """`nothing` makes what is said where there is no parcel of the dataset's title."""
        source, was_asking = self._source, self._search.is_asking
        self.box.mark.say("")
        try:
            dataset = self.box.wishes().dataset
            then = partial(self._on_parcels, nothing(dataset=dataset))
            self._search.ask(source, question(dataset), then)
        except RequestError as error:
            self.refuse(error)
            return
        if not was_asking:
            self._wait(source)

    def refuse(self, error: RequestError) -> None:
        """Say what can't be beside the field it is about."""
        if error.field in DATASET_FIELDS:
            self.box.mark.say(str(error))
        elif not self._dock.form.show_error(error):
            self._dock.remedies.remark(str(error))

    def _on_parcels(self, nothing: str, result: CallResult) -> None:
        self._rest()
        if result.problem:
            text = tr("No parcel from {source}: {problem}")
            words = text.format(source=self._source.title, problem=result.problem)
            self._dock.remedies.remark(words)
            return
        parcels = [parcel for parcel in result.value if parcel is not None]
        notes = getattr(result.value, "notes", ())
        self._dock.remedies.remark("\n".join(notes))
        if not parcels:
            self._dock.remedies.remark(nothing)
        elif len(parcels) == 1:
            self._show(parcels[0])
        else:
            ParcelChoice(parcels, self._show, self.box).show_here()

    def _show(self, parcel: Parcel) -> None:
        self.box.pid.setText(parcel.pid)
        self._dock.start(parcel.place)

    def _on_run(self, _: Run) -> None:
        """A place was picked some other way."""
        self._search.cancel()

    def _wait(self, source: ProviderRow) -> None:
        """In the dock's last line; above it while a run reports there."""
        foot = self._dock.foot
        if self._dock.runs.is_running:
            foot.remark([tr("Asking {source} for the parcel …").format(source=source.title)])
        else:
            self._status_before = foot.status
            foot.searching(source.title)

    def _rest(self) -> None:
        self._dock.remedies.remark("")
        if not self._dock.runs.is_running:
            failed = self._dock.panel.counts().failed
            self._dock.foot.rest(self._status_before, retryable=failed)
