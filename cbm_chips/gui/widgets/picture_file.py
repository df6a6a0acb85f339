"""A picture is written to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...bridge.texts.translation import tr
from ...core.errors import ChipsError
from ...core.outputs.stand_ins import placing

if TYPE_CHECKING:
    from qgis.PyQt.QtGui import QImage


class SaveError(ChipsError):
    """A picture could not be written."""


def write_picture(image: QImage, path: Path) -> str:
    """In the kind that the file's name ends with, whole or not at all; not for the main thread.

    Returns:
        Where it is: see `placing`.

    Raises:
        SaveError: Qt could not write it.
        WriteError: the system refused it.
    """
    with placing(path) as placed:
        if not image.save(str(placed.beside)):
            raise SaveError(tr("The picture could not be written to {0}.").format(path))
    return str(placed.path)
