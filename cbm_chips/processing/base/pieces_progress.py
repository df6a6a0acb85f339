"""What a user sees of a plan that is being read: parcels, time left, files that failed."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingFeedback

from ...bridge.texts.translation import tr_count
from ...bridge.texts.words import short_day, worded

if TYPE_CHECKING:
    from ...core.parcels.numbers.table import ParcelTable
    from ...core.parcels.planning.plan import ParcelPlan, PlanPiece


class PiecesProgress:
    """Progress by bytes, with the time left.

    Attributes:
        parcels: of which numbers are to be read.
        parcels_done: of those.
    """

    def __init__(self, plan: ParcelPlan, feedback: QgsProcessingFeedback) -> None:
        """The time runs from now on."""
        self._feedback, self._begun = feedback, time.monotonic()
        self._expected = max(plan.estimate.bytes_read, 1.0)
        self._pieces = {piece.key: piece for piece in plan.pieces}
        self.parcels = sum(len(piece.numbers) for piece in plan.pieces)
        self.parcels_done = 0
        self._bytes_done = 0.0

    @property
    def is_complete(self) -> bool:
        """Nothing is left to be read."""
        return self.parcels_done == self.parcels

    def take(self, table: ParcelTable) -> None:
        """One more piece."""
        piece = self._pieces[table.piece]
        self.parcels_done += len(piece.numbers)
        self._bytes_done += piece.estimate.bytes_read
        share = min(self._bytes_done / self._expected, 1.0)
        left_s = (time.monotonic() - self._begun) * (1.0 - share) / max(share, 1e-3)
        self._feedback.setProgress(100.0 * share)
        words = tr_count(
            "{done} of {count} parcels, about {minutes} minutes left",
            self.parcels,
            done=self.parcels_done,
            minutes=-int(-left_s // 60),
        )
        self._feedback.setProgressText(words)
        self._tell_failures(table, piece)

    def _tell_failures(self, table: ParcelTable, piece: PlanPiece) -> None:
        failed = {one.scene_id for one in table.dates if one.has_failed}
        columns = table.columns
        told = zip(columns["scene_id"], columns["date"], columns["reason"])
        for scene, day, reason in dict.fromkeys(told):
            if scene in failed and reason:
                words = tr_count(
                    "Tile {tile}, {day}, {count} parcels: {reason}",
                    len(piece.numbers),
                    tile=piece.tile.name or f"EPSG:{piece.tile.epsg}",
                    day=short_day(date.fromisoformat(day)) if day else scene,
                    reason=worded(reason),
                )
                self._feedback.reportError(words, False)
