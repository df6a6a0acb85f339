"""The words of a parcel's sheet: headings, outcomes, proofs; reasons, for any language."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from ...events.answer import Position
from ...reasons import Reason
from ...sentinel2.scl import CloudFlag
from ..scheme import DEFAULT_REASONS
from ..values import FIRST_LOOK, SECOND_LOOK, Outcome
from .made_picture import PictureProof


class EntryState(str, Enum):
    """What became of an answer."""

    STANDS = "stands"
    CHANGED = "changed later"
    TAKEN_BACK = "taken back"
    TAKES_BACK = "takes the one before back"


LABELS: Mapping[str, str] = {
    "answers": Reason("Answers"),
    "parcel": Reason("Parcel"),
    "pictures": Reason("Pictures that were looked at"),
    "plot": Reason("Time series"),
    "history": Reason("All that was answered"),
    "fields": Reason("Fields of the record"),
    "field": Reason("Field"),
    "value": Reason("Value"),
    "question": Reason("Question"),
    "answer": Reason("Answer"),
    "reason": Reason("Reason"),
    "confidence": Reason("Confidence"),
    "comment": Reason("Comment"),
    "event": Reason("Event between"),
    "position": Reason("Against the window"),
    "window": Reason("Legal window"),
    "machine": Reason("The machine's answer"),
    "machine_seen": Reason("Seen before answering"),
    "replaced_by": Reason("Replaced by parcel"),
    "inspector": Reason("Inspector"),
    "opened": Reason("Shown from"),
    "decided": Reason("Answered"),
    "viewed": Reason("Looked at for"),
    "state": Reason("State"),
    "details": Reason("Known of it"),
    "holding": Reason("Holding"),
    "ranking": Reason("Ranking"),
    "order": Reason("Order in the sample"),
    "covered": Reason("Covered by VHR pictures"),
    "centre": Reason("Centre (latitude, longitude)"),
    "observability": Reason("Within a border of 5 m"),
    "clear_dates": Reason("Clear dates"),
    "longest_gap": Reason("Longest time without one"),
    "freshest": Reason("Newest date of the source"),
    "cloud_rule": Reason("Cloud rule"),
    "flag": Reason("Parcel"),
    "shown_as": Reason("Shown as"),
    "scene": Reason("Scene"),
    "product": Reason("Product"),
    "source": Reason("Source"),
    "baseline": Reason("Processing baseline"),
    "offsets": Reason("Added to the numbers"),
    "ground": Reason("Ground"),
    "sha256": Reason("SHA-256 when answered"),
    "sha256_now": Reason("SHA-256 now"),
    "record": Reason("SHA-256 of record.json"),
    "no_picture": Reason("No picture"),
    "no_pictures": Reason("The record names no picture."),
    "no_answers": Reason("No answer stands: all were taken back."),
    "page": Reason("Page {page} of {pages}", page="{page}", pages="{pages}"),
}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.CONFIRMED: Reason("Confirmed"),
    Outcome.NOT_CONFIRMED: Reason("Not confirmed"),
    Outcome.INCONCLUSIVE: Reason("Inconclusive"),
    Outcome.CANNOT_BE_INSPECTED: Reason("Cannot be inspected"),
}
OUTCOME_COLOURS: Mapping[Outcome, str] = {
    Outcome.CONFIRMED: "#1b7837",
    Outcome.NOT_CONFIRMED: "#a8156a",
    Outcome.INCONCLUSIVE: "#9a5700",
    Outcome.CANNOT_BE_INSPECTED: "#595959",
}
"""Dark enough for white words on them (WCAG 2, 4.5 to 1)."""
PROOFS: Mapping[PictureProof, str] = {
    PictureProof.PROVED: Reason("Proved: the same picture as when it was answered"),
    PictureProof.DIFFERENT: Reason("Another picture than when it was answered"),
    PictureProof.NO_HASH: Reason("Not proved"),
    PictureProof.NOT_MADE: Reason("Could not be made again"),
}
PROOF_COLOURS: Mapping[PictureProof, str] = {
    PictureProof.PROVED: "#1b7837",
    PictureProof.DIFFERENT: "#a8156a",
    PictureProof.NO_HASH: "#595959",
    PictureProof.NOT_MADE: "#9a5700",
}
STATES: Mapping[EntryState, str] = {
    EntryState.STANDS: Reason("stands"),
    EntryState.CHANGED: Reason("changed later"),
    EntryState.TAKEN_BACK: Reason("taken back"),
    EntryState.TAKES_BACK: Reason("takes the one before back"),
}
POSITIONS: Mapping[str, str] = {
    Position.INSIDE.value: Reason("inside"),
    Position.BEFORE.value: Reason("outside, before"),
    Position.AFTER.value: Reason("outside, after"),
    Position.STRADDLES.value: Reason("straddles a limit"),
    Position.UNDECIDABLE.value: Reason("undecidable, because of a gap"),
    Position.INCOMPLETE.value: Reason("incomplete: a date is not marked"),
}
FLAGS: Mapping[str, str] = {
    CloudFlag.CLEAR.value: Reason("clear"),
    CloudFlag.PARTLY.value: Reason("partly"),
    CloudFlag.CLOUDY.value: Reason("cloudy"),
    CloudFlag.NO_DATA.value: Reason("no data"),
    CloudFlag.NO_SCL.value: Reason("not judged"),
}
LOOKS: Mapping[int, str] = {FIRST_LOOK: Reason("first look"), SECOND_LOOK: Reason("second look")}
REASONS: Mapping[str, str] = {str.__str__(code): code for code in DEFAULT_REASONS}
"""Codes that are shipped; an agency's own stay as they are."""
