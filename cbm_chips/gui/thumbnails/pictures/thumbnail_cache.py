"""Thumbnails that are painted already, and how much is painted at once."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QImage, QPainter, QPixmap

from ....bridge.tasks.pictures import Overlay
from ....core.pipeline.series import Entry
from .texts import ThumbnailTexts
from .viewpoint import Viewpoint

MOST_BYTES = 48 << 20
"""The pixels of a screen of 3840 x 2160, half as many again."""
MOST_S = 0.012
"""Of work between two turns of the event loop; what is left over is painted in the next ones."""
_BYTES_PER_PX = 4


@dataclass(frozen=True, eq=False)
class ThumbnailContent:
    """What one thumbnail shows.

    Attributes:
        entry, texts: the date.
        image: its picture; None while there is none, or where `problem` says why.
        overlay: the outline.
        mark: its number in a comparison; 0 for none.
        viewpoint: the part of the chip that is seen.
    """

    entry: Entry
    texts: ThumbnailTexts
    image: QImage | None
    problem: str
    overlay: Overlay
    mark: int = 0
    viewpoint: Viewpoint = field(default_factory=Viewpoint)

    def seen_from(self, viewpoint: Viewpoint) -> ThumbnailContent:
        """The same, another part of the chip."""
        return self if viewpoint == self.viewpoint else replace(self, viewpoint=viewpoint)

    def is_same(self, other: ThumbnailContent) -> bool:
        """Both look alike."""
        same_parts = self.image is other.image and self.overlay is other.overlay
        same_words = self.problem == other.problem and self.mark == other.mark
        same_date = self.entry is other.entry and self.viewpoint == other.viewpoint
        return same_date and same_parts and same_words


@dataclass(frozen=True)
class Canvas:
    """What a thumbnail is painted on: `style` is all else that its looks depend on."""

    size: QSize
    ratio: float
    style: tuple[object, ...]

    def blank(self) -> QPixmap:
        """Transparent pixels."""
        pixmap = QPixmap(self.size * self.ratio)
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap


class ThumbnailCache:
    """Of one list; not more than `most_bytes` are kept, those shown last."""

    def __init__(self, most_bytes: int = MOST_BYTES, most_s: float = MOST_S) -> None:
        """Empty."""
        self._most_bytes, self._most_s = most_bytes, most_s
        self._kept: OrderedDict[tuple[int, object], tuple[ThumbnailContent, QPixmap]] = (
            OrderedDict()
        )
        self._style: tuple[object, ...] = ()
        self._spent_s = 0.0
        self.bytes = 0
        self.is_behind = False
        """Since `begin_turn`, something was not painted for want of time."""

    def begin_turn(self) -> None:
        """The list is painted anew: there is time again."""
        self._spent_s, self.is_behind = 0.0, False

    def pixmap(
        self,
        content: ThumbnailContent,
        state: object,
        canvas: Canvas,
        paint: Callable[[QPainter], object],
    ) -> QPixmap | None:
        """The painted thumbnail; None where it has to be painted later.

        Args:
            state: whether it is selected and the like.
            paint: paints it at (0, 0).
        """
        if canvas.style != self._style:
            self._kept.clear()
            self._style, self.bytes = canvas.style, 0
        key = (id(content.entry), state)
        known = self._kept.get(key)
        if known is not None and known[0].is_same(content):
            self._kept.move_to_end(key)
            return known[1]
        if self._spent_s > self._most_s:
            self.is_behind = True
            return known[1] if known is not None and known[0].entry is content.entry else None
        return self._keep(key, content, self._painted(canvas, paint))

    def _painted(self, canvas: Canvas, paint: Callable[[QPainter], object]) -> QPixmap:
        began = time.thread_time()  # on a busy machine, time that others take is not ours to save
        pixmap = canvas.blank()
        painter = QPainter(pixmap)
        paint(painter)
        painter.end()
        self._spent_s += time.thread_time() - began
        return pixmap

    def _keep(self, key: tuple[int, object], content: ThumbnailContent, pixmap: QPixmap) -> QPixmap:
        former = self._kept.pop(key, None)
        self.bytes += _bytes_of(pixmap) - (_bytes_of(former[1]) if former else 0)
        self._kept[key] = (content, pixmap)
        while self.bytes > self._most_bytes and len(self._kept) > 1:
            self.bytes -= _bytes_of(self._kept.popitem(last=False)[1][1])
        return pixmap


def _bytes_of(pixmap: QPixmap) -> int:
    return int(pixmap.width() * pixmap.height() * _BYTES_PER_PX)
