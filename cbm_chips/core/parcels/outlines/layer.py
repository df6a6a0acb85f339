"""Parcels as they come: ids as text, outlines as plain arrays, and what is odd about each."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Union

import numpy as np

from ...errors import RequestError
from ...projection import definition_of
from ...reasons import Reason
from .rings import has_area, rings_of, shape_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Floats = NDArray[np.float64]
    Counts = NDArray[np.int64]

WGS84_NAME = "EPSG:4326"


class Oddity(str, Enum):
    """What may be odd about a parcel."""

    NO_GEOMETRY = "no geometry"
    NO_AREA = "no area"
    NOWHERE = "nowhere"
    TOO_LARGE = "larger than a tile"
    NO_SCENES = "no scenes"
    MENDED = "mended"
    NO_ID = "no id"
    SAME_ID = "same id"
    SAME_OUTLINE = "same outline"
    SEVERAL_PARTS = "several parts"
    HOLES = "holes"
    THIN = "thin"
    OVERLAP = "overlap"


WITHOUT_NUMBERS = frozenset(
    {Oddity.NO_GEOMETRY, Oddity.NO_AREA, Oddity.NOWHERE, Oddity.TOO_LARGE, Oddity.NO_SCENES}
)
"""Such parcels have no row but the one that says why."""


@dataclass(frozen=True)
class ParcelRemark:
    """Something odd about one parcel.

    Attributes:
        parcel: its number, from 0 in the order given.
        oddity: what kind it is.
        words: the same for people, with its details.
    """

    parcel: int
    oddity: Oddity
    words: str


@dataclass(frozen=True, eq=False)
class Parcels:
    """Parcels in the order given. Picklable, and small: two million take 300 MB.

    Attributes:
        ids: exactly as given, as text; empty for None.
        crs: `EPSG:28992` or WKT, of `points`.
        points: float64[n, 2], x and y of all rings, each closed.
        ring_starts: int64[rings + 1], where in `points` each ring begins.
        ring_is_hole: bool[rings].
        parcel_starts: int64[parcels + 1], which ring is each parcel's first; without an outline a
            parcel has no ring.
        remarks: what is odd.
    """

    ids: tuple[str, ...]
    crs: str
    points: Floats
    ring_starts: Counts
    ring_is_hole: NDArray[np.bool_]
    parcel_starts: Counts
    remarks: tuple[ParcelRemark, ...] = ()

    def __len__(self) -> int:
        return len(self.ids)

    @classmethod
    def of(
        cls, rows: Iterable[tuple[object, object]], crs: Union[int, str] = WGS84_NAME
    ) -> Parcels:
        """Take parcels as they are; what can't be used is remarked upon, and nothing raised.

        Args:
            rows: id, and a shapely geometry, WKB, GeoJSON or None.
            crs: of all geometries, an EPSG code or any of PROJ's ways to write it.

        Raises:
            RequestError: field `crs`, when it makes no sense.
        """
        known = definition_of(f"EPSG:{crs}" if isinstance(crs, int) else crs)
        if not known:
            raise RequestError("crs", crs, Reason("an EPSG code, or a CRS as PROJ writes it"))
        taking = _Taking()
        for name, geometry in rows:
            taking.add(name, geometry)
        return taking.parcels(known)

    def rings_of(self, parcel: int) -> range:
        """The numbers of a parcel's rings."""
        return range(self.parcel_starts[parcel], self.parcel_starts[parcel + 1])

    def ring(self, number: int) -> Floats:
        """[n, 2], the points of a ring."""
        return self.points[self.ring_starts[number] : self.ring_starts[number + 1]]

    def some(self, parcels: NDArray[np.int64]) -> Parcels:
        """Only these parcels, in this order; remarks stay behind."""
        rings = _ranges(self.parcel_starts[parcels], self.parcel_starts[parcels + 1])
        points = _ranges(self.ring_starts[rings], self.ring_starts[rings + 1])
        return Parcels(
            tuple(self.ids[parcel] for parcel in parcels),
            self.crs,
            self.points[points],
            _starts(np.diff(self.ring_starts)[rings]),
            self.ring_is_hole[rings],
            _starts(np.diff(self.parcel_starts)[parcels]),
        )

    def outline(self, parcel: int) -> BaseGeometry:
        """As a shapely geometry; of a parcel with an outline."""
        from shapely.geometry import MultiPolygon, Polygon

        polygons: list[tuple[Floats, list[Floats]]] = []
        for number in self.rings_of(parcel):
            if self.ring_is_hole[number]:
                polygons[-1][1].append(self.ring(number))
            else:
                polygons.append((self.ring(number), []))
        shapes = [Polygon(shell, holes) for shell, holes in polygons]
        return shapes[0] if len(shapes) == 1 else MultiPolygon(shapes)

    def digest(self) -> Any:  # noqa: ANN401 - a hash of hashlib
        """A hash of ids, outlines and CRS, to be updated further."""
        words = hashlib.sha256(repr((self.ids, self.crs)).encode("utf-8", "surrogatepass"))
        for values in (self.points, self.ring_starts, self.ring_is_hole, self.parcel_starts):
            words.update(np.ascontiguousarray(values).data)
        return words

    def ring_parcels(self) -> Counts:
        """int64[rings], the parcel of each ring."""
        return np.repeat(np.arange(len(self)), np.diff(self.parcel_starts))


class _Taking:
    """Parcels while they come."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._points: list[Floats] = []
        self._holes: list[bool] = []
        self._rings: list[int] = []
        self._remarks: list[ParcelRemark] = []
        self._by_outline: dict[int, int] = {}

    def add(self, name: object, geometry: object) -> None:
        """One more."""
        number = len(self._ids)
        self._ids.append("" if name is None else str(name))
        if name is None:
            words = Reason("it has no id; it is number {number} of the layer", number=number + 1)
            self._remark(Oddity.NO_ID, words)
        rings = self._usable_rings(geometry)
        self._points += [points for points, _ in rings]
        self._holes += [is_hole for _, is_hole in rings]
        self._rings.append(len(rings))
        if rings:
            self._describe(rings)

    def parcels(self, crs: str) -> Parcels:
        """All that came."""
        times = Counter(self._ids)
        for number, name in enumerate(self._ids):
            if name and times[name] > 1:
                words = Reason(
                    "{count} parcels have this id; it is number {number} of the layer",
                    count=times[name],
                    number=number + 1,
                )
                self._remarks.append(ParcelRemark(number, Oddity.SAME_ID, words))
        lengths = np.array([len(points) for points in self._points], np.int64)
        return Parcels(
            tuple(self._ids),
            crs,
            np.concatenate([np.zeros((0, 2)), *self._points]),
            _starts(lengths),
            np.array(self._holes, bool),
            _starts(np.array(self._rings, np.int64)),
            tuple(sorted(self._remarks, key=lambda remark: remark.parcel)),
        )

    def _usable_rings(self, geometry: object) -> list[tuple[Floats, bool]]:
        try:
            shape = shape_of(geometry)
        except Exception as error:  # noqa: BLE001 - the border around one foreign geometry
            words = Reason("its geometry can't be read: {why}", why=str(error))
            self._remark(Oddity.NO_GEOMETRY, words)
            return []
        if shape is None or shape.is_empty:
            is_missing = shape is None
            words = Reason("it has no geometry") if is_missing else Reason("its geometry is empty")
            self._remark(Oddity.NO_GEOMETRY, words)
            return []
        rings = list(rings_of(shape))
        if not all(np.isfinite(points).all() for points, _ in rings):
            self._remark(Oddity.NOWHERE, Reason("its coordinates are no numbers"))
            return []
        valid = self._valid(shape)
        if valid is not shape:
            rings = list(rings_of(valid))
        if not any(has_area(points) for points, _ in rings):
            words = Reason("it has no area, it is a {kind}", kind=shape.geom_type)
            self._remark(Oddity.NO_AREA, words)
            return []
        return rings

    def _valid(self, shape: BaseGeometry) -> BaseGeometry:
        if shape.is_valid:
            return shape
        from shapely.validation import explain_validity, make_valid

        words = Reason("its outline was mended: {why}", why=explain_validity(shape))
        self._remark(Oddity.MENDED, words)
        return make_valid(shape)

    def _describe(self, rings: list[tuple[Floats, bool]]) -> None:
        holes = sum(is_hole for _, is_hole in rings)
        parts = len(rings) - holes
        if parts > 1:
            self._remark(Oddity.SEVERAL_PARTS, Reason("it has {count} parts", count=parts))
        if holes:
            self._remark(Oddity.HOLES, Reason("it has {count} holes", count=holes))
        key = hash(tuple(points.tobytes() for points, _ in rings))
        first = self._by_outline.setdefault(key, len(self._ids) - 1)
        if first != len(self._ids) - 1:
            words = Reason("it has the same outline as {id}", id=self._ids[first])
            self._remark(Oddity.SAME_OUTLINE, words)

    def _remark(self, oddity: Oddity, words: str) -> None:
        self._remarks.append(ParcelRemark(len(self._ids) - 1, oddity, words))


def _starts(lengths: Counts) -> Counts:
    """From lengths to starts, with the end of the last."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)])


def _ranges(starts: Counts, stops: Counts) -> Counts:
    """All numbers from each start to its stop, one range after the other."""
    lengths = stops - starts
    total = int(lengths.sum())
    before = np.cumsum(lengths) - lengths
    numbers: Counts = np.arange(total) + np.repeat(starts - before, lengths)
    return numbers
