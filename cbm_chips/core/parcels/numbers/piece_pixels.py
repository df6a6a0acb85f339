"""Which pixels of a piece's grid are read, at each resolution, and of which parcel each is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Union

import numpy as np

from ...reading.pixel_set import PixelSet
from ...sentinel2.bands import BANDS
from ..outlines.shrinking import shrunk
from ..planning.parcel_request import PixelRule
from .pixels import ParcelPixels, pixels_of
from .weighted_pixels import weighted_pixels_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from ...model import Grid
    from ..outlines.layer import Parcels
    from ..planning.plan import PlanPiece

FINE_M, COARSE_M = 10, 20
"""Bands of 60 m are read at 20 m, as in chips."""


@dataclass(frozen=True, eq=False)
class PiecePixels:
    """The pixels of a piece.

    What is read at 20 m are the parcels' own pixels of 20 m and, for each of their pixels of 10 m,
    the one that holds its centre: by that one of SCL it is clear or not. Each is read once.

    Attributes:
        by_resolution: 10 or 20 -> the pixels of each parcel.
        sets: likewise, what is read.
        parcel_of: likewise, the parcel of each of its own pixels.
        own_at: where in what is read at 20 m the own pixels of 20 m stand.
        under_at: likewise, those that hold the pixels of 10 m.
        judged_at, judged_of: likewise, those that a parcel is judged by, and the parcel of each.
            They count as a whole, also where all others count by their shares.
        bytes_per_date: of the pixels read of one date, roughly.
    """

    by_resolution: Mapping[int, ParcelPixels]
    sets: Mapping[int, PixelSet]
    parcel_of: Mapping[int, NDArray[np.intp]]
    own_at: NDArray[np.int32]
    under_at: NDArray[np.int32]
    judged_at: NDArray[np.int32]
    judged_of: NDArray[np.intp]
    bytes_per_date: int

    @classmethod
    def of(cls, piece: PlanPiece) -> PiecePixels:
        """Work them out; takes a second for ten thousand parcels."""
        request = piece.request
        parcels = shrunk(piece.parcels, request.inner_buffer_m)
        by_resolution = {
            resolution: _pixels_of(parcels, piece.grid.at(resolution), request.pixels)
            for resolution in request.resolutions_m
        }
        parcel_of = {resolution: _parcel_of(own) for resolution, own in by_resolution.items()}
        sets = {r: _padded(own.rows, own.cols) for r, own in by_resolution.items()}
        nowhere: NDArray[np.int32] = np.zeros(0, np.int32)
        nobody: NDArray[np.intp] = np.zeros(0, np.intp)
        own_at = under_at = judged_at = nowhere
        judged_of = nobody
        if COARSE_M in sets:
            grid = piece.grid.at(COARSE_M)
            coarse = by_resolution[COARSE_M]
            judged = pixels_of(parcels, grid) if coarse.weights is not None else coarse
            judged_of = _parcel_of(judged)
            own, by = _flat(coarse, grid), _flat(judged, grid)
            under = _flat(by_resolution[FINE_M], grid, 2) if FINE_M in sets else nobody
            sets[COARSE_M], (own_at, under_at, judged_at) = _each_once((own, under, by), grid)
        sizes = (len(sets[BANDS[band].chip_resolution_m].rows) for band in request.files)
        size = 2 * sum(sizes)
        return cls(by_resolution, sets, parcel_of, own_at, under_at, judged_at, judged_of, size)

    def own(self, values: NDArray[np.generic], resolution_m: int) -> NDArray[np.generic]:
        """Of what was read at a resolution, [1, n], the parcels' own pixels, [m]."""
        own: NDArray[np.generic] = (
            values[0].take(self.own_at)
            if resolution_m == COARSE_M
            else values[0, : len(self.parcel_of[resolution_m])]
        )
        return own

    def judged(self, scl: NDArray[np.generic]) -> NDArray[np.generic]:
        """Of the SCL that was read, [1, n], the pixels that parcels are judged by, [m]."""
        judged: NDArray[np.generic] = scl[0].take(self.judged_at)
        return judged

    def under_fine(self, values: NDArray[np.generic]) -> NDArray[np.generic]:
        """Of what was read at 20 m, [1, n], the pixel that holds each one of 10 m, [m]."""
        under: NDArray[np.generic] = values[0].take(self.under_at)
        return under

    def at(self, values: NDArray[np.generic], *, from_m: int, to_m: int) -> NDArray[np.generic]:
        """Of what was read at one resolution, for each of the parcels' pixels of another, [m].

        From 20 m to 10 m or to the same only.
        """
        return self.own(values, to_m) if from_m == to_m else self.under_fine(values)


def _pixels_of(parcels: Parcels, grid: Grid, rule: Union[PixelRule, str]) -> ParcelPixels:
    if rule is PixelRule.WEIGHTED:
        return weighted_pixels_of(parcels, grid)
    return pixels_of(parcels, grid, whole=rule is PixelRule.INSIDE)


def _parcel_of(pixels: ParcelPixels) -> NDArray[np.intp]:
    return np.repeat(np.arange(len(pixels.counts)), pixels.counts)


def _padded(rows: NDArray[np.int32], cols: NDArray[np.int32]) -> PixelSet:
    """With one pixel in it at least, which is nobody's: nothing at all can't be read."""
    if len(rows):
        return PixelSet(rows, cols)
    return PixelSet(np.zeros(1, np.int32), np.zeros(1, np.int32))


def _flat(pixels: ParcelPixels, grid: Grid, divisor: int = 1) -> NDArray[np.intp]:
    """Where the pixels lie in the grid, row after row; `divisor` of theirs are one of its."""
    rows = (pixels.rows // divisor).astype(np.intp)
    return rows * grid.width_px + pixels.cols // divisor


def _each_once(
    wanted: Sequence[NDArray[np.intp]], grid: Grid
) -> tuple[PixelSet, list[NDArray[np.int32]]]:
    """The pixels wanted, each once and row by row, and where in them each wanted one stands."""
    is_wanted = np.zeros(grid.height_px * grid.width_px, bool)
    for flat in wanted:
        is_wanted[flat] = True
    places = np.cumsum(is_wanted, dtype=np.int32) - np.int32(1)
    rows, cols = np.divmod(np.flatnonzero(is_wanted), grid.width_px)
    pixels = _padded(rows.astype(np.int32), cols.astype(np.int32))
    return pixels, [places.take(flat) for flat in wanted]
