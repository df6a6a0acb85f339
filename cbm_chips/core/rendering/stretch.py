"""Stretch: how the values of a composite become bytes.

All values here are reflectance x 10 000, as `composites.stack_bands` gives them; up to processing
baseline 03 that is the DN itself. So the six values of an absolute LUT mean what they mean in
the CbM service, and keep that meaning for products whose DN carry an offset.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Union

from ..array_lists import as_list
from ..errors import RequestError
from ..model import Chip
from ..reasons import Reason
from ..sentinel2.scl import CloudFlag

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Stack = NDArray[np.float32]
    Valid = NDArray[np.bool_]

Limits = tuple[tuple[float, float], tuple[float, float], tuple[float, float]]
"""For red, green and blue: the value that becomes 0 and the one that becomes 255."""

NO_LIMITS: Limits = ((0.0, 1.0), (0.0, 1.0), (0.0, 1.0))
MOST_POOLED_PX = 2_000_000
"""The most pixels per band that a shared stretch is taken from; of more, every n-th counts."""

_ALLOWED = Reason(
    'two percentiles "low_high" with 0 <= low < high <= 100, or six finite values '
    '"low_high_low_high_low_high" with low < high in each pair'
)
_MID_GREY = 127


@dataclass(frozen=True)
class Percentiles:
    """Limits from the picture itself, `5_95`: percentiles of the valid pixels of each band.

    Raises:
        RequestError: field `lut`, unless 0 <= low < high <= 100.
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        """Refuse other values."""
        if not 0 <= self.low < self.high <= 100:
            raise RequestError("lut", str(self), _ALLOWED)

    def __str__(self) -> str:
        """The form that `parse_lut` reads."""
        return _joined((self.low, self.high))

    def limits_of(self, pixels: NDArray[np.float64]) -> Limits:
        """Take the percentiles of [3, n] pixels, interpolated linearly; NO_LIMITS if n is 0."""
        if not pixels.size:
            return NO_LIMITS
        import numpy as np

        lows, highs = as_list(np.percentile(pixels, (self.low, self.high), axis=1))
        return ((lows[0], highs[0]), (lows[1], highs[1]), (lows[2], highs[2]))


@dataclass(frozen=True)
class Absolute:
    """The same limits for every picture, one (low, high) per band, in reflectance x 10 000.

    Raises:
        RequestError: field `lut`, unless all are finite and low < high in each pair.
    """

    pairs: Limits

    def __post_init__(self) -> None:
        """Refuse other values."""
        if not all(low < high and math.isfinite(255 * (high - low)) for low, high in self.pairs):
            raise RequestError("lut", str(self), _ALLOWED)

    def __str__(self) -> str:
        """The form that `parse_lut` reads."""
        return _joined(tuple(value for pair in self.pairs for value in pair))

    def limits_of(self, pixels: NDArray[np.float64]) -> Limits:
        """The pairs; the pixels do not matter."""
        return self.pairs


Lut = Union[Percentiles, Absolute]

STRETCHES = {"chip": False, "series": True}
"""Names in Processing's parameter and in the tags of files: is one stretch shared by all dates?"""


def stretch_name(*, is_shared: bool) -> str:
    """The name in `STRETCHES`."""
    return next(name for name, shared in STRETCHES.items() if shared == is_shared)


def _joined(values: tuple[float, ...]) -> str:
    texts = (repr(float(value)) for value in values)
    return "_".join(text[:-2] if text.endswith(".0") else text for text in texts)


def parse_lut(text: str) -> Lut:
    """Read `5_95` (percentiles) or `1200_5700_800_4100_150_2800` (absolute).

    Raises:
        RequestError: field `lut`, for anything else. Nothing is quietly replaced by a default.
    """
    try:
        values = [float(part) for part in text.split("_")]
    except ValueError:
        raise RequestError("lut", text, _ALLOWED) from None
    if len(values) == 2:
        return Percentiles(*values)
    if len(values) == 6:
        a, b, c, d, e, f = values
        return Absolute(((a, b), (c, d), (e, f)))
    raise RequestError("lut", text, _ALLOWED)


def limits(lut: Lut, values: Stack, *, valid: Valid) -> Limits:
    """Find the limits for one picture.

    Args:
        lut: percentiles or absolute values.
        values: [3, h, w].
        valid: [h, w], True where a pixel counts; without any, percentiles give NO_LIMITS.
    """
    return shared_limits(lut, [(values, valid)])


def shared_limits(lut: Lut, series: Sequence[tuple[Stack, Valid]]) -> Limits:
    """Find one set of limits for a series, so that its pictures compare.

    Percentiles are of all valid pixels together. Above MOST_POOLED_PX only every second, third, ...
    pixel is used, counted through the whole series: the same series gives the same limits.

    Args:
        lut: percentiles or absolute values.
        series: (values [3, h, w], valid [h, w]) of each picture.
    """
    return lut.limits_of(_pooled(series))


def _pooled(series: Sequence[tuple[Stack, Valid]]) -> NDArray[np.float64]:
    import numpy as np

    total_px = sum(int(np.count_nonzero(valid)) for _, valid in series)
    stride = max(1, -(-total_px // MOST_POOLED_PX))
    parts = list(_every(stride, series))
    return np.concatenate(parts, axis=1) if parts else np.empty((3, 0))


def _every(stride: int, series: Sequence[tuple[Stack, Valid]]) -> Iterator[NDArray[np.float64]]:
    import numpy as np

    seen_px = 0
    for values, valid in series:
        chosen = np.flatnonzero(valid)
        first = -seen_px % stride
        seen_px += chosen.size
        yield values.reshape(3, -1)[:, chosen[first::stride]].astype(np.float64)


def render(values: Stack, valid: Valid, *, limits: Limits) -> NDArray[np.uint8]:
    """Turn the three bands of a composite into a picture.

    A value becomes 255 * (value - low) / (high - low), clipped to 0..255 and truncated: the CbM
    service's formula. Where low equals high (a flat chip), the value itself becomes mid grey 127,
    anything below 0 and anything above 255; the service paints it black.

    Args:
        values: [3, h, w], red, green, blue.
        valid: [h, w]; where False the picture is transparent black.
        limits: (low, high) for each layer, low <= high.

    Returns:
        uint8 [h, w, 4]: red, green, blue, alpha (0 or 255).
    """
    import numpy as np

    picture = np.zeros((*valid.shape, 4), dtype=np.uint8)
    for channel, (band, (low, high)) in enumerate(zip(values, limits)):
        picture[..., channel] = np.where(valid, _as_bytes(band, low, high=high), 0)
    picture[..., 3] = np.where(valid, 255, 0)
    return picture


def _as_bytes(band: Stack, low: float, *, high: float) -> NDArray[np.uint8]:
    import numpy as np

    values = band.astype(np.float64)
    if low == high:
        return np.where(values == low, _MID_GREY, np.where(values < low, 0, 255)).astype(np.uint8)
    scaled = 255 * (np.clip(values, low, high) - low) / (high - low)
    return np.where(values >= high, 255, scaled).astype(np.uint8)


def pool_of(chips: Iterable[Chip]) -> tuple[Chip, ...]:
    """The chips that a shared stretch is taken from, so that clouds do not darken the clear dates.

    The clear ones; if there are none, those that are not cloudy; if there are none, all.
    """
    every = tuple(chips)
    clear = tuple(chip for chip in every if chip.flag is CloudFlag.CLEAR and not chip.is_doubtful)
    return clear or tuple(chip for chip in every if chip.flag is not CloudFlag.CLOUDY) or every
