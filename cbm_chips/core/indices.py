"""Where scripts found indices before `rendering.indices`; they go on, see there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .rendering import indices
from .rendering.indices import INDICES, find_index

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

__all__ = ["INDICES", "find_index", "index_of_chip"]


def index_of_chip(
    name: str,
    bands: Mapping[str, NDArray[np.generic]],
    *,
    scales: Mapping[str, tuple[float, float]],
) -> NDArray[np.float32]:
    """The index of this name, see `rendering.indices.index_of_chip`.

    Raises:
        RequestError: field `index` (unknown) or `bands` (one is missing).
    """
    return indices.index_of_chip(find_index(name), bands, scales=scales)
