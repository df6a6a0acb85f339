"""A member state on paper: plans made parcels of a whole country, reads nothing, prints figures.

python -m benchmarks.scale [--parcels 2000000]
"""

from __future__ import annotations

import argparse
import struct
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Optional

import numpy as np

from cbm_chips.core.model import Asset, Scene, Search
from cbm_chips.core.parcels.outlines.layer import Parcels
from cbm_chips.core.parcels.planning.make_plan import plan_parcels
from cbm_chips.core.projection import to_wgs84

from .task import most_memory_mb

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from cbm_chips.core.model import ChipRequest

EPSG, LEFT, TOP, TILE_M, STEP_M = 32631, 400_000, 5_900_040, 109_800, 99_960
TILES_ACROSS, TILES_DOWN = 6, 6
"""360 000 km2, as the largest member states."""
SEASON_DATES, DAYS_APART = 73, 5
"""A year of both satellites over each place, half of it in the overlap of two orbits."""
ASKED = {"start": "2022-01-01", "end": "2022-12-31", "bands": ("B04", "B08"), "indices": ("NDVI",)}
AT_ONCE = 10_000


@dataclass(frozen=True)
class MadeSource:
    """Lists the scenes of a grid of tiles, as a catalogue would for one square degree."""

    identity: str = "made"
    is_remote: bool = False
    lists_freely: bool = True

    def fetch(self, request: ChipRequest) -> bytes:
        """Nothing is asked."""
        return f"{request.place.lon} {request.place.lat} {request.size_m}".encode()

    def parse(self, answer: bytes, request: ChipRequest) -> Search:
        """The scenes whose tile the square meets."""
        from shapely.geometry import box

        lon, lat, size_m = map(float, answer.split())
        half = size_m / 2 / 111_000
        square = box(lon - 2 * half, lat - half, lon + 2 * half, lat + half)
        return Search(tuple(
            scene for name, bounds, outline in _tiles() if outline.intersects(square)
            for scene in _scenes(name, bounds, outline)
        ))  # fmt: skip


def _tiles() -> Iterator[tuple[str, tuple[float, float, float, float], BaseGeometry]]:
    from shapely.geometry import box

    for col in range(TILES_ACROSS):
        for row in range(TILES_DOWN):
            left, top = LEFT + col * STEP_M, TOP - row * STEP_M
            bounds = (left, top - TILE_M, left + TILE_M, top)
            outline = to_wgs84(box(*bounds), EPSG)
            yield f"31U{chr(65 + col)}{chr(65 + row)}", bounds, outline


def _scenes(
    name: str, bounds: tuple[float, float, float, float], outline: BaseGeometry
) -> Iterator[Scene]:
    for number in range(SEASON_DATES):
        day = datetime(2022, 1, 1, 10, 46, tzinfo=timezone.utc) + timedelta(DAYS_APART * number)
        files = {
            band: Asset(band, f"https://files.example/{name}/{number}/{band}.tif", version="1")
            for band in ("B04", "B08", "SCL")
        }
        yield Scene(
            f"S2A_{name}_{number}",
            day,
            platform="S2A",
            tile=name,
            epsg=EPSG,
            datatake=f"S2A_{number}",
            tile_bounds=bounds,
            footprint=outline,
            assets=files,
        )


def made_parcels(count: int) -> Iterator[tuple[str, bytes]]:
    """Turned rectangles of 40 to 350 m all over the tiles, as id and WKB."""
    rng = np.random.default_rng(2)
    extent = (TILES_ACROSS * STEP_M, TILES_DOWN * STEP_M)
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)])
    head = struct.pack("<BIII", 1, 3, 1, len(corners))
    for first in range(0, count, AT_ONCE):
        some = min(AT_ONCE, count - first)
        middle = rng.uniform(400, np.array(extent) - 400, (some, 1, 2)) * (1, -1) + (LEFT, TOP)
        half, turn = rng.uniform(20, 175, (some, 1, 2)), rng.uniform(0, np.pi, (some, 1))
        x, y = np.moveaxis(corners * half, 2, 0)
        turned = (x * np.cos(turn) - y * np.sin(turn), x * np.sin(turn) + y * np.cos(turn))
        rings = np.stack(turned, axis=2) + middle
        for number, ring in enumerate(rings, start=first):
            yield f"{number:010}", head + ring.tobytes()


def main(arguments: Optional[Sequence[str]] = None) -> None:
    """Plan, and print what the plan says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--parcels", type=int, default=2_000_000)
    options = parser.parse_args(arguments)
    begun, cpu = time.perf_counter(), time.process_time()
    parcels = Parcels.of(made_parcels(options.parcels), EPSG)
    taken = time.perf_counter() - begun
    plan = plan_parcels(parcels, ASKED, MadeSource())  # type: ignore[arg-type]  # what it needs
    estimate = plan.estimate
    wall, cpu = time.perf_counter() - begun, time.process_time() - cpu
    rows = (
        ("plan", str(plan)),
        ("pieces", f"{len(plan.pieces):,}"),
        ("requests for blocks, at most", f"{estimate.blocks:,}"),
        ("rows", f"{estimate.parcel_dates:,}"),
        ("taking the parcels, s", f"{taken:.0f}"),
        ("planning in all, s", f"{wall:.0f} (CPU {cpu:.0f})"),
        ("most memory, MB", f"{most_memory_mb():.0f}"),
    )
    print("\n".join(f"| {name} | {value} |" for name, value in rows))


if __name__ == "__main__":
    main()
