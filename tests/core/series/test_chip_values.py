"""What the plot shows of a chip is what a table of parcels says of the same date."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from shapely.geometry import Polygon

from cbm_chips.core import ChipRequest, Place, extract_chips, open_source
from cbm_chips.core.model import Chip
from cbm_chips.core.parcels.numbers.table import joined
from cbm_chips.core.parcels.planning.make_plan import plan_parcels
from cbm_chips.core.parcels.running.run import run_plan
from cbm_chips.core.series.making.chip_values import ParcelInChip, numbers_of
from cbm_chips.core.series.making.from_run import series_of_run
from cbm_chips.core.series.making.from_table import series_of_table
from tests.builders import a_grid
from tests.chips import a_chip, a_parcel
from tests.parcel_archive import a_square

NAMES = ("NDVI", "NDMI", "B04", "B11")
ASKED = {"start": "2022-03-01", "end": "2022-03-31", "bands": ("B04", "B11")}


@pytest.fixture(scope="module")
def source(parcel_catalog):
    with open_source(str(parcel_catalog)) as opened:
        yield opened


def odd_outline():
    """A triangle whose sides run through pixels."""
    first, second, third, _, _ = a_square(x_m=903, y_m=707, side_m=237).exterior.coords
    return Polygon([first, second, third])


OUTLINES = {
    "square": a_square(),
    "triangle": odd_outline(),
    "tiny": a_square(x_m=333, y_m=444, side_m=4),
    "ring": a_square(x_m=700).difference(a_square(x_m=730, y_m=530, side_m=30)),
}


def chips_of(outline, source):
    request = ChipRequest(
        Place.of_parcel(outline, "one"),
        start="2022-03-01",
        end="2022-03-31",
        bands=("B04", "B08", "B11", "SCL"),
        size_m=1280,
    )
    return [chip for chip in extract_chips(request, source) if isinstance(chip, Chip)]


@pytest.fixture(scope="module")
def table(source):
    """The rows of all parcels, of one run."""
    plan = plan_parcels(OUTLINES.items(), {**ASKED, "indices": ("NDVI", "NDMI")}, source)
    return list(joined(run_plan(plan, source)).records())


@pytest.fixture(scope="module")
def square(source):
    return chips_of(OUTLINES["square"], source)


@pytest.mark.parametrize("name", OUTLINES)
def test_chips_and_tables_of_parcels_have_the_same_numbers(source, table, square, name):
    outline = OUTLINES[name]
    rows = {row["acquired"]: row for row in table if row["parcel"] == name}

    chips = square if name == "square" else chips_of(outline, source)

    assert len(chips) == len(rows) == 3
    for chip in chips:
        parcel = ParcelInChip.of(Place.of_parcel(outline), chip.grid)
        row = rows[chip.scene.when("%Y-%m-%dT%H:%M:%SZ")]
        for index, (mean, p25, p75, count) in numbers_of(chip, parcel, NAMES).items():
            assert count == (row[f"{index}_count"] or 0)
            kept = [row[f"{index}_{statistic}"] for statistic in ("mean", "p25", "p75")]
            assert [mean, p25, p75] == (pytest.approx(kept, rel=1e-12) if count else kept)


def test_a_table_and_a_run_give_the_same_series(table, square):
    table, chips = [row for row in table if row["parcel"] == "square"], square
    parcel = ParcelInChip.of(Place.of_parcel(a_square()), chips[0].grid)
    numbers = {chip.scene.id: numbers_of(chip, parcel, ("NDVI", "B11")) for chip in chips}
    entries = entries_of(chips)

    by_run = series_of_run(entries, numbers, ("NDVI", "B11"))
    by_table = series_of_table(table, ("NDVI", "B11"))

    for one, other in zip(by_run, by_table):
        assert (one.name, one.unit) == (other.name, other.unit)
        for point, row in zip(one.points, other.points):
            assert point.acquired == row.acquired
            assert (point.state, point.count, point.key) == (row.state, row.count, row.key)
            assert point.mean == pytest.approx(row.mean, rel=1e-12)


def entries_of(chips):
    from cbm_chips.core.pipeline.series import Series

    series = Series()
    for chip in chips:
        series.take(chip)
    return series.entries


def test_a_place_without_an_outline_is_all_clear_pixels_of_the_chip():
    bad = np.zeros((64, 64), bool)
    bad[:32] = True
    chip = replace(a_chip(("B08", "B04")), bad_pixels=bad)

    numbers = numbers_of(chip, ParcelInChip.of(Place(5.2, 52.78), chip.grid), ("B08",))["B08"]

    clear = chip.bands["B08"][64:]
    assert numbers.pixels == np.count_nonzero(clear)
    assert numbers.mean == pytest.approx(0.0001 * clear[clear > 0].mean() - 0.1)


def test_without_scl_all_pixels_with_data_count():
    chip = a_chip(("B08", "B04"))
    parcel = ParcelInChip.of(a_parcel(), a_grid())

    assert chip.bad_pixels is None
    assert numbers_of(chip, parcel, ("B08",))["B08"].pixels == 64 * 64


def test_without_a_clear_pixel_there_is_no_value():
    chip = replace(a_chip(("B08", "B04")), bad_pixels=np.ones((64, 64), bool))

    numbers = numbers_of(chip, ParcelInChip.of(a_parcel(), a_grid()), ("NDVI",))["NDVI"]

    assert tuple(numbers) == (None, None, None, 0)


def test_what_the_chip_has_no_bands_for_is_left_out():
    numbers = numbers_of(
        a_chip(("B08", "B04")), ParcelInChip.of(a_parcel(), a_grid()), ("NDVI", "EVI", "B11", "x")
    )

    assert set(numbers) == {"NDVI"}
