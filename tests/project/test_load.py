"""The script that looks for what runs leave behind would see it, and its tables are the page's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.load import HEADS, PAGE, Verdict, growth, with_row
from benchmarks.load_kinds import KINDS
from benchmarks.load_runs import Left

FIRST = Left(
    run=50, rss_mb=50.0, threads=1, handles=5, temporary_files=0, objects=50_000, cpu_s=9.0
)
WARM = replace(FIRST, run=500, rss_mb=100.0, threads=2)
LAST = replace(WARM, run=2000)


@pytest.mark.parametrize(
    ("more", "is_met"),
    [
        ({}, True),
        ({"rss_mb": 109.0}, True),
        ({"rss_mb": 111.0}, False),
        ({"threads": 3}, False),
        ({"handles": 6}, False),
        ({"temporary_files": 1}, False),
    ],
)
def test_what_a_process_has_more_of_is_seen(more: dict[str, float], is_met: bool) -> None:
    assert growth("a run", [FIRST, WARM, replace(LAST, **more)]).is_met is is_met


def test_what_fills_up_in_the_first_quarter_is_no_growth() -> None:
    row = growth("a run", [FIRST, WARM, LAST])
    assert row.line == "| a run | 500, 2,000 | 100, 100 | 2, 2 | 5, 5 | 0, 0 | 9 | yes |"


@pytest.mark.parametrize("name", HEADS)
def test_a_row_takes_the_place_of_the_one_of_its_name_or_comes_last(name: str) -> None:
    page = f"a\n<!-- {name}: made -->\n<!-- end of {name} -->\nz\n"
    first, other = Verdict("first", ("1",), True), Verdict("other", ("2",), True)
    for row in (first, other, replace(first, figures=("3",))):
        page = with_row(page, name, row)
    assert page.startswith("a\n")
    assert page.endswith("\nz\n")
    assert [line for line in page.splitlines() if line.startswith("| ")][1:] == [
        "| first | 3 | yes |",
        "| other | 2 | yes |",
    ]
    with pytest.raises(ValueError, match="no marks"):
        with_row("a", name, first)


def test_the_page_has_every_kind_of_run_and_all_met_their_goals() -> None:
    page = PAGE.read_text("utf-8")
    assert all(f"| {kind.words} |" in page for kind in KINDS.values())
    assert not any(line.endswith("| NO |") for line in page.splitlines())
