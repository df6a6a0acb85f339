"""The real dock on a real canvas: a click, the dates, the line below; what stops a run."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from tests.desktop.window import (
    CENTRE,
    PATIENCE_S,
    SLOW_S,
    click,
    message,
    press,
    read,
    set_form,
    settle,
    slow_files,
    wait_for,
    wait_for_tasks,
)
from tests.sample_servers import Served

ELSEWHERE = (5.668, 52.692)


@pytest.mark.usefixtures("empty_cache")
@pytest.mark.kept_dock
class TestAClick:
    def test_fills_the_dates_and_the_line_below(self, iface: Any, dock: Any) -> None:
        read(iface, dock)

        entries = dock.panel.entries()
        assert sum(entry.chip is not None for entry in entries) == 4
        assert re.match(
            r"4 dates in \d+\.\d s, 2 clear, 1 partly, 1 cloudy", dock.status_bar.status
        )
        assert dock.form.box.isCollapsed()

    def test_shows_pictures_after_a_moment(self, iface: Any, dock: Any) -> None:
        from cbm_chips.gui.thumbnails.grid.model import Role

        read(iface, dock)
        wait_for(dock.panel.is_idle)

        model = dock.panel.view.model()
        pictures = [model.index(row, 0).data(int(Role.PICTURE)) for row in range(model.rowCount())]
        assert len([picture for picture in pictures if picture is not None]) >= 4

    def test_again_is_served_from_the_cache(self, iface: Any, dock: Any, servers: Served) -> None:
        read(iface, dock)
        servers.reset()

        dock.session.again()
        wait_for(lambda: not dock.session.runs.is_running)

        assert servers.pixel_requests() == 0
        assert "4 from cache" in dock.status_bar.status

    def test_replaces_a_run_whose_late_news_nobody_sees(self, iface: Any, dock: Any) -> None:
        seen: list[int] = []
        dock.session.runs.news.connect(lambda batch: seen.append(batch.run))
        click(iface, dock, CENTRE)
        first = dock.session.runs.shown.number

        read(iface, dock, ELSEWHERE)
        former = seen.index(first + 1)

        assert set(seen[former:]) == {first + 1}
        assert dock.session.runs.shown.request.place == dock.session.place
        assert {entry.chip.grid.left for entry in dock.panel.entries() if entry.chip} == {
            dock.panel.entries()[-1].chip.grid.left
        }
        assert dock.session.runs.places.all()[0].lon == pytest.approx(ELSEWHERE[0], abs=1e-4)
        assert len(dock.session.runs.places.all()) == 2

    def test_with_another_index_reads_what_it_needs(self, iface: Any, dock: Any) -> None:
        read(iface, dock)
        form = dock.form
        form.index.setCurrentIndex(form.index.findData("NDMI"))

        form.index.activated.emit(form.index.currentIndex())
        wait_for(lambda: not dock.session.runs.is_running)

        assert "B11" in dock.session.runs.shown.request.bands
        assert all("B11" in entry.chip.bands for entry in dock.panel.entries() if entry.chip)


@pytest.mark.usefixtures("empty_cache")
@pytest.mark.kept_dock
class TestStopping:
    def test_keeps_what_is_there_and_takes_no_second(
        self, iface: Any, dock: Any, servers: Served
    ) -> None:
        set_form(dock, start="2022-03-01", end="2022-10-31")
        with slow_files(servers, 150):
            click(iface, dock, CENTRE)
            wait_for(lambda: dock.panel.counts().done >= 2)
            before = dock.panel.counts().done
            servers.files.set_faults([{"match": "B0", "kind": "stall", "seconds": SLOW_S}])
            began = time.monotonic()
            dock.status_bar.cancelClicked.emit()
            took_s = time.monotonic() - began

        assert took_s < PATIENCE_S
        assert not dock.session.runs.is_running
        assert dock.panel.counts().done == before < dock.panel.counts().dates
        assert dock.status_bar.status.startswith(f"Stopped: {before} of ")
        wait_for_tasks()  # nothing can come after that
        settle()
        assert dock.panel.counts().done == before

    def test_leaves_dates_that_say_so_and_go_on_reads_just_those(
        self, iface: Any, dock: Any, servers: Served
    ) -> None:
        from cbm_chips.core.pipeline.series import State

        set_form(dock, start="2022-03-01", end="2022-10-31")
        with slow_files(servers, 150):
            click(iface, dock, CENTRE)
            wait_for(lambda: dock.panel.counts().done >= 2)
            dock.session.runs.cancel()
        chips = {e.scene.id: e.chip for e in dock.panel.entries() if e.chip is not None}
        stopped = [e.scene for e in dock.panel.entries() if e.state is State.STOPPED]
        assert stopped
        assert "waiting" not in " ".join(map(dock.panel.model.spoken, range(len(stopped))))
        wait_for_tasks()
        servers.reset()

        dock.status_bar.goOnClicked.emit()
        assert not any(entry.state is State.STOPPED for entry in dock.panel.entries())
        wait_for(lambda: not dock.session.runs.is_running)

        assert dock.panel.counts().done == dock.panel.counts().dates
        assert dock.status_bar.status.startswith("31 dates in ")
        entries = {entry.scene.id: entry.chip for entry in dock.panel.entries()}
        assert all(entries[name] is chip for name, chip in chips.items())

    def test_is_what_escape_does(self, iface: Any, dock: Any) -> None:
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        click(iface, dock, CENTRE)
        QTest.keyClick(dock.panel.view, Qt.Key.Key_Escape)
        assert not dock.session.runs.is_running
        assert "Stopped" in message(dock)

        press(dock)
        wait_for(lambda: not dock.session.runs.is_running)
        assert dock.panel.counts().done == 4


@pytest.mark.usefixtures("empty_cache")
@pytest.mark.kept_dock
class TestFailedDates:
    def test_are_counted_and_only_they_are_read_again(
        self, iface: Any, dock: Any, servers: Served
    ) -> None:
        servers.files.set_faults([{"match": "20220614.*B04", "kind": "404"}])
        read(iface, dock)
        assert ", 1 failed" in dock.status_bar.status
        kept = [entry.chip for entry in dock.panel.entries() if not entry.is_retryable]

        servers.files.set_faults([])
        dock.status_bar.retryClicked.emit()
        wait_for(lambda: not dock.session.runs.is_running)

        assert "failed" not in dock.status_bar.status
        assert not any(entry.is_retryable for entry in dock.panel.entries())
        now = [entry.chip for entry in dock.panel.entries()]
        assert all(any(chip is other for other in now) for chip in kept)


class TestWithNothingToShow:
    def test_the_dock_asks_for_a_place(self, dock: Any) -> None:
        from qgis.core import QgsProject, QgsVectorLayer

        assert "The map is empty: add a layer of your parcels" in message(dock)
        QgsProject.instance().addMapLayer(QgsVectorLayer("Point?crs=EPSG:4326", "towns", "memory"))
        assert "Click a place on the map" in message(dock)
        press(dock)
        assert dock.picker.clickAction.isChecked()

    def test_other_days_are_offered(self, iface: Any, dock: Any) -> None:
        set_form(dock, start="2023-06-01", end="2023-06-30")
        read(iface, dock)
        assert "no date here for 1 Jun – 30 Jun 2023" in message(dock)

        press(dock)

        assert dock.form.state().start == "2022-03-01"
        wait_for(lambda: dock.panel.counts().dates > 20)

    def test_cloudier_dates_are_offered(self, iface: Any, dock: Any) -> None:
        set_form(dock, max_scene_cloud_pct=0.0)
        read(iface, dock)
        assert "0 % cloud" in message(dock)

        press(dock)
        wait_for(lambda: not dock.session.runs.is_running)
        assert dock.panel.entries()

    def test_a_source_that_does_not_answer_is_named(self, iface: Any, dock: Any) -> None:
        set_form(dock, source="http://127.0.0.1:9/stac")
        read(iface, dock)
        assert "127.0.0.1:9" in message(dock)
        assert "Traceback" not in message(dock)

    def test_a_large_read_is_asked_about(self, iface: Any, dock: Any, servers: Served) -> None:
        set_form(dock, start="2021-11-01", end="2022-12-31", source=servers.api.url)
        click(iface, dock, CENTRE)
        assert "This may read about" in message(dock)
        assert not dock.session.runs.is_running

        press(dock)
        wait_for(lambda: dock.panel.counts().dates > 24)


@pytest.mark.kept_dock
class TestTheCurrentDate:
    def test_is_one_for_all_who_show_or_choose_it(self, iface: Any, dock: Any) -> None:
        read(iface, dock)
        current, told = dock.session.current, []
        first, second, *_ = dock.panel.entries()
        current.changed.connect(told.append)

        dock.panel.go_to(first.scene.id)
        current.go_to(second.scene.id)

        assert (current.entry, dock.panel.current()) == (second, second)
        assert [entry.scene.id for entry in told] == [first.scene.id, second.scene.id]

    def test_is_none_in_a_new_run_which_knows_when_the_last_one_was(
        self, iface: Any, dock: Any
    ) -> None:
        read(iface, dock)
        shown = dock.panel.entries()[1]
        dock.panel.go_to(shown.scene.id)

        dock.panel.begin(99, dock.session.place, 1280)

        assert dock.session.current.entry is None
        assert dock.session.current.acquired == shown.scene.acquired
