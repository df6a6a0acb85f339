"""How much a request will read, before anything is asked: a guess that errs to the large side."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.model import ChipRequest
from ...core.sentinel2.bands import BANDS

DAYS_BETWEEN_DATES = 2.5
"""Two satellites pass every five days, and most of Europe lies under two of their swaths."""
BLOCK_PX = 1024
BLOCK_MB = 1.3
"""A compressed block of the usual GeoTIFFs; whatever part of it is needed, it is read whole."""
LARGE_DATES, LARGE_MB = 150, 1000.0


@dataclass(frozen=True)
class Estimate:
    """Roughly so many dates and megabytes."""

    dates: int
    megabytes: float

    @property
    def is_large(self) -> bool:
        """Worth a question before it begins."""
        return self.dates > LARGE_DATES or self.megabytes > LARGE_MB


def estimate(request: ChipRequest) -> Estimate:
    """What reading every date in full would take."""
    days = (request.last_day - request.first_day).days + 1
    dates = max(1, round(days / DAYS_BETWEEN_DATES))
    blocks = sum(_blocks(band, request.size_m) for band in request.bands)
    return Estimate(dates, dates * blocks * BLOCK_MB)


def _blocks(band: str, size_m: int) -> float:
    """Blocks a square of this size meets on average, in both directions."""
    return (1 + size_m / BANDS[band].chip_resolution_m / BLOCK_PX) ** 2
