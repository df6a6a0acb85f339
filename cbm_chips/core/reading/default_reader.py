"""The default reader: by blocks where that can be done, else by GDAL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .contract import THREADS

if TYPE_CHECKING:
    from .cog.header_store import FileStores
    from .contract import ClosableReader
    from .http.paces import HostPaces
    from .network import Network

RANGES_PER_FILE = 5
"""More requests than open files: a file open in GDAL takes the processor, a request does not."""


def default_reader(
    network: Network,
    *,
    threads: int | None = None,
    connections: int | None = None,
    stores: FileStores | None = None,
    paces: HostPaces | None = None,
    gives_way: bool = False,
) -> ClosableReader:
    """Reads windows of tiled GeoTIFFs by blocks, all other files by GDAL; to be closed.

    Args:
        network: proxy, certificates, time-outs and retries.
        threads: files open in GDAL at once, `THREADS` by default.
        connections: requests at once to each host, by default `RANGES_PER_FILE` a thread.
        stores: keep headers and blocks of files beyond the process.
        paces: what hosts ask for, shared with other readers; by default its own.
        gives_way: decoding leaves the cores to threads that somebody waits for, such as a window's.
    """
    from .cog.reader import WindowReader
    from .gdal.reader import RasterReader

    files = threads or THREADS
    reader = WindowReader(
        network,
        general=RasterReader(network, threads=files, connections=connections, paces=paces),
        stores=stores,
        paces=paces,
        connections=connections or RANGES_PER_FILE * files,
        general_at_once=files,
    )
    if gives_way:
        reader.let_others_go_first()
    return reader
