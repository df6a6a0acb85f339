"""Two dates of June that are marked, and what is told and drawn of them."""

from __future__ import annotations

from typing import Any

import numpy as np

from cbm_chips.core.rendering.indices import INDICES, index_of_chip

NDVI = INDICES["NDVI"]
ELSEWHERE = (5.668, 52.697)


def clear_dates(dock: Any) -> list[Any]:
    from cbm_chips.core.sentinel2.scl import CloudFlag

    return [entry for entry in dock.panel.entries() if entry.flag is CloudFlag.CLEAR]


def mark(dock: Any, entry: Any, letter: str) -> None:
    """By its key, in the grid."""
    dock.panel.go_to(entry.scene.id)
    dock.compare.letters[letter].trigger()


def mark_both(dock: Any) -> tuple[Any, Any]:
    """The first and the last clear date."""
    first, *_, second = clear_dates(dock)
    mark(dock, first, "Q")
    mark(dock, second, "W")
    assert dock.session.compared.pair == (first, second)
    return first, second


def remark(dock: Any) -> str:
    return dock.status_bar.said


def told(dock: Any, entry: Any) -> tuple[str, str, int]:
    """Tooltip, words for screen readers, number on the thumbnail."""
    from qgis.PyQt.QtCore import Qt

    from cbm_chips.gui.thumbnails.grid.model import Role

    index = dock.panel.model.index_of(entry.scene.id)
    roles = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
    return (*(index.data(int(role)) for role in roles), index.data(int(Role.CONTENT)).mark)


def index_between(first: Any, second: Any) -> np.ndarray:
    """Of two dates that are clear all over their chip, by numpy alone."""
    values = [
        index_of_chip(NDVI, entry.chip.bands, scales=entry.chip.scales) for entry in (first, second)
    ]
    difference = values[1] - values[0]
    for entry in (first, second):
        difference[np.kron(entry.chip.bad_pixels, np.ones((2, 2), bool))] = np.nan
    return difference


def season_group() -> Any:
    from cbm_chips.bridge.layers.groups import groups

    return next(groups())


def as_array(image: Any) -> np.ndarray:
    """uint8[h, w, 4]."""
    from qgis.PyQt.QtGui import QImage

    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    data = image.constBits()
    data.setsize(image.sizeInBytes())
    return np.frombuffer(bytes(data), np.uint8).reshape(image.height(), image.width(), 4)


def rendered(canvas: Any, layers: list[Any]) -> np.ndarray:
    """The map with these layers."""
    from qgis.core import QgsMapRendererSequentialJob, QgsMapSettings

    settings = QgsMapSettings(canvas.mapSettings())
    settings.setLayers(layers)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return as_array(job.renderedImage())


def painted(swiped: Any, canvas: Any) -> np.ndarray:
    """What is drawn over the map."""
    from qgis.PyQt.QtGui import QImage, QPainter

    image = QImage(canvas.viewport().size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    swiped.compare.swipe.item.paint(painter)
    painter.end()
    return as_array(image)
