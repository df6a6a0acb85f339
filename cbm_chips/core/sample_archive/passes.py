"""When the satellites came by, and which products were made of each acquisition.

Sentinel-2A and 2B see the place from two orbits, R008 and R051, each every ten days. The season
of 2022 has processing baseline 04.00; the dates before 25 January 2022 have 03.01, whose pixels
carry no offset.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from ..model import Grid
from ..sentinel2.bands import BASELINE_OFFSET
from .sky import Weather
from .surface import CANVAS

TILE, NEIGHBOUR_TILE = "31UFU", "31UGU"
TILE_GRID = Grid(CANVAS.epsg, CANVAS.left, CANVAS.top, 10.0, 512, 512)
"""5.12 km: the largest chip at 5.664 E 52.694 N."""

NEIGHBOUR_GRID = Grid(CANVAS.epsg, 679740.0, CANVAS.top, 10.0, 284, 512)
"""A bent truth: tile 31UGU really begins at 699960 E; here it cuts through the sample."""

_CYCLE_START = date(2019, 6, 5)
_BY_DAY_OF_CYCLE = {0: ("A", 51), 5: ("B", 51), 7: ("A", 8), 2: ("B", 8)}
_TAKE_START = {51: (10, 50), 8: (10, 40)}
_TAKE_SECOND = {"A": 31, "B": 29}
_TO_STRIP, _TO_TILE = timedelta(seconds=204), timedelta(seconds=352, milliseconds=417)


@dataclass(frozen=True)
class Acquisition:
    """One pass over the sample.

    Attributes:
        day: the day of the pass.
        weather: clouds and cirrus.
        at_swath_edge: the west of the picture lies outside the swath.
    """

    day: date
    weather: Weather
    at_swath_edge: bool = False

    @property
    def platform(self) -> str:
        """`S2A` or `S2B`."""
        return "S2" + self._pass[0]

    @property
    def orbit(self) -> int:
        """Relative orbit, 8 or 51."""
        return self._pass[1]

    @property
    def take(self) -> datetime:
        """Start of the datatake; its strip and the tile follow minutes later."""
        satellite, orbit = self._pass
        hour, minute = _TAKE_START[orbit]
        second = _TAKE_SECOND[satellite] + 10 * (self.day.month % 2)
        parts = (self.day.year, self.day.month, self.day.day, hour, minute, second)
        return datetime(*parts, tzinfo=timezone.utc)

    @property
    def strip(self) -> datetime:
        """Start of the datastrip."""
        return self.take + _TO_STRIP

    @property
    def acquired(self) -> datetime:
        """When the tile was seen."""
        return self.take + _TO_TILE

    @property
    def day_number(self) -> int:
        """Days since 1 January 2022."""
        return (self.day - date(2022, 1, 1)).days

    @property
    def absolute_orbit(self) -> int:
        """Counted from launch, roughly: 14.3 orbits a day."""
        start = {"S2A": date(2015, 6, 23), "S2B": date(2017, 3, 7)}[self.platform]
        return round((self.day - start).days * 14.3)

    @property
    def _pass(self) -> tuple[str, int]:
        return _BY_DAY_OF_CYCLE[(self.day - _CYCLE_START).days % 10]


@dataclass(frozen=True)
class Product:
    """One file set made of an acquisition.

    Attributes:
        level: LEVEL2A or LEVEL1C.
        baseline: processing baseline as (major, minor).
        tile: MGRS tile.
        grid: the ground it covers, in 10 m pixels.
        sequence: counts the processings of one tile of one pass.
        delay: from the acquisition to the processing.
        has_proj_code: the item says `proj:code` in place of `proj:epsg`.
    """

    acquisition: Acquisition
    level: str = "LEVEL2A"
    baseline: tuple[int, int] = (4, 0)
    tile: str = TILE
    grid: Grid = TILE_GRID
    sequence: int = 0
    delay: timedelta = timedelta(hours=4, minutes=12, seconds=38)
    has_proj_code: bool = False

    def grid_at(self, resolution_m: int) -> Grid:
        """The file's grid at a band's resolution; 60 m pixels reach a little beyond the others."""
        grid, factor = self.grid, resolution_m // 10
        width, height = -(-grid.width_px // factor), -(-grid.height_px // factor)
        return Grid(grid.epsg, grid.left, grid.top, float(resolution_m), width, height)

    @property
    def id(self) -> str:
        """As in Earth Search's collection 1, with the datastrip's time."""
        level = "L1C" if self.level == "LEVEL1C" else "L2A"
        again = f"_{self.sequence}" if self.sequence else ""
        pass_ = self.acquisition
        return f"{pass_.platform}_T{self.tile}_{pass_.strip:%Y%m%dT%H%M%S}{again}_{level}"

    @property
    def uri(self) -> str:
        """ESA's product name."""
        pass_, (major, minor) = self.acquisition, self.baseline
        level = "MSIL1C" if self.level == "LEVEL1C" else "MSIL2A"
        return (
            f"{pass_.platform}_{level}_{pass_.take:%Y%m%dT%H%M%S}_N{major:02d}{minor:02d}"
            f"_R{pass_.orbit:03d}_T{self.tile}_{self.generated:%Y%m%dT%H%M%S}.SAFE"
        )

    @property
    def generated(self) -> datetime:
        """When it was processed."""
        return (self.acquisition.acquired + self.delay).replace(microsecond=0)

    @property
    def offset(self) -> float:
        """Reflectance offset of its files."""
        return BASELINE_OFFSET if self.baseline >= (4, 0) else 0.0


_CLEAR = Weather()
_OVERCAST = Weather(clouds=1.0)
_OLD_BASELINE_UNTIL = date(2022, 1, 25)
_REPROCESSED = "2022-06-19"
_ALSO_NEIGHBOUR = "2022-08-10"
_AT_SWATH_EDGE = "2022-08-25"
_ALSO_LEVEL1C = ("2022-01-12", "2022-06-19", "2022-08-03")

_WEATHER = {
    "2021-11-08": Weather(cirrus=0.08, open_middle=True),
    "2021-11-21": Weather(clouds=0.55),
    "2021-12-21": _CLEAR,
    "2022-01-12": _CLEAR,
    "2022-01-20": _OVERCAST,
    "2022-03-01": _OVERCAST,
    "2022-03-08": _CLEAR,
    "2022-03-13": Weather(clouds=0.42),
    "2022-03-26": _CLEAR,
    "2022-04-05": Weather(clouds=0.97),
    "2022-04-12": Weather(cirrus=0.60),
    "2022-04-20": _CLEAR,
    "2022-04-27": Weather(clouds=0.50),
    "2022-05-05": Weather(clouds=0.38),
    "2022-05-10": _CLEAR,
    "2022-05-22": _OVERCAST,
    "2022-05-30": Weather(clouds=0.15, cirrus=0.70),
    "2022-06-09": Weather(clouds=0.48),
    "2022-06-14": Weather(clouds=0.14, open_middle=True),
    "2022-06-19": _CLEAR,
    "2022-06-24": Weather(clouds=0.90, cirrus=0.5),
    "2022-07-01": Weather(clouds=0.62),
    "2022-07-09": Weather(clouds=0.33),
    "2022-07-16": Weather(clouds=0.10, open_middle=True),
    "2022-07-26": Weather(clouds=0.80),
    "2022-08-03": _CLEAR,
    "2022-08-10": _CLEAR,
    "2022-08-15": _OVERCAST,
    "2022-08-25": _CLEAR,
    "2022-09-07": Weather(clouds=0.22, open_middle=True),
    "2022-09-14": Weather(clouds=0.98),
    "2022-09-22": Weather(clouds=0.45),
    "2022-10-02": Weather(cirrus=0.10, open_middle=True),
    "2022-10-09": Weather(clouds=0.05, cirrus=0.75),
    "2022-10-17": Weather(clouds=0.52),
    "2022-10-29": _OVERCAST,
}


def products() -> list[list[Product]]:
    """All products, oldest first, in one list for each acquisition."""
    return [_of_day(day, weather) for day, weather in _WEATHER.items()]


def _of_day(day: str, weather: Weather) -> list[Product]:
    seen = Acquisition(date.fromisoformat(day), weather, at_swath_edge=day == _AT_SWATH_EDGE)
    baseline = (4, 0) if seen.day >= _OLD_BASELINE_UNTIL else (3, 1)
    made = [Product(seen, baseline=baseline, has_proj_code=seen.day.day % 3 == 0)]
    if day == _REPROCESSED:
        later = timedelta(days=731, hours=9, seconds=17)
        made.append(Product(seen, baseline=(5, 10), sequence=1, delay=later))
    if day == _ALSO_NEIGHBOUR:
        made.append(Product(seen, tile=NEIGHBOUR_TILE, grid=NEIGHBOUR_GRID))
    if day in _ALSO_LEVEL1C:
        earlier = timedelta(hours=1, minutes=47, seconds=5)
        made.append(Product(seen, level="LEVEL1C", baseline=baseline, delay=earlier))
    return made
