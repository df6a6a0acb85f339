"""The fast reader gives the same pixels as GDAL, or leaves the file to it."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.cog.open_files import HEAD_BYTES
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.contract import ReadJob, open_plainly
from cbm_chips.core.reading.gdal.reader import RasterReader
from tests.builders import LEFT, TOP, write_tile
from tests.core.reading.cog.windows import (
    ACROSS,
    HURRIED,
    INSIDE,
    LAYOUT,
    Noting,
    assert_same,
    direct,
    flipped,
    general_name,
    pixels_of,
    place_of_block,
    read_one,
)
from tests.effort import IS_THOROUGH, examples
from tests.geotiffs import WITH_ZSTD

DTYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32")


@st.composite
def files(draw):
    """A file's profile, size and seed, and the corner and size of a window."""
    width, height = draw(st.integers(1, 300)), draw(st.integers(1, 300))
    profile = {
        "dtype": draw(st.sampled_from(("uint8", "uint16", "int16", "uint32", "int32"))),
        "blockxsize": 16 * draw(st.integers(1, 9)),
        "blockysize": 16 * draw(st.integers(1, 9)),
        "predictor": draw(st.sampled_from((1, 2))),
        "nodata": draw(st.sampled_from((None, 0, 7))),
        "BIGTIFF": draw(st.sampled_from(("YES", "NO"))),
        "ENDIANNESS": draw(st.sampled_from(("LITTLE", "BIG"))),
        "SPARSE_OK": "TRUE",
    }
    corner = draw(st.integers(-40, width + 20)), draw(st.integers(-40, height + 20))
    size = draw(st.integers(1, 200)), draw(st.integers(1, 200))
    return profile, (height, width), corner, size, draw(st.integers(0, 999))


@settings(max_examples=examples(60), deadline=None)
@given(files())
def test_any_window_of_any_layout_holds_what_gdal_reads(started, folder, made):
    profile, shape, (col, row), (width, height), seed = made
    rng = np.random.default_rng(seed)
    values = rng.integers(0, 120, shape).astype(profile["dtype"])
    # Whole blocks of no data stay out of the file.
    values[: shape[0] // 2, shape[1] // 3 :] = profile["nodata"] or 0
    name = f"any-{time.monotonic_ns()}.tif"
    path = write_tile(folder / name, values, **profile)
    grid = Grid(32631, LEFT + 10 * col, TOP - 10 * row, 10.0, width, height)
    general = RasterReader()
    expected = pixels_of(read_one(general, path, grid))
    reader = WindowReader(HURRIED, general=general)
    for href in (path, f"{started.url}/{name}"):
        read = read_one(reader, href, grid)
        assert_same(pixels_of(read), expected.values)
    path.unlink()


@pytest.mark.parametrize("grid", [INSIDE, ACROSS], ids=["inside", "across four blocks"])
def test_a_window_over_http_is_that_of_the_file(reader, server, folder, general, grid):
    pixels = pixels_of(read_one(reader, f"{server.url}/0.tif", grid))
    assert_same(pixels, direct(folder / "0.tif", grid))
    assert pixels.bytes_read == server.stats()["bytes"]
    assert general.asked == []


def test_a_prefix_that_turns_out_too_short_is_read_on(server, folder, monkeypatch):
    monkeypatch.setattr(
        "cbm_chips.core.reading.cog.window_plan.prefix_estimate", lambda count, *_: min(count, 2000)
    )
    reader = WindowReader(HURRIED, general=Noting())
    read = read_one(reader, f"{server.url}/0.tif", ACROSS)
    assert_same(pixels_of(read), direct(folder / "0.tif", ACROSS))
    assert server.stats()["requests"] > 5


def test_only_the_rows_down_to_the_window_are_fetched(reader, server, folder):
    whole_block = (folder / "0.tif").stat().st_size / 4
    read_one(reader, f"{server.url}/0.tif", replace(INSIDE, top=TOP))
    assert server.stats()["bytes"] < HEAD_BYTES + 0.4 * whole_block


@pytest.mark.parametrize(
    "change",
    [
        {"compress": "lzw"},
        pytest.param({"compress": "zstd", "predictor": 1}, marks=WITH_ZSTD),
        {"tiled": False, "blockxsize": None, "blockysize": 16},
        {"compress": None, "predictor": 1},
    ],
    ids=lambda change: "-".join(map(str, change.values())),
)
def test_what_is_no_tiled_deflate_is_read_by_the_general_reader(reader, general, tmp_path, change):
    profile = {name: value for name, value in {**LAYOUT, **change}.items() if value is not None}
    values = np.random.default_rng(1).integers(1, 999, (512, 512)).astype("uint16")
    if change.get("compress", "") is None:
        profile["compress"] = "none"
    path = write_tile(tmp_path / "other.tif", values, **profile)
    pixels = pixels_of(read_one(reader, path))
    assert_same(pixels, direct(path), general_name())
    assert general.asked == [str(path)]


def test_a_file_in_another_zone_is_warped_by_the_general_reader(reader, server, general):
    foreign = Grid(32632, 203_600.0, 5_903_680.0, 10.0, 128, 128)
    read = read_one(reader, f"{server.url}/0.tif", foreign)
    assert len(general.asked) == 1
    assert (
        pixels_of(read).values
        == pixels_of(read_one(general, f"{server.url}/0.tif", foreign)).values
    ).all()


def test_no_more_files_are_handed_over_at_once_than_agreed(folder):
    lock, now, busiest = threading.Lock(), 0, 0

    class Counting:
        def read_all(self, jobs, access):
            nonlocal now, busiest
            with lock:
                now += 1
                busiest = max(busiest, now)
            yield from RasterReader().read_all(jobs, access)
            with lock:
                now -= 1

    reader = WindowReader(general=Counting(), general_at_once=2)
    jobs = [
        ReadJob(Asset("B04", str(folder / f"{n % 6}.tif"), media="jp2"), INSIDE) for n in range(12)
    ]
    assert len(list(filter(None, reader.read_all(jobs, open_plainly)))) == len(jobs)
    assert busiest == 2


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A file in one block of less than 64 kB."""
    path = tmp_path_factory.mktemp("small") / "small.tif"
    rng = np.random.default_rng(5)
    values = rng.integers(1000, 1010, (256, 256)).astype("uint16")
    return write_tile(path, values, blockxsize=256, blockysize=256, predictor=2)


CORNER = Grid(32631, LEFT, TOP, 10.0, 40, 40)
"""The first rows of the block."""


@pytest.mark.parametrize("is_local", [True, False])
def test_damage_in_a_small_block_never_gives_pixels(
    small, folder, server, tmp_path, request, is_local
):
    offset, length = place_of_block(small)
    right = direct(small, CORNER)
    dice = np.random.default_rng(11)
    reader, wrong = WindowReader(HURRIED, general=Noting()), 0
    for number in range(40 if IS_THOROUGH else 12):
        at, bit = offset + int(dice.integers(2, length)), int(dice.integers(8))
        path = folder / f"damaged-{is_local}-{number}.tif"
        path.write_bytes(flipped(small.read_bytes(), at, bit))
        read = read_one(reader, path if is_local else f"{server.url}/{path.name}", CORNER)
        path.unlink()
        if read.pixels is None:
            wrong += "checksum" in str(read.error)
        else:
            assert (read.pixels.values == right).all()
    assert wrong


def test_bytes_that_were_damaged_on_the_way_are_fetched_again(small, folder, server, fresh_url):
    path = folder / fresh_url.rpartition("/")[2]
    path.write_bytes(small.read_bytes())
    offset, length = place_of_block(small)
    damaged = flipped(small.read_bytes(), offset + length - 1, 0)
    times = os.stat(path)
    path.write_bytes(damaged)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    reader = WindowReader(HURRIED, general=Noting())
    assert "checksum" in str(read_one(reader, fresh_url, CORNER).error)
    path.write_bytes(small.read_bytes())
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert (read_one(reader, fresh_url, CORNER).pixels.values == direct(small, CORNER)).all()
