"""What the first run would wait for, done before it: imports, the cache, connections.

It happens in a thread of its own while the user looks at the dock. Nothing is asked of a server:
connections are opened to hosts of the chosen source, and that is all.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module

from qgis.PyQt.QtCore import QObject, QTimer

from ... import core
from ...core.cancellation import Cancellation
from ...core.errors import ChipsError, RequestError
from ...core.model import Place
from ...core.reading.contract import EarlyReader
from ...core.scenes.grids import grid_of
from ...core.sentinel2.scl import CloudRule
from ..network import asks_for_password
from .dependencies import use_own_folder
from .providers import ProviderRow
from .session import SourceSession, SourceSessions

DELAY_MS = 500
"""The dock is drawn first, and a source that is being typed comes to its end."""
PAUSE_S = 0.02
"""After each import, for the threads that wait for Python's lock."""
LONGEST_IMPORT_S = 5.0
THREAD_NAME = "cbm-chips-warm-start"

MODULES = (
    *("numpy", "shapely", "shapely.geometry", "shapely.ops", "shapely.validation", "shapely.wkb"),
    *("asyncio", "ssl", "urllib3", "chardet", "idna", "requests", "netrc", "diskcache"),
    *("dateutil.parser", "jsonschema", "pystac", "pystac_client"),
)
"""In small steps: while a module of C is loaded, no other thread runs Python."""
OWN_MODULES = (
    *("pipeline.run", "pipeline.searching.search", "cache", "sources.stac.items.item_parser"),
    *("sources.cbm_rest", "sources.registry", "reading.gdal.reader", "reading.cog.reader"),
    *("reading.default_reader", "rendering.look", "rendering.indices"),
)
"""Of core."""

_IN_VAIN = (ImportError, ChipsError, RuntimeError)
"""The run will say so. Python that is about to end takes no new threads: a RuntimeError."""


class WarmStart(QObject):
    """One per dock; for the main thread."""

    def __init__(self, sources: SourceSessions, parent: QObject | None = None) -> None:
        """Nothing happens before `prepare`."""
        super().__init__(parent)
        self._sources = sources
        self._row: ProviderRow | None = None
        self._stop = Cancellation()
        self._thread: threading.Thread | None = None
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.timeout.connect(self._begin)

    @property
    def is_running(self) -> bool:
        """Something is being prepared."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def is_busy(self) -> bool:
        """Something is being prepared, or will be in a moment."""
        return self.is_running or bool(self._delay.isActive())

    def prepare(self, row: ProviderRow) -> None:
        """Prepare for runs from this source, in a moment; the last call counts."""
        self._row = row
        self._delay.start(DELAY_MS)

    def close(self) -> None:
        """Leave no thread behind."""
        self._delay.stop()
        self._stop.cancel()
        if self._thread is not None:
            self._thread.join(LONGEST_IMPORT_S)

    def _begin(self) -> None:
        if self.is_running:
            self._delay.start(DELAY_MS)
            return
        use_own_folder()
        arguments = (self._session(), self._stop)
        self._thread = threading.Thread(
            target=_prepare, args=arguments, name=THREAD_NAME, daemon=True
        )
        self._thread.start()

    def _session(self) -> SourceSession | None:
        """None where opening the source asks the user, or takes long: the sample is made then."""
        row = self._row
        if row is None or not row.is_remote or asks_for_password(row.authcfg):
            return None
        try:
            return self._sources.of(row)
        except RequestError:
            return None  # the run will say so


def _prepare(session: SourceSession | None, stop: Cancellation) -> None:
    for name in MODULES:
        if stop.wait(PAUSE_S):
            return
        with old_at_once(), suppress(*_IN_VAIN):
            import_module(name)
    for name in OWN_MODULES:
        if stop.wait(PAUSE_S):
            return
        with old_at_once(), suppress(*_IN_VAIN):
            import_module(f"{core.__name__}.{name}")
    with suppress(*_IN_VAIN), stop.for_this_thread():
        grid_of(Place(lon=0.0, lat=0.0), 20)  # opens PROJ's database
        if session is not None and not stop.wait(PAUSE_S):
            _connect(session)


@contextmanager
def old_at_once() -> Iterator[None]:
    """For `with`: what is made meanwhile is old at once to the garbage collection.

    Else so many new objects make it look through all of QGIS's, which takes a tenth of a second,
    in which nothing else runs; and then again and again, as imports make ever more.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        if was_enabled:
            gc.enable()


def _connect(session: SourceSession) -> None:
    """Open the source and its tools, and connections to where its files lie."""
    with session.use(CloudRule()) as (source, tools):
        if source.pixel_hosts and isinstance(tools.reader, EarlyReader):
            tools.reader.preconnect(source.pixel_hosts)
