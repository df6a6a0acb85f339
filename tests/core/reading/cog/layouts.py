"""Made headers of files, for tests."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from cbm_chips.core.reading.cog.header_store import FileHeader
from cbm_chips.core.reading.cog.layout import Layout


def a_layout(**changes) -> Layout:
    """4 x 4 blocks of 256 px, one behind the other, each of 100 kB."""
    counts = np.full(16, 100_000, np.uint32)
    fields = {
        "width_px": 1024,
        "height_px": 1000,
        "block_width_px": 256,
        "block_height_px": 256,
        "dtype": np.dtype("<u2"),
        "predictor": 2,
        "epsg": 32631,
        "transform": (10.0, 0.0, 600_000.0, 0.0, -10.0, 5_900_040.0),
        "nodata": 0.0,
        "offsets": np.arange(16, dtype=np.uint64) * 100_000 + 4096,
        "byte_counts": counts,
        **changes,
    }
    return Layout(**fields)


def a_table(**changes) -> FileHeader:
    return replace(FileHeader(a_layout(), 1_604_096, '"etag"'), **changes)
