"""Bundles of evidence in QGIS's task manager, with progress; cancelled, it leaves whole ones."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from qgis.PyQt.QtCore import pyqtSignal

from ..tasks.background_call import BackgroundCall
from ..texts.translation import tr
from .bundles import EvidenceRun, EvidenceWish


@dataclass(frozen=True)
class WrittenEvidence:
    """What came of it.

    Attributes:
        bundles: how many are there.
        proved, others: pictures that are the same as when they were looked at, and those that
            are not, or could not be made again.
        index: the page that leads to them.
    """

    bundles: int = 0
    proved: int = 0
    others: int = 0
    index: Path = Path()

    @property
    def is_proved(self) -> bool:
        """All pictures are."""
        return not self.others


class EvidenceTask(BackgroundCall):
    """`done` brings a `WrittenEvidence`."""

    told = pyqtSignal(int, int)
    """Bundles written, of how many."""
    stopped = pyqtSignal(int)
    """Cancelled: so many bundles are there."""

    def __init__(self, run: EvidenceRun, wish: EvidenceWish) -> None:
        """In the main thread."""
        super().__init__(tr("CbM Chips: evidence"), self._write)
        self._run, self._wish = run, wish
        self._written = WrittenEvidence()

    def finished(self, result: bool) -> None:
        """In the main thread."""
        super().finished(result)
        if self.isCanceled():
            self.stopped.emit(self._written.bundles)

    def _write(self) -> WrittenEvidence:
        with closing(self._run.steps(self._wish)) as steps:
            for step in steps:
                if step.bundle is not None:
                    before, proved = self._written, step.bundle.proved
                    others = len(step.bundle.proofs) - proved
                    self._written = WrittenEvidence(
                        before.bundles + 1, before.proved + proved, before.others + others
                    )
                    self.setProgress(100.0 * self._written.bundles / step.count)
                    self.told.emit(self._written.bundles, step.count)
                if self.isCanceled():
                    break
        return replace(self._written, index=self._run.index)
