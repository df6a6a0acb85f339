"""A reader in front of which the cache stands."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from ..reading.contract import NOT_ASKED, Pixels, Read, Reader, ReadJob
from ..reading.origins import is_remote
from .records import pixel_key

if TYPE_CHECKING:
    from ..reading.contract import AccessTo
    from .store import ChipCache

WAIT_S = 0.02
AT_ONCE = 32
"""So many windows are looked up, or written, in one go: a few dates, which are shown meanwhile."""

# Key -> the jobs that want it.
_Wanted = dict[str, list[ReadJob]]


class CachedReader:
    """A reader in front of which the cache stands; see `contract.Reader`.

    What is kept is used where the item says which content of the file it speaks of: it is under
    that name. Where it does not, the reader is asked every time, and what is kept only serves
    where nobody answers; the pixels say so. Local files are not kept.

    Two runs that want the same window at once read it once: the second waits for the first,
    and reads itself only when the first gave up.
    """

    def __init__(self, reader: Reader, cache: ChipCache, *, source: str) -> None:
        """`source` is the source's identity, part of every key."""
        self._reader, self._cache, self._source = reader, cache, source

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """One `Read` per job: kept ones first, then as they arrive."""
        anew = [job for job in jobs if not _is_told(job)]
        wanted: _Wanted = {}
        for job in jobs:
            if _is_told(job):
                wanted.setdefault(pixel_key(self._source, job), []).append(job)
        yield from self._kept(list(wanted), wanted)
        yield from self._read_missing(wanted, anew, access)

    def _read_missing(
        self, wanted: _Wanted, anew: list[ReadJob], access: AccessTo
    ) -> Iterator[Read | None]:
        while wanted or anew:
            with closing(_Claimed(self._cache, wanted)) as claimed:
                # Another run may have read and released it between the look and the claim.
                yield from self._kept(list(claimed.keys), wanted)
                yield from self._read_claimed(claimed, wanted, anew, access)
            anew = []
            yield from self._read_by_others(wanted)

    def _read_claimed(
        self, claimed: _Claimed, wanted: _Wanted, anew: list[ReadJob], access: AccessTo
    ) -> Iterator[Read | None]:
        keys = {id(wanted[key][0]): key for key in claimed.keys if key in wanted}
        jobs = [*(wanted[key][0] for key in keys.values()), *anew]
        for read in self._reader.read_all(jobs, access):
            if read is None:
                claimed.write()
                yield None
                continue
            key = keys.get(id(read.job))
            if key is None:
                yield self._noted(read, claimed)
                continue
            claimed.take(key, read.pixels)
            for job in wanted.pop(key):
                yield Read(job, pixels=read.pixels, error=read.error)

    def _noted(self, read: Read, claimed: _Claimed) -> Read:
        """A file was read anew: its pixels are kept, and used where nobody answers."""
        if not is_remote(read.job.asset.href):
            return read
        key = pixel_key(self._source, read.job)
        if read.pixels is not None:
            claimed.take(key, None if NOT_ASKED in read.pixels.notes else read.pixels)
        if read.error is None or read.error.http_status is not None:
            return read
        kept = self._cache.get_pixels(key)
        if kept is None:
            return read
        return Read(read.job, pixels=replace(kept, notes=(*kept.notes, NOT_ASKED)))

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


def _is_told(job: ReadJob) -> bool:
    """Which content is wanted is known."""
    return is_remote(job.asset.href) and bool(job.asset.version)


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
            self.keys.pop(key, None)
        self._came.clear()

    def close(self) -> None:
        """However the run ends: what has come is kept, and all claims are given back."""
        self.write()
        self._cache.release_all(self.keys)
