"""Plan of a run: the scenes to cut, their grid, and whether the cache has all of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..cache import pixel_key
from ..scenes.acquisitions import Selection, one_per_acquisition
from ..scenes.completeness import with_stand_ins_noted
from ..scenes.grids import grid_of
from ..sentinel2.bands import BANDS

if TYPE_CHECKING:
    from ..cache import ChipCache
    from ..model import Asset, ChipRequest, Grid, Search

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
        needed = needed_bands(request)
        chosen = one_per_acquisition(search.scenes, grid, needed)
        selection, unusable = with_stand_ins_noted(chosen, search.unusable, needed)
        return cls(request, replace(search, unusable=unusable), grid, selection)

    def is_kept(self, cache: ChipCache, source: str) -> bool:
        """True if no file has to be asked for anything.

        Where flags decide which dates are read, it is enough that each band is there of some.
        """
        keys: dict[str, list[list[str]]] = {}
        for band in dict.fromkeys((SCL, *self.request.bands, *self.request.beside_bands)):
            grid = self.grid.at(BANDS[band].chip_resolution_m)
            files = [one.assets[band] for one in self.selection.scenes if band in one.assets]
            if "" in [file.version for file in files]:
                return False
            keys[band] = [_keys(source, file, grid) for file in files]
        kept = cache.present(key for dates in keys.values() for date in dates for key in date)
        decides = self.request.clear_only or self.request.one_per_date
        return all(
            _are_enough([not kept.isdisjoint(date) for date in dates], all_of=not decides)
            for band, dates in keys.items()
            if band != SCL
        ) and all(not kept.isdisjoint(date) for date in keys[SCL])


def needed_bands(request: ChipRequest) -> tuple[str, ...]:
    """The bands whose files an item must list to count as complete for a request."""
    judged_by = (SCL,) if request.level == "LEVEL2A" else ()
    return tuple(dict.fromkeys((*judged_by, *request.bands)))


def _keys(source: str, file: Asset, grid: Grid) -> list[str]:
    """One for each address of the file; any of them serves."""
    others = [replace(file, href=href, alternates=()) for href in file.alternates]
    return [pixel_key(source, one, grid) for one in (file, *others)]


def _are_enough(are_kept: list[bool], *, all_of: bool) -> bool:
    return all(are_kept) if all_of or not are_kept else any(are_kept)
