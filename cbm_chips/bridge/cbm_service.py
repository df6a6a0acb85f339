"""Questions to a CbM server that can be given up at once, whatever the server does."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Any

from ..core.errors import RequestError
from .background_call import Errand
from .network import credentials, qgis_network
from .providers import CBM, ProviderRow, is_cbm
from .translation import tr

if TYPE_CHECKING:
    from ..core.sources.cbm_rest import Service

Ask = Callable[["Service"], Any]


def service_of(name: str, *, authcfg: str) -> Service:
    """The server, not asked yet; to be called in the main thread: QGIS may ask for its password.

    Raises:
        RequestError: field `source`, for what is no CbM server; `AUTH`, when the login can't be
            opened.
    """
    from ..core.sources.cbm_rest import Service

    if not is_cbm(name):
        given = "..." if "@" in name else name  # what stands before it may be a login
        raise RequestError("source", given, f"the address of a CbM server, {CBM}https://...")
    return Service(name.strip(), network=qgis_network(), credentials=credentials(authcfg))


class Question(Errand):
    """A question in QGIS's task manager; cancelling it frees its thread at once."""

    def __init__(self, row: ProviderRow, ask: Ask) -> None:
        """From the main thread.

        Raises:
            RequestError: field `source` or `AUTH`, see `service_of`.
        """
        self._service = service_of(row.source, authcfg=row.authcfg)
        name = tr("Asking {source}").format(source=row.title)
        super().__init__(name, lambda: self._asked(ask))

    def cancel(self) -> None:
        """Also what QGIS's own list of tasks does."""
        super().cancel()
        self._service.close()

    def _asked(self, ask: Ask) -> Any:
        with closing(self._service) as service:
            return ask(service)
