"""The reader that everybody gets: the fast one in front of the general one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .contract import THREADS

if TYPE_CHECKING:
    from .block_cache.disk import PrefixStore
    from .cog.header_store import TableStore
    from .contract import Reader
    from .network import Network

RANGES_PER_FILE = 5
"""GDAL works on a file while it has it open; a range on its way costs no work."""


def default_reader(
    network: Network,
    *,
    threads: int | None = None,
    connections: int | None = None,
    tables: TableStore | None = None,
    prefixes: PrefixStore | None = None,
) -> Reader:
    """Cuts windows itself where it can, else by GDAL with at most `threads` files open.

    At most `connections` ranges are on the way at once, by default `RANGES_PER_FILE` a file.
    `tables` and `prefixes` keep what is known of files beyond the process.
    """
    from .cog.reader import WindowReader
    from .gdal.reader import RasterReader

    files = threads or THREADS
    return WindowReader(
        network,
        general=RasterReader(network, threads=files),
        tables=tables,
        prefixes=prefixes,
        connections=connections or RANGES_PER_FILE * files,
        general_at_once=files,
    )
