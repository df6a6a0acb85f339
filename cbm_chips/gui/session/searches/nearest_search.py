"""The small search beside an empty period, in a worker thread."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....bridge.sources.session import SourceSession, SourceSessions
from ....bridge.tasks.background_call import BackgroundCall, CallResult
from ....bridge.tasks.latest_call import LatestCall
from ....bridge.texts.translation import tr
from ....core.errors import RequestError
from ....core.model import ChipRequest
from ....core.periods import today
from ....core.pipeline.searching.nearest_dates import Nearest, nearest_dates
from ....core.sentinel2.scl import CloudRule
from ..runs import Run


class NearestSearch(QObject):
    """One at a time; a search that fails says nothing, others have said that nothing is there."""

    found = pyqtSignal(object)
    """A `Nearest`."""

    def __init__(self, sources: SourceSessions, parent: QObject) -> None:
        super().__init__(parent)
        self._sources = sources
        self._call = LatestCall(self)
        self._call.done.connect(self._hear)

    def start(self, run: Run) -> None:
        """Look beside the period of a run that found nothing."""
        self.cancel()
        try:
            session = self._sources.of(run.source)
        except RequestError:
            return
        name = tr("CbM Chips: nearest dates of {place}").format(place=run.request.place.name)
        self._call.start(BackgroundCall(name, lambda: _look(run.request, session)))

    def cancel(self) -> None:
        """Forget the search."""
        self._call.stop()

    def _hear(self, result: CallResult) -> None:
        if result.value is not None:
            self.found.emit(result.value)


def _look(request: ChipRequest, session: SourceSession) -> Nearest:
    with session.use(CloudRule()) as (source, tools):
        return nearest_dates(request, source, tools.cache, today=today())
