"""A reader in front of which the cache stands."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..reading.jobs import Read, Reader, ReadJob
from ..reading.rasters import is_remote
from .records import pixel_key

if TYPE_CHECKING:
    from ..reading.access import AccessTo
    from .store import ChipCache

WAIT_S = 0.02


class CachedReader:
    """A reader in front of which the cache stands; see `reading.jobs.Reader`.

    Two runs that want the same window at once read it once: the second waits for the first,
    and reads itself only when the first gave up.
    """

    def __init__(self, reader: Reader, cache: ChipCache, *, source: str) -> None:
        """`source` is the source's identity, part of every key."""
        self._reader, self._cache, self._source = reader, cache, source

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read]:
        """One `Read` per job: kept ones first, then as they arrive."""
        wanted: dict[str, ReadJob] = {}
        for job in jobs:
            if not is_remote(job.asset.href):
                wanted[f"local {len(wanted)}"] = job
                continue
            key = pixel_key(self._source, job)
            kept = self._cache.get_pixels(key)
            if kept is not None:
                yield Read(job, pixels=kept)
            else:
                wanted[key] = job
        yield from self._read_missing(wanted, access)

    def _read_missing(self, wanted: dict[str, ReadJob], access: AccessTo) -> Iterator[Read]:
        while wanted:
            mine = {key: job for key, job in wanted.items() if self._may_read(key)}
            keys = {id(job): key for key, job in mine.items()}
            try:
                for read in self._reader.read_all(list(mine.values()), access):
                    key = keys[id(read.job)]
                    self._keep(key, read)
                    wanted.pop(key)
                    yield read
            finally:
                for key in set(mine) & set(wanted):
                    self._cache.release(key)
            yield from self._read_by_others(wanted)

    def _read_by_others(self, wanted: dict[str, ReadJob]) -> Iterator[Read]:
        """What other runs are reading now, as they finish; returns when one of them gave up."""
        while wanted:
            for key in list(wanted):
                unclaimed = not self._cache.is_claimed(key)
                kept = self._cache.get_pixels(key)
                if kept is not None:
                    yield Read(wanted.pop(key), pixels=kept)
                elif unclaimed:
                    return
            if wanted:
                threading.Event().wait(WAIT_S)

    def _may_read(self, key: str) -> bool:
        return key.startswith("local ") or self._cache.claim(key)

    def _keep(self, key: str, read: Read) -> None:
        if key.startswith("local "):
            return
        if read.pixels is not None:
            self._cache.put_pixels(key, read.pixels)
        self._cache.release(key)
