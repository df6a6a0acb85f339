"""Calls to a CbM server that can be cancelled at once, whatever the server does."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Any

from ..core.errors import RequestError
from ..core.reasons import Reason
from .background_call import BackgroundCall
from .network import credentials, qgis_network
from .providers import CBM, ProviderRow, is_cbm
from .translation import tr

if TYPE_CHECKING:
    from ..core.sources.cbm_rest import Service

_ALLOWED = Reason("the address of a CbM server, {prefix}https://...", prefix=CBM)
ServiceQuery = Callable[["Service"], Any]


def service_of(name: str, *, authcfg: str) -> Service:
    """The server; from the main thread, as QGIS may ask for its master password.

    Raises:
        RequestError: field `source`, if it is not a CbM server; `AUTH`, if the login can't be
            opened.
    """
    from ..core.sources.cbm_rest import Service

    if not is_cbm(name):
        given = "..." if "@" in name else name  # a login may stand before the @
        raise RequestError("source", given, _ALLOWED)
    return Service(name.strip(), network=qgis_network(), credentials=credentials(authcfg))


class ServiceCall(BackgroundCall):
    """One query in QGIS's task manager; cancelling it frees its thread at once."""

    def __init__(self, row: ProviderRow, query: ServiceQuery) -> None:
        """From the main thread.

        Raises:
            RequestError: field `source` or `AUTH`, see `service_of`.
        """
        self._service = service_of(row.source, authcfg=row.authcfg)
        name = tr("Asking {source}").format(source=row.title)
        super().__init__(name, lambda: self._run_query(query))

    def cancel(self) -> None:
        """Also what QGIS's own list of tasks does."""
        super().cancel()
        self._service.close()

    def _run_query(self, query: ServiceQuery) -> Any:
        with closing(self._service) as service:
            return query(service)
