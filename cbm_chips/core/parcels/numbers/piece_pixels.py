"""Which pixels of a piece's grid are read, at each resolution, and of which parcel each is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...reading.pixel_set import PixelSet
from ...sentinel2.bands import BANDS
from ..outlines.shrinking import shrunk
from ..planning.parcel_request import PixelRule
from .pixels import ParcelPixels, pixels_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from ..planning.plan import PlanPiece

FINE_M, COARSE_M = 10, 20
"""Bands of 60 m are read at 20 m, as in chips."""


@dataclass(frozen=True, eq=False)
class PiecePixels:
    """The pixels of a piece.

    What is read at 20 m are the parcels' own pixels of 20 m and then, for each of their pixels of
    10 m, the one that holds its centre: by that one of SCL it is clear or not.

    Attributes:
        by_resolution: 10 or 20 -> the pixels of each parcel.
        sets: likewise, what is read.
        parcel_of: likewise, the parcel of each of its own pixels.
        bytes_per_date: of the pixels read of one date, roughly.
    """

    by_resolution: Mapping[int, ParcelPixels]
    sets: Mapping[int, PixelSet]
    parcel_of: Mapping[int, NDArray[np.intp]]
    bytes_per_date: int

    @classmethod
    def of(cls, piece: PlanPiece) -> PiecePixels:
        """Work them out; takes a second for ten thousand parcels."""
        request = piece.request
        parcels = shrunk(piece.parcels, request.inner_buffer_m)
        whole = request.pixels is PixelRule.INSIDE
        by_resolution = {
            resolution: pixels_of(parcels, piece.grid.at(resolution), whole=whole)
            for resolution in request.resolutions_m
        }
        sets = {r: _padded(own.rows, own.cols) for r, own in by_resolution.items()}
        if set(sets) == {FINE_M, COARSE_M}:
            fine, coarse = by_resolution[FINE_M], by_resolution[COARSE_M]
            sets[COARSE_M] = _padded(
                np.concatenate([coarse.rows, fine.rows // 2]),
                np.concatenate([coarse.cols, fine.cols // 2]),
            )
        parcel_of = {
            resolution: np.repeat(np.arange(len(parcels)), own.counts)
            for resolution, own in by_resolution.items()
        }
        sizes = (len(sets[BANDS[band].chip_resolution_m].rows) for band in request.files)
        return cls(by_resolution, sets, parcel_of, 2 * sum(sizes))

    def own(self, values: NDArray[np.generic], resolution_m: int) -> NDArray[np.generic]:
        """Of what was read at a resolution, [1, n], the parcels' own pixels, [m]."""
        own: NDArray[np.generic] = values[0, : len(self.parcel_of[resolution_m])]
        return own

    def under_fine(self, values: NDArray[np.generic]) -> NDArray[np.generic]:
        """Of what was read at 20 m, [1, n], the pixel that holds each one of 10 m, [m]."""
        first = len(self.parcel_of[COARSE_M])
        found: NDArray[np.generic] = values[0, first : first + len(self.parcel_of[FINE_M])]
        return found

    def at(self, values: NDArray[np.generic], *, from_m: int, to_m: int) -> NDArray[np.generic]:
        """Of what was read at one resolution, for each of the parcels' pixels of another, [m].

        From 20 m to 10 m or to the same only.
        """
        return self.own(values, to_m) if from_m == to_m else self.under_fine(values)


def _padded(rows: NDArray[np.int32], cols: NDArray[np.int32]) -> PixelSet:
    """With one pixel in it at least, which is nobody's: nothing at all can't be read."""
    if len(rows):
        return PixelSet(rows, cols)
    return PixelSet(np.zeros(1, np.int32), np.zeros(1, np.int32))
