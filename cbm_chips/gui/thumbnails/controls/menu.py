"""The context menu of a thumbnail, and saving its picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication, QImage
from qgis.PyQt.QtWidgets import QMenu, QWidget

from ....bridge.tasks.background_call import BackgroundCall
from ....bridge.tasks.pictures import Overlay
from ....bridge.texts.translation import tr
from ....core.pipeline.series import Entry
from ...widgets.file_question import ask_where_to_save
from ...widgets.picture_file import write_picture
from ..pictures.painting import framed


@dataclass(frozen=True)
class MenuTarget:
    """What a menu is about.

    Attributes:
        entries: the dates for actions on several.
        entry: the one under the mouse.
        image, overlay: its picture, None while there is none.
    """

    entries: tuple[Entry, ...]
    entry: Entry
    image: QImage | None
    overlay: Overlay


def thumbnail_menu(
    target: MenuTarget,
    parent: QWidget,
    *,
    load: Callable[[list[Entry]], None],
    retry: Callable[[list[Entry]], None],
    enlarge: Callable[[], object],
    exporter: PictureExporter,
) -> QMenu:
    """The menu; actions that are not possible are disabled."""
    menu = QMenu(parent)
    chips = [entry for entry in target.entries if entry.chip is not None]
    again = [entry for entry in target.entries if entry.is_retryable]
    several = tr("Load {0} dates as layers").format(len(chips))
    _add(menu, several if len(chips) > 1 else tr("Load as layer"), chips, lambda: load(chips))
    failed = tr("Retry {0} dates").format(len(again))
    _add(menu, failed if len(again) > 1 else tr("Retry"), again, lambda: retry(again))
    _add(menu, tr("Large view"), True, enlarge)
    menu.addSeparator()
    _add(menu, tr("Copy picture"), target.image, lambda: exporter.copy(target))
    _add(menu, tr("Save picture…"), target.image, lambda: exporter.ask_and_save(target))
    scene = (target.entry.chip or target.entry).scene
    _add(menu, tr("Copy scene id"), True, lambda: copy_text(scene.id))
    return menu


def _add(menu: QMenu, text: str, is_possible: Any, do: Callable[[], object]) -> None:
    action = menu.addAction(text)
    action.setEnabled(bool(is_possible))
    action.triggered.connect(lambda checked=False: do())


def copy_text(text: str) -> None:
    """To the clipboard."""
    QGuiApplication.clipboard().setText(text)


class PictureExporter(QObject):
    """Copies and saves pictures with their outline, at whole multiples of the chip's pixels."""

    saved = pyqtSignal(object)
    """A `CallResult`: the path, or why there is no file."""

    def __init__(self, parent: QWidget) -> None:
        """`parent` is where the question for a file appears."""
        super().__init__(parent)
        self._parent = parent

    def copy(self, target: MenuTarget) -> None:
        """To the clipboard."""
        if target.image is not None:
            QGuiApplication.clipboard().setImage(framed(target.image, target.overlay))

    def ask_and_save(self, target: MenuTarget) -> None:
        """Ask for a file without blocking the window, then save."""
        scene = (target.entry.chip or target.entry).scene
        ask_where_to_save(
            self._parent,
            tr("Save picture"),
            f"{scene.label}.png",
            filters=[tr("Pictures ({0})").format("*.png *.jpg *.tif")],
            then=partial(self.save, target),
        )

    def save(self, target: MenuTarget, path: Path) -> None:
        """Write in a worker thread; `saved` brings the result."""
        if target.image is None:
            return
        image, overlay = target.image, target.overlay

        def write() -> str:
            return write_picture(framed(image, overlay), path)

        call = BackgroundCall(tr("Save picture"), write)
        call.done.connect(self.saved)
        call.start()
