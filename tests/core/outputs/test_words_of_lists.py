"""Names and texts of any kind come back from a run's lists as they were."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.errors import RequestError
from cbm_chips.core.model import Place
from cbm_chips.core.outputs.names import MANIFEST, PLACES, TABLE, UniqueNames
from cbm_chips.core.outputs.run_folder.read_back import read_run
from cbm_chips.core.outputs.run_folder.read_table import read_table
from cbm_chips.core.outputs.run_folder.table import as_cell, as_text
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from tests.chips import a_chip, a_failed_chip, a_parcel
from tests.core.outputs.growing_runs import parcels


@given(st.lists(st.sampled_from(["a", "A", "b", "a-2", "a-3"]), max_size=12))
def test_names_are_given_out_once(wanted):
    names = UniqueNames()
    given_out = [names.take(name).lower() for name in wanted]
    assert len(set(given_out)) == len(wanted)
    assert all(one.startswith(name.lower()) for one, name in zip(given_out, wanted))


def test_many_places_of_one_name_take_no_longer_each():
    names = UniqueNames()
    assert [names.take("parcel") for _ in range(20_000)][-1] == "parcel-20000"


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
