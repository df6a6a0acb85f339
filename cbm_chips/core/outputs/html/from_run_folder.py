"""A run's folder as the sections of a sheet: composites of its bands, or the pictures it made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Union

from ...errors import RequestError
from ...model import Chip, FailedChip
from ...reasons import Reason
from ...rendering.composites import COMPOSITES, BandTriple, parse_bands
from ...rendering.look import Look, OneBand
from ...sentinel2.bands import BANDS
from ..kinds.table import is_picture
from ..run_folder.read_back import StoredPlace
from .look_texts import facts_of
from .page import Section
from .series_pictures import RenderedPictures, Result, SeriesPictures

if TYPE_CHECKING:
    from ...reading.gdal.stored_tiff import StoredTiff
    from ...rendering.composites import Composite
    from .series_pictures import Rgba

Dates = tuple[tuple[Result, ...], SeriesPictures]

MOST_DATES = 2000
"""A page of more, some 90 MB, is no pleasure in any browser."""


@dataclass(frozen=True)
class RunContents:
    """What can be shown of a run: the bands its files hold, and the pictures it made."""

    bands: frozenset[str]
    pictures: tuple[BandTriple, ...]

    @classmethod
    def of(cls, run: Iterable[StoredPlace]) -> RunContents:
        """By the names of the files."""
        contents = dict.fromkeys(
            what for place in run for date in place.dates for what in date.files
        )
        pictures = tuple(parse_bands(what) for what in contents if is_picture(what))
        return cls(frozenset(contents) & frozenset(BANDS), pictures)

    def choose(self, wanted: BandTriple | None) -> BandTriple:
        """The composite to show: the one wanted, else the first that can be.

        Raises:
            RequestError: field `bands`, when there is none.
        """
        known = [row.bands for row in COMPOSITES.values() if self.bands >= set(row.bands)]
        possible = (*known, *self.pictures)
        if wanted is None and possible:
            return possible[0]
        if wanted is not None and (wanted in self.pictures or self.bands >= set(wanted)):
            return wanted
        asked = "_".join(wanted) if wanted else ""
        there = ", ".join((*sorted(self.bands), *("_".join(row) for row in self.pictures)))
        allowed = Reason("what is in the folder: no band at all")
        if there:
            allowed = Reason("what is in the folder: {bands}", bands=there)
        raise RequestError("bands", asked, allowed)

    def is_ready_made(self, bands: BandTriple) -> bool:
        """Only as a picture, whose stretch can't be changed."""
        return not self.bands >= set(bands)


def check_size(run: Iterable[StoredPlace]) -> int:
    """How many dates the page will have.

    Raises:
        RequestError: field `dates`, when they are too many.
    """
    count = sum(len(place.dates) for place in run)
    if count > MOST_DATES:
        raise RequestError(
            "dates",
            count,
            Reason("at most {most} on one page: a smaller run", most=MOST_DATES),
        )
    return count


def sections_of(
    run: Iterable[StoredPlace], look: Look, *, is_ready_made: bool
) -> Iterator[Section]:
    """One section after another; the pixels of a place are read when it is its turn."""
    for place in run:
        results, pictures = (_ready_made if is_ready_made else _composed)(place, look)
        scenes = [result.scene for result in results]
        days = sorted(scene.acquired.date() for scene in scenes if scene.is_dated)
        first, last = (days[0], days[-1]) if days else (None, None)
        yield Section(place.place, first, last, results, pictures)


def _composed(place: StoredPlace, look: Look) -> Dates:
    results = tuple(date.chip(look.bands) for date in place.dates)
    return results, RenderedPictures(results, look)


def _ready_made(place: StoredPlace, look: Look) -> Dates:
    both = [date.picture(look.shows.name) for date in place.dates]
    files = {_key(result): stored for result, stored in both if stored is not None}
    return tuple(result for result, _ in both), StoredPictures(look.shows, files)


@dataclass(frozen=True)
class StoredPictures:
    """Pictures that a run wrote: red, green, blue and alpha; see `SeriesPictures`."""

    shows: Union[Composite, OneBand]
    files: Mapping[tuple[str, str], StoredTiff]

    @property
    def facts(self) -> Mapping[str, str]:
        """See `SeriesPictures`; the stretches are those that the files state."""
        luts = dict.fromkeys(stored.tags.get("LUT", "") for stored in self.files.values())
        return facts_of(self.shows, "; ".join(f"LUT {lut}" for lut in luts if lut))

    def missing_reason(self, result: Result) -> str:
        """See `SeriesPictures`."""
        if isinstance(result, FailedChip):
            return result.reason or result.absence.value
        stored = self.files[_key(result)]
        is_picture = stored.layers.shape[0] == 4 and stored.layers.dtype.name == "uint8"
        return "" if is_picture else Reason("the file is no picture of this run")

    def rgba_of(self, chip: Chip) -> Rgba:
        """See `SeriesPictures`."""
        import numpy as np

        return np.moveaxis(self.files[_key(chip)].layers, 0, 2).astype(np.uint8)


def _key(result: Result) -> tuple[str, str]:
    return result.scene.id, result.scene.label
