"""Chip and FailedChip: what a date of a request gives, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from ..sentinel2.scl import CloudFlag, CloudRule
from ..sentinel2.second_opinion import is_doubtful
from .asset import OffsetState
from .grid import Grid
from .scene import Scene

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Provenance:
    """Where a chip's numbers come from, for the tooltip, the table and the tags.

    Attributes:
        source: identity of the source.
        offset_decision: in words, what was decided about the +1000 offset and why.
        offset_state: of the whole date.
        readers: band -> reader that cut it (`cache` where nothing was read).
        methods: band -> how its pixels came onto the grid (`window` or `nearest`).
        planned: id of the scene that was to be read; the chip's own unless files were missing.
        scenes: ids of all scenes that gave pixels, the first is the chip's own.
        bytes_read: encoded bytes fetched for this chip where the reader knows, else None.
        outline_basis: which pixels were judged (`grids.ParcelMask.basis`).
        notes: anything else worth telling.
    """

    source: str = ""
    offset_decision: str = ""
    offset_state: OffsetState = OffsetState.KNOWN
    readers: Mapping[str, str] = field(default_factory=dict)
    methods: Mapping[str, str] = field(default_factory=dict)
    planned: str = ""
    scenes: tuple[str, ...] = ()
    bytes_read: int | None = None
    outline_basis: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chip:
    """A small image of one scene on the request's grid.

    Attributes:
        scene: what it was cut from.
        grid: the chip's ground in 10 m pixels; a band's own is `grid.at(...)`.
        bands: name -> array[h, w] of DN as in the file; 10 m and 20 m bands at their own
            resolution, 60 m bands at 20 m. DN 0 is no data.
        scales: name -> (scale, offset); reflectance = DN * scale + offset.
        histogram: SCL class -> pixels of the parcel (else of the chip); None without SCL.
        flag: the verdict on the parcel.
        cloud_fraction: bad pixels / valid pixels, 0..1; None without a valid pixel.
        failures: band -> why it is missing, for bands that could not be read.
        provenance: see `Provenance`.
        bad_pixels: array[h, w] at 20 m, True where the SCL's class spoils the pixel or is no data,
            whether or not SCL was wished as a band; None without SCL.
        parcel_in_chip_pct: share of the parcel's area within the chip, 0..100: of so much of it
            the flag is; None without outline.
        scl: array[h, w] at 20 m of class codes, of which `bad_pixels` is made; None without SCL.
        rule: by which the flag and the bad pixels are judged; None where it is not known.
        likely_cloud_fraction: share of the parcel's pixels that are likely clouds by the second
            opinion, 0..1; None where there is none.
    """

    scene: Scene
    grid: Grid
    bands: Mapping[str, NDArray[np.generic]]
    scales: Mapping[str, tuple[float, float]]
    histogram: Mapping[int, int] | None
    flag: CloudFlag
    cloud_fraction: float | None
    failures: Mapping[str, str] = field(default_factory=dict)
    provenance: Provenance = field(default_factory=Provenance)
    bad_pixels: NDArray[np.bool_] | None = None
    parcel_in_chip_pct: float | None = None
    scl: NDArray[np.generic] | None = None
    rule: CloudRule | None = None
    likely_cloud_fraction: float | None = None

    @property
    def is_doubtful(self) -> bool:
        """Clear by the SCL, and not by the second opinion."""
        return is_doubtful(self.flag, self.likely_cloud_fraction)


class Absence(str, Enum):
    """Why a date has no chip."""

    FAILED = "failed"
    """It should have one; trying again may help."""
    UNUSABLE = "unusable"
    """The source's entry can't become a chip."""
    EXCLUDED = "excluded"
    """The request asked to leave it out, or the swath does not reach the chip."""


@dataclass(frozen=True)
class FailedChip:
    """A date that gave no chip, with the reason; the others go on.

    `failures` are the reasons band by band, where it has no chip because none could be read;
    `flag`, `histogram` and `cloud_fraction` are kept where the SCL could be read;
    `parcel_in_chip_pct`, `rule` and `likely_cloud_fraction` are as a `Chip`'s.
    """

    scene: Scene
    reason: str
    absence: Absence = Absence.FAILED
    flag: CloudFlag = CloudFlag.NO_SCL
    histogram: Mapping[int, int] | None = None
    cloud_fraction: float | None = None
    parcel_in_chip_pct: float | None = None
    failures: Mapping[str, str] = field(default_factory=dict)
    rule: CloudRule | None = None
    likely_cloud_fraction: float | None = None

    @property
    def is_doubtful(self) -> bool:
        """As a `Chip`'s."""
        return is_doubtful(self.flag, self.likely_cloud_fraction)


SEEN_WHOLE_PCT = 99.95
"""From this share on a parcel counts as seen whole."""


def seen_in_part(parcel_in_chip_pct: float | None) -> str:
    """`5 %`, of a parcel that is not in the chip as a whole; else empty. Only nothing is 0 %."""
    if parcel_in_chip_pct is None or parcel_in_chip_pct >= SEEN_WHOLE_PCT:
        return ""
    whole = min(round(parcel_in_chip_pct), 99)
    return f"{whole} %" if whole >= 1 or not parcel_in_chip_pct else "< 1 %"
