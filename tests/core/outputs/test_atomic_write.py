"""A file takes the place of an older one, or says why it can't."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cbm_chips.core.outputs.atomic_write import FileInUse, WriteError, put_in_place, replacing
from tests.open_files import held_open


@pytest.fixture
def older(tmp_path: Path) -> Path:
    path = tmp_path / "chip.tif"
    path.write_bytes(b"as it was")
    os.utime(path, (1, 1))
    return path


def write(path: Path, content: bytes) -> None:
    with replacing(path) as beside:
        beside.write_bytes(content)


def test_a_file_with_the_same_content_is_left_alone(older: Path) -> None:
    write(older, b"as it was")
    assert older.stat().st_mtime == 1
    assert os.listdir(older.parent) == [older.name]


def test_another_content_takes_its_place(older: Path) -> None:
    write(older, b"as it is now")
    assert older.read_bytes() == b"as it is now"


def test_one_that_a_program_has_open_stays_and_is_named(older: Path) -> None:
    with held_open(older), pytest.raises(FileInUse, match=r"chip\.tif could not be replaced"):
        write(older, b"as it is now")
    assert older.read_bytes() == b"as it was"
    assert os.listdir(older.parent) == [older.name]


def test_one_that_a_program_has_open_is_no_trouble_where_nothing_has_changed(older: Path) -> None:
    with held_open(older):
        write(older, b"as it was")
    assert os.listdir(older.parent) == [older.name]


def test_what_is_no_fault_of_an_older_file_is_told_otherwise(tmp_path: Path) -> None:
    with pytest.raises(WriteError) as raised, replacing(tmp_path / "chip.tif"):
        pass  # nothing was written
    assert not isinstance(raised.value, FileInUse)


def test_it_says_whether_the_file_is_another_one_now(tmp_path: Path, older: Path) -> None:
    for content, is_new in ((b"as it was", False), (b"as it is now", True)):
        fresh = tmp_path / "fresh"
        fresh.write_bytes(content)
        assert put_in_place(fresh, older) is is_new
