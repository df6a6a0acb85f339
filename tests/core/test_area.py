"""Areas as people read them."""

from __future__ import annotations

import pytest

from cbm_chips.core.model.area import rounded_hectares


@pytest.mark.parametrize(
    ("area_m2", "words"),
    [
        (60, "0.0060"),
        (5_230, "0.52"),
        (74_790, "7.48"),
        (99_960, "10.0"),
        (122_900, "12.3"),
        (999_600, "100"),
        (406_320_000, "40600"),
        (0, "0.0000"),
    ],
)
def test_have_three_significant_digits(area_m2: float, words: str) -> None:
    hectares, decimals = rounded_hectares(area_m2)
    assert f"{hectares:.{decimals}f}" == words
