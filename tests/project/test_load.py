"""The script that looks for what runs leave behind would see it, and its table is the page's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.load import PAGE, growth, put_between
from benchmarks.load_runs import Left

WARM = Left(run=500, rss_mb=100.0, threads=2, handles=5, temporary_files=0, objects=60_000)


@pytest.mark.parametrize(
    ("more", "missed"),
    [
        ({}, []),
        ({"rss_mb": 109.0}, []),
        ({"rss_mb": 111.0}, ["memory"]),
        ({"threads": 3}, ["threads"]),
        ({"handles": 6, "temporary_files": 1}, ["handles", "temporary files"]),
    ],
)
def test_what_a_process_has_more_of_is_seen(more: dict[str, float], missed: list[str]) -> None:
    rows = growth(WARM, replace(WARM, run=2000, **more))
    assert [row.what for row in rows if not row.is_met] == missed


def test_a_table_takes_the_place_of_the_one_before() -> None:
    page = "a\n<!-- load: made -->\nold\n<!-- end of load -->\nz\n"
    made = put_between(page, "load", "new")
    assert "old" not in made
    assert made.startswith("a\n")
    assert made.endswith("\nz\n")
    with pytest.raises(ValueError, match="no marks"):
        put_between("a", "load", "new")


def test_the_page_has_the_figures_of_a_run_that_met_its_goals() -> None:
    table = PAGE.read_text("utf-8").partition("<!-- load: made -->")[2]
    rows = [line for line in table.partition("<!-- end")[0].splitlines() if line[:2] == "| "]
    assert len(rows) >= 6
    assert not any(row.endswith("| NO |") for row in rows)
