"""The classes as a picture, and what a chip says of one spot."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cbm_chips.core.errors import RequestError
from cbm_chips.core.rendering.class_renderer import CLASSIFICATION
from cbm_chips.core.rendering.composites import composite_of
from cbm_chips.core.rendering.indices import INDICES, index_of_chip
from cbm_chips.core.rendering.look import Look, find_one_band
from cbm_chips.core.rendering.pixel_values import values_at
from cbm_chips.core.sentinel2.scl import SCL_CLASSES
from tests.chips import a_chip
from tests.effort import examples

FALSE_COLOUR = Look(composite_of(("B08", "B04", "B03")))
WITHIN = st.floats(0, 1, exclude_max=True)


def test_each_class_has_the_colour_of_esa_and_no_data_none() -> None:
    codes = np.array([[0, 4], [9, 77]], np.uint8)
    chip = a_chip({"SCL": codes})

    picture = Look(CLASSIFICATION).renderer(()).rgba_of(chip)

    green, white = (bytes.fromhex(SCL_CLASSES[code].color[1:]) for code in (4, 9))
    assert picture[0, 1].tolist() == [*green, 255]
    assert picture[1, 0].tolist() == [*white, 255]
    assert picture[0, 0, 3] == picture[1, 1, 3] == 0


def test_classes_need_the_scl() -> None:
    look, chip = Look(CLASSIFICATION), a_chip(("B04",))

    assert look.missing_bands(chip) == ("SCL",)
    with pytest.raises(RequestError):
        look.renderer(()).rgba_of(chip)


@pytest.mark.parametrize("name", ["scl", "SCL", " ndvi "])
def test_classes_are_found_by_name_as_indices_are(name: str) -> None:
    assert find_one_band(name).name == name.strip().upper()


@settings(max_examples=examples(200), deadline=None)
@given(x=WITHIN, y=WITHIN, name=st.sampled_from(["NDVI", "NDMI"]))
def test_values_are_those_of_the_pixel_that_holds_the_spot(x: float, y: float, name: str) -> None:
    chip, index = a_chip(), INDICES[name]
    whole = index_of_chip(index, chip.bands, scales=chip.scales)
    row, column = int(y * whole.shape[0]), int(x * whole.shape[1])

    found = values_at(chip, Look(index), x=x, y=y)

    assert found.index == pytest.approx(whole[row, column], nan_ok=True) or found.index is None
    assert (found.index is None) == bool(np.isnan(whole[row, column]))
    assert found.class_code == chip.bands["SCL"][int(y * 64), int(x * 64)]
    dn = chip.bands["B08"][int(y * 128), int(x * 128)]
    assert found.reflectances["B08"] == (pytest.approx(dn * 0.0001 - 0.1) if dn else None)


def test_values_of_a_composite_are_its_bands_in_their_order() -> None:
    found = values_at(a_chip(), FALSE_COLOUR, x=0.5, y=0.5)

    assert list(found.reflectances) == ["B08", "B04", "B03"]
    assert found.index is None


def test_a_band_that_was_not_read_has_no_value() -> None:
    found = values_at(a_chip(("B08",)), Look(INDICES["NDVI"]), x=0.5, y=0.5)

    assert (list(found.reflectances), found.index, found.class_code) == (["B08"], None, None)
