"""Keys, clicks and ticks in the grid: which date is current, which are meant, filters, orders."""

from __future__ import annotations

from typing import Any

from cbm_chips.core.pipeline.date_lists import FILTERS, ORDERS
from tests.chips import a_parcel
from tests.desktop.gui.thumbnails.six_dates import (
    DAYS,
    click,
    current_day,
    days,
    heard,
    index,
    press,
)


def test_arrows_go_through_the_rows_and_home_and_end_to_the_ends(shown: Any) -> None:
    columns = shown.view.shape.columns
    assert columns == 3
    shown.view.setCurrentIndex(index(shown, 0))
    steps = [
        ("Right", 1), ("Right", 2), ("Right", 3), ("Left", 2), ("Down", 5), ("Down", 5),
        ("Up", 2), ("Up", 2), ("Home", 0), ("End", 5), ("PageUp", 0), ("PageDown", 5),
    ]  # fmt: skip
    for key, row in steps:
        press(shown, key)
        assert shown.view.currentIndex().row() == row, key


def test_the_current_date_is_told(shown: Any) -> None:
    news = heard(shown.currentChanged)
    press(shown, "Home")
    press(shown, "Right")
    assert days(news)[-1] == DAYS[1]
    shown.begin(2, a_parcel(), 1280)
    assert news[-1] is None


def test_moving_keeps_the_ticks_and_space_sets_them(shown: Any) -> None:
    press(shown, "Home")
    press(shown, "Space")
    for key in ("Right", "Right", "Space", "Right"):
        press(shown, key)
    assert days(shown.selected()) == [DAYS[0], DAYS[2]]
    press(shown, "Left")
    press(shown, "Space")
    assert days(shown.selected()) == [DAYS[0]]


def test_without_ticks_the_current_date_is_meant(shown: Any) -> None:
    assert shown.selected() == []
    press(shown, "Home")
    assert days(shown.selected()) == [DAYS[0]]


def test_a_click_moves_and_a_click_on_the_box_ticks(shown: Any) -> None:
    click(shown, 1)
    assert current_day(shown) == DAYS[1]
    click(shown, 2, "tick")
    click(shown, 4, held="ControlModifier")
    click(shown, 0)
    assert days(shown.selected()) == [DAYS[2], DAYS[4]]


def test_enter_loads_the_current_date_or_all_ticked_ones_if_it_is_ticked(shown: Any) -> None:
    news = heard(shown.loadRequested)
    press(shown, "Home")
    press(shown, "Space")
    press(shown, "Right")
    press(shown, "Return")
    assert days(news[-1]) == [DAYS[1]]
    press(shown, "Space")
    press(shown, "Enter")
    assert days(news[-1]) == [DAYS[0], DAYS[1]]


def test_a_double_click_loads(shown: Any) -> None:
    news = heard(shown.loadRequested)
    shown.view.doubleClicked.emit(index(shown, 2))
    assert [days(entries) for entries in news] == [[DAYS[2]]]


def test_a_failed_date_is_read_again_by_a_click_or_enter(shown: Any) -> None:
    tried, loaded = heard(shown.retryRequested), heard(shown.loadRequested)
    click(shown, 3, "retry")
    press(shown, "Return")
    assert [days(entries) for entries in tried] == [[DAYS[3]], [DAYS[3]]]
    assert not loaded


def test_filters_narrow_and_say_how_many_they_would_leave(shown: Any) -> None:
    from qgis.PyQt.QtWidgets import QComboBox

    combo = shown.controls.findChildren(QComboBox)[0]
    texts = [combo.itemText(row) for row in range(combo.count())]
    assert texts[:2] == ["All (6)", "Clear (5)"]
    assert "Failed (1)" in texts
    shown.controls.choose_filter("failed")
    assert shown.view.model().rowCount() == 1
    shown.controls.choose_filter("cloudy")
    assert not shown.view.isVisible()
    shown.pages._own_message.buttons[0].click()
    assert shown.view.isVisible()
    assert shown.view.model().rowCount() == 6


def test_every_filter_and_order_has_a_title() -> None:
    from cbm_chips.gui.thumbnails.controls.control_row import filter_title
    from cbm_chips.gui.thumbnails.controls.order_button import order_title

    assert all(filter_title(name) != name for name in FILTERS)
    assert all(order_title(name) != name for name in ORDERS)


def test_orders_sort_and_the_current_date_stays_current(shown: Any) -> None:
    press(shown, "Home")
    shown.controls.choose_order("newest first")
    assert current_day(shown) == DAYS[0]
    assert shown.view.currentIndex().row() == 5


def test_the_order_is_chosen_in_the_buttons_menu_and_told_by_its_tool_tip(shown: Any) -> None:
    button = shown.controls._order
    told: list[str] = []
    shown.controls.order_chosen.connect(told.append)

    button.menu().actions()[1].trigger()
    shown.controls.choose_order("newest first")  # that is what it is
    shown.controls.choose_order("by chance")

    assert told == ["newest first"]
    assert [entry.isChecked() for entry in button.menu().actions()] == [False, True, False]
    assert button.toolTip() == button.accessibleName() == "Order of the dates: Newest first"


def test_the_slider_has_no_row_of_its_own_in_a_narrow_dock(shown: Any) -> None:
    controls = shown.controls
    for width in (284, 320, 400, 700):
        controls.resize(width, controls.heightForWidth(width))
        tops = {
            one.mapTo(controls, one.rect().center()).y()
            for one in (controls._order, controls._fit, controls._size)
        }
        assert max(tops) - min(tops) <= 1


def test_a_message_takes_the_grids_place_until_it_is_taken_back(shown: Any) -> None:
    pressed = []
    shown.show_message("Nothing here.", [("Do something", lambda: pressed.append(True))])
    assert not shown.view.isVisible()
    shown._message.buttons[0].click()
    assert pressed == [True]
    shown.show_message("")
    assert shown.view.isVisible()
