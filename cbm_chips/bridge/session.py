"""How a worker thread opens a source and its tools; what belongs to the main thread is done."""

from __future__ import annotations

from ..core.errors import RequestError
from ..core.extract import open_source
from ..core.pipeline.run import Tools
from ..core.sources.source import Source
from . import settings
from .dependencies import use_own_folder
from .network import credentials, qgis_network
from .providers import ProviderRow
from .run_tools import tools


class Opening:
    """Settings, network and login as they are now.

    Attributes:
        refusal: why the source could not be opened, which a task turns into mere words.
    """

    def __init__(self, source: ProviderRow) -> None:
        """From the main thread: QGIS may ask for its master password.

        Raises:
            RequestError: field `AUTH`, when the login can't be opened.
        """
        use_own_folder()
        self.refusal: RequestError | None = None
        self._name = source.source
        self._credentials = credentials(source.authcfg)
        self._settings = settings.load()
        self._network = qgis_network()

    def source(self) -> Source:
        """Opened, in a worker thread.

        Raises:
            RequestError: field `source`, for what is none.
        """
        try:
            return open_source(
                self._name,
                network=self._network,
                credentials=self._credentials,
                sample_folder=self._settings.cache_path,
            )
        except RequestError as error:
            self.refusal = error
            raise

    def tools(self) -> Tools:
        """Reader and cache, in a worker thread."""
        return tools(self._settings, self._network)
