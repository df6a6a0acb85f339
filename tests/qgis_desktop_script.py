"""Run inside QGIS by `tests/qgis_desktop.py`: parcels on the map, the dock open, a first series.

Where `CBM_CHIPS_SHOTS` names a folder, pictures of the screen are left there and QGIS ends; with
`inspection/sample.csv` in it the last one is of an inspection, whose record is kept. Where
`CBM_CHIPS_WALK` is a pipe's number, nothing is clicked: lines tell somebody outside where to.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface, plugins

CATALOG = Path(os.environ["CBM_CHIPS_CATALOG"])
SHOTS = os.environ.get("CBM_CHIPS_SHOTS", "")
PARCEL = "315141"
WALK = os.environ.get("CBM_CHIPS_WALK", "")
GIVE_UP_MS = 180_000
INSPECTION, SAMPLE_CSV, RECORD = "inspection", "sample.csv", "inspection.gpkg"
QUESTIONS = (
    ("BISS", "Is the declared crop there?", ""),
    ("ECO-2", "Was it mown before 1 July?", "No mowing"),
)
WINDOWS = '[["No mowing", "03-15", "07-01"]]'
ANSWERS = "11231"
"""Keys, one for each of the first parcels."""


def begin() -> None:
    """Parcels, map, dock, series."""
    iface.mainWindow().setGeometry(QgsApplication.primaryScreen().availableGeometry())
    layer = _parcels()
    action = next(one for one in iface.rasterMenu().actions() if one.text() == "CbM Chips").menu()
    action.actions()[0].trigger()
    dock = plugins["cbm_chips"].dock
    season = {"period": "", "start": "2022-03-01", "end": "2022-05-12" if WALK else "2022-10-31"}
    dock.form.change(replace(dock.form.state(), source="sample", **season))
    window = iface.mainWindow()
    window.findChild(QDockWidget, "Browser").hide()
    window.resizeDocks([dock], [max(window.width() * 2 // 5, 330)], Qt.Orientation.Horizontal)
    iface.setActiveLayer(layer)
    if SHOTS:
        _when_read(dock, _shoot)
        QTimer.singleShot(GIVE_UP_MS, lambda: _end("the series did not come"))
    QTimer.singleShot(1000, lambda: _settle(dock, layer))


def _when_read(dock: object, then: Callable[[object], object]) -> None:
    """At the end of the next run, and of no other."""

    def go(_: object) -> None:
        dock.session.runs.ended.disconnect(go)
        QTimer.singleShot(1500, lambda: then(dock))

    dock.session.runs.ended.connect(go)


def _parcels() -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{CATALOG.parent / 'parcels.gpkg'}|layername=parcels", "Parcels", "ogr")
    symbol = layer.renderer().symbol()
    symbol.setColor(QColor(214, 206, 160))
    symbol.symbolLayer(0).setStrokeColor(QColor(120, 110, 70))
    QgsProject.instance().addMapLayer(layer)
    return layer


def _settle(dock: object, layer: QgsVectorLayer) -> None:
    """Later than the first layer, whose CRS becomes the project's."""
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:32631"))
    iface.mapCanvas().setExtent(QgsRectangle(678900, 5840800, 681200, 5842400))
    QTimer.singleShot(1500, lambda: _pick(dock, layer))


def _pick(dock: object, layer: QgsVectorLayer) -> None:
    """What a click with the parcel tool does."""
    dock.picker.parcelAction.trigger()
    feature = next(one for one in layer.getFeatures() if one["id"] == PARCEL)
    canvas = iface.mapCanvas()
    project = QgsProject.instance()
    way = QgsCoordinateTransform(layer.crs(), project.crs(), project)
    centre = way.transform(feature.geometry().centroid().asPoint())
    there = canvas.getCoordinateTransform().transform(centre)
    where = QPoint(int(there.x()), int(there.y()))
    if WALK:
        dock.session.runs.ended.connect(lambda _: _once_painted(dock, _tell_series))
        dock.layers.loader.loaded.connect(
            lambda layers: _tell("layers", [x.name() for x in layers])
        )
        dock.panel.controls._filter.activated.connect(
            lambda _: QTimer.singleShot(0, partial(_tell_filter, dock))
        )
        _tell("parcel", _on_screen(canvas.viewport(), where))
        return
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=where)


def _once_painted(dock: object, then: Callable[[object], object]) -> None:
    """When nothing is read and no picture is painted any more."""
    if dock.session.runs.is_running or not dock.panel.is_idle():
        QTimer.singleShot(20, lambda: _once_painted(dock, then))
    else:
        then(dock)


def _tell_series(dock: object) -> None:
    """Where to click, and what is seen of the place."""
    view, controls, current = dock.panel.view, dock.panel.controls, dock.session.current.entry
    shown = dock.session.shown.request.place
    place = view.visualRect(view.currentIndex())
    canvas = iface.mapCanvas()
    middle = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"),
        canvas.mapSettings().destinationCrs(),
        QgsProject.instance(),
    ).transform(QgsPointXY(shown.lon, shown.lat))
    seen = {
        "first": _on_screen(view.viewport(), view.visualRect(view.model().index(0, 0)).center()),
        "filter": _on_screen(controls._filter, controls._filter.rect().center()),
        "place": shown.label,
        "dates": view.model().rowCount(),
        "is_filtered": controls.filter,
        "date": current.scene.acquired.date().isoformat() if current else "",
        "is_in_sight": current is not None and view.viewport().rect().contains(place.center()),
        "fits": controls._fit.isChecked(),
        "picture_px": controls._size.value(),
        "scale": round(canvas.scale()),
        "is_on_map": canvas.extent().contains(middle),
    }
    _tell("series", seen)


def _tell_filter(dock: object) -> None:
    """When its list is gone, also for the screen: a click on the dates would only close it."""
    QgsApplication.sync()
    _tell("filter", dock.panel.controls.filter)


def _on_screen(widget: object, where: QPoint) -> list[int]:
    there = widget.mapToGlobal(where)
    return [there.x(), there.y()]


def _tell(what: str, value: object) -> None:
    """One line through the pipe that `CBM_CHIPS_WALK` names."""
    os.write(int(WALK), (json.dumps([what, value]) + "\n").encode())


def _shoot(dock: object) -> None:
    clear = [entry for entry in dock.panel.entries() if entry.flag == "clear"]
    dock.layers.loader.loaded.connect(lambda _: _once_drawn(_pictures))
    dock.panel.loadRequested.emit(clear[-3:])


def _once_drawn(then: Callable[[], object]) -> None:
    """A moment after the map was drawn, however long a busy machine takes for it."""
    if iface.mapCanvas().isDrawing():
        QTimer.singleShot(200, lambda: _once_drawn(then))
    else:
        QTimer.singleShot(1500, then)


def _pictures() -> None:
    """In light, then of an inspection, then the first one again in the dark, from which no theme
    of QGIS comes back unharmed."""
    _picture("dock-light")
    if (Path(SHOTS) / INSPECTION / SAMPLE_CSV).is_file():
        _inspect()
    else:
        _darken()


def _darken() -> None:
    QgsApplication.setUITheme("Night Mapping")
    QTimer.singleShot(500, lambda: _once_drawn(_last_picture))


def _last_picture() -> None:
    _picture("dock-dark")
    _end("")


def _inspect() -> None:
    """A sample's queue, a few answers by their keys, and what the desk is like then."""
    dock, folder = plugins["cbm_chips"].dock, Path(SHOTS) / INSPECTION
    inspection = dock.inspection
    _ask_by(inspection)
    dialog = inspection.desk.ask()
    dialog.fields.source.choose_file(str(folder / SAMPLE_CSV))
    dialog.fields.record.setFilePath(str(folder / RECORD))
    dialog.fields.inspector.setText("A. Visser")
    _once(lambda: dialog.draft is not None, lambda: _open(dialog))


def _ask_by(inspection: object) -> None:
    """Questions and a window, as the options have them."""
    root = type(inspection).__module__.partition(".gui.")[0]
    settings = importlib.import_module(f"{root}.gui.session.inspection.settings")
    store = importlib.import_module(f"{root}.gui.session.form_values.store")
    values = importlib.import_module(f"{root}.core.inspection.values")
    questions = tuple(values.InspectionQuestion(*row) for row in QUESTIONS)
    windows = store.windows_of_text(WINDOWS)
    settings.save_scheme(replace(settings.load_scheme(), questions=questions, windows=windows))
    inspection.refresh()


def _open(dialog: object) -> None:
    dock = plugins["cbm_chips"].dock
    dialog.accept()
    _show_dates(dock, False)
    _once(lambda: dock.inspection.queue.is_open, lambda: _answer(dock, ANSWERS))


def _show_dates(dock: object, is_shown: bool) -> None:
    """On the map; they would lie over the parcels."""
    dock.preview.action.setChecked(is_shown)
    for group in QgsProject.instance().layerTreeRoot().children():
        if group.name() == PARCEL:
            group.setItemVisibilityChecked(is_shown)


def _answer(dock: object, keys: str) -> None:
    """One parcel after the other, each when all of it is read and seen."""
    inspection = dock.inspection

    def is_ready() -> bool:
        is_read = inspection.queue.is_on_show and not dock.session.runs.is_running
        is_seen = dock.panel.is_idle() and dock.plot.is_idle()
        return is_read and is_seen and not inspection.answers.kept.is_writing

    def go_on() -> None:
        if keys:
            inspection.actions.slots[keys[0]].trigger()
            _answer(dock, keys[1:])
        else:
            inspection.results.on_map.action.setChecked(True)
            QTimer.singleShot(500, lambda: _once_drawn(lambda: _leave(dock)))

    _once(is_ready, go_on)


def _leave(dock: object) -> None:
    """As the dock was before, its record closed."""
    inspection = dock.inspection
    _picture(INSPECTION)
    inspection.results.on_map.action.setChecked(False)
    inspection.desk.close()
    inspection.answers.unload()
    inspection.actions.switch.setChecked(False)
    _show_dates(dock, True)
    _when_read(dock, lambda _: _darken())
    _pick(dock, iface.activeLayer())


def _once(claim: Callable[[], bool], then: Callable[[], object]) -> None:
    if claim():
        then()
    else:
        QTimer.singleShot(20, lambda: _once(claim, then))


def _picture(name: str) -> None:
    screen = QgsApplication.primaryScreen()
    screen.grabWindow(0).save(str(Path(SHOTS) / f"{name}.png"))


def _end(problem: str) -> None:
    """At once: nobody is there to answer what QGIS asks on leaving."""
    if problem:
        sys.stderr.write(f"{problem}\n")
    os._exit(bool(problem))


try:
    begin()
except Exception:  # noqa: BLE001 - QGIS would show it in a window that nobody sees
    traceback.print_exc()
    if SHOTS:
        _end("failed")
