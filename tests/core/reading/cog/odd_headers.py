"""What made GeoTIFFs of the tests of headers hold."""

from __future__ import annotations

import numpy as np

PIXELS = np.random.default_rng(3).integers(0, 5000, (40, 50)).astype("uint16")
KEYS = [1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 32631]
TRANSFORMED = {33550: None, 33922: None}
MATRIX = [20, 0, 0, 500_000, 0, -20, 0, 4_000_000, 0, 0, 0, 0, 0, 0, 0, 1]
