"""A band's file as a grey picture: where it is black and where it is white.

Computed from the file's pixels: what a GIS makes of its own histogram differs between versions,
and some have a single bin for a band with scale and offset.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ...array_lists import as_list
from ...rendering.clear_pixels import clear_pixels
from ...sentinel2.cloud_rules import rule_of_words
from ...sentinel2.scl import CloudRule, bad_pixels
from ..geotiff.chip_files import RULE_TAG
from .read_back import SCL, load

if TYPE_CHECKING:
    from numpy.typing import NDArray

LOW_PCT, HIGH_PCT = 2, 98
_FLAT = 1e-6
"""Half the range shown of a file with a single value."""


def grey_limits(path: Path) -> tuple[float, float] | None:
    """Percentiles of the clear pixels, as reflectance: scale and offset applied.

    Clouds are known from the SCL of the same date, if its file is in the same folder.

    Returns:
        (low, high) with low < high; None where the file has no valid pixel or can't be read.
    """
    stored = load(path)
    if isinstance(stored, str):
        return None
    values = stored.layers[0]
    scale, offset = stored.scales[0]
    valid = np.isfinite(values) & (values != 0)
    shown = clear_pixels(valid, _bad_beside(path), resolution_m=int(stored.grid.resolution_m))
    seen = values[valid if shown is None else shown].astype(np.float64)
    if not seen.size:
        return None
    low, high = as_list(np.percentile(seen, (LOW_PCT, HIGH_PCT)) * scale + offset)
    return (low, high) if low < high else (low - _FLAT, high + _FLAT)


def _bad_beside(path: Path) -> NDArray[np.bool_] | None:
    date = path.stem.rpartition(".")[0]
    classes = path.with_name(f"{date}.{SCL}{path.suffix}")
    stored = load(classes) if classes.is_file() else ""
    if isinstance(stored, str):
        return None
    rule = rule_of_words(stored.tags.get(RULE_TAG, "")) or CloudRule()
    return bad_pixels(stored.layers[0], rule)
