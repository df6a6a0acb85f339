"""A list grows by pieces, is whole after each, and is told of where there is no room."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from cbm_chips.core.outputs.atomic_write import WriteError
from cbm_chips.core.outputs.growing_file import GrowingFile
from tests.core.outputs.growing_runs import full_disk, no_file_larger_than
from tests.open_files import held_open


@pytest.mark.parametrize("room", range(4))
def test_a_full_disk_is_told_and_leaves_what_was_there(tmp_path, room):
    file = GrowingFile(tmp_path / "list", head=b"[", tail=b"]")
    file.add(b"1,2,3")
    whole = (tmp_path / "list").read_bytes()
    told = ""

    with no_file_larger_than(len(whole) + room):  # in which no report is written
        try:
            file.add(b",4,5,6,7,8")
        except WriteError as error:
            told = str(error)

    assert told.startswith("list could not be written: ")
    assert (tmp_path / "list").read_bytes() == whole == b"[1,2,3]"
    file.add(b",4")
    assert (tmp_path / "list").read_bytes() == b"[1,2,3,4]"


def test_a_step_aside_for_which_there_is_no_room_leaves_the_file_ours(tmp_path, monkeypatch):
    file = GrowingFile(tmp_path / "list", head=b"[", tail=b"]")
    file.add(b"1")
    with held_open(tmp_path / "list"), monkeypatch.context() as patched:
        patched.setattr("shutil.copyfileobj", full_disk)
        with pytest.raises(WriteError):
            file.add(b",2")
    file.add(b",3")
    assert (file.path.name, file.path.read_bytes(), file.words) == ("list", b"[1,3]", "")


def test_where_open_files_cannot_be_unlinked_long_lists_are_written_too(tmp_path, monkeypatch):
    def refusing(unlink):
        def refuse(path, **how):
            if Path(path).parent == tmp_path and Path(path) not in closed:
                closed.add(Path(path))
                raise OSError(errno.ETXTBSY, "Text file busy")
            return unlink(path, **how)

        return refuse

    closed = set()
    monkeypatch.setattr("tempfile._O_TMPFILE_WORKS", False)
    monkeypatch.setattr(os, "unlink", refusing(os.unlink))
    file = GrowingFile(tmp_path / "list", head=b"")
    for _ in range(3):
        file.add(b"x" * 8000)
    assert len(file.path.read_bytes()) == 24000
    assert [path.name for path in tmp_path.iterdir()] == ["list"]
    assert len(closed) == 1
    file.close()


def test_where_no_unnamed_file_can_be_made_long_lists_are_written_too(tmp_path, monkeypatch):
    monkeypatch.setattr("cbm_chips.core.outputs.unnamed_copy.TemporaryFile", full_disk)
    file = GrowingFile(tmp_path / "list", head=b"")
    for _ in range(3):
        file.add(b"x" * 8000)
    assert len(file.path.read_bytes()) == 24000
