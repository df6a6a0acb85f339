"""Chips -> pictures in a QgsTask, so that the main thread computes neither stretches nor outlines.

Another stretch, composite or index needs no new read, only a new `PictureTask` for the same chips.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Union
from uuid import uuid4

from qgis.PyQt.QtCore import QPointF, QRectF, pyqtSignal
from qgis.PyQt.QtGui import QImage, QPolygonF

from ...core.errors import ChipsError
from ...core.model import Chip, Grid, Place
from ...core.projection import WGS84, to_grid_crs, transformer
from ...core.rendering.look import Look
from ...core.scenes.parcel_cover import ParcelCover, parcel_cover
from ..log import LOG_TAG
from ..texts.translation import tr
from .call_outcome import CallResult, log_end, result_of
from .quiet_task import QuietTask

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BATCH_S = 0.05
BATCH_PICTURES = 8


@dataclass(frozen=True)
class NeighbourOutline:
    """A feature beside the place, in fractions of the picture as in `Overlay`.

    Attributes:
        rings: exterior and holes alike; they may reach beyond the picture.
        words: what grows there; empty where that is not known.
        room: where the words may stand, if they fit.
    """

    rings: tuple[QPolygonF, ...]
    words: str = ""
    room: QRectF = field(default_factory=QRectF)


@dataclass(frozen=True)
class Neighbours:
    """The features around a place.

    Attributes:
        outlines: of all that lie in the picture, but for the place itself.
        is_cut: there are more.
        key: for whoever keeps what was drawn of them.
    """

    outlines: tuple[NeighbourOutline, ...] = ()
    is_cut: bool = False
    key: str = field(default_factory=lambda: uuid4().hex, compare=False)


@dataclass(frozen=True)
class Overlay:
    """What is drawn over every picture of a run, in fractions of its width and height.

    Attributes:
        rings: the outline's rings, exterior and holes alike; (0, 0) is the upper left corner.
        point: the place itself, where there is no outline.
        neighbours: drawn below both.
    """

    rings: tuple[QPolygonF, ...] = ()
    point: Union[QPointF, None] = None
    neighbours: Neighbours = field(default_factory=Neighbours)


@dataclass(frozen=True)
class ChipPicture:
    """The picture of one chip, at the chip's resolution; `problem` says why there is none."""

    key: int
    image: Union[QImage, None]
    problem: str = ""


@dataclass(frozen=True)
class PictureBatch:
    """The pictures finished since the last batch.

    Attributes:
        job: number of the task; pictures of a replaced task are recognised by it.
        pictures: each replaces the earlier one of its key.
        overlay: None unless it is new.
        cover: how much of the parcel the chips show; None unless it is new, and without outline.
    """

    job: int
    pictures: tuple[ChipPicture, ...] = ()
    overlay: Union[Overlay, None] = None
    cover: Union[ParcelCover, None] = None


@dataclass(frozen=True)
class PictureOrder:
    """The work of one task.

    Attributes:
        job: number of the task.
        look: how the chips are shown.
        chips: (key, chip), in the order of rendering.
        series: the chips that a shared stretch may be taken from.
        place, grid: the overlay is computed from both; none without a grid.
    """

    job: int
    look: Look
    chips: tuple[tuple[int, Chip], ...] = ()
    series: tuple[Chip, ...] = field(default=(), repr=False)
    place: Union[Place, None] = None
    grid: Union[Grid, None] = None


class PictureTask(QuietTask):
    """Renders chips. Keep a reference until `ended` is emitted."""

    happened = pyqtSignal(object)
    """A `PictureBatch`."""
    ended = pyqtSignal(int)
    """The number of the job; emitted once, in the main thread."""

    def __init__(self, order: PictureOrder) -> None:
        """Not started yet."""
        super().__init__(tr("{0}: pictures").format(LOG_TAG), is_hidden=True)
        self._order = order
        self._result = CallResult()

    def run(self) -> bool:
        """In a worker thread."""
        self._result = result_of(self._work)
        return not (self._result.problem or self.isCanceled())

    def finished(self, result: bool) -> None:
        """In the main thread."""
        log_end(self.description(), self._result)
        self.ended.emit(self._order.job)

    def _work(self) -> None:
        order = self._order
        if order.place is not None and order.grid is not None:
            overlay = overlay_of(order.place, order.grid)
            cover = parcel_cover(order.place, order.grid)
            self._emit(PictureBatch(order.job, overlay=overlay, cover=cover))
        waiting: list[ChipPicture] = []
        emitted = time.monotonic()
        for picture in self._pictures():
            waiting.append(picture)
            if len(waiting) >= BATCH_PICTURES or time.monotonic() - emitted >= BATCH_S:
                self._emit(PictureBatch(order.job, tuple(waiting)))
                waiting, emitted = [], time.monotonic()
        self._emit(PictureBatch(order.job, tuple(waiting)))

    def _emit(self, batch: PictureBatch) -> None:
        if not self.isCanceled() and (batch.pictures or batch.overlay):
            self.happened.emit(batch)

    def _pictures(self) -> Iterator[ChipPicture]:
        if not self._order.chips:
            return
        look = self._order.look
        renderer = look.renderer(self._order.series)
        for key, chip in self._order.chips:
            if self.isCanceled():
                return
            try:
                yield ChipPicture(key, to_image(renderer.rgba_of(chip)))
            except ChipsError:
                missing = ", ".join(look.missing_bands(chip))
                yield ChipPicture(key, None, tr("not read: {0}").format(missing))


def to_image(rgba: NDArray[np.uint8]) -> QImage:
    """uint8 [h, w, 4] as an image with its own memory, in the format that Qt paints fastest."""
    height, width, _ = rgba.shape
    data = rgba.tobytes()
    image = QImage(data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def overlay_of(place: Place, grid: Grid) -> Overlay:
    """The outline, or the point, in exact coordinates: nothing is rounded to pixels."""
    if place.outline is None:
        x, y = transformer(WGS84, grid.epsg).transform(place.lon, place.lat)
        return Overlay(point=_fraction(x, y, grid))
    outline = to_grid_crs(place.outline, grid.epsg)
    rings = [
        QPolygonF([_fraction(xy[0], xy[1], grid) for xy in ring.coords])
        for polygon in getattr(outline, "geoms", [outline])
        for ring in (polygon.exterior, *polygon.interiors)
    ]
    return Overlay(tuple(ring for ring in rings if _is_drawable(ring)))


def _fraction(x: float, y: float, grid: Grid) -> QPointF:
    return QPointF(
        (x - grid.left) / (grid.right - grid.left), (grid.top - y) / (grid.top - grid.bottom)
    )


def _is_drawable(ring: QPolygonF) -> bool:
    """False for a ring too far from the UTM zone to be projected: its coordinates are infinite."""
    box = ring.boundingRect()
    return abs(box.width()) < 1e6 and abs(box.height()) < 1e6 and abs(box.left()) < 1e6
