"""What is asked of many parcels, checked when made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any, Union

from ...errors import RequestError
from ...model import AreaRequest, Place
from ...model.place import number_between
from ...reasons import Reason
from ...rendering.indices import INDICES
from ...sentinel2.bands import BANDS
from ...sentinel2.cloud_rules import rule_called
from ...sentinel2.scl import CloudRule
from ...sentinel2.second_opinion import CLOUD_PROBABILITY

SCL = "SCL"
LARGEST_BUFFER_M = 100.0


class PixelRule(str, Enum):
    """Which pixels stand for a parcel."""

    CENTRE = "centre"
    """Those whose centre lies in it; as chips have it, and GDAL's zonal statistics."""
    INSIDE = "inside"
    """Those that lie in it as a whole."""
    WEIGHTED = "area-weighted"
    """All that it covers something of, each by the share that it covers: by exactextract."""


@dataclass(frozen=True)
class ParcelRequest:
    """What is wanted of each parcel and date; see `RequestError` for the refusals.

    Attributes:
        start, end: first and last day (UTC), both inclusive; ISO texts are accepted.
        bands: names out of `BANDS` to have statistics of; none is possible, then dates are judged
            only.
        indices: names out of `INDICES`, likewise.
        level: LEVEL2A or LEVEL1C.
        max_scene_cloud_pct: scenes that are cloudier as a whole are not looked at.
        rule: what counts as clear; a name out of `CLOUD_RULES` as well.
        pixels: which pixels stand for a parcel; a `PixelRule` or its value.
        inner_buffer_m: metres by which outlines shrink before, 0 to 100.
        second_opinion: see `ChipRequest`.
    """

    start: Union[date, str]
    end: Union[date, str]
    bands: tuple[str, ...] = ()
    indices: tuple[str, ...] = ()
    level: str = "LEVEL2A"
    max_scene_cloud_pct: float = 100.0
    rule: CloudRule = field(default_factory=CloudRule)
    pixels: Union[PixelRule, str] = PixelRule.CENTRE
    inner_buffer_m: float = 0.0
    second_opinion: bool = False

    def __post_init__(self) -> None:
        """Check field by field; every refusal names the field."""
        self._set("rule", _rule(self.rule))
        self._set("bands", _names("bands", self.bands))
        self._set("indices", tuple(map(_index_name, _names("indices", self.indices))))
        if SCL in self.bands:
            allowed = Reason("reflective bands: SCL is classes, and always counted")
            raise RequestError("bands", SCL, allowed)
        if len(set(self.indices)) < len(self.indices):
            raise RequestError("indices", self.indices, Reason("every index once"))
        try:
            self._set("pixels", PixelRule(self.pixels))
        except ValueError:
            known = " / ".join(rule.value for rule in PixelRule)
            raise RequestError("pixels", self.pixels, known) from None
        inner = number_between("inner_buffer_m", self.inner_buffer_m, low=0, high=LARGEST_BUFFER_M)
        self._set("inner_buffer_m", inner)
        if not isinstance(self.second_opinion, bool):
            raise RequestError("second_opinion", self.second_opinion, Reason("True or False"))
        checked = self.search_at(Place(0.0, 0.0), 20)
        self._set("start", checked.first_day)
        self._set("end", checked.last_day)
        if not (self.bands_read or self.has_scl):
            allowed = Reason("at least one: LEVEL1C has no SCL to judge by")
            raise RequestError("bands", self.bands, allowed)

    @property
    def has_scl(self) -> bool:
        """The level has a scene classification."""
        return self.level == "LEVEL2A"

    @property
    def counts_shares(self) -> bool:
        """Pixels count by the share that the parcel covers."""
        return self.pixels is PixelRule.WEIGHTED

    @property
    def bands_read(self) -> tuple[str, ...]:
        """All bands that bands and indices take, without SCL."""
        of_indices = (band for name in self.indices for band in INDICES[name].bands)
        return tuple(dict.fromkeys((*self.bands, *of_indices)))

    @property
    def files(self) -> tuple[str, ...]:
        """The bands whose files are read."""
        return ((SCL,) if self.has_scl else ()) + self.files_after_scl

    @property
    def needed_bands(self) -> tuple[str, ...]:
        """Those whose files an item must list to count as complete."""
        return ((SCL,) if self.has_scl else ()) + self.bands_read

    @property
    def has_second_opinion(self) -> bool:
        """It is asked for, and the level may have it."""
        return self.second_opinion and self.has_scl

    @property
    def files_after_scl(self) -> tuple[str, ...]:
        """Those that are read of dates with a clear pixel."""
        return self.bands_read + ((CLOUD_PROBABILITY,) if self.has_second_opinion else ())

    @property
    def resolutions_m(self) -> tuple[int, ...]:
        """Pixel sizes that numbers are computed at, the finest first."""
        found = {BANDS[band].chip_resolution_m for band in self.files}
        return tuple(sorted(found))

    @property
    def pixel_words(self) -> str:
        """The rule for pixels, as it stands in tables."""
        words = PixelRule(self.pixels).value
        return f"{words}, {self.inner_buffer_m:g} m off the edge" if self.inner_buffer_m else words

    def as_json(self) -> dict[str, Any]:
        """All fields as plain values; `of_json` reverses it."""
        told = {**vars(self), "start": str(self.start), "end": str(self.end)}
        told["pixels"] = PixelRule(self.pixels).value
        told["rule"] = {**vars(self.rule), "bad_classes": sorted(self.rule.bad_classes)}
        if not self.second_opinion:
            del told["second_opinion"]  # so that tables of earlier versions go on
        return told

    @classmethod
    def of_json(cls, told: Mapping[str, Any]) -> ParcelRequest:
        """The request that `as_json` wrote.

        Raises:
            TypeError, RequestError: for anything else.
        """
        return cls(**{**told, "rule": CloudRule(**told["rule"])})

    @property
    def words_but_period(self) -> str:
        """The same for requests that differ in their period alone."""
        return json.dumps({**self.as_json(), "start": "", "end": ""}, sort_keys=True)

    def search_at(self, place: Place, size_m: int) -> AreaRequest:
        """The search of a square around a place.

        Raises:
            RequestError: when a field of it is not possible.
        """
        return AreaRequest(
            place,
            self.start,
            self.end,
            (*((SCL,) if self.has_scl else ()), *self.bands_read) or (SCL,),
            size_m=size_m,
            level=self.level,
            max_scene_cloud_pct=self.max_scene_cloud_pct,
        )

    def _set(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)


def _rule(given: object) -> CloudRule:
    if isinstance(given, str):
        return rule_called(given)
    if isinstance(given, CloudRule):
        return given
    raise RequestError("rule", given, Reason("a cloud rule, or the name of one"))


def _index_name(given: object) -> str:
    name = str(given).strip().upper()
    if name not in INDICES:
        raise RequestError("indices", given, ", ".join(INDICES))
    return name


def _names(field_name: str, given: object) -> tuple[str, ...]:
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise RequestError(field_name, given, Reason("a sequence of names"))
    return tuple(given)
