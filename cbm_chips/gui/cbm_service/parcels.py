"""From the dock to a CbM server's parcels: what it offers, the one under a click, one by its id."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...bridge.network import asks_for_password
from ...bridge.qt_alive import disconnect
from ...bridge.tasks.background_call import CallResult
from ...bridge.tasks.connection_test import login_words
from ...bridge.texts.translation import tr
from ...bridge.texts.words import worded
from ...core.errors import RequestError
from ..session.form_values import store
from .parcel_choice import ParcelChoice
from .parcels_box import ServiceParcelsBox
from .query import LatestQuery

if TYPE_CHECKING:
    from ...bridge.sources.providers import ProviderRow
    from ...bridge.tasks.cbm_service import ServiceQuery
    from ...core.model import Place
    from ...core.sources.cbm_rest.parcel_data.parcels import Dataset, Parcel
    from ..session.runs import Run
    from ..session.session import Session

DATASET_FIELDS = ("aoi", "year", "ptype")


class ServiceParcels(QObject):
    """Belongs to one dock; its box is shown for a CbM server only."""

    waiting = pyqtSignal(str)
    """The title of the server that is asked for a parcel."""
    answered = pyqtSignal()
    """It is asked no longer."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.box = ServiceParcelsBox(parent)
        self._offers, self._search = LatestQuery(self), LatestQuery(self)
        self.box.edited.connect(self._on_edited)
        self.box.idGiven.connect(self._find_by_id)
        self.box.offersAsked.connect(self._ask_offers)
        session.source_changed.connect(self._on_source)
        session.runs.began.connect(self._on_run)
        QgsProject.instance().readProject.connect(self._recall)
        self._recall()
        self._on_source()

    @property
    def is_asking(self) -> bool:
        """A parcel is looked for."""
        return self._search.is_asking

    def takes(self, point: Place) -> bool:
        """Look for the parcel at a point; False where the map's own layers are meant."""
        if not self._source.is_cbm or not self.box.state().aoi:
            return False
        self._find_at(point)
        return True

    def cancel(self) -> bool:
        """Stop looking for a parcel; False if none was looked for."""
        if not self._search.cancel():
            return False
        self.answered.emit()
        self._session.remark(tr("Stopped looking for the parcel."))
        return True

    def unload(self) -> None:
        """Leave no question and no connection behind."""
        disconnect(QgsProject.instance(), "readProject", self._recall)
        self._offers.cancel()
        self._search.cancel()

    @property
    def _source(self) -> ProviderRow:
        return self._session.source

    def _recall(self, *_: Any) -> None:
        self.box.set_state(store.recall_parcels())

    def _on_edited(self) -> None:
        store.remember_parcels(self.box.state(), self._session.project_texts)
        self.box.message.say("")

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
        from ...core.sources.cbm_rest.parcel_data.parcels import offered_areas

        self.box.say_unknown("")
        try:
            self._offers.ask(self._source, offered_areas, self._show_offers)
        except RequestError as error:
            self.box.say_unknown(worded(error))

    def _show_offers(self, result: CallResult) -> None:
        if result.is_login_refused:
            has_login = bool(self._source.authcfg)
            self.box.say_refused(login_words(result.problem, has_login=has_login))
        elif result.problem:
            self.box.say_unknown(result.problem)
        else:
            self.box.offer(result.value)

    def _find_at(self, point: Place) -> None:
        from ...core.sources.cbm_rest.parcel_data.parcels import parcels_at

        self._look_for(
            lambda dataset: partial(parcels_at, dataset=dataset, lon=point.lon, lat=point.lat),
            tr("“{dataset}” has no parcel where you clicked.").format,
        )

    def _find_by_id(self, pid: str) -> None:
        from ...core.sources.cbm_rest.parcel_data.parcels import parcel_by_id

        def question(dataset: Dataset) -> ServiceQuery:
            return lambda service: [parcel_by_id(service, dataset, pid)]

        self._look_for(question, partial(tr("“{dataset}” has no parcel {id}.").format, id=pid))

    def _look_for(
        self, question: Callable[[Dataset], ServiceQuery], nothing: Callable[..., str]
    ) -> None:
        """`nothing` makes what is said where there is no parcel of the dataset's title."""
        source, was_asking = self._source, self._search.is_asking
        self.box.message.say("")
        try:
            dataset = self.box.state().dataset
            then = partial(self._on_parcels, nothing(dataset=dataset))
            self._search.ask(source, question(dataset), then)
        except RequestError as error:
            self.refuse(error)
            return
        if not was_asking:
            self.waiting.emit(source.title)

    def refuse(self, error: RequestError) -> None:
        """Say what can't be beside the field it is about."""
        if error.field in DATASET_FIELDS:
            self.box.message.say(worded(error))
        elif not self._session.mark(error):
            self._session.remark(worded(error))

    def _on_parcels(self, nothing: str, result: CallResult) -> None:
        self.answered.emit()
        if result.problem:
            text = tr("No parcel from {source}: {problem}")
            words = text.format(source=self._source.title, problem=result.problem)
            self._session.remark(words)
            return
        parcels = [parcel for parcel in result.value if parcel is not None]
        notes = getattr(result.value, "notes", ())
        self._session.remark("\n".join(map(worded, notes)))
        if not parcels:
            self._session.remark(nothing)
        elif len(parcels) == 1:
            self._show(parcels[0])
        else:
            ParcelChoice(parcels, self._show, self.box).show_here()

    def _show(self, parcel: Parcel) -> None:
        self.box.pid.setText(parcel.pid)
        self._session.start(parcel.place)

    def _on_run(self, _: Run) -> None:
        """A place was picked some other way."""
        self._search.cancel()
