"""Who reads a file at the moment, by the number and the start of the process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cbm_chips.core.cache.leases import is_gone, this_process

NAME = Path("/proc/self/comm")


@pytest.fixture
def odd_name() -> Iterator[None]:
    """This process is called by bytes that are no text, brackets among them (proc(5))."""
    if not NAME.exists():
        pytest.skip("Linux alone tells names of processes there")
    before = NAME.read_bytes()
    NAME.write_bytes(b"\xff) Z 1 (\xfe")
    yield
    NAME.write_bytes(before)


@pytest.mark.usefixtures("odd_name")
def test_a_process_whose_name_is_no_text_is_known_to_run() -> None:
    place, number, start = this_process().rsplit("/", 2)

    assert not is_gone(f"{place}/{number}/{start}")
    assert is_gone(f"{place}/{number}/{start}9")
