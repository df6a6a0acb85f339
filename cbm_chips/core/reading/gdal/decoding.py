"""As many files are decoded at once as there are cores, however many are open.

Sixteen threads that decode JPEG 2000 leave QGIS's main thread waiting in the queue for a core.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class DecodingSlots:
    """One for all runs of a reader."""

    def __init__(self) -> None:
        """As many as there are cores."""
        self.count = os.cpu_count() or 1
        self._free = threading.Semaphore(self.count)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """For `with`: a file is opened and decoded."""
        with self._free:
            yield

    @contextmanager
    def lent(self) -> Iterator[None]:
        """For `with`, within `taken`, from any thread: bytes are waited for, another may decode."""
        self._free.release()
        try:
            yield
        finally:
            self._free.acquire()
