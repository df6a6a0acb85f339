"""One place that opens a source, its reader and its cache, and keeps them open between runs.

Connections, what is known of files, and threads live on from one run of the dock to the next. What
belongs to the main thread (settings, network, logins) is read there; opening and closing take
time and happen in worker threads.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, QTimer

from ...core.extract import open_source
from ..network import credentials, qgis_network
from ..settings import Settings, load
from .dependencies import use_own_folder

if TYPE_CHECKING:
    from ...core.cache import ChipCache
    from ...core.pipeline.run import Tools
    from ...core.reading.contract import ClosableReader
    from ...core.reading.network import Network
    from ...core.sample_archive import OnProgress
    from ...core.sentinel2.scl import CloudRule
    from ...core.sources.registry import OpenSource
    from .providers import ProviderRow

MB = 1024**2
MOST_IDLE_S = 200.0
"""Load balancers and NAT drop a silent connection after four minutes or more, without a word."""
CLOSING_THREAD_NAME = "cbm-chips-close"


@dataclass(frozen=True)
class SourceSetup:
    """What a source, its reader and its cache depend on.

    Attributes:
        source: as `open_source` takes it.
        cache_path, cache_size_mb, threads: see `Settings`.
        network: QGIS's proxy, certificates and time-outs.
        credentials: the login, in memory only.
    """

    source: str
    cache_path: Path
    cache_size_mb: int
    threads: int
    network: Network
    credentials: Mapping[str, str] | None = field(default=None, repr=False)

    @classmethod
    def of(cls, source: str, *, authcfg: str = "", settings: Settings | None = None) -> SourceSetup:
        """As QGIS is set now; in the main thread, as QGIS may ask for its master password.

        Raises:
            RequestError: field `AUTH`, when the login can't be opened.
        """
        use_own_folder()
        login, used = credentials(authcfg), settings or load()
        return cls(source, used.cache_path, used.cache_size_mb, used.threads, qgis_network(), login)

    def open_source(self, on_sample: OnProgress | None = None) -> OpenSource:
        """The source; nothing is asked over the network.

        The built-in sample is made with the first use: `on_sample` hears how far it is.

        Raises:
            RequestError: field `source`, where there is no such source.
        """
        return open_source(
            self.source,
            network=self.network,
            credentials=self.credentials,
            sample_folder=self.cache_path,
            on_sample=on_sample,
        )

    def open_cache_and_reader(self) -> tuple[ChipCache | None, ClosableReader, tuple[str, ...]]:
        """The cache, None where it can't be had; the reader; what to know of the cache's folder."""
        from ...core.cache import open_or_say
        from ...core.reading.default_reader import default_reader

        cache, notes = open_or_say(self.cache_path, size_limit_bytes=self.cache_size_mb * MB)
        reader = default_reader(
            self.network,
            threads=self.threads,
            stores=cache.file_stores if cache else None,
            gives_way=True,
        )
        return cache, reader, notes


class _Opened:
    """A source with its reader and cache; closed when nobody uses it any more."""

    def __init__(self, setup: SourceSetup, on_sample: OnProgress | None) -> None:
        source = setup.open_source(on_sample)
        try:
            self.cache, self.reader, self.notes = setup.open_cache_and_reader()
        except BaseException:
            source.close()
            raise
        self.source = source
        self.users = 0
        self._used_at = time.time()
        self._folder = self.cache.folder_state() if self.cache else None

    def note_use(self, change: int) -> None:
        """One user more or less."""
        self.users += change
        self._used_at = time.time()

    def may_be_used_again(self) -> bool:
        """False where a new one is better: after a pause, or as the cache is not as it was.

        By the clock of the day, which goes on while the computer sleeps.
        """
        if not self.source.is_shareable or self._folder is None or self._folder.has_changed():
            return False
        return self.users > 0 or abs(time.time() - self._used_at) < MOST_IDLE_S

    def close(self) -> None:
        """Close connections, threads and files."""
        self.source.close()
        self.reader.close()
        if self.cache is not None:
            self.cache.close()


class SourceSession:
    """Opens a source with the first use, in whatever thread that is, and keeps it for the next.

    Thread-safe. `close` never waits for a run: what is in use is closed at the end of the use.
    """

    def __init__(self, setup: SourceSetup) -> None:
        """Nothing is opened yet."""
        self.setup = setup
        self.is_closed = False
        self._opening, self._lock = threading.Lock(), threading.Lock()
        self._opened: _Opened | None = None

    @contextmanager
    def use(
        self, rule: CloudRule, *, on_sample: OnProgress | None = None
    ) -> Iterator[tuple[OpenSource, Tools]]:
        """The source and the tools of a run; see `SourceSetup.open_source`.

        Raises:
            RequestError: field `source`, where there is no such source.
        """
        from ...core.pipeline.run import Tools

        opened = self._acquire(on_sample)
        try:
            yield opened.source, Tools(opened.reader, opened.cache, rule, opened.notes)
        finally:
            self._release(opened)

    @property
    def is_idle(self) -> bool:
        """Nobody uses it."""
        with self._lock:
            return self._opened is None or self._opened.users == 0

    def close(self, *, waits: bool = False) -> None:
        """Keep nothing for a next use; from any thread.

        Args:
            waits: close here what nobody uses, which may take two seconds, not in a thread.
        """
        self.is_closed = True
        unused = self._take_apart()
        if unused is not None and waits:
            unused.close()
        elif unused is not None:
            threading.Thread(target=unused.close, name=CLOSING_THREAD_NAME, daemon=True).start()

    def _take_apart(self) -> _Opened | None:
        """Forget what is open; returns it if nobody uses it."""
        with self._lock:
            opened, self._opened = self._opened, None
            return opened if opened is not None and not opened.users else None

    def _acquire(self, on_sample: OnProgress | None) -> _Opened:
        with self._opening:
            with self._lock:
                opened = self._opened
                if opened is not None and opened.may_be_used_again():
                    opened.note_use(1)
                    return opened
            unused = self._take_apart()
            if unused is not None:
                unused.close()
            opened = _Opened(self.setup, on_sample)
            with self._lock:
                opened.note_use(1)
                if not self.is_closed:
                    self._opened = opened
            return opened

    def _release(self, opened: _Opened) -> None:
        with self._lock:
            opened.note_use(-1)
            is_kept = opened is self._opened and opened.source.is_shareable
            if opened is self._opened and not is_kept and not opened.users:
                self._opened = None
            is_unused = not is_kept and not opened.users
        if is_unused:
            opened.close()


class SourceSessions(QObject):
    """The session of the source that was used last; for the main thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing is opened before a session is used."""
        super().__init__(parent)
        self._now: SourceSession | None = None
        self._idle = QTimer(self)
        self._idle.setInterval(int(MOST_IDLE_S * 1000))
        self._idle.timeout.connect(self._close_if_idle)

    def of(self, row: ProviderRow) -> SourceSession:
        """The last one, unless the source, its login or QGIS's settings have changed since.

        Raises:
            RequestError: field `AUTH`, when the login can't be opened.
        """
        setup = SourceSetup.of(row.source, authcfg=row.authcfg)
        if self._now is None or self._now.is_closed or self._now.setup != setup:
            self.close()
            self._now = SourceSession(setup)
        self._idle.start()
        return self._now

    def close(self, *, waits: bool = False) -> None:
        """Keep nothing open; see `SourceSession.close`."""
        self._idle.stop()
        session, self._now = self._now, None
        if session is not None:
            session.close(waits=waits)

    def _close_if_idle(self) -> None:
        if self._now is not None and self._now.is_idle:
            self.close()


def open_cache(settings: Settings) -> ChipCache | None:
    """The user's cache; None without the package it needs.

    Raises:
        CacheError: when the folder can't be used, saying why.
    """
    from ...core.cache import ChipCache

    try:
        return ChipCache(settings.cache_path, size_limit_bytes=settings.cache_size_mb * MB)
    except ImportError:
        return None
