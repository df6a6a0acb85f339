"""Fit: pictures as large as all dates are in sight, at any size of the list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.chips import a_parcel
from tests.desktop.gui.thumbnails.six_dates import DAYS, batch, chip, found, wait_for
from tests.desktop.thumbnail_panel import thumbnail_panel
from tests.effort import examples

TEXT = {"line": 17, "small_line": 15, "date": 70, "status": 84, "word": 50}


@pytest.fixture
def panel(qgis_app: object) -> Iterator[Any]:
    with thumbnail_panel(900, 700, points=8) as made:
        yield made


def show_dates(panel: Any, count: int) -> None:
    days = [f"2022-{1 + number // 28:02d}-{1 + number % 28:02d}" for number in range(count)]
    panel.begin(1, a_parcel(), 1280)
    panel.take(batch(found(*days)))
    wait_for(lambda: not panel.view._later.isActive())


def is_all_in_sight(view: Any) -> bool:
    rows = [view.visualRect(view.model().index(row, 0)) for row in range(view.model().rowCount())]
    return all(view.viewport().rect().contains(row) for row in rows)


@settings(max_examples=examples(300), deadline=None)
@given(width=st.integers(320, 3840), height=st.integers(240, 2160), count=st.integers(1, 400))
def test_none_could_be_larger(width: int, height: int, count: int) -> None:
    from qgis.PyQt.QtCore import QSize

    from cbm_chips.gui.thumbnails.pictures.layout import LARGEST_PX, TextSize, ThumbnailShape

    text = TextSize(**TEXT)
    shape = ThumbnailShape.fill(QSize(width, height), count, text=text)
    if shape is None:  # not even the smallest: a date, and two lines of status below it
        rows = -(-count // (width // (70 + 6)))
        assert rows * (70 + 6 + 3 + 17 + 30) > height
        return

    rows = -(-count // shape.columns)
    assert shape.columns * shape.cell.width() <= width
    assert rows * shape.cell.height() <= height
    if shape.edge < LARGEST_PX:  # one pixel more, and one column of them would not fit
        around, more = shape.cell.height() - shape.edge, shape.edge + 2
        for columns in range(1, count + 1):
            is_wide = columns * (more + 6) <= width
            is_high = -(-count // columns) * (more + around) <= height
            assert not (is_wide and is_high)


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (3840, 2160), (700, 1200)])
def test_all_dates_are_in_sight_and_fill_the_list(panel: Any, size: tuple[int, int]) -> None:
    show_dates(panel, 31)
    panel.controls.show_fit(True)

    panel.resize(*size)
    wait_for(lambda: is_all_in_sight(panel.view))

    shape, room = panel.view.shape, panel.view.viewport()
    covered = 31 * shape.cell.width() * shape.cell.height()
    assert covered > 0.6 * room.width() * room.height()


def test_fewer_dates_are_larger(panel: Any) -> None:
    show_dates(panel, 60)
    panel.controls.show_fit(True)
    many = panel.view.shape.edge

    show_dates(panel, 12)

    assert panel.view.shape.edge > many


def test_a_filter_makes_the_rest_larger(panel: Any) -> None:
    show_dates(panel, 60)
    panel.controls.show_fit(True)
    before = panel.view.shape.edge
    panel.take(batch(*(chip(f"2022-01-{day:02d}") for day in range(1, 5))))

    panel.controls.choose_filter("clear")

    wait_for(lambda: panel.view.shape.edge > before)


def test_too_many_are_as_small_as_chosen_and_scroll(panel: Any) -> None:
    panel.view.set_thumbnail_size(120)
    show_dates(panel, 300)
    before = panel.view.shape

    panel.controls.show_fit(True)

    assert panel.view.shape == before


def test_a_size_of_ones_own_ends_it(panel: Any) -> None:
    show_dates(panel, len(DAYS))
    panel.controls.show_fit(True)

    panel.controls.show_size(200)

    assert not panel.controls._fit.isChecked()
    assert 200 <= panel.view.shape.edge < 320


class TestTheDock:
    def test_fits_until_a_size_is_chosen_and_keeps_both(self, dock: Any) -> None:
        from cbm_chips.gui.dock.arrangement.grid_memory import keep_grid
        from cbm_chips.gui.session.form_values import store
        from cbm_chips.gui.thumbnails.controls.control_row import ControlRow

        assert dock.panel.controls._fit.isChecked()
        dock.panel.controls.show_size(150)
        assert not dock.panel.controls._fit.isChecked()

        again = ControlRow()
        keep_grid(again)
        assert (again._size.value(), again._fit.isChecked()) == (150, False)
        assert store.recall_grid("size", "") == str(round(150 * 96 / again.logicalDpiX()))

        again.show_fit(True)
        last = ControlRow()
        keep_grid(last)
        assert last._fit.isChecked()
