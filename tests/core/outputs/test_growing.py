"""The lists of a run grow with its dates, and tell what is there whenever its writer is killed."""

from __future__ import annotations

import csv
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from cbm_chips.core.model import Absence
from cbm_chips.core.outputs.atomic_write import WriteError
from cbm_chips.core.outputs.names import MANIFEST, PLACES, TABLE
from cbm_chips.core.outputs.run_folder.lists import RunLists
from cbm_chips.core.outputs.run_folder.manifest import read_manifest
from cbm_chips.core.outputs.run_folder.places import read_places
from cbm_chips.core.outputs.run_folder.read_back import read_run
from cbm_chips.core.outputs.run_folder.read_table import read_table
from cbm_chips.core.outputs.run_folder.table import row_of
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.rendering.stretch import Percentiles
from tests.chips import a_chip, a_failed_chip, a_parcel
from tests.core.outputs.growing_runs import dates_of, full_disk, parcels
from tests.python_child import PythonChild

ROOT = Path(__file__).resolve().parents[3]
WRITES_AND_WAITS = """
import sys
from pathlib import Path
from cbm_chips.core.outputs.run_folder.growing_manifest import GrowingManifest
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.rendering.stretch import Percentiles
from tests.core.outputs.growing_runs import dates_of, parcels

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
