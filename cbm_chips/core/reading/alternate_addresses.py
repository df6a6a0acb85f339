"""A reader that retries a failed file at its alternate addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..reasons import Reason
from .origins import host_of

if TYPE_CHECKING:
    from .contract import AccessTo, Pixels, Read, Reader, ReadJob


@dataclass(frozen=True)
class AlternatesReader:
    """Another reader, tried again with each further address of a file it could not read.

    Where all fail the first failure is reported: it is about the source's first choice.
    """

    reader: Reader

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """See `Reader.read_all`."""
        if not any(job.asset.alternates for job in jobs):
            yield from self.reader.read_all(jobs, access)
            return
        rounds = [_AlternateJob(job, job) for job in jobs]
        while rounds:
            wanted = {id(one.now): one for one in rounds}
            rounds = []
            for read in self.reader.read_all([one.now for one in wanted.values()], access):
                if read is None:
                    yield None
                    continue
                one = wanted[id(read.job)]
                if read.pixels is None and one.now.asset.alternates:
                    rounds.append(one.at_next(read))
                else:
                    yield one.outcome(read)


@dataclass(frozen=True)
class _AlternateJob:
    """A job as requested and as tried now, and how its first address failed."""

    job: ReadJob
    now: ReadJob
    failed: Read | None = None

    def at_next(self, failure: Read) -> _AlternateJob:
        """The job at the next address."""
        href, *others = self.now.asset.alternates
        asset = replace(self.now.asset, href=href, alternates=tuple(others))
        return _AlternateJob(self.job, replace(self.now, asset=asset), self.failed or failure)

    def outcome(self, read: Read) -> Read:
        """The `Read` of the job as requested."""
        outcome = read
        if self.failed is not None:
            outcome = self.failed if read.pixels is None else self._noted(read, read.pixels)
        return outcome if outcome.job is self.job else replace(outcome, job=self.job)

    def _noted(self, read: Read, pixels: Pixels) -> Read:
        there = host_of(self.now.asset.href) or Reason("another address")
        why = self.failed.error if self.failed else ""
        note = Reason(
            "{band} is read from {there}, as the first address failed: {why}",
            band=read.job.asset.band,
            there=there,
            why=why,
        )
        return replace(read, pixels=replace(pixels, notes=(*pixels.notes, note)))
