"""One GeoTIFF per date and band, with the numbers of the original file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Union

from ...sentinel2.bands import BANDS as SENTINEL_2
from ..geotiff.chip_files import write_bands
from .kind import Asks, AtOnce, LayerStyle, OutputKind, SeriesWriter

if TYPE_CHECKING:
    from ...rendering.look import Look
    from .kind import Job


def _start(look: Look) -> SeriesWriter:
    return AtOnce(_write)


def _write(job: Job) -> Sequence[Path]:
    return tuple(write_bands(job.chip, job.folder).values())


def _style_of(content: str) -> Union[LayerStyle, None]:
    if content not in SENTINEL_2:
        return None
    return LayerStyle.GREY if SENTINEL_2[content].reflective else LayerStyle.CLASSES


BANDS = OutputKind(
    "bands",
    algorithm="rawchips",
    title="Extract raw chips",
    help=(
        "Cuts the same square out of every Sentinel-2 acquisition of a period, band by band.\n"
        "Give a point, or a layer of parcels: then every parcel becomes a series of its own "
        "and the cloud flag is judged over the parcel. Each date and band becomes a GeoTIFF "
        "with the numbers of the original file (no resampling; 0 is no data) in a folder per "
        "place. manifest.json lists the files by date, chips.csv says of every date how "
        "cloudy it is and, if it has no chip, why.\n"
        "The edge is a multiple of 20 m, at most 5120 m. Dates are UTC days, both included."
    ),
    asks=Asks.BANDS,
    start=_start,
    style_of=_style_of,
)
