"""What answers need of a queue: where it stands, and where it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....core.inspection.values import FIRST_LOOK

if TYPE_CHECKING:
    from ....core.inspection.values import QueueItem


class InspectionQueue(QObject):
    """The questions in their order; this one is empty, as long as there is none.

    A queue hears of answers by `AnswerBook.changed`, and asks `AnswerBook.state_of`; answers are
    known from `AnswerBook.opened` on.
    """

    changed = pyqtSignal()
    """Other questions, or another look."""
    moved = pyqtSignal()
    """Another question is the current one."""

    @property
    def items(self) -> Sequence[QueueItem]:
        """All of them, in order."""
        return ()

    @property
    def item(self) -> QueueItem | None:
        """The current one."""
        return None

    @property
    def look(self) -> int:
        """FIRST_LOOK or SECOND_LOOK."""
        return FIRST_LOOK

    @property
    def name(self) -> str:
        """Of the sample, for the record; empty for none."""
        return ""

    @property
    def is_on_show(self) -> bool:
        """The parcel of `item` is the place that is on show, whatever that is called."""
        return False

    def replacement(self, item: QueueItem) -> QueueItem | None:
        """Who takes its place when it can't be inspected; asked before that is answered."""
        return None

    def replace(self, item: QueueItem, reason: str) -> Any:
        """It can't be inspected: that is in the record now."""

    def next_undecided(self) -> Any:
        """Go on to the next one without an answer; where none is left, stay."""

    def go_to(self, item: QueueItem) -> Any:
        """Show this one."""
