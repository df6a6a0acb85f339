"""The series of a parcel for its sheet, without a single request: local files, or what is kept.

The record keeps what was looked at, not the numbers of all dates. A source on the network is not
asked for them: dates that the cache lacks have no point, and the sheet says so.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ...errors import ChipsError, ReadError
from ...outputs.repeat.request_text import run_of_text
from ...pipeline.plan import Plan
from ...pipeline.run import run_planned
from ...pipeline.searching.search import kept_search
from ...pipeline.series import Series
from ...reading.contract import Read
from ...reading.origins import is_remote
from ...reasons import Reason
from ...rendering.indices import USUAL
from ...series.making.chip_values import ParcelInChip, numbers_of
from ...series.making.from_run import NOT_CLEAR, series_of_run
from ...series.names import bands_of
from ...series.plot.overlays import DayMark, Interval, PlotOverlays, ShadedWindow

if TYPE_CHECKING:
    from ...model import ChipRequest, Place
    from ...pipeline.run import Tools
    from ...pipeline.series import Entry
    from ...reading.contract import AccessTo, Reader, ReadJob
    from ...series.making.chip_values import PointNumbers
    from ...series.values import SeriesPoint, ValueSeries
    from ...sources.source import Source
    from ..values import InspectionEntry
    from .chips_again import OpenRun
    from .dossier import ParcelDossier

NAMES = (USUAL,)


@dataclass(frozen=True)
class SeriesAgain:
    """A parcel's series as far as they are to be had.

    Attributes:
        series: one of `USUAL`; empty where no date has a value.
        overlays: windows and events of the answers.
        note: why there is none, or what lacks; empty for nothing.
    """

    series: tuple[ValueSeries, ...] = ()
    overlays: PlotOverlays = field(default_factory=PlotOverlays)
    note: str = ""


def series_again(dossier: ParcelDossier, open_run: OpenRun) -> Generator[None, None, SeriesAgain]:
    """Of the season of the last answer that says how it was read; yields between dates."""
    text = next((one.request for one in reversed(dossier.standing) if one.request), "")
    place = dossier.place
    if not text or place is None:
        return SeriesAgain(note=Reason("the record does not say how it was read"))
    try:
        run = run_of_text(text)
        with open_run(run) as (source, tools):
            entries = yield from _dates(run.request, source, tools)
    except ChipsError as error:
        return SeriesAgain(note=str(error))
    series = yield from _series(entries, place)
    return _told(series, entries, dossier.standing)


def _dates(
    request: ChipRequest, source: Source, tools: Tools
) -> Generator[None, None, list[Entry]]:
    """All dates of the season, those of which nothing is kept without a chip.

    Raises:
        SourceError: when no search for it is kept.
    """
    plan = Plan.of(kept_search(request, source, tools.cache), request)
    bands = tuple(dict.fromkeys(band for name in NAMES for band in bands_of(name)))
    asked = replace(plan.request, bands=bands, clear_only=False)
    reader = _LocalReads(source.reader(tools.reader))
    dates = Series()
    narrowed, kept_only = replace(plan, request=asked), replace(tools, reader=reader)
    with closing(run_planned(narrowed, source, kept_only)) as events:  # type: ignore[type-var]
        for event in events:
            dates.take(event)
            yield
    return dates.entries


def _series(
    entries: Sequence[Entry], place: Place
) -> Generator[None, None, tuple[ValueSeries, ...]]:
    numbers: dict[str, dict[str, PointNumbers]] = {}
    parcel = None
    for entry in entries:
        if entry.chip is not None:
            parcel = parcel or ParcelInChip.of(place, entry.chip.grid)
            numbers[entry.scene.id] = numbers_of(entry.chip, parcel, NAMES)
            yield
    return series_of_run(entries, numbers, NAMES)


def _told(
    series: tuple[ValueSeries, ...], entries: Iterable[Entry], answers: Iterable[InspectionEntry]
) -> SeriesAgain:
    lacking = {one.scene.id for one in entries if NOT_KEPT in one.failures.values()}
    points = [point for one in series for point in one.points]
    kept = [point for point in points if point.key not in lacking]
    if not any(point.mean is not None for point in points):
        return SeriesAgain(note=_why_none(points, kept))
    note = Reason("{known} of {dates} dates are in the cache.", known=len(kept), dates=len(points))
    return SeriesAgain(series, _overlays(answers), note if len(kept) < len(points) else "")


def _why_none(points: Sequence[SeriesPoint], kept: Sequence[SeriesPoint]) -> str:
    """Why no date has a value, of which these are there."""
    if not points:
        return Reason("there are no dates")
    if not kept:
        return Reason("nothing of its dates is kept in the cache")
    if any(point.reason != NOT_CLEAR for point in kept):
        return Reason("none of its dates could be read")
    if len(kept) == len(points):
        return Reason("no date has a clear pixel in the parcel")
    return Reason(
        "{known} of {dates} dates are in the cache, and none of these has a clear pixel in the "
        "parcel",
        known=len(kept),
        dates=len(points),
    )


def _overlays(answers: Iterable[InspectionEntry]) -> PlotOverlays:
    """What was asked, and what was said of an event."""
    windows: dict[ShadedWindow, None] = {}
    intervals: list[Interval] = []
    marks: list[DayMark] = []
    for entry in answers:
        if entry.window_first and entry.window_last:
            window = ShadedWindow(entry.window_first, entry.window_last, entry.window_name)
            windows[window] = None
        told, label = entry.answer, entry.item.question
        if told.last_before and told.first_after and told.last_before <= told.first_after:
            intervals.append(Interval(label, told.last_before, told.first_after))
        else:
            days = filter(None, (told.last_before, told.first_after))
            marks += [DayMark(day, label) for day in days]
    return PlotOverlays(tuple(intervals), tuple(windows), tuple(marks))


NOT_KEPT = Reason("it is not in the cache")


@dataclass(frozen=True)
class _LocalReads:
    """Another reader for files of this computer; behind a cache, that has the others or not."""

    reader: Reader

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """See `Reader.read_all`."""
        local = [job for job in jobs if not is_remote(job.asset.href)]
        for job in jobs:
            if is_remote(job.asset.href):
                yield Read(job, error=ReadError(NOT_KEPT))
        yield from self.reader.read_all(local, access) if local else ()
