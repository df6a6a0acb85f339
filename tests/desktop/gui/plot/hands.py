"""What is done to a plot, and what it shows."""

from __future__ import annotations

from typing import Any

from tests.core.series.made import CLOUDY, PARTLY, a_point, a_series

SERIES = a_series(0, 10, a_point(20, 0.3, PARTLY), a_point(30, 0.2, CLOUDY), 40, 100)


def place(view: Any, key: str) -> Any:
    return view.place_of(key).toPoint()


def click(view: Any, where: Any) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view, left, none, where)


def press_key(view: Any, name: str) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    QTest.keyClick(view, getattr(Qt.Key, f"Key_{name}"))


def told(signal: Any) -> list[str]:
    heard: list[str] = []
    signal.connect(heard.append)
    return heard


def pixel(image: Any, where: Any) -> str:
    return str(image.pixelColor(where).name())


def is_blue(name: str) -> bool:
    """As the first line, which may lie between two rows of pixels."""
    return int(name[5:7], 16) - int(name[1:3], 16) > 80


def shown(view: Any) -> Any:
    return view.grab().toImage()


def hover(view: Any, where: Any) -> None:
    from qgis.PyQt.QtCore import Qt

    move(view, where, Qt.MouseButton.NoButton)


def drag(view: Any, where: Any) -> None:
    from qgis.PyQt.QtCore import Qt

    move(view, where, Qt.MouseButton.LeftButton)


def move(view: Any, where: Any, buttons: Any) -> None:
    """QTest's moves depend on where the real pointer is."""
    from qgis.PyQt.QtCore import QEvent, QPointF, Qt
    from qgis.PyQt.QtGui import QMouseEvent
    from qgis.PyQt.QtWidgets import QApplication

    kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    modifiers = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, QPointF(where), none, buttons, modifiers)
    QApplication.sendEvent(view, event)


def wheel(view: Any, where: Any) -> None:
    from qgis.PyQt.QtCore import QPoint, QPointF, Qt
    from qgis.PyQt.QtGui import QWheelEvent
    from qgis.PyQt.QtWidgets import QApplication

    at, none = QPointF(where), Qt.MouseButton.NoButton
    modifiers, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, at, QPoint(), QPoint(0, 120), none, modifiers, phase, False)
    QApplication.sendEvent(view, event)
