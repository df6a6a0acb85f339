"""PNG files without an imaging package."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from cbm_chips.core.outputs.html.png import encode_png


@pytest.mark.parametrize(("least_alpha", "mode"), [(0, "RGBA"), (255, "RGB")])
def test_a_png_is_decoded_to_the_same_pixels(least_alpha, mode):
    picture = np.random.default_rng(0).integers(0, 256, (7, 5, 4), np.uint8)
    picture[..., 3] |= least_alpha
    with Image.open(io.BytesIO(encode_png(picture))) as decoded:
        assert decoded.mode == mode
        assert np.array_equal(np.asarray(decoded.convert("RGBA")), picture)
