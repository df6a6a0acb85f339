"""A remote file as GDAL sees it: bytes that our own client fetches.

GDAL makes no requests of its own here. So logins, redirects, proxies and responses are handled
the same for every reader, and a read can be cancelled at any moment.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from ...errors import ReadError
from ...reasons import Reason
from ..failures import UnexpectedContent

if TYPE_CHECKING:
    from ..http.content_range import FileRange

PAGE_BYTES = 32 << 10
"""Fetched at least, and by the first request: most headers fit."""
MOST_AHEAD_BYTES = 1 << 20
"""Read ahead at most, where a file is read from front to back."""


class RemoteFile:
    """Bytes of one file, fetched once; for one reading thread and those that help it."""

    def __init__(
        self,
        fetch: Callable[[int, int], Future[FileRange]],
        *,
        waiting: Callable[[], AbstractContextManager[object]] = nullcontext,
    ) -> None:
        """`fetch` gets the bytes from a start to a stop; `waiting` is entered meanwhile."""
        self.failure: Exception | None = None
        """Why a fetch failed; GDAL's own message does not say."""
        self.bytes_read = 0
        self._fetch, self._waiting = fetch, waiting
        self._lock = threading.RLock()
        self._pages: dict[int, bytes] = {}
        self._size_bytes: int | None = None
        self._version: str | None = None
        self._ahead_bytes = 0
        self._next = 0
        self._pending: Future[FileRange] | None = None

    @property
    def size_bytes(self) -> int:
        """Of the whole file; 0 where it can't be had."""
        with self._lock:
            if self._size_bytes is None and self.failure is None:
                self._need(0, 1)
            return self._size_bytes or 0

    def read(self, start: int, stop: int) -> bytes:
        """The bytes there are from `start` up to `stop`; none once something has failed."""
        with self._lock:
            stop = min(stop, self.size_bytes)
            if start >= stop or self.failure is not None:
                return b""
            if not self._need(start, stop):
                return b""
            first = start // PAGE_BYTES
            pages = [self._pages[page] for page in range(first, -(-stop // PAGE_BYTES))]
            return b"".join(pages)[start - first * PAGE_BYTES : stop - first * PAGE_BYTES]

    def cancel(self) -> None:
        """Nothing more is fetched. For other threads."""
        self.failure = self.failure or ReadError(Reason("given up"))
        pending = self._pending
        if pending is not None:
            pending.cancel()

    def _need(self, start: int, stop: int) -> bool:
        """Fetch what is missing between, in one go, and more where it is read on and on."""
        pages = range(start // PAGE_BYTES, -(-stop // PAGE_BYTES))
        missing = [page for page in pages if page not in self._pages]
        if not missing:
            return True
        first, last = missing[0], missing[-1] + 1
        is_going_on = first * PAGE_BYTES == self._next
        self._ahead_bytes = min(2 * self._ahead_bytes + PAGE_BYTES, MOST_AHEAD_BYTES)
        if not is_going_on or not first:
            self._ahead_bytes = 0
        end = last * PAGE_BYTES + self._ahead_bytes
        self._next = end
        if self._size_bytes is not None:
            end = min(end, self._size_bytes)
        try:
            self._take(first * PAGE_BYTES, end)
        except CancelledError:
            self.failure = self.failure or ReadError(Reason("given up"))
        except Exception as error:  # noqa: BLE001 - GDAL is between here and the border
            self.failure = error
        return self.failure is None

    def _take(self, start: int, stop: int) -> None:
        self._pending = self._fetch(start, stop)
        if self.failure is not None:
            self._pending.cancel()
        with self._waiting():
            piece = self._pending.result()
        if piece.size_bytes is None:
            raise UnexpectedContent(Reason("the server does not say how large the file is"))
        if self._version is None:
            self._size_bytes, self._version = piece.size_bytes, piece.version
        elif (piece.size_bytes, piece.version) != (self._size_bytes, self._version):
            raise UnexpectedContent(Reason("the file has changed while it was read"))
        self.bytes_read += len(piece.data)
        data = memoryview(piece.data)
        for at in range(0, len(data), PAGE_BYTES):
            self._pages[(start + at) // PAGE_BYTES] = bytes(data[at : at + PAGE_BYTES])


class ReadableFile:
    """A remote file with the interface of Python's files, for rasterio; it raises nothing."""

    path, mode = "", "rb"

    def __init__(self, remote: RemoteFile) -> None:
        self._remote, self._at = remote, 0

    @property
    def fs(self) -> ReadableFile:
        """rasterio 1.5 opens a file anew for each of its users, as fsspec does."""
        return self

    def open(self, path: str, mode: str) -> ReadableFile:
        """The same bytes, from the first on."""
        return ReadableFile(self._remote)

    def read(self, count: int = -1) -> bytes:
        """From here on."""
        stop = self._remote.size_bytes if count < 0 else self._at + count
        data = self._remote.read(self._at, stop)
        self._at += len(data)
        return data

    def seek(self, offset: int, whence: int = 0) -> int:
        """See `io.IOBase.seek`."""
        base = (0, self._at, self._remote.size_bytes if whence == 2 else 0)[whence]
        self._at = max(base + offset, 0)
        return self._at

    def tell(self) -> int:
        """Where the next byte comes from."""
        return self._at

    def close(self) -> None:
        """Nothing is open."""
