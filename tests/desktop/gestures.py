"""What hands do, as events for a widget: a key, the wheel, a move of the mouse."""

from __future__ import annotations

from typing import Any


def key(widget: Any, name: str) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    QTest.keyClick(widget, getattr(Qt.Key, f"Key_{name}"))


def wheel(widget: Any, x: float, y: float, notches: int = 1) -> None:
    from qgis.PyQt.QtCore import QPoint, QPointF, Qt
    from qgis.PyQt.QtGui import QWheelEvent
    from qgis.PyQt.QtWidgets import QApplication

    at = QPointF(x, y)
    event = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def move_to(widget: Any, point: Any) -> None:
    """The event alone: a screen that nobody sees has no mouse to move."""
    from qgis.PyQt.QtCore import QEvent, QPointF, Qt
    from qgis.PyQt.QtGui import QMouseEvent
    from qgis.PyQt.QtWidgets import QApplication

    none = Qt.MouseButton.NoButton
    kind, held = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QMouseEvent(kind, QPointF(point), none, none, held))
