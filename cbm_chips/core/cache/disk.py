"""diskcache with bytes only: what it would pickle is refused, in and out.

Unpickling a file that somebody else could write means running their code (CVE-2025-69872).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any


class PickleRefused(TypeError):
    """Something but bytes was about to go into the cache or come out of it."""


def open_store(folder: Path, size_limit_bytes: int) -> Any:  # noqa: ANN401
    import diskcache
    from diskcache.core import MODE_BINARY, MODE_RAW, UNKNOWN

    class BytesDisk(diskcache.Disk):  # type: ignore[misc]
        """Text keys and bytes values; what diskcache would pickle is refused both ways."""

        def put(self, key: object) -> Any:  # noqa: ANN401
            if not isinstance(key, str):
                raise PickleRefused(f"keys are text, not {type(key).__name__}")
            return super().put(key)

        def get(self, key: object, raw: object) -> Any:  # noqa: ANN401
            if not raw:
                raise PickleRefused("a pickled key")
            return super().get(key, raw)

        def store(self, value: object, read: object, key: object = UNKNOWN) -> Any:  # noqa: ANN401
            if not isinstance(value, bytes) or read:
                raise PickleRefused(f"values are bytes, not {type(value).__name__}")
            return super().store(value, read, key=key)

        def fetch(self, mode: int, filename: object, value: object, read: object) -> Any:  # noqa: ANN401
            if mode not in (MODE_RAW, MODE_BINARY):
                raise PickleRefused("a pickled value")
            return super().fetch(mode, filename, value, read)

    return diskcache.Cache(
        str(folder),
        disk=BytesDisk,
        size_limit=size_limit_bytes,
        eviction_policy="least-recently-used",
        timeout=10,
    )


def store_errors() -> tuple[type[Exception], ...]:
    import sqlite3

    import diskcache

    return (sqlite3.Error, diskcache.Timeout, PickleRefused)
