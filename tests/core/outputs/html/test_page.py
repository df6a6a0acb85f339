"""The HTML sheet: one sound page, all dates in order, nothing on it but what it shows."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.errors import RequestError
from cbm_chips.core.model import Absence, ChipRequest
from cbm_chips.core.outputs.atomic_write import WriteError
from cbm_chips.core.outputs.html.escaping import as_text
from cbm_chips.core.outputs.html.page import STYLE_PATH, Section, write_html_sheet
from cbm_chips.core.outputs.html.verdict_marks import MARKS
from cbm_chips.core.rendering.composites import composite_of
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.rendering.stretch import parse_lut
from cbm_chips.core.sentinel2.scl import CloudFlag
from tests.builders import a_grid, a_scene
from tests.chips import a_chip, a_failed_chip, a_parcel
from tests.effort import IS_THOROUGH
from tests.html_pages import Page

COMPOSITE = ("B08", "B04", "B03")
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></style><b>",
    "&lt;b&gt; &amp;amp; &#x3c;",
    "]]> --> <!-- <?php",
    "\x00\x1b\u202e\ud800\ufffe",
    "javascript:alert(1)",
]


def a_request(place=None):
    return ChipRequest(place or a_parcel(), "2020-03-01", "2020-03-31", bands=COMPOSITE)


def a_date(day, **others):
    return a_chip(COMPOSITE, scene=a_scene(f"S2A_{day}", f"2020-03-{day:02d}T10:36:34"), **others)


def a_small_chip(**others):
    """40 m: quick to draw."""
    return a_chip(COMPOSITE, grid=a_grid(size_m=40), **others)


@pytest.fixture
def page_of(tmp_path):
    def made(results, place=None, columns=8, look=None):
        section = Section.of(results, a_request(place), look=look)
        path = tmp_path / "sheet.html"
        write_html_sheet([section], path, names=[section.place.name], columns=columns)
        return Page.read(path)

    return made


def test_a_sheet_is_one_sound_file_that_needs_no_other(tmp_path, page_of):
    page = page_of([a_chip(), a_failed_chip()])
    assert not page.faults
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.html"]


@pytest.mark.parametrize("columns", [1, 3, 8])
@pytest.mark.parametrize("count", [0, 1, 8, 9, 17])
def test_no_row_has_more_cells_than_asked_for(page_of, columns, count):
    results = [
        a_failed_chip(scene=a_scene(f"S{n}", f"2020-03-{n + 1:02d}T10:00:00")) for n in range(count)
    ]
    page = page_of(results, columns=columns)
    assert not page.faults
    assert sum(page.row_lengths) == max(count, 1)
    assert all(length == columns for length in page.row_lengths[:-1])
    assert 1 <= page.row_lengths[-1] <= columns


@pytest.mark.parametrize("columns", [0, 9, -1])
def test_more_than_eight_columns_are_refused(page_of, columns):
    with pytest.raises(RequestError, match="columns"):
        page_of([], columns=columns)


def test_dates_stand_oldest_first_each_with_its_label_below(page_of):
    page = page_of([a_date(20), a_date(1), a_failed_chip(), a_date(10)])
    labels = [re.search(r"\d{8}T\d{6}", cell).group() for cell in page.cells]
    assert labels == ["20200301T103634", "20200307T103634", "20200310T103634", "20200320T103634"]
    assert [one for one in page.ids if one[0].isdigit()] == labels


def test_two_acquisitions_of_one_second_stay_apart(page_of):
    page = page_of([a_date(5), replace(a_date(5), scene=a_scene("other", "2020-03-05T10:36:34"))])
    assert not page.faults
    assert len(page.pictures) == 2


def test_the_page_says_what_it_shows(page_of):
    place = replace(a_parcel("Parcel 7"), details="Grassland, 7.48 ha")
    page = page_of([a_date(1), a_date(2, flag=CloudFlag.CLEAR)], place)
    assert page.headings == ["Parcel 7"]
    for words in (
        "2020-03-01 – 2020-03-31",
        "Grassland, 7.48 ha",
        "False colour (near infrared), B08_B04_B03",
        "percentiles 5_95 · one stretch for all dates of a place, from the clear ones",
        "1280 m × 1280 m, EPSG:32631",
        "earth-search · sentinel-2-c1-l2a · LEVEL2A",
        "pixels whose centre lies in the parcel",
        "Contains modified Copernicus Sentinel data 2020",
        "2 dates: 1 partly, 1 clear",
    ):
        assert words in page.text


def test_flags_are_a_symbol_a_word_and_a_share(page_of):
    page = page_of([a_date(1, cloud_fraction=0.124, flag=CloudFlag.PARTLY)])
    assert "partly 12 %" in page.cells[0]
    assert page.tags.count("symbol") == len(MARKS) + 1
    assert ("href", "#mark-partly") in page.attributes


def test_dates_without_a_picture_say_why(page_of):
    page = page_of(
        [
            a_failed_chip("HTTP 503", scene=a_scene("a", "2020-03-01T10:00:00")),
            a_failed_chip(
                "97 % cloud", Absence.EXCLUDED, scene=a_scene("b", "2020-03-02T10:00:00")
            ),
            replace(a_chip(("B08",), failures={"B04": "HTTP 404"})),
        ]
    )
    assert not page.pictures
    for cell, why, word in zip(
        page.cells,
        ("HTTP 503", "97 % cloud", "B04: HTTP 404; B03: not read"),
        ("failed", "left out", "partly"),
    ):
        assert why in cell
        assert word in cell


def test_pictures_are_the_chips_own_pixels_and_those_without_data_are_transparent(page_of):
    look = Look(composite_of(COMPOSITE), parse_lut("0_1000_0_1000_0_1000"))
    chip = a_date(1)
    expected = look.renderer([chip]).rgba_of(chip)

    picture = page_of([chip], look=look).pixels(0)

    assert np.array_equal(picture, expected)
    assert not picture[:2, :2, 3].any()
    assert (picture[2:, 2:, 3] == 255).all()


@pytest.mark.parametrize(("size_m", "is_sharp"), [(40, True), (2560, True), (5120, False)])
def test_a_chip_that_is_enlarged_shows_its_pixels_as_squares(page_of, size_m, is_sharp):
    edge_px = size_m // 10
    flat = {name: np.full((edge_px, edge_px), 900, np.uint16) for name in COMPOSITE}
    page = page_of([a_chip(flat, grid=a_grid(size_m=size_m))])

    assert (("class", "sharp") in page.attributes) == is_sharp


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_elsewhere_stays_text(page_of, text):
    place = replace(a_parcel(text), details=text)
    scene = a_scene("id", "2020-03-01T10:00:00", platform=text, provider=text, collection=text)
    page = page_of([a_failed_chip(text, scene=scene), a_small_chip(failures={"B04": text})], place)
    plain = page_of([a_failed_chip("x", scene=scene), a_small_chip()], a_parcel("x"))
    assert not page.faults
    assert set(page.tags) == set(plain.tags)
    printable = "".join(char if char.isprintable() else " " for char in text)
    assert page.headings == [printable]


@given(st.text(max_size=60))
def test_any_label_gives_a_sound_page_and_comes_out_as_it_went_in(tmp_path_factory, label):
    path = tmp_path_factory.mktemp("page") / "sheet.html"
    place = replace(a_parcel(label), details=label)
    section = Section.of([a_failed_chip(label)], a_request(place))
    page = Page.read(write_html_sheet([section], path, names=[place.name]))
    assert not page.faults
    shown = "".join(c if c.isprintable() or c in "\u200c\u200d" else " " for c in place.name)
    assert page.headings == [shown]


@given(st.text())
def test_text_in_quotes_never_ends_them(text):
    assert not set("<>\"'") & set(as_text(text))


def test_several_places_are_sections_with_a_list_of_contents(tmp_path):
    sections = [Section.of([a_date(5)], a_request(a_parcel(name))) for name in ("a", "<b>", "a")]
    path = tmp_path / "sheet.html"
    page = Page.read(write_html_sheet(sections, path, names=["a", "<b>", "a"]))
    assert not page.faults
    assert page.headings == ["Image chips of 3 places", "a", "<b>", "a"]
    assert {"place-1", "place-2", "place-3"} <= set(page.ids)


def test_a_sheet_that_can_not_be_written_is_told(tmp_path):
    (tmp_path / "sheet.html").mkdir()
    with pytest.raises(WriteError, match=r"sheet\.html"):
        write_html_sheet([], tmp_path / "sheet.html", names=[])


def test_a_season_of_one_parcel_stays_small_enough_to_be_sent(tmp_path):
    """Noise is the worst there is to compress: real pictures take about half."""
    path = tmp_path / "sheet.html"
    write_html_sheet([Section.of([a_date(1)], a_request())], path, names=["p"])
    assert path.stat().st_size < 90_000


BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
IS_WANTED = bool(BROWSER) and IS_THOROUGH


@pytest.mark.skipif(not IS_WANTED, reason="not a thorough run, or no browser here; none is needed")
def test_a_browser_shows_the_same_number_of_pictures(tmp_path):
    path = tmp_path / "sheet.html"
    write_html_sheet([Section.of([a_date(1), a_date(2)], a_request())], path, names=["p"])
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'u'}"]
    done = subprocess.run(
        [BROWSER, *options, "--dump-dom", path.as_uri()],
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    assert done.stdout.count("<img ") == 2


def test_every_colour_has_one_for_the_dark_and_one_for_paper():
    style = STYLE_PATH.read_text("utf-8")
    palettes = re.findall(r":root \{.*?\}", style, flags=re.DOTALL)
    light, dark, paper = (set(re.findall(r"--(\w+): #", palette)) for palette in palettes)
    assert light == dark == paper
    rest = re.sub(r":root \{.*?\}", "", style, flags=re.DOTALL)
    assert not re.search(r"#[0-9a-f]{3}", rest)
