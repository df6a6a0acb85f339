"""The server's own series of the parcel, as one more in the plot."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject

from ...bridge.texts.translation import tr
from ...bridge.texts.words import worded
from ...core.errors import RequestError
from .query import LatestQuery

if TYPE_CHECKING:
    from ...bridge.tasks.background_call import CallResult
    from ...core.sentinel2.scl import CloudRule
    from ...core.series.values import ValueSeries
    from ...core.sources.cbm_rest import Service
    from ...core.sources.cbm_rest.parcel_data.parcels import Dataset
    from ..plot.run_plot import RunPlot
    from ..session.session import Session
    from .parcels import ServiceParcels

Wish = tuple[str, str, tuple[str, ...], "CloudRule"]


class PlotSeriesOfService(QObject):
    """Belongs to one dock; asks when the plot wants it and the parcel on show is the server's."""

    def __init__(self, session: Session, parcels: ServiceParcels, plot: RunPlot) -> None:
        super().__init__(plot)
        self._session, self._parcels, self._plot = session, parcels, plot
        self._query = LatestQuery(self)
        self._asked: Wish | None = None
        for signal in (plot.wanted, session.source_changed, session.rule.changed):
            signal.connect(self.ask)
        session.runs.began.connect(self._on_began)
        self.ask()

    def unload(self) -> None:
        """Leave no question behind."""
        self._query.cancel()

    def ask(self, *_: object) -> None:
        """What the plot lacks by now."""
        is_cbm, options = self._session.source.is_cbm, self._plot.panel.options
        self._plot.panel.controls.offer_service(is_cbm)
        pid = self._parcels.box.pid.text().strip()
        if not (is_cbm and options.has_service and self._plot.is_shown and self._is_shown(pid)):
            self._forget()
            return
        rule = self._session.rule.rule
        wish = (self._session.source.source, pid, options.names, rule)
        if wish == self._asked:
            return
        self._asked = wish
        try:
            dataset = self._parcels.box.state().dataset
            query = partial(_series, dataset=dataset, pid=pid, names=options.names, rule=rule)
            self._query.ask(self._session.source, query, self._show)
        except RequestError as error:
            self._session.remark(worded(error))

    def _is_shown(self, pid: str) -> bool:
        shown = self._session.shown
        return bool(pid) and shown is not None and shown.request.place.label == pid

    def _on_began(self, *_: object) -> None:
        self._forget()
        self.ask()

    def _forget(self) -> None:
        self._asked = None
        self._query.cancel()
        self._plot.show_others(())

    def _show(self, result: CallResult) -> None:
        if result.problem:
            words = tr("No series from the server: {problem}").format(problem=result.problem)
            self._session.remark(words)
            return
        self._plot.show_others(result.value)
        if not result.value:
            self._session.remark(tr("The server has no such series of this parcel."))


def _series(
    service: Service, *, dataset: Dataset, pid: str, names: tuple[str, ...], rule: CloudRule
) -> tuple[ValueSeries, ...]:
    """In the thread of the query."""
    from ...core.series.making.from_service import series_of_service
    from ...core.sources.cbm_rest.parcel_data.parcels import time_series

    return series_of_service(time_series(service, dataset, pid), names, rule)
