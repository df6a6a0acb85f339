"""A reader that takes windows from the cache, and keeps what it reads there."""

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
"""Windows looked up, or written, at once: a few dates, which are shown meanwhile."""

# Key -> its jobs.
_Wanted = dict[str, list[ReadJob]]


class CachedReader:
    """Another reader behind the cache; see `contract.Reader`.

    Kept windows are used where the item states the file's version, which is part of the key.
    Without a version the file is read every time, and kept windows are used only where no server
    answers; the pixels' notes say so. Local files are not kept.

    Of two runs that want the same window at once one reads it; the other waits, and reads it
    itself if the first one did not.
    """

    def __init__(self, reader: Reader, cache: ChipCache, *, source: str) -> None:
        """`source`: the source's identity, part of every key."""
        self._reader, self._cache, self._source = reader, cache, source

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """One `Read` per job: kept ones first, then as they arrive."""
        unversioned = [job for job in jobs if not _has_version(job)]
        wanted: _Wanted = {}
        for job in jobs:
            if _has_version(job):
                wanted.setdefault(self._key(job), []).append(job)
        yield from self._kept(list(wanted), wanted)
        yield from self._read_missing(wanted, unversioned, access)

    def _key(self, job: ReadJob) -> str:
        return pixel_key(self._source, job.asset, job.grid, job.wanted)

    def _read_missing(
        self, wanted: _Wanted, unversioned: list[ReadJob], access: AccessTo
    ) -> Iterator[Read | None]:
        while wanted or unversioned:
            with closing(_LeasedWindows(self._cache, wanted)) as leased:
                # Another run may have read and released it just before it was leased.
                yield from self._kept(list(leased.keys), wanted)
                yield from self._read_leased(leased, wanted, unversioned, access)
            unversioned = []
            yield from self._read_by_others(wanted)

    def _read_leased(
        self, leased: _LeasedWindows, wanted: _Wanted, unversioned: list[ReadJob], access: AccessTo
    ) -> Iterator[Read | None]:
        keys = {id(wanted[key][0]): key for key in leased.keys if key in wanted}
        jobs = [*(wanted[key][0] for key in keys.values()), *unversioned]
        for read in self._reader.read_all(jobs, access):
            if read is None:
                leased.write()
                yield None
                continue
            key = keys.get(id(read.job))
            if key is None:
                yield self._with_fallback(read, leased)
                continue
            leased.take(key, read.pixels)
            for job in wanted.pop(key):
                yield Read(job, pixels=read.pixels, error=read.error)

    def _with_fallback(self, read: Read, leased: _LeasedWindows) -> Read:
        """Keep the pixels of a file without a version; use kept ones if no server answered."""
        if not is_remote(read.job.asset.href):
            return read
        key = self._key(read.job)
        if read.pixels is not None:
            leased.take(key, None if NOT_ASKED in read.pixels.notes else read.pixels)
        if read.error is None or read.error.http_status is not None:
            return read
        kept = self._cache.get_pixels(key)
        if kept is None:
            return read
        return Read(read.job, pixels=replace(kept, notes=(*kept.notes, NOT_ASKED)))

    def _read_by_others(self, wanted: _Wanted) -> Iterator[Read | None]:
        """Windows that other runs are reading, as they finish; ends when one did not."""
        while wanted:
            leased = self._cache.leases.held()
            yield from self._kept(list(wanted), wanted)
            if not leased >= wanted.keys():
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


def _has_version(job: ReadJob) -> bool:
    """The item states the file's version."""
    return is_remote(job.asset.href) and bool(job.asset.version)


class _LeasedWindows:
    """The windows that this run has leased, so that no other one reads them.

    Attributes:
        keys: those not released yet, in order.
    """

    def __init__(self, cache: ChipCache, wanted: Iterable[str]) -> None:
        self._cache = cache
        self.keys = dict.fromkeys(cache.leases.take(wanted))
        self._came: dict[str, Pixels | None] = {}

    def take(self, key: str, pixels: Pixels | None) -> None:
        """Take a window that was read, None for a failed one; written later with others."""
        if len(self._came) == AT_ONCE:
            self.write()
        self._came[key] = pixels

    def write(self) -> None:
        """Write the windows taken and release their leases."""
        if not self._came:
            return
        fresh = {key: pixels for key, pixels in self._came.items() if pixels is not None}
        self._cache.put_all_pixels(fresh, releasing=self._came)
        for key in self._came:
            self.keys.pop(key, None)
        self._came.clear()

    def close(self) -> None:
        """At the end of the run: write what was taken and release all leases."""
        self.write()
        if self.keys:
            self._cache.leases.release(self.keys)
