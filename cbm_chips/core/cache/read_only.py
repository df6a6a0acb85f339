"""A store that can only be read: on a read-only or full disk, or locked by another process."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Union

from .bytes_disk import DB_NAME, FILE_MODE, present, rows_of
from .connections import Connections, ThreadConnection, connect

_ROUTES = ("mode=ro", "mode=ro&immutable=1")
"""Where no file can be made beside it, SQLite opens a store that is being written by no route but
the second, which takes it for unchanging."""
LOCK_TIMEOUT_S = 0.5

Found = Union[bytes, None]


class ReadOnlyStore:
    """The part of `diskcache.Cache` that `ChipCache` needs, over its files; changes are refused."""

    def __init__(self, folder: Path) -> None:
        """Open it.

        Raises:
            sqlite3.Error, OSError: when it can't be read.
        """
        self._folder = folder
        self._connections = Connections(self._connect)
        self._route = next(route for route in _ROUTES if self._leads(route))

    def get(self, key: str) -> object:
        """The value, None where there is none."""
        return next((value for _, value, _ in self.get_all([key])), None)

    def get_all(self, keys: list[str]) -> Iterator[tuple[str, object, object]]:
        """Key, value and tag of those of `keys` that are there."""
        for key, mode, name, value, tag in rows_of(self._connection().execute, keys):
            yield key, self._content(str(name)) if mode == FILE_MODE else value, tag

    def present(self, keys: list[str]) -> Iterator[str]:
        """Those of `keys` that are there."""
        return present(self._connection().execute, keys)

    def __len__(self) -> int:
        return int(self._connection().execute("select count(*) from Cache").fetchone()[0])

    def volume(self) -> int:
        """Bytes on disk."""
        held = self._connection().execute("select coalesce(sum(size), 0) from Cache").fetchone()
        return int(held[0]) + os.stat(self._folder / DB_NAME).st_size

    def set(self, key: str, value: bytes, tag: Any = None) -> None:  # noqa: ANN401
        """Refused."""
        raise OSError("the store can only be read")

    def set_all(self, records: object, *, tag: object) -> None:
        """Refused."""
        raise OSError("the store can only be read")

    def delete(self, key: str) -> None:
        """Refused."""
        raise OSError("the store can only be read")

    def clear(self) -> None:
        """Refused."""
        raise OSError("the store can only be read")

    def cull(self) -> None:
        """Nothing to do."""

    def transact(self) -> Any:  # noqa: ANN401
        """Refused."""
        raise OSError("the store can only be read")

    def close(self) -> None:
        """Close the file, for all threads."""
        self._connections.close_all()

    def _leads(self, route: str) -> bool:
        self._route = route
        try:
            len(self)
        except sqlite3.OperationalError:
            if route == _ROUTES[-1]:
                raise
            self.close()
            return False
        return True

    def _connection(self) -> ThreadConnection:
        return self._connections.of_this_thread()

    def _connect(self) -> ThreadConnection:
        address = (self._folder / DB_NAME).absolute().as_uri()
        return connect(f"{address}?{self._route}", uri=True, timeout=LOCK_TIMEOUT_S)

    def _content(self, name: str) -> Found:
        path = (self._folder / name).resolve()
        if self._folder.resolve() not in path.parents:
            return None
        with suppress(OSError):
            return path.read_bytes()
        return None
