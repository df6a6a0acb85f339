"""Arrays as lists of Python's own numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def as_list(values: NDArray[np.generic]) -> list[Any]:
    """The items of an array of one or more dimensions; those of two are lists themselves.

    Types alone do not tell that an array has a dimension: by some releases of NumPy's own, what
    `tolist` gives may be a single number.
    """
    return cast("list[Any]", values.tolist())
