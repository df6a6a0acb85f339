"""Parcels as they come: ids as text, outlines as plain arrays."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Union

import numpy as np

from ...errors import RequestError
from ...projection import definition_of
from ...reasons import Reason
from .intake import take_parcels
from .oddities import ParcelRemark

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Floats = NDArray[np.float64]
    Counts = NDArray[np.int64]

WGS84_NAME = "EPSG:4326"


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
        taken = take_parcels(rows)
        outlines = taken.outlines
        return cls(
            taken.ids,
            known,
            outlines.points,
            _starts(outlines.lengths),
            outlines.is_hole,
            _starts(outlines.rings),
            taken.remarks,
        )

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
