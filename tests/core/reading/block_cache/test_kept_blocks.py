"""Compressed blocks on disk: the next chip in a block asks nobody, and nobody trusts the disk."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache as remembered

import numpy as np
import pytest

from cbm_chips.core.cache import ChipCache
from cbm_chips.core.cache.store import BLOCKS_NAME
from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.block_cache import memory as blocks
from cbm_chips.core.reading.block_cache.record import HEAD_BYTES, BlockKey
from cbm_chips.core.reading.cog import open_files as files
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.contract import ReadJob, open_plainly
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reading.shutdown import THREAD_NAME
from tests.builders import LEFT, TOP, write_tile
from tests.new_threads import NewThreads
from tests.python_child import PythonChild

HURRIED = Network(retries=1, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
SIDE_PX, BLOCK_PX, FILES = 512, 512, 3
HERE = Grid(32631, LEFT + 1000, TOP - 2000, 10.0, 128, 128)
BESIDE = replace(HERE, left=LEFT + 3000, top=TOP - 1500)
"""In the same block, and no further down."""
BELOW = replace(HERE, top=TOP - 3500)
KEY = BlockKey("https://host/B04.tif", 4096, '99 "etag"')


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    rng = np.random.default_rng(23)
    root = tmp_path_factory.mktemp("files")
    for number in range(FILES):
        values = rng.integers(1, 3000, (SIDE_PX, SIDE_PX)).astype("uint16")
        write_tile(root / f"{number}.tif", values, blockxsize=BLOCK_PX, blockysize=BLOCK_PX)
    return root


@pytest.fixture
def cache(tmp_path):
    return ChipCache(tmp_path)


@pytest.fixture(autouse=True)
def _patience(monkeypatch):
    """However busy the machine is, all is written."""
    monkeypatch.setattr(blocks, "WRITE_TIMEOUT_S", 60)


def read_all(cache, server, grid=HERE, *, count=FILES):
    """The pixels of all files; all that is kept is there in the end."""
    new_threads = NewThreads()
    reads = {read.job.asset.href: read for read in reads_of(cache, server, grid, count) if read}
    new_threads.join(THREAD_NAME)
    return [reads[f"{server.url}/{number}.tif"].pixels for number in range(count)]


def reads_of(cache, server, grid=HERE, count=FILES):
    """By a reader that knows only what lies on disk."""
    general = RasterReader(HURRIED)
    reader = WindowReader(HURRIED, general=general, stores=cache.file_stores)
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif", version="1"), grid) for n in range(count)]
    return reader.read_all(jobs, open_plainly)


def assert_right(pixels, folder, grid=HERE):
    paths = [folder / f"{number}.tif" for number in range(len(pixels))]
    for path, found in zip(paths, pixels):
        np.testing.assert_array_equal(found.values, by_gdal(path, path.stat().st_mtime_ns, grid))
        assert found.reader == "windows"


@remembered
def by_gdal(path, _changed_ns, grid):
    """What the general reader cuts out of a file."""
    job = ReadJob(Asset("B04", str(path)), grid)
    (direct,) = filter(None, RasterReader().read_all([job], open_plainly))
    return direct.pixels.values


def files_of(cache):
    return sorted((cache.folder / BLOCKS_NAME).iterdir())


def lengths_of(cache):
    return [path.stat().st_size - HEAD_BYTES for path in files_of(cache)]


# For readers


@pytest.mark.parametrize("memory_bytes", [48 << 20, 300_000, 0], ids=["ample", "tight", "none"])
def test_the_next_chip_in_a_block_asks_nobody_whatever_fits_into_memory(
    cache, server, folder, monkeypatch, memory_bytes
):
    monkeypatch.setitem(files.KnownFiles.__init__.__kwdefaults__, "limit_bytes", memory_bytes)
    read_all(cache, server)
    assert server.stats()["requests"] == 2 * FILES
    for grid in (HERE, BESIDE):
        server.reset()
        pixels = read_all(cache, server, grid)
        assert server.stats()["requests"] == 0
        assert {one.bytes_read for one in pixels} == {0}
        assert_right(pixels, folder, grid)


def test_another_process_asks_nobody_either(cache, server):
    read_all(cache, server)
    server.reset()
    run_elsewhere(cache, server).outcome()
    assert server.stats()["requests"] == 0


def test_two_processes_at_once_keep_what_both_read(cache, server, folder):
    for process in [run_elsewhere(cache, server) for _ in range(2)]:
        process.outcome()
    server.reset()
    assert_right(read_all(cache, server), folder)
    assert server.stats()["requests"] == 0
    assert len(files_of(cache)) == FILES


def run_elsewhere(cache, server):
    code = (
        "import sys; from pathlib import Path; from cbm_chips.core.cache import ChipCache;"
        "from tests.core.reading.block_cache import test_kept_blocks as t;"
        "server = type('Server', (), {'url': sys.argv[2]});"
        "assert all(t.read_all(ChipCache(Path(sys.argv[1])), server))"
    )
    return PythonChild(code, cache.folder.parent, server.url)


@pytest.mark.parametrize("end", ["close", "leave"])
def test_what_was_read_before_a_run_is_given_up_is_kept(cache, server, end):
    code = (
        "import sys; from pathlib import Path; from cbm_chips.core.cache import ChipCache;"
        "from tests.core.reading.block_cache import test_kept_blocks as t;"
        "server = type('Server', (), {'url': sys.argv[2]});"
        "reads = t.reads_of(ChipCache(Path(sys.argv[1])), server);"
        "some = [read for read, _ in zip(filter(None, reads), range(2))];"
        f"{'reads.close()' if end == 'close' else ''}"
    )
    PythonChild(code, cache.folder.parent, server.url).outcome()
    assert len(files_of(cache)) >= 2


def test_further_rows_are_fetched_alone_and_the_longer_prefix_stays(cache, server, folder):
    read_all(cache, server)
    short = lengths_of(cache)
    server.reset()
    assert_right(read_all(cache, server, BELOW), folder, BELOW)
    stats = server.stats()
    assert stats["requests"] == FILES
    longer = lengths_of(cache)
    assert all(after > before for after, before in zip(longer, short))
    assert stats["bytes"] == sum(longer) - sum(short)
    server.reset()
    read_all(cache, server)
    read_all(cache, server, BELOW)
    assert server.stats()["requests"] == 0
    assert lengths_of(cache) == longer


@pytest.mark.parametrize("at", [10, HEAD_BYTES - 3, HEAD_BYTES + 5_000], ids=str)
def test_a_damaged_prefix_is_read_anew(cache, server, folder, at):
    read_all(cache, server)
    for path in files_of(cache):
        damaged = bytearray(path.read_bytes())
        damaged[at] ^= 64
        path.write_bytes(damaged)
    server.reset()
    assert_right(read_all(cache, server), folder)
    assert server.stats()["requests"] == FILES
    server.reset()
    assert_right(read_all(cache, server), folder)
    assert server.stats()["requests"] == 0


def test_a_prefix_of_another_content_of_the_file_is_not_used(cache, server, folder):
    path = folder / "0.tif"
    before = path.read_bytes()
    read_all(cache, server, count=1)
    cache.headers.clear()
    try:
        path.write_bytes((folder / "1.tif").read_bytes())
        os.utime(path, ns=(1, 1))
        server.reset()
        assert_right(read_all(cache, server, count=1), folder)
        assert server.stats()["requests"] == 2
    finally:
        path.write_bytes(before)


def test_where_nothing_can_be_written_everything_is_read(cache, server, folder):
    (cache.folder / BLOCKS_NAME).write_text("in the way")
    assert_right(read_all(cache, server), folder)
    assert_right(read_all(cache, server, BESIDE), folder, BESIDE)


def test_what_gave_no_pixels_is_not_kept(cache, server):
    server.set_faults([{"match": "tif", "kind": "garbage", "times": 1}])
    read_all(cache, server, count=1)
    assert cache.blocks.use()[0] == 0


# For users


def test_the_cache_counts_and_clears_them_and_nobody_else_looks_in(cache, server):
    before = cache.use()
    read_all(cache, server)
    use = cache.use()
    assert use.entries == before.entries + FILES
    assert use.size_bytes - before.size_bytes >= sum(p.stat().st_size for p in files_of(cache))
    assert (cache.folder / BLOCKS_NAME).stat().st_mode & 0o777 == 0o700
    assert not any(b"127.0.0.1" in path.read_bytes() for path in files_of(cache))
    cache.clear()
    assert (files_of(cache), cache.use().entries) == ([], 0)


def test_half_of_the_cache_is_theirs_but_no_more_than_a_gigabyte(tmp_path):
    small = ChipCache(tmp_path / "small", size_limit_bytes=4 << 20).blocks
    for number in range(40):
        small.put(KEY._replace(offset=number), bytes(200_000))
    assert 1 << 20 < small.use()[1] <= 2 << 20
    large = ChipCache(tmp_path / "large", size_limit_bytes=1 << 40)
    assert large.blocks._limit == 1 << 30
