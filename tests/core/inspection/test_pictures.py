"""Pictures that prove an answer: the same bytes again, from the chip and one line of text."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cbm_chips.core.errors import RequestError
from cbm_chips.core.inspection.pictures import (
    look_of_text,
    look_text,
    picture_png,
    pinned_look,
    sha256_of,
)
from cbm_chips.core.rendering.class_renderer import CLASSIFICATION
from cbm_chips.core.rendering.composites import COMPOSITES
from cbm_chips.core.rendering.indices import INDICES
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.rendering.stretch import Absolute, Percentiles
from tests.builders import a_grid, a_scene
from tests.chips import a_chip, pixels

NDVI = Look(INDICES["NDVI"])
LOOKS = [
    Look(),
    Look(is_shared=False),
    Look(COMPOSITES["B04_B03_B02"], Absolute(((0.25, 100), (1, 2), (3, 4)))),
    NDVI,
    Look(CLASSIFICATION),
]


def decoded(png):
    with Image.open(io.BytesIO(png)) as picture:
        return np.asarray(picture.convert("RGBA"))


def a_series(count=3):
    bands = ("B08", "B04", "B03", "B02", "SCL")
    return [
        a_chip(pixels(bands, a_grid(), seed=number), scene=a_scene(id=f"S{number}"))
        for number in range(count)
    ]


@pytest.mark.parametrize("look", LOOKS, ids=look_text)
def test_a_chip_gives_the_same_bytes_again_in_any_thread(look):
    chip = a_series()[0]
    with ThreadPoolExecutor(4) as threads:
        made = set(threads.map(lambda _: picture_png(chip, look), range(8)))
    assert len(made) == 1


@pytest.mark.parametrize("look", LOOKS, ids=look_text)
def test_the_pixels_are_those_that_are_shown(look):
    series = a_series()
    shown = look.renderer(series).rgba_of(series[1])
    pinned = pinned_look(look, series[1], series)
    assert np.array_equal(decoded(picture_png(series[1], pinned)), shown)


@pytest.mark.parametrize("look", LOOKS, ids=look_text)
def test_the_text_of_a_pinned_look_gives_the_picture_without_the_other_dates(look):
    series = a_series()
    pinned = pinned_look(look, series[0], series)
    again = picture_png(series[0], look_of_text(look_text(pinned)))
    assert again == picture_png(series[0], pinned)


def test_a_picture_of_known_pixels_has_a_known_hash():
    bands = {"B08": (0, 5, 10, 20), "B04": (0, 5, 10, 20), "B03": (1, 5, 10, 20)}
    arrays = {name: np.array(row, np.uint16).reshape(2, 2) for name, row in bands.items()}
    scales = dict.fromkeys(arrays, (1e-4, 0.0))
    chip = replace(a_chip(grid=a_grid(size_m=20)), bands=arrays, scales=scales)
    look = Look(lut=Absolute(((0, 20), (0, 10), (5, 20))))
    png = picture_png(chip, look)
    levels = [[(0, 0, 0, 0), (63, 127, 0, 255)], [(127, 255, 85, 255), (255, 255, 255, 255)]]
    assert decoded(png).tolist() == [[list(pixel) for pixel in row] for row in levels]
    assert sha256_of(png) == ("25838e137e995081697d99393bbe79884c54587aab3c8ab985bc46b5e2bce057")


def test_a_flat_chip_is_grey_as_it_was_shown():
    chip = a_chip()
    flat = replace(chip, bands={name: np.full_like(one, 70) for name, one in chip.bands.items()})
    shown = Look(is_shared=False).renderer(()).rgba_of(flat)
    pinned = pinned_look(Look(is_shared=False), flat)
    assert np.array_equal(decoded(picture_png(flat, pinned)), shown)


def test_an_index_keeps_the_colours_of_its_day():
    look = look_of_text("NDVI 0.0_1.0 BrBG")
    assert (look.shows.value_range, look.shows.ramp) == ((0.0, 1.0), "BrBG")
    assert picture_png(a_chip(), look) != picture_png(a_chip(), NDVI)


def test_a_chip_without_a_band_of_the_look_is_refused():
    with pytest.raises(RequestError, match="B08"):
        picture_png(a_chip(bands=("B04",)), Look())


@given(
    pairs=st.tuples(*[st.tuples(st.floats(-1e5, 1e5), st.floats(0.001, 1e5))] * 3),
    percentiles=st.tuples(st.floats(0, 50), st.floats(51, 100)),
    is_shared=st.booleans(),
    is_absolute=st.booleans(),
    name=st.sampled_from(sorted(COMPOSITES)),
)
def test_every_look_survives_its_text(pairs, percentiles, is_shared, is_absolute, name):
    limits = Absolute(tuple((low, low + width) for low, width in pairs))
    look = Look(COMPOSITES[name], limits if is_absolute else Percentiles(*percentiles), is_shared)
    assert look_of_text(look_text(look)) == look


@pytest.mark.parametrize("one", [*INDICES.values(), CLASSIFICATION])
def test_every_index_survives_its_text(one):
    assert look_of_text(look_text(Look(one))).shows == one


@given(st.text() | st.text("B08_43 NDVISCL.15series-", max_size=30))
def test_other_text_is_refused_in_words(text):
    try:
        look = look_of_text(text)
    except RequestError:
        return
    assert look_of_text(look_text(look)) == look


def test_nothing_is_no_look():
    with pytest.raises(RequestError):
        look_of_text("")
