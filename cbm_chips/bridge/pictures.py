"""Chips -> pictures, in a QgsTask: nothing is stretched or transformed on the main thread.

A new stretch, composite or index needs no new read: it is a new `PictureTask` over the same chips.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Union

from qgis.core import QgsMessageLog, QgsTask
from qgis.PyQt.QtCore import QPointF, pyqtSignal
from qgis.PyQt.QtGui import QImage, QPolygonF

from ..core.errors import ChipsError
from ..core.model import Chip, Grid, Place
from ..core.projection import WGS84, to_grid_crs, transformer
from ..core.rendering.look import Look
from .log import LOG_TAG
from .plain_text import plain_log
from .translation import tr

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BATCH_S = 0.05
BATCH_PICTURES = 8


@dataclass(frozen=True)
class Marks:
    """What is drawn over every picture of a run, in fractions of its width and height.

    Attributes:
        rings: the outline's rings, exterior and holes alike; (0, 0) is the upper left corner.
        point: the place itself, where there is no outline.
    """

    rings: tuple[QPolygonF, ...] = ()
    point: Union[QPointF, None] = None


@dataclass(frozen=True)
class Picture:
    """One chip's picture, at the chip's own resolution; `problem` says why there is none."""

    key: int
    image: Union[QImage, None]
    problem: str = ""


@dataclass(frozen=True)
class Pictures:
    """What became ready since the last batch.

    Attributes:
        job: number of the task, so that late pictures of a replaced one can be told apart.
        pictures: new ones; they replace those of the same key.
        marks: None unless they are new.
    """

    job: int
    pictures: tuple[Picture, ...] = ()
    marks: Union[Marks, None] = None


@dataclass(frozen=True)
class PictureOrder:
    """What a task is to do.

    Attributes:
        job: number of the task.
        look: how the chips are shown.
        chips: (key, chip), in the order they are wanted.
        series: the chips a shared stretch may be taken from.
        place, grid: what the marks are made of; no grid, no marks.
    """

    job: int
    look: Look
    chips: tuple[tuple[int, Chip], ...] = ()
    series: tuple[Chip, ...] = field(default=(), repr=False)
    place: Union[Place, None] = None
    grid: Union[Grid, None] = None


def quietly() -> QgsTask.Flags:
    """Flags of a task that takes moments: cancellable, and not announced where QGIS can do so."""
    flags = QgsTask.Flags(QgsTask.Flag.CanCancel)
    for name in ("Hidden", "Silent"):  # since QGIS 3.26
        if hasattr(QgsTask.Flag, name):
            flags |= getattr(QgsTask.Flag, name)
    return flags


class PictureTask(QgsTask):
    """Paints chips. Keep a reference until `ended` has come."""

    happened = pyqtSignal(object)
    """A `Pictures`."""
    ended = pyqtSignal(int)
    """The job's number, once, from the main thread."""

    def __init__(self, order: PictureOrder) -> None:
        """Not started yet."""
        super().__init__(tr("{0}: pictures").format(LOG_TAG), quietly())
        self._order = order
        self._details = ""

    def run(self) -> bool:
        """In a worker thread; nothing may escape, else QGIS dies."""
        try:
            self._work()
        except Exception:  # noqa: BLE001 - the outermost border of the task
            import traceback

            self._details = traceback.format_exc()
        return not (self._details or self.isCanceled())

    def finished(self, result: bool) -> None:
        """In the main thread."""
        if self._details:
            QgsMessageLog.logMessage(plain_log(self._details), LOG_TAG)
        self.ended.emit(self._order.job)

    def _work(self) -> None:
        order = self._order
        if order.place is not None and order.grid is not None:
            self._emit(Pictures(order.job, marks=marks_of(order.place, order.grid)))
        waiting: list[Picture] = []
        handed_over = time.monotonic()
        for picture in self._pictures():
            waiting.append(picture)
            if len(waiting) >= BATCH_PICTURES or time.monotonic() - handed_over >= BATCH_S:
                self._emit(Pictures(order.job, tuple(waiting)))
                waiting, handed_over = [], time.monotonic()
        self._emit(Pictures(order.job, tuple(waiting)))

    def _emit(self, batch: Pictures) -> None:
        if not self.isCanceled() and (batch.pictures or batch.marks):
            self.happened.emit(batch)

    def _pictures(self) -> Iterator[Picture]:
        if not self._order.chips:
            return
        look = self._order.look
        renderer = look.renderer(self._order.series)
        for key, chip in self._order.chips:
            if self.isCanceled():
                return
            try:
                yield Picture(key, to_image(renderer.rgba_of(chip)))
            except ChipsError:
                missing = ", ".join(look.missing_bands(chip))
                yield Picture(key, None, tr("not read: {0}").format(missing))


def to_image(rgba: NDArray[np.uint8]) -> QImage:
    """[h, w, 4] as an image of its own memory, in the format that paints fastest."""
    height, width, _ = rgba.shape
    data = rgba.tobytes()
    image = QImage(data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def marks_of(place: Place, grid: Grid) -> Marks:
    """Outline, or point, as exact as the coordinates are: nothing is rounded to pixels."""
    if place.outline is None:
        x, y = transformer(WGS84, grid.epsg).transform(place.lon, place.lat)
        return Marks(point=_fraction(x, y, grid))
    outline = to_grid_crs(place.outline, grid.epsg)
    rings = [
        QPolygonF([_fraction(xy[0], xy[1], grid) for xy in ring.coords])
        for polygon in getattr(outline, "geoms", [outline])
        for ring in (polygon.exterior, *polygon.interiors)
    ]
    return Marks(tuple(ring for ring in rings if _is_drawable(ring)))


def _fraction(x: float, y: float, grid: Grid) -> QPointF:
    return QPointF(
        (x - grid.left) / (grid.right - grid.left), (grid.top - y) / (grid.top - grid.bottom)
    )


def _is_drawable(ring: QPolygonF) -> bool:
    """False for what lies too far away for the zone's projection: infinite."""
    box = ring.boundingRect()
    return abs(box.width()) < 1e6 and abs(box.height()) < 1e6 and abs(box.left()) < 1e6
