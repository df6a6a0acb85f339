"""Compressed blocks on disk: the next chip in a block asks nobody, and nobody trusts the disk."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.cache import ChipCache
from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.access import open_plainly
from cbm_chips.core.reading.blocks import checksum, files, prefix_folder
from cbm_chips.core.reading.blocks.inflate import ZLIB
from cbm_chips.core.reading.blocks.libdeflate import load
from cbm_chips.core.reading.blocks.prefix_folder import PrefixFolder
from cbm_chips.core.reading.blocks.prefix_record import HEAD_BYTES, PIECE_BYTES, Key
from cbm_chips.core.reading.blocks.prefixes import Prefixes
from cbm_chips.core.reading.jobs import ReadJob
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reading.patience import FAREWELL, wait_for_reads
from cbm_chips.core.reading.rasters import RasterReader
from cbm_chips.core.reading.windows import WindowReader
from tests.builders import LEFT, TOP, write_tile
from tests.servers.process import REPOSITORY, ServerProcess

HURRIED = Network(retries=1, retry_delay_s=0.01, connect_timeout_s=5, read_timeout_s=10)
SIDE_PX, BLOCK_PX, FILES = 1024, 512, 12
HERE = Grid(32631, LEFT + 1000, TOP - 2000, 10.0, 128, 128)
BESIDE = replace(HERE, left=LEFT + 3000, top=TOP - 1500)
"""In the same block, and no further down."""
BELOW = replace(HERE, top=TOP - 3500)
KEY = Key("https://host/B04.tif", 4096, '99 "etag"')
LIMIT = 10 << 20


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    rng = np.random.default_rng(23)
    root = tmp_path_factory.mktemp("files")
    for number in range(FILES):
        values = rng.integers(1, 3000, (SIDE_PX, SIDE_PX)).astype("uint16")
        write_tile(root / f"{number}.tif", values, blockxsize=BLOCK_PX, blockysize=BLOCK_PX)
    return root


@pytest.fixture(scope="module")
def started(folder):
    with ServerProcess("range_files", folder) as server:
        yield server


@pytest.fixture
def server(started):
    started.set_faults([])
    started.reset()
    return started


@pytest.fixture
def cache(tmp_path):
    return ChipCache(tmp_path)


@pytest.fixture
def store(tmp_path):
    return PrefixFolder(tmp_path / "prefixes", limit_bytes=LIMIT)


def read_all(cache, server, grid=HERE, *, count=FILES):
    """With a reader that knows only what lies on disk; all it keeps is there in the end."""
    general = RasterReader(HURRIED)
    reader = WindowReader(HURRIED, general=general, tables=cache.tables, prefixes=cache.prefixes)
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif"), grid) for n in range(count)]
    reads = {read.job.asset.href: read for read in reader.read_all(jobs, open_plainly) if read}
    join_writers()
    return [reads[job.asset.href].pixels for job in jobs]


def join_writers():
    for thread in threading.enumerate():
        if thread.name.startswith("cbm-chips-read"):
            thread.join()


def assert_right(pixels, folder, grid=HERE):
    for number, found in enumerate(pixels):
        job = ReadJob(Asset("B04", str(folder / f"{number}.tif")), grid)
        (direct,) = filter(None, RasterReader().read_all([job], open_plainly))
        np.testing.assert_array_equal(found.values, direct.pixels.values)
        assert found.reader == "windows"


def files_of(cache):
    return sorted(path for path in (cache.folder / "prefixes").iterdir())


# For readers


@pytest.mark.parametrize("memory_bytes", [48 << 20, 300_000, 0], ids=["ample", "tight", "none"])
def test_the_next_chip_in_a_block_asks_nobody_whatever_fits_into_memory(
    cache, server, folder, monkeypatch, memory_bytes
):
    monkeypatch.setitem(files.Files.__init__.__kwdefaults__, "limit_bytes", memory_bytes)
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
    assert run_elsewhere(cache, server).wait() == 0
    assert server.stats()["requests"] == 0


def test_two_processes_at_once_keep_what_both_read(cache, server, folder):
    for process in [run_elsewhere(cache, server) for _ in range(2)]:
        assert process.wait() == 0
    server.reset()
    assert_right(read_all(cache, server), folder)
    assert server.stats()["requests"] == 0
    assert len(files_of(cache)) == FILES


def run_elsewhere(cache, server):
    code = (
        "import sys; from pathlib import Path; from cbm_chips.core.cache import ChipCache;"
        "from tests.core import test_prefix_store as t;"
        "server = type('Server', (), {'url': sys.argv[2]});"
        "assert all(t.read_all(ChipCache(Path(sys.argv[1])), server))"
    )
    words = [sys.executable, "-c", code, str(cache.folder.parent), server.url]
    return subprocess.Popen(words, cwd=REPOSITORY)


def test_further_rows_are_fetched_alone_and_the_longer_prefix_stays(cache, server, folder):
    read_all(cache, server)
    short = [path.stat().st_size for path in files_of(cache)]
    server.reset()
    assert_right(read_all(cache, server, BELOW), folder, BELOW)
    stats = server.stats()
    assert stats["requests"] == FILES
    longer = [path.stat().st_size for path in files_of(cache)]
    assert all(after > before for after, before in zip(longer, short))
    assert stats["bytes"] == sum(longer) - sum(short)
    server.reset()
    read_all(cache, server)
    read_all(cache, server, BELOW)
    assert server.stats()["requests"] == 0
    assert [path.stat().st_size for path in files_of(cache)] == longer


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
    cache.tables.clear()
    try:
        path.write_bytes((folder / "1.tif").read_bytes())
        os.utime(path, ns=(1, 1))
        server.reset()
        assert_right(read_all(cache, server, count=1), folder)
        assert server.stats()["requests"] == 2
    finally:
        path.write_bytes(before)


def test_where_nothing_can_be_written_everything_is_read(cache, server, folder):
    (cache.folder / "prefixes").write_text("in the way")
    assert_right(read_all(cache, server), folder)
    assert_right(read_all(cache, server, BESIDE), folder, BESIDE)


def test_what_gave_no_pixels_is_not_kept(cache, server):
    server.set_faults([{"match": "tif", "kind": "garbage", "times": 1}])
    read_all(cache, server, count=1)
    assert cache.prefixes.use() == (0, 0)


def test_a_file_that_nothing_tells_apart_from_its_next_content_is_not_kept(store):
    kept = Prefixes(store=store)
    kept.prove(KEY._replace(version=""), b"data")
    kept.save()
    join_writers()
    assert store.use() == (0, 0)


# For users


def test_the_cache_counts_and_clears_them_and_nobody_else_looks_in(cache, server):
    before = cache.use()
    read_all(cache, server)
    use = cache.use()
    assert use.entries == before.entries + FILES
    assert use.size_bytes - before.size_bytes >= sum(p.stat().st_size for p in files_of(cache))
    assert (cache.folder / "prefixes").stat().st_mode & 0o777 == 0o700
    assert not any(b"127.0.0.1" in path.read_bytes() for path in files_of(cache))
    cache.clear()
    assert (files_of(cache), cache.use().entries) == ([], 0)


def test_half_of_the_cache_is_theirs_but_no_more_than_a_gigabyte(tmp_path):
    small = ChipCache(tmp_path / "small", size_limit_bytes=4 << 20).prefixes
    for number in range(40):
        small.put(KEY._replace(offset=number), bytes(200_000))
    assert 1 << 20 < small.use()[1] <= 2 << 20
    large = ChipCache(tmp_path / "large", size_limit_bytes=1 << 40)
    assert large.prefixes._limit == 1 << 30


# The folder


@given(
    length=st.integers(1, 3 * PIECE_BYTES),
    wanted=st.integers(0, 4 * PIECE_BYTES),
    damaged_at=st.none() | st.integers(0, 4 * PIECE_BYTES),
)
def test_a_record_is_what_was_put_or_nothing(tmp_path_factory, length, wanted, damaged_at):
    store = PrefixFolder(tmp_path_factory.mktemp("any") / "prefixes", limit_bytes=LIMIT)
    data = np.random.default_rng(length).bytes(length)
    store.put(KEY, data)
    (path,) = store._folder.iterdir()
    record = path.read_bytes()
    at = None if damaged_at is None else damaged_at % (len(record) + 1)
    if at == len(record):
        path.write_bytes(record[: len(record) // 2])
    elif at is not None:
        path.write_bytes(record[:at] + bytes([record[at] ^ 1]) + record[at + 1 :])
    found = store.get(KEY, wanted)
    assert found == data[: len(found)]
    if at is None:
        assert min(wanted, length) <= len(found) <= wanted + PIECE_BYTES
    elif at < HEAD_BYTES:
        assert (found, path.exists()) == (b"", False)


def test_another_offset_version_or_file_is_another_block(store):
    store.put(KEY, b"data")
    others = [{"offset": 1}, {"version": "99 other"}, {"file": "https://host/B03.tif"}]
    assert [store.get(KEY._replace(**other), 1) for other in others] == [b""] * 3
    assert store.get(KEY, 1) == b"data"


def test_a_file_is_forgotten_with_all_its_blocks_and_no_other(store):
    other = KEY._replace(file="https://host/B03.tif")
    for key in (KEY, KEY._replace(offset=7), other):
        store.put(key, b"data")
    store.forget(KEY.file)
    assert (store.get(KEY, 1), store.get(other, 1), store.use()[0]) == (b"", b"data", 1)


def test_what_was_used_last_stays_longest(tmp_path):
    store = PrefixFolder(tmp_path / "prefixes", limit_bytes=1 << 20)
    keys = [KEY._replace(offset=number) for number in range(12)]
    for age, key in enumerate(keys[:9]):
        store.put(key, bytes(100_000))
        os.utime(store._path(key), ns=(age, age))
    assert store.get(keys[0], 1)
    for key in keys[9:]:
        store.put(key, bytes(100_000))
    assert store.use()[1] <= 1 << 20
    assert store.get(keys[0], 1)
    assert store.get(keys[11], 1)
    assert not store.get(keys[1], 1)


def test_there_are_never_too_many_files(tmp_path, monkeypatch):
    monkeypatch.setattr(prefix_folder, "MOST_FILES", 20)
    monkeypatch.setattr(prefix_folder, "LOOK_EVERY_BYTES", 0)
    store = PrefixFolder(tmp_path / "prefixes", limit_bytes=LIMIT)
    for number in range(50):
        store.put(KEY._replace(offset=number), b"data")
    assert store.use()[0] <= 20


def test_what_a_process_left_half_written_goes_one_day(tmp_path, store):
    store.put(KEY, b"data")
    old, new = (store._folder / f"{name}.part" for name in ("old", "new"))
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (1, 1))
    assert store.use()[0] == 2
    assert (old.exists(), new.exists()) == (False, True)


def test_threads_and_folders_of_their_own_share_a_place(tmp_path):
    data = np.random.default_rng(3).bytes(300_000)
    failures = []

    def work(store):
        for length in (1000, 300_000, 200_000) * 10:
            store.put(KEY, data[:length])
            found = store.get(KEY, 300_000)
            if not found or found != data[: len(found)]:
                failures.append(len(found))

    folder = tmp_path / "prefixes"
    stores = [PrefixFolder(folder, limit_bytes=LIMIT) for _ in range(4)]
    threads = [threading.Thread(target=work, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


@pytest.mark.parametrize("length", [0, 1, 1000, 100_003])
def test_every_library_gives_the_same_checksum(length):
    data = np.random.default_rng(length).bytes(length)
    sums = {ZLIB.library.crc32(data), checksum.crc32(data), checksum.crc32(memoryview(data))}
    libdeflate = load(ZLIB)
    if libdeflate is not None:
        sums.add(checksum._by_libdeflate(libdeflate.library)(data))
    assert len(sums) == 1


# Writing


class Slow:
    """A store that takes its time: until `go` is set."""

    def __init__(self) -> None:
        self.go, self.begun = threading.Event(), threading.Event()
        self.kept: dict[Key, bytes] = {}

    def get(self, key, wanted_bytes):
        return b""

    def put(self, key, data):
        self.begun.set()
        self.go.wait(20)
        self.kept[key] = data

    def forget(self, file):
        pass


def test_who_says_goodbye_waits_for_one_prefix_and_no_more():
    slow = Slow()
    kept = Prefixes(1000, slow)
    kept.begin()
    for number in range(7):
        kept.prove(KEY._replace(offset=number), bytes(100))
    assert not slow.begun.is_set()
    kept.save()
    assert slow.begun.wait(20)
    assert not wait_for_reads(timeout_s=0)
    leaving = threading.Thread(target=wait_for_reads, kwargs={"timeout_s": 20})
    leaving.start()
    assert FAREWELL.wait(20)
    slow.go.set()
    leaving.join()
    assert len(slow.kept) == 1
    assert not FAREWELL.is_set()


def test_what_comes_after_the_run_is_over_is_kept_as_well(store):
    kept = Prefixes(1000, store)
    kept.begin()
    kept.save()
    kept.prove(KEY, bytes(100))
    join_writers()
    assert store.get(KEY, 100) == bytes(100)


def test_a_slow_disk_takes_no_more_memory():
    slow = Slow()
    kept = Prefixes(1000, slow)
    kept.begin()
    proving = [
        threading.Thread(target=kept.prove, args=(KEY._replace(offset=number), bytes(100)))
        for number in range(40)
    ]
    for thread in proving:
        thread.start()
    assert slow.begun.wait(20)
    assert kept.size_bytes <= 1000
    slow.go.set()
    for thread in proving:
        thread.join()
    kept.save()
    join_writers()
    assert 7 < len(slow.kept) <= 40
    assert kept.size_bytes <= 1000
