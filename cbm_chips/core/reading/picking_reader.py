"""A reader that sees to it that jobs get the pixels they want, and no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .contract import AccessTo, Read, Reader, ReadJob


@dataclass(frozen=True)
class PickingReader:
    """Another reader, of whose whole grids the wanted pixels are taken; see `ReadJob.wanted`.

    Not for grids of a single row, which might be taken for pixels already picked.
    """

    reader: Reader

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """See `Reader.read_all`."""
        for read in self.reader.read_all(jobs, access):
            yield read if read is None else _picked(read)


def _picked(read: Read) -> Read:
    wanted, grid = read.job.wanted, read.job.grid
    if wanted is None or read.pixels is None:
        return read
    values = read.pixels.values
    if values.shape != (grid.height_px, grid.width_px):
        return read
    return replace(read, pixels=replace(read.pixels, values=wanted.of(values)))
