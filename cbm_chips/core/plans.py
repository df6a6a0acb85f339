"""What a search says is to be cut: which scenes, on which grid, and whether all of it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .bands import BANDS
from .cache import pixel_key
from .grids import grid_of
from .reading.jobs import ReadJob
from .scenes import Selection, one_per_acquisition

if TYPE_CHECKING:
    from .cache import ChipCache
    from .model import Asset, ChipRequest, Grid, Scene, Search

SCL = "SCL"


@dataclass(frozen=True)
class Plan:
    """A request, once the search is back."""

    request: ChipRequest
    search: Search
    grid: Grid
    selection: Selection

    @classmethod
    def of(cls, search: Search, request: ChipRequest) -> Plan:
        """Choose the scenes."""
        grid = grid_of(request.place, request.size_m, (scene.epsg for scene in search.scenes))
        return cls(request, search, grid, one_per_acquisition(search.scenes, grid))

    def is_kept(self, cache: ChipCache, source: str) -> bool:
        """True if no file has to be asked for anything.

        Where flags decide which dates are read, it is enough that each band is there of some.
        """
        decides = self.request.clear_only or self.request.one_per_date
        for band in dict.fromkeys((SCL, *self.request.bands)):
            dates = [self._jobs(band, scene.assets[band]) for scene in self._with(band)]
            if not all(job.asset.version for jobs in dates for job in jobs):
                return False
            are_kept = [
                any(cache.has_all(pixel_key(source, job) for job in jobs)) for jobs in dates
            ]
            enough = any if decides and band != SCL else all
            if dates and not enough(are_kept):
                return False
        return True

    def _with(self, band: str) -> Iterator[Scene]:
        return (scene for scene in self.selection.scenes if band in scene.assets)

    def _jobs(self, band: str, asset: Asset) -> list[ReadJob]:
        """One for each address of the file; any of them serves."""
        grid = self.grid.at(BANDS[band].chip_resolution_m)
        jobs = [ReadJob(asset, grid)]
        return jobs + [
            ReadJob(replace(asset, href=href, elsewhere=()), grid) for href in asset.elsewhere
        ]
