"""docs/reliability.md tells of each fault what really happens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fault_table import FAULTS, PAGE, Fault, observed, rows_in
from tests.sample_servers import Served, served


@pytest.fixture(scope="module")
def servers(sample_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(sample_archive, tmp_path_factory.mktemp("served")) as both:
        yield both


@pytest.fixture(scope="module")
def rows() -> list[str]:
    return rows_in(PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.title.replace(" ", "-"))
def test_what_the_page_says_of_a_fault_is_what_happens(
    fault: Fault, servers: Served, rows: list[str], tmp_path: Path
) -> None:
    assert observed(fault, servers, tmp_path) in rows


def test_the_page_tells_of_no_other_faults(rows: list[str]) -> None:
    assert [row.split(" | ")[0].lstrip("| ") for row in rows] == [fault.title for fault in FAULTS]
