"""A smoothed curve beside its points: every value knows what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum


class Basis(str, Enum):
    """What a smoothed value rests on."""

    OBSERVED = "observed"
    """There is a clear date on this day."""
    INTERPOLATED = "interpolated"
    """It lies between two clear dates."""
    EXTRAPOLATED = "extrapolated"
    """It lies before the first or after the last clear date."""


@dataclass(frozen=True)
class SmoothedCurve:
    """Values of every day.

    Attributes:
        name, origin, year: of the `ValueSeries` that it is of.
        days: without a hole.
        values, bases: as long as `days`.
        strength: how smooth, lambda of Whittaker's formula.
    """

    name: str
    origin: str
    year: int
    days: tuple[date, ...] = field(repr=False)
    values: tuple[float, ...] = field(repr=False)
    bases: tuple[Basis, ...] = field(repr=False)
    strength: float = 0.0
