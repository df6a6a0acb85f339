"""A process of its own in which one window after another goes, each from a state, in a way.

An exception in a slot or in a virtual method ends it with SIGABRT, as nothing here sets a hook.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from tests.desktop.running import memory_layer
from tests.desktop.window import CENTRE, FakeInterface, click, look_at, set_form, settle, wait_for

_KEPT: list[Any] = []
"""As in QGIS, application and interface outlive every function of Python's."""
QUIET_S = 1.0
"""So long the event loop goes on once the window is gone: what is still under way comes back."""


def _wait(seconds: float) -> None:
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(int(1000 * seconds), loop.quit)
    (getattr(loop, "exec", None) or loop.exec_)()


def _nothing(iface: FakeInterface, plugin: Any) -> None:
    iface.menu[0].trigger()
    settle()


def _preparing(iface: FakeInterface, plugin: Any) -> None:
    """In the midst of what is done ahead of the first run."""
    _nothing(iface, plugin)
    set_form(plugin.dock, source=os.environ["CBM_CHIPS_TEST_SOURCE"])
    wait_for(lambda: plugin.dock.session.warm_start.is_running)


def _reading(iface: FakeInterface, plugin: Any) -> None:
    _nothing(iface, plugin)
    set_form(plugin.dock, source=os.environ["CBM_CHIPS_TEST_SOURCE"])
    click(iface, plugin.dock, CENTRE)
    wait_for(plugin.dock.panel.entries)


def _shown(iface: FakeInterface, plugin: Any) -> None:
    """With a preview on the map and, just being read, the parcels around."""
    from qgis.core import QgsProject

    _reading(iface, plugin)
    wait_for(lambda: not plugin.dock.session.runs.is_running and plugin.dock.panel.is_idle())
    plugin.dock.panel.go_to(plugin.dock.panel.entries()[-1].scene.id)
    layer = memory_layer("EPSG:4326", a="Polygon((5.66 52.69, 5.67 52.69, 5.67 52.7, 5.66 52.69))")
    QgsProject.instance().addMapLayer(layer)
    iface.canvas.setLayers([layer])
    plugin.dock.neighbours.action.trigger()


def _layers(iface: FakeInterface, plugin: Any) -> None:
    _shown(iface, plugin)
    plugin.dock.layers.load(plugin.dock.panel.entries())


def _queue(iface: FakeInterface, plugin: Any) -> None:
    from cbm_chips.core import Place

    _nothing(iface, plugin)
    set_form(plugin.dock, source=os.environ["CBM_CHIPS_TEST_SOURCE"])
    x, y = CENTRE
    plugin.dock.queue.begin([Place(x + 0.0001 * step, y, f"{step}") for step in range(5)])
    wait_for(lambda: plugin.dock.queue._ahead.is_reading)


def _dialogs(iface: FakeInterface, plugin: Any) -> None:
    from qgis.PyQt.QtCore import QPoint

    _shown(iface, plugin)
    dock = plugin.dock
    index = dock.panel.view.model().index(0, 0)
    menu = dock.panel.menu.made(index)
    menu.popup(QPoint(10, 10))
    dock.panel._exporter.ask_and_save(_target(index))
    dock.layers.sheet.action.trigger()
    _options(iface, plugin)


def _target(index: Any) -> Any:
    from cbm_chips.gui.thumbnails.controls.menu import MenuTarget
    from cbm_chips.gui.thumbnails.grid.model import Role

    entry = index.data(int(Role.ENTRY))
    picture, overlay = index.data(int(Role.PICTURE)), index.data(int(Role.OVERLAY))
    return MenuTarget((entry,), entry, picture, overlay)


def _typing(iface: FakeInterface, plugin: Any) -> None:
    """A field that has the focus tells that it was left, also where it is deleted."""
    from qgis.PyQt.QtTest import QTest

    _shown(iface, plugin)
    iface.window.activateWindow()
    plugin.dock.form.box.setCollapsed(False)
    line = plugin.dock.form.source.lineEdit()
    line.setFocus()
    settle()
    line.selectAll()
    QTest.keyClicks(line, "/tmp/elsewhere")


def _options(iface: FakeInterface, plugin: Any) -> None:
    from qgis.PyQt.QtWidgets import QDialog, QVBoxLayout

    from cbm_chips.bridge.sources.providers import ProviderRow

    dialog = QDialog(iface.window)
    page = iface.pages[0].createWidget(dialog)
    QVBoxLayout(dialog).addWidget(page)
    url = os.environ["CBM_CHIPS_TEST_SOURCE"]
    page.sources.show_rows([ProviderRow("own", "own", url, is_own=True)])
    dialog.show()
    page.sources.test.click()


STATES = {
    "nothing": _nothing,
    "preparing": _preparing,
    "reading": _reading,
    "shown": _shown,
    "layers": _layers,
    "queue": _queue,
    "dialogs": _dialogs,
    "options": _options,
    "typing": _typing,
}


def _delete(iface: FakeInterface, plugin: Any) -> None:
    from qgis.PyQt import sip

    sip.delete(iface.window)
    _go_on(iface, plugin)


def _close_and_delete_later(iface: FakeInterface, plugin: Any) -> None:
    iface.window.close()
    iface.window.deleteLater()
    settle()
    _go_on(iface, plugin)


def _delete_canvas_first(iface: FakeInterface, plugin: Any) -> None:
    from qgis.PyQt import sip

    sip.delete(iface.canvas)
    _wait(QUIET_S)
    if plugin.dock is not None:
        plugin.dock.keyPressEvent(_escape())
        plugin.dock.picker.zoom_to_place()
        plugin.dock.preview.action.trigger()
        plugin.dock.neighbours.action.trigger()
        plugin.dock.layers.removal.remove_all()
    _delete(iface, plugin)


def _delete_dock_first(iface: FakeInterface, plugin: Any) -> None:
    from qgis.PyQt import sip

    if plugin.dock is not None:
        sip.delete(plugin.dock)
    _go_on(iface, plugin)
    _delete(iface, plugin)


def _unload_afterwards(iface: FakeInterface, plugin: Any) -> None:
    _delete(iface, plugin)
    plugin.unload()
    plugin.unload()
    settle()


def _end(iface: FakeInterface, plugin: Any) -> None:
    """Python goes first."""


def _lose_interface(iface: FakeInterface, plugin: Any) -> None:
    """As QGIS's own interface, which goes with its window."""
    from qgis.PyQt import sip

    window = iface.window
    iface.mainWindow = lambda: None  # type: ignore[method-assign]
    window.hide()
    _wait(0.0)
    sip.delete(window)
    _go_on(iface, plugin)


WAYS = {
    "delete": _delete,
    "close": _close_and_delete_later,
    "canvas": _delete_canvas_first,
    "dock": _delete_dock_first,
    "unload": _unload_afterwards,
    "end": _end,
    "interface": _lose_interface,
}


def _go_on(iface: FakeInterface, plugin: Any) -> None:
    """Whatever may still come: news of tasks, another project, other options, another click."""
    from qgis.core import QgsProject

    _wait(QUIET_S)
    QgsProject.instance().clear()
    QgsProject.instance().readProject.emit(_document())
    for page in iface.pages:
        page.applied.emit()
    _wait(0.0)


def _document() -> Any:
    from qgis.PyQt.QtXml import QDomDocument

    return QDomDocument()


def _escape() -> Any:
    from qgis.PyQt.QtCore import QEvent, Qt
    from qgis.PyQt.QtGui import QKeyEvent

    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)


def _tell(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main(*stories: str) -> None:
    """Each story is a state and a way, as "reading unload"; its word is told when it has ended."""
    from qgis.core import QgsApplication

    app = QgsApplication([], True)
    app.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath(), "python", "plugins")))
    _KEPT.append(app)
    caches = Path(os.environ["CBM_CHIPS_CACHE"])
    for story in stories:
        os.environ["CBM_CHIPS_CACHE"] = str(caches / story)  # all is read anew
        _play(*story.split())
        _tell(story)


def _play(state: str, way: str) -> None:
    from cbm_chips.plugin import CbmChipsPlugin

    iface = FakeInterface()
    look_at(iface.canvas, CENTRE)
    plugin = CbmChipsPlugin(iface)
    _KEPT.extend((iface, plugin))
    plugin.initGui()
    settle()
    STATES[state](iface, plugin)
    WAYS[way](iface, plugin)
