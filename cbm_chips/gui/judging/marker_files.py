"""Opening a file of markers: ask for it, read it in the background, join it to the parcels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from ...bridge.parcels.marker_rows import ParcelIds, read_joined_markers
from ...bridge.parcels.parcel_fields import id_field_of
from ...bridge.tasks.background_call import BackgroundCall, CallResult
from ...bridge.tasks.latest_call import LatestCall
from ...bridge.texts.translation import tr, tr_count
from ...core.markers.join import JoinedMarkers
from ..session.books.marker_book import MarkerBook
from ..session.session import Session
from ..widgets.file_question import ask_what_to_open
from ..widgets.menu import action


class MarkerFiles(QObject):
    """Belongs to one dock; one file at a time."""

    def __init__(
        self,
        session: Session,
        markers: MarkerBook,
        *,
        layers: Callable[[], list[QgsVectorLayer]],
        window: QWidget,
    ) -> None:
        """`layers` gives those with parcels, the likeliest first."""
        super().__init__(window)
        self._session, self._markers, self._layers = session, markers, layers
        self._window = window
        self._call = LatestCall(self)
        self._call.done.connect(self._hear)
        text = tr("Check the machine: open its markers …")
        self.action = action(self, "CbmChipsMarkers", text, self.ask)

    @property
    def is_reading(self) -> bool:
        """A file is on its way."""
        return self._call.is_running

    def ask(self) -> None:
        """For a file, without blocking the window."""
        kinds = tr("Markers ({0})").format("*.csv *.txt *.shp *.gpkg")
        ask_what_to_open(
            self._window,
            tr("Markers of Sen4CAP or JRC"),
            filters=[kinds, tr("All files ({0})").format("*")],
            then=self.open,
            name="CbmChipsMarkerFile",
        )

    def open(self, path: Path) -> None:
        """Read it in a worker thread, in place of what is being read."""
        layer = next(iter(self._layers()), None)
        id_field = "" if layer is None else id_field_of(layer)
        parcels = ParcelIds.of(layer, id_field) if layer is not None and id_field else None
        name = tr("CbM Chips: markers of {file}").format(file=path.name)
        self._call.start(BackgroundCall(name, lambda: read_joined_markers(path, parcels)))

    def stop(self) -> None:
        """Hear no more of what is being read."""
        self._call.stop()

    def _hear(self, result: CallResult) -> None:
        if result.problem:
            self._session.remark(result.problem)
            return
        joined: JoinedMarkers = result.value
        self._markers.take(joined)
        self._session.remark(" ".join(_sentences(joined)), until=())


def _sentences(joined: JoinedMarkers) -> list[str]:
    parcels = len(joined.of_parcel)
    read = tr_count("{count} markers of {parcels} parcels are read.", joined.count, parcels=parcels)
    told = [read]
    if joined.lost:
        lost = tr_count(
            "{count} rows do not join; the table of agreement lists them.", len(joined.lost)
        )
        told.append(lost)
    return told
