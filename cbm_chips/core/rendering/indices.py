"""Spectral indices: several bands become one number per pixel.

Every index is computed on reflectance, never on DN: since processing baseline 04.00 a DN carries
an offset, and a ratio of shifted numbers is another number.

Reflectance below 0 is noise of the atmospheric correction over dark ground. It counts as 0 here;
otherwise the sum of a negative and a positive band comes close to 0 and a single pixel outweighs
a whole parcel's mean. Where nothing is left to divide by, the index is nan.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import RequestError
from ..reasons import Reason
from ..sentinel2.bands import BANDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]
    """float32 in pictures, float64 where numbers are computed."""
    DN = NDArray[np.generic]
    """Digital numbers as in a chip: uint16, 0 = no data."""

Formula = Callable[[Mapping[str, "Floats"]], "Floats"]
"""Reflectance by band, all of one shape -> index, nan where undefined."""
Scale = tuple[float, float]
"""Scale and offset: reflectance = DN * scale + offset."""

USUAL = "NDVI"
"""By which dates are judged where nobody names an index."""


@dataclass(frozen=True)
class Index:
    """One spectral index.

    Attributes:
        name: the short name, upper case.
        title: the long name.
        bands: what the formula takes; the finest of them sets the resolution.
        formula: see `Formula`.
        value_range: where values lie (for EVI: on land without clouds), to draw axes by.
        source: who published it.
        ramp: one of `color_ramps.RAMPS`, low to high.
    """

    name: str
    title: str
    bands: tuple[str, ...]
    formula: Formula
    value_range: tuple[float, float]
    source: str
    ramp: str

    @property
    def resolution_m(self) -> int:
        """Pixel size of its pictures: that of its finest band."""
        return min(BANDS[band].chip_resolution_m for band in self.bands)


@dataclass(frozen=True)
class NormalizedDifference:
    """The formula (plus - minus) / (plus + minus), each the sum of one or more bands: -1 to 1."""

    plus: tuple[str, ...]
    minus: tuple[str, ...]

    def __call__(self, r: Mapping[str, Floats]) -> Floats:
        """See `Formula`."""
        plus, minus = _sum(r, self.plus), _sum(r, self.minus)
        return _ratio(plus - minus, plus + minus)


def _sum(r: Mapping[str, Floats], bands: tuple[str, ...]) -> Floats:
    first, *others = (r[band] for band in bands)
    for other in others:
        first = first + other
    return first


def _ratio(numerator: Floats, denominator: Floats) -> Floats:
    import numpy as np

    result = np.full(np.shape(denominator), np.nan, dtype=np.asarray(denominator).dtype)
    np.divide(numerator, denominator, out=result, where=denominator > 0)
    return result


def _enhanced(r: Mapping[str, Floats]) -> Floats:
    import numpy as np

    nir, red, blue = r["B08"], r["B04"], r["B02"]
    return _ratio(
        np.float32(2.5) * (nir - red),
        nir + np.float32(6) * red - np.float32(7.5) * blue + np.float32(1),
    )


_UNIT = (-1.0, 1.0)

_ROWS = (
    Index(
        "NDVI",
        "Normalised difference vegetation index",
        ("B08", "B04"),
        NormalizedDifference(("B08",), ("B04",)),
        _UNIT,
        "Rouse et al. 1974, NASA SP-351",
        "RdYlGn",
    ),
    Index(
        "NDWI",
        "Normalised difference water index (open water)",
        ("B03", "B08"),
        NormalizedDifference(("B03",), ("B08",)),
        _UNIT,
        "McFeeters 1996, Int. J. Remote Sensing 17(7)",
        "Blues",
    ),
    # Gao 1996 published this ratio (with 860 and 1240 nm) as another NDWI, hence the other name.
    Index(
        "NDMI",
        "Normalised difference moisture index (water in leaves)",
        ("B08", "B11"),
        NormalizedDifference(("B08",), ("B11",)),
        _UNIT,
        "Wilson and Sader 2002, Remote Sens. Environ. 80; after Gao 1996, ibid. 58",
        "RdYlBu",
    ),
    # B8A rather than B08: narrow and 20 m like B05, as the red edge index was defined on.
    Index(
        "NDRE",
        "Normalised difference red edge index (chlorophyll)",
        ("B8A", "B05"),
        NormalizedDifference(("B8A",), ("B05",)),
        _UNIT,
        "Barnes et al. 2000, 5th Int. Conf. Precision Agriculture; "
        "after Gitelson and Merzlyak 1994, J. Plant Physiol. 143",
        "RdYlGn",
    ),
    Index(
        "BSI",
        "Bare soil index",
        ("B11", "B04", "B08", "B02"),
        NormalizedDifference(("B11", "B04"), ("B08", "B02")),
        _UNIT,
        "Rikimaru et al. 2002, Tropical Ecology 43(1)",
        "YlOrBr",
    ),
    Index(
        "NBR",
        "Normalised burn ratio",
        ("B08", "B12"),
        NormalizedDifference(("B08",), ("B12",)),
        _UNIT,
        "Key and Benson 2006, USDA RMRS-GTR-164",
        "RdYlGn",
    ),
    Index(
        "EVI",
        "Enhanced vegetation index",
        ("B08", "B04", "B02"),
        _enhanced,
        _UNIT,
        "Huete et al. 2002, Remote Sens. Environ. 83",
        "RdYlGn",
    ),
)

INDICES: dict[str, Index] = {row.name: row for row in _ROWS}


def find_index(name: str) -> Index:
    """Look up an index, in either case.

    Raises:
        RequestError: field `index`, when there is none of this name.
    """
    try:
        return INDICES[name.strip().upper()]
    except KeyError:
        raise RequestError("index", name, ", ".join(INDICES)) from None


def reflectance(dn: DN, *, scale: float, offset: float) -> Floats:
    """Turn DN into reflectance, `dn * scale + offset`, nan where DN is 0 (no data)."""
    import numpy as np

    values = np.where(dn == 0, np.nan, dn.astype(np.float64) * scale + offset)
    return values.astype(np.float32)


def to_resolution(array: Floats, *, from_m: int, to_m: int) -> Floats:
    """Repeat every pixel so often that the array has the finer resolution; no value is invented.

    Args:
        array: [h, w].
        from_m: its pixel size.
        to_m: the pixel size wanted, of which `from_m` is a multiple.

    Returns:
        [h * from_m / to_m, w * from_m / to_m].

    Raises:
        ValueError: the pixels wanted do not divide the given ones.
    """
    if from_m % to_m:
        raise ValueError(f"pixels of {from_m} m can't be repeated to {to_m} m")
    times = from_m // to_m
    return array.repeat(times, axis=0).repeat(times, axis=1)


def compute(index: Index, reflectances: Mapping[str, Floats]) -> Floats:
    """Compute an index.

    Args:
        index: a row of INDICES.
        reflectances: by band, all [h, w] of one resolution, nan = no data.

    Returns:
        [h, w]; nan where any band is nan, and where the formula's denominator is not positive
        (0/0, and EVI over the brightest clouds).

    Raises:
        RequestError: field `bands`, when a band of the index is missing.
        ValueError: the bands differ in shape.
    """
    import numpy as np

    _require(index, reflectances)
    used = {band: np.maximum(reflectances[band], np.float32(0)) for band in index.bands}
    shapes = {band: array.shape for band, array in used.items()}
    if len(set(shapes.values())) > 1:
        raise ValueError(f"{index.name} needs bands of one shape, not {shapes}")
    return index.formula(used)


def index_of_chip(index: Index, bands: Mapping[str, DN], *, scales: Mapping[str, Scale]) -> Floats:
    """Compute an index from a chip's DN, on the resolution of the index's finest band.

    Args:
        index: a row of INDICES.
        bands: DN by band, [h, w] at the band's resolution in a chip; 0 is no data.
        scales: (scale, offset) by band, which may differ from scene to scene.

    Returns:
        [h, w] of the index, nan = no data.

    Raises:
        RequestError: field `bands`, when one is missing.
    """
    _require(index, bands)
    finest_m = index.resolution_m
    return compute(
        index, {band: _at(finest_m, band, bands[band], scales[band]) for band in index.bands}
    )


def _at(resolution_m: int, band: str, dn: DN, scale_offset: Scale) -> Floats:
    scale, offset = scale_offset
    values = reflectance(dn, scale=scale, offset=offset)
    return to_resolution(values, from_m=BANDS[band].chip_resolution_m, to_m=resolution_m)


def _require(index: Index, bands: Mapping[str, object]) -> None:
    if not set(index.bands) <= set(bands):
        allowed = Reason("{bands} for {index}", bands=", ".join(index.bands), index=index.name)
        raise RequestError("bands", sorted(bands), allowed)
