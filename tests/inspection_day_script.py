"""Run inside QGIS by `tests/inspection_day.py`: opens a queue, then tells what it is asked for.

A line comes through the pipe `CBM_CHIPS_ASKS`, its answer goes through `CBM_CHIPS_TELLS`; the keys
come from outside, as an inspector's would.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QSocketNotifier, Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QWidget
from qgis.utils import iface, plugins

PLAN = json.loads(os.environ["CBM_CHIPS_PLAN"])
ASKS, TELLS = int(os.environ["CBM_CHIPS_ASKS"]), int(os.environ["CBM_CHIPS_TELLS"])
SHORTCUTS = {
    "CbmChipsQueueSecondLook": "Ctrl+Alt+2",
    "CbmChipsExportAnswers": "Ctrl+Alt+E",
    "CbmChipsEvidenceParcel": "Ctrl+Alt+B",
}
"""Without keys as delivered; given as in QGIS's dialog of shortcuts."""


class Desk:
    """The dock of this QGIS."""

    def __init__(self) -> None:
        window = iface.mainWindow()
        window.setGeometry(QgsApplication.primaryScreen().availableGeometry())
        if not Path(PLAN["project"]).is_file():
            self._begin_project()
        menus = iface.rasterMenu().actions()
        shows = next(one for one in menus if one.text() == "CbM Chips").menu().actions()[0]
        if not shows.isChecked():  # it comes back by itself where it was open
            shows.trigger()
        self.dock = plugins["cbm_chips"].dock
        season = {"period": "", "start": PLAN["start"], "end": PLAN["end"]}
        self.dock.form.change(replace(self.dock.form.state(), source="sample", **season))
        window.findChild(QDockWidget, "Browser").hide()
        width = max(window.width() // 2, 330)
        window.resizeDocks([self.dock], [width], Qt.Orientation.Horizontal)
        self._give_keys()
        self._moved_at = time.monotonic()
        self._shown_s: list[float] = []
        self._timer = QTimer(self.dock, interval=5, timeout=self._look)
        self.dock.inspection.queue.moved.connect(self._on_moved)

    def answer(self, asked: dict[str, Any]) -> Any:
        """What is asked for by a name."""
        does: dict[str, Callable[[dict[str, Any]], Any]] = {
            "state": lambda _: self._state(),
            "open": self._open,
            "go on": lambda _: self.dock.inspection.desk.line.button.click(),
            "colour": lambda _: self.dock.inspection.results.on_map.action.trigger(),
            "seen": lambda _: self._seen(),
            "focus": lambda _: self._focus(),
            "shot": lambda a: QgsApplication.primaryScreen().grabWindow(0).save(a["path"]),
        }
        return does[asked["what"]](asked)

    def _begin_project(self) -> None:
        layer = QgsVectorLayer(f"{PLAN['parcels']}|layername=parcels", "Parcels", "ogr")
        QgsProject.instance().addMapLayer(layer)
        iface.setActiveLayer(layer)
        QgsProject.instance().write(PLAN["project"])

    def _give_keys(self) -> None:
        shortcuts = QgsGui.shortcutsManager()
        for one in shortcuts.listActions():
            if one.objectName() in SHORTCUTS:
                shortcuts.setKeySequence(one, SHORTCUTS[one.objectName()])

    def _open(self, asked: dict[str, Any]) -> None:
        """What a person enters in the dialog, with the mouse or without."""
        dialog = self.dock.inspection.desk.ask()
        dialog.fields.source.choose_file(asked["sample"])
        dialog.fields.record.setFilePath(asked["record"])
        dialog.fields.inspector.setText("A. Inspector")
        waiting = QTimer(dialog, interval=50)

        def accept_once_joined() -> None:
            if dialog.draft is None:
                return
            waiting.stop()
            table = dialog.fields.buckets
            for row in range(table.rowCount()):
                table.item(row, 3).setText(str(asked["wanted"]))
            dialog.grab().save(asked["shot"])
            dialog.accept()

        waiting.timeout.connect(accept_once_joined)
        waiting.start()

    def _focus(self) -> None:
        """As a click on the dates does."""
        iface.mainWindow().activateWindow()
        self.dock.panel.view.setFocus()

    def _on_moved(self) -> None:
        self._moved_at = time.monotonic()
        self._timer.start()

    def _look(self) -> None:
        """The time until all is painted."""
        if self._is_ready():
            self._shown_s.append(time.monotonic() - self._moved_at)
            self._timer.stop()

    def _is_ready(self) -> bool:
        dock = self.dock
        is_still = not dock.session.runs.is_running and dock.panel.is_idle()
        return is_still and dock.inspection.queue.is_on_show

    def _state(self) -> dict[str, Any]:
        inspection, session = self.dock.inspection, self.dock.session
        book, answers = inspection.queue, inspection.answers
        current = session.current.entry
        focus = QApplication.focusWidget()
        modal = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        return {
            "item": list(book.item.key) if book.item else None,
            "look": book.look,
            "is_open": book.is_open,
            "is_ready": book.is_open and self._is_ready(),
            "is_writing": answers.kept.is_writing,
            "is_reading_ahead": self.dock.queue.is_reading_ahead,
            "answered": {"|".join(key): one.answer.outcome for key, one in answers.newest.items()},
            "place": inspection.desk.bar.text,
            "offer": inspection.desk.line.text if inspection.desk.line.isVisible() else "",
            "date": current.scene.acquired.date().isoformat() if current else "",
            "flag": current.flag if current else "",
            "dates": len(self.dock.panel.entries()),
            "focus": type(focus).__name__ if focus else "",
            "window": modal.objectName() or type(modal).__name__ if modal else "",
            "can_undo": answers.can_undo,
            "can_redo": answers.can_redo,
            "draft": [answers.draft.reason, answers.draft.confidence_pct, answers.draft.comment],
            "shown_s": self._shown_s,
            "files": [str(path) for path in Path(PLAN["folder"]).glob("*")],
        }

    def _seen(self) -> dict[str, Any]:
        """All words that stand in the dock, and how the parcels are shown."""
        dock = self.dock
        words = [
            _words(one) for one in dock.findChildren(QWidget) if one.isVisibleTo(dock.window())
        ]
        layers = [
            one
            for one in QgsProject.instance().mapLayers().values()
            if isinstance(one, QgsVectorLayer) and one.isSpatial()
        ]
        return {
            "words": "\n".join(words),
            "renderers": [one.renderer().type() for one in layers],
            "joins": [len(one.vectorJoins()) for one in layers],
            "tips": [one.mapTipTemplate() for one in layers],
        }


def _words(widget: QWidget) -> str:
    parts = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    text = getattr(widget, "text", None)
    if callable(text):
        parts.append(str(text()))
    return " ".join(parts)


def serve(desk: Desk) -> QSocketNotifier:
    """A line is a question."""
    kept = {"rest": b""}

    def hear(*_: object) -> None:
        kept["rest"] += os.read(ASKS, 65536)
        while b"\n" in kept["rest"]:
            line, _, kept["rest"] = kept["rest"].partition(b"\n")
            try:
                told: Any = {"told": desk.answer(json.loads(line))}
            except Exception:  # noqa: BLE001 - who asked is told
                told = {"problem": traceback.format_exc()}
            os.write(TELLS, (json.dumps(told, default=str) + "\n").encode())

    notifier = QSocketNotifier(ASKS, QSocketNotifier.Type.Read, iface.mainWindow())
    notifier.activated.connect(hear)
    return notifier


try:
    KEPT = serve(Desk())
    os.write(TELLS, b'{"told": "ready"}\n')
except Exception:  # noqa: BLE001 - QGIS would show it in a window that nobody sees
    traceback.print_exc()
    sys.stderr.flush()
    os._exit(1)
