"""What stands on the sheet of a parcel, as texts: the HTML page and the printed pages show it.

Days and times are written as in ISO 8601, numbers with a point: the sheet is a document, and the
same record gives the same sheet.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from ...model import DATE_UNKNOWN
from ...reasons import Reason
from ..values import SECOND_LOOK, InspectionEntry, Outcome
from .dossier import ParcelDossier
from .made_picture import MadePicture, PictureProof
from .sheet_values import (
    EvidenceSheet,
    Facts,
    Say,
    SheetAnswer,
    SheetPicture,
    SheetPlot,
    SheetTable,
)
from .sheet_words import (
    FLAGS,
    LABELS,
    LOOKS,
    OUTCOMES,
    POSITIONS,
    PROOFS,
    REASONS,
    STATES,
    EntryState,
)


@dataclass(frozen=True)
class SheetSource:
    """What a sheet is made of.

    Attributes:
        dossier: the rows of the record.
        pictures: made again, in its order.
        rows: of each answer that stands the record's fields: name, value as text.
        record_sha256: of `record.json`.
        plot: the series.
    """

    dossier: ParcelDossier
    pictures: tuple[MadePicture, ...]
    rows: tuple[Facts, ...]
    record_sha256: str
    plot: SheetPlot = field(default_factory=SheetPlot)


def sheet_of(source: SheetSource, say: Say) -> EvidenceSheet:
    """The sheet in the language of `say`."""
    dossier, last = source.dossier, source.dossier.entries[-1]
    labels = {name: say(words) for name, words in LABELS.items()}
    names = dict.fromkeys((last.campaign, last.scheme, last.sample))
    standing = dossier.standing
    return EvidenceSheet(
        parcel=dossier.parcel,
        title=say(Reason("Parcel {parcel}", parcel=dossier.parcel)),
        lead=" · ".join(filter(None, names)),
        answers=tuple(_answer(entry, say) for entry in standing),
        facts=_facts(_parcel_facts(dossier, last), say),
        place=dossier.place,
        pictures=tuple(_picture(one, say) for one in source.pictures),
        history=_history(dossier, say),
        fields=tuple(
            SheetTable(_question(entry, say), (labels["field"], labels["value"]), row)
            for entry, row in zip(standing, source.rows)
        ),
        plot=replace(source.plot, note=_plot_note(source.plot, say)),
        record_sha256=source.record_sha256,
        notice=_notice(source.pictures, say),
        decided=last.decided,
        labels=labels,
    )


def _facts(told: dict[str, str], say: Say) -> Facts:
    """Translated where they are reasons; empty ones are left out."""
    return tuple((say(LABELS[name]), say(value)) for name, value in told.items() if value)


def _plot_note(plot: SheetPlot, say: Say) -> str:
    """With what it is about, where there is no plot."""
    if plot.svg or not plot.note:
        return say(plot.note)
    return say(Reason("No time series: {why}.", why=plot.note))


def _question(entry: InspectionEntry, say: Say) -> str:
    """`E5: Was it mown? (second look)`."""
    parts = filter(None, (entry.item.question, entry.question_text))
    words = ": ".join(parts) or say(LABELS["question"])
    return f"{words} ({say(LOOKS[entry.look])})" if entry.look == SECOND_LOOK else words


def _answer(entry: InspectionEntry, say: Say) -> SheetAnswer:
    outcome = entry.answer.outcome or Outcome.INCONCLUSIVE
    facts = _facts(_answer_facts(entry), say)
    return SheetAnswer(_question(entry, say), outcome, say(OUTCOMES[outcome]), facts)


def _answer_facts(entry: InspectionEntry) -> dict[str, str]:
    told = entry.answer
    window = _days(entry.window_first, entry.window_last)
    sure = "" if told.confidence_pct is None else f"{told.confidence_pct} %"
    return {
        "reason": REASONS.get(told.reason, told.reason),
        "confidence": sure,
        "comment": told.comment,
        "event": _days(told.last_before, told.first_after),
        "position": POSITIONS.get(told.position, told.position),
        "window": f"{entry.window_name} {window}".strip(),
        "machine": entry.machine,
        "machine_seen": "" if entry.is_machine_seen is None else _yes_or_no(entry.is_machine_seen),
        "replaced_by": entry.replaced_by,
        "inspector": entry.inspector,
        "opened": _instant(entry.opened),
        "decided": _instant(entry.decided),
        "viewed": _seconds(entry.viewed_s),
    }


def _parcel_facts(dossier: ParcelDossier, last: InspectionEntry) -> dict[str, str]:
    item, known, place = last.item, last.parcel, dossier.place
    return {
        "details": known.details,
        "holding": item.holding,
        "ranking": item.ranking,
        "order": item.order,
        "covered": item.covered,
        "centre": f"{place.lat:.5f}, {place.lon:.5f}" if place else "",
        "observability": _observability(last),
        "clear_dates": "" if known.clear_dates is None else str(known.clear_dates),
        "longest_gap": ""
        if known.longest_gap_days is None
        else Reason("{count} days", count=known.longest_gap_days),
        "freshest": str(known.freshest or ""),
        "cloud_rule": known.cloud_rule,
    }


def _observability(entry: InspectionEntry) -> str:
    known = entry.parcel
    if known.full_pixels is None or known.lost_pct is None:
        return ""
    told = {"pixels": known.full_pixels, "lost": f"{known.lost_pct:.0f}"}
    if known.is_observable:
        return Reason("{pixels} full pixels, {lost} % lost: large enough", **told)
    return Reason("{pixels} full pixels, {lost} % lost: too small", **told)


def _picture(made: MadePicture, say: Say) -> SheetPicture:
    one = made.kept.evidence
    words = say(PROOFS[made.proof])
    facts = {
        "flag": FLAGS.get(one.flag, one.flag),
        "viewed": _seconds(one.viewed_s),
        "shown_as": one.shown_as,
        "scene": one.scene,
        "product": one.product,
        "source": " · ".join(filter(None, (one.provider, one.collection))),
        "baseline": one.baseline,
        "offsets": one.offsets,
        "ground": one.grid,
        "sha256": one.sha256,
        "sha256_now": made.now.sha256 if made.now and made.proof is PictureProof.DIFFERENT else "",
    }
    title = f"{one.acquired:%Y-%m-%d %H:%M} UTC" if one.acquired else say(DATE_UNKNOWN)
    proof = f"{words}: {say(made.reason)}" if made.reason else words
    return SheetPicture(title, made.proof, proof, _facts(facts, say), made)


def _history(dossier: ParcelDossier, say: Say) -> SheetTable:
    names = ("decided", "question", "answer", "reason", "comment", "inspector", "state")
    states = _states(dossier)
    rows = tuple(
        (
            _instant(entry.decided),
            _question(entry, say),
            say(OUTCOMES[entry.answer.outcome]) if entry.answer.outcome else "–",
            say(REASONS.get(entry.answer.reason, entry.answer.reason)),
            entry.answer.comment,
            entry.inspector,
            say(STATES[state]),
        )
        for entry, state in zip(dossier.entries, states)
    )
    return SheetTable(say(LABELS["history"]), tuple(say(LABELS[name]) for name in names), rows)


def _states(dossier: ParcelDossier) -> list[EntryState]:
    """What became of each row."""
    after: dict[tuple[str, int], InspectionEntry] = {}
    states = []
    for entry in reversed(dossier.entries):
        key = (entry.item.question, entry.look)
        later = after.get(key)
        after[key] = entry
        if entry.answer.outcome is None:
            states.append(EntryState.TAKES_BACK)
        elif later is None:
            states.append(EntryState.STANDS)
        elif later.answer.outcome is None:
            states.append(EntryState.TAKEN_BACK)
        else:
            states.append(EntryState.CHANGED)
    return states[::-1]


def _notice(pictures: tuple[MadePicture, ...], say: Say) -> str:
    acquired = (one.kept.evidence.acquired for one in pictures)
    years = sorted({when.year for when in acquired if when})
    if not years:
        return ""
    listed = ", ".join(map(str, years))
    return say(Reason("Contains modified Copernicus Sentinel data {years}", years=listed))


def _days(first: object, last: object) -> str:
    """`2022-05-20 – 2022-05-25`; an open side is left empty."""
    return f"{first or ''} – {last or ''}".strip() if first or last else ""


def _instant(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M:%S} UTC"


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds else ""


def _yes_or_no(is_so: bool) -> str:
    return Reason("yes") if is_so else Reason("no")
