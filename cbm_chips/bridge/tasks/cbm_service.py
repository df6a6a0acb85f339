"""Calls to a CbM server that can be cancelled at once, whatever the server does."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar

from qgis.PyQt.QtCore import pyqtSignal

from ...core.errors import RequestError
from ...core.reasons import Reason
from ..network import credentials, qgis_network
from ..sources.providers import CBM, ProviderRow, is_cbm
from ..texts.translation import tr
from .background_call import BackgroundCall

if TYPE_CHECKING:
    from ...core.sources.cbm_rest import Service

_ALLOWED = Reason("the address of a CbM server, {prefix}https://...", prefix=CBM)
ServiceQuery = Callable[["Service"], Any]


def service_of(name: str, *, authcfg: str) -> Service:
    """The server; from the main thread, as QGIS may ask for its master password.

    Raises:
        RequestError: field `source`, if it is not a CbM server; `AUTH`, if the login can't be
            opened.
    """
    from ...core.sources.cbm_rest import Service

    if not is_cbm(name):
        given = "..." if "@" in name else name  # a login may stand before the @
        raise RequestError("source", given, _ALLOWED)
    return Service(name.strip(), network=qgis_network(), credentials=credentials(authcfg))


THREAD_NAME = "cbm-chips-service"


class ServiceCall(BackgroundCall):
    """One query; cancelling it frees its thread at once.

    It runs in a thread of its own, in none of QGIS's lists: of every task that takes more than
    five seconds QGIS announces the end, and whoever asks a server looks at the answer anyway.
    """

    _ran = pyqtSignal()
    _running: ClassVar[set[ServiceCall]] = set()

    def __init__(self, row: ProviderRow, query: ServiceQuery) -> None:
        """From the main thread.

        Raises:
            RequestError: field `source` or `AUTH`, see `service_of`.
        """
        self._service = service_of(row.source, authcfg=row.authcfg)
        name = tr("Asking {source}").format(source=row.title)
        super().__init__(name, lambda: self._run_query(query))

        self._ran.connect(self._end)

    def start(self) -> None:
        """From the main thread, where `done` will be emitted."""
        self._running.add(self)
        Thread(target=self._run_and_tell, name=THREAD_NAME, daemon=True).start()

    def cancel(self) -> None:
        """Nothing is heard of it any more."""
        super().cancel()
        self._service.close()

    @classmethod
    def is_any_running(cls) -> bool:
        """Some server is being asked."""
        return bool(cls._running)

    def _run_and_tell(self) -> None:
        """In the thread; the signal takes the end to the main one."""
        self.run()
        self._ran.emit()

    def _end(self) -> None:
        self._running.discard(self)
        self.finished(True)

    def _run_query(self, query: ServiceQuery) -> Any:
        with closing(self._service) as service:
            return query(service)
