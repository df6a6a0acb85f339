"""Colour ramps of indices as tables, usable in any thread (QGIS's style database is not)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STEPS = 1024
"""So fine that a picture differs by at most one level in 255 from a layer that QGIS draws with the
ramp itself; of 256 steps, neighbours are more than two levels apart where a ramp is steep."""

RAMPS: dict[str, tuple[tuple[float, str], ...]] = {
    "RdYlGn": (
        (0.0, "#d7191c"),
        (0.25, "#fdae61"),
        (0.5, "#ffffc0"),
        (0.75, "#a6d96a"),
        (1.0, "#1a9641"),
    ),
    "RdYlBu": (
        (0.0, "#d7191c"),
        (0.25, "#fdae61"),
        (0.5, "#ffffbf"),
        (0.75, "#abd9e9"),
        (1.0, "#2c7bb6"),
    ),
    "BrBG": (
        (0.0, "#a6611a"),
        (0.25, "#dfc27d"),
        (0.5, "#f5f5f5"),
        (0.75, "#80cdc1"),
        (1.0, "#018571"),
    ),
    "YlOrBr": (
        (0.0, "#ffffd4"),
        (0.25, "#fed98e"),
        (0.5, "#fe9929"),
        (0.75, "#d95f0e"),
        (1.0, "#993404"),
    ),
    "Blues": (
        (0.0, "#f7fbff"),
        (0.13, "#deebf7"),
        (0.26, "#c6dbef"),
        (0.39, "#9ecae1"),
        (0.52, "#6baed6"),
        (0.65, "#4292c6"),
        (0.78, "#2171b5"),
        (0.9, "#08519c"),
        (1.0, "#08306b"),
    ),
}
"""QGIS's ramps by name, low to high: (share of the range, colour). ColorBrewer, by C. Brewer."""


def color_table(name: str) -> NDArray[np.uint8]:
    """uint8[STEPS, 4] of a ramp: red, green, blue, alpha."""
    import numpy as np

    shares = [share for share, _ in RAMPS[name]]
    stops = np.array([list(bytes.fromhex(colour[1:])) for _, colour in RAMPS[name]])
    at = np.linspace(0.0, 1.0, STEPS)
    table = np.full((STEPS, 4), 255, dtype=np.uint8)
    for channel in range(3):
        table[:, channel] = np.round(np.interp(at, shares, stops[:, channel]))
    return table


def colorize(
    values: NDArray[np.float32], table: NDArray[np.uint8], *, value_range: tuple[float, float]
) -> NDArray[np.uint8]:
    """Values [h, w] -> uint8 [h, w, 4]; nan is transparent, what is beyond the range its end."""
    import numpy as np

    low, high = value_range
    known = np.isfinite(values)
    share = (np.where(known, values, low) - low) / (high - low)
    rows = np.clip(np.round(share * (STEPS - 1)), 0, STEPS - 1).astype(np.intp)
    picture: NDArray[np.uint8] = table[rows]
    picture[~known] = 0
    return picture
