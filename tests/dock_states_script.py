"""Run inside QGIS by `tests/pictures.py`: a picture of the screen for every state of the dock.

`CBM_CHIPS_STATES` is a JSON object, see `dock_screen.Plan`.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRectangle,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface, plugins

PLAN_TEXT = os.environ["CBM_CHIPS_STATES"]
sys.path.append(json.loads(PLAN_TEXT)["tests"])

from dock_screen import Plan, dress, post, show_table, tr, wait, wait_for  # noqa: E402

PLAN = Plan(**json.loads(PLAN_TEXT))
FLOATING_PX = 900
SEASON = {"start": "2022-03-01", "end": "2022-10-31"}
JUNE = {"start": "2022-06-01", "end": "2022-06-30"}
NOTHING = {"start": "2023-06-01", "end": "2023-06-30"}


class Photographer:
    """Brings the dock into its states, one after another."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.inspection: Any = None
        self.layer = self._open_parcels()
        menu = next(one for one in iface.rasterMenu().actions() if one.text() == "CbM Chips").menu()
        menu.actions()[0].trigger()
        self.dock = plugins["cbm_chips"].dock
        self._put_in_place()

    def empty(self) -> None:
        self.dock.form.box.setCollapsed(True)

    def form(self) -> None:
        self.dock.form.box.setCollapsed(False)

    def busy(self) -> None:
        self._read(**SEASON)
        wait_for(lambda: self.dock.panel.counts().done >= 5)

    def done(self) -> None:
        wait_for(self._is_idle)

    def plotted(self) -> None:
        self.dock.plot.action.trigger()
        wait_for(lambda: self._is_idle() and bool(self.dock.plot.panel.series))
        points = self.dock.plot.panel.series[0].points
        self.dock.session.current.go_to(points[len(points) // 3].key)

    def smoothed(self) -> None:
        controls = self.dock.plot.panel.controls
        for one in controls.names.menu().actions():
            if one.text().startswith("NDWI"):
                one.trigger()
        controls.choose_strength(100.0)
        wait_for(lambda: bool(self.dock.plot.panel.view.content.curves))
        wait_for(self._is_idle)

    def judged(self) -> None:
        """An event against a window, and the band of the neighbours of the same crop."""
        judging = self.dock.judging
        book = judging.events
        store = self._module("gui.session.form_values.store")
        book.set_windows(store.windows_of_text('[["No mowing", "03-15", "07-01"]]'))
        book.choose_window("No mowing")
        clear = [entry for entry in self.dock.panel.entries() if entry.flag == "clear"]
        for mark, entry in zip((judging.actions.before, judging.actions.after), clear[4:6]):
            self.dock.session.current.go_to(entry.scene.id)
            mark.trigger()
        judging.band.action.trigger()
        wait_for(lambda: not judging.band.is_reading)

    def unplotted(self) -> None:
        """The next states are without it."""
        self.dock.plot.panel.controls.choose_strength(0.0)
        self.dock.plot.action.trigger()
        self.dock.judging.band.action.trigger()
        self.dock.judging.switch.trigger()

    def series_table(self) -> None:
        """The numbers of all parcels as a table, and the season of one of them as a plot."""
        chips = Path(QgsApplication.qgisSettingsDirPath(), "chips")
        QgsSettings().setValue("cbm_chips/chips_folder", str(chips))
        window = iface.mainWindow()
        window.resizeDocks([self.dock], [window.width() * 9 // 20], Qt.Orientation.Horizontal)
        self._read(source="sample", **SEASON)
        wait_for(self._is_idle)
        self._look("NDVI")
        self.plotted()
        entries = self.dock.panel.entries()
        clear = [one for one in entries if one.flag is not None and one.flag.value == "clear"]
        self.dock.session.current.go_to(clear[len(clear) // 2].scene.id)
        series = self.dock.series
        series.of_all.trigger()
        wait_for(lambda: not series.stopping.isVisible())
        layers = QgsProject.instance().mapLayers().values()
        table = next(one for one in layers if one.name().startswith("NDVI"))
        show_table(table, window.geometry())

    def index(self) -> None:
        self._look("NDVI")

    def classes(self) -> None:
        self.dock.session.current.go_to(self.dock.panel.entries()[1].scene.id)
        self._look("SCL")

    def large(self) -> None:
        self._look("True colour")
        wait_for(self._is_idle)
        self.dock.panel.pages.open_large()

    def zoomed(self) -> None:
        self._look("NDVI")
        canvas = self.dock.panel.pages.large._picture
        self.dock.panel.view.section.zoom(3, canvas.room)
        canvas.hovered.emit(QPointF(0.5, 0.5))

    def all_zoomed(self) -> None:
        """Two dates are marked, and all show the same section."""
        self.dock.panel.pages.close_large()
        self._look("True colour")
        entries = self.dock.panel.entries()
        clear = [one for one in entries if one.flag is not None and one.flag.value == "clear"]
        for letter, entry in zip("QW", clear[2:]):
            self.dock.panel.go_to(entry.scene.id)
            self.dock.compare.letters[letter].trigger()

    def compared(self) -> None:
        self.dock.panel.view.section.fit()
        self._look("NDVI")
        self.dock.compare.show_both()
        wait(200)
        self.dock.compare.view.panes[0].canvas.hovered.emit(QPointF(0.45, 0.52))

    def difference(self) -> None:
        chips = Path(QgsApplication.qgisSettingsDirPath(), "chips")
        QgsSettings().setValue("cbm_chips/chips_folder", str(chips))
        self.dock.compare.load_difference()
        wait_for(lambda: self.dock.compare.view.change is not None)
        wait(500)
        self.dock.picker.zoom_to_place()

    def swiped(self) -> None:
        self.dock.compare.close()
        self._look("True colour")
        swipe = self.dock.compare.swipe
        swipe.start()
        wait_for(lambda: swipe.item is not None and swipe.item.rendered is not None)

    def unmarked(self) -> None:
        self.dock.compare.close()
        self.dock.session.compared.clear()

    def partial(self) -> None:
        self.dock.panel.pages.close_large()
        self._look("True colour")
        post(f"{self.plan.files}/__faults__", [{"match": "202206.*B11", "kind": "404"}])
        self._read(composite="B08_B11_B04", **SEASON)
        wait_for(self._is_idle)
        post(f"{self.plan.files}/__faults__", [])

    def too_small(self) -> None:
        """The chip holds a part of the parcel."""
        self._read(size_m=160, **JUNE)
        wait_for(self._is_idle)

    def several(self) -> None:
        self.layer.selectByIds(self.layer.allFeatureIds()[:5])
        self._change(**JUNE)
        self.dock.picker.selectedAction.trigger()
        read = tr("Parcel {number} of {count}, {done} read").format(number=1, count=5, done=5)
        wait_for(lambda: read in self.dock.queue.bar.text)

    def nothing_found(self) -> None:
        self._read(**NOTHING)
        wait_for(self._is_idle)
        wait(1000)  # until the nearest date is found

    def login_refused(self) -> None:
        post(f"{self.plan.api}/__switch__", {"fail_first_n": 99, "fail_status": 401})
        self._read(start="2022-06-02", end="2022-06-29")
        wait_for(self._is_idle)
        post(f"{self.plan.api}/__switch__", {"fail_first_n": 0})

    def unreachable(self) -> None:
        self._read(source="http://127.0.0.1:9/stac", **JUNE)
        wait_for(self._is_idle)

    def invalid(self) -> None:
        self._read(size_m=1290, **JUNE)

    def take(self) -> None:
        """All of them, in this order."""
        states = (
            "empty",
            "form",
            "busy",
            "done",
            *("plotted", "judged", "smoothed", "unplotted"),
            "index",
            "classes",
            "large",
            "zoomed",
            *("all_zoomed", "compared", "difference", "swiped", "unmarked"),
            "partial",
            "too_small",
            "several",
        )
        refused = ("nothing_found", "login_refused", "unreachable", "invalid")
        for number, name in enumerate(self.plan.states or (*states, *refused), 1):
            self._state(name)()
            wait(600)
            shot = QgsApplication.primaryScreen().grabWindow(0)
            shot.save(str(Path(self.plan.folder, f"{number:02d}-{name.replace('_', '-')}.png")))

    def _state(self, name: str) -> Callable[[], None]:
        """Of the dock, or else of an inspection in it."""
        if hasattr(self, name):
            return getattr(self, name)
        if self.inspection is None:
            states = importlib.import_module("inspection_states")
            self.inspection = states.InspectionStates(self, wait_for)
        return getattr(self.inspection, name)

    def _module(self, name: str) -> Any:
        """Of the plugin, under whatever name QGIS has loaded it."""
        root = type(self.dock).__module__.partition(".gui.")[0]
        return importlib.import_module(f"{root}.{name}")

    def _open_parcels(self) -> QgsVectorLayer:
        layer = QgsVectorLayer(f"{self.plan.parcels}|layername=parcels", "Parcels", "ogr")
        QgsProject.instance().addMapLayer(layer)
        wait(500)  # the first layer's CRS becomes the project's
        QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:32631"))
        iface.mapCanvas().setExtent(QgsRectangle(678900, 5840800, 681200, 5842400))
        iface.setActiveLayer(layer)
        return layer

    def _put_in_place(self) -> None:
        window = iface.mainWindow()
        window.findChild(QDockWidget, "Browser").hide()
        if self.plan.is_floating:
            self.dock.setFloating(True)
            self.dock.move(100, 60)
            self.dock.resize(FLOATING_PX, 2 * FLOATING_PX // 3)
        else:
            window.resizeDocks([self.dock], [self.plan.docked_px], Qt.Orientation.Horizontal)
        wait(700)

    def _change(self, **changes: object) -> None:
        known = {"period": "", "source": self.plan.api, "size_m": 1280, **changes}
        self.dock.form.change(replace(self.dock.form.state(), **known))

    def _read(self, **changes: object) -> None:
        self._change(**changes)
        self.layer.selectByExpression("id = '315141'")
        self.dock.picker.selectedAction.trigger()

    def _look(self, name: str) -> None:
        """By its button."""
        next(one for one in self.dock.looks.keyed if one.text() == tr(name)).trigger()
        wait_for(self._is_idle)

    def _is_idle(self) -> bool:
        parts = (self.dock.panel, self.dock.plot)
        return not self.dock.session.runs.is_running and all(one.is_idle() for one in parts)


try:
    dress(PLAN)
    Photographer(PLAN).take()
except Exception:  # noqa: BLE001 - QGIS would show it in a window that nobody sees
    traceback.print_exc()
    os._exit(1)
os._exit(0)
