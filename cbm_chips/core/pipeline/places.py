"""The runs of many places: one search for those in the same area, each file read once for many.

What comes of a place is what its own run gives.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator, Mapping, Sequence, Set
from contextlib import closing, suppress
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Union

from ..errors import ChipsError, RequestError, SourceError
from ..model import AreaRequest, ChipRequest, Place, Scene, Search
from ..projection import WGS84, transformer
from ..reading.shared_reads import SharedReads
from ..scenes.chip_center import centre_of
from ..sources.stac.items.footprints import square_around
from .events import WAITING, Event, Waiting
from .plan import Plan
from .run import Tools, run, run_planned
from .searching.search import find
from .searching.search_thread import in_search_thread
from .side_by_side import side_by_side

if TYPE_CHECKING:
    from ..sources.source import Source

MOST_TOGETHER = 128
"""Places whose runs go side by side."""
CELL_M = 20_480
"""They lie in the same square of this side: two rows of a file's large blocks."""
FINE_M = 5_120
AREA_DEGREES = 1.0
"""Places within such a square of longitude and latitude are one search."""
M_PER_DEGREE = 111_320.0
STEP_M = 1000
STRETCH = 1.05
"""A degree is longer elsewhere in the square than in its middle."""

LonLat = tuple[float, float]


@dataclass(frozen=True)
class PlaceEnd:
    """The last of a place.

    Attributes:
        error: why nothing more came of it; None if all did.
    """

    error: ChipsError | None = None


PlaceEvent = Union[Event, PlaceEnd]


def run_places(
    request: ChipRequest,
    places: Sequence[Place],
    source: Source,
    tools: Tools,
    *,
    most_together: int = MOST_TOGETHER,
) -> Generator[tuple[int, PlaceEvent] | None, None, None]:
    """The events of each place's run with its number in `places`; see `run`.

    None comes in between, as `Waiting` does. The events of some places may come among those of
    others; of each the last one is a `PlaceEnd`.

    Args:
        request: what is wanted of each place; its own place does not matter.
        places: each has its run.
        source: who lists the scenes.
        tools: what they are read with.
        most_together: so many runs at once, where much is kept of each.
    """
    requests = yield from requests_of(request, dict(enumerate(places)))
    if len(requests) == 1 or not source.lists_freely:
        for number, own in requests.items():
            yield from _alone(number, own, source, tools)
        return
    planning = PlacePlans(requests, source, tools)
    for numbers in groups_of(planning.centres, most_together):
        yield from _together(numbers, planning)


def requests_of(
    request: ChipRequest, places: Mapping[int, Place]
) -> Generator[tuple[int, PlaceEnd], None, dict[int, ChipRequest]]:
    """What is wanted of each place; those that can have no chip end with the reason."""
    requests: dict[int, ChipRequest] = {}
    for number, place in places.items():
        try:
            requests[number] = replace(request, place=place)
        except RequestError as error:
            yield number, PlaceEnd(error)
    return requests


def groups_of(centres: Mapping[int, LonLat], most_together: int = MOST_TOGETHER) -> list[list[int]]:
    """The numbers of places that are near each other; groups by their first, each in order."""
    cells = sorted((*_cell_of(centre), number) for number, centre in centres.items())
    groups = []
    for _, some in groupby(cells, key=lambda cell: cell[:4]):
        numbers = [cell[-1] for cell in some]
        for start in range(0, len(numbers), most_together):
            groups.append(sorted(numbers[start : start + most_together]))
    return sorted(groups)


def _area_of(centre: LonLat) -> tuple[int, int]:
    return (int(centre[0] // AREA_DEGREES), int(centre[1] // AREA_DEGREES))


def _cell_of(centre: LonLat) -> tuple[int, ...]:
    """Square degree, row and column; finer ones behind, so that neighbours follow."""
    lon, lat = centre
    zone = min(int((lon + 180) // 6) + 1, 60)
    x, y = transformer(WGS84, (32600 if lat >= 0 else 32700) + zone).transform(lon, lat)
    rough, fine = ((int(y // side), int(x // side)) for side in (CELL_M, FINE_M))
    return (*_area_of(centre), *rough, *fine)


def one_place(
    request: ChipRequest, source: Source, tools: Tools
) -> Generator[PlaceEvent, None, None]:
    """The events of a place by itself, with its own search, and its end."""
    error = None
    try:
        with closing(run(request, source, tools)) as events:
            yield from events
    except ChipsError as failure:
        error = failure
    yield PlaceEnd(error)


def planned_place(plan: Plan, source: Source, tools: Tools) -> Generator[PlaceEvent, None, None]:
    """Likewise, of which is known what is read; `tools` with the reader for the source's files."""
    error = None
    try:
        yield from run_planned(plan, source, tools)
    except ChipsError as failure:
        error = failure
    yield PlaceEnd(error)


def _together(
    numbers: Sequence[int], planning: PlacePlans
) -> Iterator[tuple[int, PlaceEvent] | None]:
    source, tools = planning.source, planning.tools
    plans = yield from planning.found(numbers)
    reads = SharedReads(source.reader(tools.reader))
    shared = replace(tools, reader=reads)
    runs = {number: planned_place(plan, source, shared) for number, plan in plans.items()}
    yield from side_by_side(runs, reads, _is_waiting)
    for number in numbers:
        if number not in plans:
            yield from _alone(number, planning.requests[number], source, tools)


def _alone(
    number: int, request: ChipRequest, source: Source, tools: Tools
) -> Iterator[tuple[int, PlaceEvent] | None]:
    for event in one_place(request, source, tools):
        yield None if _is_waiting(event) else (number, event)


def _is_waiting(event: PlaceEvent) -> bool:
    return isinstance(event, Waiting)


def _as_waiting(
    steps: Generator[Waiting, None, dict[int, Plan]],
) -> Generator[None, None, dict[int, Plan]]:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            plans: dict[int, Plan] = end.value
            return plans
        yield None


class PlacePlans:
    """Plans of places, from one search for all places in the same square degree."""

    def __init__(
        self,
        requests: Mapping[int, ChipRequest],
        source: Source,
        tools: Tools,
        *,
        days: Mapping[int, Set[date]] | None = None,
    ) -> None:
        """Nothing is searched yet; `requests`, of one period, by the numbers of their places.

        `days` are the only ones, of each place, whose dates are wanted.
        """
        self.requests, self.source, self.tools, self._days = requests, source, tools, days
        self.centres = {n: centre_of(one.place, one.size_m) for n, one in requests.items()}
        self._members: dict[tuple[int, int], list[int]] = {}
        for number, centre in self.centres.items():
            self._members.setdefault(_area_of(centre), []).append(number)
        self._found: dict[tuple[int, int], Search] = {}

    def alone(self, number: int) -> ChipRequest:
        """What is asked for a place whose area could not be searched."""
        if self._days is None:
            return self.requests[number]
        days = self._days[number]
        return replace(self.requests[number], start=min(days), end=max(days))

    def found(self, numbers: Sequence[int]) -> Generator[None, None, dict[int, Plan]]:
        """The plan of each place; of those whose search fails there is none.

        They may have a search of their own that was kept. Yields while nothing comes.
        """
        plans: dict[int, Plan] = {}
        areas: dict[tuple[int, int], list[int]] = {}
        for number in numbers:
            areas.setdefault(_area_of(self.centres[number]), []).append(number)
        for area, some in areas.items():
            steps = self._plans(area, some)
            with suppress(SourceError):
                plans.update((yield from _as_waiting(steps)))
        return plans

    def _plans(
        self, area: tuple[int, int], numbers: Sequence[int]
    ) -> Generator[Waiting, None, dict[int, Plan]]:
        """A kept search is used only if no file has to be read; see `run`.

        Raises:
            SourceError: when the search fails.
        """
        cache = self.tools.cache
        if area not in self._found:
            self._found[area] = yield from self._searched(area)
        plans = yield from self._of_search(self._found[area], numbers)
        if cache is None or not self._found[area].is_kept:
            return plans
        for plan in plans.values():
            yield WAITING
            if not plan.is_kept(cache, self.source.identity):
                self._found[area] = yield from self._searched(area, fresh_s=0.0)
                return (yield from self._of_search(self._found[area], numbers))
        return plans

    def _searched(
        self, area: tuple[int, int], fresh_s: float | None = None
    ) -> Generator[Waiting, None, Search]:
        request = self._request_of(self._members[area])
        source, cache = self.source, self.tools.cache
        return (yield from in_search_thread(lambda: find(request, source, cache, fresh_s=fresh_s)))

    def _request_of(self, numbers: Sequence[int]) -> AreaRequest:
        """One square around the chips."""
        lons, lats = zip(*(self.centres[number] for number in numbers))
        lon, lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
        across = (max(lons) - min(lons)) * math.cos(math.radians(lat))
        side = max(across, max(lats) - min(lats)) * M_PER_DEGREE * STRETCH
        like = self.requests[numbers[0]]
        size_m = math.ceil((side + like.size_m) / STEP_M + 1) * STEP_M
        asked = {one.name: getattr(like, one.name) for one in fields(like)}
        return AreaRequest(**{**asked, "place": Place(lon, lat), "size_m": size_m})

    def _of_search(
        self, search: Search, numbers: Sequence[int]
    ) -> Generator[Waiting, None, dict[int, Plan]]:
        plans: dict[int, Plan] = {}
        for number in numbers:
            yield WAITING
            request = self.requests[number]
            own = _part_of(search, request, None if self._days is None else self._days[number])
            # what the search has to say is said once
            plans[number] = Plan.of(replace(own, notes=() if plans else search.notes), request)
        return plans


def _part_of(search: Search, request: ChipRequest, days: Set[date] | None) -> Search:
    """What of an area's search a search of the place alone, and on these days, had found."""
    square = square_around(request.place, request.size_m)

    def is_here(scene: Scene) -> bool:
        if days is not None and scene.acquired.date() not in days:
            return False
        return scene.footprint is None or bool(scene.footprint.intersects(square))

    scenes = tuple(scene for scene in search.scenes if is_here(scene))
    unusable = tuple(one for one in search.unusable if is_here(one.scene))
    return replace(search, scenes=scenes, unusable=unusable)
