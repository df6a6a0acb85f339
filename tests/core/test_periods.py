"""Days that nobody gave."""

from __future__ import annotations

import pytest

from cbm_chips.core.periods import Period, completed, season, today, usual_period


def test_usual_days_are_the_last_three_months() -> None:
    usual = usual_period("earth-search")

    assert usual.end == today().isoformat()
    assert usual == completed("", "", "earth-search")


def test_a_source_of_one_season_has_that_season() -> None:
    assert usual_period("sample") == season(2022) == completed("", "", "sample")


@pytest.mark.parametrize(
    ("start", "end", "source", "days"),
    [
        ("2022-06-01", "2022-06-30", "earth-search", Period("2022-06-01", "2022-06-30")),
        ("2022-06-01", "", "sample", Period("2022-06-01", "2022-10-31")),
        ("", "2022-06-30", "sample", Period("2022-03-01", "2022-06-30")),
        ("", "2020-05-31", "earth-search", Period("2020-02-29", "2020-05-31")),
        ("yesterday", "", "sample", Period("yesterday", "2022-10-31")),
        ("", "tomorrow", "sample", Period("2022-03-01", "tomorrow")),
    ],
)
def test_one_day_given_is_kept(start: str, end: str, source: str, days: Period) -> None:
    assert completed(start, end, source) == days
