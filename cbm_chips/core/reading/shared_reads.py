"""A reader for several runs at once: what they want of a file is read together, each block once.

Each run puts down its jobs and waits; who drives the runs calls `serve` when all of them do. No
run has to know of the others, and none gets other pixels than it would alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from ..model import Grid
from ..sentinel2.bands import BANDS
from .contract import WINDOW, Read, ReadJob
from .pixel_set import PixelSet

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .contract import AccessTo, Pixels, Reader

GEOTIFF = "geotiff"
BATCH_BYTES = 64 << 20
"""Pixels that are read before the runs take them; they wait in memory."""
MOST_UNIONS = 16
"""Sets of windows whose union is remembered: it is the same for nearly all dates."""


@dataclass(eq=False)
class _Waiter:
    """One `read_all`: what has arrived for it, and how many reads are to come."""

    access: AccessTo
    left: int
    arrived: deque[Read] = field(default_factory=deque)


@dataclass(frozen=True, eq=False)
class _WaitingJob:
    """A job, and the run that waits for it."""

    job: ReadJob
    waiter: _Waiter


class SharedReads:
    """See the module; a `Reader` for each of the runs. All in one thread."""

    def __init__(self, reader: Reader) -> None:
        """`reader` reads what is wanted together; nothing is read yet."""
        self._reader = reader
        self._waiting: list[_WaitingJob] = []
        self._unions = _Unions()

    @property
    def has_jobs(self) -> bool:
        """Some run waits for what is not read yet."""
        return bool(self._waiting)

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """See `Reader.read_all`; yields None until somebody has called `serve`."""
        waiter = _Waiter(access, len(jobs))
        self._waiting += [_WaitingJob(job, waiter) for job in jobs]
        try:
            while waiter.left:
                if waiter.arrived:
                    waiter.left -= 1
                    yield waiter.arrived.popleft()
                else:
                    yield None
        finally:
            if waiter.left:
                self._waiting = [one for one in self._waiting if one.waiter is not waiter]

    def serve(self) -> Iterator[None]:
        """Read what is waited for, urgent jobs first, or a part of it if it is much.

        Yields while nothing arrives, so that it can be cancelled.
        """
        taken = self._next_jobs()
        alone = yield from self._read(self._together(taken), taken[0].waiter.access)
        yield from self._read([_Shared.alone(one) for one in alone], taken[0].waiter.access)

    def _next_jobs(self) -> list[_WaitingJob]:
        """Of the most urgent jobs those of the first files, all that is wanted of each."""
        waiting = self._waiting
        is_urgent = any(one.job.is_urgent for one in waiting)
        first = next(one for one in waiting if one.job.is_urgent == is_urgent)
        urgent = {_file(one) for one in waiting if one.job.is_urgent == is_urgent}
        sizes: dict[object, int] = {}
        for one in waiting:
            if _file(one) in urgent and one.waiter.access == first.waiter.access:
                sizes[_file(one)] = sizes.get(_file(one), 0) + _bytes_of(one.job)
        files: set[object] = set()
        total = 0
        for file, size in sizes.items():
            if files and total + size > BATCH_BYTES:
                break
            files.add(file)
            total += size
        taken = [w for w in waiting if _file(w) in files and w.waiter.access == first.waiter.access]
        gone = set(map(id, taken))
        self._waiting = [one for one in waiting if id(one) not in gone]
        return taken

    def _together(self, waiting: list[_WaitingJob]) -> list[_Shared]:
        by_file: dict[object, list[_WaitingJob]] = {}
        for one in waiting:
            by_file.setdefault(_file(one), []).append(one)
        found = []
        for some in by_file.values():
            if len(some) > 1 and _is_window(some[0].job):
                found.append(_Shared.of(some, self._unions))
            else:
                found += map(_Shared.alone, some)
        return found

    def _read(
        self, shared: list[_Shared], access: AccessTo
    ) -> Generator[None, None, list[_WaitingJob]]:
        """Read, and hand out; what can't be had together is given back."""
        by_job = {id(one.job): one for one in shared}
        alone: list[_WaitingJob] = []
        for read in self._reader.read_all([one.job for one in shared], access):
            if read is None:
                yield None
            elif not by_job[id(read.job)].hand_out(read):
                alone += by_job[id(read.job)].waiting
        return alone


@dataclass(frozen=True, eq=False)
class _Shared:
    """What is read of one file, and for whom.

    Attributes:
        places: for each one, where its pixels are in what is read; None if it is read alone.
    """

    job: ReadJob
    waiting: list[_WaitingJob]
    places: list[NDArray[np.int32]] | None = None

    @classmethod
    def alone(cls, one: _WaitingJob) -> _Shared:
        """As it was put down."""
        return cls(one.job, [one])

    @classmethod
    def of(cls, waiting: list[_WaitingJob], unions: _Unions) -> _Shared:
        """All of the same file at once."""
        jobs = [one.job for one in waiting]
        union = unions.of(jobs)
        job = replace(
            jobs[0],
            grid=union.grid,
            wanted=union.pixels,
            is_urgent=any(job.is_urgent for job in jobs),
            may_keep=any(job.wanted is None or job.may_keep for job in jobs),
        )
        return cls(job, waiting, union.places)

    def hand_out(self, read: Read) -> bool:
        """Give each its own; False where that would not be what it gets alone."""
        if self.places is None:
            self._arrive(0, read)
            return True
        pixels = read.pixels
        if pixels is not None and pixels.method != WINDOW:
            return False
        for number, places in enumerate(self.places):
            own = None if pixels is None else _part(pixels, self.job, places, is_first=not number)
            self._arrive(number, replace(read, pixels=own))
        return True

    def _arrive(self, number: int, read: Read) -> None:
        one = self.waiting[number]
        one.waiter.arrived.append(replace(read, job=one.job))


def _part(pixels: Pixels, job: ReadJob, places: NDArray[np.int32], *, is_first: bool) -> Pixels:
    """The first one has paid for the bytes, as where blocks are kept."""
    values = pixels.values
    if values.shape == (job.grid.height_px, job.grid.width_px) and job.wanted is not None:
        values = job.wanted.of(values)
    bytes_read = pixels.bytes_read if is_first or pixels.bytes_read is None else 0
    return replace(pixels, values=values[0][places], bytes_read=bytes_read)


@dataclass(frozen=True, eq=False)
class _Union:
    """The pixels that any of some jobs wants, and where in them those of each job are."""

    grid: Grid
    pixels: PixelSet
    places: list[NDArray[np.int32]]

    @classmethod
    def of(cls, jobs: Sequence[ReadJob]) -> _Union:
        grid = _around([job.grid for job in jobs])
        wanted = np.zeros((grid.height_px, grid.width_px), bool)
        for job in jobs:
            wanted[_within(grid, job)] = True
        number = np.cumsum(wanted.reshape(-1), dtype=np.int32).reshape(wanted.shape) - 1
        rows, cols = (found.astype(np.int32) for found in np.nonzero(wanted))
        places: list[NDArray[np.int32]] = [
            np.array(number[_within(grid, job)]).reshape(_shape(job)) for job in jobs
        ]
        return cls(grid, PixelSet(rows, cols), places)


class _Unions:
    """The unions used last."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], _Union] = {}

    def of(self, jobs: Sequence[ReadJob]) -> _Union:
        key = tuple((job.grid, job.wanted and job.wanted.digest) for job in jobs)
        union = self._known.pop(key, None) or _Union.of(jobs)
        self._known[key] = union
        while len(self._known) > MOST_UNIONS:
            del self._known[next(iter(self._known))]
        return union


def _file(one: _WaitingJob) -> object:
    """What is wanted of the same file, in pixels of the same lattice, can be read together."""
    job = one.job
    return (job.asset, job.grid.epsg, job.grid.resolution_m)


def _is_window(job: ReadJob) -> bool:
    """Its pixels are likely to be cut out of the file as they are; warped ones are never shared."""
    asset = job.asset
    return asset.media == GEOTIFF and asset.placement.epsg in (0, job.grid.epsg)


def _bytes_of(job: ReadJob) -> int:
    size = job.grid.height_px * job.grid.width_px if job.wanted is None else len(job.wanted.rows)
    return size * (2 if BANDS[job.asset.band].reflective else 1)


def _around(grids: Sequence[Grid]) -> Grid:
    """The smallest grid that holds them all."""
    first = grids[0]
    left, top = min(grid.left for grid in grids), max(grid.top for grid in grids)
    right, bottom = max(grid.right for grid in grids), min(grid.bottom for grid in grids)
    step = first.resolution_m
    width, height = round((right - left) / step), round((top - bottom) / step)
    return Grid(first.epsg, left, top, step, width, height)


def _within(grid: Grid, job: ReadJob) -> Any:  # noqa: ANN401 - an index of numpy
    """Where a job's pixels lie in a grid that holds them: an index of its rows and columns."""
    row = round((grid.top - job.grid.top) / grid.resolution_m)
    col = round((job.grid.left - grid.left) / grid.resolution_m)
    if job.wanted is not None:
        return job.wanted.rows + row, job.wanted.cols + col
    return slice(row, row + job.grid.height_px), slice(col, col + job.grid.width_px)


def _shape(job: ReadJob) -> tuple[int, int]:
    if job.wanted is not None:
        return (1, len(job.wanted.rows))
    return (job.grid.height_px, job.grid.width_px)
