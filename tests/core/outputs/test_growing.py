"""The lists of a run grow with its dates, and tell what is there whenever its writer is killed."""

from __future__ import annotations

import csv
import errno
import json
import os
import tracemalloc
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.errors import RequestError
from cbm_chips.core.model import Absence, Place
from cbm_chips.core.outputs.atomic_write import WriteError
from cbm_chips.core.outputs.growing_file import GrowingFile
from cbm_chips.core.outputs.names import MANIFEST, PLACES, TABLE, UniqueNames
from cbm_chips.core.outputs.run_folder import growing_manifest
from cbm_chips.core.outputs.run_folder.growing_manifest import GrowingManifest
from cbm_chips.core.outputs.run_folder.lists import RunLists
from cbm_chips.core.outputs.run_folder.manifest import read_manifest
from cbm_chips.core.outputs.run_folder.places import read_places
from cbm_chips.core.outputs.run_folder.read_back import read_run
from cbm_chips.core.outputs.run_folder.read_table import read_table
from cbm_chips.core.outputs.run_folder.table import as_cell, as_text, row_of
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from cbm_chips.core.outputs.stand_ins import StandingFile
from cbm_chips.core.outputs.unnamed_copy import write_at
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.rendering.stretch import Percentiles
from tests.builders import a_scene
from tests.chips import a_chip, a_failed_chip, a_parcel
from tests.open_files import held_open
from tests.python_child import PythonChild

ROOT = Path(__file__).resolve().parents[3]
WRITES_AND_WAITS = """
import sys
from pathlib import Path
from cbm_chips.core.outputs.run_folder.growing_manifest import GrowingManifest
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.rendering.stretch import Percentiles
from tests.core.outputs.test_growing import dates_of, parcels

look = Look(lut=Percentiles(2.0, 98.0))
with RunWriter(Path(sys.argv[1]), sys.argv[2], look=look) as run:
    for number, place in enumerate(parcels(3)):
        for result in dates_of(number):
            run.add(place, result)
        if number < 2:
            run.finish_place(place)
    run._background.wait()
    print("written", flush=True)
    sys.stdin.read()
"""


def parcels(count):
    first = a_parcel()
    return [replace(first, label=f"p{number}") for number in range(count)]


def dates_of(number):
    """Not in order; the last of them has no chip."""
    days = (8, 5)
    return [
        *(
            a_chip(("B08", "B04", "B03"), a_scene(f"S2A_{day}", f"2020-03-{day:02d}T10:36:34"))
            for day in days
        ),
        a_failed_chip("HTTP 503"),
    ]


@pytest.mark.parametrize(("output", "files"), [("bands", 18), ("composite", 4)])
def test_a_run_that_is_killed_can_be_read(tmp_path, output, files):
    with PythonChild(WRITES_AND_WAITS, tmp_path, output) as child:
        assert child.line() == "written"

    there = set(tmp_path.rglob("*.tif"))
    run = read_run(tmp_path)
    assert len(there) == files
    assert {path for place in run for date in place.dates for path in date.files.values()} == there
    assert {entry.path for entry in read_manifest(tmp_path / MANIFEST)} == there
    assert [place.place for place in run] == parcels(3)
    assert read_places(tmp_path / PLACES) == tuple(parcels(3))
    whole = run[0].dates
    assert [date.record.failed.scene.label[:8] for date in whole] == [
        "20200305",
        "20200307",
        "20200308",
    ]
    assert whole[1].record.failed.reason == "HTTP 503"


def test_every_date_is_in_the_table_as_soon_as_it_is_there(tmp_path):
    run = RunWriter(tmp_path)
    for count, result in enumerate(dates_of(0), 1):
        run.add(a_parcel(), result)
        run._background.wait()
        assert len(read_table(tmp_path / TABLE)) == count
        assert len(read_places(tmp_path / PLACES)) == 1
    run.finish()


@pytest.mark.parametrize("per_date", [0, 1, 3])
def test_the_manifest_is_whole_after_every_date(tmp_path, per_date):
    written, path = [], tmp_path / MANIFEST
    manifest = GrowingManifest(StandingFile(path), lambda: written)
    for number in range(700):
        pairs = [(f"20220601T{number:06d}", f"p/{number}.B{band}.tif") for band in range(per_date)]
        written += pairs
        manifest.add(f"20220601T{number:06d}", [file for _, file in pairs])
        if number % 97 == 0 or number > 690:
            read = read_manifest(path)
            assert [(one.label, one.path) for one in read] == [
                (a, tmp_path / b) for a, b in written
            ]


def test_a_manifest_of_which_one_list_cannot_be_written_stays_whole(tmp_path, monkeypatch):
    written, path = [], tmp_path / MANIFEST
    manifest = GrowingManifest(StandingFile(path), lambda: written)
    for number in range(4):
        written.append((f"20220601T{number:06d}", f"p/{number}.B04.tif"))
        with monkeypatch.context() as patched, suppress(WriteError):
            if number == 2:
                patched.setattr(growing_manifest, "write_at", NoRoomFor(b'"2022'))
            manifest.add(written[-1][0], [written[-1][1]])
        if number == 2:
            del written[-1]
        assert len(read_manifest(path)) == len(written)


class NoRoomFor:
    """As where the file system copies what is written anew, and has no room left for it."""

    def __init__(self, content):
        self.content = content

    def __call__(self, file, at, content):
        if self.content in content:
            raise OSError(errno.ENOSPC, "No space left on device")
        write_at(file, at, content)


def test_lists_of_an_earlier_run_stay_until_the_first_date(tmp_path):
    with RunWriter(tmp_path) as run:
        run.add(a_parcel(), a_failed_chip())
    before = (tmp_path / TABLE).read_bytes()

    RunLists(tmp_path)

    assert (tmp_path / TABLE).read_bytes() == before


def test_a_last_line_that_was_cut_off_is_none(tmp_path):
    lists = RunLists(tmp_path)
    for reason in ("one", "two"):
        lists.add(row_of(a_parcel(), a_failed_chip(reason)))
    content = (tmp_path / TABLE).read_bytes()
    start = content.rindex(b"\n", 0, -1) + 1

    for cut in range(start + 1, len(content) - 3):
        (tmp_path / TABLE).write_bytes(content[:cut])
        assert [row.failed.reason for row in read_table(tmp_path / TABLE)] == ["one"]
    (tmp_path / TABLE).write_bytes(content[:-1])  # as some editors leave it
    assert len(read_table(tmp_path / TABLE)) == 2


@contextmanager
def no_file_larger_than(size):
    """As on a full disk: a write takes what fits, the next one nothing."""
    resource = pytest.importorskip("resource")  # not on Windows
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


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


def full_disk(*_, **__):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_table_that_cant_be_sorted_stays_as_it_grew(tmp_path, monkeypatch):
    run = RunWriter(tmp_path)
    for result in dates_of(0):
        run.add(a_parcel(), result)
    run._background.wait()
    grown = (tmp_path / TABLE).read_bytes()

    monkeypatch.setattr("cbm_chips.core.outputs.run_folder.lists._copy_lines", full_disk)
    with pytest.raises(WriteError, match=r"chips\.csv could not be written"):
        run.finish()

    assert (tmp_path / TABLE).read_bytes() == grown
    assert len(read_manifest(tmp_path / MANIFEST)) == 6
    assert not list(tmp_path.glob(".*"))


def test_memory_does_not_grow_with_the_dates(tmp_path):
    run = RunWriter(tmp_path)
    place, failed = a_parcel(), a_failed_chip("a reason " * 20, Absence.UNUSABLE)

    def held_after(count):
        for _ in range(count):
            run.add(place, failed)
        run._background.wait()
        return tracemalloc.get_traced_memory()[0]

    held_after(50)
    tracemalloc.start()
    try:
        before = held_after(50)
        after = held_after(500)
    finally:
        tracemalloc.stop()
    run.finish()
    assert after - before < 50 * 500


def test_rows_are_sorted_by_place_and_date_at_the_end(tmp_path):
    with RunWriter(tmp_path) as run:
        for label in ("b", "a"):
            for result in dates_of(0):
                run.add(replace(a_parcel(), label=label), result)
    with (tmp_path / TABLE).open(newline="") as file:
        rows = [(row["place"], row["date"][:8]) for row in csv.DictReader(file)]
    assert rows == [(label, day) for label in "ab" for day in ("20200305", "20200307", "20200308")]


def test_series_dates_without_the_bands_are_listed_when_their_place_is_done(tmp_path):
    look = Look(lut=Percentiles(2.0, 98.0))
    run = RunWriter(tmp_path, "composite", look=look)
    run.add(a_parcel(), a_chip(("B08",)))
    run.finish_place(a_parcel())
    assert [row.files for row in read_table(tmp_path / TABLE)] == [()]
    assert run.finish().failed == 1


@given(st.lists(st.sampled_from(["a", "A", "b", "a-2", "a-3"]), max_size=12))
def test_names_are_given_out_once(wanted):
    names = UniqueNames()
    given_out = [names.take(name).lower() for name in wanted]
    assert len(set(given_out)) == len(wanted)
    assert all(one.startswith(name.lower()) for one, name in zip(given_out, wanted))


def test_many_places_of_one_name_take_no_longer_each():
    names = UniqueNames()
    assert [names.take("parcel") for _ in range(60_000)][-1] == "parcel-60000"


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=8))
def test_text_comes_back_as_it_was(text):
    printable = "".join(char if char.isprintable() else " " for char in text)
    assert as_text(as_cell(text)) == printable


@pytest.mark.parametrize("reason", ["'/vsimem/x.tif' not recognized", "''", "'=1", "=1", "a'b"])
def test_an_apostrophe_before_a_reason_is_kept(tmp_path, reason):
    with RunWriter(tmp_path) as run:
        run.add(a_parcel(), a_failed_chip(reason))
    (row,) = read_table(tmp_path / TABLE)
    assert row.failed.reason == reason


SIGNS = (
    "=+-@\uff1d\uff0b\uff0d\uff20"  # full width
    "\ufe62\ufe63\ufe66\ufe6b\u2212\u207a\u207b\u207c"
)


@pytest.mark.parametrize("sign", SIGNS)
def test_wide_and_small_signs_start_no_formula_either(sign):
    for text in (f"{sign}1+1", f" {sign}1", f"\u3000{sign}1"):
        assert as_cell(text).startswith("'")


def test_files_of_a_place_whose_name_starts_a_formula_are_found(tmp_path):
    with RunWriter(tmp_path) as run:
        run.add(Place(lon=5.6, lat=52.7, label="-5"), a_chip(("B08",)))
    ((date,),) = (place.dates for place in read_run(tmp_path))
    assert list(date.files) == ["B08"]


@pytest.mark.parametrize("name", [MANIFEST, PLACES])
def test_a_list_nested_without_end_is_refused_in_words(tmp_path, name):
    with RunWriter(tmp_path) as run:
        run.add(a_parcel(), a_failed_chip())
    (tmp_path / name).write_text("[" * 100_000)
    with pytest.raises(RequestError):
        read_run(tmp_path)


def test_places_are_one_to_a_line_and_json(tmp_path):
    with RunWriter(tmp_path) as run:
        for place in parcels(2):
            run.add(place, a_failed_chip())
    text = (tmp_path / PLACES).read_text(encoding="utf-8")
    assert len(json.loads(text)["features"]) == 2
    assert len(text.splitlines()) == 4


def test_words_of_any_length_end_no_run(tmp_path):
    place = replace(a_parcel(), label="p" * 200_000)
    with RunWriter(tmp_path) as run:
        for result in (*dates_of(0), a_failed_chip("y" * 200_000)):
            run.add(place, result)
    assert run.finish().count == 2
    (stored,) = read_run(tmp_path)
    assert stored.place == place
    assert any(date.record.failed.reason.startswith("yyy") for date in stored.dates)


def test_two_runs_in_one_folder_are_told_of_it_and_lose_no_row_of_each_other(tmp_path):
    one, other = RunWriter(tmp_path), RunWriter(tmp_path)
    first, second, _ = dates_of(0)
    one.add(a_parcel(), first)
    one._background.wait()
    other.add(a_parcel(), second)
    other._background.wait()
    one.add(a_parcel(), a_failed_chip("HTTP 503"))
    with pytest.raises(WriteError, match="give each run a folder of its own"):
        one.finish()
    assert other.finish().count == 1
    ((date,),) = (place.dates for place in read_run(tmp_path))
    assert date.record.failed.scene.id == second.scene.id


def test_a_table_that_broke_off_in_the_middle_of_a_letter_is_read_up_to_there(tmp_path):
    with RunWriter(tmp_path) as run:
        for result in dates_of(0):
            run.add(replace(a_parcel(), label="Südhang"), result)
    run.finish()
    table = tmp_path / TABLE
    whole = table.read_bytes()
    table.write_bytes(whole[: whole.rindex("ü".encode()) + 1])
    assert len(read_table(table)) == 2
