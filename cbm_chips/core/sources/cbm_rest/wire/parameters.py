"""Parameters for a CbM server: the server checks nothing, so all are checked here.

Texts go unescaped into SQL and into a shell on the original server; none leaves that is not one
of a list or made of letters and digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ....errors import RequestError
from ....model import LARGEST_SIZE_M, SNAP_M, parse_day
from ....reasons import Reason, joined
from ....sentinel2.bands import BANDS, EITHER_LEVEL, LEVELS

OFFERED_BANDS = ("B02", "B03", "B04", "B08", "B05", "B06", "B07", "B8A", "B11", "B12", "SCL")
"""10 m bands, 20 m bands and the classes: the service has no 60 m bands."""

SERIES_KINDS = ("s2", "bs", "c6", "scl")

_DECIMALS = 5
_PERCENTILES = re.compile(r"\d{1,2}(\.\d+)?_\d{1,3}(\.\d+)?")
_LIMITS = re.compile(r"\d{1,5}(_\d{1,5}){5}")


@dataclass(frozen=True)
class RequestSquare:
    """The square of a chip on the server.

    Attributes:
        lon, lat: centre, degrees; always sent with five decimals (about 1 m), as the text is
            part of the server's cache key.
        size_m: edge in metres.
    """

    lon: float
    lat: float
    size_m: int

    def __post_init__(self) -> None:
        """Round to what is sent; refuse what is out of range."""
        for name, limit in (("lon", 180.0), ("lat", 90.0)):
            value = round(float(getattr(self, name)), _DECIMALS)
            if not -limit <= value <= limit:
                raise RequestError(
                    name, value, Reason("degrees from {low:g} to {high:g}", low=-limit, high=limit)
                )
            object.__setattr__(self, name, value)
        size = self.size_m
        if not isinstance(size, int) or not SNAP_M <= size <= LARGEST_SIZE_M or size % SNAP_M:
            allowed = Reason(
                "a multiple of {step}, from {step} to {most} m", step=SNAP_M, most=LARGEST_SIZE_M
            )
            raise RequestError("size_m", size, allowed)

    @property
    def query(self) -> dict[str, str]:
        """Centre as query parameters."""
        return {"lon": degrees(self.lon), "lat": degrees(self.lat)}


@dataclass(frozen=True)
class DateRange:
    """Days from `first` to `last`, both inclusive, UTC."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse what is no period."""
        object.__setattr__(self, "first", parse_day("start", self.first))
        object.__setattr__(self, "last", parse_day("end", self.last))
        if self.last < self.first:
            raise RequestError(
                "end",
                str(self.last),
                Reason("the start, {start}, or a later day", start=self.first),
            )

    @property
    def days(self) -> int:
        """How many days it is, at least 1."""
        return (self.last - self.first).days + 1

    @property
    def query(self) -> dict[str, str]:
        """As query parameters."""
        return {"start_date": self.first.isoformat(), "end_date": self.last.isoformat()}

    def __str__(self) -> str:
        if self.days == 1:
            return joined([self.first])
        return Reason("{first} to {last}", first=self.first, last=self.last)

    def pieces(self, days: int) -> list[DateRange]:
        """In windows of `days` days; the last one may be shorter."""
        windows = []
        first = self.first
        while first <= self.last:
            last = min(first + timedelta(days=days - 1), self.last)
            windows.append(DateRange(first, last))
            first = last + timedelta(days=1)
        return windows

    def halves(self) -> list[DateRange]:
        """In two, the first one longer by a day where need be; a single day stays whole."""
        return self.pieces((self.days + 1) // 2)


def degrees(value: float) -> str:
    """Fixed decimals, so that equal places give equal cache keys; never `-0.00000`."""
    return f"{round(value, _DECIMALS) + 0.0:.{_DECIMALS}f}"


def checked_level(level: str) -> str:
    """One of `LEVELS`."""
    if level not in LEVELS:
        raise RequestError("level", level, EITHER_LEVEL)
    return level


def checked_band(band: str, level: str) -> str:
    """A band the service offers at this level."""
    offered = [name for name in OFFERED_BANDS if level in BANDS[name].levels]
    if band not in offered:
        raise RequestError("bands", band, ", ".join(offered))
    return band


def checked_bands(bands: Iterable[str], level: str) -> tuple[str, ...]:
    """Bands the service offers at this level."""
    return tuple(checked_band(band, level) for band in bands)


RAW_CHIPS = "rawChipByLocation"


def raw_chips_query(
    square: RequestSquare, period: DateRange, *, level: str, band: str
) -> dict[str, str]:
    """What `RAW_CHIPS` is asked for the chips of one band."""
    return {
        **square.query,
        **period.query,
        "band": checked_band(band, checked_level(level)),
        "chipsize": str(square.size_m),
        "plevel": level,
    }


def checked_lut(lut: str) -> str:
    """`5_95` (percentiles, low below high) or six absolute values `L1_H1_L2_H2_L3_H3`."""
    allowed = Reason(
        "two percentiles such as 5_95, low below high, or six values L1_H1_L2_H2_L3_H3"
    )
    if not isinstance(lut, str):
        raise RequestError("lut", lut, allowed)
    if _LIMITS.fullmatch(lut):
        return lut
    if _PERCENTILES.fullmatch(lut):
        low, high = map(float, lut.split("_"))
        if low < high <= 100.0:
            return lut
    raise RequestError("lut", lut, allowed)


@dataclass(frozen=True)
class _TextRule:
    """How one of the service's own texts may look."""

    pattern: str
    allowed: str


_TEXTS = {
    "aoi": _TextRule(
        r"[A-Za-z0-9]{1,16}", Reason("the area's code, letters and digits, such as ms")
    ),
    "year": _TextRule(r"(19|20)\d{2}", Reason("four digits, such as 2020")),
    "ptype": _TextRule(r"[A-Za-z0-9]{0,8}", Reason("nothing, or letters and digits, such as b")),
    "pid": _TextRule(
        r"[A-Za-z0-9](?:[A-Za-z0-9_.:/-]{0,63})",
        Reason("an id of at most 64 letters, digits and _.:/-"),
    ),
}


def checked_text(name: str, value: object) -> str:
    """`value` as a text for the parameter `name` (aoi, year, ptype, pid).

    Raises:
        RequestError: when it is anything else, naming the parameter.
    """
    rule = _TEXTS[name]
    text = str(value).strip() if isinstance(value, (str, int)) else ""
    # Two dashes begin a comment in SQL.
    if not re.fullmatch(rule.pattern, text, re.ASCII) or "--" in text:
        raise RequestError(name, value, rule.allowed)
    return text


def checked_kind(kind: str) -> str:
    """One of `SERIES_KINDS`."""
    if kind not in SERIES_KINDS:
        raise RequestError("kind", kind, ", ".join(SERIES_KINDS))
    return kind
