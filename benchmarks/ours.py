"""This product's ways to the pixels; run by its own interpreter, each in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.archive import BAND_NAMES, CHIP_M
from benchmarks.task import Task, Way, contend

if TYPE_CHECKING:
    from benchmarks.task import Piece
    from cbm_chips.core.model import Chip, ChipRequest, FailedChip
    from cbm_chips.core.reading.contract import Reader
    from cbm_chips.core.reading.network import Network

HEADERS, BLOCKS = "tables.sqlite", "blocks"


def _network(ca_file: str) -> Network:
    from cbm_chips.core.reading.network import Network

    return Network(ca_file=ca_file or None)


@lru_cache(maxsize=1)
def _fast_reader(ca_file: str, folder: str, *, keeps_blocks: bool = True) -> Reader:
    """One for the process, so that a second task finds what the first one left in memory."""
    from cbm_chips.core.cache.store import MAX_BLOCKS_BYTES
    from cbm_chips.core.reading.block_cache.disk import BlockFolder
    from cbm_chips.core.reading.cog.header_store import FileStores, SqliteHeaderStore
    from cbm_chips.core.reading.default_reader import default_reader

    headers = SqliteHeaderStore(Path(folder, HEADERS))
    blocks = BlockFolder(Path(folder, BLOCKS), limit_bytes=MAX_BLOCKS_BYTES)
    return default_reader(
        _network(ca_file),
        stores=FileStores(headers, blocks if keeps_blocks else None),
    )


def _fast(task: Task) -> Iterator[Piece]:
    return _read(task, _fast_reader(task.ca_file, task.folder))


def _with_tables(task: Task) -> Iterator[Piece]:
    """Keeping where blocks lie, and none of their bytes."""
    return _read(task, _fast_reader(task.ca_file, task.folder, keeps_blocks=False))


def _with_zlib(task: Task) -> Iterator[Piece]:
    """As on a machine that has no other library to inflate with."""
    from cbm_chips.core.reading.cog import decode as cutting
    from cbm_chips.core.reading.cog import inflate

    zlib_alone = inflate.inflaters()[-1:]
    if cutting.inflaters is not inflate.inflaters:
        raise RuntimeError("the reader takes what inflates from somewhere else by now")
    cutting.inflaters = lambda: zlib_alone
    return _fast(task)


def _general(task: Task) -> Iterator[Piece]:
    """As inside QGIS, by its own GDAL."""
    from cbm_chips.core.reading.gdal.osgeo_backend import OsgeoBackend
    from cbm_chips.core.reading.gdal.reader import RasterReader

    return _read(task, RasterReader(_network(task.ca_file), backend=OsgeoBackend()))


def _general_rasterio(task: Task) -> Iterator[Piece]:
    """As where QGIS is not."""
    from cbm_chips.core.reading.gdal.rasterio_backend import RasterioBackend
    from cbm_chips.core.reading.gdal.reader import RasterReader

    return _read(task, RasterReader(_network(task.ca_file), backend=RasterioBackend()))


def _read(task: Task, reader: Reader) -> Iterator[Piece]:
    from cbm_chips.core.model import Asset, Grid
    from cbm_chips.core.reading.contract import ReadJob, open_plainly

    days, jobs = {}, []
    for one in task.wanted:
        days[one.url] = one.day
        size = (one.resolution_m, one.size_px, one.size_px)
        jobs.append(
            ReadJob(Asset(one.band, one.url, version="1"), Grid(one.epsg, one.left, one.top, *size))
        )
    for read in filter(None, reader.read_all(jobs, open_plainly)):
        if read.pixels is None:
            raise RuntimeError(f"{read.job.asset.href}: {read.error}")
        asset = read.job.asset
        yield days[asset.href], asset.band, read.pixels.values


def _extracted(task: Task) -> Iterator[Piece]:
    """As a script does it, with a chip cache."""
    from cbm_chips.core.extract import extract_chips, open_source

    with open_source(task.api, network=_network(task.ca_file)) as source:
        for result in extract_chips(_request(task), source, cache=task.folder):
            yield from _pieces(result)


def _written(task: Task) -> Iterator[Piece]:
    """As Processing does it: the chips as GeoTIFFs, with manifest and table."""
    from cbm_chips.core.extract import extract_chips, open_source
    from cbm_chips.core.outputs.run_folder.writer import RunWriter

    request, files = _request(task), Path(task.folder, "files")
    with open_source(task.api, network=_network(task.ca_file)) as source, RunWriter(files) as run:
        for result in extract_chips(request, source, cache=task.folder):
            run.add(request.place, result)
            yield from _pieces(result)


def _flagged(task: Task) -> Iterator[Piece | None]:
    """As the dock does it with a catalogue it knows: the flags are shown before the chips."""
    from cbm_chips.core.model import Chip, FailedChip
    from cbm_chips.core.pipeline.events import Flagged
    from cbm_chips.core.pipeline.run import Tools, run
    from cbm_chips.core.sources.stac import StacSource, typed_provider

    provider = replace(typed_provider(task.api), pixel_hosts=(task.base.rstrip("/"),))
    with StacSource(provider=provider, network=_network(task.ca_file)) as source:
        for event in run(_request(task), source, Tools(_fast_reader(task.ca_file, task.folder))):
            if isinstance(event, Flagged):
                yield None
            elif isinstance(event, (Chip, FailedChip)):
                yield from _pieces(event)


def _request(task: Task) -> ChipRequest:
    from cbm_chips.core.model import ChipRequest, Place

    first, last = task.days[0], task.days[-1]
    return ChipRequest(Place(*task.centre), first, last, bands=BAND_NAMES, size_m=CHIP_M)


def _pieces(result: Chip | FailedChip) -> Iterator[Piece]:
    from cbm_chips.core.model import Chip
    from cbm_chips.core.sentinel2.scl import CloudFlag

    if not isinstance(result, Chip) or result.failures or result.flag is CloudFlag.NO_SCL:
        raise RuntimeError(f"not a whole chip: {result}")
    day = result.scene.acquired.date().isoformat()
    yield from ((day, band, pixels) for band, pixels in result.bands.items())


def _local(task: Task) -> Iterator[Piece]:
    """What all others have to give as well."""
    import rasterio
    from rasterio.windows import from_bounds

    for one in task.wanted:
        with rasterio.open(one.url) as file:
            window = from_bounds(*one.bounds, transform=file.transform)
            pixels = file.read(1, window=window.round_lengths().round_offsets())
        yield one.day, one.band, pixels


READER = "cbm_chips.core.reading.gdal.reader"
GENERAL = ("osgeo.gdal", "osgeo.gdal_array", READER)
FAST = (
    *("requests", "cbm_chips.core.cache"),
    *("cbm_chips.core.reading.default_reader", "cbm_chips.core.reading.cog.reader"),
)
PRODUCT = (
    *("diskcache", "pyproj", "pystac_client.item_search", "shapely.geometry"),
    *("cbm_chips.core.extract", "cbm_chips.core.pipeline.run", "cbm_chips.core.sources.registry"),
    "cbm_chips.core.outputs.run_folder.writer",
    *GENERAL,
    *FAST,
)

if __name__ == "__main__":
    contend(
        {
            "local": Way(_local, ("rasterio", "rasterio.windows")),
            "general": Way(_general, GENERAL),
            "general-rasterio": Way(_general_rasterio, ("rasterio", "rasterio.windows", READER)),
            "reader": Way(_fast, FAST),
            "tables": Way(_with_tables, FAST),
            "zlib": Way(_with_zlib, FAST),
            "product": Way(_extracted, PRODUCT),
            "files": Way(_written, PRODUCT),
            "flags": Way(_flagged, PRODUCT),
        }
    )
