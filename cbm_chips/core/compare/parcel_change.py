"""How a parcel changed between two dates: the difference of an index over its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..rendering.difference import IndexDifference, index_difference
from ..scenes.grids import parcel_mask

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..model import Chip, Place
    from ..rendering.indices import Index

BINS = 30
"""From the lowest to the highest colour; the thresholds lie on edges of bins."""


@dataclass(frozen=True)
class ParcelChange:
    """The difference over the pixels of a parcel; of a point, over those of its chip.

    Attributes:
        pixels: that stand for the parcel.
        count: those of them that both dates tell something of.
        mean: of these; None without one.
        down, up: how many of these fall below -threshold, and exceed threshold.
        threshold: from which on a change counts.
        limit: the bins reach from -limit to limit; what is beyond is in the first or last.
        bins: pixels by bin, the largest drop first.
        basis: which pixels these are, for people.
    """

    pixels: int
    count: int
    mean: float | None
    down: int
    up: int
    threshold: float
    limit: float
    bins: tuple[int, ...]
    basis: str

    def share_pct(self, count: int) -> float:
        """Of the pixels that tell something, 0..100."""
        return 100.0 * count / self.count if self.count else 0.0


@dataclass(frozen=True)
class Comparison:
    """Two dates, what differs between them, and what of that is the parcel's."""

    difference: IndexDifference
    parcel: ParcelChange


def compare_dates(
    index: Index, first: Chip, second: Chip, place: Place, *, clear_only: bool = True
) -> Comparison:
    """The index of the second date minus that of the first, and how it spreads over the parcel.

    Args:
        index: a row of `rendering.indices.INDICES`.
        first, second: chips of one request.
        place: whose outline chooses the pixels, by the rule of the cloud flag.
        clear_only: see `index_difference`.

    Raises:
        CompareError: the chips have not the same grid.
        RequestError: field `bands`, when a chip lacks a band of the index.
    """
    difference = index_difference(index, first, second, clear_only=clear_only)
    mask = parcel_mask(place, difference.grid)
    return Comparison(difference, _change(difference, mask.pixels, mask.sentence))


def _change(difference: IndexDifference, pixels: NDArray[np.bool_], basis: str) -> ParcelChange:
    import numpy as np

    limit, threshold = difference.limit, difference.threshold
    inside = difference.values[pixels]
    known = inside[np.isfinite(inside)].astype(np.float64)
    bins, _ = np.histogram(np.clip(known, -limit, limit), bins=BINS, range=(-limit, limit))
    return ParcelChange(
        pixels=int(np.count_nonzero(pixels)),
        count=len(known),
        mean=float(known.mean()) if len(known) else None,
        down=int(np.count_nonzero(known < -threshold)),
        up=int(np.count_nonzero(known > threshold)),
        threshold=threshold,
        limit=limit,
        bins=tuple(map(int, bins)),
        basis=basis,
    )
