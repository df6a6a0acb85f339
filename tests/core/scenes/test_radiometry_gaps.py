"""No data among reflectance: wrapped DN, gaps filled from the next part, and numbers below 0."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.model import Asset
from cbm_chips.core.pipeline.gap_filling import fill_gaps
from cbm_chips.core.reading.contract import Pixels
from cbm_chips.core.rendering.indices import INDICES, index_of_chip
from cbm_chips.core.scenes.radiometry import checked_pixels
from tests.core.scenes.reflectance_files import (
    RED,
    an_item,
    ask,
    mean,
    on_the_place,
    one_date_each,
    stored,
    written,
)


def test_dn_that_wrapped_below_0_are_no_data_and_the_date_says_so(tmp_path, place):
    files = written(tmp_path, (0.0001, 0.0), "uint16")
    values = stored((0.0001, 0.0), "uint16")["B04"]
    values[:, 120:124] = (np.arange(256)[:, None] % 1000 + 64_000).astype(np.uint16)
    files["B04"] = on_the_place(tmp_path, "B04", values)
    (chip,) = ask(tmp_path, place, an_item(tmp_path, files))
    assert chip.bands["B04"].max() < 1000
    assert (chip.bands["B04"] == 0).sum() == 4 * 64
    assert (chip.bands["B08"] != 0).all()
    (note,) = chip.provenance.notes
    assert note.startswith("B04: 256 pixels of made at DN 64000 or above are no data")


@pytest.mark.parametrize(
    ("band", "dtype", "scale"),
    [("SCL", "uint8", 1.0), ("B04", "uint16", 0.0000275), ("B04", "int32", 0.0001)],
)
def test_only_dn_of_16_bits_wrap(band, dtype, scale):
    values = np.array([[200, 250]], dtype) if band == "SCL" else np.array([[1, 64_500, 2]], dtype)
    told = None if scale in (1.0, 0.0001) else (scale, -0.2)
    asset = Asset(band, "x.tif", scale, 0.0 if told is None else -0.2, stated=told)
    assert (checked_pixels(asset, values, None).values == values).all()


def test_what_is_kept_in_a_cache_is_not_changed():
    values = np.array([[65_000, 300]], np.uint16)
    values.setflags(write=False)
    seen = checked_pixels(Asset("B04", "x.tif", 0.0001, 0.0), values, None)
    assert seen.values.tolist() == [[0, 300]]
    assert seen.wrapped_px == 1


DTYPES = st.sampled_from(["uint16", "int16", "float32", "float64", "uint8"])
SCALES = st.sampled_from([(0.0001, 0.0), (0.0001, -0.1), (1.0, 0.0), (0.002, 0.0), (0.00001, -0.2)])


@given(own=DTYPES, other=DTYPES, own_pair=SCALES, other_pair=SCALES, seed=st.integers(0, 99))
def test_gaps_are_filled_with_the_reflectance_of_the_other_part(
    own, other, own_pair, other_pair, seed
):
    wanted = np.random.default_rng(seed).uniform(0.03, 0.3, (4, 6))
    given_dn = _numbers(wanted, other_pair, other)
    told = given_dn.astype(np.float64) * other_pair[0] + other_pair[1]
    values = np.zeros((4, 6), own)
    assets = [Asset("B04", name, *pair) for name, pair in (("a", own_pair), ("b", other_pair))]
    mine = Pixels(values, "window", "x")
    filled = fill_gaps(mine, assets[0], Pixels(given_dn, "window", "x"), assets[1]).values
    assert filled.dtype == values.dtype
    assert ((filled != 0) == (given_dn != 0)).all()
    largest = np.inf if filled.dtype.kind == "f" else np.iinfo(filled.dtype).max
    fits = (given_dn != 0) & ((told - own_pair[1]) / own_pair[0] < largest)
    fits &= (told - own_pair[1]) / own_pair[0] >= 1 if filled.dtype.kind != "f" else True
    found = filled.astype(np.float64) * own_pair[0] + own_pair[1]
    step = own_pair[0] if filled.dtype.kind != "f" else 1e-5
    assert np.abs(found - told)[fits].max(initial=0) <= step


def _numbers(wanted, pair, dtype):
    numbers = (wanted - pair[1]) / pair[0]
    if np.dtype(dtype).kind == "f":
        return numbers.astype(dtype)
    return np.clip(np.rint(numbers), 0, np.iinfo(dtype).max).astype(dtype)


def test_negative_dn_of_signed_files_fill_as_they_are():
    asset = Asset("B04", "a", 0.0001, 0.0)
    own = Pixels(np.array([[0, 5]], np.int16), "window", "x")
    other = Pixels(np.array([[-30, 7]], np.int16), "window", "x")
    assert fill_gaps(own, asset, other, asset).values.tolist() == [[-30, 5]]


NODATA_PLACES = {
    "raster:bands": {"raster:bands": [{"nodata": -9999}]},
    "raster:bands as text": {"raster:bands": [{"nodata": "-9999"}]},
    "bands": {"bands": [{"name": "x", "nodata": -9999}]},
    "the asset": {"nodata": -9999},
    "a list": {"raster:bands": [{"nodata": [-9999.0]}]},
    "beside what is no number": {"raster:bands": [{"nodata": "nan"}], "nodata": -9999},
}


def test_what_is_no_data_is_found_wherever_stac_puts_it(tmp_path, place):
    files = {}
    for band, values in stored((0.0001, 0.0), "int16").items():
        values[:, ::4] = -9999
        files[band] = on_the_place(tmp_path, band, values)
    more = {where: {"*": told} for where, told in NODATA_PLACES.items()}
    chips = one_date_each(tmp_path, place, files, more)
    in_properties = an_item(tmp_path, files, name="the properties", nodata=-9999)
    chips.update({chip.scene.id: chip for chip in ask(tmp_path, place, in_properties)})
    empty = {where: (chip.bands["B04"] == 0).mean() for where, chip in chips.items()}
    assert empty == dict.fromkeys([*NODATA_PLACES, "the properties"], 0.25)
    for chip in chips.values():
        assert chip.bands["B04"].min() == 0
        assert mean(chip, "B04") == pytest.approx(RED, abs=0.002)


def test_reflectance_below_0_is_data(tmp_path, place):
    files = written(tmp_path, (1.0, 0.0), "float32")
    values = stored((1.0, 0.0), "float32")["B04"]
    values[100:156] = -0.01
    files["B04"] = on_the_place(tmp_path, "B04", values)
    (chip,) = ask(tmp_path, place, an_item(tmp_path, files))
    assert (chip.bands["B04"] != 0).all()
    ndvi = index_of_chip(INDICES["NDVI"], chip.bands, scales=chip.scales)
    assert np.isfinite(ndvi).all()
