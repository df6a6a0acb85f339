"""One query to a CbM server at a time; a newer one replaces it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject

from ...bridge.qt_alive import disconnect, end_task
from ...bridge.tasks.background_call import CallResult
from ...bridge.tasks.cbm_service import ServiceCall, ServiceQuery

if TYPE_CHECKING:
    from ...bridge.sources.providers import ProviderRow

Then = Callable[[CallResult], None]


class LatestQuery(QObject):
    """Calls back with the result, unless the query was cancelled or replaced."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._now: ServiceCall | None = None
        self._then: Then | None = None

    @property
    def is_asking(self) -> bool:
        """A query is under way."""
        return self._now is not None

    def ask(self, row: ProviderRow, query: ServiceQuery, then: Then) -> None:
        """Start `query`; it runs in a worker thread, `then` in the main one.

        Raises:
            RequestError: field `AUTH`, when the login can't be opened.
        """
        new = ServiceCall(row, query)
        self.cancel()
        self._now, self._then = new, then
        new.done.connect(self._hear)
        new.start()

    def cancel(self) -> bool:
        """Drop the query at once; False if there was none."""
        former, self._now, self._then = self._now, None, None
        if former is None:
            return False
        disconnect(former, "done", self._hear)
        end_task(former)
        return True

    def _hear(self, result: CallResult) -> None:
        then, self._now, self._then = self._then, None, None
        if then is not None:
            then(result)
