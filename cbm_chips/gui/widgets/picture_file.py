"""A picture is written to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...bridge.texts.translation import tr
from ...core.errors import ChipsError

if TYPE_CHECKING:
    from qgis.PyQt.QtGui import QImage


class SaveError(ChipsError):
    """A picture could not be written."""


def write_picture(image: QImage, path: str) -> str:
    """In the kind that the file's name ends with, not for the main thread; returns `path`.

    Raises:
        SaveError: it could not be written.
    """
    if not image.save(path):
        raise SaveError(tr("The picture could not be written to {0}.").format(path))
    return path
