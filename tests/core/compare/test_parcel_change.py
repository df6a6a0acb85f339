"""What changed between two dates: second minus first, where both tell something."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.compare.dates import why_not_compared
from cbm_chips.core.compare.parcel_change import BINS, compare_dates
from cbm_chips.core.errors import RequestError
from cbm_chips.core.model import Place
from cbm_chips.core.outputs.geotiff.difference_file import write_difference
from cbm_chips.core.pipeline.series import Entry, State
from cbm_chips.core.rendering.color_ramps import RAMPS
from cbm_chips.core.rendering.difference import RAMP, CompareError, index_difference
from cbm_chips.core.rendering.indices import INDICES
from tests.builders import a_grid, a_scene
from tests.chips import a_chip, a_failed_chip, a_parcel

NDVI = INDICES["NDVI"]
GRID = a_grid(size_m=80)
OLD, NEW = (0.0001, 0.0), (0.0001, -0.1)


def a_date(number=1, *, red=1000, nir=3000, scale=OLD, bad=None, bands=("B08", "B04"), **edits):
    """A chip of 8 x 8 pixels; `edits` are pixels of both bands: {(row, column): (red, nir)}."""
    scene = a_scene(f"S2A_31UFU_2020030{number}_0_L2A", f"2020-03-0{number}T10:36:34")
    values = {"B04": np.full((8, 8), red, np.uint16), "B08": np.full((8, 8), nir, np.uint16)}
    for at, (its_red, its_nir) in edits.get("pixels", {}).items():
        values["B04"][at], values["B08"][at] = its_red, its_nir
    used = {band: values[band] for band in bands}
    chip = a_chip(used, scene=scene, grid=GRID, bad_pixels=bad)
    chip.scales.update(dict.fromkeys(used, scale))
    return chip


def a_mask(*cells):
    """At 20 m, 4 x 4."""
    mask = np.zeros((4, 4), bool)
    for cell in cells:
        mask[cell] = True
    return mask


ONLY_CLASSES = a_chip(("SCL",), grid=GRID, failures={"B08": "404"})


def test_the_difference_is_the_second_index_minus_the_first():
    found = index_difference(NDVI, a_date(nir=3000), a_date(2, nir=1000))
    assert np.allclose(found.values, -0.5)
    swapped = index_difference(NDVI, a_date(2, nir=1000), a_date(nir=3000))
    assert np.allclose(swapped.values, 0.5)


def test_a_change_of_the_baseline_between_both_dates_is_no_change_of_the_ground():
    """The DN of the newer one are 1000 higher for the same reflectance."""
    old, new = a_date(red=400, nir=4000), a_date(2, red=1400, nir=5000, scale=NEW)
    assert np.allclose(index_difference(NDVI, old, new).values, 0, atol=1e-6)


def test_there_is_no_difference_where_one_date_has_no_data():
    first = a_date(pixels={(0, 0): (0, 0)})
    second = a_date(2, pixels={(7, 7): (0, 0)})
    missing = np.argwhere(np.isnan(index_difference(NDVI, first, second).values))
    assert missing.tolist() == [[0, 0], [7, 7]]


def test_clouds_of_either_date_are_left_out_unless_wished():
    first, second = a_date(bad=a_mask((0, 0))), a_date(2, bad=a_mask((3, 3)))
    clear = index_difference(NDVI, first, second).values
    assert np.isnan(clear[:2, :2]).all()
    assert np.isnan(clear[6:, 6:]).all()
    assert np.isnan(clear).sum() == 8
    assert not np.isnan(index_difference(NDVI, first, second, clear_only=False).values).any()


def test_a_date_without_a_classification_is_taken_as_it_is():
    assert not np.isnan(index_difference(NDVI, a_date(), a_date(2)).values).any()


def test_dates_of_other_ground_are_refused():
    elsewhere = a_chip(("B08", "B04"), grid=a_grid(left=650_010.0, size_m=80))
    with pytest.raises(CompareError, match="same pixels"):
        index_difference(NDVI, a_date(), elsewhere)


def test_a_missing_band_is_named():
    with pytest.raises(RequestError, match="NDVI"):
        index_difference(NDVI, a_date(), a_date(2, bands=("B04",)))


def test_colours_are_symmetric_around_no_change():
    """The ramp's middle is no change, its ends are as far up as down."""
    found = index_difference(NDVI, a_date(), a_date(2))
    middle = bytes.fromhex(RAMPS[RAMP][2][1][1:])
    assert np.abs(found.rgba[0, 0, :3].astype(int) - list(middle)).max() <= 1
    assert found.limit == pytest.approx(3 * found.threshold)


def test_a_parcel_tells_how_many_of_its_pixels_fell_and_rose():
    """The parcel is the 4 x 4 pixels in the middle."""
    lower, higher = (1000, 1000), (1000, 9000)
    second = a_date(2, pixels={(2, 2): lower, (2, 3): lower, (3, 3): higher, (5, 5): (0, 0)})
    parcel = compare_dates(NDVI, a_date(), second, a_parcel(grid=GRID)).parcel
    assert (parcel.pixels, parcel.count, parcel.down, parcel.up) == (16, 15, 2, 1)
    assert parcel.mean == pytest.approx((2 * -0.5 + 0.3) / 15)
    assert sum(parcel.bins) == 15
    assert len(parcel.bins) == BINS
    assert parcel.bins[2] == 2, "-0.5 in bins of 0.04 from -0.6 on"
    assert parcel.share_pct(parcel.down) == pytest.approx(100 * 2 / 15)


def test_a_parcel_under_clouds_tells_nothing():
    cloudy = a_date(2, bad=np.ones((4, 4), bool))
    parcel = compare_dates(NDVI, a_date(), cloudy, a_parcel(grid=GRID)).parcel
    assert (parcel.pixels, parcel.count, parcel.mean) == (16, 0, None)
    assert parcel.share_pct(parcel.down) == 0.0


def test_a_place_without_outline_is_judged_by_its_whole_chip():
    parcel = compare_dates(NDVI, a_date(), a_date(2), Place(lon=5.2, lat=52.78)).parcel
    assert parcel.pixels == parcel.count == 64


@given(
    st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 20_000)), min_size=64, max_size=64)
)
def test_swapped_dates_give_the_opposite(numbers):
    red, nir = (np.array(values, np.uint16).reshape(8, 8) for values in zip(*numbers))
    first = a_date()
    second = a_chip({"B04": red, "B08": nir}, scene=a_scene("other"), grid=GRID)
    one = compare_dates(NDVI, first, second, a_parcel(grid=GRID))
    other = compare_dates(NDVI, second, first, a_parcel(grid=GRID))
    assert np.array_equal(one.difference.values, -other.difference.values, equal_nan=True)
    assert (one.parcel.down, one.parcel.up) == (other.parcel.up, other.parcel.down)


def test_the_file_says_what_it_is_and_a_reader_finds_the_pixels_at_their_place(tmp_path):
    second = a_date(2, nir=1000, pixels={(0, 0): (0, 0)})
    found = index_difference(NDVI, a_date(), second)
    path = write_difference(found, tmp_path)
    assert path.name.startswith("20200301T103634_20200302T103634_")
    assert path.name.endswith(".NDVI_difference.tif")
    with rasterio.open(path) as file:
        assert np.array_equal(file.read(1), found.values, equal_nan=True)
        assert (file.crs.to_epsg(), file.bounds) == (GRID.epsg, GRID.bounds)
        tags = file.tags()
    assert tags["FIRST_ACQUIRED"] < tags["SECOND_ACQUIRED"]
    assert tags["DIFFERENCE"] == "second minus first"


def test_pairs_of_the_same_moments_have_files_of_their_own(tmp_path):
    first = a_date()
    twins = [
        a_chip({"B04": first.bands["B04"], "B08": first.bands["B08"]}, grid=GRID, scene=a_scene(id))
        for id in ("one tile", "another tile")
    ]
    paths = {write_difference(index_difference(NDVI, first, twin), tmp_path) for twin in twins}
    assert len(paths) == 2


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (Entry(a_scene(), State.CHIP, chip=a_date()), ""),
        (Entry(a_scene()), "still being read"),
        (Entry(a_scene(), State.STOPPED), "not read"),
        (Entry(a_scene(), State.FAILED, reason=a_failed_chip().reason), "503"),
        (Entry(a_scene(), State.DUPLICATE), "another scene"),
        (Entry(a_scene(), State.EXCLUDED, reason="left out"), "left out"),
        (Entry(a_scene(), State.CHIP, chip=a_date(red=0, nir=0)), "without data"),
        (Entry(a_scene(), State.CHIP, reason="B08: 404", chip=ONLY_CLASSES), "404"),
    ],
)
def test_a_date_without_pixels_can_not_be_compared_and_says_why(entry, why):
    told = why_not_compared(entry)
    assert why in told
    assert bool(told) == bool(why)
