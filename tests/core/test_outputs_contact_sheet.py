"""The contact sheet: a PNG that shows every date, with the outline where it belongs."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cbm_chips.core.bands import BANDS
from cbm_chips.core.errors import RequestError
from cbm_chips.core.model import Absence, ChipRequest, Place
from cbm_chips.core.outputs import contact_sheet as sheets
from cbm_chips.core.outputs import lettering
from cbm_chips.core.outputs.contact_sheet import contact_sheet, write_contact_sheet
from cbm_chips.core.outputs.kinds import Look
from cbm_chips.core.outputs.png import encode_png
from cbm_chips.core.outputs.replacing import WriteError
from cbm_chips.core.outputs.strokes import coverage, smoothed
from cbm_chips.core.outputs.thumbnails import (
    EMPTY,
    Outline,
    enlarged,
    explained,
    mark_of,
    verdict_of,
)
from cbm_chips.core.scl import CloudFlag
from cbm_chips.core.stretch import parse_lut
from tests.builders import a_grid, a_scene
from tests.chips import a_chip, a_failed_chip, a_parcel

COMPOSITE = ("B08", "B04", "B03")
ABSOLUTE = Look(COMPOSITE, parse_lut("0_1000_0_1000_0_1000"), "series")


def a_request(place=None):
    return ChipRequest(place or a_parcel(), "2020-03-01", "2020-03-31", bands=COMPOSITE)


def a_plain_chip(value, day=5, **others):
    """All pixels of one DN."""
    size = a_grid().width_px
    bands = {band: np.full((size, size), value, np.uint16) for band in COMPOSITE}
    return a_chip(bands, scene=a_scene(f"S2A_{day}", f"2020-03-{day:02d}T10:36:34"), **others)


def thumbs_of(sheet, count, thumb_px, columns):
    layout = sheets._Layout(count, columns, thumb_px)
    return [layout.cell(sheet, number)[:thumb_px] for number in range(count)]


@pytest.mark.parametrize("channels", [3, 4])
def test_a_png_is_decoded_to_the_same_pixels(channels):
    picture = np.random.default_rng(0).integers(0, 256, (7, 5, channels), np.uint8)
    with Image.open(io.BytesIO(encode_png(picture))) as decoded:
        assert decoded.mode == ("RGB" if channels == 3 else "RGBA")
        assert np.array_equal(np.asarray(decoded), picture)


def test_a_run_becomes_a_png_and_nothing_else(tmp_path):
    path = write_contact_sheet([a_chip(), a_failed_chip()], a_request(), tmp_path / "sheet.png")
    with Image.open(path) as picture:
        picture.load()
        assert picture.format == "PNG"
    assert list(tmp_path.iterdir()) == [path]


def test_a_sheet_that_can_not_be_written_is_told(tmp_path):
    (tmp_path / "sheet.png").mkdir()
    with pytest.raises(WriteError, match=r"sheet\.png"):
        write_contact_sheet([], a_request(), tmp_path / "sheet.png")


def test_dates_stand_in_their_order_whatever_order_they_came_in():
    chips = [a_plain_chip(value, day) for day, value in ((20, 1900), (1, 1100), (10, 1500))]
    sheet = contact_sheet(chips, a_request(), look=ABSOLUTE, thumb_px=64)
    greys = [int(thumb[4, 4, 0]) for thumb in thumbs_of(sheet, 3, 64, 4)[:3]]
    assert greys == sorted(greys)
    assert greys[0] < greys[1] < greys[2]


def test_a_shared_stretch_comes_from_the_clear_dates():
    rng = np.random.default_rng(1)
    ground = {band: rng.integers(2000, 3000, (128, 128), np.uint16) for band in COMPOSITE}
    clear = a_chip(ground, flag=CloudFlag.CLEAR)
    cloudy = a_plain_chip(12000, 20, flag=CloudFlag.CLOUDY)
    alone = contact_sheet([clear], a_request(), thumb_px=128)
    both = contact_sheet([clear, cloudy], a_request(), thumb_px=128)
    assert np.array_equal(thumbs_of(alone, 1, 128, 4)[0], thumbs_of(both, 2, 128, 4)[0])


@pytest.mark.parametrize("columns", [0, 9, -1])
def test_more_than_eight_columns_are_refused(columns):
    with pytest.raises(RequestError, match="columns"):
        contact_sheet([], a_request(), columns=columns)


@pytest.mark.parametrize("count", [0, 1, 8, 9])
def test_the_sheet_is_as_large_as_its_dates_need(count):
    chips = [a_plain_chip(1500, day + 1) for day in range(count)]
    height, width, _ = contact_sheet(chips, a_request(), thumb_px=64).shape
    assert (height, width) == sheets._Layout(count, max(min(count, 8), 4), 64).size
    assert height >= 64 * -(-count // 8)


def test_a_date_without_the_bands_says_what_is_missing():
    chip = a_chip(("B08",), failures={"B04": "HTTP 404"})
    shown = thumbs_of(contact_sheet([chip], a_request(), thumb_px=128), 1, 128, 4)[0]
    expected = explained("B04: HTTP 404; B03: not read", width_px=128, height_px=128)
    assert np.array_equal(shown[1:-1, 1:-1], expected[1:-1, 1:-1])


def test_a_failed_date_shows_its_reason_on_grey():
    picture = explained("HTTP 503 after three tries", width_px=128, height_px=128)
    assert tuple(picture[2, 2]) == EMPTY
    assert (picture != EMPTY).any()


def test_the_longest_reason_stays_within_its_picture():
    picture = explained("no " * 500 + "x" * 500, width_px=96, height_px=96)
    for edge in (picture[:4], picture[-4:], picture[:, :4], picture[:, -4:]):
        assert (edge == EMPTY).all()


def test_every_verdict_has_a_word_a_colour_and_a_symbol_of_its_own():
    flags = [a_chip(flag=flag) for flag in CloudFlag]
    absences = [a_failed_chip(absence=absence) for absence in Absence]
    marks = {mark_of(result) for result in (*flags, *absences)}
    assert len({mark.word for mark in marks}) == len(CloudFlag) + len(Absence)
    judged = [mark_of(chip) for chip in flags]
    assert len({(mark.color, mark.symbol) for mark in judged}) == len(CloudFlag)


@pytest.mark.parametrize(
    ("flag", "fraction", "words"),
    [
        (CloudFlag.CLEAR, 0.0, "clear"),
        (CloudFlag.PARTLY, 0.004, "partly < 1 %"),
        (CloudFlag.PARTLY, 0.124, "partly 12 %"),
        (CloudFlag.CLOUDY, 0.998, "cloudy 99 %"),
        (CloudFlag.CLOUDY, 1.0, "cloudy 100 %"),
        (CloudFlag.NO_DATA, None, "no data"),
    ],
)
def test_the_share_is_never_0_or_100_by_rounding(flag, fraction, words):
    assert verdict_of(a_chip(flag=flag, cloud_fraction=fraction)) == words


def test_whole_multiples_enlarge_every_pixel_to_a_square():
    rgba = np.random.default_rng(2).integers(0, 256, (3, 3, 4), np.uint8)
    rgba[..., 3] = 255
    picture = enlarged(rgba, width_px=12, height_px=12)
    assert np.array_equal(picture, rgba[..., :3].repeat(4, axis=0).repeat(4, axis=1))


def test_pixels_without_data_are_grey():
    assert tuple(enlarged(np.zeros((2, 2, 4), np.uint8), width_px=8, height_px=8)[0, 0]) == EMPTY


def test_other_sizes_keep_the_brightness():
    rgba = np.random.default_rng(3).integers(0, 256, (64, 64, 4), np.uint8)
    rgba[..., 3] = 255
    for size in (48, 32, 100):
        picture = enlarged(rgba, width_px=size, height_px=size)
        assert picture.mean() == pytest.approx(rgba[..., :3].mean(), abs=1.0)


def test_the_outline_lies_exactly_where_the_parcel_is():
    outline = Outline(a_parcel(), a_grid(), width_px=256, height_px=256)
    grey = np.full((256, 256, 3), 120, np.uint8)
    outline.draw(grey)
    changed = np.argwhere((grey != 120).any(axis=2))
    # the parcel reaches from a quarter to three quarters of the chip; the line is 3 px wide
    assert changed.min() in (61, 62)
    assert changed.max() in (193, 194)
    assert (grey[80:176, 80:176] == 120).all()


def test_the_outline_is_seen_on_black_and_on_white():
    outline = Outline(a_parcel(), a_grid(), width_px=128, height_px=128)
    for value in (0, 255):
        picture = np.full((128, 128, 3), value, np.uint8)
        outline.draw(picture)
        assert np.abs(picture.astype(int) - value).max() > 120


def test_a_hole_is_drawn_too_and_what_lies_outside_is_cut_off():
    parcel = a_parcel()
    wide = Place.of_parcel(parcel.outline.buffer(0.05).difference(parcel.outline), "ring")
    grey = np.full((128, 128, 3), 120, np.uint8)
    Outline(wide, a_grid(), width_px=128, height_px=128).draw(grey)
    assert (grey[64, 28:36] != 120).any()
    assert (grey[:20] == 120).all()


def test_a_point_is_marked_by_a_cross_whose_middle_is_free():
    centre = a_parcel()
    grey = np.full((128, 128, 3), 120, np.uint8)
    Outline(Place(centre.lon, centre.lat), a_grid(), width_px=128, height_px=128).draw(grey)
    rows, columns = np.nonzero((grey != 120).any(axis=2))
    assert (round(rows.mean()), round(columns.mean())) in {(63, 63), (64, 64), (63, 64), (64, 63)}
    assert (grey[63:65, 63:65] == 120).all()


def test_a_line_covers_as_much_as_it_is_wide():
    line = np.array([[2.0, 8.0], [30.0, 8.0]])
    covered = coverage([line], width_px=3.0, shape=(16, 32))
    assert covered[:, 16].sum() == pytest.approx(3.0)
    assert covered.max() == 1.0


def test_lines_outside_the_picture_are_no_trouble():
    line = np.array([[-900.0, -900.0], [-800.0, 4000.0]])
    assert not coverage([line], width_px=3.0, shape=(16, 32)).any()


def test_rounding_keeps_the_ends_of_a_line():
    points = np.array([[0.0, 0.0], [4.0, 0.0], [4.0, 4.0]])
    line = smoothed(points)
    assert np.array_equal(line[[0, -1]], points[[0, -1]])
    assert line.max() <= 4.0
    assert not (line == [4.0, 0.0]).all(axis=1).any()


@given(st.text(max_size=40))
def test_any_text_can_be_written_in_the_room_it_takes(text):
    picture = np.full((32, 900, 3), 255, np.uint8)
    width = lettering.width_of(text, height_px=9.0)
    lettering.write(picture, text, (40, 20), height_px=9.0, color=(0, 0, 0))
    inked = np.flatnonzero((picture != 255).any(axis=(0, 2)))
    if inked.size and width < 800:
        assert inked.min() >= 36
        assert inked.max() <= 40 + width + 4


@given(st.text(max_size=80), st.floats(0, 300))
def test_shortened_text_fits(text, room_px):
    cut = lettering.shortened(text, height_px=9.0, room_px=room_px)
    assert lettering.width_of(cut, height_px=9.0) <= room_px


@given(st.text(max_size=200), st.integers(1, 6))
def test_wrapped_text_fits(text, most):
    lines = lettering.wrapped(text, height_px=9.0, room_px=120.0, most=most)
    assert len(lines) <= most
    assert all(lettering.width_of(line, height_px=9.0) <= 120.0 for line in lines)


def test_letters_differ_from_one_another():
    shapes = set()
    letters = [char for char in lettering._GLYPHS if char != " "]
    for char in letters:
        picture = np.full((24, 24, 3), 255, np.uint8)
        lettering.write(picture, char, (6, 16), height_px=9.0, color=(0, 0, 0))
        shapes.add(picture.tobytes())
    assert len(shapes) == len(letters)


def test_an_accent_stands_over_its_letter_and_takes_no_room():
    plain, accented = (lettering.width_of(text, height_px=9.0) for text in ("Muller", "Müller"))
    assert plain == accented


def test_all_bands_of_the_default_look_exist():
    assert set(Look().bands) <= set(BANDS)
