"""Windows of a block's pixels, and how much of a block is fetched for them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.reading.cog.decode import rows_of
from cbm_chips.core.reading.cog.layout import Layout
from cbm_chips.core.reading.cog.window_plan import prefix_estimate

WIDTH, HEIGHT = 48, 32


def a_layout(dtype: str, predictor: int) -> Layout:
    return Layout(
        width_px=WIDTH,
        height_px=HEIGHT,
        block_width_px=WIDTH,
        block_height_px=HEIGHT,
        dtype=np.dtype(dtype),
        predictor=predictor,
        epsg=32631,
        transform=(10.0, 0.0, 600_000.0, 0.0, -10.0, 5_900_000.0),
        nodata=None,
        offsets=np.array([8], np.uint64),
        byte_counts=np.array([100], np.uint32),
    )


def stored(pixels, layout: Layout) -> bytes:
    """As TIFF 6.0 says: differences to the left neighbour, which may wrap, in file order."""
    if layout.predictor == 2:
        left = np.zeros_like(pixels)
        left[:, 1:] = pixels[:, :-1]
        pixels = pixels - left
    return pixels.astype(layout.dtype).tobytes()


@given(
    st.sampled_from(("u1", "i1", "<u2", ">u2", "<i2", ">i2", "<u4", ">u4", "<i4", ">i4")),
    st.sampled_from((1, 2)),
    st.integers(0, 2**32),
    st.data(),
)
def test_a_window_of_a_prefix_is_the_window_of_the_pixels(dtype, predictor, seed, data):
    layout = a_layout(dtype, predictor)
    native = layout.dtype.newbyteorder("=")
    limits = np.iinfo(native)
    pixels = np.random.default_rng(seed).integers(
        limits.min, limits.max, (HEIGHT, WIDTH), endpoint=True, dtype=native
    )
    top, left = data.draw(st.integers(0, HEIGHT - 1)), data.draw(st.integers(0, WIDTH - 1))
    rows = slice(top, data.draw(st.integers(top + 1, HEIGHT)))
    cols = slice(left, data.draw(st.integers(left + 1, WIDTH)))
    prefix = stored(pixels, layout)[: rows.stop * layout.row_bytes]

    window = rows_of(prefix, layout, rows=rows, cols=cols)

    assert np.array_equal(window, pixels[rows, cols])
    assert window.dtype == native
    assert window.dtype.isnative
    assert window.flags.c_contiguous
    assert window.flags.writeable
    assert np.array_equal(rows_of(memoryview(prefix), layout, rows=rows, cols=cols), window)


def test_a_prefix_that_does_not_reach_the_last_row_is_refused():
    layout = a_layout("<u2", 2)

    with pytest.raises(ValueError, match="buffer"):
        rows_of(bytes(10 * layout.row_bytes - 1), layout, rows=slice(8, 10), cols=slice(0, 1))


def test_small_blocks_are_fetched_whole():
    assert prefix_estimate(60_000, 1, 1024) == 60_000


@given(st.integers(0, 8 << 20), st.integers(1, 1024))
def test_an_estimate_has_a_margin_but_never_reaches_beyond_the_block(byte_count, rows):
    asked = prefix_estimate(byte_count, rows, 1024)

    assert asked <= byte_count
    assert asked == byte_count or asked > byte_count * rows / 1024
    assert asked <= max(64 << 10, byte_count * (rows / 1024 + 0.015) + (8 << 10))
