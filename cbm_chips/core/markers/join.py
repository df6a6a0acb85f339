"""Markers to parcels, by their ids, which are text; the others are listed with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..reasons import Reason
from .marker import LostRow, MachineMarker, MarkerFile, by_parcel


@dataclass(frozen=True)
class JoinedMarkers:
    """The markers of a file, joined to a layer of parcels.

    Attributes:
        kind: title of the format.
        of_parcel: id -> its markers by date; without those of no parcel.
        known: ids of parcels that the file speaks of, also those without a marker.
        lost: rows that can't be read, then markers of no parcel, each with its reason.
        keys: of all markers that have a parcel.
    """

    kind: str
    of_parcel: dict[str, tuple[MachineMarker, ...]]
    known: frozenset[str]
    lost: tuple[LostRow, ...]
    keys: frozenset[str] = frozenset()

    @property
    def count(self) -> int:
        """How many markers have a parcel."""
        return len(self.keys)


def joined_to(file: MarkerFile, parcels: Iterable[str] | None) -> JoinedMarkers:
    """Keep the markers whose parcel is there.

    Args:
        file: as it was read.
        parcels: ids of the layer as text; None where there is no layer: then every id is kept.
    """
    grouped = by_parcel(file.markers)
    if parcels is None:
        return JoinedMarkers(file.kind, grouped, file.parcels, file.lost, _keys(grouped))
    there = set(parcels)
    similar = {_bare(one): one for one in there}
    missing = sorted(file.parcels - there)
    lost = [LostRow(0, one, _why(one, similar)) for one in missing]
    kept = {parcel: own for parcel, own in grouped.items() if parcel in there}
    known, all_lost = file.parcels & there, (*file.lost, *lost)
    return JoinedMarkers(file.kind, kept, known, all_lost, _keys(kept))


def _keys(grouped: dict[str, tuple[MachineMarker, ...]]) -> frozenset[str]:
    return frozenset(marker.key for own in grouped.values() for marker in own)


def _bare(text: str) -> str:
    return text.strip().lower().lstrip("0")


def _why(parcel: str, similar: dict[str, str]) -> str:
    near = similar.get(_bare(parcel))
    if near is None:
        return Reason("no parcel of the layer has this id")
    return Reason("no parcel of the layer has this id; one has “{id}”", id=near)
