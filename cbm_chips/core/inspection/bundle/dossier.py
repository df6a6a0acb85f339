"""All that the record says of one parcel."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...errors import RequestError
from ...model import Place

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ..values import InspectionEntry, PictureEvidence, QueueItem

PictureKey = tuple[str, str, str, str]


@dataclass(frozen=True)
class KeptPicture:
    """A picture of the record, once, however many answers rest on it.

    Attributes:
        evidence: as it was kept last, with the seconds of all answers.
        entry: the last answer that rests on it.
    """

    evidence: PictureEvidence
    entry: InspectionEntry


@dataclass(frozen=True)
class ParcelDossier:
    """Of one parcel.

    Attributes:
        parcel: its id.
        entries: rows of the record, the oldest first.
        items: its questions in the queue.
        outline: polygon in EPSG:4326 from elsewhere, for parcels of which the record has none.
    """

    parcel: str
    entries: tuple[InspectionEntry, ...]
    items: tuple[QueueItem, ...] = ()
    outline: BaseGeometry | None = None

    @property
    def standing(self) -> tuple[InspectionEntry, ...]:
        """Of each question and look the last answer, unless it was taken back."""
        last = {(entry.item.question, entry.look): entry for entry in self.entries}
        return tuple(entry for entry in last.values() if entry.answer.outcome is not None)

    @property
    def pictures(self) -> tuple[KeptPicture, ...]:
        """Each once, the oldest acquisition first; undated ones at the end."""
        found: dict[PictureKey, KeptPicture] = {}
        for entry in self.entries:
            for one in entry.pictures:
                key = (one.scene, one.shown_as, one.grid, one.sha256)
                before = found[key].evidence.viewed_s if key in found else 0.0
                found[key] = KeptPicture(replace(one, viewed_s=one.viewed_s + before), entry)
        return tuple(sorted(found.values(), key=_by_time))

    @property
    def place(self) -> Place | None:
        """With the outline of the last answer that has one; None where there is none at all."""
        wkbs = (entry.parcel.geometry_wkb for entry in reversed(self.entries))
        outlines = (*map(_outline, filter(None, wkbs)), self.outline)
        details = next((e.parcel.details for e in reversed(self.entries) if e.parcel.details), "")
        for outline in outlines:
            if outline is not None:
                try:
                    return replace(Place.of_parcel(outline, self.parcel), details=details)
                except RequestError:
                    continue
        return None


def dossiers_of(
    entries: Iterable[InspectionEntry],
    queue: Iterable[QueueItem] = (),
    *,
    parcels: Collection[str] | None = None,
) -> tuple[ParcelDossier, ...]:
    """The parcels of a record that have answers: in the order of the queue, then of the record.

    Args:
        entries: the oldest first.
        queue: of the record.
        parcels: the only ones that are wanted; None for all.
    """
    items: dict[str, list[QueueItem]] = {}
    for item in queue:
        items.setdefault(item.parcel, []).append(item)
    rows: dict[str, list[InspectionEntry]] = {parcel: [] for parcel in items}
    for entry in entries:
        rows.setdefault(entry.item.parcel, []).append(entry)
    wanted = rows if parcels is None else [parcel for parcel in rows if parcel in parcels]
    return tuple(
        ParcelDossier(parcel, tuple(rows[parcel]), tuple(items.get(parcel, ())))
        for parcel in wanted
        if rows[parcel]
    )


def _by_time(one: KeptPicture) -> tuple[bool, str, str, str]:
    acquired = one.evidence.acquired
    when = acquired.isoformat() if acquired else ""
    return (acquired is None, when, one.evidence.scene, one.evidence.shown_as)


def _outline(wkb: bytes) -> BaseGeometry | None:
    from shapely import wkb as shapely_wkb
    from shapely.errors import ShapelyError

    try:
        return shapely_wkb.loads(wkb)
    except (ShapelyError, ValueError, TypeError):
        return None
