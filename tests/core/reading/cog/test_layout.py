"""Headers of tiled GeoTIFFs: what is read is what GDAL reads."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.errors import RasterioError
from rasterio.io import MemoryFile
from rasterio.shutil import copy

from cbm_chips.core.reading.cog.header import parse_layout
from cbm_chips.core.reading.cog.inflate import CorruptData
from cbm_chips.core.reading.cog.layout import Layout
from cbm_chips.core.reading.cog.tags import NeedBytes
from cbm_chips.core.reading.contract import NotWindowed
from tests.core.reading.cog.odd_headers import KEYS, MATRIX, PIXELS, TRANSFORMED
from tests.effort import crossed, examples
from tests.geotiffs import (
    ASCII,
    DOUBLE,
    LONG,
    LONG8,
    SHORT,
    WHERE,
    as_rasterio_reads,
    by_gdal,
    by_hand,
    damaged,
    layout_of,
    whole,
    window_of_blocks,
)

DTYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32")


def agrees_with_rasterio(data: bytes, **way) -> Layout:
    layout = layout_of(data, **way)
    pixels, epsg, transform, nodata = as_rasterio_reads(data)
    found = whole(data, layout)
    assert found.dtype == pixels.dtype
    assert np.array_equal(found, pixels)
    assert (layout.epsg, layout.transform) == (epsg, pytest.approx(transform, abs=1e-9))
    assert layout.nodata == nodata
    return layout


@st.composite
def geotiffs(draw):
    dtype = np.dtype(draw(st.sampled_from(DTYPES)))
    width, height = draw(st.integers(1, 90)), draw(st.integers(1, 90))
    limits = np.iinfo(dtype)
    dice = np.random.default_rng(draw(st.integers(0, 2**32)))
    pixels = dice.integers(limits.min, limits.max, (height, width), endpoint=True).astype(dtype)
    pixels[draw(st.integers(0, height)) :] = draw(st.integers(0, 100))
    side = st.sampled_from((16, 32, 48, 64))
    nodata = draw(st.none() | st.integers(max(limits.min, 0), limits.max))
    return pixels, by_gdal(
        pixels,
        filled_rows=draw(st.none() | st.integers(0, height)),
        sparse_ok=draw(st.booleans()),
        blockxsize=draw(side),
        blockysize=draw(side),
        predictor=draw(st.sampled_from((1, 2))),
        bigtiff=draw(st.sampled_from(("YES", "NO"))),
        endianness=draw(st.sampled_from(("LITTLE", "BIG"))),
        **({} if nodata is None else {"nodata": nodata}),
    )


@settings(max_examples=examples(120), deadline=None)
@given(geotiffs(), st.booleans(), st.sampled_from((None, 1000)))
def test_whatever_gdal_writes_comes_out_with_rasterios_pixels(made, knows_size, piece_bytes):
    _, data = made
    layout = agrees_with_rasterio(data, knows_size=knows_size, piece_bytes=piece_bytes)

    again = Layout.unpack(layout.pack())

    assert again.pack() == layout.pack()
    assert np.array_equal(again.offsets, layout.offsets)
    assert np.array_equal(again.byte_counts, layout.byte_counts)
    assert (again.dtype, again.file_grid) == (layout.dtype, layout.file_grid)


@settings(max_examples=examples(60), deadline=None)
@given(st.data())
def test_windows_at_corners_and_edges_are_rasterios(data):
    _, file = data.draw(geotiffs())
    layout = layout_of(file)
    top = data.draw(st.integers(0, layout.height_px - 1))
    left = data.draw(st.integers(0, layout.width_px - 1))
    rows = slice(top, data.draw(st.integers(top + 1, layout.height_px)))
    cols = slice(left, data.draw(st.integers(left + 1, layout.width_px)))

    window = window_of_blocks(file, layout, rows, cols)

    assert np.array_equal(window, as_rasterio_reads(file)[0][rows, cols])


@pytest.mark.parametrize("sparse", ["TRUE", "FALSE"])
@pytest.mark.parametrize("predictor", ["NO", "STANDARD"])
def test_cloud_optimised_files_have_everything_in_their_first_bytes(tmp_path, predictor, sparse):
    pixels = np.tile(PIXELS, (12, 12))
    pixels[240:] = 0
    options = {"BLOCKSIZE": "128", "COMPRESS": "DEFLATE", "PREDICTOR": predictor}
    with MemoryFile(by_gdal(pixels, nodata=0)) as memory, memory.open() as dataset:
        copy(dataset, str(tmp_path / "cog.tif"), driver="COG", SPARSE_OK=sparse, **options)
    data = (tmp_path / "cog.tif").read_bytes()

    layout = parse_layout({0: data[: 16 << 10]}, size_bytes=len(data))

    assert b"GDAL_STRUCTURAL_METADATA" in data[:600]
    assert (layout.byte_counts == 0).any() == (sparse == "TRUE")
    assert np.array_equal(whole(data, layout), as_rasterio_reads(data)[0])
    assert len(layout.pack()) < 40 + 8 * layout.offsets.size + 100


@pytest.mark.parametrize(
    ("order", "big", "table_kind", "directory_last", "block"),
    crossed(
        ["<", ">"],
        [True, False],
        [SHORT, LONG, LONG8],
        [True, False],
        [(16, 16), (64, 64)],  # many blocks, or one: values inline
    ),
)
def test_every_form_of_block_tables_is_read(order, big, table_kind, directory_last, block):
    data = by_hand(
        PIXELS,
        order=order,
        big=big,
        table_kind=table_kind,
        directory_last=directory_last,
        block=block,
    )
    agrees_with_rasterio(data)
    agrees_with_rasterio(data, knows_size=False, piece_bytes=300)


@pytest.mark.parametrize(
    "tags",
    [
        {259: (SHORT, [32946])},
        {284: (SHORT, [2])},
        {339: None},
        {277: None},
        {42113: (ASCII, b"0\0")},
        {42113: (ASCII, b"65535.0\0")},
        {33922: (DOUBLE, [3, 2, 0, 600_000, 5_900_000, 0])},
        {34735: (SHORT, [*KEYS[:11], 2, *KEYS[12:]])},
        {**TRANSFORMED, 34264: (DOUBLE, MATRIX)},
        {**TRANSFORMED, 34264: (DOUBLE, MATRIX), 34735: (SHORT, [*KEYS[:11], 2, *KEYS[12:]])},
        {34735: None},
        {305: (ASCII, b"by hand, with a long description that stands elsewhere\0")},
        {262: (SHORT, [3]), 320: (SHORT, [0] * 3 * 65536)},
    ],
)
def test_odd_but_plain_headers_mean_what_they_mean_to_gdal(tags):
    agrees_with_rasterio(by_hand(PIXELS, tags=tags))


def test_files_with_the_same_tags_keep_their_own_place_and_no_data():
    for number in range(3):
        corner = [0, 0, 0, 600_000 + 100 * number, 5_900_000, 0]
        tags = {33922: (DOUBLE, corner), 42113: (ASCII, b"00000%d\0" % number)}
        layout = agrees_with_rasterio(by_hand(PIXELS, tags=tags))
        assert (layout.transform[2], layout.nodata) == (600_000 + 100 * number, number)


def test_blocks_without_bytes_hold_the_nodata_value():
    counts = {325: (LONG, [0] * 12), 324: (LONG, [0] * 12), 42113: (ASCII, b"77\0")}
    data = by_hand(PIXELS, tags=counts)

    assert (whole(data, agrees_with_rasterio(data)) == 77).all()


def test_there_is_no_block_outside_the_image():
    layout = layout_of(by_hand(PIXELS))

    for col, row in ((4, 0), (0, 3), (-1, 0), (0, -1)):
        with pytest.raises(IndexError):
            layout.block(col, row)


@settings(max_examples=examples(200), deadline=None)
@given(st.integers(0, 2**32))
def test_a_damaged_packed_layout_is_refused(seed):
    packed = layout_of(by_hand(PIXELS)).pack()
    broken = damaged(packed, seed)

    if broken != packed:
        with pytest.raises(ValueError, match="packed"):
            Layout.unpack(broken)


BASES = [
    by_hand(PIXELS),
    by_hand(PIXELS, order=">", big=True, directory_last=True),
    by_gdal(PIXELS, nodata=3, blockxsize=32, blockysize=32, predictor=2, sparse_ok=True),
]


@settings(max_examples=examples(600), deadline=None)
@given(st.sampled_from(BASES), st.integers(0, 2**32), st.booleans())
def test_damaged_files_give_gdals_pixels_or_are_handed_over(base, seed, knows_size):
    data = damaged(base, seed, below=700 if seed % 2 else None)
    try:
        layout = layout_of(data, knows_size=knows_size)
        found = whole(data, layout)
    except (NotWindowed, CorruptData):
        return
    try:
        pixels, epsg, transform, _ = as_rasterio_reads(data)
    except RasterioError:
        return  # it may be stricter
    assert np.array_equal(found, pixels)
    assert layout.epsg == epsg
    assert layout.transform == pytest.approx(transform, rel=1e-12)


def test_no_header_makes_the_parser_ask_for_much_memory():
    files = [damaged(base, seed, below=400) for base in BASES for seed in range(50)]
    tracemalloc.start()
    try:
        for data in files:
            try:
                parse_layout({0: data}, size_bytes=None)
            except (NotWindowed, NeedBytes):
                continue
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert most < 1 << 20


def test_a_file_placed_without_crs_has_no_code():
    data = by_gdal(PIXELS, crs=None)

    assert agrees_with_rasterio(data).epsg is None
    assert layout_of(by_gdal(PIXELS)).epsg == int(WHERE["crs"][5:])
