"""The real dock on a real canvas: a click, the dates, the line below; what stops a run."""

from __future__ import annotations

import gc
import re
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.own_process import run_code
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
from tests.new_threads import NewThreads
from tests.sample_servers import Served

ELSEWHERE = (5.668, 52.692)
LONGEST_STALL_MS = 400


def marks_of(dock: Any) -> dict[str, str]:
    """What is said beside fields."""
    return {name: mark.text for name, mark in dock.form._messages.items() if mark.text}


@pytest.mark.usefixtures("empty_cache")
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
        time.sleep(0.3)
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


class TestInvalidInput:
    def test_is_marked_beside_its_field_in_the_cores_words(self, iface: Any, dock: Any) -> None:
        before = dock.form.state()
        for field, changes, words in (
            ("size_m", {"size_m": 1290}, "a multiple of 20, from 20 to 5120 m"),
            ("end", {"end": "2022-05-01"}, "or a later day"),
            ("bands", {"composite": "B10_B04_B03"}, "B10 belongs to LEVEL1C only"),
            ("lut", {"lut": "95_5"}, "low < high"),
            ("lut", {"stretch": "absolute", "lut": "5_95"}, "six values"),
            ("max_scene_cloud_pct", {"max_scene_cloud_pct": 120.0}, "from 0 to 100"),
            ("clear_only", {"level": "LEVEL1C", "clear_only": True}, "which has SCL"),
        ):
            dock.form.change(before)
            dock.form.box.setCollapsed(True)
            assert not marks_of(dock), changes
            set_form(dock, **changes)
            click(iface, dock, CENTRE)

            marks = marks_of(dock)
            assert set(marks) <= {field, "start", "end"} & set(marks) | {field}, changes
            assert words in marks[field], changes
            assert not dock.session.runs.is_running, changes
            assert not dock.form.box.isCollapsed(), changes

    def test_of_the_source_comes_out_when_it_is_opened(self, iface: Any, dock: Any) -> None:
        set_form(dock, source="nowhere")
        read(iface, dock)

        assert "'nowhere' is not possible" in dock.form.source_message.text

    def test_is_forgotten_once_it_is_right(self, dock: Any) -> None:
        set_form(dock, size_m=1290)
        set_form(dock, size_m=1280)
        assert not any(mark.text for mark in dock.form._messages.values())


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
        wait_for(lambda: not dock.session.runs.is_running)

        assert dock.form.state().start == "2022-03-01"
        assert dock.panel.counts().dates > 20

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
        wait_for(lambda: not dock.session.runs.is_running)
        assert dock.panel.counts().dates > 24


def test_the_list_of_sources_is_as_wide_as_its_titles(dock: Any) -> None:
    box = dock.form.source
    box.setFixedWidth(80)
    box.showPopup()
    view = box.view()
    texts = [view.fontMetrics().horizontalAdvance(box.itemText(row)) for row in range(box.count())]
    assert view.viewport().width() >= max(texts)
    box.hidePopup()


class TestTheForm:
    def test_is_kept_with_the_project(self, dock: Any, tmp_path: Path) -> None:
        from qgis.core import QgsProject

        project = QgsProject.instance()
        set_form(dock, size_m=640, composite="B04_B03_B02")
        assert project.write(str(tmp_path / "kept.qgz"))
        set_form(dock, size_m=2560)

        assert project.read(str(tmp_path / "kept.qgz"))

        assert dock.form.state().size_m == 640
        assert dock.form.state().composite == "B04_B03_B02"

    def test_leaves_an_untouched_project_untouched(self, dock: Any, tmp_path: Path) -> None:
        from qgis.core import QgsProject

        project = QgsProject.instance()
        project.setDirty(False)
        sources = dock.form.source
        sources.setCurrentIndex(sources.findData("sample"))
        sources.activated.emit(sources.currentIndex())
        dock.service.box.edited.emit()
        assert not project.isDirty()

        assert project.write(str(tmp_path / "kept.qgz"))
        assert not project.isDirty()
        assert '"source": "sample"' in project.readEntry("cbm_chips", "/form", "")[0]

    def test_of_another_project_is_not_written_into_this_one(
        self, dock: Any, tmp_path: Path
    ) -> None:
        from qgis.core import QgsProject

        project = QgsProject.instance()
        set_form(dock, size_m=640)
        assert project.write(str(tmp_path / "first.qgz"))
        set_form(dock, size_m=2560)
        project.clear()
        assert project.write(str(tmp_path / "second.qgz"))
        assert project.read(str(tmp_path / "first.qgz"))
        assert project.write(str(tmp_path / "first.qgz"))
        assert '"size_m": 640' in project.readEntry("cbm_chips", "/form", "")[0]

    @pytest.mark.parametrize("scheme", ["https", "cbm+https"])
    def test_keeps_no_login_of_a_typed_address(
        self, dock: Any, scheme: str, tmp_path: Path
    ) -> None:
        from qgis.core import QgsProject

        from cbm_chips.bridge.late_settings import LATE_SETTINGS
        from cbm_chips.gui.session.form_values import store as memory

        set_form(dock, source=f"{scheme}://tester:hush@localhost:1/stac?key=hush")
        QgsProject.instance().write(str(tmp_path / "kept.qgz"))

        stored, _ = QgsProject.instance().readEntry("cbm_chips", "/form", "")
        assert f"{scheme}://localhost:1/stac" in stored
        assert "hush" not in stored
        last = LATE_SETTINGS.text(memory.LAST_KEY)
        assert f"{scheme}://localhost:1/stac" in last
        assert "hush" not in last

    def test_says_itself_in_a_line(self, dock: Any) -> None:
        set_form(dock, max_scene_cloud_pct=20.0)
        title = dock.form.box.accessibleName()
        assert title == "1 Jun – 30 Jun 2022 · B08 B04 B03 · 1280 m · ≤ 20 % cloud · one per date"

    def test_survives_nonsense_in_the_project(self, dock: Any) -> None:
        from qgis.core import QgsProject

        from cbm_chips.gui.session.form_values.form_state import FormState

        QgsProject.instance().writeEntry("cbm_chips", "/form", '{"size_m": "wide", "bands": 7}')
        dock.form.recall()
        assert dock.form.state().size_m == FormState().size_m

    def test_fits_a_narrow_dock(self, dock: Any) -> None:
        dock.form.box.setCollapsed(False)
        assert dock.widget().minimumSizeHint().width() <= 320


class TestLoadingAndUnloading:
    def test_several_times_leaves_nothing_behind(
        self, iface: Any, servers: Served, new_threads: NewThreads
    ) -> None:
        from qgis.core import QgsApplication
        from qgis.gui import QgsGui

        from cbm_chips.plugin import CbmChipsPlugin

        def census() -> tuple[Any, ...]:
            settle()
            gc.collect()
            providers = QgsApplication.processingRegistry().providers()
            return (
                len(iface.menu + iface.toolbar + iface.pages),
                len(iface.window.children()),
                len(iface.canvas.scene().items()),
                sorted(provider.id() for provider in providers),
                len(QgsGui.shortcutsManager().listActions()),
                QgsApplication.taskManager().countActiveTasks(),
                iface.canvas.mapTool(),
            )

        before = census()
        for _ in range(4):
            plugin = CbmChipsPlugin(iface)
            plugin.initGui()
            settle()
            iface.menu[0].trigger()
            set_form(plugin.dock, source=servers.api.url)
            click(iface, plugin.dock, CENTRE)
            plugin.unload()
            plugin.unload()
        wait_for(lambda: census() == before)
        new_threads.join("cbm-chips-")

    def test_the_action_shows_and_hides_the_dock(self, iface: Any, dock: Any) -> None:
        action = iface.menu[0]
        assert (dock.isVisible(), action.isChecked()) == (True, True)
        action.trigger()
        settle()
        assert (dock.isVisible(), action.isChecked()) == (False, False)
        action.trigger()
        assert dock.isVisible()
        dock.close()
        settle()
        assert not action.isChecked()

    def test_closing_the_dock_keeps_the_run(self, iface: Any, dock: Any) -> None:
        click(iface, dock, CENTRE)
        dock.close()
        wait_for(lambda: not dock.session.runs.is_running)
        assert dock.panel.counts().done == 4


def test_the_main_thread_stays_awake_during_a_run(iface: Any, dock: Any) -> None:
    """24 dates x 4 bands; the figures of this machine are printed with `-s`.

    What counts is the thread's own work: on a busy machine it waits for others as well.
    """
    from qgis.PyQt.QtCore import Qt, QTimer

    set_form(dock, start="2022-03-01", end="2022-10-31", one_per_date=False)
    dock.form.box.setCollapsed(True)
    click(iface, dock, CENTRE)  # imports and fonts belong to the first run of a session
    wait_for(lambda: not dock.session.runs.is_running)
    moments: list[tuple[float, float]] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: moments.append((time.perf_counter(), time.thread_time())))
    timer.start(5)
    click(iface, dock, ELSEWHERE)
    wait_for(lambda: not dock.session.runs.is_running and dock.panel.is_idle())
    timer.stop()

    pairs = list(zip(moments, moments[1:]))
    gaps = sorted(1000 * (b - a) for (a, _), (b, _) in pairs)
    longest_work_ms = max(1000 * (b - a) for (_, a), (_, b) in pairs)
    p99 = gaps[int(0.99 * len(gaps))]
    sys.stdout.write(
        f"\nstalls over {len(gaps)} ticks, {dock.panel.counts().dates} dates: "
        f"longest {gaps[-1]:.0f} ms, p99 {p99:.0f} ms\n"
    )
    assert dock.panel.counts().dates >= 24
    assert longest_work_ms < LONGEST_STALL_MS


def test_loading_takes_a_moment_only() -> None:
    """In a process of its own, as QGIS does at its start; printed with `-s`."""
    done = run_code(_LOADING)
    assert done.returncode == 0, done.stderr
    milliseconds, heavy = done.stdout.strip().splitlines()[-1].split(" ", 1)
    sys.stdout.write(f"\nplugin loaded in {float(milliseconds):.0f} ms\n")
    assert heavy == "[]"
    assert float(milliseconds) < 5 * 100


_LOADING = """
import sys, time
from qgis.core import QgsApplication
app = QgsApplication([], True)
app.initQgis()
import qgis.gui
from qgis.PyQt import QtWidgets
from types import SimpleNamespace
window = QtWidgets.QMainWindow()
iface = SimpleNamespace(mainWindow=lambda: window, addPluginToRasterMenu=print,
                        addToolBarIcon=print, removePluginRasterMenu=print, removeToolBarIcon=print)
before = set(sys.modules)  # newer QGIS loads numpy and shapely itself
began = time.process_time()
from tests.new_threads import NewThreads
from cbm_chips.plugin import CbmChipsPlugin
plugin = CbmChipsPlugin(iface)
plugin.initGui()
took = 1000 * (time.process_time() - began)
heavy = [name for name in ("numpy", "shapely", "rasterio", "osgeo", "pystac_client", "requests")
         if name in set(sys.modules) - before]
plugin.unload()
print(took, heavy)
"""


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
