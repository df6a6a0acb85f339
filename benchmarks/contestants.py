"""Who takes part: the table `CONTESTANTS`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

OURS, PEERS = "benchmarks.ours", "benchmarks.peers"


class Before(Enum):
    """What has happened before a run that is measured."""

    NOTHING = "nothing: a new process with an empty folder"
    ELSEWHERE = "another chip was cut from other blocks of the same files, by another process"
    BESIDE = "the next chip was cut from the same blocks, by another process"
    THE_SAME = "the same was read, by the same process"


@dataclass(frozen=True)
class Contestant:
    """One way to the same pixels.

    Attributes:
        title: for the tables.
        module, way: what runs, and which of the module's ways.
        before: what has happened before.
        folder_of: the contestant of the same turn whose folder it finds.
        most_runs: of one scenario; the loop without threads takes minutes.
    """

    title: str
    module: str
    way: str
    before: Before = Before.NOTHING
    folder_of: str = ""
    most_runs: int = 99

    @property
    def is_peer(self) -> bool:
        """Whether it belongs to somebody else."""
        return self.module.startswith(PEERS)


_RASTERIO = f"{PEERS}.rasterio_windows"

CONTESTANTS: dict[str, Contestant] = {
    "loop": Contestant("rasterio, plain loop, default settings", _RASTERIO, "loop", most_runs=1),
    "rasterio-16": Contestant("rasterio, 16 threads, tuned", _RASTERIO, "16"),
    "rasterio-32": Contestant("rasterio, 32 threads, tuned", _RASTERIO, "32"),
    "async-geotiff": Contestant("async-geotiff, obstore", f"{PEERS}.async_geotiffs", "gather"),
    "odc-stac": Contestant("odc-stac, 32 dask threads", f"{PEERS}.odc", "dask"),
    "general": Contestant("our general reader (QGIS's GDAL)", OURS, "general"),
    "general-rasterio": Contestant("our general reader (rasterio)", OURS, "general-rasterio"),
    "reader": Contestant("**our reader**", OURS, "reader"),
    "bare": Contestant("our reader, keeping no blocks on disk", OURS, "tables"),
    "zlib": Contestant("our reader, zlib only", OURS, "zlib"),
    "tables": Contestant("our reader, block tables cached", OURS, "tables", Before.ELSEWHERE),
    "beside": Contestant("our reader, next chip in the blocks", OURS, "reader", Before.BESIDE),
    "repeat": Contestant("our reader, again in the process", OURS, "reader", Before.THE_SAME),
    "flags": Contestant("product, until the first flag", OURS, "flags"),
    "product": Contestant("product: search, flags, new cache", OURS, "product"),
    "again": Contestant("product again, new process", OURS, "product", folder_of="product"),
    "files": Contestant("product, GeoTIFFs written too", OURS, "files"),
    "local": Contestant("rasterio, local files", OURS, "local"),
}
FAST_PEERS = ("rasterio-16", "rasterio-32", "async-geotiff", "odc-stac")
