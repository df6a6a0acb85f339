"""A cache's folder with something of each kind in it."""

from __future__ import annotations

import numpy as np

from cbm_chips.core.cache import ChipCache
from cbm_chips.core.cache.bytes_disk import LARGEST_ROW_BYTES
from cbm_chips.core.reading.contract import WINDOW, Pixels

PIXELS = Pixels(np.arange(12, dtype="uint16").reshape(3, 4), WINDOW, "made", bytes_read=1)


def is_there(cache: ChipCache) -> bool:
    found = cache.get_pixels("key")
    return found is not None and bool((found.values == PIXELS.values).all())


LARGE = bytes(range(256)) * (LARGEST_ROW_BYTES // 256 + 1)
"""It lies in a file of its own."""
