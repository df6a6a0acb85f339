"""What an answer rests on: noted in the main thread, worked out in a task.

Nothing is claimed that was not on show: another parcel's pictures, dates that nobody opened, a
machine's answer that was hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timezone
from typing import TYPE_CHECKING

from ....core.errors import RequestError
from ....core.inspection.values import InspectionEntry, ParcelEvidence, PictureEvidence
from ..books.event_book import clear_days

if TYPE_CHECKING:
    from ....core.events.legal_window import LegalWindow
    from ....core.inspection.scheme import InspectionScheme
    from ....core.model import Chip
    from ....core.pipeline.series import Entry
    from ....core.rendering.look import Look
    from ....core.sentinel2.scl import CloudRule
    from ..books.event_book import EventBook
    from ..books.marker_book import MarkerBook
    from ..runs import Run
    from ..session import Session
    from .looking_time import Viewed


@dataclass(frozen=True)
class SeenEvidence:
    """What was on show of a question when it was answered; values, and pixels that never change.

    Attributes:
        run: whose dates they are; None where the parcel was not on show.
        entries: the dates; viewed: those that were current, how they were shown, how long.
        in_sight: scenes whose pictures were in sight among others; look: how they were shown.
        rule: by which dates were judged.
        window: the legal window in force.
    """

    run: Run | None = None
    entries: Sequence[Entry] = ()
    viewed: Viewed = field(default_factory=dict)
    in_sight: tuple[str, ...] = ()
    look: Look | None = None
    rule: CloudRule | None = None
    window: LegalWindow | None = None


@dataclass(frozen=True)
class Answering:
    """An answer on its way into the record.

    Attributes:
        entry: with all that is known without work.
        seen: what the rest is made of.
    """

    entry: InspectionEntry
    seen: SeenEvidence = field(default_factory=SeenEvidence)


def note_seen(
    session: Session, events: EventBook, *, viewed: Viewed, in_sight: Iterable[str]
) -> SeenEvidence:
    """Of the parcel on show; cheap."""
    look = None
    with suppress(RequestError):  # the form has marked it
        look = session.look()
    return SeenEvidence(
        session.shown,
        tuple(session.entries()),
        viewed,
        tuple(in_sight),
        look,
        session.rule.rule,
        events.window,
    )


def complete(answering: Answering, scheme: InspectionScheme) -> InspectionEntry:
    """With pictures' hashes, observability and request: not for the main thread."""
    seen, entry = answering.seen, replace(answering.entry, scheme_sha256=scheme.sha256)
    if seen.run is None or seen.rule is None:
        return entry
    return replace(
        entry,
        request=_request(seen.run, seen.rule),
        parcel=_parcel(seen, seen.run, seen.rule),
        pictures=tuple(_pictures(seen)),
    )


def machine_words(markers: MarkerBook, parcel: str) -> str:
    """What the machine says of a parcel, seen or not: `mowing 2022-05-20/2022-05-26 83 % S2`."""
    of_parcel = markers.joined.of_parcel.get(parcel, ())
    rows = []
    for one in of_parcel:
        sure = one.strength if one.confidence is None else f"{100 * one.confidence:.0f} %"
        rows.append(" ".join(filter(None, (one.kind, f"{one.first}/{one.last}", sure, one.signal))))
    return "; ".join(rows)


def _request(run: Run, rule: CloudRule) -> str:
    from ....core.outputs.repeat.repeatable_run import RepeatableRun
    from ....core.outputs.repeat.request_text import request_text

    source = run.source
    made = RepeatableRun.of(run.request, source.source, login=source.authcfg, rule=rule)
    return request_text(made)


def _parcel(seen: SeenEvidence, run: Run, rule: CloudRule) -> ParcelEvidence:
    from ....core.sentinel2.cloud_rules import rule_words

    place, dated = run.request.place, [one for one in seen.entries if one.scene.is_dated]
    period = _period(seen, run)
    clear = [day for day in clear_days(seen.entries) if period[0] <= day <= period[1]]
    known = ParcelEvidence(
        geometry_wkb=b"" if place.outline is None else bytes(place.outline.wkb),
        details=place.details,
        clear_dates=len(set(clear)),
        freshest=max((one.scene.acquired.date() for one in dated), default=None),
        cloud_rule=rule_words(rule),
    )
    return _observed(known, seen, period, clear)


def _observed(
    known: ParcelEvidence, seen: SeenEvidence, period: tuple[date, date], clear: list[date]
) -> ParcelEvidence:
    """By the rule for small parcels; without an outline or a chip there is nothing to count."""
    from ....core.parcels.numbers.observability import longest_gap_days
    from ....core.parcels.numbers.one_parcel import observability_of_parcel

    run, chips = seen.run, _chips(seen)
    outline = run.request.place.outline if run is not None else None
    if outline is None or not chips:
        return replace(known, longest_gap_days=longest_gap_days(period, sorted(set(clear))))
    found = observability_of_parcel(outline, chips[0].grid, period=period, clear=clear)
    return replace(
        known,
        full_pixels=found.full_px,
        lost_pct=round(100 * found.lost, 2),
        is_observable=found.is_usable,
        longest_gap_days=found.longest_gap_days,
    )


def _period(seen: SeenEvidence, run: Run) -> tuple[date, date]:
    """The legal window where there is one, else the season."""
    if seen.window is not None:
        return seen.window.first, seen.window.last
    return run.request.first_day, run.request.last_day


def _chips(seen: SeenEvidence) -> list[Chip]:
    return [one.chip for one in seen.entries if one.chip is not None]


def _pictures(seen: SeenEvidence) -> Iterable[PictureEvidence]:
    """Those that were opened, with their seconds; then those in sight among others."""
    from ....core.inspection.picture_evidence import picture_evidence
    from ....core.inspection.pictures import pinned_look

    chips = _chips(seen)
    pinned: dict[Look, Look] = {}
    by_scene = {one.scene.id: one for one in seen.entries}
    for (scene, look), seconds in _all_viewed(seen).items():
        entry = by_scene.get(scene)
        if entry is None:
            continue
        chip = entry.chip
        if chip is None or look.missing_bands(chip):
            yield _without_pixels(entry, seconds)
            continue
        if look.depends_on_series and look not in pinned:
            pinned[look] = pinned_look(look, chip, chips)  # the same limits for all its dates
        shown = pinned.get(look, look)
        yield picture_evidence(chip, shown, series=chips, viewed_s=round(seconds, 2))


def _all_viewed(seen: SeenEvidence) -> Viewed:
    viewed = dict(seen.viewed)
    opened = {scene for scene, _ in viewed}
    if seen.look is not None:
        with_chip = {one.scene.id for one in seen.entries if one.chip is not None}
        others = (one for one in seen.in_sight if one in with_chip and one not in opened)
        viewed.update({(scene, seen.look): 0.0 for scene in others})
    return viewed


def _without_pixels(entry: Entry, seconds: float) -> PictureEvidence:
    """A date that was opened and had no picture."""
    scene = entry.scene
    return PictureEvidence(
        scene.provider,
        scene.collection,
        scene.id,
        scene.product,
        scene.acquired if scene.is_dated else None,
        flag="" if entry.flag is None else entry.flag.value,
        cloud_fraction=entry.cloud_fraction,
        viewed_s=round(seconds, 2),
    )


def utc_now() -> datetime:
    """Aware, in milliseconds, as the record keeps it."""
    now = datetime.now(timezone.utc)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)
