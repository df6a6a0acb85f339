"""The values that flow between the rooms: Place, ChipRequest, Grid, Asset, Scene, Chip.

All are frozen; none holds an open file, a session or a Qt type.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime, timezone
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Union

from .addresses import identity_of, shown
from .errors import RequestError
from .sentinel2.bands import BANDS, LEVELS
from .sentinel2.scl import CloudFlag

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

MISSION_START = date(2015, 6, 23)
"""Launch of Sentinel-2A: nothing can have been acquired before."""

NO_DATE = datetime(1, 1, 1, tzinfo=timezone.utc)
"""Stands for a date that a source does not tell, or not so that it can be read: see
`Scene.is_dated`. It comes before all others and is shown nowhere."""

DATE_UNKNOWN = "date unknown"

SNAP_M = 20
"""Chips are snapped to this lattice, on which every tile's 10 m and 20 m pixels lie."""

LARGEST_SIZE_M = 5120
DEFAULT_SIZE_M = 1280
UTM_LATITUDES = (-80.0, 84.0)


@dataclass(frozen=True)
class Place:
    """What the user pointed at, in EPSG:4326 (x = lon, y = lat, degrees).

    Attributes:
        lon, lat: the chip's centre, unless the chip would miss the parcel; see `centring`.
        label: a name for people and for folders.
        outline: polygon or multipolygon in EPSG:4326, or None for a bare point.
        details: what else is known of it, for people, such as crop and area; tells no two apart.
    """

    lon: float
    lat: float
    label: str = ""
    outline: BaseGeometry | None = field(default=None, hash=False)
    details: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        """Refuse what can't be a place."""
        object.__setattr__(self, "lon", _number("lon", self.lon, low=-180.0, high=180.0))
        object.__setattr__(self, "lat", _number("lat", self.lat, low=-90.0, high=90.0))
        if self.outline is not None:
            _check_outline(self.outline)

    @classmethod
    def of_parcel(cls, outline: BaseGeometry, label: str = "") -> Place:
        """The place of a parcel: centred on the outline's centroid."""
        _check_outline(outline)
        centre = in_one_piece(outline).centroid
        lon = centre.x - 360.0 if centre.x > 180.0 else centre.x
        return cls(lon=lon, lat=centre.y, label=label, outline=outline)

    @property
    def name(self) -> str:
        """The label, or the coordinates with five decimals (about 1 m)."""
        return self.label or f"{self.lon:.5f}_{self.lat:.5f}"


@dataclass(frozen=True)
class Grid:
    """CRS, origin, resolution and size in pixels; north is up, (left, top) is the outer corner."""

    epsg: int
    left: float
    top: float
    resolution_m: float
    width_px: int
    height_px: int

    @property
    def transform(self) -> tuple[float, float, float, float, float, float]:
        """Affine coefficients (a, b, c, d, e, f): x = a*col + b*row + c, y = d*col + e*row + f."""
        return (self.resolution_m, 0.0, self.left, 0.0, -self.resolution_m, self.top)

    @property
    def right(self) -> float:
        """Easting of the outer right edge, metres."""
        return self.left + self.width_px * self.resolution_m

    @property
    def bottom(self) -> float:
        """Northing of the outer bottom edge, metres."""
        return self.top - self.height_px * self.resolution_m

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """(left, bottom, right, top) in metres of the CRS."""
        return (self.left, self.bottom, self.right, self.top)

    def at(self, resolution_m: float) -> Grid:
        """The same ground in pixels of another size.

        Raises:
            ValueError: when the edges would not fall on pixel edges.
        """
        width = self.width_px * self.resolution_m / resolution_m
        height = self.height_px * self.resolution_m / resolution_m
        if width != int(width) or height != int(height):
            raise ValueError(f"{resolution_m} m pixels do not fit the edges of {self}")
        return Grid(self.epsg, self.left, self.top, resolution_m, int(width), int(height))


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

    def __post_init__(self) -> None:
        """Check field by field; every refusal names the field."""
        if not isinstance(self.place, Place):
            raise RequestError("place", self.place, "a Place")
        south, north = UTM_LATITUDES
        _number("lat", self.place.lat, low=south, high=north, why=", where UTM tiles are")
        self._set("start", parse_day("start", self.start))
        self._set("end", parse_day("end", self.end))
        self._check_period()
        self._check_level()
        self._set("bands", _check_bands(self.bands, self.level))
        self._set("size_m", _check_size(self.size_m))
        cloud = _number("max_scene_cloud_pct", self.max_scene_cloud_pct, low=0.0, high=100.0)
        self._set("max_scene_cloud_pct", cloud)
        for name in ("clear_only", "one_per_date"):
            if not isinstance(getattr(self, name), bool):
                raise RequestError(name, getattr(self, name), "True or False")
        if self.clear_only and self.level != "LEVEL2A":
            raise RequestError("clear_only", self.clear_only, "only with LEVEL2A, which has SCL")

    @property
    def first_day(self) -> date:
        """`start` as a date, which it is after the checks."""
        return parse_day("start", self.start)

    @property
    def last_day(self) -> date:
        """`end` as a date, which it is after the checks."""
        return parse_day("end", self.end)

    def _set(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)

    def _check_period(self) -> None:
        if self.first_day < MISSION_START:
            raise RequestError("start", str(self.start), f"days from {MISSION_START} (launch) on")
        if self.last_day < self.first_day:
            raise RequestError("end", str(self.end), f"the start, {self.start}, or a later day")

    def _check_level(self) -> None:
        if self.level not in LEVELS:
            raise RequestError("level", self.level, " or ".join(LEVELS))


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
        is_told: False where the CRS is only that of the scene's tile.
        transform: of the file's pixels, None if unknown.
        shape: rows and columns of the raster that the transform holds for, None if unknown.
    """

    crs: str = ""
    is_told: bool = False
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
        told: (scale, offset) as the source states them, None where it is silent; `radiometry`
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
    told: tuple[float, float] | None = None
    problem: str = ""
    alternates: tuple[str, ...] = ()
    placement: Placement = Placement()
    version: str = ""

    @cached_property
    def identity(self) -> str:
        """Stands for the file in keys, without a secret; see `addresses.identity_of`."""
        return identity_of(self.href)

    @cached_property
    def statement(self) -> str:
        """All that the source says of the file, its identity in place of its addresses."""
        told, placement = vars(self), vars(self.placement)
        words = [told[name] for name in _TELLING]
        return repr((self.identity, *words, self.offset_state.value, *placement.values()))

    @property
    def content(self) -> str:
        """Stands for what the file holds, as far as the item says: identity and version."""
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


@dataclass(frozen=True)
class Scene:
    """One acquisition over a place: one tile of one datatake in one processing.

    Attributes:
        id: the item's or product's name at the source.
        acquired: aware UTC datetime of the sensor; `NO_DATE` if unknown, see `is_dated`.
        platform: `S2A` ... `S2D`.
        tile: MGRS tile, five characters, `31UFU`; empty if unknown.
        epsg: the tile's CRS.
        level: LEVEL2A or LEVEL1C.
        baseline: processing baseline as (major, minor), None if unknown.
        relative_orbit: 1..143, None if unknown.
        provider: who listed it; `collection`: under which heading.
        collection_rank: 0 is the provider's first choice, larger fills gaps.
        datatake: `S2A_20200305T103021`, empty if unknown.
        strip: sensing start of the datastrip, `20200305T103210`, None if unknown.
        generated: processing time as sortable text, then `discriminator` (last 15 characters
            of the product name), then `sequence`: they order reprocessings.
        footprint: outline of the data in EPSG:4326, rough, or None.
        tile_bounds: (left, bottom, right, top) of the file's grid in `epsg`, None if unknown.
        scene_cloud_pct, nodata_pct: of the whole scene, 0..100, None if unknown.
        assets: band name -> Asset.
        parts: other pieces of the same acquisition that fill what this one leaves empty.
        fallbacks: the same picture processed otherwise, best first; used when a file is missing.
        note: what is odd about it, for people.
    """

    id: str
    acquired: datetime
    platform: str = ""
    tile: str = ""
    epsg: int = 0
    level: str = "LEVEL2A"
    baseline: tuple[int, int] | None = None
    relative_orbit: int | None = None
    provider: str = ""
    collection: str = ""
    collection_rank: int = 0
    product: str = ""
    datatake: str = ""
    strip: str | None = None
    generated: str = ""
    discriminator: str = ""
    sequence: str = ""
    footprint: BaseGeometry | None = field(default=None, compare=False)
    tile_bounds: tuple[float, float, float, float] | None = None
    scene_cloud_pct: float | None = None
    nodata_pct: float | None = None
    assets: Mapping[str, Asset] = field(default_factory=dict, compare=False)
    parts: tuple[Scene, ...] = field(default=(), compare=False)
    fallbacks: tuple[Scene, ...] = field(default=(), compare=False)
    note: str = ""

    @property
    def is_dated(self) -> bool:
        """False where it is not known when it was acquired: what is shown of it is no date."""
        return self.acquired != NO_DATE

    @property
    def label(self) -> str:
        """Acquisition time as `YYYYMMDDTHHMMSS`, UTC: the CbM service's date label."""
        return self.when("%Y%m%dT%H%M%S")

    def when(self, pattern: str) -> str:
        """Acquisition time in the words of `strftime`, UTC; empty if it is unknown."""
        return self.acquired.strftime(pattern) if self.is_dated else ""


@dataclass(frozen=True)
class Unusable:
    """Something a source listed that can't become a chip, with the reason for people."""

    scene: Scene
    reason: str


@dataclass(frozen=True)
class Search:
    """A source's answer: what can be cut, what can't and why, and what to tell the user.

    Attributes:
        is_kept: the source was not asked, as it was a moment ago.
        is_offline: it did not answer, and this is what was kept of former answers.
    """

    scenes: tuple[Scene, ...]
    unusable: tuple[Unusable, ...] = ()
    notes: tuple[str, ...] = ()
    is_kept: bool = False
    is_offline: bool = False


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

    `flag`, `histogram` and `cloud_fraction` are kept where the SCL could be read;
    `parcel_in_chip_pct` is as a `Chip`'s.
    """

    scene: Scene
    reason: str
    absence: Absence = Absence.FAILED
    flag: CloudFlag = CloudFlag.NO_SCL
    histogram: Mapping[int, int] | None = None
    cloud_fraction: float | None = None
    parcel_in_chip_pct: float | None = None


SEEN_WHOLE_PCT = 99.95
"""From this share on a parcel counts as seen whole."""


def seen_in_part(parcel_in_chip_pct: float | None) -> str:
    """`5 %`, of a parcel that is not in the chip as a whole; else empty. Never 0 % or 100 %."""
    if parcel_in_chip_pct is None or parcel_in_chip_pct >= SEEN_WHOLE_PCT:
        return ""
    whole = min(round(parcel_in_chip_pct), 99)
    return f"{whole} %" if whole >= 1 else "< 1 %"


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
    raise RequestError(name, value, "an ISO day, YYYY-MM-DD")


def _number(name: str, value: object, *, low: float, high: float, why: str = "") -> float:
    allowed = f"a number from {low:g} to {high:g}{why}"
    if isinstance(value, bool):
        raise RequestError(name, value, allowed)
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        raise RequestError(name, value, allowed) from None
    if not math.isfinite(number) or not low <= number <= high:
        raise RequestError(name, value, allowed)
    return number


def _check_outline(outline: BaseGeometry) -> None:
    kind = getattr(outline, "geom_type", type(outline).__name__)
    if kind not in ("Polygon", "MultiPolygon"):
        raise RequestError("outline", kind, "a polygon or multipolygon in EPSG:4326")
    if outline.is_empty or not outline.is_valid:
        from shapely.validation import explain_validity

        what = "an empty geometry" if outline.is_empty else explain_validity(outline)
        raise RequestError("outline", what, "a valid polygon that is not empty")
    west, south, east, north = outline.bounds
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise RequestError("outline", outline.bounds, "degrees of longitude and latitude")


def in_one_piece(outline: BaseGeometry) -> BaseGeometry:
    """An outline wider than half the earth crosses the antimeridian: in 0..360 instead."""
    from shapely.ops import transform

    west, _, east, _ = outline.bounds
    if east - west <= 180.0:
        return outline
    # given a sequence this raises TypeError, upon which shapely goes point by point
    return transform(lambda lon, lat, *_: (lon + 360.0 if lon < 0.0 else lon, lat), outline)


def _check_bands(bands: Iterable[str], level: str) -> tuple[str, ...]:
    known = ", ".join(name for name, band in BANDS.items() if level in band.levels)
    if isinstance(bands, str) or not isinstance(bands, Iterable):
        raise RequestError("bands", bands, f"a sequence of names out of {known}")
    names = tuple(bands)
    if not names:
        raise RequestError("bands", names, f"at least one of {known}")
    for name in names:
        if not isinstance(name, str) or name not in BANDS:
            raise RequestError("bands", name, known)
        if level not in BANDS[name].levels:
            raise RequestError("bands", name, _why_not_at_level(name, level, known))
    if len(set(names)) < len(names):
        raise RequestError("bands", names, "every band once")
    return names


def _why_not_at_level(name: str, level: str, known: str) -> str:
    made_by = (
        "the scene classification is made by the atmospheric correction"
        if name == "SCL"
        else f"{name} belongs to {' and '.join(BANDS[name].levels)} only"
    )
    return f"for {level}: {known} ({made_by}, so {level} has no {name})"


def _check_size(size_m: object) -> int:
    allowed = f"a multiple of {SNAP_M} from {SNAP_M} to {LARGEST_SIZE_M} metres"
    size = _number("size_m", size_m, low=SNAP_M, high=LARGEST_SIZE_M, why=" metres")
    if size % SNAP_M:
        raise RequestError("size_m", size_m, allowed)
    return int(size)
