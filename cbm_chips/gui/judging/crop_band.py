"""The band of the neighbours of the same crop over the plot, by a switch; and a parcel's rank."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu

from ...bridge.parcels.parcel_fields import choose_crop_field, crop_field_of
from ...bridge.parcels.same_crop import BandAnswer, BandOrder, has_crops, read_band
from ...bridge.parcels.service_peers import read_service_band
from ...bridge.tasks.background_call import BackgroundCall, CallResult
from ...bridge.tasks.cbm_service import ServiceCall
from ...bridge.tasks.latest_call import LatestCall
from ...bridge.texts.plain_text import plain_entry
from ...bridge.texts.translation import tr, tr_count
from ...bridge.texts.words import short_day, worded
from ...core.errors import RequestError
from ...core.parcels.planning.parcel_request import ParcelRequest
from ...core.pipeline.events import Found
from ...core.rendering.indices import INDICES
from ...core.same_crop.crops import CropMatch
from ...core.sentinel2.bands import BANDS, LEVELS
from ...core.series.plot.overlays import PlotOverlays, ValueBand
from ..session.form_values import store
from ..session.session import Session
from ..widgets.menu import action

if TYPE_CHECKING:
    from ...bridge.tasks.chip_task import Batch
    from ...core.same_crop.band import NeighbourBand
    from ...core.sources.cbm_rest.parcel_data.parcels import Dataset
    from ..plot.panel import SeriesPanel
    from ..session.runs import Run

NAME, ON, OFF, OWNER = "crop_band", "on", "off", "same crop"


class CropBand(QObject):
    """Belongs to one dock. Nothing is read while the switch is off."""

    told = pyqtSignal(str)
    """What there is to say of the neighbours; empty for nothing."""

    def __init__(
        self,
        session: Session,
        plot: SeriesPanel,
        *,
        layers: Callable[[], list[QgsVectorLayer]],
        dataset: Callable[[], Dataset],
        parent: QObject,
    ) -> None:
        """`layers` gives those with parcels, `dataset` which parcels of a CbM server are meant."""
        super().__init__(parent)
        self._dataset = dataset
        self._session, self._plot, self._layers = session, plot, layers
        self._call = LatestCall(self)
        self._call.done.connect(self._hear)
        self._answer: BandAnswer | None = None
        self._epsg = 0
        text = tr("Neighbours of the same crop")
        self.action = action(self, "CbmChipsSameCrop", text, self._on_switched)
        self.action.setCheckable(True)
        self.action.setChecked(store.recall_grid(NAME, OFF) == ON)
        session.runs.began.connect(self._on_began)
        session.runs.news.connect(self._on_news)
        session.runs.ended.connect(self._read)
        session.current.changed.connect(self._tell)
        session.rule.changed.connect(self._read)
        plot.changed.connect(self._read)

    @property
    def is_reading(self) -> bool:
        """Neighbours are on their way."""
        return self._call.is_running

    def fill(self, menu: QMenu) -> None:
        """The switch, and which field says what grows."""
        menu.addAction(self.action)
        fields = menu.addMenu(tr("Field with the crop"))
        fields.aboutToShow.connect(lambda: self._fill_fields(fields))

    def choose_field(self, layer: QgsVectorLayer, name: str) -> None:
        """This field of the layer says what grows."""
        choose_crop_field(layer, name)
        QgsProject.instance().setDirty(True)
        self._read()

    def stop(self) -> None:
        """Hear no more of what is being read."""
        self._call.stop()

    def _fill_fields(self, menu: QMenu) -> None:
        menu.clear()
        layer = next(iter(self._layers()), None)
        if layer is None:
            menu.addAction(tr("No layer with parcels")).setEnabled(False)
            return
        now = crop_field_of(layer)
        for name in layer.fields().names():
            entry = menu.addAction(plain_entry(name))
            entry.setCheckable(True)
            entry.setChecked(name == now)
            entry.triggered.connect(lambda checked=False, name=name: self.choose_field(layer, name))

    def _on_switched(self) -> None:
        store.remember_grid(NAME, ON if self.action.isChecked() else OFF)
        self._read()

    def _on_began(self, run: Run) -> None:
        if not run.only:
            self.stop()
            self._epsg = 0
            self._show(None)

    def _on_news(self, batch: Batch) -> None:
        for event in batch.events:
            if isinstance(event, Found):
                self._epsg = event.grid.epsg

    def _read(self, *_: object) -> None:
        """Once the dates are there, which goes first."""
        self.stop()
        self._show(None)
        if not self.action.isChecked() or self._session.runs.is_running or not self._epsg:
            return
        try:
            problem, call = self._of_service() if self._is_service else self._of_layer()
        except RequestError as error:
            problem, call = worded(error), None
        if call is None:
            self.told.emit(problem)
            return
        self.told.emit(tr("The neighbours of the same crop are being read …"))
        self._call.start(call)

    @property
    def _is_service(self) -> bool:
        shown = self._session.shown
        return shown is not None and shown.source.is_cbm

    def _of_service(self) -> tuple[str, BackgroundCall | None]:
        """The parcel on show is the service's if it bears an id of it.

        Raises:
            RequestError: where area or year can't be, or the login can't be opened.
        """
        shown = self._session.shown
        pid = "" if shown is None else shown.request.place.label
        if shown is None or not pid or shown.request.place.outline is None:
            return tr("A point has no neighbours: pick a parcel."), None
        query = partial(
            read_service_band,
            dataset=self._dataset(),
            pid=pid,
            names=self._plot.options.names,
            rule=self._session.rule.rule,
        )
        return "", ServiceCall(shown.source, query)

    def _of_layer(self) -> tuple[str, BackgroundCall | None]:
        problem, order = self._order()
        if order is None:
            return problem, None
        name = tr("CbM Chips: neighbours of {place}").format(place=order.place.name)
        return "", BackgroundCall(name, lambda: read_band(order))

    def _order(self) -> tuple[str, BandOrder | None]:
        """What is to be read, or why nothing can be."""
        shown = self._session.shown
        if shown is None or shown.request.place.outline is None:
            return tr("A point has no neighbours: pick a parcel."), None
        if shown.request.level != LEVELS[0]:
            return tr(
                "Neighbours are read of L2A products, which have a scene classification."
            ), None
        known = [one for one in self._layers() if one.crs().isValid() and has_crops(one)]
        if not known:
            return tr("No layer on the map says what grows: choose the field with the crop."), None
        request = shown.request
        names = self._plot.options.names
        wanted = ParcelRequest(
            request.first_day,
            request.last_day,
            bands=tuple(name for name in names if name in BANDS),
            indices=tuple(name for name in names if name in INDICES),
            max_scene_cloud_pct=request.max_scene_cloud_pct,
            rule=self._session.rule.rule,
        )
        session = self._session.sources.of(shown.source)
        place, epsg = request.place, self._epsg
        return "", BandOrder.of(known[0], place, epsg=epsg, request=wanted, session=session)

    def _hear(self, result: CallResult) -> None:
        if result.problem:
            self.told.emit(result.problem)
            return
        self._show(result.value)

    def _show(self, answer: BandAnswer | None) -> None:
        self._answer = answer
        bands = () if answer is None else tuple(map(_overlay, answer.bands))
        self._plot.put_overlays(OWNER, PlotOverlays(bands=bands) if bands else None)
        self._tell()

    def _tell(self, *_: object) -> None:
        if self._answer is None:
            if not self._call.is_running:
                self.told.emit("")
            return
        self.told.emit(" ".join(_sentences(self._answer, self._day_now())))

    def _day_now(self) -> object:
        entry = self._session.current.entry
        return entry.scene.acquired.date() if entry is not None and entry.scene.is_dated else None


def _overlay(band: NeighbourBand) -> ValueBand:
    quartiles = [day.quartiles for day in band.days]
    low, middle, high = (
        tuple(one[place] if one is not None else None for one in quartiles) for place in range(3)
    )
    days = tuple(day.day for day in band.days)
    return ValueBand(days, low, high, tr("Neighbours, same crop"), band.name, middle)


def _sentences(answer: BandAnswer, day: object) -> list[str]:
    if answer.is_of_service and not answer.bands:
        return [tr("The server names no parcel of the same crop within 1 km.")]
    if not answer.bands and not answer.crop:
        return [tr("The layer does not say what grows on this parcel.")]
    if not answer.bands:
        return [tr("No neighbour within 1 km grows “{crop}”.").format(crop=answer.crop)]
    return [_who(answer), *_rank(answer.bands[0], day)]


def _who(answer: BandAnswer) -> str:
    count, far = answer.count, round(answer.far_m)
    if answer.is_of_service:
        return tr_count(
            "{count} neighbours of the same crop up to {far} m away, by the server, over all their "
            "pixels: band of their middle half (p25 to p75).",
            count,
            far=far,
        )
    if answer.match is CropMatch.GROUP:
        return tr_count(
            "{count} neighbours of the same group as “{crop}” up to {far} m away: band of their "
            "middle half (p25 to p75).",
            count,
            crop=answer.crop,
            far=far,
        )
    return tr_count(
        "{count} neighbours of “{crop}” up to {far} m away: band of their middle half (p25 to "
        "p75).",
        count,
        crop=answer.crop,
        far=far,
    )


def _rank(band: NeighbourBand, day: object) -> list[str]:
    now = next((one for one in band.days if one.day == day), None)
    if now is None or now.rank is None:
        return []
    words = tr("{name} on {day}: rank {rank} of {count}, 1 is the highest.")
    filled = words.format(name=band.name, day=short_day(now.day), rank=now.rank, count=now.ranked)
    return [filled]
