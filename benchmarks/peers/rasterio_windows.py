"""Rasterio: open, window, read; one after another or in threads."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.task import Task, Wanted, Way, contend

if TYPE_CHECKING:
    from benchmarks.task import Piece

TUNED = {
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",
    "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": ".tif",
    "GDAL_INGESTED_BYTES_AT_OPEN": "32768",
    "GDAL_HTTP_MERGE_CONSECUTIVE_RANGES": "YES",
    # With the default of 16 MB, 32 threads push out what others still need, and fetch it twice.
    "CPL_VSIL_CURL_CACHE_SIZE": "134217728",
}
"""What guides for cloud-optimized GeoTIFFs recommend."""


def _window(one: Wanted) -> Piece:
    import rasterio
    from rasterio.windows import from_bounds

    with rasterio.open(one.url) as dataset:
        window = from_bounds(*one.bounds, transform=dataset.transform)
        return one.day, one.band, dataset.read(1, window=window.round_lengths().round_offsets())


def _in_turn(task: Task) -> Iterator[Piece]:
    yield from map(_window, task.wanted)


def _in_threads(count: int, task: Task) -> Iterator[Piece]:
    import rasterio

    # From the main thread: then the options hold for the process.
    with rasterio.Env(**TUNED), ThreadPoolExecutor(count) as pool:
        for done in as_completed([pool.submit(_window, one) for one in task.wanted]):
            yield done.result()


IMPORTS = ("rasterio", "rasterio.windows")

if __name__ == "__main__":
    contend(
        {
            "loop": Way(_in_turn, IMPORTS),
            "16": Way(partial(_in_threads, 16), IMPORTS),
            "32": Way(partial(_in_threads, 32), IMPORTS),
        }
    )
