"""A panel of thumbnails on its own, without a dock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def thumbnail_panel(width: int, height: int, *, points: int | None = None) -> Iterator[Any]:
    """Shown, and gone in the end; `points` is the size of its letters."""
    from cbm_chips.gui.thumbnails import ThumbnailPanel

    made = ThumbnailPanel()
    if points is not None:
        font = made.font()
        font.setPointSize(points)
        made.setFont(font)
    made.resize(width, height)
    made.show()
    yield made
    made.stop()
    made.close()
    made.deleteLater()
