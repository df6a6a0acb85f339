"""Asset: the file of one band of a scene, and what its source states of it."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from enum import Enum
from functools import cached_property

from ..addresses import identity_of, shown


class OffsetState(str, Enum):
    """How sure the reflectance offset of a file is."""

    KNOWN = "known"
    CHECK_PIXELS = "check pixels"
    """Metadata contradict each other or are silent; pixels decide (`baseline_offset.settle`)."""
    UNCERTAIN = "uncertain"


Affine = tuple[float, float, float, float, float, float]
"""Coefficients as in `Grid.transform`."""


@dataclass(frozen=True)
class Placement:
    """Where a source says that a file's pixels lie; for files that don't say it themselves.

    Attributes:
        crs: `EPSG:32631`, or WKT; empty if unknown.
        is_stated: False where the CRS is only that of the scene's tile.
        transform: of the file's pixels, None if unknown.
        shape: rows and columns of the raster that the transform holds for, None if unknown.
    """

    crs: str = ""
    is_stated: bool = False
    transform: Affine | None = None
    shape: tuple[int, int] | None = None

    @property
    def epsg(self) -> int:
        """The CRS's code, 0 if it has none."""
        return int(self.crs[5:]) if self.crs.startswith("EPSG:") else 0

    def transform_for(self, *, width_px: int, height_px: int) -> Affine | None:
        """The transform of a file of this size over the same ground; None if that can't be."""
        if self.transform is None or self.shape is None:
            return self.transform
        if (height_px, width_px) in (self.shape, self.shape[::-1]):
            return self.transform
        a, b, left, d, e, top = self.transform
        across, down = self.shape[1] / width_px, self.shape[0] / height_px
        scaled = (a * across, b * down, left, d * across, e * down, top)
        sides = math.hypot(scaled[0], scaled[3]), math.hypot(scaled[1], scaled[4])
        return scaled if math.isclose(*sides, rel_tol=0.01) else None


@dataclass(frozen=True)
class Asset:
    """The file of one band of a scene.

    Attributes:
        band: name out of `BANDS`.
        href: unsigned URL or path; access (signing, keys) is the source's, at the last moment.
        scale, offset: reflectance = DN * scale + offset, for DN > 0. DN 0 is no data.
        offset_state: see `OffsetState`.
        media: `geotiff` or `jp2`.
        nodata: what the source says is no data besides DN 0, used where the file says nothing.
        stated: (scale, offset) as the source states them, None where it is silent; `radiometry`
            holds them against the pixels.
        problem: why the file's numbers can't be understood; it is not read then.
        alternates: further addresses of the same file, tried when `href` fails.
        placement: where the source says that its pixels lie, used where the file says nothing.
        version: which content of the file the item speaks of; empty where it does not say.
    """

    band: str
    href: str
    scale: float = 1.0
    offset: float = 0.0
    offset_state: OffsetState = OffsetState.KNOWN
    media: str = "geotiff"
    nodata: float | None = None
    stated: tuple[float, float] | None = None
    problem: str = ""
    alternates: tuple[str, ...] = ()
    placement: Placement = Placement()
    version: str = ""

    @cached_property
    def identity(self) -> str:
        """The file's identity for keys, without secrets; see `addresses.identity_of`."""
        return identity_of(self.href)

    @cached_property
    def statement(self) -> str:
        """All that the source says of the file, its identity in place of its addresses."""
        own, placement = vars(self), vars(self.placement)
        words = [own[name] for name in _TELLING]
        return repr((self.identity, *words, self.offset_state.value, *placement.values()))

    @property
    def content(self) -> str:
        """Identity of the file's content, as far as the item states it: identity and version."""
        return f"{self.identity} {self.version}" if self.version else self.identity

    @property
    def shown(self) -> str:
        """The href without login and query, for messages."""
        return shown(self.href)


_TELLING = tuple(
    one.name
    for one in fields(Asset)
    if one.name not in ("href", "alternates", "offset_state", "placement")
)
"""What is put into words as it is."""
