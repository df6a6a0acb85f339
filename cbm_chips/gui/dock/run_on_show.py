"""What the dock shows of a run: its dates, its progress, its place on the map and in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.PyQt.QtCore import QObject

from ...bridge.tasks.chip_task import Batch, Ending
from ...core.pipeline.events import Found
from ...core.scenes.parcel_cover import ParcelCover
from ..map.picker import MapPicker
from ..session.runs import Run
from ..session.session import Session
from ..thumbnails.panel import ThumbnailPanel
from ..widgets.place_label import PlaceLabel
from .status.progress import Progress


class RunOnShow(QObject):
    """Belongs to one dock."""

    def __init__(
        self,
        session: Session,
        panel: ThumbnailPanel,
        progress: Progress,
        *,
        picker: MapPicker,
        line: PlaceLabel,
        shows: Iterable[Callable[[], object]],
    ) -> None:
        """`shows` are called for each new run, once the panel is empty."""
        super().__init__(session)
        self._session, self._panel, self._progress = session, panel, progress
        self._picker, self._line, self._shows = picker, line, tuple(shows)
        session.runs.began.connect(self._on_began)
        session.runs.news.connect(self._on_news)
        session.runs.ended.connect(self._on_ended)
        panel.covered.connect(self._on_covered)

    def _on_began(self, run: Run) -> None:
        panel, request = self._panel, run.request
        panel.wait_for(run.only)
        self._progress.begin(run)
        if run.only:
            return
        panel.begin(run.number, request.place, request.size_m)
        panel.show_message("")
        self._line.show_place(request.place)
        for show in self._shows:
            show()
        self._picker.show_place(request.place, request.size_m)
        if self._picker.has_focus:  # whoever points at a place goes on with the dates' keys
            panel.pages.take_focus()

    def _on_news(self, batch: Batch) -> None:
        self._panel.take(batch)
        for event in batch.events:
            if isinstance(event, Found):
                self._on_found(event)
        self._progress.take(batch)

    def _on_ended(self, ending: Ending) -> None:
        self._panel.stop_waiting()
        self._progress.end(ending)

    def _on_found(self, found: Found) -> None:
        if self._session.shown is not None:
            request = self._session.shown.request
            self._picker.show_place(request.place, request.size_m, grid=found.grid)

    def _on_covered(self, cover: ParcelCover) -> None:
        if self._session.shown is not None:
            self._line.show_cover(cover, self._session.shown.request.size_m)
