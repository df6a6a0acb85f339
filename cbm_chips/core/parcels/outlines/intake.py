"""Parcels as they come, into plain arrays: plain outlines many at a time, odd ones one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from ...array_lists import as_list
from ...reasons import Reason
from .oddities import Oddity, ParcelRemark
from .plain_polygons import plain_polygons
from .rings import has_area, rings_of, shape_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Floats = NDArray[np.float64]
    Counts = NDArray[np.int64]
    Rings = list[tuple[Floats, bool]]

_AT_ONCE = 8192
_MIXERS = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F))
"""Odd numbers without a pattern in their bits."""


@dataclass(frozen=True, eq=False)
class RingArrays:
    """The rings of many outlines, one after the other.

    Attributes:
        points: float64[n, 2], of all rings, each closed.
        lengths: int64[rings], points of each.
        is_hole: bool[rings].
        rings: int64[parcels], how many each has.
    """

    points: Floats
    lengths: Counts
    is_hole: NDArray[np.bool_]
    rings: Counts

    def keys(self) -> NDArray[np.uint64]:
        """Of each outline; equal ones have equal keys, and others hardly ever."""
        keys = np.zeros(len(self.rings), np.uint64)
        ring_ends = np.cumsum(self.rings)
        ends = np.concatenate([np.zeros(1, np.int64), np.cumsum(self.lengths)])
        firsts = ends[ring_ends - self.rings]
        counts = ends[ring_ends] - firsts
        has_points = counts > 0
        place = np.arange(len(self.points)) - np.repeat(firsts[has_points], counts[has_points])
        bits = np.ascontiguousarray(self.points).view(np.uint64)
        bits = (bits ^ (bits >> np.uint64(29))) * _MIXERS[0]
        bits[:, 1] = (bits[:, 1] ^ (bits[:, 1] >> np.uint64(32))) * _MIXERS[1]
        mixed = (bits[:, 0] ^ bits[:, 1]) * (2 * place.astype(np.uint64) + np.uint64(1))
        if len(mixed):
            keys[has_points] = np.add.reduceat(mixed, firsts[has_points])
        return keys


@dataclass(frozen=True, eq=False)
class TakenParcels:
    """All that came; see `layer.Parcels`."""

    ids: tuple[str, ...]
    outlines: RingArrays
    remarks: tuple[ParcelRemark, ...]


def take_parcels(rows: Iterable[tuple[object, object]]) -> TakenParcels:
    """Take ids and geometries as they are; what can't be used is remarked upon, nothing raised."""
    ids: list[str] = []
    remarks: list[ParcelRemark] = []
    taken = [_outlines([], 0, remarks)]
    keys = []
    waiting = iter(rows)
    while some := list(islice(waiting, _AT_ONCE)):
        remarks += _without_ids(some, len(ids))
        taken.append(_outlines([geometry for _, geometry in some], len(ids), remarks))
        keys.append(taken[-1].keys())
        ids += ("" if name is None else str(name) for name, _ in some)
    joined = {
        name: np.concatenate([getattr(one, name) for one in taken]) for name in vars(taken[0])
    }
    taken.clear()
    outlines = RingArrays(**joined)
    remarks += _same_outlines(outlines, np.concatenate([np.zeros(0, np.uint64), *keys]), ids)
    remarks += _same_ids(ids)
    return TakenParcels(
        tuple(ids), outlines, tuple(sorted(remarks, key=lambda remark: remark.parcel))
    )


def _without_ids(some: list[tuple[object, object]], first: int) -> Iterator[ParcelRemark]:
    for number, (name, _) in enumerate(some, start=first):
        if name is None:
            words = Reason("it has no id; it is number {number} of the layer", number=number + 1)
            yield ParcelRemark(number, Oddity.NO_ID, words)


def _outlines(geometries: list[object], first: int, remarks: list[ParcelRemark]) -> RingArrays:
    """Of some geometries, the first of which is of parcel `first`; adds what is odd to remarks."""
    plain = plain_polygons([_blob(geometry) for geometry in geometries])
    odd = np.flatnonzero(~plain.is_plain)
    found = [_Odd(first + number, remarks).rings(geometries[number]) for number in as_list(odd)]
    rings = plain.is_plain.astype(np.int64)
    rings[odd] = [len(one) for one in found]
    lengths = np.array([len(points) for one in found for points, _ in one], np.int64)
    holes = np.array([is_hole for one in found for _, is_hole in one], bool)
    # The odd ones go between the plain ones, in the order given.
    before: Counts = np.repeat((np.cumsum(plain.is_plain) - plain.is_plain)[odd], rings[odd])
    ends = np.concatenate([np.zeros(1, np.int64), np.cumsum(plain.lengths)])
    points = [np.zeros((0, 2)), *(points for one in found for points, _ in one)]
    return RingArrays(
        np.insert(plain.points, np.repeat(ends[before], lengths), np.concatenate(points), axis=0),
        np.insert(plain.lengths, before, lengths),
        np.insert(np.zeros(len(plain.lengths), bool), before, holes),
        rings,
    )


def _blob(geometry: object) -> bytes:
    """As WKB; empty for what is in no such form."""
    if isinstance(geometry, (bytes, bytearray, memoryview)):
        return bytes(geometry)
    if getattr(geometry, "geom_type", "") in ("Polygon", "MultiPolygon"):
        return bytes(getattr(geometry, "wkb", b""))
    return b""


class _Odd:
    """The geometry of one parcel, looked at more closely."""

    def __init__(self, parcel: int, remarks: list[ParcelRemark]) -> None:
        self._parcel, self._remarks = parcel, remarks

    def rings(self, geometry: object) -> Rings:
        """What can be used of it; says what is odd."""
        rings = self._usable(geometry)
        holes = sum(is_hole for _, is_hole in rings)
        parts = len(rings) - holes
        if parts > 1:
            self._remark(Oddity.SEVERAL_PARTS, Reason("it has {count} parts", count=parts))
        if holes:
            self._remark(Oddity.HOLES, Reason("it has {count} holes", count=holes))
        return rings

    def _usable(self, geometry: object) -> Rings:
        try:
            shape = shape_of(geometry)
        except Exception as error:  # noqa: BLE001 - the border around one foreign geometry
            words = Reason("its geometry can't be read: {why}", why=str(error))
            return self._nothing(Oddity.NO_GEOMETRY, words)
        if shape is None:
            return self._nothing(Oddity.NO_GEOMETRY, Reason("it has no geometry"))
        if shape.is_empty:
            return self._nothing(Oddity.NO_GEOMETRY, Reason("its geometry is empty"))
        if not all(np.isfinite(points).all() for points, _ in rings_of(shape)):
            return self._nothing(Oddity.NOWHERE, Reason("its coordinates are no numbers"))
        rings = list(rings_of(self._valid(shape)))
        if not any(has_area(points) for points, _ in rings):
            words = Reason("it has no area, it is a {kind}", kind=shape.geom_type)
            return self._nothing(Oddity.NO_AREA, words)
        return rings

    def _valid(self, shape: BaseGeometry) -> BaseGeometry:
        if shape.is_valid:
            return shape
        from shapely.validation import explain_validity, make_valid

        words = Reason("its outline was mended: {why}", why=explain_validity(shape))
        self._remark(Oddity.MENDED, words)
        return make_valid(shape)

    def _nothing(self, oddity: Oddity, words: str) -> Rings:
        self._remark(oddity, words)
        return []

    def _remark(self, oddity: Oddity, words: str) -> None:
        self._remarks.append(ParcelRemark(self._parcel, oddity, words))


def _same_outlines(
    outlines: RingArrays, keys: NDArray[np.uint64], ids: list[str]
) -> Iterator[ParcelRemark]:
    """Of each parcel whose outline came before, which one it was."""
    ring_starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(outlines.rings)])
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(outlines.lengths)])
    with_outline = np.flatnonzero(outlines.rings)
    order = with_outline[np.argsort(keys[with_outline], kind="stable")]
    is_again = np.concatenate([np.zeros(1, bool), np.diff(keys[order]) == 0])[: len(order)]
    first = 0
    for place in as_list(np.flatnonzero(is_again)):
        first = place - 1 if not is_again[place - 1] else first
        own, other = (
            slice(ring_starts[parcel], ring_starts[parcel + 1])
            for parcel in (order[place], order[first])
        )
        if np.array_equal(outlines.lengths[own], outlines.lengths[other]) and np.array_equal(
            outlines.points[starts[own.start] : starts[own.stop]],
            outlines.points[starts[other.start] : starts[other.stop]],
        ):
            words = Reason("it has the same outline as {id}", id=ids[order[first]])
            yield ParcelRemark(int(order[place]), Oddity.SAME_OUTLINE, words)


def _same_ids(ids: list[str]) -> Iterator[ParcelRemark]:
    if len(set(ids)) == len(ids):
        return
    times = Counter(ids)
    for number, name in enumerate(ids):
        if name and times[name] > 1:
            words = Reason(
                "{count} parcels have this id; it is number {number} of the layer",
                count=times[name],
                number=number + 1,
            )
            yield ParcelRemark(number, Oddity.SAME_ID, words)
