"""What contestants with many parcels are told and tell: numpy and the standard library only.

A task comes by stdin as JSON, an outcome leaves by stdout; the numbers go to a file, as
float64[parcels, dates, bands, statistics].
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np

from .task import forget_counts, most_memory_mb

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

BANDS = ("B04", "B08")
STATISTICS = ("count", "mean", "std", "min", "max", "p25", "p50", "p75")
CLEAR = (2, 4, 5, 6, 7, 11)
"""Classes of the SCL."""
SCALE, OFFSET = 0.0001, -0.1


@dataclass(frozen=True)
class ParcelTask:
    """What is counted.

    Attributes:
        parcels: path of GeoJSON features in the files' CRS, each with an `id`.
        files: day -> band -> URL.
        days: those that count; a slow contestant does some of them.
        most_parcels: likewise; 0 for all.
        bounds: of all parcels, on the 20 m lattice: left, bottom, right, top.
        api: URL of the STAC API that lists the same files.
        folder: for caches.
        numbers: where the numbers go.
        control: the file server's URL for its counters.
        is_second: the same was done before in this process; only the second time counts.
    """

    parcels: str
    files: Mapping[str, Mapping[str, str]]
    days: tuple[str, ...]
    most_parcels: int
    bounds: tuple[float, float, float, float]
    api: str
    folder: str
    numbers: str
    control: str = ""
    is_second: bool = False

    def features(self) -> list[dict[str, Any]]:
        """The parcels that count."""
        with open(self.parcels, encoding="utf-8") as file:
            features: list[dict[str, Any]] = json.load(file)["features"]
        return features[: self.most_parcels or None]


@dataclass(frozen=True)
class ParcelOutcome:
    """What a run cost; `cpu_s` with that of the busiest of other processes."""

    wall_s: float
    cpu_s: float
    rss_mb: float


@dataclass(frozen=True)
class ParcelWay:
    """How to count, what is imported before the clock runs, and CPU seconds of other processes."""

    count: Callable[[ParcelTask], Numbers]
    imports: tuple[str, ...]
    elsewhere: Callable[[], Mapping[str, float]] = dict


def count_parcels(ways: Mapping[str, ParcelWay]) -> None:
    """Do the task from stdin in the way that the command line names."""
    told = json.loads(sys.stdin.read())
    task = ParcelTask(**{**told, "days": tuple(told["days"]), "bounds": tuple(told["bounds"])})
    way = ways[sys.argv[1]]
    for module in way.imports:
        import_module(module)
    if task.is_second:
        way.count(task)
        forget_counts(task.control)
    gc.collect()
    before = way.elsewhere() if task.is_second else {}
    started, cpu_started = time.perf_counter(), time.process_time()
    numbers = way.count(task)
    wall_s, cpu_s = time.perf_counter() - started, time.process_time() - cpu_started
    after = way.elsewhere()
    cpu_s += max((after[name] - before.get(name, 0.0) for name in after), default=0.0)
    np.save(task.numbers, numbers)
    print(json.dumps(asdict(ParcelOutcome(wall_s, cpu_s, most_memory_mb()))))
