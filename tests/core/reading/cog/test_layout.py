"""Headers of tiled GeoTIFFs: what is read is what GDAL reads; anything else is handed over."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
import rasterio
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
from tests.effort import crossed, examples
from tests.geotiffs import (
    ASCII,
    DOUBLE,
    LONG,
    LONG8,
    SHORT,
    WHERE,
    WITH_ZSTD,
    as_rasterio_reads,
    by_gdal,
    by_hand,
    damaged,
    layout_of,
    whole,
    window_of_blocks,
)

DTYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32")
PIXELS = np.random.default_rng(3).integers(0, 5000, (40, 50)).astype("uint16")
KEYS = [1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 32631]


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
    pixels = np.tile(PIXELS, (30, 30))
    pixels[600:] = 0
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


TRANSFORMED = {33550: None, 33922: None}
MATRIX = [20, 0, 0, 500_000, 0, -20, 0, 4_000_000, 0, 0, 0, 0, 0, 0, 0, 1]


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


def test_a_number_far_from_its_tag_is_left_to_gdal():
    far = {256: (LONG8, [PIXELS.shape[1]])}  # 8 bytes, of which 4 fit
    with pytest.raises(NotWindowed, match="tag 256 outside"):
        layout_of(by_hand(PIXELS, tags=far))


@pytest.mark.parametrize(
    ("tags", "reason"),
    [
        ({259: (SHORT, [50000])}, "compression 50000"),
        ({317: (SHORT, [3])}, "predictor 3"),
        ({322: None, 323: None}, "not tiled"),
        ({277: (SHORT, [3])}, "3 samples"),
        ({262: (SHORT, [0])}, "photometric"),
        ({254: (LONG, [1])}, "overview"),
        ({266: (SHORT, [2])}, "fill order"),
        ({258: (SHORT, [12])}, "12 bits"),
        ({339: (SHORT, [3])}, "sample format 3"),
        ({338: (SHORT, [0])}, "tag 338"),
        ({50674: (LONG, [1])}, "tag 50674"),
        ({256: (LONG, [2**31])}, "an image of"),
        ({322: (LONG, [2**20])}, "blocks of"),
        ({322: (SHORT, [24])}, "blocks of"),
        ({256: (LONG, [999_999]), 257: (LONG, [999_999])}, "too many blocks"),
        ({325: (LONG, [100] * 11)}, "11 values instead of 12"),
        ({324: (LONG, [100] * 13)}, "13 values instead of 12"),
        ({325: (LONG, [2**31] * 12)}, "longer than its pixels"),
        ({324: (LONG, [2**32 - 1] * 12)}, "behind the end"),
        ({324: (LONG, [0] * 12)}, "without a place"),
        ({324: (DOUBLE, [0] * 12)}, "type 12"),
        ({33550: None, 33922: None}, "no tag 33550"),
        ({33550: (DOUBLE, [10, -10, 0])}, "north up"),
        ({33550: (DOUBLE, [float("nan"), 10, 0])}, "finite"),
        ({33922: (DOUBLE, [0] * 24)}, "24 values"),
        ({34264: (DOUBLE, MATRIX)}, "two ways"),
        ({**TRANSFORMED, 34264: (DOUBLE, [0, 20, 0, 0, 20, *MATRIX[5:]])}, "north up"),
        ({34735: (SHORT, [*KEYS[:15], 32767])}, "EPSG"),
        ({34735: (SHORT, [*KEYS[:7], 2, *KEYS[8:]])}, "GeoKey 1024"),
        ({34735: (SHORT, [1, 1, 0, 4, *KEYS[4:], 4096, 0, 1, 5703])}, "parameters"),
        ({34735: (SHORT, [1, 1, 0, 4, *KEYS[4:], 3076, 0, 1, 9002])}, "GeoKey 3076"),
        ({34735: (SHORT, [1, 1, 0, 9, *KEYS[4:]])}, "unknown form"),
        ({34737: (ASCII, b"ESRI PE String = PROJCS[...]|\0")}, "words"),
        ({34735: (SHORT, [*KEYS[:3], 4, *KEYS[4:12], 2048, 0, 1, 4258, *KEYS[12:]])}, "parameters"),
        ({34735: (SHORT, [*KEYS[:3], 4, *KEYS[4:12], 1026, 34737, 9, 0, *KEYS[12:]])}, "form"),
        ({34735: (SHORT, [*KEYS[:4], *KEYS[12:], *KEYS[4:12]])}, "form"),
        ({42113: (ASCII, b"nan\0")}, "nodata"),
        ({42113: (ASCII, b"-9999\0")}, "nodata"),
        ({42113: (ASCII, b"0.5\0")}, "nodata"),
        ({42113: (ASCII, b"\0")}, "nodata"),
    ],
)
def test_what_is_not_plain_is_handed_over_with_the_reason(tags, reason):
    with pytest.raises(NotWindowed, match=reason):
        layout_of(by_hand(PIXELS, tags=tags))


@pytest.mark.parametrize(
    "profile",
    [
        {"tiled": False},
        {"compress": "LZW"},
        {"compress": "NONE"},
        pytest.param({"compress": "ZSTD"}, marks=WITH_ZSTD),
        {"crs": "EPSG:4326"},
        {"crs": "+proj=tmerc +lon_0=3 +ellps=GRS80"},
        {"transform": rasterio.Affine(10, 1, 0, 1, -10, 0)},
    ],
)
def test_other_files_of_gdal_are_handed_over(profile):
    with pytest.raises(NotWindowed):
        layout_of(by_gdal(PIXELS, **profile))


def test_floats_are_handed_over():
    with pytest.raises(NotWindowed, match="sample format 3"):
        layout_of(by_gdal(PIXELS.astype("float32")))


@pytest.mark.parametrize("data", [b"", b"II", b"\x89PNG" * 9, b"II*\0" + bytes(20)])
@pytest.mark.parametrize("knows_size", [True, False])
def test_what_is_no_tiff_is_handed_over(data, knows_size):
    with pytest.raises(NotWindowed):
        layout_of(data, knows_size=knows_size)


def test_repeated_tags_are_handed_over():
    data = bytearray(by_hand(PIXELS))
    data[10 + 12 : 10 + 24] = data[10 : 10 + 12]

    with pytest.raises(NotWindowed, match="repeated"):
        layout_of(bytes(data))


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
    files = [damaged(base, seed, below=400) for base in BASES for seed in range(150)]
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
