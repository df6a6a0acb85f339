"""As much of QGIS's window as the dock needs, and what a person does in it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from tests.sample_servers import Served

CENTRE = (5.664, 52.694)
PIXEL_DEGREES = 2e-4
"""Of the map, as `look_at` shows it; more than one."""
PATIENCE_S = 60.0
SLOW_S = 600.0
"""Of a server that nothing here waits for, as all has to come within `PATIENCE_S`."""


class FakeInterface:
    """As much of `iface` as the plugin asks for; counts what is there."""

    def __init__(self) -> None:
        from qgis.gui import QgsMapCanvas, QgsMessageBar
        from qgis.PyQt.QtWidgets import QAction, QMainWindow

        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.window.setCentralWidget(self.canvas)
        self.bar = QgsMessageBar(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        self.menu: list[Any] = []
        self.toolbar: list[Any] = []
        self.pages: list[Any] = []
        self.shown_options: list[str] = []
        self.tables: list[Any] = []
        """Layers whose attribute table was opened."""
        self.add_layer = QAction(self.window)

    def mainWindow(self) -> Any:
        return self.window

    def mapCanvas(self) -> Any:
        return self.canvas

    def showOptionsDialog(self, parent: Any, page: str) -> None:
        self.shown_options.append(page)

    def setActiveLayer(self, layer: Any) -> None:
        self.canvas.setCurrentLayer(layer)

    def actionAddOgrLayer(self) -> Any:
        return self.add_layer

    def showAttributeTable(self, layer: Any) -> None:
        self.tables.append(layer)

    def messageBar(self) -> Any:
        return self.bar

    def addPluginToRasterMenu(self, name: str, action: Any) -> None:
        self.menu.append(action)

    def removePluginRasterMenu(self, name: str, action: Any) -> None:
        self.menu.remove(action)

    def addToolBarIcon(self, action: Any) -> None:
        self.toolbar.append(action)

    def removeToolBarIcon(self, action: Any) -> None:
        self.toolbar.remove(action)

    def registerOptionsWidgetFactory(self, factory: Any) -> None:
        self.pages.append(factory)

    def unregisterOptionsWidgetFactory(self, factory: Any) -> None:
        self.pages.remove(factory)

    def addTabifiedDockWidget(self, area: Any, dock: Any, beside: Any, raised: bool) -> None:
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock: Any) -> None:
        self.window.removeDockWidget(dock)


def set_form(dock: Any, **changes: Any) -> None:
    june = {"period": "", "start": "2022-06-01", "end": "2022-06-30"}
    dock.form.change(replace(dock.form.state(), **{**june, **changes}))


def look_at(canvas: Any, point: tuple[float, float]) -> None:
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    x, y = point
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    canvas.setExtent(QgsRectangle(x - 0.02, y - 0.02, x + 0.02, y + 0.02))


def forget_settings() -> None:
    """As in a new profile."""
    from qgis.core import QgsSettings

    from cbm_chips.bridge.late_settings import LATE_SETTINGS

    LATE_SETTINGS.forget()
    QgsSettings().remove("cbm_chips")


def settle() -> None:
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_for(claim: Callable[[], Any], seconds: float = PATIENCE_S) -> None:
    """Until it is true once, in an event loop that sleeps, as QGIS's does."""
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    loop, timer, until = QEventLoop(), QTimer(), time.monotonic() + seconds
    is_true = bool(claim())

    def look() -> None:
        nonlocal is_true
        is_true = is_true or bool(claim())
        if is_true or time.monotonic() > until:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(10)
    if not is_true:
        (getattr(loop, "exec", None) or loop.exec_)()
    timer.stop()
    assert is_true, "waited in vain"


def wait_for_tasks() -> None:
    """Until QGIS has no task any more: none of them asks a server that turns slow now."""
    until = time.monotonic() + PATIENCE_S
    while _tasks():  # the end of one may be what begins the next
        wait_for(lambda: not _tasks() or time.monotonic() > until)
        settle()
        assert time.monotonic() < until, f"still there: {_tasks()}"


def _tasks() -> list[str]:
    from qgis.core import QgsApplication

    from cbm_chips.bridge.tasks.cbm_service import ServiceCall

    active = QgsApplication.taskManager().activeTasks()
    names = [f"{task.description()} ({task.status()})" for task in active]
    return names + ["a query of a server"] * ServiceCall.is_any_running()


def cancel_task(words: str) -> None:
    """As the user does in QGIS's list of tasks; the one whose name has these words."""
    from qgis.core import QgsApplication

    active = QgsApplication.taskManager().activeTasks()
    (task,) = [one for one in active if words in one.description()]
    task.cancel()


def click(iface: FakeInterface, dock: Any, point: tuple[float, float]) -> None:
    """With the mouse, where the point lies on the map."""
    point_at(iface, dock.picker.clickAction, point)


def read(iface: FakeInterface, dock: Any, point: tuple[float, float] = CENTRE) -> None:
    """Click and wait for the end."""
    click(iface, dock, point)
    assert dock.session.runs.is_running
    wait_for(lambda: not dock.session.runs.is_running)


def read_once(iface: FakeInterface, dock: Any, point: tuple[float, float] = CENTRE) -> None:
    """The same, unless a dock that was used before shows just that."""
    place = dock.session.place
    is_there = place is not None and place.outline is None and _is_at(place, point)
    if not is_there or not _is_on_show(dock):
        read(iface, dock, point)


def _is_at(place: Any, point: tuple[float, float]) -> bool:
    """As near as a click hits it."""
    return abs(place.lon - point[0]) + abs(place.lat - point[1]) < PIXEL_DEGREES


def show_once(dock: Any, place: Any) -> None:
    """Read a place to its end, unless a dock that was used before shows just that."""
    if dock.session.place != place or not _is_on_show(dock):
        dock.session.start(place)
        wait_for(lambda: not dock.session.runs.is_running)
    settle()


def _is_on_show(dock: Any) -> bool:
    """All dates of the place, as the form asks for them."""
    session, entries = dock.session, dock.session.entries()
    is_read = not (session.runs.is_running or session.is_outdated())
    return is_read and bool(entries) and all(entry.chip is not None for entry in entries)


def message(dock: Any) -> str:
    """What stands in place of the dates."""
    return dock.panel._message.text


def press(dock: Any) -> None:
    """The button below that."""
    dock.panel._message.buttons[0].click()


@contextmanager
def slow_files(servers: Served, ms: int) -> Iterator[None]:
    slow = {"match": "B0", "kind": "slow", "seconds": ms / 1000, "chunk": 1 << 20}
    servers.files.set_faults([slow])
    yield
    servers.files.set_faults([])


def click_parcel(iface: FakeInterface, dock: Any, point: tuple[float, float]) -> None:
    """The same with the parcel tool."""
    point_at(iface, dock.picker.parcelAction, point)


def point_at(iface: FakeInterface, tool: Any, point: tuple[float, float]) -> None:
    """A click with a tool, by its action."""
    from qgis.core import QgsPointXY
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    if not tool.isChecked():
        tool.trigger()
    pixel = iface.canvas.getCoordinateTransform().transform(QgsPointXY(*point))
    position = pixel.toQPointF().toPoint()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(iface.canvas.viewport(), left, none, position)


@contextmanager
def task_threads_taken() -> Iterator[None]:
    """As while QGIS reads a lot: no other task begins within."""
    from qgis.PyQt.QtCore import QThreadPool

    from cbm_chips.bridge.tasks.background_call import BackgroundCall

    threads, is_over = QThreadPool.globalInstance().maxThreadCount(), threading.Event()
    begun = threading.Semaphore(0)

    def hold() -> None:
        begun.release()
        is_over.wait()

    for _ in range(threads):
        BackgroundCall("held", hold).start()
    try:
        wait_for(lambda: begun._value == threads)
        yield
    finally:
        is_over.set()
