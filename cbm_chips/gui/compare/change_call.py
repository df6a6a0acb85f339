"""What changed between two dates, computed in a worker thread: its picture and its parcel."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QImage

from ...bridge.tasks.background_call import BackgroundCall, CallResult
from ...bridge.tasks.latest_call import LatestCall
from ...bridge.tasks.pictures import to_image
from ...bridge.texts.translation import tr
from ...core.compare.parcel_change import Comparison, compare_dates
from ...core.model import Chip, Place
from ...core.rendering.indices import Index


@dataclass(frozen=True, eq=False)
class ChangeOrder:
    """What is to be compared.

    Attributes:
        index: of which the difference is taken.
        first, second: the dates; the result is second minus first.
        place: whose pixels count.
    """

    index: Index
    first: Chip
    second: Chip
    place: Place

    def is_same(self, other: ChangeOrder | None) -> bool:
        """Both have one result."""
        if other is None or self.index is not other.index or self.place != other.place:
            return False
        return self.first is other.first and self.second is other.second

    def compared(self) -> Comparison:
        """Compute it; call it in a worker thread."""
        return compare_dates(self.index, self.first, self.second, self.place)


@dataclass(frozen=True, eq=False)
class Change:
    """The result, and its picture."""

    order: ChangeOrder
    comparison: Comparison
    image: QImage


class ChangeCall(QObject):
    """The last order counts; an equal one is not computed again."""

    made = pyqtSignal(object)
    """A `Change`."""
    failed = pyqtSignal(str)
    """Why there is none, for people."""

    def __init__(self, parent: QObject) -> None:
        """Without an order."""
        super().__init__(parent)
        self._order: ChangeOrder | None = None
        self._call = LatestCall(self)
        self._call.done.connect(self._hear)

    def ask(self, order: ChangeOrder) -> None:
        """Compute this one, and no other any more."""
        if order.is_same(self._order):
            return
        self._order = order
        self._call.start(BackgroundCall(tr("CbM Chips: difference"), partial(_change, order)))

    def stop(self) -> None:
        """Compute nothing any more."""
        self._order = None
        self._call.stop()

    def _hear(self, result: CallResult) -> None:
        if result.problem:
            self._order = None
            self.failed.emit(result.problem)
        else:
            self.made.emit(result.value)


def _change(order: ChangeOrder) -> Change:
    comparison = order.compared()
    return Change(order, comparison, to_image(comparison.difference.rgba))
