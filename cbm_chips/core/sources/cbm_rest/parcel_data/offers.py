"""The areas that a login may use, collected from several responses.

The original picks a year and a type at random for each area and response; where there is no table
of that pair, the area is missing from the response.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ....errors import SourceError
from ....reasons import Reason
from ..wire.cells import text_in
from ..wire.responses import ServerFailed

if TYPE_CHECKING:
    from ..service import Service

MOST_QUESTIONS = 10
QUIET_QUESTIONS = 6
"""After so many responses in a row without news the areas are taken for complete."""
PATIENCE_S = 8.0
"""A slow server is not asked for longer."""

_MOST_ITEMS = 1000
_EXAMPLES = "id_examples"
_EXAMPLES_OF = re.compile(r"id_examples_(\d{4})(?:_(\w{0,8}))?", re.ASCII)


@dataclass(frozen=True)
class Examples:
    """A few ids of one table; year and type are empty where the server does not say whose."""

    year: str
    ptype: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Area:
    """An area that a login may use.

    Attributes:
        aoi: its code.
        years: those with parcels.
        ptypes: types of parcels, empty where there is one table a year.
        time_series: kinds of series kept.
        id_examples: a few ids to try, of whichever table; see `example`.
        examples: the same by table.
    """

    aoi: str
    years: tuple[str, ...]
    ptypes: tuple[str, ...]
    time_series: tuple[str, ...]
    id_examples: tuple[str, ...]
    examples: tuple[Examples, ...] = ()

    def example(self, year: str, ptype: str) -> str:
        """An id of this table, empty where none is known."""
        for some in self.examples:
            is_of = (some.year, some.ptype) == (year, ptype)
            if some.ids and (is_of or (not some.year and not ptype and not self.ptypes)):
                return some.ids[0]
        return ""

    def and_more(self, other: Area) -> Area:
        """Merged with a further response; the values of the first one come first."""
        known = {(some.year, some.ptype) for some in self.examples}
        new = [some for some in other.examples if (some.year, some.ptype) not in known]
        return replace(
            self,
            years=_joined(self.years, other.years),
            ptypes=_joined(self.ptypes, other.ptypes),
            time_series=_joined(self.time_series, other.time_series),
            id_examples=self.id_examples or other.id_examples,
            examples=(*self.examples, *new),
        )


def offered_areas(service: Service) -> tuple[Area, ...]:
    """The areas the login may use, requested again until nothing is new.

    Raises:
        SourceError: when the first request fails; see `Service`.
    """
    areas = _asked(service)
    began, quiet = time.monotonic(), 0
    for _ in range(MOST_QUESTIONS - 1):
        if (areas and quiet >= QUIET_QUESTIONS) or time.monotonic() - began > PATIENCE_S:
            break
        try:
            more = merged(areas, _asked(service))
        except SourceError:
            break  # what is known is enough
        quiet = quiet + 1 if more == areas else 0
        areas = more
    return tuple(areas.values())


def merged(before: Mapping[str, Area], now: Mapping[str, Area]) -> dict[str, Area]:
    """All areas of two responses, by their codes."""
    both = {aoi: before[aoi].and_more(area) for aoi, area in now.items() if aoi in before}
    return {**before, **now, **both}


def _asked(service: Service) -> dict[str, Area]:
    try:
        areas = service.info().get("aois")
    except ServerFailed as error:
        raise ServerFailed(
            Reason(
                "{error}: it may know the user name in other capital and small letters", error=error
            )
        ) from error
    if not isinstance(areas, Mapping):
        raise SourceError(
            Reason("{server} does not tell its areas: type area and year", server=service.identity)
        )
    rows = [_area(text_in(aoi), what) for aoi, what in areas.items() if isinstance(what, Mapping)]
    return {area.aoi: area for area in rows[:_MOST_ITEMS] if area.aoi}


def _area(aoi: str, what: Mapping[str, Any]) -> Area:
    examples = [_examples(name, some) for name, some in what.items() if name.startswith(_EXAMPLES)]
    return Area(
        aoi,
        years=_texts(what.get("years")),
        ptypes=_texts(what.get("datasets")),
        time_series=_texts(what.get("time_series")),
        id_examples=tuple(one for some in examples for one in some.ids),
        examples=tuple(examples),
    )


def _examples(name: str, some: object) -> Examples:
    of = _EXAMPLES_OF.fullmatch(name)
    year, ptype = (of.group(1), of.group(2) or "") if of else ("", "")
    return Examples(year, ptype, _texts(some))


def _texts(value: object) -> tuple[str, ...]:
    items = value[:_MOST_ITEMS] if isinstance(value, list) else []
    return tuple(text for text in map(text_in, items) if text)


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
