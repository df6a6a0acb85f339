"""An answer that was acknowledged is on the disk, whatever happens to process, disk or file."""

from __future__ import annotations

import os
import random
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from cbm_chips.core.errors import RequestError
from cbm_chips.core.inspection.record.record import Record
from cbm_chips.core.inspection.record.shares import is_remote
from cbm_chips.core.outputs.atomic_write import WriteError
from tests.core.inspection.entries import a_picture, an_entry, an_item, full_entry
from tests.python_child import PythonChild

_ANSWERS_FOR_EVER = """
import sys
from cbm_chips.core.inspection.record.record import Record
from tests.core.inspection.entries import a_picture, an_entry
record = Record.open(sys.argv[1], sys.argv[2])
for number in range(100_000):
    record.append([an_entry(f"{number:05d}", pictures=(a_picture(),) * 4)])
    print(number, flush=True)
"""


def test_killed_amid_answers_none_that_was_acknowledged_is_lost_and_none_is_half(tmp_path):
    path = tmp_path / "record.gpkg"
    with PythonChild(_ANSWERS_FOR_EVER, path, "Anna") as child:
        while int(child.line()) < 20:
            pass
        child.kill()
    with Record.open(path, "Berta") as record:
        entries = record.entries()
        assert len(entries) > 20
        assert [one.item.parcel for one in entries] == [f"{n:05d}" for n in range(len(entries))]
        assert {one.pictures for one in entries} == {(a_picture(),) * 4}
        record.append([an_entry()])


def test_killed_at_once_it_opens_again(tmp_path):
    path = tmp_path / "record.gpkg"
    for _ in range(2):
        with PythonChild(_ANSWERS_FOR_EVER, path, "Anna") as child:
            child.line()
    with Record.open(path, "Anna") as record:
        assert {"00000"} <= {one.item.parcel for one in record.entries()}


def test_the_second_person_is_told_who_has_it_and_since_when(tmp_path):
    path = tmp_path / "record.gpkg"
    with PythonChild(_ANSWERS_FOR_EVER, path, "Anna Müller") as child:
        child.line()
        with pytest.raises(RequestError) as refused:
            Record.open(path, "Berta")
        assert "Anna Müller has had this one open" in str(refused.value)
        assert f"process {child.pid}" in str(refused.value)
        assert " UTC" in str(refused.value)
    Record.open(path, "Berta").close()


def test_the_same_qgis_does_not_open_it_twice_either(tmp_path):
    path, link = tmp_path / "record.gpkg", tmp_path / "link.gpkg"
    link.symlink_to(path)
    with Record.open(path, "Anna") as record:
        for name in (path, link):
            with pytest.raises(RequestError, match="Anna has had this one open"):
                Record.open(name, "Berta")
        record.append([an_entry()])
    Record.open(path, "Berta").close()


def test_a_note_of_who_has_it_that_a_crash_left_behind_holds_nobody_up(tmp_path):
    path = tmp_path / "record.gpkg"
    for left in (b"", b"no lock at all" * 999):
        (tmp_path / "record.gpkg.lock").write_bytes(left)
        with Record.open(path, "Berta") as record:
            record.append([an_entry()])


def test_where_locks_do_not_reach_across_computers_the_first_is_told_of_the_second(tmp_path):
    path = tmp_path / "record.gpkg"
    with Record.open(path, "Anna") as first:
        (tmp_path / "record.gpkg.lock").unlink()  # as on a share that keeps locks to itself
        with Record.open(path, "Berta") as second:
            second.append([an_entry()])
            with pytest.raises(WriteError, match="Berta has opened it"):
                first.append([an_entry()])
            assert len(second.entries()) == 1


@contextmanager
def _mounted(folder: Path, *options: str) -> Iterator[Path]:
    """A small file system of its own; where only the administrator may, the test is left out."""
    folder.mkdir()
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", *options, "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mount.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _answered_until(record: Record, words: str) -> int:
    for done in range(10_000):
        try:
            record.append([full_entry()])
        except WriteError as error:
            if words in str(error):
                return done
            raise
    raise AssertionError("it never was refused")


def test_on_a_full_disk_it_says_so_loses_nothing_and_goes_on_when_there_is_room(tmp_path):
    with _mounted(tmp_path / "small", "-o", "size=1m") as folder:
        with Record.open(folder / "record.gpkg", "Anna") as record:
            record.append([full_entry()])
            filler = folder / "filler"
            with open(filler, "wb", buffering=0) as full, suppress(OSError):
                while full.write(bytes(4096)):
                    pass
            done = 1 + _answered_until(record, "disk is full")
            assert len(record.entries()) == done
            filler.unlink()
            record.append([full_entry()])
            assert len(record.entries()) == done + 1
        with Record.read(folder / "record.gpkg") as record:
            assert record.entries() == (full_entry(),) * (done + 1)


def test_a_disk_that_was_full_from_the_start_gets_a_record_later(tmp_path):
    with _mounted(tmp_path / "small", "-o", "size=1m") as folder:
        (folder / "filler").write_bytes(bytes(2**20 - 8192))
        with pytest.raises(RequestError, match="disk is full"):
            Record.open(folder / "record.gpkg", "Anna")
        (folder / "filler").unlink()
        with Record.open(folder / "record.gpkg", "Anna") as record:
            record.append([full_entry()])


def test_a_queue_that_has_no_room_leaves_the_one_before(tmp_path):
    many = [an_item(str(n) * 200) for n in range(1000)]
    small = _mounted(tmp_path / "small", "-o", "size=1m")
    with small as folder, Record.open(folder / "record.gpkg", "Anna") as record:
        record.put_queue([an_item()], [], "first")
        with pytest.raises(WriteError, match="disk is full"):
            record.put_queue(many, [], "second")
        assert (record.queue().name, record.queue().items) == ("first", (an_item(),))


def test_in_a_folder_that_can_only_be_read_it_reads_and_refuses_to_write_in_words(tmp_path):
    with _mounted(tmp_path / "medium") as folder:
        with Record.open(folder / "record.gpkg", "Anna") as record:
            record.append([full_entry()])
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        with Record.read(folder / "record.gpkg") as record:
            assert record.entries() == (full_entry(),)
        for name in ("record.gpkg", "new.gpkg"):
            with pytest.raises(RequestError, match="for writing"):
                Record.open(folder / name, "Anna")


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_file_is_told_of_in_words(tmp_path, seed):
    path, lot = tmp_path / "record.gpkg", random.Random(seed)
    with Record.open(path, "Anna") as record:
        record.append([full_entry() for _ in range(20)])
    content = bytearray(path.read_bytes())
    for _ in range(400):
        content[lot.randrange(4096, len(content))] = lot.randrange(256)
    path.write_bytes(content if seed % 2 else content[: len(content) // 2])
    with suppress(RequestError, WriteError), Record.open(path, "Anna") as record:
        record.append([an_entry()])
        record.newest()
    with suppress(RequestError), Record.read(path) as record:
        record.entries()


@pytest.mark.parametrize(
    ("kind", "is_far"), [("ext4", False), ("nfs4", True), ("cifs", True), ("fuse.davfs", True)]
)
def test_a_share_of_the_network_is_told_by_what_is_mounted(tmp_path, kind, is_far):
    mounts = tmp_path / "mounts"
    folder = tmp_path / "my share"
    shown = str(folder).replace(" ", "\\040")
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/x {shown} {kind} rw 0 0\n")
    assert is_remote(folder / "record.gpkg", str(mounts)) == is_far
    assert not is_remote(tmp_path / "record.gpkg", str(mounts))
    assert is_remote(Path("//server/share/record.gpkg"), str(mounts))


@pytest.mark.parametrize("change", ["deleted", "replaced", "moved"])
def test_a_file_that_goes_while_it_is_open_is_told_of_and_its_answers_can_be_saved(
    tmp_path, change
):
    path = tmp_path / "record.gpkg"
    with Record.open(path, "Anna") as record:
        record.append([full_entry()])
        path.unlink() if change == "deleted" else os.replace(path, tmp_path / "moved.gpkg")
        if change == "replaced":
            path.write_bytes(b"")
        with pytest.raises(WriteError, match="deleted, moved or replaced"):
            record.append([an_entry()])
        record.save_as(tmp_path / "saved.gpkg")
    with Record.open(tmp_path / "saved.gpkg", "Anna") as record:
        assert record.entries() == (full_entry(),)
        record.append([an_entry()])
