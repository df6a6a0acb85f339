"""What is written where a program has the file of before open: beside, and it is said."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest

from cbm_chips.core.inspection.export_files import export_answers
from cbm_chips.core.inspection.exports import AnswersTable
from cbm_chips.core.outputs.animation.options import AnimationOptions
from cbm_chips.core.outputs.animation.write import write_animation
from cbm_chips.core.outputs.atomic_write import WriteError
from cbm_chips.core.outputs.client_layout.write import write_client_folder
from cbm_chips.core.outputs.html.page import Section, write_html_sheet
from cbm_chips.core.outputs.numbered_files import (
    LIST,
    is_numbered,
    note_numbered,
    remove_numbered,
    stand_ins_of,
    standing_for,
)
from cbm_chips.core.outputs.stand_ins import placing, stand_ins_told
from cbm_chips.core.rendering.look import Look
from tests.builders import a_grid, a_request, a_scene
from tests.chips import a_chip, a_parcel
from tests.open_files import held_open


def write(path: Path, content: bytes = b"as it is now") -> Path:
    with placing(path) as placed:
        placed.beside.write_bytes(content)
    return placed.path


def opened(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"as it was")
    return path


class TestAFile:
    def test_stays_and_the_new_one_has_a_number(self, tmp_path: Path) -> None:
        path = opened(tmp_path / "page.html")
        with held_open(path), stand_ins_told() as told:
            assert write(path) == tmp_path / "page-2.html"
            assert write(path, b"and later") == tmp_path / "page-3.html"

        assert path.read_bytes() == b"as it was"
        assert (tmp_path / "page-2.html").read_bytes() == b"as it is now"
        assert len(list(tmp_path.glob("page*"))) == 3
        assert told[0] == (
            "page.html could not be replaced, a program may have it open: "
            "the new one is page-2.html."
        )

    def test_that_is_equal_or_closed_has_no_other_beside_it(self, tmp_path: Path) -> None:
        path = opened(tmp_path / "page.html")
        with stand_ins_told() as told:
            with held_open(path):
                assert write(path, b"as it was") == path
            assert write(path) == path
        assert told == []

    def test_has_its_name_again_and_ours_under_numbers_are_gone(self, tmp_path: Path) -> None:
        path = opened(tmp_path / "page.html")
        with held_open(path):
            write(path)
            write(path, b"and later")
            assert standing_for(path) == tmp_path / "page-3.html"
        write(path, b"at last")
        assert standing_for(path) == path
        assert list(tmp_path.iterdir()) == [path]

    def test_under_a_number_stays_where_somebody_changed_or_made_it(self, tmp_path: Path) -> None:
        path = opened(tmp_path / "page.html")
        mine = opened(tmp_path / "page-2.html")
        with held_open(path):
            changed = write(path)
            kept = write(path)
        changed.write_bytes(b"with a remark")
        write(path)
        assert (changed.name, kept.name) == ("page-3.html", "page-4.html")
        assert sorted(tmp_path.iterdir()) == sorted([path, mine, changed])

    def test_under_a_number_that_is_open_goes_with_a_later_one(self, tmp_path: Path) -> None:
        path = opened(tmp_path / "page.html")
        with held_open(path):
            beside = write(path)
        with held_open(beside):
            write(path)
            assert standing_for(path) == path
        assert beside.exists()
        write(path, b"again")
        assert list(tmp_path.iterdir()) == [path]

    def test_under_a_number_that_is_wanted_itself_stays(self, tmp_path: Path) -> None:
        path = opened(tmp_path / "page.html")
        with held_open(path):
            beside = write(path)
        write(beside)
        write(path)
        assert sorted(tmp_path.iterdir()) == sorted([path, beside])

    @pytest.mark.parametrize(
        "text",
        ["", "[[", "[1]", '[{"name": "../x-2.html", "wanted": "page.html", "digest": ""}]'],
    )
    def test_is_written_whatever_the_list_of_numbers_holds(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "page.html"
        (tmp_path / LIST).write_text(text, "utf-8")
        assert write(path) == path

    def test_is_told_in_the_log_where_nobody_listens(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        path = opened(tmp_path / "page.html")
        with held_open(path), caplog.at_level(logging.WARNING):
            write(path)
        assert "page-2.html" in caplog.text

    def test_that_is_no_file_is_another_fault(self, tmp_path: Path) -> None:
        (tmp_path / "page.html").mkdir()
        with pytest.raises(WriteError, match="could not be written"):
            write(tmp_path / "page.html")
        assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.parametrize("theirs", ["empty folder", "broken link", "link to a folder"])
def test_a_folder_under_a_number_stays_where_somebody_put_something_in(
    tmp_path: Path, theirs: str
) -> None:
    wanted, beside = tmp_path / "A", tmp_path / "A-2"
    for folder in (wanted, beside):
        opened(folder / "sheet.html")
    note_numbered(wanted, beside)
    if theirs == "empty folder":
        (beside / "my notes").mkdir()
    else:
        (beside / "mine").symlink_to(tmp_path if "folder" in theirs else tmp_path / "nowhere")
    remove_numbered(wanted)
    assert beside.is_dir()


def test_a_folder_under_a_number_that_is_as_it_was_goes(tmp_path: Path) -> None:
    for name in ("A", "A-2"):
        opened(tmp_path / name / "pictures" / "1.png")
    note_numbered(tmp_path / "A", tmp_path / "A-2")
    remove_numbered(tmp_path / "A")
    assert [path.name for path in tmp_path.iterdir()] == ["A"]


@pytest.mark.parametrize("name", ["thesis.docx", "page-2.docx", "page-x.html", "my page-2.html"])
def test_a_list_of_numbers_says_nothing_of_files_without_one(tmp_path: Path, name: str) -> None:
    opened(tmp_path / name)
    note_numbered(tmp_path / "page.html", tmp_path / name)
    write(tmp_path / "page.html")
    assert (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("name", "wanted", "expected"),
    [
        ("chips-2.csv", "chips.csv", True),
        ("series-2.csv.json", "series.csv.json", True),
        ("list.B08-12.csv", "list.B08.csv", True),
        ("fields [2024]-2.csv", "fields [2024].csv", True),
        ("A-2", "A", True),
        ("A-2.b", "A.b", True),
        ("chips.csv", "chips.csv", False),
        ("chips-2.csv.bak", "chips.csv", False),
        ("chips-.csv", "chips.csv", False),
        ("chips-2020-2.csv", "chips.csv", False),
        ("chips-\u0662.csv", "chips.csv", False),
        ("A-2\n", "A", False),
        (7, "A", False),
    ],
)
def test_a_number_stands_before_a_dot_of_the_name(
    name: object, wanted: str, expected: bool
) -> None:
    assert is_numbered(name, wanted) is expected


def test_the_last_that_was_written_stands_for_a_file_whatever_its_time(tmp_path: Path) -> None:
    path = opened(tmp_path / "page.html")
    with held_open(path):
        first, last = write(path), write(path, b"and later")
    os.utime(first, (2_000_000_000,) * 2)
    os.utime(last, (1_000_000_000,) * 2)
    assert stand_ins_of(path) == [last, first]
    assert standing_for(path) == last


def test_a_client_folder_leaves_other_lists_of_a_person_alone(tmp_path: Path) -> None:
    root = tmp_path / "007"
    write_client_folder(root, a_parcel(), [a_chip()])
    (listed,) = root.rglob("images_list.B08.csv")
    other = listed.with_name("images_list.B08-only 2020.csv")
    other.write_text(",dates,chips\n0,20200101T000000,/images/mine.B08.tif\n", "utf-8")
    write_client_folder(root, a_parcel(), [a_chip()])
    assert "mine" not in listed.read_text("utf-8")


def test_the_html_sheet_is_beside_the_one_that_is_open(tmp_path: Path) -> None:
    path = opened(tmp_path / "sheet.html")
    section = Section.of([a_chip()], a_request())
    with held_open(path):
        assert write_html_sheet([section], path, names=["a"]).name == "sheet-2.html"


def test_animation_and_frames_are_beside_those_that_are_open(tmp_path: Path) -> None:
    pytest.importorskip("PIL")
    look, small = Look(is_shared=False), AnimationOptions(edge_px=128)
    chip = a_chip(grid=a_grid(size_m=160))
    made = write_animation(tmp_path / "a", a_parcel(), [chip], look, small)
    held = (opened(tmp_path / "a.gif"), opened(made.pngs[0]))
    with held_open(*held):
        again = write_animation(tmp_path / "a", a_parcel(), [chip], look, small)
    assert again.gif == tmp_path / "a-2.gif"
    assert [path.name for path in again.pngs] == [f"{made.pngs[0].stem}-2.png"]
    write_animation(tmp_path / "a", a_parcel(), [chip], look, small)
    assert list(made.pngs[0].parent.iterdir()) == list(made.pngs)


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_exported_answers_are_beside_those_that_are_open(tmp_path: Path, ending: str) -> None:
    if ending == ".xlsx":
        pytest.importorskip("openpyxl")
    path = opened(tmp_path / f"answers{ending}")
    with held_open(path):
        files = export_answers(path, [AnswersTable(None, ("parcel",), (("7",),))])
    assert [file.name for file in files] == [f"answers-2{ending}"]


def test_a_client_folder_costs_the_date_of_an_open_chip_and_keeps_every_row(
    tmp_path: Path,
) -> None:
    chips = [
        a_chip(scene=a_scene(f"S2A_{day}", f"2020-03-{day:02d}T10:36:34")) for day in (5, 8, 10)
    ]
    root = tmp_path / "007"
    assert write_client_folder(root, a_parcel(), chips[:1]) == 1
    (listed,) = root.rglob("images_list.B08.csv")
    (first,) = root.rglob("*.B08.tif")
    opened(first)
    with held_open(listed, first), stand_ins_told() as told:
        assert write_client_folder(root, a_parcel(), chips[:2]) == 1

    assert [words.partition(": ")[0] for words in told if "tif" in words] == [
        f"{a_parcel().name} 20200305T103634"
    ]
    assert any("images_list.B08-2.csv" in words for words in told)
    assert write_client_folder(root, a_parcel(), chips[2:]) == 1
    assert list(root.rglob("images_list.B08*")) == [listed]
    assert len(listed.read_text("utf-8").splitlines()) == 1 + 3
