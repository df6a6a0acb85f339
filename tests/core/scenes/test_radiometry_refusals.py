"""Numbers that can't be reflectance are refused in words; others come."""

from __future__ import annotations

import numpy as np
import pytest

from cbm_chips.core.model import Asset
from cbm_chips.core.scenes.radiometry import NotReflectance, checked_pixels
from tests.core.scenes.reflectance_files import RED, an_item, ask, mean, one_date_each, written

ABSURD = {
    "scale 0": {"raster:bands": [{"scale": 0, "offset": 0}]},
    "a scale below 0": {"raster:bands": [{"scale": -0.0001}]},
    "a scale of 10 000": {"raster:scale": 10_000},
    "no number": {"raster:bands": [{"scale": "about a tenth"}]},
    "nan": {"raster:bands": [{"scale": float("nan")}]},
    "an offset in DN": {"raster:bands": [{"scale": 0.0001, "offset": -1000}]},
    "two scales": {"raster:bands": [{"scale": 0.0001}], "raster:scale": 0.01},
    "two offsets": {"raster:bands": [{"offset": -0.1, "scale": 0.0001}], "raster:offset": -0.2},
    "1 and an offset for whole numbers": {"raster:bands": [{"scale": 1, "offset": -0.1}]},
    "a scale that makes 300 of it": {"raster:bands": [{"scale": 0.5}]},
    "a list of two": {"raster:scale": [0.1, 0.2]},
}


def test_what_can_t_be_is_refused_for_that_band_and_the_others_come(tmp_path, place):
    files = written(tmp_path, (0.0001, 0.0), "uint16")
    more = {what: {"B04": told} for what, told in ABSURD.items()}
    chips = one_date_each(tmp_path, place, files, {**more, "good": {}})
    good = chips.pop("good")
    assert good.failures == {}
    assert mean(good, "B04") == pytest.approx(RED, abs=0.002)
    assert chips.keys() == ABSURD.keys()
    assert {what for what, chip in chips.items() if set(chip.bands) != {"B08", "SCL"}} == set()
    assert {what for what, chip in chips.items() if "stated" not in chip.failures["B04"]} == set()


def test_a_twin_stands_in_for_a_band_whose_numbers_can_t_be(tmp_path, place):
    files = written(tmp_path, (0.0001, 0.0), "uint16")
    names = {"s2:product_uri": "S2A_MSIL2A_20220604T105031_N{}_R051_T31UFU_20220604T170000.SAFE"}
    uri = {key: value.format("0510") for key, value in names.items()}
    older = {key: value.format("0214") for key, value in names.items()}
    odd = an_item(tmp_path, files, name="a", more={"B04": {"raster:scale": 0}}, **uri)
    odd["properties"]["s2:processing_baseline"] = "05.10"
    good = an_item(tmp_path, files, name="b", **older)
    (chip,) = ask(tmp_path, place, odd, good)
    assert chip.scene.id == "b"
    assert chip.failures == {}


def test_floats_with_the_scale_of_dn_are_refused(tmp_path, place):
    files = written(tmp_path, (1.0, 0.0), "float32")
    more = {"*": {"raster:bands": [{"scale": 0.0001, "offset": 0}]}}
    (one,) = ask(tmp_path, place, an_item(tmp_path, files, more=more))
    assert "scale 0.0001 and offset 0 are stated of numbers up to" in one.failures["B04"]


@pytest.mark.parametrize(("pair", "dtype"), [((0.01, 0.0), "float32"), ((0.002, 0.0), "uint8")])
def test_numbers_that_are_neither_reflectance_nor_dn_need_a_scale(pair, dtype, tmp_path, place):
    files = written(tmp_path, pair, dtype)
    (one,) = ask(tmp_path, place, an_item(tmp_path, files))
    assert set(one.bands) == {"SCL"}
    assert "scale is stated" in one.failures["B04"]


def test_words_for_what_can_t_be_name_the_numbers():
    asset = Asset("B04", "x.tif", 0.5, 0.0, stated=(0.5, 0.0))
    with pytest.raises(
        NotReflectance, match=r"scale 0.5 and offset 0 are stated, which makes reflectance"
    ):
        checked_pixels(asset, np.full((3, 3), 600, np.uint16), None)


def test_odd_statements_never_end_a_run(tmp_path, place):
    files = written(tmp_path, (0.0001, 0.0), "uint16")
    fields = ("raster:bands", "bands", "raster:scale", "nodata")
    odd = {repr(one): one for one in ("scale", [], {}, None, [None], ["x"], [[]])}
    more = {name: {"B04": dict.fromkeys(fields, one)} for name, one in odd.items()}
    chips = one_date_each(tmp_path, place, files, more)
    assert chips.keys() == odd.keys()
    for chip in chips.values():
        assert "B08" in chip.bands
        assert ("B04" in chip.bands) != ("B04" in chip.failures)
