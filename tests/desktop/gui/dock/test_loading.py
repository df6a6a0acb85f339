"""The plugin comes and goes, and leaves QGIS awake meanwhile."""

from __future__ import annotations

import gc
import sys
import time
from typing import Any

from tests.desktop.own_process import run_code
from tests.desktop.window import (
    CENTRE,
    click,
    set_form,
    settle,
    wait_for,
)
from tests.new_threads import NewThreads
from tests.sample_servers import Served

ELSEWHERE = (5.668, 52.692)
LONGEST_STALL_MS = 400


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
