"""What is asked of parcels, what is answered, and what an answer rests on; values only.

An answer belongs to a question of a parcel, not to the parcel: in the yearly quality assessment one
parcel may stand in several groups (JRC's QUASSA calls them buckets), each with a question of its
own. Ids are texts everywhere, since leading zeros count.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

FIRST_LOOK, SECOND_LOOK = 1, 2
"""The second is the blind one: for it the first answers are hidden."""


class Outcome(str, Enum):
    """What an answer says. The three of visual inspection, and that it was not possible."""

    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not confirmed"
    INCONCLUSIVE = "inconclusive"
    CANNOT_BE_INSPECTED = "cannot be inspected"


@dataclass(frozen=True)
class InspectionQuestion:
    """What is asked of the parcels of one group.

    Attributes:
        code: the group's, `E5`; empty where there is only one question.
        text: what is asked, for people.
        window: name of the legal window that belongs to it; empty for none.
        wanted: parcels of the group to be inspected; those behind them are its reserve. None means
            all.
    """

    code: str = ""
    text: str = ""
    window: str = ""
    wanted: int | None = None


@dataclass(frozen=True)
class QueueItem:
    """One question of one parcel: what the inspector has to answer.

    Attributes:
        parcel: id as text.
        question: code of the question; the sample's `bucket_id`.
        holding: the sample's `gsa_hol_id`.
        ranking, covered, order: as the sample has them (`ranking`, `covered`, `order_added`).
        cells: all columns of the row that it comes from, as text, in the file's order.
    """

    parcel: str
    question: str = ""
    holding: str = ""
    ranking: str = ""
    covered: str = ""
    order: str = ""
    cells: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Parcel and question: what an answer belongs to."""
        return self.parcel, self.question


@dataclass(frozen=True)
class InspectionAnswer:
    """What the inspector says.

    Attributes:
        outcome: None takes the answer before it back: the question is open again.
        reason: a reason code of the settings, `cloud gap`; empty for none.
        confidence_pct: 0 to 100; None where it is not said.
        comment: free text.
        last_before, first_after: days of the clear dates around the event; None while unmarked.
        position: where the event lies in the legal window, in the words of `Position`.
    """

    outcome: Outcome | None
    reason: str = ""
    confidence_pct: int | None = None
    comment: str = ""
    last_before: date | None = None
    first_after: date | None = None
    position: str = ""


@dataclass(frozen=True)
class PictureEvidence:
    """One picture that was looked at.

    Attributes:
        provider, collection, scene, product: where it comes from; the last two are ids.
        acquired: aware UTC datetime of the sensor, None if the source states none.
        baseline: `05.10`; empty if unknown.
        offsets: what was added to digital numbers per band, as text; empty for none.
        flag: of the parcel on this date, in the words of `CloudFlag`; cloud_fraction: 0 to 1.
        shown_as: composite or index with its stretch, as text that gives the same picture again.
        viewed_s: seconds on show as the current or enlarged date.
        sha256: of the picture's PNG without outline; empty until it is made.
        grid: EPSG code, origin, resolution and size in pixels, as text.
    """

    provider: str
    collection: str
    scene: str
    product: str = ""
    acquired: datetime | None = None
    baseline: str = ""
    offsets: str = ""
    flag: str = ""
    cloud_fraction: float | None = None
    shown_as: str = ""
    viewed_s: float = 0.0
    sha256: str = ""
    grid: str = ""


@dataclass(frozen=True)
class ParcelEvidence:
    """What is known of the parcel and of how well it could be seen.

    Attributes:
        geometry_wkb: outline in EPSG:4326, as it was used; its SHA-256 is kept in the record.
        details: crop and area and what else the layer says, for people.
        full_pixels, lost_pct: of JRC's rule for small parcels (8 full pixels inside a border of
            5 m, less than 60 % lost); is_observable: its verdict.
        clear_dates, longest_gap_days: within the window, else within the season.
        freshest: newest date of the source at the place.
        cloud_rule: name of the rule by which dates were judged.
    """

    geometry_wkb: bytes = b""
    details: str = ""
    full_pixels: int | None = None
    lost_pct: float | None = None
    is_observable: bool | None = None
    clear_dates: int | None = None
    longest_gap_days: int | None = None
    freshest: date | None = None
    cloud_rule: str = ""


@dataclass(frozen=True)
class InspectionEntry:
    """One row of the record: an answer with all that it rests on. Rows are never changed.

    Attributes:
        item: the question of a parcel.
        answer: what was said.
        inspector: who; never a login of a source.
        opened, decided: aware UTC datetimes; viewed_s: seconds on show while QGIS was in use.
        look: FIRST_LOOK or SECOND_LOOK.
        question_text, window_name, window_first, window_last: what was asked.
        machine: what the machine had said, as text; is_machine_seen: it was visible (not blind).
        replaced_by: parcel that took the place of one that can't be inspected.
        request: the source, period, size and bands that give the same chips again, as JSON text
            without any secret.
        campaign, scheme, sample: names from the settings and the sample's file.
        scheme_sha256: of the settings of questions, outcomes and reasons in force.
    """

    item: QueueItem
    answer: InspectionAnswer
    inspector: str
    opened: datetime
    decided: datetime
    viewed_s: float = 0.0
    look: int = FIRST_LOOK
    question_text: str = ""
    window_name: str = ""
    window_first: date | None = None
    window_last: date | None = None
    machine: str = ""
    is_machine_seen: bool | None = None
    replaced_by: str = ""
    request: str = ""
    campaign: str = ""
    scheme: str = ""
    sample: str = ""
    scheme_sha256: str = ""
    parcel: ParcelEvidence = field(default_factory=ParcelEvidence)
    pictures: tuple[PictureEvidence, ...] = ()


@dataclass(frozen=True)
class KeptQueue:
    """What a record keeps of the queue, for the next day.

    Attributes:
        name: the sample's, or the layer's.
        items: in the order in which they are inspected.
        questions: what is asked, by group.
    """

    name: str = ""
    items: tuple[QueueItem, ...] = ()
    questions: tuple[InspectionQuestion, ...] = ()
