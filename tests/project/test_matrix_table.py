"""The table of versions that `make matrix` keeps in README."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.headless import REPOSITORY
from tests.package_script import script

table = script("matrix_table")
QGIS = table.Row("trixie", "QGIS", "3.40")
TESTS = table.Row(
    "trixie", "tests", "7 passed, 2 failed", seconds="61", commit="1a2b3c4d", date="2026-11-30"
)
AGAIN = replace(TESTS, value="2 passed", run=table.AGAIN, seconds="5", commit="5e6f7a8b")


def a_readme(inside: str = "") -> str:
    return f"before\n{table.BEGIN}\n{inside}{table.END}\nafter\n"


def test_the_table_has_a_column_for_each_environment_and_tells_when_what_was_run() -> None:
    text = table.put_into(a_readme("old\n"), [QGIS, TESTS, table.Row("forky", "QGIS", "3.44")])

    assert text == a_readme(
        "|  | trixie | forky |\n| --- | --- | --- |\n| QGIS | 3.40 | 3.44 |\n"
        "| tests | 7 passed, 2 failed (1a2b3c4d, 2026-11-30, 61 s) | not run |\n"
    )


def test_a_second_run_of_what_had_failed_is_told_beside_the_first() -> None:
    told = "7 passed, 2 failed (1a2b3c4d, 2026-11-30, 61 s); of these again: 2 passed (5e6f7a8b,"

    assert told in table.put_into(a_readme(), table.merged([TESTS], [AGAIN]))
    assert "not run; of these again: 2 passed" in table.put_into(a_readme(), [AGAIN])


def test_the_file_keeps_all_and_a_later_whole_run_takes_the_place_of_a_former(tmp_path) -> None:
    path = tmp_path / "matrix.csv"
    later = replace(TESTS, value="9 passed", commit="9c0d1e2f")

    table.kept(path, [QGIS, TESTS])
    table.kept(path, [AGAIN])
    assert table.kept(path, []) == [QGIS, TESTS, AGAIN]

    table.kept(path, [later])
    assert table.kept(path, []) == [QGIS, later]


def test_what_ran_with_other_versions_of_an_environment_goes(tmp_path) -> None:
    path, other = tmp_path / "matrix.csv", replace(TESTS, environment="forky")
    table.kept(path, [QGIS, TESTS, other])
    assert table.kept(path, [QGIS]) == [QGIS, TESTS, other]

    newer = replace(QGIS, value="3.44")
    assert table.kept(path, [newer]) == [newer, other]


def test_a_text_without_the_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="no table"):
        table.put_into("before\n", [QGIS])


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
        ("== 8 passed, 1 error in 1.00s ==\n", 1, "8 passed, 1 error"),
        ("pictures written\n", 0, "done"),
        ("Traceback\n===\n", 2, "failed"),
    ],
    ids=["one run", "two runs", "one error", "no tests", "it broke"],
)
def test_the_runs_of_a_part_are_counted_together(told: str, status: int, outcome: str) -> None:
    assert table.counts(told, status) == outcome


def test_the_readme_says_what_the_file_says() -> None:
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")

    assert table.put_into(text, table.loaded(REPOSITORY / "docs" / "matrix.csv")) == text


def test_the_matrix_names_no_host() -> None:
    for name in ("matrix.py", "matrix_rooms.py", "matrix_table.py"):
        text = (REPOSITORY / ".ci" / name).read_text(encoding="utf-8")
        assert not re.search(r"https?://", text)
