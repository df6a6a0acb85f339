"""What a run may write per chip: the table `OUTPUTS`, and `STRETCHES` for its pictures.

Most kinds write a chip when it comes. Pictures that share one stretch have to wait until the
series of their place is complete; of such a chip only the three bands are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ...errors import RequestError
from ...rendering.composites import COMPOSITES, DEFAULT_COMPOSITE, BandTriple
from ...rendering.look import CompositeLook, Renderer
from ...rendering.stretch import Limits, Lut, Percentiles
from ..geotiff.chip_files import write_bands, write_composite

if TYPE_CHECKING:
    from ...model import Chip

MOST_COLUMNS = 8
"""Of a sheet; the CbM service's page has as many."""

_DEFAULT_BANDS = COMPOSITES[DEFAULT_COMPOSITE].bands


@dataclass(frozen=True)
class Look:
    """How a composite looks.

    Attributes:
        bands: shown as red, green, blue.
        lut: percentiles or absolute values.
        stretch: a name out of `STRETCHES`.
    """

    bands: BandTriple = _DEFAULT_BANDS
    lut: Lut = field(default_factory=lambda: Percentiles(5.0, 95.0))
    stretch: str = "chip"

    def renderer(self, series: Iterable[Chip]) -> Renderer:
        """What shows the chips of a place, see `look.Renderer`."""
        row = STRETCHES[self.stretch]
        return CompositeLook(self.bands, self.lut, row.is_shared).renderer(series)


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


@dataclass(frozen=True)
class Stretching:
    """Which pixels a composite's limits come from.

    Attributes:
        name: as in requests and models.
        title: for a list.
        start: makes the writer of one place's series.
        is_shared: whether the place's other dates matter.
    """

    name: str
    title: str
    start: Callable[[Look], SeriesWriter]
    is_shared: bool


def check_columns(columns: int) -> None:
    """Refuse a sheet of no column, or of too many.

    Raises:
        RequestError: field `columns`.
    """
    if not 1 <= columns <= MOST_COLUMNS:
        raise RequestError("columns", columns, f"1 to {MOST_COLUMNS}")


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
        wanted = self._look.bands
        if _has(job.chip, wanted):
            bands = {band: job.chip.bands[band] for band in wanted}
            self._kept.append(replace(job, chip=replace(job.chip, bands=bands)))
        return ()

    def finish(self) -> Iterator[Done]:
        """See `SeriesWriter`."""
        renderer = self._look.renderer(job.chip for job in self._kept)
        for job in self._kept:
            yield Done(job.number, (_composite(job, self._look, renderer.limits_of(job.chip)),))
        self._kept = []


def _own_stretch(look: Look) -> SeriesWriter:
    def write(job: Job) -> Sequence[Path]:
        if not _has(job.chip, look.bands):
            return ()
        return (_composite(job, look, look.renderer([job.chip]).limits_of(job.chip)),)

    return AtOnce(write)


def _composite(job: Job, look: Look, found: Limits) -> Path:
    return write_composite(
        job.chip, job.folder, bands=look.bands, limits=found, lut=f"{look.lut} ({look.stretch})"
    )


def _has(chip: Chip, bands: BandTriple) -> bool:
    return set(bands) <= set(chip.bands)


STRETCHES: dict[str, Stretching] = {
    row.name: row
    for row in (
        Stretching("chip", "each chip for itself", _own_stretch, is_shared=False),
        Stretching("series", "one stretch for all dates of a place", SharedStretch, is_shared=True),
    )
}

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
            lambda look: STRETCHES[look.stretch].start(look),
        ),
    )
}
