"""Names of files and folders: whatever comes in, nothing leaves the folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cbm_chips.core.model import Place
from cbm_chips.core.outputs.names import LONGEST, UniqueNames, chip_file_name, place_folder
from tests.builders import a_scene

ANY_TEXT = st.text(st.characters(), max_size=200)
ONE_PART = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")
RESERVED = {"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(10))}


def a_place(label):
    return Place(lon=5.664, lat=52.694, label=label)


def is_one_safe_part(name):
    folder = Path("/run")
    return (
        ONE_PART.fullmatch(name) is not None
        and (folder / name).resolve().parent == folder
        and not name.endswith(".")
        and name.split(".")[0].lower() not in RESERVED
    )


@given(ANY_TEXT)
@example("../../etc/passwd")
@example("..")
@example("C:\\Windows")
@example("con.txt")
@example("COM1")
@example("." * 100)
@example("a" * 79 + "." + "b")
@example("\0")
def test_no_label_makes_a_folder_outside_its_parent(label):
    name = place_folder(a_place(label))
    assert is_one_safe_part(name)
    assert len(name) <= LONGEST


@given(ANY_TEXT, ANY_TEXT)
def test_no_scene_id_makes_a_file_outside_the_folder(scene_id, what):
    name = chip_file_name(a_scene(id=scene_id), what)
    assert is_one_safe_part(name)
    assert name.startswith("20200305T103634_")
    assert name.endswith(".tif")


@given(ANY_TEXT, ANY_TEXT)
@example("a/b", "a_b")
@example("a" * 81, "a" * 82)
def test_two_scenes_never_share_a_file(one, other):
    names = {chip_file_name(a_scene(id=scene_id), "B04") for scene_id in (one, other)}
    assert len(names) == len({one, other})


def test_an_ordinary_name_stays_as_it_is():
    assert place_folder(a_place("NL2019_parcel-17.a")) == "NL2019_parcel-17.a"
    assert chip_file_name(a_scene(), "B8A") == "20200305T103634_S2A_31UFU_20200305_0_L2A.B8A.tif"


def test_a_place_without_a_label_is_named_by_its_coordinates():
    assert place_folder(a_place("")) == "5.66400_52.69400"


def test_a_label_of_which_nothing_is_left_gives_way_to_the_coordinates():
    assert place_folder(a_place("Поле")) == "5.66400_52.69400"


def test_accents_fall_off():
    assert place_folder(a_place("Flevoland süd / Nr. 7")) == "Flevoland_sud_Nr._7"


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        ([], "a"),
        (["b"], "a"),
        (["a"], "a-2"),
        (["A"], "a-2"),
        (["a", "a-2"], "a-3"),
    ],
)
def test_a_taken_name_gets_the_next_free_number(taken, expected):
    names = UniqueNames()
    for name in taken:
        names.take(name)
    assert names.take("a") == expected


def test_a_number_fits_into_the_longest_name():
    longest = "a" * LONGEST
    names = UniqueNames()
    assert names.take(longest) == longest
    assert names.take(longest) == "a" * (LONGEST - 2) + "-2"
