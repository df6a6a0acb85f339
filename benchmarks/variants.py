"""The contestants. Each runs in a process of its own: a task comes by stdin, an `Outcome` leaves.

python -m benchmarks.variants NAME < task.json
"""

from __future__ import annotations

import hashlib
import json
import resource
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any, Callable

import numpy as np
from numpy.typing import NDArray

from .archive import BAND_NAMES, CHIP_M, chip_centre, chip_grid

TUNED = {
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",
    "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": ".tif",
    "GDAL_INGESTED_BYTES_AT_OPEN": "32768",
    "GDAL_HTTP_MERGE_CONSECUTIVE_RANGES": "YES",
    # With the default of 16 MB, 32 threads push out what others still need, and fetch it twice.
    "CPL_VSIL_CURL_CACHE_SIZE": "134217728",
}
"""What guides for cloud-optimized GeoTIFFs recommend."""


@dataclass(frozen=True)
class Task:
    """What is read.

    Attributes:
        files: day, band, URL or path.
        api: URL of the STAC API that lists the same files.
        cache: folder of the chip cache.
    """

    files: list[tuple[str, str, str]]
    api: str = ""
    cache: str = ""

    @property
    def days(self) -> list[str]:
        """All days, sorted."""
        return sorted({day for day, _, _ in self.files})


@dataclass(frozen=True)
class Outcome:
    """What a run cost and what it read.

    `digest` is of all pixels; `first_s` until the first result could be used: a band, or a
    whole date from the product. Imports are not in `wall_s`.
    """

    wall_s: float
    first_s: float
    cpu_s: float
    import_s: float
    rss_mb: float
    digest: str


Piece = tuple[str, str, NDArray[np.generic]]
"""Day, band, pixels."""


@dataclass(frozen=True)
class Variant:
    """One way to the same pixels: what to import, then how to read."""

    title: str
    prepare: Callable[[], Any]
    read: Callable[[Task], Iterable[Piece]]
    is_slow: bool = False


def _window(file: tuple[str, str, str]) -> Piece:
    import rasterio
    from rasterio.windows import from_bounds

    day, band, url = file
    with rasterio.open(url) as dataset:
        window = from_bounds(*chip_grid(band).bounds, transform=dataset.transform)
        return day, band, dataset.read(1, window=window.round_lengths().round_offsets())


def _sequential(options: dict[str, str], task: Task) -> Iterator[Piece]:
    import rasterio

    with rasterio.Env(**options):
        yield from map(_window, task.files)


def _threads(count: int, task: Task) -> Iterator[Piece]:
    import rasterio

    # From the main thread: then the options hold for the process.
    with rasterio.Env(**TUNED), ThreadPoolExecutor(count) as pool:
        for done in as_completed([pool.submit(_window, file) for file in task.files]):
            yield done.result()


def _our_reader(task: Task) -> Iterator[Piece]:
    from cbm_chips.core.model import Asset
    from cbm_chips.core.reading.access import open_plainly
    from cbm_chips.core.reading.jobs import ReadJob
    from cbm_chips.core.reading.rasters import RasterReader

    days = {url: day for day, _, url in task.files}
    jobs = [ReadJob(Asset(band, url), chip_grid(band)) for _, band, url in task.files]
    for read in filter(None, RasterReader().read_all(jobs, open_plainly)):
        if read.pixels is None:
            raise RuntimeError(f"{read.job.asset.href}: {read.error}")
        asset = read.job.asset
        yield days[asset.href], asset.band, read.pixels.values


def _product(task: Task) -> Iterator[Piece]:
    from cbm_chips.core.extract import extract_chips, open_source
    from cbm_chips.core.model import Chip, ChipRequest, Place
    from cbm_chips.core.scl import CloudFlag

    lon, lat = chip_centre()
    request = ChipRequest(
        Place(lon, lat), task.days[0], task.days[-1], bands=BAND_NAMES, size_m=CHIP_M
    )
    with open_source(task.api) as source:
        for result in extract_chips(request, source, cache=task.cache):
            if not isinstance(result, Chip) or result.failures or result.flag is CloudFlag.NO_SCL:
                raise RuntimeError(f"not a whole chip: {result}")
            day = result.scene.acquired.date().isoformat()
            yield from ((day, band, pixels) for band, pixels in result.bands.items())


def _import_rasterio() -> None:
    import rasterio
    import rasterio.windows  # noqa: F401


def _import_reader() -> None:
    from cbm_chips.core.reading import rasters  # noqa: F401

    _import_rasterio()


def _import_product() -> None:
    import diskcache  # noqa: F401
    import pystac_client  # noqa: F401
    import requests  # noqa: F401
    import shapely.geometry  # noqa: F401

    from cbm_chips.core import extract, pipeline  # noqa: F401
    from cbm_chips.core.sources import registry  # noqa: F401

    _import_reader()


PLAIN, TUNED_LOOP, POOL_16, POOL_32 = "plain", "tuned", "threads-16", "threads-32"
READER, COLD, AGAIN = "reader", "product", "again"

VARIANTS = {
    PLAIN: Variant(
        "rasterio loop, default settings", _import_rasterio, partial(_sequential, {}), is_slow=True
    ),
    TUNED_LOOP: Variant(
        "rasterio loop, tuned settings", _import_rasterio, partial(_sequential, TUNED), is_slow=True
    ),
    POOL_16: Variant("rasterio, 16 threads, tuned", _import_rasterio, partial(_threads, 16)),
    POOL_32: Variant("rasterio, 32 threads, tuned", _import_rasterio, partial(_threads, 32)),
    READER: Variant("our reader", _import_reader, _our_reader),
    COLD: Variant("product: search, flags, chips, to a new cache", _import_product, _product),
    AGAIN: Variant("product again, new process, from the cache", _import_product, _product),
}


def run(name: str, task: Task) -> Outcome:
    """Read the task's pixels and measure it."""
    begun = time.perf_counter()
    VARIANTS[name].prepare()
    import_s = time.perf_counter() - begun
    started, cpu_started = time.perf_counter(), time.process_time()
    pieces: list[Piece] = []
    first_s = 0.0
    for piece in VARIANTS[name].read(task):
        first_s = first_s or time.perf_counter() - started
        pieces.append(piece)
    wall_s, cpu_s = time.perf_counter() - started, time.process_time() - cpu_started
    rss_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Outcome(wall_s, first_s, cpu_s, import_s, rss_mb, digest(pieces, task))


def digest(pieces: list[Piece], task: Task) -> str:
    """One word for all pixels, whatever the order they came in; a missing one is an error."""
    by_name = {(day, band): pixels for day, band, pixels in pieces}
    if set(by_name) != {(day, band) for day, band, _ in task.files} or len(by_name) < len(pieces):
        raise RuntimeError("other files than those asked for")
    words = hashlib.sha256()
    for name in sorted(by_name):
        pixels = by_name[name]
        words.update(f"{name} {pixels.dtype.str} {pixels.shape}".encode())
        words.update(np.ascontiguousarray(pixels).tobytes())
    return words.hexdigest()


def main() -> None:
    """Run one variant."""
    task = json.load(sys.stdin)
    files = [(day, band, url) for day, band, url in task.pop("files")]
    print(json.dumps(asdict(run(sys.argv[1], Task(files=files, **task)))))


if __name__ == "__main__":
    main()
