"""How much of the parcel the chip holds is told wherever a flag is."""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache

import pytest
from shapely.geometry import box

from cbm_chips.core import ChipRequest, Place, extract_chips, open_source
from cbm_chips.core.model import seen_in_part
from cbm_chips.core.outputs.html.legend import flag, legend
from cbm_chips.core.outputs.run_folder.read_table import read_table
from cbm_chips.core.outputs.run_folder.table import head_line, line_of, row_of, share_cell
from cbm_chips.core.pipeline.events import Flagged
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.pipeline.series import Series, results_of
from cbm_chips.core.projection import to_wgs84
from cbm_chips.core.reading.default_reader import default_reader
from cbm_chips.core.sample_archive import sample_parcels
from cbm_chips.core.scenes.grids import grid_of, parcel_mask
from tests.chips import a_chip, a_parcel

JUNE = {"start": "2022-06-01", "end": "2022-06-30", "bands": ("B04", "SCL")}


@pytest.fixture(scope="module")
def parcel(sample_archive):
    return Place.of_parcel(sample_parcels(sample_archive)[0].outline, "field")


@cache
def events_of(archive, place, **asked):
    """Several tests look at the same run."""
    request = ChipRequest(place, **{**JUNE, **asked})
    with open_source(str(archive)) as source:
        return list(run(request, source, Tools(default_reader(source.network))))


@pytest.mark.parametrize("size_m", [100, 1280])
@pytest.mark.parametrize("clear_only", [False, True])
def test_flags_chips_and_dates_without_one_tell_the_share(
    size_m, clear_only, sample_archive, parcel
):
    expected = parcel_mask(parcel, grid_of(parcel, size_m)).inside_pct

    events = events_of(sample_archive, parcel, size_m=size_m, clear_only=clear_only)

    told = [event for event in events if hasattr(event, "parcel_in_chip_pct")]
    assert len(told) >= 8
    assert any(isinstance(event, Flagged) for event in told)
    assert [event.parcel_in_chip_pct for event in told] == pytest.approx([expected] * len(told))
    assert (expected < 50) == (size_m == 100)


def test_without_an_outline_there_is_no_share(sample_archive, parcel):
    point = Place(lon=parcel.lon, lat=parcel.lat)

    events = events_of(sample_archive, point, size_m=100)

    shares = {getattr(event, "parcel_in_chip_pct", None) for event in events}
    assert shares == {None}


def test_a_series_keeps_the_share_of_dates_with_and_without_a_chip(sample_archive, parcel):
    series = Series()
    for event in events_of(sample_archive, parcel, size_m=100, clear_only=True):
        series.take(event)

    assert all(0 < result.parcel_in_chip_pct < 50 for result in results_of(series.entries))


def test_the_table_has_a_column_and_reading_back_keeps_it(sample_archive, parcel, tmp_path):
    request = ChipRequest(parcel, size_m=100, **JUNE)
    with open_source(str(sample_archive)) as source:
        results = list(extract_chips(request, source, cache=None))
    rows = [row_of(parcel, result) for result in results]

    table = tmp_path / "chips.csv"
    table.write_bytes(b"".join([head_line(), *map(line_of, rows)]))

    with table.open(newline="") as file:
        shares = {row["parcel_in_chip_pct"] for row in csv.DictReader(file)}
    assert len(shares) == 1
    assert float(shares.pop()) == pytest.approx(results[0].parcel_in_chip_pct, abs=0.01)
    for record in read_table(table):
        share = record.failed.parcel_in_chip_pct
        assert share == pytest.approx(results[0].parcel_in_chip_pct, abs=0.01)


@pytest.mark.parametrize(
    ("share", "words", "cell"),
    [
        (None, "", None),
        (100.0, "", 100.0),
        (99.96, "", 99.96),
        (99.94, "99 %", 99.94),
        (99.5, "99 %", 99.5),
        (43.21987, "43 %", 43.22),
        (0.4, "< 1 %", 0.4),
        (0.0004, "< 1 %", 0.01),
        (0.0, "0 %", 0.0),
    ],
)
def test_a_share_never_looks_like_all_and_only_nothing_is_0(share, words, cell):
    assert seen_in_part(share) == words
    assert share_cell(share) == cell


def test_sheets_mark_the_flag_of_a_parcel_seen_in_part():
    whole = [replace(a_chip(), parcel_in_chip_pct=100.0)]
    part = [replace(a_chip(), parcel_in_chip_pct=5.2)]

    assert "5 % of the parcel" in flag(part[0])
    assert "of the parcel" not in flag(whole[0])
    assert "% of the parcel" in legend(part, a_parcel())
    assert "% of the parcel" not in legend(whole, a_parcel())


def test_a_parcel_of_which_the_chip_shows_a_corner_is_said_to_be_judged_by_it():
    grid = grid_of(Place(lon=5.2, lat=52.78), 1280)
    huge = box(grid.left - 2000, grid.bottom - 2000, grid.right, grid.top)
    mask = parcel_mask(Place.of_parcel(to_wgs84(huge, grid.epsg)), grid)

    assert f"{seen_in_part(mask.inside_pct)} of the parcel is in the chip" in mask.sentence
