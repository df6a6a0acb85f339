"""What the user was looking at outlives the next parcel: filter, date, scroll."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from cbm_chips.core.pipeline.events import Found
from cbm_chips.core.sentinel2.scl import CloudFlag
from tests.builders import a_grid, a_scene
from tests.chips import a_chip, a_parcel
from tests.desktop.thumbnail_panel import thumbnail_panel
from tests.desktop.window import settle

DAYS = tuple(f"2022-{month:02}-{day:02}" for month in range(3, 11) for day in (4, 14, 24))


@pytest.fixture
def panel(qgis_app: object) -> Iterator[Any]:
    with thumbnail_panel(320, 600) as made:
        yield made


class Run:
    """Dates that come to a panel."""

    def __init__(self, panel: Any, number: int, days: tuple[str, ...] = DAYS) -> None:
        self.panel, self.number = panel, number
        self.scenes = {day: a_scene(f"{number}_{day}", f"{day}T10:36:34") for day in days}
        panel.begin(number, a_parcel(), 1280)
        self.take(Found(a_grid(), tuple(self.scenes.values()), (), (), ()))

    def take(self, *events: Any) -> None:
        from cbm_chips.bridge.tasks.chip_task import Batch

        self.panel.take(Batch(self.number, events))

    def judge(self, **flags: CloudFlag) -> Run:
        for day, flag in flags.items():
            scene = self.scenes[f"2022-{day[1:3]}-{day[3:]}"]
            self.take(a_chip(scene=scene, flag=flag, cloud_fraction=0.0))
        return self

    def end(self) -> None:
        self.panel.stop_waiting()


def day(panel: Any) -> str:
    current = panel.current()
    return f"{current.scene.acquired:%Y-%m-%d}" if current else ""


def go_to(panel: Any, wanted: str) -> None:
    (entry,) = [one for one in panel.entries() if f"{one.scene.acquired:%Y-%m-%d}" == wanted]
    panel.go_to(entry.scene.id)


def test_the_date_is_current_again_and_in_sight(panel: Any) -> None:
    Run(panel, 1)
    go_to(panel, "2022-09-14")
    Run(panel, 2)
    assert day(panel) == "2022-09-14"
    assert panel.view.viewport().rect().contains(panel.view.visualRect(panel.view.currentIndex()))
    assert panel.selected() == [panel.current()]


@pytest.mark.parametrize("fits", [True, False])
def test_the_date_stays_in_sight_while_others_come_before_it(panel: Any, *, fits: bool) -> None:
    panel.view.set_fit(fits)
    Run(panel, 1).judge(d1024=CloudFlag.CLEAR)
    panel.controls.choose_filter("clear")
    go_to(panel, "2022-10-24")
    run = Run(panel, 2).judge(d1024=CloudFlag.CLEAR)
    for one in DAYS[:-1]:
        run.judge(**{f"d{one[5:7]}{one[8:]}": CloudFlag.CLEAR})
        settle()
    assert panel.view.model().rowCount() == len(DAYS)
    seen = panel.view.viewport().rect()
    assert seen.contains(panel.view.visualRect(panel.view.currentIndex()))


@pytest.mark.parametrize("is_first", [True, False])
def test_a_date_that_is_looked_for_is_in_sight_wherever_the_list_was(
    panel: Any, *, is_first: bool
) -> None:
    if not is_first:
        Run(panel, 1)
        go_to(panel, "2022-03-04")
    panel.lookout.look_for(a_scene("looked for", "2022-09-14T10:36:34").acquired)
    Run(panel, 2)
    panel.resize(200, 400)
    settle()
    assert day(panel) == "2022-09-14"
    assert panel.view.viewport().rect().contains(panel.view.visualRect(panel.view.currentIndex()))


def test_who_scrolls_meanwhile_is_not_brought_back(panel: Any) -> None:
    from qgis.PyQt.QtWidgets import QAbstractSlider

    panel.view.set_fit(False)
    clear = {f"d{date[5:7]}{date[8:]}": CloudFlag.CLEAR for date in DAYS}
    Run(panel, 1).judge(**clear)
    panel.controls.choose_filter("clear")
    go_to(panel, "2022-10-24")
    run = Run(panel, 2).judge(**dict(list(clear.items())[8:]))
    settle()
    bar = panel.view.verticalScrollBar()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    assert bar.value() == 0
    run.judge(**clear)
    settle()
    assert bar.value() == 0


def test_without_it_the_nearest_is_and_the_next_parcel_has_it_again(panel: Any) -> None:
    Run(panel, 1)
    go_to(panel, "2022-06-14")
    Run(panel, 2, ("2022-03-04", "2022-07-04", "2022-07-14"))
    assert day(panel) == "2022-07-04"
    Run(panel, 3, ())
    assert day(panel) == ""
    Run(panel, 4)
    assert day(panel) == "2022-06-14"


def test_no_date_is_chosen_for_who_chose_none(panel: Any) -> None:
    Run(panel, 1)
    Run(panel, 2)
    assert panel.current() is None


def test_the_filter_stays_and_the_nearest_that_passes_it_is_current(panel: Any) -> None:
    clear, cloudy = CloudFlag.CLEAR, CloudFlag.CLOUDY
    Run(panel, 1).judge(d0304=clear, d0614=clear, d0624=clear)
    panel.controls.choose_filter("clear")
    go_to(panel, "2022-06-14")

    run = Run(panel, 2)
    assert panel.view.isVisible()
    assert panel.view.model().rowCount() == 0
    run.judge(d0304=clear)
    assert day(panel) == "2022-03-04"
    run.judge(d0614=cloudy, d0704=clear)
    assert day(panel) == "2022-07-04"
    run.judge(d0624=clear)
    assert day(panel) == "2022-06-24"
    assert panel.view.model().rowCount() == 3

    Run(panel, 3).judge(d0614=clear, d0704=clear)
    assert day(panel) == "2022-06-14"


def test_a_filter_that_nothing_passes_in_the_end_says_so(panel: Any) -> None:
    panel.controls.choose_filter("clear")
    run = Run(panel, 1, ("2022-03-04",))
    assert panel.view.isVisible()
    run.end()
    assert not panel.view.isVisible()
    assert "No date passes" in panel.pages._own_message.text


def test_a_step_of_the_user_while_dates_come_counts(panel: Any) -> None:
    Run(panel, 1)
    go_to(panel, "2022-06-14")
    run = Run(panel, 2)
    go_to(panel, "2022-03-04")
    run.judge(d0614=CloudFlag.CLEAR)
    assert day(panel) == "2022-03-04"
    Run(panel, 3)
    assert day(panel) == "2022-03-04"


def test_another_filter_keeps_the_date_and_finds_it_again(panel: Any) -> None:
    Run(panel, 1).judge(d0304=CloudFlag.CLEAR, d0614=CloudFlag.CLOUDY)
    go_to(panel, "2022-06-14")
    panel.controls.choose_filter("clear")
    assert day(panel) == "2022-03-04"
    panel.controls.choose_filter("all")
    assert day(panel) == "2022-06-14"


def test_the_list_stays_scrolled(panel: Any) -> None:
    Run(panel, 1)
    settle()
    bar = panel.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    assert before > 0
    Run(panel, 2)
    settle()
    assert bar.value() == before


def test_ticks_are_of_one_parcel(panel: Any) -> None:
    Run(panel, 1)
    panel.view.selectAll()
    assert len(panel.selected()) == len(DAYS)
    Run(panel, 2)
    assert panel.selected() == []


def test_a_hidden_date_that_was_chosen_elsewhere_is_current_once_it_is_shown(panel: Any) -> None:
    Run(panel, 1).judge(d0304=CloudFlag.CLEAR, d0914=CloudFlag.CLOUDY)
    go_to(panel, "2022-03-04")
    panel.controls.choose_filter("clear")
    hidden = next(one for one in panel.entries() if one.flag == CloudFlag.CLOUDY)

    panel.follow(hidden)
    panel.controls.choose_filter("all")

    assert day(panel) == "2022-09-14"


class TestAQuestionWithAWindow:
    WINDOW = (date(2022, 5, 10), date(2022, 6, 20))

    def test_begins_at_its_first_clear_date_however_late_that_is_known(self, panel: Any) -> None:
        run = Run(panel, 1)
        panel.lookout.begin_in(self.WINDOW)
        assert day(panel) == "2022-05-14"
        run.judge(m0504=CloudFlag.CLEAR, m0514=CloudFlag.CLOUDY, m0524=CloudFlag.CLEAR)
        assert day(panel) == "2022-05-24"
        run.judge(m0624=CloudFlag.CLEAR)
        assert day(panel) == "2022-05-24"

    def test_begins_there_again_on_the_next_parcel_whatever_was_chosen(self, panel: Any) -> None:
        Run(panel, 1).judge(m0524=CloudFlag.CLEAR)
        panel.lookout.begin_in(self.WINDOW)
        go_to(panel, "2022-09-14")
        run = Run(panel, 2)
        panel.lookout.begin_in(self.WINDOW)
        run.judge(m0524=CloudFlag.CLEAR)
        assert day(panel) == "2022-05-24"

    def test_moves_nobody_who_has_gone_on(self, panel: Any) -> None:
        run = Run(panel, 1)
        panel.lookout.begin_in(self.WINDOW)
        go_to(panel, "2022-09-14")
        run.judge(m0524=CloudFlag.CLEAR)
        assert day(panel) == "2022-09-14"

    def test_moves_nobody_who_has_scrolled_elsewhere(self, panel: Any) -> None:
        from qgis.PyQt.QtWidgets import QAbstractSlider

        panel.view.set_fit(False)
        run = Run(panel, 1)
        panel.lookout.begin_in(self.WINDOW)
        settle()
        bar = panel.view.verticalScrollBar()
        bar.triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
        settle()
        there = bar.value()
        assert there
        for known in ("m0614", "m0524"):
            run.judge(**{known: CloudFlag.CLEAR})
            settle()
            assert bar.value() == there

    def test_is_over_with_one_that_has_none(self, panel: Any) -> None:
        run = Run(panel, 1)
        panel.lookout.begin_in(self.WINDOW)
        panel.lookout.begin_in(None)
        before = day(panel)
        run.judge(m0524=CloudFlag.CLEAR)
        assert day(panel) == before
