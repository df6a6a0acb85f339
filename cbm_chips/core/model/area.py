"""Areas of parcels, as people read them."""

from __future__ import annotations

M2_PER_HA = 10_000
_DECIMALS = ((100, 0), (10, 1), (0.01, 2))
"""From so many hectares on, so many decimals."""
MOST_DECIMALS = 4
"""To the square metre."""


def rounded_hectares(area_m2: float) -> tuple[float, int]:
    """Hectares by three significant digits, and how many decimals they are written with."""
    hectares = float(f"{area_m2 / M2_PER_HA:.3g}")
    decimals = (digits for least, digits in _DECIMALS if hectares >= least)
    return hectares, next(decimals, MOST_DECIMALS)
