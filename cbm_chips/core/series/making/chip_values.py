"""Numbers of chips: mean and quarters over the parcel's clear pixels, as tables of parcels have.

The pixels of the parcel, the clear ones among them and the statistics are those of
`core/parcels`, so that the plot and a table of the same dates say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ...parcels.numbers.clear_statistics import statistics_of_band, statistics_of_index
from ...parcels.numbers.pixels import pixels_of
from ...parcels.outlines.layer import Parcels
from ...projection import to_grid_crs
from ...rendering.indices import INDICES
from ...sentinel2.bands import BANDS
from ..names import bands_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ...model import Chip, Grid, Place
    from ...parcels.numbers.statistics import GroupStatistics

    Pixels = NDArray[Any]
    Places = tuple[NDArray[np.int32], NDArray[np.int32]]

FINE_M, COARSE_M = 10, 20


class PointNumbers(NamedTuple):
    """Of one date and one index or band; None where no pixel is clear."""

    mean: float | None
    p25: float | None
    p75: float | None
    pixels: int


@dataclass(frozen=True, eq=False)
class ParcelInChip:
    """The pixels of a run's chips that stand for the place.

    Attributes:
        by_resolution: 10 or 20 -> rows and columns; those whose centre lies in the parcel, or
            that it touches where it holds no centre; all without an outline.
    """

    by_resolution: Mapping[int, Places]

    @classmethod
    def of(cls, place: Place, grid: Grid) -> ParcelInChip:
        """Work them out.

        Args:
            place: with or without an outline.
            grid: of the chips.
        """
        return cls({size_m: _places(place, grid.at(size_m)) for size_m in (FINE_M, COARSE_M)})

    def at(self, values: Pixels, *, from_m: int, to_m: int) -> Pixels:
        """Of a chip's band, [h, w], for each of the parcel's pixels of another resolution, [n].

        A pixel of 10 m takes the one of 20 m that holds its centre.
        """
        rows, cols = self.by_resolution[to_m]
        step = from_m // to_m
        found: Pixels = values[rows // step, cols // step]
        return found


def numbers_of(chip: Chip, parcel: ParcelInChip, names: Iterable[str]) -> dict[str, PointNumbers]:
    """The numbers of a date; what the chip has no bands for is left out.

    Args:
        chip: any.
        parcel: of the grid of the chip.
        names: of indices and bands.
    """
    found = {}
    for name in names:
        if set(bands_of(name)) <= set(chip.bands):
            of_name = _of_index if name in INDICES else _of_band
            found[name] = _first(of_name(name, chip, parcel))
    return found


def _of_band(name: str, chip: Chip, parcel: ParcelInChip) -> GroupStatistics:
    to_m = BANDS[name].chip_resolution_m
    dn = parcel.at(chip.bands[name], from_m=to_m, to_m=to_m)
    clear = _clear(chip, parcel, to_m)
    return statistics_of_band(dn, chip.scales[name], starts=_all(dn), clear=clear)


def _of_index(name: str, chip: Chip, parcel: ParcelInChip) -> GroupStatistics:
    index = INDICES[name]
    to_m = index.resolution_m
    dns = {
        band: parcel.at(chip.bands[band], from_m=BANDS[band].chip_resolution_m, to_m=to_m)
        for band in index.bands
    }
    starts, clear = _all(dns[index.bands[0]]), _clear(chip, parcel, to_m)
    return statistics_of_index(index, dns, chip.scales, starts=starts, clear=clear)


def _clear(chip: Chip, parcel: ParcelInChip, to_m: int) -> NDArray[np.bool_] | None:
    if chip.bad_pixels is None:
        return None
    return ~parcel.at(chip.bad_pixels, from_m=COARSE_M, to_m=to_m)


def _all(values: Pixels) -> NDArray[np.int64]:
    """One group."""
    return np.array([0, len(values)], np.int64)


def _first(found: GroupStatistics) -> PointNumbers:
    count = int(found.count[0])
    if not count:
        return PointNumbers(None, None, None, 0)
    mean, p25, p75 = (float(one[0]) for one in (found.mean, found.p25, found.p75))
    return PointNumbers(mean, p25, p75, count)


def _places(place: Place, grid: Grid) -> Places:
    if place.outline is None:
        rows, cols = np.indices((grid.height_px, grid.width_px), dtype=np.int32)
        return rows.ravel(), cols.ravel()
    outline = to_grid_crs(place.outline, grid.epsg)
    found = pixels_of(Parcels.of([(place.name, outline)], grid.epsg), grid)
    return found.rows, found.cols
