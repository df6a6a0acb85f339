"""One picture per date: red, green, blue and alpha, as the look shows the chip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Union

from ...errors import RequestError
from ...rendering.composites import parse_bands
from ..geotiff.chip_files import write_picture
from .kind import (
    Asks,
    AtOnce,
    FinishedJob,
    Job,
    LayerStyle,
    OutputKind,
    SeriesWriter,
    finished,
)

if TYPE_CHECKING:
    from ...rendering.look import Look


class WhenComplete:
    """Writes the pictures of a place when all its chips are known: they share one stretch.

    Of each chip only the bands of the look are kept in memory.
    """

    def __init__(self, look: Look) -> None:
        """Start with no chip."""
        self._look = look
        self._kept: list[Job] = []

    def add(self, job: Job) -> tuple[FinishedJob, ...]:
        """See `SeriesWriter`."""
        if not self._look.missing_bands(job.chip):
            bands = {band: job.chip.bands[band] for band in self._look.bands}
            self._kept.append(replace(job, chip=replace(job.chip, bands=bands)))
        return ()

    def finish(self) -> Iterator[FinishedJob]:
        """See `SeriesWriter`."""
        renderer = self._look.renderer(job.chip for job in self._kept)
        for job in self._kept:
            yield finished(job, lambda one: [write_picture(one.chip, one.folder, renderer)])
        self._kept = []


def _start(look: Look) -> SeriesWriter:
    if look.depends_on_series:
        return WhenComplete(look)
    renderer = look.renderer(())

    def write(job: Job) -> Sequence[Path]:
        if look.missing_bands(job.chip):
            return ()
        return (write_picture(job.chip, job.folder, renderer),)

    return AtOnce(write)


def _style_of(content: str) -> Union[LayerStyle, None]:
    try:
        parse_bands(content)
    except RequestError:
        return None
    return LayerStyle.RGBA


COMPOSITE = OutputKind(
    "composite",
    algorithm="compositechips",
    title="Extract colour composite chips",
    help=(
        "Makes a small colour picture of a place from every Sentinel-2 acquisition of a "
        "period.\n"
        "The three bands are shown as red, green and blue; the first sets the resolution. "
        "The look-up table is two percentiles of the valid pixels, clouds and shadows left out "
        "(5_95), or six absolute values of reflectance x 10 000, low and high for each of the "
        "three (1200_5700_800_4100_150_2800). The percentiles are taken of each chip, or of "
        "all dates of a place together, so that dates compare. No data is transparent.\n"
        "Files, manifest and table are laid out as by 'Extract raw chips'."
    ),
    asks=Asks.LOOK,
    start=_start,
    style_of=_style_of,
)
