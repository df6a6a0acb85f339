"""A reader in front of which the cache stands."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from ..reading.jobs import Pixels, Read, Reader, ReadJob
from ..reading.patience import is_remote
from .records import pixel_key

if TYPE_CHECKING:
    from ..reading.access import AccessTo
    from .store import ChipCache

WAIT_S = 0.02
AT_ONCE = 32
"""So many windows are looked up, or written, in one go: a few dates, which are shown meanwhile."""

# Key -> the jobs that want it.
_Wanted = dict[str, list[ReadJob]]


class CachedReader:
    """A reader in front of which the cache stands; see `reading.jobs.Reader`.

    Two runs that want the same window at once read it once: the second waits for the first,
    and reads itself only when the first gave up.
    """

    def __init__(self, reader: Reader, cache: ChipCache, *, source: str) -> None:
        """`source` is the source's identity, part of every key."""
        self._reader, self._cache, self._source = reader, cache, source

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """One `Read` per job: kept ones first, then as they arrive. Local files are not kept."""
        local = [job for job in jobs if not is_remote(job.asset.href)]
        wanted: _Wanted = {}
        for job in jobs:
            if is_remote(job.asset.href):
                wanted.setdefault(pixel_key(self._source, job), []).append(job)
        yield from self._kept(list(wanted), wanted)
        yield from self._read_missing(wanted, local, access)

    def _read_missing(
        self, wanted: _Wanted, local: list[ReadJob], access: AccessTo
    ) -> Iterator[Read | None]:
        while wanted or local:
            with closing(_Claimed(self._cache, wanted)) as claimed:
                # Another run may have read and released it between the look and the claim.
                yield from self._kept(list(claimed.keys), wanted)
                yield from self._read_claimed(claimed, wanted, local, access)
            local = []
            yield from self._read_by_others(wanted)

    def _read_claimed(
        self, claimed: _Claimed, wanted: _Wanted, local: list[ReadJob], access: AccessTo
    ) -> Iterator[Read | None]:
        keys = {id(wanted[key][0]): key for key in claimed.keys if key in wanted}
        jobs = [*(wanted[key][0] for key in keys.values()), *local]
        for read in self._reader.read_all(jobs, access):
            key = keys.get(id(read.job)) if read else None
            if read is None:
                claimed.write()
            if read is None or key is None:
                yield read
                continue
            claimed.take(key, read.pixels)
            for job in wanted.pop(key):
                yield Read(job, pixels=read.pixels, error=read.error)

    def _read_by_others(self, wanted: _Wanted) -> Iterator[Read | None]:
        """What other runs are reading now, as they finish; returns when one of them gave up."""
        while wanted:
            claimed = self._cache.claimed()
            yield from self._kept(list(wanted), wanted)
            if not claimed >= wanted.keys():
                return
            if wanted:
                threading.Event().wait(WAIT_S)
                yield None

    def _kept(self, keys: list[str], wanted: _Wanted) -> Iterator[Read]:
        for start in range(0, len(keys), AT_ONCE):
            some = keys[start : start + AT_ONCE]
            for key, kept in zip(some, self._cache.get_all_pixels(some)):
                if kept is not None:
                    for job in wanted.pop(key):
                        yield Read(job, pixels=kept)


class _Claimed:
    """The windows that this run reads and no other one.

    Attributes:
        keys: those not given back yet, in order.
    """

    def __init__(self, cache: ChipCache, wanted: Iterable[str]) -> None:
        self._cache = cache
        self.keys = dict.fromkeys(cache.claim_all(wanted))
        self._came: dict[str, Pixels | None] = {}

    def take(self, key: str, pixels: Pixels | None) -> None:
        """A window has come, or None for one that failed; it is written with some others, later."""
        if len(self._came) == AT_ONCE:
            self.write()
        self._came[key] = pixels

    def write(self) -> None:
        """Keep what has come and give its claims back: who waits for it finds it."""
        fresh = {key: pixels for key, pixels in self._came.items() if pixels is not None}
        self._cache.put_all_pixels(fresh)
        self._cache.release_all(self._came)
        for key in self._came:
            del self.keys[key]
        self._came.clear()

    def close(self) -> None:
        """However the run ends: what has come is kept, and all claims are given back."""
        self.write()
        self._cache.release_all(self.keys)
