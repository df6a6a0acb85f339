"""The table of versions that `make matrix` keeps in README."""

from __future__ import annotations

import re

import pytest

from tests.headless import REPOSITORY
from tests.package_script import script

table = script("matrix_table")
FIRST = [table.Cell("QGIS", "trixie", "3.40"), table.Cell("tests", "trixie", "7 passed")]


def a_readme(inside: str = "") -> str:
    return f"before\n{table.BEGIN}\n{inside}{table.END}\nafter\n"


def test_a_first_run_makes_the_table() -> None:
    text = table.put_into(a_readme(), FIRST)

    assert text == a_readme("|  | trixie |\n| --- | --- |\n| QGIS | 3.40 |\n| tests | 7 passed |\n")


def test_a_later_run_replaces_its_own_cells_alone() -> None:
    first = table.put_into(a_readme(), FIRST)

    later = [table.Cell("tests", "trixie", "8 passed"), table.Cell("QGIS", "forky", "3.44")]
    text = table.put_into(first, later)

    assert "| QGIS | 3.40 | 3.44 |\n| tests | 8 passed | not run |\n" in text
    assert text.startswith("before\n")
    assert text.endswith("after\n")


def test_the_same_run_again_changes_nothing() -> None:
    first = table.put_into(a_readme(), FIRST)

    assert table.put_into(first, FIRST) == first


def test_a_text_without_the_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="no table"):
        table.put_into("before\n", FIRST)


@pytest.mark.parametrize(
    ("told", "status", "outcome"),
    [
        (
            "...\n===== 4 failed, 4269 passed, 1 skipped in 368.72s (0:06:08) =====\n",
            1,
            "4 failed, 4,269 passed, 1 skipped",
        ),
        (
            "== 2 passed in 1.00s ==\nmake\n== 1 failed, 3 passed, 2 errors in 9.1s ==\n",
            1,
            "5 passed, 1 failed, 2 errors",
        ),
        ("pictures written\n", 0, "done"),
        ("Traceback\n===\n", 2, "failed"),
    ],
    ids=["one run", "two runs", "no tests", "it broke"],
)
def test_the_runs_of_a_part_are_counted_together(told: str, status: int, outcome: str) -> None:
    assert table.counts(told, status) == outcome


def test_the_readme_has_its_place() -> None:
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")

    assert table.put_into(text, []).count("| QGIS |") == 1


def test_the_matrix_names_no_host() -> None:
    for name in ("matrix.py", "matrix_table.py"):
        text = (REPOSITORY / ".ci" / name).read_text(encoding="utf-8")
        assert not re.search(r"https?://", text)
