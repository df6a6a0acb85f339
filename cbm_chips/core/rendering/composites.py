"""Composites: three bands of a chip, in the order red, green, blue, on one grid and in one unit.

The unit is reflectance x 10 000. It equals the DN of products before processing baseline 04.00
and stays comparable after it, where a DN carries an offset of 1000.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import RequestError
from ..reasons import Reason
from ..sentinel2.bands import BANDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    DN = NDArray[np.generic]
    """Digital numbers as in a chip: uint16, 0 = no data."""

BandTriple = tuple[str, str, str]

_REFLECTIVE = tuple(name for name, band in BANDS.items() if band.reflective)


@dataclass(frozen=True)
class Composite:
    """A named choice of three bands.

    Attributes:
        bands: shown as red, green, blue.
        title: short, for a list; empty for three bands without a name of their own.
        good_for: what it makes visible.
    """

    bands: BandTriple
    title: str = ""
    good_for: str = ""

    @property
    def name(self) -> str:
        """The bands as a request names them, `B08_B04_B03`."""
        return "_".join(self.bands)

    @property
    def resolution_m(self) -> int:
        """Pixel size of its pictures: that of its first band."""
        return BANDS[self.bands[0]].chip_resolution_m


_ROWS = (
    Composite(
        ("B08", "B04", "B03"),
        "False colour (near infrared)",
        "vegetation in red, bare soil in grey-green, water dark",
    ),
    Composite(("B04", "B03", "B02"), "True colour", "what the eye would see; haze"),
    Composite(
        ("B08", "B11", "B04"),
        "Vegetation and moisture",
        "crops against bare soil; mowing and ploughing",
    ),
    Composite(
        ("B11", "B08", "B02"),
        "Agriculture",
        "growing crops in bright green, bare soil in magenta",
    ),
    Composite(
        ("B12", "B8A", "B04"),
        "Short-wave infrared",
        "moisture of soil and plants, burnt ground, snow against cloud",
    ),
    Composite(("B08", "B05", "B04"), "Red edge", "chlorophyll: crop type, vigour and ripening"),
)

COMPOSITES: dict[str, Composite] = {row.name: row for row in _ROWS}
DEFAULT_COMPOSITE = _ROWS[0].name


def composite_of(bands: BandTriple) -> Composite:
    """The row of `COMPOSITES` with these bands, or one without a title."""
    nameless = Composite(bands)
    return COMPOSITES.get(nameless.name, nameless)


def parse_bands(text: str) -> BandTriple:
    """Read a composite such as `B08_B04_B03`; a band may occur more than once.

    Raises:
        RequestError: field `bands`, unless it is exactly three reflective bands (SCL is classes).
    """
    names = text.strip().upper().split("_")
    if len(names) != 3 or not set(names) <= set(_REFLECTIVE):
        allowed = Reason('three of {bands}, joined by "_"', bands=", ".join(_REFLECTIVE))
        raise RequestError("bands", text, allowed)
    red, green, blue = names
    return red, green, blue


def stack_bands(
    bands: Mapping[str, DN],
    composite: BandTriple,
    *,
    scales: Mapping[str, tuple[float, float]],
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Stack three bands, on the resolution of the first.

    A pixel takes the value of the pixel that contains its centre: a 20 m band under a 10 m one is
    repeated exactly; of a 10 m band under a 20 m one, whose centres fall on the corner of four
    pixels, it is the lower right one of each four (where GDAL's nearest neighbour lands too).

    Args:
        bands: DN by band, [h, w] at the band's resolution in a chip; 0 is no data.
        composite: the bands for red, green and blue.
        scales: (scale, offset) by band; reflectance = DN * scale + offset.

    Returns:
        Reflectance x 10 000 as float32 [3, h, w], and valid [h, w], True where all three bands
        carry data.

    Raises:
        RequestError: field `bands`, when the chip lacks one of them.
        ValueError: the bands do not cover the same square.
    """
    import numpy as np

    if not set(composite) <= set(bands):
        raise RequestError(
            "bands", sorted(bands), Reason("{bands} for this composite", bands=", ".join(composite))
        )
    shape = bands[composite[0]].shape
    resolution_m = BANDS[composite[0]].chip_resolution_m
    stack = [
        by_centres(bands[band], shape, step=(resolution_m, BANDS[band].chip_resolution_m))
        for band in composite
    ]
    values = np.stack([_times_10000(dn, *scales[band]) for band, dn in zip(composite, stack)])
    return values, np.logical_and.reduce([dn != 0 for dn in stack])


def _times_10000(dn: DN, scale: float, offset: float) -> NDArray[np.float32]:
    """Reflectance x 10 000, without rounding errors for the usual 0.0001 and -0.1."""
    import numpy as np

    factor, shift = (float(f"{number * 10_000:.12g}") for number in (scale, offset))
    return (dn.astype(np.float64) * factor + shift).astype(np.float32)


def by_centres(dn: DN, shape: tuple[int, ...], *, step: tuple[int, int]) -> DN:
    """For each pixel of the shape, the pixel of `dn` under its centre; step = (to_m, from_m)."""
    import numpy as np

    to_m, from_m = step
    if tuple(count * to_m for count in shape) != tuple(count * from_m for count in dn.shape):
        raise ValueError(f"{dn.shape} pixels of {from_m} m do not cover {shape} pixels of {to_m} m")
    rows, columns = ((2 * np.arange(count) + 1) * to_m // (2 * from_m) for count in shape)
    chosen: DN = dn[rows[:, np.newaxis], columns]
    return chosen
