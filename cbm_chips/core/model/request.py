"""ChipRequest: what is wanted, checked field by field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timezone
from typing import ClassVar, Union

from ..errors import RequestError
from ..reasons import Reason
from ..sentinel2.bands import BANDS, EITHER_LEVEL, LEVELS
from ..sentinel2.second_opinion import CLOUD_PROBABILITY
from .place import Place, number_between

MISSION_START = date(2015, 6, 23)
"""Launch of Sentinel-2A: nothing can have been acquired before."""

SNAP_M = 20
"""Chips are snapped to this lattice, on which every tile's 10 m and 20 m pixels lie."""

LARGEST_SIZE_M = 5120
DEFAULT_SIZE_M = 1280
UTM_LATITUDES = (-80.0, 84.0)


@dataclass(frozen=True)
class ChipRequest:
    """What is wanted, checked when made; see `RequestError` for the refusals.

    Attributes:
        place: centre and outline.
        start, end: first and last day (UTC), both inclusive; ISO texts are accepted.
        bands: names out of `BANDS`, in the order wanted.
        size_m: edge of the square, metres; a multiple of 20, at most 5120.
        level: LEVEL2A or LEVEL1C.
        max_scene_cloud_pct: scenes that are cloudier as a whole are not looked at.
        clear_only: read the bands only where the parcel is clear by SCL.
        one_per_date: of several acquisitions on one day keep the clearest.
        second_opinion: read Sen2Cor's cloud probability as well, one more file a date, and mark
            clear dates that it doubts; of LEVEL2A, where the source has it.
    """

    place: Place
    start: Union[date, str]
    end: Union[date, str]
    bands: tuple[str, ...]
    size_m: int = DEFAULT_SIZE_M
    level: str = "LEVEL2A"
    max_scene_cloud_pct: float = 100.0
    clear_only: bool = False
    one_per_date: bool = False
    second_opinion: bool = False
    most_m: ClassVar[int] = LARGEST_SIZE_M

    def __post_init__(self) -> None:
        """Check field by field; every refusal names the field."""
        if not isinstance(self.place, Place):
            raise RequestError("place", self.place, Reason("a Place"))
        south, north = UTM_LATITUDES
        tiled = Reason(
            "a number from {low:g} to {high:g}, where UTM tiles are", low=south, high=north
        )
        number_between("lat", self.place.lat, low=south, high=north, allowed=tiled)
        self._set("start", parse_day("start", self.start))
        self._set("end", parse_day("end", self.end))
        self._check_period()
        self._check_level()
        self._set("bands", _check_bands(self.bands, self.level))
        self._set("size_m", _check_size(self.size_m, self.most_m))
        cloud = number_between("max_scene_cloud_pct", self.max_scene_cloud_pct, low=0.0, high=100.0)
        self._set("max_scene_cloud_pct", cloud)
        for name in ("clear_only", "one_per_date", "second_opinion"):
            if not isinstance(getattr(self, name), bool):
                raise RequestError(name, getattr(self, name), Reason("True or False"))
        if self.clear_only and self.level != "LEVEL2A":
            raise RequestError(
                "clear_only",
                self.clear_only,
                Reason("only with {level}, which has SCL", level=LEVELS[0]),
            )

    @property
    def first_day(self) -> date:
        """`start` as a date, which it is after the checks."""
        return parse_day("start", self.start)

    @property
    def last_day(self) -> date:
        """`end` as a date, which it is after the checks."""
        return parse_day("end", self.end)

    @property
    def beside_bands(self) -> tuple[str, ...]:
        """What is read besides the bands and the SCL; a date does not fail for lack of it."""
        return (CLOUD_PROBABILITY,) if self.second_opinion and self.level == LEVELS[0] else ()

    def _set(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)

    def _check_period(self) -> None:
        if self.first_day < MISSION_START:
            raise RequestError(
                "start",
                str(self.start),
                Reason("days from {day} (launch) on", day=MISSION_START),
            )
        if self.last_day < self.first_day:
            raise RequestError(
                "end", str(self.end), Reason("the start, {start}, or a later day", start=self.start)
            )

    def _check_level(self) -> None:
        if self.level not in LEVELS:
            raise RequestError("level", self.level, EITHER_LEVEL)


class AreaRequest(ChipRequest):
    """A search of an area: one question for all places in it, instead of one for each."""

    most_m = 400_000


def parse_day(name: str, value: object) -> date:
    """An ISO day (`2019-06-01`), a date or a datetime (if aware: its UTC day) as a date.

    Raises:
        RequestError: for anything else, naming the field `name`.
    """
    if isinstance(value, datetime):
        return (value.astimezone(timezone.utc) if value.tzinfo else value).date()
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise RequestError(name, value, Reason("an ISO day, YYYY-MM-DD"))


def _check_bands(bands: Iterable[str], level: str) -> tuple[str, ...]:
    known = ", ".join(name for name, band in BANDS.items() if level in band.levels)
    if isinstance(bands, str) or not isinstance(bands, Iterable):
        raise RequestError(
            "bands", bands, Reason("a sequence of names out of {known}", known=known)
        )
    names = tuple(bands)
    if not names:
        raise RequestError("bands", names, Reason("at least one of {known}", known=known))
    for name in names:
        if not isinstance(name, str) or name not in BANDS or not BANDS[name].levels:
            raise RequestError("bands", name, known)
        if level not in BANDS[name].levels:
            raise RequestError("bands", name, _why_not_at_level(name, level, known))
    if len(set(names)) < len(names):
        raise RequestError("bands", names, Reason("every band once"))
    return names


def _why_not_at_level(name: str, level: str, known: str) -> str:
    made_by = (
        Reason("the scene classification is made by the atmospheric correction")
        if name == "SCL"
        else Reason(
            "{name} belongs to {level} only", name=name, level=" / ".join(BANDS[name].levels)
        )
    )
    return Reason(
        "for {level}: {known} ({made_by}, so {level} has no {name})",
        level=level,
        known=known,
        made_by=made_by,
        name=name,
    )


def _check_size(size_m: object, most_m: int) -> int:
    allowed = Reason("a multiple of {step}, from {step} to {most} m", step=SNAP_M, most=most_m)
    size = number_between("size_m", size_m, low=SNAP_M, high=most_m, allowed=allowed)
    if size % SNAP_M:
        raise RequestError("size_m", size_m, allowed)
    return int(size)
