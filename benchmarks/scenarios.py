"""What is measured: the table `SCENARIOS`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Optional

from . import archive
from .archive import Corner
from .contestants import FAST_PEERS
from .line import Line

DATES, FEW_DATES, MANY_DATES, RANDOM_CHIPS = 24, 6, 100, 40
QUICK_CHIPS = 10
CHIP = (archive.CHIP_LEFT, archive.CHIP_TOP)


@dataclass(frozen=True)
class Scenario:
    """One line to one archive, and who reads over it in turns.

    Attributes:
        name: in goals.
        title: in the report.
        line: to the files; the search has none.
        contestants: names out of `CONTESTANTS`, in order.
        block_px: of the archive.
        dates: how many; all bands of each.
        repeats: turns.
        is_secure: https instead of http.
        is_random: each date's chip lies elsewhere.
    """

    name: str
    title: str
    line: Line
    contestants: tuple[str, ...]
    block_px: int = 1024
    dates: int = DATES
    repeats: int = 5
    is_secure: bool = False
    is_random: bool = False

    @property
    def corners(self) -> Sequence[Corner]:
        """Of each date's chip."""
        return archive.random_corners(self.dates) if self.is_random else [CHIP] * self.dates

    def quick(self) -> Optional[Scenario]:
        """The same in a few seconds, to see that it works; None if that says nothing."""
        if self.line.mbit_s:
            return None
        few = tuple(name for name in self.contestants if name not in ("loop", "odc-stac"))
        dates = {RANDOM_CHIPS: QUICK_CHIPS, MANY_DATES: MANY_DATES}.get(self.dates, FEW_DATES)
        return replace(self, contestants=few, dates=dates, repeats=1)


NEAR, FAR, HOME = Line(latency_ms=20), Line(latency_ms=50), Line(latency_ms=20, mbit_s=100)
PRODUCT = ("flags", "product", "files", "again")

SCENARIOS: dict[str, Scenario] = {
    row.name: row
    for row in (
        Scenario(
            "near",
            "20 ms, 1024-blocks",
            NEAR,
            (
                *FAST_PEERS,
                "general",
                "general-rasterio",
                "reader",
                "bare",
                "zlib",
                "tables",
                "beside",
                "repeat",
                *PRODUCT,
            ),
        ),
        Scenario(
            "far",
            "50 ms, 1024-blocks",
            FAR,
            (*FAST_PEERS, "reader", "bare", "tables", "loop"),
            repeats=5,
        ),
        Scenario(
            "small blocks",
            "50 ms, 512-blocks, the chip across two columns",
            FAR,
            (*FAST_PEERS, "reader", "bare", "tables"),
            block_px=512,
        ),
        Scenario(
            "https",
            "20 ms, 1024-blocks, https",
            NEAR,
            (*FAST_PEERS, "general", "general-rasterio", "reader", "bare"),
            is_secure=True,
        ),
        Scenario(
            "random",
            f"{RANDOM_CHIPS} random chips of one date each, 1024-blocks",
            Line(),
            ("rasterio-32", "async-geotiff", "reader"),
            dates=RANDOM_CHIPS,
            repeats=1,
            is_random=True,
        ),
        Scenario(
            "random, small blocks",
            f"{RANDOM_CHIPS} random chips of one date each, 512-blocks",
            Line(),
            ("rasterio-32", "async-geotiff", "reader"),
            block_px=512,
            dates=RANDOM_CHIPS,
            repeats=1,
            is_random=True,
        ),
        Scenario(
            "few dates",
            f"{FEW_DATES} dates, 20 ms, 1024-blocks",
            NEAR,
            ("rasterio-32", "async-geotiff", "reader", "repeat"),
            dates=FEW_DATES,
            repeats=3,
        ),
        Scenario(
            "many dates",
            f"{MANY_DATES} dates, 20 ms, 1024-blocks",
            NEAR,
            ("rasterio-32", "async-geotiff", "reader"),
            dates=MANY_DATES,
            repeats=1,
        ),
        Scenario(
            "home",
            "100 Mbit/s, 20 ms, 1024-blocks",
            HOME,
            ("rasterio-32", "async-geotiff", "reader"),
            dates=12,
            repeats=1,
        ),
    )
}
