"""Many bundles in a folder: names, index, what cancelling leaves and what is not touched."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from cbm_chips.core.inspection.bundle.contents import BundleMaker
from cbm_chips.core.inspection.bundle.dossier import dossiers_of
from cbm_chips.core.inspection.bundle.write import BundleOrder, WrittenBundle, write_bundles
from cbm_chips.core.inspection.values import QueueItem
from cbm_chips.core.outputs.atomic_write import WriteError
from cbm_chips.core.outputs.stand_ins import stand_ins_told
from tests.core.inspection.bundle.writing import is_checked, named, written
from tests.evidence import an_answer, reading_from
from tests.open_files import held_open

INDEX = ("index.html", "index.csv", "SHA256SUMS")
ODD_ID = 'Ångström/7 "x" <b>'


def test_odd_ids_make_safe_names_and_do_not_clash(run, tmp_path):
    ids = [
        "007",
        "7",
        ODD_ID,
        "../up",
        "a/b",
        "a_b",
        "CaSe",
        "case",
        "index.html",
        "con",
        ".",
        "x" * 300,
    ]
    bundles = written(tmp_path, [an_answer(named(run, parcel)) for parcel in ids])
    names = [bundle.path.name for bundle in bundles]
    assert len({name.lower() for name in names}) == len(ids)
    assert names[:2] == ["007", "7"]
    assert all(re.fullmatch(r"[\w.-]{1,90}", name, re.ASCII) for name in names)
    assert all(bundle.path.parent == tmp_path for bundle in bundles)
    told = [json.loads((one.path / "record.json").read_text("utf-8"))["parcel"] for one in bundles]
    assert told == ids


def test_the_index_lists_answers_in_the_queues_order_and_what_is_open(run, chips, tmp_path):
    queue = [QueueItem("2", "E5"), QueueItem(ODD_ID, "E5"), QueueItem("0003", "E5")]
    entries = [an_answer(named(run, ODD_ID), chips[:1]), an_answer(named(run, "2"))]
    bundles = written(tmp_path, entries, queue=queue)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "index.csv").read_text("utf-8"))))
    assert [row["parcel"] for row in rows] == ["2", ODD_ID, "0003"]
    assert [row["outcome"] for row in rows] == ["confirmed", "confirmed", ""]
    assert [row["proved"] for row in rows] == ["0", "1", ""]
    page = (tmp_path / "index.html").read_text("utf-8")
    links = re.findall(r'href="([^"]+)"', page)
    assert all((tmp_path / link).is_file() for link in links)
    assert f"{bundles[0].path.name}/sheet.html" in links
    assert "not answered yet" in page
    assert "<b>" not in page.replace('<b class="mark"', "")


def test_a_second_run_into_the_folder_keeps_the_bundles_of_the_first(run, tmp_path):
    written(tmp_path, [an_answer(named(run, "a/b"))])
    written(tmp_path, [an_answer(named(run, "a:b")), an_answer(named(run, "a/b"), question="ANC")])
    rows = list(csv.DictReader(io.StringIO((tmp_path / "index.csv").read_text("utf-8"))))
    assert {(row["parcel"], row["question"]) for row in rows} == {("a/b", "ANC"), ("a:b", "E5")}
    assert len({row["bundle"] for row in rows}) == 2


def test_what_others_have_put_there_is_not_touched(run, tmp_path):
    (tmp_path / "7").mkdir()
    (tmp_path / "7" / "notes.txt").write_text("mine")
    (bundle,) = written(tmp_path, [an_answer(named(run, "7"))])
    (bundle.path / "photo.jpg").write_bytes(b"mine, too")
    (second,) = written(tmp_path, [an_answer(named(run, "7"))])
    (second.path / "photos").mkdir()
    (third,) = written(tmp_path, [an_answer(named(run, "7"))])
    assert (tmp_path / "7" / "notes.txt").read_text() == "mine"
    assert (bundle.path / "photo.jpg").read_bytes() == b"mine, too"
    assert (second.path / "photos").is_dir()
    assert written(tmp_path, [an_answer(named(run, "7"))])[0].path == third.path
    assert len({"7", bundle.path.name, second.path.name, third.path.name}) == 4


def test_cancelled_it_leaves_whole_bundles_and_their_index(run, chips, tmp_path):
    entries = [an_answer(named(run, parcel), chips[:1]) for parcel in ("1", "2", "3")]
    steps = write_bundles(BundleOrder(dossiers_of(entries), tmp_path), reading_from())
    first = next(step for step in steps if isinstance(step, WrittenBundle))
    next(steps)
    steps.close()
    assert {path.name for path in tmp_path.iterdir()} == {
        first.path.name,
        "index.html",
        "index.csv",
        "SHA256SUMS",
    }
    assert is_checked(first.path)[0]


def test_a_bundle_that_can_not_be_written_is_said_and_the_ones_before_stay(run, tmp_path):
    entries = [an_answer(named(run, parcel)) for parcel in ("1", "2")]

    def full(sheet):
        if sheet.parcel == "2":
            raise WriteError("the disk is full")
        return b"%PDF-1.4"

    with pytest.raises(WriteError, match="full"):
        written(tmp_path, entries, maker=BundleMaker(print_sheet=full))
    assert (tmp_path / "1" / "sheet.pdf").read_bytes() == b"%PDF-1.4"
    assert not (tmp_path / "2").exists()
    assert '<a href="1/sheet.pdf">' in (tmp_path / "index.html").read_text("utf-8")


def listed(index):
    """The bundles in an index."""
    with index.open(encoding="utf-8", newline="") as file:
        return {row["bundle"] for row in csv.DictReader(file)}


@pytest.mark.parametrize("is_zip", [False, True])
def test_a_bundle_or_an_index_that_a_program_has_open_is_beside_it(run, tmp_path, is_zip):
    entries = [an_answer(named(run, parcel)) for parcel in ("007", "008")]
    (before, _) = written(tmp_path, entries, is_zip=is_zip)
    held = [before.path, tmp_path / "index.csv"]
    bytes_before = [path.read_bytes() for path in held if path.is_file()]

    later = [*entries, an_answer(named(run, "007"), after_minutes=9)]
    with held_open(*held), stand_ins_told() as told:
        first, second = written(tmp_path, later, is_zip=is_zip)

    assert [path.read_bytes() for path in held if path.is_file()] == bytes_before
    assert first.path == before.path.with_name(f"007-2{'.zip' * is_zip}")
    assert second.path.name == f"008{'.zip' * is_zip}"
    assert [words.partition(" ")[0] for words in told] == [before.path.name, "index.csv"]
    assert listed(tmp_path / "index-2.csv") == {first.path.name, second.path.name}
    assert is_checked(tmp_path)[0]

    with held_open(first.path), stand_ins_told():
        written(tmp_path, later, is_zip=is_zip)
    assert listed(tmp_path / "index.csv") == {before.path.name, second.path.name}

    written(tmp_path, later, is_zip=is_zip)
    there = sorted(path.name for path in tmp_path.iterdir())
    assert there == sorted([before.path.name, second.path.name, *INDEX])
    assert is_checked(tmp_path)[0]


def test_answers_of_other_parcels_stay_out(run, tmp_path):
    entries = [an_answer(named(run, parcel)) for parcel in ("1", "2", "3")]
    (dossier,) = dossiers_of(entries, parcels={"2"})
    assert [entry.item.parcel for entry in dossier.entries] == ["2"]
