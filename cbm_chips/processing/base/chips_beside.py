"""Chips of the parcels of a table, in the folders that raw chips have, from the same reads."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Callable

from qgis.core import QgsProcessingException, QgsProcessingFeedback

from ...bridge.texts.words import worded
from ...core.model import Absence, Chip, ChipRequest, FailedChip, Place
from ...core.outputs.atomic_write import WriteError
from ...core.outputs.run_folder.writer import RunWriter
from .error_boundary import reason_of
from .extraction import Target

if TYPE_CHECKING:
    from datetime import date

    from ...core.parcels.numbers.table import ParcelTable
    from ...core.parcels.planning.plan import ParcelPlan
    from ...core.pipeline.places import PlaceEvent
    from ...core.pipeline.run import Tools
    from ...core.sources.source import Source


class ChipsBeside:
    """Writes them while the tables come."""

    def __init__(
        self,
        folder: Path,
        request: ChipRequest,
        targets: Sequence[Target],
        feedback: QgsProcessingFeedback,
        title: str,
    ) -> None:
        """`targets` in the order of the layer, `title` of the folder; nothing is made yet."""
        self._folder, self._request, self._feedback = folder, request, feedback
        self._title = title
        self.repeat: Mapping[str, object] | None = None
        """How the run is made again, for the manifest."""
        self._places = {n: one for n, one in enumerate(targets) if isinstance(one, Place)}

    def tables(
        self, plan: ParcelPlan, source: Source, tools: Tools
    ) -> Generator[ParcelTable | None, None, None]:
        """The tables of the plan's pieces; None while nothing arrives.

        Raises:
            QgsProcessingException: when a chip can't be written.
        """
        try:
            yield from self._tables(plan, source, tools)
        except WriteError as error:
            raise QgsProcessingException(f"{self._title}: {worded(error)}") from error

    def _tables(
        self, plan: ParcelPlan, source: Source, tools: Tools
    ) -> Generator[ParcelTable | None, None, None]:
        from ...core.parcels.running.with_chips import tables_with_chips

        steps = tables_with_chips(plan, self._request, self._places, source, tools)
        yield from self._written(steps, self._places)

    def _written(
        self,
        steps: Generator[ParcelTable | tuple[int, PlaceEvent] | None, None, None],
        places: Mapping[int, Place],
    ) -> Generator[ParcelTable | None, None, None]:
        """Write what comes for these places, by their parcels' numbers; the rest passes."""
        with RunWriter(self._folder, repeat=self.repeat) as writer, closing(steps):
            for place in places.values():
                writer.reserve(place)
            for step in steps:
                if isinstance(step, tuple):
                    self._take(writer, places[step[0]], step[1])
                else:
                    yield step
        for problem in writer.finish().problems:
            self._feedback.reportError(worded(problem), False)

    def _take(self, writer: RunWriter, place: Place, event: PlaceEvent) -> None:
        from ...core.pipeline.places import PlaceEnd

        if isinstance(event, PlaceEnd):
            if event.error is not None:
                self._report(place, "", worded(reason_of(event.error)))
            writer.finish_place(place)
        elif isinstance(event, (Chip, FailedChip)):
            self._tell(place, event)
            writer.add(place, event)

    def _tell(self, place: Place, result: Chip | FailedChip) -> None:
        when = result.scene.when("%Y-%m-%d %H:%M") or result.scene.id
        if isinstance(result, Chip):
            for band, why in result.failures.items():
                self._report(place, when, f"{band}: {worded(why)}")
        elif result.absence is not Absence.EXCLUDED:
            self._report(place, when, worded(result.reason))

    def _report(self, place: Place, when: str, words: str) -> None:
        named = " ".join(filter(None, (place.name, when)))
        self._feedback.reportError(f"{named} {words}", False)


class ChipsOfDays(ChipsBeside):
    """Chips of the days that the tables choose for each parcel, after the tables.

    Attributes:
        days_of: parcels, by their numbers, and days that a table chooses.
        is_done: every chip has come.
    """

    days_of: Callable[[ParcelTable], Iterable[tuple[int, date]]]
    is_done = False

    def _tables(
        self, plan: ParcelPlan, source: Source, tools: Tools
    ) -> Generator[ParcelTable | None, None, None]:
        from ...core.parcels.running.run import waiting_tables
        from ...core.parcels.running.with_chips import chips_on_days

        chosen: dict[int, set[date]] = {}
        for table in waiting_tables(plan, source, cache=tools.cache, reader=tools.reader):
            yield table
            for number, day in self.days_of(table) if table is not None else ():
                chosen.setdefault(number, set()).add(day)
        places = {number: place for number, place in self._places.items() if number in chosen}
        steps = chips_on_days(self._request, places, chosen, source, tools)
        yield from self._written(steps, places)
        self.is_done = True
