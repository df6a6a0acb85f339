"""Whether the place can be judged at all, in the place's line; computed in a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject

from ...bridge.tasks.background_call import BackgroundCall, CallResult
from ...bridge.tasks.latest_call import LatestCall
from ...bridge.texts.translation import tr, tr_count
from ...bridge.texts.words import number
from ...core.pipeline.events import Found
from ...core.sentinel2.scl import CloudFlag

if TYPE_CHECKING:
    from ...bridge.tasks.chip_task import Batch
    from ...core.model import Grid
    from ...core.parcels.numbers.one_parcel import OneObservability
    from ..session.runs import Run
    from ..session.session import Session
    from ..widgets.place_label import PlaceLabel


class ObservabilityBadge(QObject):
    """Belongs to one dock."""

    def __init__(self, session: Session, line: PlaceLabel) -> None:
        super().__init__(session)
        self._session, self._line = session, line
        self._grid: Grid | None = None
        self._call = LatestCall(self)
        self._call.done.connect(self._show)
        session.runs.began.connect(self._on_began)
        session.runs.news.connect(self._on_news)
        session.runs.ended.connect(self._compute)

    def unload(self) -> None:
        """Leave no task that could call back."""
        self._call.stop()

    def compute(self) -> None:
        """The dates were judged anew."""
        if not self._session.runs.is_running:
            self._compute()

    def _on_began(self, run: Run) -> None:
        if not run.only:
            self.unload()
            self._grid = None
            self._line.show_badge("", "")

    def _on_news(self, batch: Batch) -> None:
        for event in batch.events:
            if isinstance(event, Found):
                self._grid = event.grid

    def _compute(self, *_: object) -> None:
        shown, grid = self._session.shown, self._grid
        if shown is None or grid is None or shown.request.place.outline is None:
            return
        outline, request = shown.request.place.outline, shown.request
        entries = self._session.entries()
        clear = [
            entry.scene.acquired.date()
            for entry in entries
            if entry.flag is CloudFlag.CLEAR and entry.scene.is_dated
        ]

        def work() -> OneObservability:
            from ...core.parcels.numbers.one_parcel import observability_of_parcel

            period = (request.first_day, request.last_day)
            return observability_of_parcel(outline, grid, period=period, clear=clear)

        self._call.start(BackgroundCall(tr("CbM Chips: observability"), work))

    def _show(self, result: CallResult) -> None:
        if result.value is not None:
            self._line.show_badge(badge_words(result.value), rule_words_of(result.value))


def badge_words(found: OneObservability) -> str:
    """`✓ usable · 104 full pixels · longest gap 23 days`."""
    head = tr("✓ usable") if found.is_usable else tr("⚠ too small")
    pixels = tr_count("{count} full pixels", found.full_px)
    gap = tr_count("longest gap {count} days", found.longest_gap_days)
    return " · ".join((head, pixels, gap))


def rule_words_of(found: OneObservability) -> str:
    """The rule, its source, and what it finds here."""
    lost = number(100 * found.lost, 0)
    lines = (
        tr(
            "Usable: at least 8 pixels of 10 m lie wholly in the parcel, and less than 60 % of "
            "them are lost where the outline is shrunk by 5 m."
        ),
        tr("Here {lost} % are lost.").format(lost=lost),
        tr("Source: Vajsova et al. 2020, Remote Sensing 12(14), 2195."),
        tr_count("Seen clear on {count} days.", found.clear_days),
        tr("The first and the last day of the period count as ends of a gap."),
    )
    return "\n".join(lines)
