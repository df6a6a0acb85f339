"""Headers of which not all is plain are handed over, with the reason."""

from __future__ import annotations

import pytest
import rasterio

from cbm_chips.core.reading.contract import NotWindowed
from tests.core.reading.cog.odd_headers import KEYS, MATRIX, PIXELS, TRANSFORMED
from tests.geotiffs import (
    ASCII,
    DOUBLE,
    LONG,
    LONG8,
    SHORT,
    WITH_ZSTD,
    by_gdal,
    by_hand,
    layout_of,
)


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
