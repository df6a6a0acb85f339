"""A plan for many parcels in a sentence, and the question whether it may be read."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QLocale, Qt, pyqtSignal

from .translation import tr, tr_count

if TYPE_CHECKING:
    from ...core.parcels.planning.plan import ParcelPlan

_SI = QLocale.DataSizeFormat.DataSizeSIFormat


def plan_words(plan: ParcelPlan) -> str:
    """`1000 parcels, 24 dates, 3 tiles: 1.2 GB, about 4 minutes`."""
    counts = (
        tr_count("{count} parcels", len(plan.parcels)),
        tr_count("{count} dates", plan.dates),
        tr_count("{count} tiles", len(plan.tiles)),
    )
    size = QLocale().formattedDataSize(round(plan.estimate.bytes_read), 1, _SI)
    return tr("{what}: {size}, about {time}").format(
        what=", ".join(counts), size=size, time=_time(plan.estimate.seconds)
    )


def _time(seconds: float) -> str:
    if seconds >= 2 * 3600:
        return tr_count("{count} hours", round(seconds / 3600))
    if seconds >= 2 * 60:
        return tr_count("{count} minutes", round(seconds / 60))
    return tr_count("{count} seconds", max(round(seconds), 1))


class PlanFeedback(QgsProcessingFeedback):
    """Asks before much is read, and remembers what a run has warned of."""

    asked = pyqtSignal(str)
    """The plan's sentence, from the thread of the run, which waits for `answer`."""

    def __init__(self) -> None:
        """Nothing goes to QGIS's log: a failed date has its row."""
        super().__init__(False)
        self.warnings: list[str] = []
        self.news: list[str] = []
        """What is new to who has asked, such as parcels that became clear."""
        self.problem = ""
        """What went wrong last."""
        self.is_declined = False
        self._is_answered = Event()
        # at once, in the thread that cancels: the run waits and handles no events
        self.canceled.connect(self._is_answered.set, Qt.ConnectionType.DirectConnection)

    def agrees_to(self, words: str) -> bool:
        """Wait until the user has answered or cancelled; in the thread of the run."""
        self.asked.emit(words)
        self._is_answered.wait()
        return not (self.is_declined or self.isCanceled())

    def answer(self, *, may_read: bool) -> None:
        """What the user has said; a run that must not read ends as a cancelled one."""
        self.is_declined = not may_read
        if self.is_declined:
            self.cancel()
        self._is_answered.set()

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.problem = error
