"""One finding of a machine: something happened on a parcel between two days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class MachineMarker:
    """A marker as its file has it.

    Attributes:
        parcel: id as text; leading zeros stay.
        kind: `mowing`, `harvest`, a practice, or JRC's type (`drop`, `peak`, ...).
        first, last: days between which the machine sees it, both included.
        confidence: 0 to 1; None where the file has none.
        signal: what it was seen in, such as `S1`, `S2`, `NDVI`; empty if that is not stated.
        strength: the file's own word for how sure it is, such as `MODERATE`.
        number: counts the markers of a parcel, from 1.
    """

    parcel: str
    kind: str
    first: date
    last: date
    confidence: float | None = None
    signal: str = ""
    strength: str = ""
    number: int = 1

    @property
    def days(self) -> int:
        """From the first to the last day."""
        return (self.last - self.first).days

    @property
    def key(self) -> str:
        """Tells the markers of all parcels apart, also when the file is read again."""
        words = (self.parcel, self.kind, self.signal, self.first, self.last)
        return "|".join(map(str, words))


@dataclass(frozen=True)
class LostRow:
    """A row of a file that gave no marker, or one of no parcel.

    Attributes:
        row: number of the line, the header is 1; of a layer the number of the feature, from 1.
        parcel: the id that stands there; empty if there is none.
        reason: why, for people.
    """

    row: int
    parcel: str
    reason: str


@dataclass(frozen=True)
class MarkerFile:
    """What a file holds.

    Attributes:
        kind: title of the format.
        markers: in the order of the file.
        lost: rows that can't be read.
        parcels: ids of all rows that could be read, also those without a marker.
    """

    kind: str
    markers: tuple[MachineMarker, ...] = ()
    lost: tuple[LostRow, ...] = ()
    parcels: frozenset[str] = frozenset()


def by_parcel(markers: Iterable[MachineMarker]) -> dict[str, tuple[MachineMarker, ...]]:
    """The markers of each parcel, by date."""
    found: dict[str, list[MachineMarker]] = {}
    for marker in markers:
        found.setdefault(marker.parcel, []).append(marker)
    return {
        parcel: tuple(sorted(own, key=lambda one: (one.first, one.last, one.kind)))
        for parcel, own in found.items()
    }
