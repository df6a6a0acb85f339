"""Which dates' pictures can be seen at this moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtGui import QImage

from .grid.model import Role

if TYPE_CHECKING:
    from .grid.view import ThumbnailView


def scenes_in_sight(view: ThumbnailView) -> tuple[str, ...]:
    """Ids of the scenes whose pictures lie in the visible part of the grid, as they are listed."""
    if not view.isVisible():
        return ()
    seen, room = [], view.viewport().rect()
    model = view.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if not view.visualRect(index).intersects(room):
            continue
        if isinstance(index.data(int(Role.PICTURE)), QImage):
            seen.append(index.data(int(Role.ENTRY)).scene.id)
    return tuple(seen)
