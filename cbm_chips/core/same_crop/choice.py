"""Which parcels around one are its neighbours of the same crop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .crops import CropMatch, match

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

FARTHEST_M, MOST = 1000.0, 10
"""As the CbM service's `parcelPeers` has it."""
LEAST_M2 = 3000.0
"""Smaller parcels have too few pixels; likewise."""
_SAME_PLACE = 0.5
"""Of the smaller area: parcels that share more are the same piece of ground."""


@dataclass(frozen=True)
class CropParcel:
    """A parcel of a layer.

    Attributes:
        id: as text.
        crop: as it is declared: a code or a name.
        outline: in metres.
    """

    id: str
    crop: str
    outline: BaseGeometry


@dataclass(frozen=True)
class CropNeighbour:
    """One that was chosen, and how far its edge is from the parcel's, in metres."""

    parcel: CropParcel
    distance_m: float


@dataclass(frozen=True)
class CropNeighbours:
    """The neighbours of a parcel, the nearest first.

    Attributes:
        crop: of the parcel; empty if it is not known.
        match: how near the crops are; OTHER where there is no neighbour.
        chosen: at most `MOST`.
        found: how many there are within `FARTHEST_M`.
    """

    crop: str = ""
    match: CropMatch = CropMatch.OTHER
    chosen: tuple[CropNeighbour, ...] = ()
    found: int = 0


def crop_of(own: BaseGeometry, parcels: Iterable[CropParcel]) -> str:
    """What is declared for the piece of ground that an outline is; empty if nothing is."""
    same = (one.crop for one in parcels if one.crop.strip() and is_same_place(own, one.outline))
    return next(same, "")


def choose(own: BaseGeometry, crop: str, parcels: Iterable[CropParcel]) -> CropNeighbours:
    """The nearest parcels of the same crop; where there is none, those of the same group.

    Args:
        own: the parcel's outline, in the same metres.
        crop: what is declared for it.
        parcels: all around, the parcel itself among them or not.
    """
    by_match: dict[CropMatch, list[CropNeighbour]] = {one: [] for one in CropMatch}
    for parcel in parcels:
        near = match(crop, parcel.crop)
        if near is CropMatch.OTHER or parcel.outline.area < LEAST_M2:
            continue
        distance = float(own.distance(parcel.outline))
        if distance <= FARTHEST_M and not is_same_place(own, parcel.outline):
            by_match[near].append(CropNeighbour(parcel, distance))
    for near in (CropMatch.SAME, CropMatch.GROUP):
        found = sorted(by_match[near], key=lambda one: (one.distance_m, one.parcel.id))
        if found:
            return CropNeighbours(crop, near, tuple(found[:MOST]), len(found))
    return CropNeighbours(crop)


def is_same_place(one: BaseGeometry, other: BaseGeometry) -> bool:
    """Two outlines are of the same piece of ground."""
    smaller = min(one.area, other.area)
    return bool(smaller > 0 and one.intersection(other).area > _SAME_PLACE * smaller)
