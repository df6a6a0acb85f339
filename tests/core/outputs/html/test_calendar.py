"""The calendar of the sheet: months, weeks, pictures, classes, index."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.outputs.html.calendar import class_bar, reduced
from cbm_chips.core.outputs.html.page import Section, write_html_sheet
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.series.making.calendar_means import calendar_means, with_calendar
from tests.builders import a_request, a_scene
from tests.chips import a_chip, a_failed_chip
from tests.html_pages import Page


def on(day, **others):
    return a_chip(scene=a_scene(f"S2A_{day}", f"{day}T10:36:34"), **others)


def a_page(tmp_path, results):
    section = with_calendar(Section.of(results, a_request(), look=Look()))
    path = tmp_path / "sheet.html"
    write_html_sheet([section], path, names=["place"])
    assert not Page.read(path).faults
    return path.read_text("utf-8")


def test_months_are_rows_with_a_gap_where_nothing_was_seen(tmp_path):
    page = a_page(tmp_path, [on("2020-03-05"), on("2020-05-30")])
    rows = [page.index(f'scope="row">2020-{month}') for month in ("03", "04", "05")]
    assert rows == sorted(rows)
    april = page[rows[1] : rows[2]]
    assert "<img" not in april
    assert april.count("<td>") == 5


def test_a_date_has_its_picture_classes_and_index(tmp_path):
    chip = on("2020-03-05", histogram={4: 75, 9: 25})
    page = a_page(tmp_path, [chip])
    cell = page[page.index('class="calendar"') :]
    (mean,) = calendar_means(a_request().place, [chip]).values()
    assert f'<span class="index">{mean:.2f}</span>' in cell
    assert 'width="75.00" height="6" fill="#00a000"' in cell
    assert "data:image/png;base64," in cell
    assert "NDVI" in cell


def test_a_date_without_a_picture_stands_there_all_the_same(tmp_path):
    page = a_page(tmp_path, [a_failed_chip()])
    assert '<span class="day">7</span>' in page[page.index('class="calendar"') :]


def test_without_a_known_date_there_is_no_calendar(tmp_path):
    assert 'class="calendar"' not in a_page(tmp_path, [])


def test_pictures_are_made_small_so_that_the_page_hardly_grows():
    assert reduced(np.zeros((128, 128, 4), np.uint8)).shape == (64, 64, 4)
    assert reduced(np.zeros((512, 300, 4), np.uint8)).shape[0] <= 64
    assert reduced(np.zeros((64, 64, 4), np.uint8)).shape == (64, 64, 4)


@given(st.dictionaries(st.integers(0, 255), st.integers(1, 500), min_size=1))
def test_the_bar_is_full(histogram):
    widths = [float(part.split('"')[0]) for part in class_bar(histogram).split('width="')[1:]]
    assert abs(sum(widths) - 100) < 0.01 * len(widths) + 1e-6
