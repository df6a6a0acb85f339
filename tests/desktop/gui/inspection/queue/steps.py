"""What an inspector does with a queue in the dock, step by step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.desktop.window import settle, wait_for

HEADER = "bucket_id,gsa_par_id,gsa_hol_id,ranking,covered,order_added"


def dialog_of(desk: Any, source: Path | str, record: Path) -> Any:
    """The dialog, as soon as it has joined."""
    dialog = desk.ask()
    if isinstance(source, Path):
        dialog.fields.source.choose_file(str(source))
    else:
        dialog.fields.source.choose(source)
    dialog.fields.record.setFilePath(str(record))
    wait_for(lambda: dialog.draft is not None)
    return dialog


def open_queue(
    desk: Any, source: Path | str, record: Path, *, wanted: dict[str, str] | None = None
) -> None:
    dialog = dialog_of(desk, source, record)
    enter(dialog.fields.buckets, wanted or {})
    dialog.accept()
    wait_for(lambda: desk.book.is_open)
    settle()


def enter(table: Any, wanted: dict[str, str], column: int = 3) -> None:
    for row in range(table.rowCount()):
        code = table.item(row, 0).text()
        if code in wanted:
            table.item(row, column).setText(wanted[code])


def shown(dock: Any) -> str:
    """The parcel on show, once all of it is read."""
    wait_for(lambda: not dock.session.runs.is_running)
    settle()
    return str(dock.session.shown.request.place.label)


def key(dock: Any, name: str, modifiers: Any = None) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    activate(dock)
    dock.panel.view.setFocus()
    none = Qt.KeyboardModifier.NoModifier
    QTest.keyClick(dock.panel.view, getattr(Qt.Key, f"Key_{name}"), modifiers or none)
    settle()
    wait_for(lambda: not dock.inspection.answers.kept.is_writing)


def control() -> Any:
    from qgis.PyQt.QtCore import Qt

    return Qt.KeyboardModifier.ControlModifier


def activate(dock: Any) -> None:
    """The dialog had been the active window."""
    from qgis.PyQt.QtWidgets import QApplication

    dock.window().activateWindow()
    wait_for(lambda: QApplication.activeWindow() is dock.window())


def answer(dock: Any, digit: str) -> None:
    key(dock, digit)


def parcels_with_zeros(project: Any, iface: Any) -> Any:
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=id:string", "zeros", "memory")
    square = "Polygon((5.66 52.69, 5.661 52.69, 5.661 52.691, 5.66 52.691, 5.66 52.69))"
    for name in ("0012", "0013"):
        feature = QgsFeature(layer.fields())
        feature["id"] = name
        feature.setGeometry(QgsGeometry.fromWkt(square))
        layer.dataProvider().addFeature(feature)
    project.addMapLayer(layer)
    iface.canvas.setLayers([*iface.canvas.layers(), layer])
    return layer


def reopened(dock: Any, desk: Any, record: Path) -> None:
    """As on another day."""
    answers = dock.inspection.answers
    wait_for(lambda: not answers.kept.is_writing)
    answers.record.close()
    desk.close()
    settle()
    answers.open(str(record))
    wait_for(lambda: bool(desk.line.text) and desk.line.isVisible())
