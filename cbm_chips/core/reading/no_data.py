"""No data, however a file marks it, becomes DN 0, and class 0 of the SCL.

In Sentinel-2's products no data is DN 0 (ESA's product format), so 0 is no data in every file,
also where another value is named. All readers pass their pixels through `cleaned`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ..errors import ReadError
from ..reasons import Reason
from ..sentinel2.bands import BANDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..model import Asset

    Values = NDArray[np.generic]

LARGEST_CODE = 255
_NO_WORD = re.compile(r"[^A-Za-z0-9]+")
ENDLESS = 1e30
"""Floats beyond are no measurements: the largest float, and the fill value of netCDF."""
_CLOSE_ULPS = 4
"""A value written as text and read back may be off by so little."""


def nodata_of(stated_by_file: float | None, asset: Asset | None) -> float | None:
    """The value besides 0 that is no data; None if there is none.

    The item's value is used where the file has none, or 0, which is no data anyhow.
    """
    by_item = asset.nodata if asset is not None else None
    value = stated_by_file or by_item
    return value if value and math.isfinite(value) else None


def cleaned(
    values: Values,
    asset: Asset | None,
    *,
    nodata: float | None,
    valid: NDArray[np.bool_] | None = None,
) -> Values:
    """Pixels as they were read, with 0 where there is no data; `values` may be changed.

    Args:
        values: [h, w] in the file's dtype.
        asset: the band; classes come back as uint8, and what can't be one as class 0.
        nodata: from `nodata_of`.
        valid: [h, w], False where a mask or an alpha band says that there is no data.

    Raises:
        ReadError: for pixels that are no plain numbers.
    """
    if values.dtype.kind not in "uif":
        raise ReadError(Reason("pixels of type {name} are no measurements", name=values.dtype.name))
    if values.dtype.kind == "f":
        _zero(values, ~(np.abs(values) < ENDLESS))
    if nodata is not None and abs(nodata) < ENDLESS:  # the others are gone already, or in no pixel
        _zero(values, _equal(values, nodata))
    if valid is not None:
        _zero(values, ~valid)
    is_classes = asset is not None and not BANDS[asset.band].reflective
    return _as_codes(values) if is_classes and values.dtype != np.uint8 else values


def data_band(
    is_alpha: Sequence[bool], names: Callable[[], Sequence[str]], asset: Asset | None
) -> int:
    """Which of a file's bands holds the asset's pixels, counted from 1.

    The only one that is no alpha band; of several the one whose description begins with the
    asset's name (`B04`, `B4` or `red`). `names` is called only then.

    Raises:
        ReadError: when it can't be known: a guess would give another band's numbers.
    """
    candidates = [number for number, alpha in enumerate(is_alpha, start=1) if not alpha]
    if len(candidates) == 1 or (candidates and asset is None):
        return candidates[0]
    wanted = asset.band if asset is not None else ""
    told = [_first_word(name) for name in names()] if candidates else []
    named = [number for number in candidates if told[number - 1] in _words_for(wanted)]
    if len(named) == 1:
        return named[0]
    raise ReadError(
        Reason(
            "the file holds {count} bands and does not say which is {wanted}",
            count=len(candidates),
            wanted=wanted,
        )
    )


def _words_for(band: str) -> tuple[str, ...]:
    return (band, band.replace("B0", "B"), (BANDS[band].common_name or band).upper())


def _first_word(name: str) -> str:
    return _NO_WORD.split(name.strip(), maxsplit=1)[0].upper()


def own_scale(scale: float | None, offset: float | None) -> tuple[float, float] | None:
    """Scale and offset in a file's metadata; None for 1 and 0, GDAL's defaults."""
    pair = (1.0 if scale is None else float(scale), 0.0 if offset is None else float(offset))
    return None if pair == (1.0, 0.0) else pair


def _zero(values: Values, empty: NDArray[np.bool_]) -> None:
    if empty.any():
        values[empty] = 0


def _equal(values: NDArray[Any], nodata: float) -> NDArray[np.bool_]:
    if values.dtype.kind == "f":
        value = values.dtype.type(nodata)
        close: NDArray[np.bool_] = np.abs(values - value) <= _CLOSE_ULPS * np.spacing(np.abs(value))
        return close
    limits = np.iinfo(values.dtype)
    if nodata != int(nodata) or not limits.min <= nodata <= limits.max:
        return np.zeros(values.shape, bool)
    same: NDArray[np.bool_] = values == values.dtype.type(int(nodata))
    return same


def _as_codes(values: NDArray[Any]) -> NDArray[np.uint8]:
    is_code = (values >= 0) & (values <= LARGEST_CODE)
    if values.dtype.kind == "f":
        is_code &= values == np.floor(values)
    return np.where(is_code, values, 0).astype(np.uint8)
