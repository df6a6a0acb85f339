"""Series that a CbM service keeps of a parcel (`parcelTimeSeries`), beside those of the run.

Its numbers are of all pixels in the parcel, whatever clouds lie on them; the counts of the SCL that
come along tell the state of each date. An index is computed of the bands' means, so that it has no
quarters.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from ...reasons import Reason
from ...rendering.indices import INDICES, compute
from ...sentinel2.bands import (
    BANDS,
    BASELINE_OFFSET,
    DEFAULT_SCALE,
    FIRST_DAY_WITH_OFFSET,
    offset_by_baseline,
)
from ...sentinel2.product_names import baseline_of, read_name
from ...sentinel2.scl import CloudRule, judge
from ..names import bands_of, unit_of
from ..suspects import with_suspects
from ..values import PointState, SeriesPoint, ValueSeries
from .from_run import STATES

if TYPE_CHECKING:
    from ...sources.cbm_rest.parcel_data.parcels import TimeSeries

ORIGIN = Reason("CbM service, all pixels")
ACQUIRED, BAND, CLASSES, PRODUCT = "acquired", "band", "hist", "reference"


@dataclass
class _Observation:
    """One acquisition of the service."""

    acquired: datetime
    product: str
    bands: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    classes: Mapping[int, int] | None = None

    @property
    def offset(self) -> float:
        """Of its DN; by the day where the service does not name the product."""
        baseline = baseline_of(read_name(self.product).baseline)
        if baseline is None:
            return BASELINE_OFFSET if self.acquired.date() >= FIRST_DAY_WITH_OFFSET else 0.0
        return offset_by_baseline(baseline)

    def number(self, band: str, statistic: str) -> float | None:
        """As reflectance."""
        value = self.bands.get(band, {}).get(statistic)
        if not isinstance(value, (int, float)) or not math.isfinite(value):
            return None
        return float(value) * DEFAULT_SCALE + self.offset


def series_of_service(
    found: TimeSeries, names: Iterable[str], rule: CloudRule
) -> tuple[ValueSeries, ...]:
    """A series for each name that the service has the bands of.

    Args:
        found: of kind `s2`.
        names: of indices and bands.
        rule: by which dates are judged, as those of the run.
    """
    seen = _observations(found)
    there = {band for one in seen for band in one.bands}
    series = [
        ValueSeries(name, unit_of(name), tuple(_point(one, name, rule) for one in seen), ORIGIN)
        for name in names
        if set(bands_of(name)) <= there
    ]
    return with_suspects(series)


def _observations(found: TimeSeries) -> list[_Observation]:
    """Oldest first; of two of one second the one with more pixels."""
    by_product: dict[tuple[datetime, str], _Observation] = {}
    for cells in found.rows:
        row = dict(zip(found.columns, cells))
        acquired, product = row.get(ACQUIRED), str(row.get(PRODUCT) or "")
        if not isinstance(acquired, datetime):
            continue
        one = by_product.setdefault((acquired, product), _Observation(acquired, product))
        one.bands[_band_name(str(row.get(BAND)))] = row
        classes = row.get(CLASSES)
        one.classes = classes if isinstance(classes, Mapping) else one.classes
    best: dict[datetime, _Observation] = {}
    for one in by_product.values():
        known = best.get(one.acquired)
        if known is None or _pixels(one) > _pixels(known):
            best[one.acquired] = one
    return sorted(best.values(), key=lambda one: one.acquired)


def _band_name(word: str) -> str:
    """`B04` of `B4` and `B04`."""
    word = word.strip().upper()
    full = f"B0{word[1:]}" if len(word) == 2 else word
    return full if full in BANDS else word


def _pixels(one: _Observation) -> int:
    return max((int(row.get("count") or 0) for row in one.bands.values()), default=0)


def _point(one: _Observation, name: str, rule: CloudRule) -> SeriesPoint:
    mean = _index(one, name) if name in INDICES else one.number(name, "mean")
    if mean is None:
        return SeriesPoint(one.acquired)
    state = PointState.NOT_JUDGED
    if one.classes is not None:
        state = STATES.get(judge(one.classes, rule).flag, PointState.NOT_READ)
    p25, p75 = (None if name in INDICES else one.number(name, end) for end in ("p25", "p75"))
    return SeriesPoint(one.acquired, mean, p25, p75, _pixels(one), state)


def _index(one: _Observation, name: str) -> float | None:
    means = {band: one.number(band, "mean") for band in INDICES[name].bands}
    if any(mean is None for mean in means.values()):
        return None
    value = compute(INDICES[name], {band: np.array([mean]) for band, mean in means.items()})
    return float(value[0]) if math.isfinite(value[0]) else None
