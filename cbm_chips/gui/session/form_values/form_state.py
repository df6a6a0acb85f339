"""What the form says, as one value: it becomes a request, a look, a line of text, a stored text."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from functools import lru_cache
from typing import Any

from ....core.errors import RequestError
from ....core.model import DEFAULT_SIZE_M, ChipRequest, Place
from ....core.periods import LAST_3_MONTHS, Period, period_called
from ....core.reasons import Reason
from ....core.rendering.composites import DEFAULT_COMPOSITE, composite_of, parse_bands
from ....core.rendering.look import DEFAULT_LUT, Look, find_one_band
from ....core.rendering.stretch import Absolute, Lut, Percentiles, parse_lut
from ....core.sentinel2.bands import BANDS, LEVELS
from ....core.sources.stac.providers import without_secrets

SCL = "SCL"
DEFAULT_SOURCE = "earth-search"
SHARED, PER_CHIP, ABSOLUTE = "shared", "chip", "absolute"
DEFAULT_LUTS = {SHARED: "5_95", PER_CHIP: "5_95", ABSOLUTE: "1200_5700_800_4100_150_2800"}
"""How values become colours -> the numbers it begins with; the absolute ones are the CbM
service's."""

ANYWHERE = Place(lon=0.0, lat=0.0)
"""Stands in for the place while the rest of a request is checked."""


@dataclass(frozen=True)
class FormState:
    """A request and its look, without a place; nothing here is checked before it is used.

    Attributes:
        source: id of a row of the providers, or an address or path as typed.
        period: id of a period that moves on with the calendar, empty for fixed days.
        start, end: ISO days.
        composite: three bands, `B08_B04_B03`.
        index: name of an index, or `SCL`, to show in place of the composite; empty for none.
        stretch: one of DEFAULT_LUTS; `lut`: its numbers.
        size_m and what follows: see `ChipRequest`.
    """

    source: str = DEFAULT_SOURCE
    period: str = LAST_3_MONTHS
    start: str = ""
    end: str = ""
    composite: str = DEFAULT_COMPOSITE
    index: str = ""
    stretch: str = SHARED
    lut: str = DEFAULT_LUTS[SHARED]
    size_m: int = DEFAULT_SIZE_M
    level: str = LEVELS[0]
    max_scene_cloud_pct: float = 100.0
    clear_only: bool = False
    one_per_date: bool = True
    second_opinion: bool = False

    @property
    def days(self) -> Period:
        """The first and last day, today's where the period moves."""
        return period_called(self.period) or Period(self.start, self.end)

    @property
    def bands(self) -> tuple[str, ...]:
        """What has to be read for the composite and the index; the SCL comes along for nothing.

        Raises:
            RequestError: field `bands` or `index`.
        """
        composite = parse_bands(self.composite)
        classes = (SCL,) if self.level == LEVELS[0] else ()
        if not self.index:
            return tuple(dict.fromkeys((*composite, *classes)))
        of_index = find_one_band(self.index).bands
        if SCL in of_index and not classes:
            raise RequestError(
                "index", self.index, Reason("only with {level}, which has SCL", level=LEVELS[0])
            )
        there = (band for band in composite if self.level in BANDS[band].levels)
        return tuple(dict.fromkeys((*there, *of_index, *classes)))

    def request_for(self, place: Place) -> ChipRequest:
        """The request at a place.

        Raises:
            RequestError: naming the field that can't be.
        """
        days = self.days
        return ChipRequest(
            place,
            start=days.start,
            end=days.end,
            bands=self.bands,
            **{name: getattr(self, name) for name in _OF_REQUEST},
        )

    def differs_from(self, request: ChipRequest) -> bool:
        """It asks for other dates or another ground, possible or not, than a request did.

        Bands are read when a look needs them.
        """
        days = Period(request.first_day.isoformat(), request.last_day.isoformat())
        same = (getattr(self, name) == getattr(request, name) for name in _OF_GROUND_AND_DATES)
        return self.days != days or not all(same)

    def look(self) -> Look:
        """How chips are shown.

        Raises:
            RequestError: field `bands`, `index` or `lut`.
        """
        is_shared = self.stretch == SHARED
        if self.index:  # has colours of its own, whatever the stretch of a composite would be
            return Look(find_one_band(self.index), DEFAULT_LUT, is_shared)
        return Look(composite_of(parse_bands(self.composite)), self._lut(), is_shared)

    def _lut(self) -> Lut:
        lut = parse_lut(self.lut)
        if not isinstance(lut, Absolute if self.stretch == ABSOLUTE else Percentiles):
            six = Reason("six values, two for each band, for an absolute stretch")
            two = Reason("two percentiles, unless the stretch is absolute")
            raise RequestError("lut", self.lut, six if self.stretch == ABSOLUTE else two)
        return lut


@lru_cache(maxsize=8)
def problems(state: FormState) -> tuple[RequestError, ...]:
    """The refusals of fields, at most one each; see `_CHECKED_TOGETHER`."""
    found: dict[str, RequestError] = {}
    sound = FormState(start="2022-01-01", end="2022-01-01", period="")
    alone = ((name,) for name in _OF_REQUEST if not any(name in row for row in _CHECKED_TOGETHER))
    for names in (*_CHECKED_TOGETHER, *alone):
        if state.index and not set(names).isdisjoint(_OF_COMPOSITE):
            continue
        given = {name: getattr(state, name) for name in names}
        try:
            candidate = replace(sound, **given)
            candidate.request_for(ANYWHERE)
            candidate.look()
        except RequestError as error:
            found.setdefault(error.field, error)
    return tuple(found.values())


_CHECKED_TOGETHER: tuple[tuple[str, ...], ...] = (
    ("period", "start", "end"),
    ("composite", "level"),
    ("index", "level"),
    ("stretch", "lut"),
    ("level", "clear_only"),
)
"""Other fields of the request are checked one by one."""

_OF_COMPOSITE = ("composite", "stretch", "lut")
"""Say nothing while an index or the classes are shown, so nothing of them is wrong."""

_OF_REQUEST = tuple(
    row.name
    for row in fields(FormState)
    if row.name in {one.name for one in fields(ChipRequest)} - {"start", "end"}
)
"""Fields that form and request have in common; the days of a moving period are not the form's."""


_OF_GROUND_AND_DATES = tuple(name for name in _OF_REQUEST if name != "bands")


def to_text(state: FormState) -> str:
    """As `from_text` reads it; without the login and the keys that a typed address may hold."""
    return json.dumps(asdict(replace(state, source=without_secrets(state.source))))


def from_text(text: str) -> FormState | None:
    """The stored content; None where the text is none, defaults for fields that make no sense."""
    try:
        stored = json.loads(text)
    except ValueError:
        return None
    if not isinstance(stored, dict):
        return None
    default = FormState()
    known = {row.name: stored[row.name] for row in fields(FormState) if row.name in stored}
    return replace(
        default, **{n: value for n, value in known.items() if _fits(value, getattr(default, n))}
    )


def _fits(value: Any, default: Any) -> bool:
    if isinstance(default, float):
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return type(value) is type(default)
