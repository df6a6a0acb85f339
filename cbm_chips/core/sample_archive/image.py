"""Pixels of the sample's products: ground, sky, atmosphere and sensor put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..sentinel2.bands import BANDS, DEFAULT_SCALE
from ..sentinel2.second_opinion import CLOUD_PROBABILITY
from . import landscape as ground
from .covers import SPECTRA, SPECTRUM_BANDS
from .noise import block_mean, fractal
from .passes import Acquisition, Product
from .sky import Sky, classified, cloud_probability, sky_over, through
from .surface import CANVAS, Surface

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .noise import Map

_ROUGH_WATER, _SENSOR_NOISE = 0.10, 0.0007
_SWATH_EDGE_M = -340.0
_SWATH_SLANT = 0.23  # metres east for each metre north

_PATH = "118 088 054 033 027 022 018 015 013 006 003 002"
_PASSED = "80 84 88 91 92 93 94 95 95 36 97 96"
_ATMOSPHERE = {
    band: (int(path) / 1000, int(passed) / 100)
    for band, path, passed in zip(SPECTRUM_BANDS, _PATH.split(), _PASSED.split())
}
"""Reflectance of the air and share of light it lets through, for LEVEL1C."""


@dataclass(frozen=True)
class AcquisitionImage:
    """What the sensor saw on one pass.

    Attributes:
        ground: mixture of endmembers by pixel size in metres.
        sky: likewise.
        water: share of open water at 20 m.
        seen: by pixel size: False outside the swath.
        gain: of the whole date; two passes never agree to the last per cent.
    """

    acquisition: Acquisition
    ground: dict[int, Map]
    sky: dict[int, Sky]
    water: Map
    seen: dict[int, NDArray[np.bool_]]
    gain: float

    def pixels(self, product: Product, band: str) -> NDArray[np.generic]:
        """The band of a product, DN on the product's grid."""
        resolution = BANDS[band].resolution_m
        if band == "SCL":
            values: NDArray[np.generic] = self._scl()
        elif band == CLOUD_PROBABILITY:
            values = cloud_probability(self.sky[resolution])
        else:
            values = _as_dn(self._measured(product, band), product.offset)
        values = np.where(self.seen[resolution], values, 0).astype(values.dtype)
        return _cut(values, product, resolution)

    def _measured(self, product: Product, band: str) -> Map:
        resolution = BANDS[band].resolution_m
        sky = self.sky[resolution]
        if band == "B10":
            seen: Map = 0.0013 + 0.011 * sky.cloud * sky.bright + 0.03 * sky.cirrus
        else:
            seen = through(self._reflectance(band, resolution), band, sky)
            if product.level == "LEVEL1C":
                path, passed = _ATMOSPHERE[band]
                seen = path + passed * seen
        if product.sequence:
            seen = seen * 1.004 + 0.0006
        rng = _rng(self.acquisition, 10 + product.sequence, list(BANDS).index(band))
        noise = rng.standard_normal(seen.shape, dtype=np.float32)
        return np.asarray(seen + noise * (_SENSOR_NOISE + 0.003 * seen), np.float32)

    def _reflectance(self, band: str, resolution: int) -> Map:
        spectrum = SPECTRA[:, SPECTRUM_BANDS.index(band)] * np.float32(self.gain)
        return np.asarray(self.ground[resolution] @ spectrum, np.float32)

    def _scl(self) -> NDArray[np.uint8]:
        red, nir, swir = (self._reflectance(band, 20) for band in ("B04", "B08", "B11"))
        return classified(self.sky[20], self.water, red, nir, swir)


def image_of(acquisition: Acquisition, surface: Surface) -> AcquisitionImage:
    """Look at the surface on the acquisition's day, through its weather."""
    rng = _rng(acquisition, 0, 0)
    size, day = CANVAS.width_px, float(acquisition.day_number)
    dryness = float(np.clip(rng.uniform(0.05, 0.75) + 0.25 * np.sin((day - 100) / 60), 0, 1))
    mixture = surface.mixture(day, dryness)
    ripples = 1 + np.float32(_ROUGH_WATER) * fractal(rng, size, slope=1.4, coarsest_px=150)
    mixture *= np.where(surface.water > 0, np.clip(ripples, 0.6, 1.5), 1)[..., None]
    sky = sky_over(acquisition.weather, rng, size_px=size, day=day)
    return AcquisitionImage(
        acquisition,
        ground={metres: block_mean(mixture, metres // 10) for metres in (10, 20, 60)},
        sky={metres: sky.at(metres // 10) for metres in (10, 20, 60)},
        water=block_mean(surface.water, 2),
        seen={metres: _in_swath(acquisition, metres) for metres in (10, 20, 60)},
        gain=1 + float(rng.normal(0, 0.008)),
    )


def swath_edge(north: float) -> float:
    """Easting of the swath's western edge at a northing, for the pass that has one."""
    return ground.CENTRE_E + _SWATH_EDGE_M + _SWATH_SLANT * (north - ground.CENTRE_N)


def _in_swath(acquisition: Acquisition, resolution: int) -> NDArray[np.bool_]:
    grid = CANVAS.at(resolution)
    if not acquisition.at_swath_edge:
        return np.ones((grid.height_px, grid.width_px), bool)
    left = grid.left + np.arange(grid.width_px) * resolution
    north = grid.top - (np.arange(grid.height_px) + 0.5) * resolution
    edge = np.array([swath_edge(float(row)) for row in north])
    seen: NDArray[np.bool_] = left[None, :] >= edge[:, None]
    return seen


def _as_dn(reflectance: Map, offset: float) -> NDArray[np.uint16]:
    numbers = np.rint((reflectance - np.float32(offset)) / np.float32(DEFAULT_SCALE))
    return np.asarray(np.clip(numbers, 1, 65535), np.uint16)


def _cut(values: NDArray[np.generic], product: Product, resolution: int) -> NDArray[np.generic]:
    grid = product.grid_at(resolution)
    col = round((grid.left - CANVAS.left) / resolution)
    row = round((CANVAS.top - grid.top) / resolution)
    return values[row : row + grid.height_px, col : col + grid.width_px]


def _rng(acquisition: Acquisition, purpose: int, index: int) -> np.random.Generator:
    return np.random.default_rng([ground.SEED, acquisition.day.toordinal(), purpose, index])
