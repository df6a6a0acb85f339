"""The index of each date in the calendar, computed in a task while the calendar is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject

from ...bridge.tasks.plot_values import PlotValues, ValueOrder
from ...core.rendering.indices import INDICES, USUAL
from ...core.series.names import bands_of
from ..plot.run_values import RunValues
from ..thumbnails.controls.view_button import CALENDAR

if TYPE_CHECKING:
    from ..session.runs import Run
    from ..session.session import Session
    from ..thumbnails.panel import ThumbnailPanel


class CalendarMeans(QObject):
    """Belongs to one dock."""

    def __init__(self, session: Session, panel: ThumbnailPanel) -> None:
        super().__init__(session)
        self._session, self._panel = session, panel
        self.values = RunValues(session.entries, self)
        self.values.ready.connect(self._show)
        session.runs.began.connect(self._on_began)
        session.runs.news.connect(self._update)
        session.runs.ended.connect(self._on_ended)
        session.current.changed.connect(self._update)
        panel.controls.view_chosen.connect(self._on_view)

    def unload(self) -> None:
        """Leave no thread behind."""
        self.values.stop()

    @property
    def _name(self) -> str:
        """The index that the pictures show, else the usual one."""
        shown = self._session.form.index
        return shown if shown in INDICES else USUAL

    @property
    def _is_seen(self) -> bool:
        return bool(self._panel.controls.layout_chosen == CALENDAR)

    def _on_began(self, run: Run) -> None:
        if not run.only:
            self._panel.pages.calendar.show_means({})
            self.values.begin(run.request.place)

    def _on_view(self, name: str) -> None:
        if name == CALENDAR:
            self._update()
            if not self._session.runs.is_running:
                self._read_lacking()

    def _on_ended(self) -> None:
        self._update()
        if self._is_seen:
            self._read_lacking()

    def _read_lacking(self) -> None:
        if self._session.shown is not None:
            self._session.read_bands(bands_of(self._name))

    def _update(self, *_: object) -> None:
        if self._is_seen and self._session.shown is not None:
            self.values.want(ValueOrder(0, self._session.shown.request.place, (), (self._name,)))

    def _show(self, values: PlotValues) -> None:
        means = {
            point.key: point.mean
            for series in values.series
            for point in series.points
            if point.mean is not None
        }
        self._panel.pages.calendar.show_means(means)
