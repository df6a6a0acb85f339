"""Where the dock was left: in QGIS's window and how wide, or on its own, on which screen."""

from __future__ import annotations

from contextlib import suppress

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, QObject, QRect, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QMainWindow

from ...session.form_values import store

FLOATS, GEOMETRY, WIDTH = "dock_floats", "dock_geometry", "dock_width"
YES, NO = "yes", "no"
LEAST_SEEN_PX = 60
"""So much of a window has to lie on a screen to be found there."""


class DockMemory(QObject):
    """Belongs to one dock; kept in the profile's settings."""

    def __init__(self, dock: QgsDockWidget) -> None:
        """Remembers nothing before `restore`."""
        super().__init__(dock)
        self._dock = dock

    def restore(self) -> None:
        """Once the dock is in QGIS's window: as it was left, on a screen that is still there."""
        dock, kept = self._dock, _rectangle(store.recall_grid(GEOMETRY, ""))
        if store.recall_grid(FLOATS, NO) == YES:
            dock.setFloating(True)
            if kept is not None and is_on_a_screen(kept):
                dock.setGeometry(kept)
        else:
            self._widen()
        dock.installEventFilter(self)
        dock.topLevelChanged.connect(self._note)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._note()
        return bool(super().eventFilter(watched, event))

    def _widen(self) -> None:
        window, width = self._dock.parentWidget(), store.recall_grid(WIDTH, "")
        if isinstance(window, QMainWindow) and width.isdecimal():
            window.resizeDocks([self._dock], [int(width)], Qt.Orientation.Horizontal)

    def _note(self, *_: object) -> None:
        dock = self._dock
        if not dock.isVisible():
            return
        store.remember_grid(FLOATS, YES if dock.isFloating() else NO)
        if dock.isFloating():
            box = dock.geometry()
            sizes = (box.x(), box.y(), box.width(), box.height())
            store.remember_grid(GEOMETRY, " ".join(map(str, sizes)))
        else:
            store.remember_grid(WIDTH, dock.width())


def is_on_a_screen(box: QRect) -> bool:
    """Enough of it to be found, on one of the screens that are there now."""
    seen = (screen.availableGeometry().intersected(box) for screen in QGuiApplication.screens())
    return any(min(part.width(), part.height()) >= LEAST_SEEN_PX for part in seen)


def _rectangle(text: str) -> QRect | None:
    with suppress(ValueError):
        left, top, width, height = map(int, text.split())
        return QRect(left, top, width, height)
    return None
