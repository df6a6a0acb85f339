"""PNG files without an imaging package."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from cbm_chips.core.outputs.html.png import encode_png, encode_stored_png


@pytest.mark.parametrize("encode", [encode_png, encode_stored_png])
@pytest.mark.parametrize("shape", [(7, 5, 4), (1, 1, 4), (256, 200, 4)])
@pytest.mark.parametrize(("least_alpha", "mode"), [(0, "RGBA"), (255, "RGB")])
def test_a_png_is_decoded_to_the_same_pixels(least_alpha, mode, shape, encode):
    picture = np.random.default_rng(0).integers(0, 256, shape, np.uint8)
    picture[..., 3] |= least_alpha
    with Image.open(io.BytesIO(encode(picture))) as decoded:
        assert decoded.mode == mode
        assert np.array_equal(np.asarray(decoded.convert("RGBA")), picture)


def test_a_stored_png_has_the_bytes_that_its_description_gives_without_a_compressor():
    picture = np.zeros((1, 1, 4), np.uint8)
    picture[0, 0] = (1, 2, 3, 255)
    rows = b"\x00\x01\x02\x03"
    assert encode_stored_png(picture)[41:-16] == (
        b"\x78\x01" + b"\x01\x04\x00\xfb\xff" + rows + b"\x00\x0e\x00\x07"
    )
