"""A reader in front of which the cache stands."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..reading.jobs import Pixels, Read, Reader, ReadJob
from ..reading.patience import is_remote
from .records import pixel_key

if TYPE_CHECKING:
    from ..reading.access import AccessTo
    from .store import ChipCache

WAIT_S = 0.02
LOOKS_AT_ONCE = 32
"""So many windows are looked up in one go: a few dates, which can be shown meanwhile."""

# Key -> the jobs that want it; None are the local files, which are not kept.
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
        """One `Read` per job: kept ones first, then as they arrive."""
        remote = [job for job in jobs if is_remote(job.asset.href)]
        local = [job for job in jobs if not is_remote(job.asset.href)]
        wanted: _Wanted = {}
        for start in range(0, len(remote), LOOKS_AT_ONCE):
            some = remote[start : start + LOOKS_AT_ONCE]
            keys = [pixel_key(self._source, job) for job in some]
            for job, key, kept in zip(some, keys, self._cache.get_all_pixels(keys)):
                if kept is not None:
                    yield Read(job, pixels=kept)
                else:
                    wanted.setdefault(key, []).append(job)
        yield from self._read_missing(wanted, local, access)

    def _read_missing(
        self, wanted: _Wanted, local: list[ReadJob], access: AccessTo
    ) -> Iterator[Read | None]:
        while wanted or local:
            # A list: the order of the jobs is the order of the dates.
            mine = dict.fromkeys(self._cache.claim_all(wanted))
            try:
                # Another run may have read and released it between the look and the claim.
                yield from self._kept(list(mine), wanted)
                keys = {id(wanted[key][0]): key for key in mine if key in wanted}
                now, local = [*(wanted[key][0] for key in keys.values()), *local], []
                for read in self._reader.read_all(now, access):
                    key = keys.get(id(read.job)) if read else None
                    if read is None or key is None:
                        yield read
                    else:
                        if read.pixels is None:
                            del mine[key]
                        yield from self._keep(key, read, wanted)
            finally:
                # Who waits finds what was kept, so that its claim may go with the others.
                self._cache.release_all(mine)
            yield from self._read_by_others(wanted)

    def _read_by_others(self, wanted: _Wanted) -> Iterator[Read | None]:
        """What other runs are reading now, as they finish; returns when one of them gave up."""
        while wanted:
            for key in list(wanted):
                unclaimed = not self._cache.is_claimed(key)
                kept = self._cache.get_pixels(key)
                if kept is not None:
                    yield from _for_each(wanted.pop(key), pixels=kept)
                elif unclaimed:
                    return
            if wanted:
                threading.Event().wait(WAIT_S)
                yield None

    def _kept(self, mine: list[str], wanted: _Wanted) -> Iterator[Read]:
        for key in mine:
            kept = self._cache.get_pixels(key)
            if kept is not None:
                yield from _for_each(wanted.pop(key), pixels=kept)

    def _keep(self, key: str, read: Read, wanted: _Wanted) -> Iterator[Read]:
        if read.pixels is not None:
            self._cache.put_pixels(key, read.pixels)
        else:
            self._cache.release(key)
        for job in wanted.pop(key):
            yield Read(job, pixels=read.pixels, error=read.error)


def _for_each(jobs: list[ReadJob], *, pixels: Pixels) -> Iterator[Read]:
    for job in jobs:
        yield Read(job, pixels=pixels)
