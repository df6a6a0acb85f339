"""Fractal noise: the texture of soils, crops and clouds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Map = NDArray[np.floating[Any]]
    """[row, col, ...], in fact float32."""


def fractal(rng: np.random.Generator, size_px: int, *, slope: float, coarsest_px: float) -> Map:
    """Noise of mean 0 and deviation 1; it repeats at the edges.

    Args:
        rng: where the randomness comes from.
        size_px: width and height.
        slope: amplitude falls as frequency ** -slope; larger is smoother.
        coarsest_px: size of the largest features.
    """
    spectrum = np.fft.rfft2(rng.standard_normal((size_px, size_px)))
    rows = np.fft.fftfreq(size_px, 1.0)[:, None]
    cols = np.fft.rfftfreq(size_px, 1.0)[None, :]
    spectrum *= (rows**2 + cols**2 + coarsest_px**-2.0) ** (-slope / 2)
    spectrum[0, 0] = 0
    values = np.fft.irfft2(spectrum, s=(size_px, size_px))
    return np.asarray(values / values.std(), np.float32)


def smooth_step(values: Map) -> Map:
    """0 below 0, 1 above 1 and a soft S between."""
    inside = np.clip(values, 0, 1)
    return np.asarray(inside * inside * (3 - 2 * inside), np.float32)


def softened(maps: Map, share: float = 0.1) -> Map:
    """The sensor's blur: every pixel [row, col, ...] gets a share from each neighbour."""
    for axis in (0, 1):
        first, last = maps.take([0], axis), maps.take([-1], axis)
        padded = np.concatenate([first, maps, last], axis)
        size = maps.shape[axis]
        neighbours = _part(padded, axis, 0, size) + _part(padded, axis, 2, size)
        maps = maps * np.float32(1 - 2 * share) + neighbours * np.float32(share)
    return maps


def _part(maps: Map, axis: int, start: int, size: int) -> Map:
    return maps[start : start + size] if axis == 0 else maps[:, start : start + size]


def block_mean(maps: Map, factor: int) -> Map:
    """Pixels `factor` times as wide; further axes stay."""
    if factor == 1:
        return maps
    rows, cols = maps.shape[0] // factor, maps.shape[1] // factor
    blocks = maps.reshape(rows, factor, cols, factor, *maps.shape[2:])
    return np.asarray(blocks.mean(axis=(1, 3)), np.float32)
