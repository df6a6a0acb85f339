"""Indices: numbers that stay comparable over a change of the processing baseline."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from cbm_chips.core.errors import RequestError
from cbm_chips.core.rendering.color_ramps import RAMPS
from cbm_chips.core.rendering.indices import (
    INDICES,
    NormalizedDifference,
    compute,
    find_index,
    index_of_chip,
    reflectance,
    to_resolution,
)
from cbm_chips.core.sentinel2.bands import BANDS

OLD = (0.0001, 0.0)
NEW = (0.0001, -0.1)
NORMALISED = [n for n, row in INDICES.items() if isinstance(row.formula, NormalizedDifference)]

dns = hnp.arrays(np.uint16, (2, 3), elements=st.integers(0, 65535))


def a_chip(bands, **dn):
    """Each band of the size it has on 40 m x 40 m of ground, filled with one DN."""
    return {
        band: np.full((40 // BANDS[band].chip_resolution_m,) * 2, dn.get(band, 1), np.uint16)
        for band in bands
    }


def index_value(name, scale_offset=OLD, **dn):
    values = index_of_chip(INDICES[name], a_chip(dn, **dn), scales=dict.fromkeys(dn, scale_offset))
    assert values.dtype == np.float32
    assert np.unique(values).size == 1
    return values.flat[0]


def test_ndvi_is_the_same_before_and_after_the_offset_of_baseline_04():
    before = index_value("NDVI", OLD, B04=300, B08=3000)
    after = index_value("NDVI", NEW, B04=1300, B08=4000)
    assert before == pytest.approx(0.818, abs=0.0005)
    assert after == pytest.approx(before, abs=1e-6)


@pytest.mark.parametrize("name", INDICES)
@pytest.mark.parametrize("seed", range(5))
def test_no_index_changes_with_the_offset_convention(name, seed):
    rng = np.random.default_rng(seed)
    dn = {band: int(rng.integers(1, 3000)) for band in INDICES[name].bands}
    shifted = {band: value + 1000 for band, value in dn.items()}
    assert index_value(name, NEW, **shifted) == pytest.approx(
        index_value(name, OLD, **dn), abs=1e-5
    )


@pytest.mark.parametrize(
    ("name", "dn", "expected"),
    [
        ("NDWI", {"B03": 900, "B08": 300}, 0.5),
        ("NDMI", {"B08": 3000, "B11": 1500}, 1 / 3),
        ("NDRE", {"B8A": 3000, "B05": 1000}, 0.5),
        ("NBR", {"B08": 3000, "B12": 1000}, 0.5),
        ("BSI", {"B11": 3000, "B04": 2000, "B08": 2500, "B02": 500}, 0.25),
        ("EVI", {"B08": 4000, "B04": 500, "B02": 400}, 2.5 * 0.35 / 1.4),
    ],
)
def test_each_index_follows_its_published_formula(name, dn, expected):
    assert index_value(name, **dn) == pytest.approx(expected, abs=1e-6)


def test_each_row_names_known_bands_a_source_and_a_ramp():
    for name, index in INDICES.items():
        assert index.name == name
        assert index.source
        assert index.ramp in RAMPS
        assert all(BANDS[band].reflective for band in index.bands)
        assert index.value_range[0] < index.value_range[1]


@pytest.mark.parametrize("name", INDICES)
def test_no_data_in_any_band_makes_the_pixel_nan(name):
    for missing in INDICES[name].bands:
        dn = {band: 0 if band == missing else 2000 for band in INDICES[name].bands}
        assert np.isnan(index_value(name, **dn))


@pytest.mark.parametrize("name", NORMALISED)
def test_nothing_divided_by_nothing_is_nan_and_never_0(name):
    assert np.isnan(index_value(name, NEW, **dict.fromkeys(INDICES[name].bands, 1000)))


def test_negative_reflectance_counts_as_0_so_that_no_ratio_explodes():
    assert index_value("NDVI", NEW, B04=1060, B08=950) == -1
    assert np.isnan(index_value("NDVI", NEW, B04=900, B08=950))


NAMES = sorted({band for index in INDICES.values() for band in index.bands})
any_bands = st.fixed_dictionaries(dict.fromkeys(NAMES, dns))


@given(bands=any_bands, scale_offset=st.sampled_from([OLD, NEW]))
def test_a_normalised_index_stays_within_its_range_for_any_dn(bands, scale_offset):
    scale, offset = scale_offset
    chip = {band: reflectance(dn, scale=scale, offset=offset) for band, dn in bands.items()}
    for name in NORMALISED:
        values = compute(INDICES[name], chip)
        low, high = INDICES[name].value_range
        finite = values[~np.isnan(values)]
        assert finite.min(initial=low) >= low - 1e-6
        assert finite.max(initial=high) <= high + 1e-6


@given(bands=any_bands)
def test_an_index_is_a_number_or_nan_but_never_infinite(bands):
    chip = {band: reflectance(dn, scale=0.0001, offset=0.0) for band, dn in bands.items()}
    for index in INDICES.values():
        assert not np.isinf(compute(index, chip)).any()


def test_the_finest_band_sets_the_resolution_and_20_m_pixels_are_repeated():
    bands = a_chip(("B08", "B11"), B08=3000)
    bands["B11"][:] = [[1000, 3000], [5000, 0]]
    values = index_of_chip(INDICES["NDMI"], bands, scales={"B08": OLD, "B11": OLD})
    assert values.shape == (4, 4)
    quarters = values.reshape(2, 2, 2, 2).swapaxes(1, 2).reshape(4, 4)
    np.testing.assert_allclose(quarters[:3], np.repeat([[0.5], [0], [-0.25]], 4, axis=1), atol=1e-6)
    assert np.isnan(quarters[3]).all()


def test_an_index_of_20_m_bands_stays_at_20_m():
    bands = a_chip(("B8A", "B05"))
    assert index_of_chip(INDICES["NDRE"], bands, scales={"B8A": OLD, "B05": OLD}).shape == (2, 2)


def test_each_band_takes_its_own_scale_and_offset():
    bands = a_chip(("B08", "B04"), B08=4000, B04=300)
    values = index_of_chip(INDICES["NDVI"], bands, scales={"B08": NEW, "B04": OLD})
    assert values[0, 0] == pytest.approx(0.818, abs=0.0005)


def test_dn_0_is_nan_whatever_the_offset():
    values = reflectance(np.array([0, 1, 1000, 11000], np.uint16), scale=0.0001, offset=-0.1)
    np.testing.assert_allclose(values, [np.nan, -0.0999, 0, 1], atol=1e-7)
    assert values.dtype == np.float32


def test_a_pixel_is_repeated_in_both_directions():
    finer = to_resolution(np.array([[1, 2]], np.float32), from_m=20, to_m=10)
    assert finer.tolist() == [[1, 1, 2, 2], [1, 1, 2, 2]]


@pytest.mark.parametrize(("from_m", "to_m"), [(10, 20), (20, 15)])
def test_pixels_are_never_averaged_or_cut(from_m, to_m):
    with pytest.raises(ValueError, match="repeated"):
        to_resolution(np.ones((2, 2), np.float32), from_m=from_m, to_m=to_m)


def test_an_unknown_index_is_refused_with_the_known_ones():
    with pytest.raises(RequestError, match="NDVI, NDWI") as refused:
        find_index("NDXI")
    assert refused.value.field == "index"


def test_an_index_is_found_in_either_case():
    assert find_index(" ndvi ") is INDICES["NDVI"]


def test_a_chip_without_a_band_of_the_index_is_refused_with_the_bands_it_takes():
    with pytest.raises(RequestError, match="B08, B11 for NDMI") as refused:
        index_of_chip(INDICES["NDMI"], a_chip(("B08", "B04")), scales={"B08": OLD, "B04": OLD})
    assert refused.value.field == "bands"


def test_bands_of_different_shapes_are_an_error_rather_than_broadcast():
    with pytest.raises(ValueError, match="one shape"):
        compute(INDICES["NDVI"], {"B08": np.ones((4, 4)), "B04": np.ones((1, 4))})
