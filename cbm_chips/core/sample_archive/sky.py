"""Clouds, their shadows and thin cirrus over the sample, and how SCL sees them."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin, tan
from typing import TYPE_CHECKING

import numpy as np

from .covers import SPECTRUM_BANDS
from .noise import block_mean, fractal, smooth_step

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .noise import Map


@dataclass(frozen=True)
class Weather:
    """Shares of the picture under clouds and under cirrus, 0..1.

    `open_middle` keeps a hole of about 1.5 km over the centre.
    """

    clouds: float = 0.0
    cirrus: float = 0.0
    open_middle: bool = False


@dataclass(frozen=True)
class Sky:
    """What lies between ground and sensor, per pixel, 0..1 (`bright` is a reflectance)."""

    cloud: Map
    bright: Map
    shadow: Map
    cirrus: Map

    def at(self, factor: int) -> Sky:
        """The same in pixels `factor` times as wide."""
        maps = (self.cloud, self.bright, self.shadow, self.cirrus)
        return Sky(*(block_mean(part, factor) for part in maps))


_SURE_CLOUD, _SURE_CIRRUS = np.float32(0.1), np.float32(0.1)


def _per_band(text: str) -> dict[str, float]:
    return dict(zip(SPECTRUM_BANDS, (float(value) for value in text.split())))


_CLOUD_COLOR = _per_band("1.02 1.0 0.98 0.98 0.98 0.99 1.0 1.0 1.0 0.9 0.62 0.48")
_SHADOW_LIGHT = _per_band("0.62 0.56 0.46 0.40 0.38 0.36 0.36 0.35 0.35 0.35 0.30 0.28")
_CIRRUS_HAZE = _per_band("0.075 0.072 0.068 0.066 0.066 0.066 0.066 0.066 0.066 0.06 0.04 0.03")


def sky_over(weather: Weather, rng: np.random.Generator, *, size_px: int, day: float) -> Sky:
    """A sky of 10 m pixels; the sun of the day says where the shadows fall."""
    puffs = fractal(rng, size_px, slope=2.25, coarsest_px=float(rng.uniform(45, 130)))
    hole = _hole(size_px) if weather.open_middle else np.zeros_like(puffs)
    level = _level(puffs - hole, weather.clouds)
    shift = _shadow_shift(day, height_m=float(rng.uniform(700, 1300)))
    cast = np.roll(puffs, shift, axis=(0, 1))
    relief = puffs - np.roll(puffs, (3, 1), axis=(0, 1))
    cloud = smooth_step((puffs - hole - level) / 0.42)
    body = np.clip((puffs - max(level, -2.0)) / 2.6, 0, 1)
    streaks = fractal(rng, size_px, slope=2.1, coarsest_px=240)
    veil = smooth_step((streaks - hole - _level(streaks - hole, weather.cirrus)) / 1.5)
    return Sky(
        cloud=cloud,
        bright=np.clip(0.34 + 0.38 * body + 0.32 * relief, 0.12, 1.1),
        shadow=smooth_step((cast - hole - level) / 0.42) * (1 - cloud),
        cirrus=veil * np.float32(0.9),
    )


def through(reflectance: Map, band: str, sky: Sky) -> Map:
    """Ground reflectance of one band as seen through the sky."""
    lit = reflectance * (1 - sky.shadow * np.float32(1 - _SHADOW_LIGHT[band]))
    hazy = lit * (1 - np.float32(0.12) * sky.cirrus) + np.float32(_CIRRUS_HAZE[band]) * sky.cirrus
    cloudy = sky.bright * np.float32(_CLOUD_COLOR[band])
    seen: Map = hazy * (1 - sky.cloud) + cloudy * sky.cloud
    return seen


def classified(sky: Sky, water: Map, red: Map, nir: Map, swir: Map) -> NDArray[np.uint8]:
    """SCL at 20 m from the sky and the ground's own reflectance (before clouds)."""
    ndvi = (nir - red) / (nir + red)
    scl = np.where(ndvi > 0.40, 4, 5)
    scl = np.where((ndvi > 0.325) & (ndvi < 0.345), 7, scl)
    scl = np.where((nir < 0.115) & (ndvi > 0.05), 2, scl)
    scl = np.where((red > 0.24) & (swir > 0.3) & (ndvi < 0.12), 8, scl)
    scl = np.where((water > 0.6) | ((water > 0.3) & (ndvi < 0)), 6, scl)
    scl = np.where(sky.cirrus > 0.16, 10, scl)
    scl = np.where(sky.shadow > 0.35, 3, scl)
    scl = np.where(sky.cloud > 0.05, 7, scl)
    scl = np.where(sky.cloud > 0.15, 8, scl)
    scl = np.where(sky.cloud > 0.62, 9, scl)
    return np.asarray(scl, np.uint8)


def cloud_probability(sky: Sky) -> NDArray[np.uint8]:
    """Per cent; it sees thin haze that `classified` lets pass, and no shadows."""
    by_cloud, by_cirrus = sky.cloud / _SURE_CLOUD, sky.cirrus / _SURE_CIRRUS
    percent = np.rint(100 * np.clip(np.maximum(by_cloud, by_cirrus), 0, 1))
    return np.asarray(percent, np.uint8)


def _level(values: Map, cover: float) -> float:
    """The value above which the wanted share of pixels lies."""
    if cover <= 0:
        return 1e6
    return float(np.quantile(values, 1 - cover)) - 0.15 if cover < 1 else float(values.min()) - 1


def _hole(size_px: int) -> Map:
    """Large over the centre, 0 from 1.1 km on; in 10 m pixels."""
    away = np.arange(size_px, dtype=np.float32) - size_px / 2
    radius = np.hypot(away[:, None], away[None, :])
    return np.float32(4) * smooth_step((np.float32(112) - radius) / np.float32(45))


def _shadow_shift(day: float, *, height_m: float) -> tuple[int, int]:
    """Rows and columns from a cloud to its shadow, at about 10:45 UTC at 52.7 N."""
    declination = 23.44 * sin(radians(360 / 365 * (day - 80)))
    elevation = max(12.0, 90 - 52.7 + declination - 3.5)
    azimuth = radians(163.0)
    metres = height_m / tan(radians(elevation))
    return round(cos(azimuth) * metres / 10), -round(sin(azimuth) * metres / 10)
