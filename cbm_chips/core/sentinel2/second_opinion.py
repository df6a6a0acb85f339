"""A second opinion on dates that the SCL calls clear: Sen2Cor's own cloud probability.

Two masks that disagree ask for a look by a person: nothing is left out for it. Some sources list
the probability as a file (Earth Search's Collection 1 as `cloud`, uint8, per cent, 20 m). They
state 0 as no data, which is wrong: 0 per cent is data. Where nothing was seen, the SCL decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .scl import NO_DATA_CODE, SCL_CLASSES, CloudFlag

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CLOUD_PROBABILITY = "CLD"
"""The name of its file among the bands; it can't be asked for as a band."""
LIKELY_FROM_PCT = 40
"""From this probability on a pixel is likely a cloud."""
DOUBTFUL_FROM = 0.2
"""From this share of likely clouds on a clear date is doubtful: a fifth."""


def likely_cloud(
    probability_pct: NDArray[np.generic], scl: NDArray[np.generic]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which pixels are likely clouds, and which were seen at all.

    Args:
        probability_pct: of any shape, 0 to 100.
        scl: the classes of the same pixels.
    """
    import numpy as np

    classes, pct = scl.astype(np.int16), probability_pct.astype(np.int16)
    seen = (classes > NO_DATA_CODE) & (classes < len(SCL_CLASSES))
    return seen & (pct >= LIKELY_FROM_PCT), seen


def likely_cloud_fraction(
    probability_pct: NDArray[np.generic],
    scl: NDArray[np.generic],
    mask: NDArray[np.bool_] | None = None,
) -> float | None:
    """The share of likely clouds among the pixels that were seen; None where there are none.

    Args:
        probability_pct: [h, w], 0 to 100.
        scl: [h, w] of class codes.
        mask: [h, w], True where the pixel counts; None for all.
    """
    likely, seen = likely_cloud(probability_pct, scl)
    if mask is not None:
        likely, seen = likely & mask, seen & mask
    count = int(seen.sum())
    return int(likely.sum()) / count if count else None


def is_doubtful(flag: CloudFlag | None, likely_fraction: float | None) -> bool:
    """The SCL calls it clear, and the probability does not."""
    is_likely = likely_fraction is not None and likely_fraction >= DOUBTFUL_FROM
    return is_likely and flag is CloudFlag.CLEAR
