"""Scripts that import numbers and pictures from where they were before the rooms go on."""

from __future__ import annotations

import numpy as np
import pytest

from cbm_chips.core.composites import layers
from cbm_chips.core.errors import RequestError
from cbm_chips.core.indices import index_of_chip
from cbm_chips.core.stretch import limits, parse_lut

SCALES = dict.fromkeys(("B04", "B08"), (0.0001, 0.0))


def test_an_index_is_computed_by_its_name():
    bands = {"B08": np.full((2, 2), 3000, np.uint16), "B04": np.full((2, 2), 1000, np.uint16)}
    np.testing.assert_allclose(index_of_chip("NDVI", bands, scales=SCALES), 0.5, 1e-6)
    with pytest.raises(RequestError, match="NDVI"):
        index_of_chip("no index", bands, scales=SCALES)


def test_a_composite_is_stacked_and_stretched():
    bands = {"B08": np.array([[0, 3000]], np.uint16), "B04": np.array([[600, 900]], np.uint16)}
    values, valid = layers(bands, ("B08", "B04", "B04"), scales=SCALES)
    assert valid.tolist() == [[False, True]]
    assert limits(parse_lut("0_100"), values, valid=valid)[1] == (900, 900)
