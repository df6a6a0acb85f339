"""Two dates against one another in the dock: their marks, and both of them large."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desktop.gestures import key, move_to
from tests.desktop.gui.compare.marked_dates import (
    ELSEWHERE,
    clear_dates,
    mark,
    mark_both,
    remark,
    told,
)
from tests.desktop.window import read, settle, wait_for


@pytest.mark.kept_dock
class TestTheMarks:
    def test_are_told_on_thumbnail_tooltip_and_to_screen_readers(self, season: Any) -> None:
        first, second = mark_both(season)
        for entry, words, number in ((first, "first date", 1), (second, "second date", 2)):
            tooltip, spoken, drawn = told(season, entry)
            assert words in tooltip
            assert words in spoken
            assert drawn == number
        others = [told(season, entry)[2] for entry in season.panel.entries()]
        assert sorted(others)[-3:] == [0, 1, 2]

    def test_stay_with_their_dates_whatever_is_filtered_and_sorted(self, season: Any) -> None:
        pair = mark_both(season)
        for order, name in (("newest first", "all"), ("clearest first", "cloudy")):
            season.panel.controls.choose_order(order)
            season.panel.controls.choose_filter(name)
            assert season.session.compared.pair == pair
            assert [told(season, entry)[2] for entry in pair] == [1, 2]
        season.compare.show_both()  # both are filtered out, and can be seen all the same
        assert season.compare.view._content(0).image is not None

    def test_go_with_the_place_and_stay_when_it_is_read_again(
        self, iface: Any, season: Any
    ) -> None:
        mark_both(season)
        season.compare.show_both()
        season.session.again()
        wait_for(lambda: not season.session.runs.is_running)
        assert season.session.compared.pair is not None
        assert season.compare.view.isVisible()
        read(iface, season, ELSEWHERE)
        assert not season.session.compared.marks
        assert season.panel.pages.over is None

    def test_can_be_taken_back_and_moved(self, season: Any) -> None:
        first, second = mark_both(season)
        mark(season, first, "W")
        assert season.session.compared.marks == {first.scene.id: 2}
        mark(season, first, "W")
        assert not season.session.compared.marks
        mark(season, second, "Q")
        assert "First date" in remark(season)

    @pytest.mark.usefixtures("empty_cache")
    def test_need_pixels_and_say_why_there_are_none(
        self, iface: Any, dock: Any, servers: Any
    ) -> None:
        servers.files.set_faults([{"match": "20220614.*B", "kind": "404"}])
        read(iface, dock)
        (failed,) = [entry for entry in dock.panel.entries() if entry.is_failed]
        mark(dock, failed, "Q")
        assert "can't be compared" in remark(dock)
        assert "404" in remark(dock)
        dock.compare.show_both()
        assert "Mark a first and a second date" in remark(dock)

    def test_are_in_the_menu_of_a_date(self, season: Any) -> None:
        mark_both(season)
        season.panel.go_to(clear_dates(season)[1].scene.id)
        menu = season.panel.menu.made(season.panel.view.currentIndex())
        actions = {one.text(): one for one in menu.actions()}
        actions["Mark as the first date"].trigger()
        assert told(season, season.panel.current())[2] == 1
        assert actions["Compare both dates"].isEnabled()


class TestBothLarge:
    def test_have_one_crosshair_and_both_values(self, season: Any) -> None:
        first, second = mark_both(season)
        season.compare.letters["X"].trigger()
        view = season.compare.view
        pane = view.panes[0]
        settle()
        move_to(pane.canvas, pane.canvas.room.center().toPoint())
        spots = [one.canvas._crosshair for one in view.panes]
        assert spots[0] is not None
        assert spots[0] == spots[1]
        for entry, its_pane in zip((first, second), view.panes):
            chip = entry.chip
            row, column = (int(at * 128) for at in (spots[0].y(), spots[0].x()))
            expected = chip.bands["B08"][row, column] * chip.scales["B08"][0]
            assert f"B08 {expected + chip.scales['B08'][1]:.3f}" in its_pane.values.text

    def test_are_zoomed_and_pointed_at_by_keys_and_all_thumbnails_follow(self, season: Any) -> None:
        mark_both(season)
        season.compare.letters["X"].trigger()
        view, section = season.compare.view, season.panel.view.section
        for _ in range(8):
            key(view, "Plus")
        assert section.viewpoint.zoom > 4
        for _ in range(40):
            key(view, "Right")
        spot = view.panes[1].canvas._crosshair
        assert spot.x() == pytest.approx(0.5 + 0.5 / 128 + 40 / 128)
        room = view.panes[0].canvas.room
        area = view.panes[0].canvas.viewpoint.area(room)
        assert area.left() + spot.x() * area.width() <= room.right() + 1e-6
        assert season.panel.view._delegate.viewpoint == section.viewpoint
        key(view, "0")
        assert section.is_whole

    def test_flicker_shows_one_then_the_other(self, season: Any) -> None:
        mark_both(season)
        for _ in range(2):
            season.compare.letters["X"].trigger()
        view = season.compare.view
        assert not view.panes[1].isVisible()
        titles = {view.panes[0].title}
        view._flicker.timeout.emit()
        titles.add(view.panes[0].title)
        assert len(titles) == 2

    def test_end_with_escape_before_anything_else(self, iface: Any, season: Any) -> None:
        mark_both(season)
        season.panel.pages.open_large()
        season.compare.letters["X"].trigger()
        key(season.compare.view, "Escape")
        assert season.panel.pages.currentWidget() is season.panel.pages.large
        key(season.panel.pages.large, "Escape")
        assert season.panel.pages.currentWidget() is season.panel.view
