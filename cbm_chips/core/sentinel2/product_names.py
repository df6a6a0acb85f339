"""What the names of Sentinel-2 products, tiles, takes and strips say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

_TILE = re.compile(r"(?:MGRS-)?T?(\d{1,2})([C-HJ-NP-X])([A-HJ-NP-Z]{2})")
_PRODUCT = re.compile(
    r"(?P<platform>S2[A-D])_MSI(?P<level>L1C|L2A)_(?P<start>\d{8}T\d{6})"
    r"(?:_N(?P<baseline>\d{4}))?_R(?P<orbit>\d{3})_T(?P<tile>\d{2}[A-Z]{3})"
    r"_(?P<discriminator>\d{8}T\d{6})(?:\.SAFE)?",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"(?P<platform>S2[A-D])_T?(?P<tile>\d{1,2}[A-Z]{3})_(?P<start>\d{8}(?:T\d{6})?)"
    r"(?:_(?P<sequence>\d{1,2}))?(?:_(?P<level>L1C|L2A)(?![A-Z0-9]))?",
    re.IGNORECASE,
)
_TAKE = re.compile(r"(S2[A-D])_(\d{8}T\d{6})", re.IGNORECASE)
_STRIP = re.compile(r"_S(\d{8}T\d{6})", re.IGNORECASE)
_PLATFORM = re.compile(
    r"(?<![a-z0-9])(?:sentinel[-_ ]?2|s2)[-_ ]?([a-d])(?![a-z0-9])", re.IGNORECASE
)
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})")
_ORBITS = range(1, 144)

LEVEL_NAMES = {"L1C": "LEVEL1C", "L2A": "LEVEL2A"}


@dataclass(frozen=True)
class Name:
    """The parts of a name; those it does not have are empty.

    Attributes:
        full: the product's own name, only where the name is one with a baseline in it.
        start: `YYYYMMDDTHHMMSS` or `YYYYMMDD`, of the take, or in `strip` of the datastrip.
        discriminator: last 15 characters of a product's name.
    """

    full: str = ""
    platform: str = ""
    level: str = ""
    start: str = ""
    strip: str = ""
    baseline: str = ""
    orbit: str = ""
    tile: str = ""
    discriminator: str = ""
    sequence: str = ""

    @property
    def take(self) -> str:
        """`S2A_20200305T103021` where the name holds the start of the datatake."""
        return f"{self.platform}_{self.start}" if len(self.start) == 15 else ""


def read_name(name: str) -> Name:
    """The parts of a product's name, or of an item's id made from one."""
    product = _PRODUCT.search(name)
    if product:
        parts = {key: (value or "").upper() for key, value in product.groupdict().items()}
        full = product.group(0).upper().replace(".SAFE", "") if parts["baseline"] else ""
        return Name(full, **{**parts, "level": LEVEL_NAMES[parts["level"]]})
    short = _SHORT.match(name)
    if not short:
        return Name()
    parts = {key: (value or "").upper() for key, value in short.groupdict().items()}
    start = parts.pop("start")
    parts["level"] = LEVEL_NAMES.get(parts["level"], "")
    # Ids of Earth Search's Collection 1 carry the time of the strip, not of the take.
    return Name(start=start[:8], strip=start if len(start) == 15 else "", **parts)


def time_of(label: str) -> datetime | None:
    """`20200305T103021` as an aware UTC datetime; None if it is no time."""
    try:
        return datetime.strptime(f"{label}+0000", "%Y%m%dT%H%M%S%z")
    except ValueError:
        return None


def tile_of(value: str) -> str:
    """`31UFU` out of `MGRS-31UFU`, `T31UFU`, `6VVN`; empty if it is no tile."""
    match = _TILE.fullmatch(value.strip().upper())
    if not match or not 1 <= int(match.group(1)) <= 60:
        return ""
    return f"{int(match.group(1)):02d}{match.group(2)}{match.group(3)}"


def epsg_of_tile(tile: str) -> int:
    """The UTM zone of a tile as EPSG code, 0 without a tile."""
    if not tile:
        return 0
    return (32600 if tile[2] >= "N" else 32700) + int(tile[:2])


def baseline_of(value: str) -> tuple[int, int] | None:
    """`05.10`, `5.10`, `0510`, `N0510`, `510` as (5, 10), `4` as (4, 0); None if it is none."""
    word = value.strip().upper()
    word = word[1:] if word.startswith("N") else word
    dotted = _DOTTED.fullmatch(word)
    if dotted:
        return int(dotted.group(1)), int(dotted.group(2))
    if not re.fullmatch(r"[0-9]{1,4}", word):
        return None
    return (int(word[:-2]), int(word[-2:])) if len(word) > 2 else (int(word), 0)


def platform_of(value: str) -> str:
    """`S2A` out of `sentinel-2a`, `Sentinel-2A`, `S2A`; empty if it is another."""
    match = _PLATFORM.search(value)
    return f"S2{match.group(1).upper()}" if match else ""


def orbit_of(value: str) -> int | None:
    """A relative orbit, 1 to 143, else None."""
    try:
        orbit = int(float(value))
    except (ValueError, OverflowError):
        return None
    return orbit if orbit in _ORBITS else None


def take_of(datatake_id: str) -> str:
    """`S2A_20200305T103021` out of `GS2A_20200305T103021_024564_N02.14`."""
    match = _TAKE.search(datatake_id)
    return f"{match.group(1)}_{match.group(2)}".upper() if match else ""


def strip_of(datastrip_id: str) -> str:
    """`20200305T103210` out of `..._DS_..._S20200305T103210_N02.14`."""
    match = _STRIP.search(datastrip_id)
    return match.group(1).upper() if match else ""
