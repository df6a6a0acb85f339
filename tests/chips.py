"""Made chips: pixels and all that a pipeline says of them."""

from __future__ import annotations

import numpy as np
from shapely.geometry import box

from cbm_chips.core.model import Absence, Chip, FailedChip, Place, Provenance
from cbm_chips.core.projection import to_wgs84
from cbm_chips.core.sentinel2.bands import BANDS
from cbm_chips.core.sentinel2.scl import CloudFlag
from tests.builders import a_grid, a_scene


def pixels(bands, grid, seed=0):
    """Random DN above 0 (classes for SCL), of which the upper left 20 m hold no data."""
    rng = np.random.default_rng(seed)
    made = {}
    for name in bands:
        own = grid.at(BANDS[name].chip_resolution_m)
        low, high, dtype = (1, 10_000, np.uint16) if BANDS[name].reflective else (1, 12, np.uint8)
        made[name] = rng.integers(low, high, (own.height_px, own.width_px), dtype)
        corner = 20 // BANDS[name].chip_resolution_m
        made[name][:corner, :corner] = 0
    return made


def a_chip(bands=("B08", "B04", "B03", "B11", "SCL"), scene=None, grid=None, **others) -> Chip:
    """A clear chip of 1280 m over tile 31UFU."""
    grid = grid or a_grid()
    arrays = pixels(bands, grid) if isinstance(bands, tuple) else bands
    scales = {b: (0.0001, -0.1) if BANDS[b].reflective else (1.0, 0.0) for b in arrays}
    fields = {
        "histogram": {0: 1, 4: 186, 9: 3},
        "flag": CloudFlag.PARTLY,
        "cloud_fraction": 3 / 189,
        "provenance": Provenance(
            source="https://example.org/v1",
            offset_decision="offset -0.1 as the metadata say",
            readers=dict.fromkeys(arrays, "reader"),
            methods=dict.fromkeys(arrays, "window"),
            scenes=("S2A_31UFU_20200305_0_L2A",),
            outline_basis="pixels whose centre lies in the parcel",
        ),
        **others,
    }
    return Chip(scene or a_scene(), grid, arrays, scales, **fields)


def a_failed_chip(reason="HTTP 503", absence=Absence.FAILED, scene=None, **others) -> FailedChip:
    """A date that gave no chip."""
    scene = scene or a_scene("S2B_31UFU_20200307_0_L2A", "2020-03-07T10:36:34")
    return FailedChip(scene, reason, absence, **others)


def a_parcel(label="parcel-1", grid=None) -> Place:
    """A square parcel in the middle of the chip."""
    left, bottom, right, top = (grid or a_grid()).bounds
    inner = (right - left) / 4
    outline = box(left + inner, bottom + inner, right - inner, top - inner)
    return Place.of_parcel(to_wgs84(outline, (grid or a_grid()).epsg), label)
