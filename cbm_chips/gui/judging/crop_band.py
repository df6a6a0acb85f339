"""The band of the neighbours of the same crop over the plot, by a switch; and a parcel's rank."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu

from ...bridge import settings
from ...bridge.parcels.parcel_fields import choose_crop_field, crop_field_of
from ...bridge.parcels.same_crop import BandAnswer, BandOrder, has_crops, read_band
from ...bridge.qt_alive import disconnect, end_task
from ...bridge.tasks.background_call import BackgroundCall, CallResult
from ...bridge.texts.plain_text import plain_entry
from ...bridge.texts.translation import tr, tr_count
from ...bridge.texts.words import short_day
from ...core.parcels.planning.parcel_request import ParcelRequest
from ...core.pipeline.events import Found
from ...core.rendering.indices import INDICES
from ...core.same_crop.crops import CropMatch
from ...core.sentinel2.bands import BANDS, LEVELS
from ...core.series.overlays import PlotOverlays, ValueBand
from ..session import store
from ..session.session import Session
from ..widgets.menu import action

if TYPE_CHECKING:
    from ...bridge.tasks.chip_task import Batch
    from ...core.same_crop.band import NeighbourBand
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
        parent: QObject,
    ) -> None:
        """`layers` gives those with parcels, the likeliest first."""
        super().__init__(parent)
        self._session, self._plot, self._layers = session, plot, layers
        self._call: BackgroundCall | None = None
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
        plot.changed.connect(self._read)

    @property
    def is_reading(self) -> bool:
        """Neighbours are on their way."""
        return self._call is not None

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
        call, self._call = self._call, None
        if call is not None:
            disconnect(call, "done", self._hear)
            disconnect(call, "taskTerminated", self._forget)
            end_task(call)

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
        problem, order = self._order()
        if order is None:
            self.told.emit(problem)
            return
        self.told.emit(tr("The neighbours of the same crop are being read …"))
        name = tr("CbM Chips: neighbours of {place}").format(place=order.place.name)
        self._call = BackgroundCall(name, lambda: read_band(order))
        self._call.done.connect(self._hear)
        self._call.taskTerminated.connect(self._forget)
        self._call.start()

    def _order(self) -> tuple[str, BandOrder | None]:
        """What is to be read, or why nothing can be."""
        shown = self._session.shown
        if shown is None or shown.request.place.outline is None:
            return tr("A point has no neighbours: pick a parcel."), None
        if shown.source.is_cbm or shown.request.level != LEVELS[0]:
            return tr("Neighbours are read from a STAC source with L2A products."), None
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
            rule=settings.load().rule,
        )
        session = self._session.sources.of(shown.source)
        place, epsg = request.place, self._epsg
        return "", BandOrder.of(known[0], place, epsg=epsg, request=wanted, session=session)

    def _hear(self, result: CallResult) -> None:
        self._call = None
        if result.problem:
            self.told.emit(result.problem)
            return
        self._show(result.value)

    def _forget(self) -> None:
        """QGIS deletes a task that has ended."""
        self._call = None

    def _show(self, answer: BandAnswer | None) -> None:
        self._answer = answer
        bands = () if answer is None else tuple(map(_overlay, answer.bands))
        self._plot.put_overlays(OWNER, PlotOverlays(bands=bands) if bands else None)
        self._tell()

    def _tell(self, *_: object) -> None:
        if self._answer is None:
            if self._call is None:
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
    found = answer.neighbours
    if not found.crop:
        return [tr("The layer does not say what grows on this parcel.")]
    if not found.chosen:
        return [tr("No neighbour within 1 km grows “{crop}”.").format(crop=found.crop)]
    count, far = len(found.chosen), round(found.chosen[-1].distance_m)
    words = {
        CropMatch.SAME: tr_count(
            "{count} neighbours of “{crop}” up to {far} m away: band of their middle half (p25 to "
            "p75).",
            count,
            crop=found.crop,
            far=far,
        ),
        CropMatch.GROUP: tr_count(
            "{count} neighbours of the same group as “{crop}” up to {far} m away: band of their "
            "middle half (p25 to p75).",
            count,
            crop=found.crop,
            far=far,
        ),
    }
    return [words[found.match], *_rank(answer.bands[0], day)]


def _rank(band: NeighbourBand, day: object) -> list[str]:
    now = next((one for one in band.days if one.day == day), None)
    if now is None or now.rank is None:
        return []
    words = tr("{name} on {day}: rank {rank} of {count}, 1 is the highest.")
    filled = words.format(name=band.name, day=short_day(now.day), rank=now.rank, count=now.ranked)
    return [filled]
