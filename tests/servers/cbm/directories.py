"""The cache directories: named by what was asked as it was typed, shared, never tidied."""

from __future__ import annotations

import threading
import time
import zlib
from dataclasses import dataclass
from typing import Optional


@dataclass(frozen=True)
class StoredFile:
    """A result; `modified` in seconds since 1970."""

    body: bytes
    modified: float

    @property
    def etag(self) -> str:
        """As Flask makes it: out of time, size and name."""
        return f'"{self.modified}-{len(self.body)}-{zlib.crc32(self.body):x}"'


class Directories:
    """Directories of result files, in memory."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._files: dict[str, dict[str, StoredFile]] = {}

    def make(self, directory: str) -> bool:
        """Make a directory unless it is there; whether it was new."""
        with self._lock:
            if directory in self._files:
                return False
            self._files[directory] = {}
            return True

    def names(self, directory: str) -> list[str]:
        """Files of a directory, sorted."""
        with self._lock:
            return sorted(self._files.get(directory, {}))

    def put(self, directory: str, name: str, body: bytes) -> None:
        """Store a file; a flush may have taken the directory meanwhile."""
        with self._lock:
            # Whole seconds: that is all that Last-Modified can say.
            stored = StoredFile(body, float(int(time.time())))
            self._files.setdefault(directory, {})[name] = stored

    def get(self, directory: str, name: str) -> Optional[StoredFile]:
        """A file, or None."""
        with self._lock:
            return self._files.get(directory, {}).get(name)

    def flush(self) -> None:
        """Forget everything, as the service does at night."""
        with self._lock:
            self._files.clear()


@dataclass(frozen=True)
class Keys:
    """Names of directories in one generation of the service; `caller` is an IP address."""

    is_old: bool
    caller: str

    def raw(self, asked: dict[str, str]) -> str:
        """Of rawChipByLocation: the texts as sent."""
        place = "E{lon}N{lat}_{plevel}_{chipsize}_{band}".format(**asked)
        return self._key(place, glue="")

    def pictures(self, asked: dict[str, str]) -> str:
        """Of chipsByLocation."""
        return self._key("E{lon}N{lat}L{lut}_{plevel}_{bands}".format(**asked), glue="")

    def batch(self, lon: object, lat: object, chipsize: object) -> str:
        """Of rawChipsBatch: the numbers as Python writes them."""
        return self._key(f"{lon}_{lat}_{chipsize}_RAW", glue="_")

    def path(self, directory: str, name: str) -> str:
        """Where a file is to be had, relative to the server's root."""
        root = "/dump" if self.is_old else "/static/tmp"
        return f"{root}/{directory}/{name}"

    def batch_path(self, directory: str, name: str) -> str:
        """The same, as batches have it: without the leading slash and with one too many."""
        path = self.path(directory, name)
        return path if self.is_old else path.replace("/static/", "static//", 1)

    def _key(self, name: str, *, glue: str) -> str:
        front = f"{self.caller}{glue}" if self.is_old else ""
        return (front + name).replace(".", "_")
