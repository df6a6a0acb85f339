"""What a run may write per chip: the table `OUTPUTS`.

Most kinds write a chip when it comes. Pictures that share one stretch have to wait until the
series of their place is complete; of such a chip only the three bands are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ..geotiff.chip_files import write_bands, write_picture

if TYPE_CHECKING:
    from ...model import Chip
    from ...rendering.look import Look


@dataclass(frozen=True)
class Job:
    """A chip to be written into a folder; the number tells whose files come back."""

    number: int
    chip: Chip
    folder: Path


@dataclass(frozen=True)
class Done:
    """The files of a job, complete and in their place."""

    number: int
    paths: tuple[Path, ...]


class SeriesWriter(Protocol):
    """Writes the chips of one place."""

    def add(self, job: Job) -> tuple[Done, ...]:
        """Write the chip, or keep what is needed to write it later.

        Raises:
            WriteError: when a file can't be written.
        """

    def finish(self) -> Iterator[Done]:
        """Write what was kept, one after another.

        Raises:
            WriteError: when a file can't be written.
        """


@dataclass(frozen=True)
class Output:
    """A kind of output.

    Attributes:
        name: as in requests and models.
        title: for a list.
        start: makes the writer of one place's series.
    """

    name: str
    title: str
    start: Callable[[Look], SeriesWriter]


class AtOnce:
    """Writes every chip when it comes."""

    def __init__(self, write: Callable[[Job], Sequence[Path]]) -> None:
        """`write` gives the paths of the job's files."""
        self._write = write

    def add(self, job: Job) -> tuple[Done, ...]:
        """See `SeriesWriter`."""
        return (Done(job.number, tuple(self._write(job))),)

    def finish(self) -> Iterator[Done]:
        """Nothing is left to write."""
        return iter(())


class SharedStretch:
    """Writes composites when all chips are known, with one set of limits."""

    def __init__(self, look: Look) -> None:
        """Start with no chip."""
        self._look = look
        self._kept: list[Job] = []

    def add(self, job: Job) -> tuple[Done, ...]:
        """See `SeriesWriter`."""
        if not self._look.missing_bands(job.chip):
            bands = {band: job.chip.bands[band] for band in self._look.bands}
            self._kept.append(replace(job, chip=replace(job.chip, bands=bands)))
        return ()

    def finish(self) -> Iterator[Done]:
        """See `SeriesWriter`."""
        renderer = self._look.renderer(job.chip for job in self._kept)
        for job in self._kept:
            yield Done(job.number, (write_picture(job.chip, job.folder, renderer),))
        self._kept = []


def _pictures(look: Look) -> SeriesWriter:
    if look.depends_on_series:
        return SharedStretch(look)
    renderer = look.renderer(())

    def write(job: Job) -> Sequence[Path]:
        if look.missing_bands(job.chip):
            return ()
        return (write_picture(job.chip, job.folder, renderer),)

    return AtOnce(write)


OUTPUTS: dict[str, Output] = {
    row.name: row
    for row in (
        Output(
            "bands",
            "one GeoTIFF per band",
            lambda look: AtOnce(lambda job: tuple(write_bands(job.chip, job.folder).values())),
        ),
        Output(
            "composite",
            "one RGB GeoTIFF per date",
            _pictures,
        ),
    )
}
