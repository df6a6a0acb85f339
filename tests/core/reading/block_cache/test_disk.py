"""The disk store of prefixes: what was put or nothing, whatever happens to its files."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.reading.block_cache import disk as prefix_packs
from cbm_chips.core.reading.block_cache import index as prefix_index
from cbm_chips.core.reading.block_cache import pack_files as pack_folder
from cbm_chips.core.reading.block_cache.disk import INDEX_NAME, PrefixPacks
from cbm_chips.core.reading.block_cache.record import HEAD_BYTES, PIECE_BYTES, Key
from tests.servers.process import REPOSITORY

KEY = Key("https://host/B04.tif", 4096, '99 "etag"')
OTHER = KEY._replace(file="https://host/B03.tif")
LIMIT = 10 << 20


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "prefixes"


@pytest.fixture
def store(folder):
    return opened(folder)


def opened(folder, limit_bytes=LIMIT):
    """As another process sees it that is about to read these."""
    store = PrefixPacks(folder, limit_bytes=limit_bytes)
    store.expect([KEY.file, OTHER.file])
    return store


def packs_of(folder):
    return sorted(folder.glob("*.pack"), key=lambda path: path.stat().st_mtime_ns)


def keep(folder, key=KEY, data=b"data"):
    store = PrefixPacks(folder, limit_bytes=LIMIT)
    store.put(key, data)
    store.flush()


# What was put


@given(
    length=st.integers(1, 3 * PIECE_BYTES),
    wanted=st.integers(0, 4 * PIECE_BYTES),
    damaged_at=st.none() | st.integers(0, 4 * PIECE_BYTES),
)
def test_a_record_is_what_was_put_or_nothing(tmp_path_factory, length, wanted, damaged_at):
    folder = tmp_path_factory.mktemp("any") / "prefixes"
    data = np.random.default_rng(length).bytes(length)
    keep(folder, data=data)
    (path,) = packs_of(folder)
    record = path.read_bytes()
    at = None if damaged_at is None else damaged_at % (len(record) + 1)
    if at == len(record):
        path.write_bytes(record[: len(record) // 2])
    elif at is not None:
        path.write_bytes(record[:at] + bytes([record[at] ^ 1]) + record[at + 1 :])
    store = opened(folder)
    assert store.length(KEY) == length
    found = store.get(KEY, wanted)
    assert found == data[: len(found)]
    if at is None:
        assert min(wanted, length) <= len(found) <= wanted + PIECE_BYTES
    elif at < HEAD_BYTES:
        assert (found, store.length(KEY)) == (b"", 0)


steps = st.lists(
    st.tuples(
        st.sampled_from(["put", "forget", "flush", "expect", "reopen"]),
        st.sampled_from([KEY.file, OTHER.file]),
        st.integers(0, 2),
        st.integers(1, 2000),
    ),
    max_size=40,
)


@given(steps)
def test_a_store_knows_the_longest_that_was_put_and_nothing_that_was_forgotten(
    tmp_path_factory, steps
):
    folder = tmp_path_factory.mktemp("any") / "prefixes"
    store, known = opened(folder), {}
    data = np.random.default_rng(1).bytes(2000)
    for step, file, offset, length in steps:
        key = Key(file, offset, "1")
        if step == "put":
            store.put(key, memoryview(data)[:length])
            known[key] = max(known.get(key, 0), length)
        elif step == "forget":
            store.forget(file)
            known = {key: length for key, length in known.items() if key.file != file}
        elif step == "expect":
            store.expect([file])
        else:
            store.flush()
            store = store if step == "flush" else opened(folder)
        for key in (Key(file, n, "1") for file in (KEY.file, OTHER.file) for n in range(3)):
            assert store.length(key) == known.get(key, 0)
            assert store.get(key, 2000) == data[: known.get(key, 0)]


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_whatever_holds_bytes_can_be_kept_and_stays_as_it_is(folder, kind):
    data = kind(bytes(range(256)) * 3000)
    keep(folder, data=data)
    assert opened(folder).get(KEY, len(data)) == data == bytes(range(256)) * 3000


def test_another_offset_version_or_file_is_another_block(folder):
    keep(folder)
    store = opened(folder)
    others = [{"offset": 1}, {"version": "99 other"}, {"file": OTHER.file}]
    assert [store.get(KEY._replace(**other), 1) for other in others] == [b""] * 3
    assert store.get(KEY, 1) == b"data"


def test_what_the_disk_has_is_known_without_asking_it(folder, store):
    store.put(KEY, bytes(500))
    assert (store.length(KEY), store.length(OTHER)) == (500, 0)
    store.flush()
    later = opened(folder)
    for path in folder.iterdir():
        path.unlink()
    assert (later.length(KEY), later.length(OTHER)) == (500, 0)
    assert later.get(KEY, 500) == b""
    assert later.length(KEY) == 0


def test_a_longer_one_takes_the_place_of_a_shorter_and_never_the_other_way(folder):
    data = np.random.default_rng(5).bytes(300_000)
    for length in (1000, 300_000, 2000):
        keep(folder, data=data[:length])
        assert opened(folder).use()[0] == 1
    assert opened(folder).get(KEY, 300_000) == data


def test_a_file_is_forgotten_with_all_its_blocks_and_no_other(folder, store):
    for key in (KEY, KEY._replace(offset=7), OTHER):
        store.put(key, b"data")
    store.flush()
    store.put(KEY._replace(offset=8), b"data")
    store.forget(KEY.file)
    store.expect([KEY.file])
    assert (store.length(KEY), store.length(OTHER)) == (0, 4)
    store.put(KEY, b"new")
    store.flush()
    later = opened(folder)
    assert (later.get(KEY, 9), later.get(OTHER, 9), later.use()[0]) == (b"new", b"data", 2)


def test_nothing_but_hashes_lies_on_disk_and_nobody_else_looks_in(folder):
    before = os.umask(0)
    try:
        keep(folder)
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o700
    for path in folder.iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
        assert not any(word in path.read_bytes() for word in (b"host", b"B04", b"etag"))


def test_files_stay_open_no_longer_than_something_is_written(store):
    before = len(os.listdir("/proc/self/fd")) if os.path.exists("/proc/self/fd") else 0
    for offset in range(3):
        store.put(KEY._replace(offset=offset), b"data")
        store.flush()
    assert before == (len(os.listdir("/proc/self/fd")) if before else 0)
    assert store.use()[0] == 3


def test_runs_of_a_process_write_on_where_the_last_one_ended(folder, store):
    for offset in range(5):
        store.put(KEY._replace(offset=offset), bytes([offset]) * 100)
        store.flush()
    assert len(packs_of(folder)) == 1
    later = opened(folder)
    assert all(later.get(KEY._replace(offset=n), 100) == bytes([n]) * 100 for n in range(5))


# What goes wrong


@pytest.mark.parametrize("damage", ["garbage", "cut", "empty", "foreign", "gone", "folder"])
def test_a_broken_index_is_as_good_as_none_and_begun_anew(folder, damage):
    for number in range(4):
        keep(folder, KEY._replace(offset=number))
    path = folder / INDEX_NAME
    whole = path.read_bytes()
    path.unlink()
    if damage == "foreign":
        with closing(sqlite3.connect(path)) as other:
            other.execute("create table prefixes (something)")
    elif damage == "folder":
        path.mkdir()
    elif damage != "gone":
        path.write_bytes({"garbage": b"?" * 5000, "cut": whole[:4096], "empty": b""}[damage])
    store = opened(folder)
    assert store.length(KEY._replace(offset=0)) == 0
    store.put(KEY, b"new")
    store.flush()
    assert store.get(KEY, 3) == b"new"
    if damage != "folder":
        assert opened(folder).get(KEY, 3) == b"new"


@given(st.integers(0, 1 << 20), st.integers(0, 7))
def test_an_index_with_a_bit_changed_costs_speed_only(tmp_path_factory, at, bit):
    folder = tmp_path_factory.mktemp("any") / "prefixes"
    keep(folder)
    keep(folder, OTHER, b"other data")
    path = folder / INDEX_NAME
    damaged = bytearray(path.read_bytes())
    damaged[at % len(damaged)] ^= 1 << bit
    path.write_bytes(damaged)
    store = opened(folder)
    assert store.get(KEY, 9) in (b"data", b"")
    assert store.get(OTHER, 99) in (b"other data", b"")
    store.put(KEY, b"data!")
    store.flush()
    assert opened(folder).get(KEY, 9) in (b"data!", b"data", b"")


@pytest.mark.parametrize(
    "change",
    [
        {"pack": "../elsewhere"},
        {"pack": "0" * 32 + ".pack"},
        {"pack": 7},
        {"offset": -5},
        {"offset": 3},
        {"offset": 1 << 62},
        {"offset": "text"},
        {"length": 1 << 40},
        {"length": 3},
        {"length": b"bytes"},
    ],
    ids=str,
)
def test_a_wrong_row_leads_nowhere_and_is_put_right(folder, change):
    keep(folder)
    ((column, value),) = change.items()
    with closing(sqlite3.connect(folder / INDEX_NAME)) as index, index:
        index.execute(f"update prefixes set {column} = ?", (value,))  # noqa: S608
    store = opened(folder)
    assert store.get(KEY, 4) == b""
    store.put(KEY, b"data")
    store.flush()
    assert store.get(KEY, 4) == b"data"


def test_while_somebody_holds_the_index_what_is_new_waits_for_the_next_time(folder, monkeypatch):
    monkeypatch.setattr(prefix_packs, "LOCK_TIMEOUT_S", 0.01)
    keep(folder, OTHER)
    store = opened(folder)
    with closing(sqlite3.connect(folder / INDEX_NAME, isolation_level=None)) as other:
        other.execute("begin exclusive")
        store.put(KEY, b"data")
        store.flush()
        store.expect([KEY.file, OTHER.file])
        assert (store.get(KEY, 4), store.get(OTHER, 4)) == (b"data", b"data")
        assert opened(folder).get(KEY, 4) == b""
    store.flush()
    assert opened(folder).get(KEY, 4) == b"data"


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_said(folder):
    folder.write_text("in the way")
    store = opened(folder)
    store.put(KEY, b"data")
    store.flush()
    assert (store.get(KEY, 4), store.length(KEY)) == (b"", 0)
    store.forget(KEY.file)
    store.clear()
    assert folder.read_text() == "in the way"


def test_a_full_disk_keeps_what_fitted_and_no_halves(folder, store):
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    keys = [KEY._replace(offset=number) for number in range(5)]
    resource.setrlimit(resource.RLIMIT_FSIZE, (250_000, limits[1]))
    try:
        for key in keys:
            store.put(key, bytes(100_000))
        store.put(OTHER, bytes(300_000))
        store.flush()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    later = opened(folder)
    found = [len(later.get(key, 100_000)) for key in keys]
    assert found == [later.length(key) for key in keys]
    assert sum(found) >= 400_000
    assert later.length(OTHER) == 0
    assert sum(path.stat().st_size for path in packs_of(folder)) == sum(found) + HEAD_BYTES * len(
        [size for size in found if size]
    )


def test_who_removes_everything_meanwhile_costs_speed_only(folder):
    store = opened(folder)
    store.put(KEY, b"data")
    store.flush()
    opened(folder).clear()
    assert store.get(KEY, 4) == b""
    for key in (KEY, OTHER):
        store.put(key, b"data")
    store.flush()
    later = opened(folder)
    assert (later.get(KEY, 4), later.get(OTHER, 4), later.use()[0]) == (b"data", b"data", 2)


def test_a_fork_writes_to_a_pack_of_its_own(folder, store, monkeypatch):
    store.put(KEY, b"data")
    monkeypatch.setattr(os, "getpid", lambda: 1)
    store.put(OTHER, b"other")
    store.flush()
    assert len(packs_of(folder)) == 2
    later = opened(folder)
    assert (later.get(KEY, 4), later.get(OTHER, 5)) == (b"data", b"other")


# Together


def test_processes_at_once_keep_what_all_of_them_put(folder):
    code = (
        "import sys; from pathlib import Path;"
        "from tests.core.reading.block_cache import test_disk as t;"
        "t.put_many(Path(sys.argv[1]), int(sys.argv[2]))"
    )
    words = [sys.executable, "-c", code, str(folder)]
    running = [subprocess.Popen([*words, str(n)], cwd=REPOSITORY) for n in range(2)]
    assert [process.wait() for process in running] == [0, 0]
    store = opened(folder)
    for number in range(2):
        for offset in range(60):
            key = KEY._replace(offset=offset, version=str(number))
            assert store.get(key, 5000) == bytes([number]) * 5000
    assert store.use()[0] == 120


def put_many(folder, number):
    """What each of several processes does."""
    store = PrefixPacks(folder, limit_bytes=LIMIT)
    for offset in range(60):
        store.put(KEY._replace(offset=offset, version=str(number)), bytes([number]) * 5000)
        if offset % 7 == 0:
            store.flush()
    store.flush()


def test_threads_and_stores_of_their_own_share_a_folder(folder):
    data = np.random.default_rng(3).bytes(300_000)
    failures = []

    def work(store):
        for length in (1000, 300_000, 200_000) * 5:
            store.put(KEY, data[:length])
            store.flush()
            store.expect([KEY.file])
            found = store.get(KEY, 300_000)
            if not found or found != data[: len(found)]:
                failures.append(len(found))

    stores = [PrefixPacks(folder, limit_bytes=LIMIT) for _ in range(2)] * 2
    threads = [threading.Thread(target=work, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert opened(folder).get(KEY, 300_000) == data


# Room


def test_what_was_used_last_stays_longest_and_all_of_it_stays_within_its_bounds(folder):
    store = opened(folder, 1 << 20)
    keys = [KEY._replace(offset=number) for number in range(12)]
    for key in keys[:8]:
        store.put(key, bytes(100_000))
    store.flush()
    packs = packs_of(folder)
    assert len(packs) == 4
    for age, path in enumerate(packs):
        os.utime(path, ns=(age, age))
    later = opened(folder, 1 << 20)
    assert later.get(keys[0], 1)
    for key in keys[8:]:
        later.put(key, bytes(100_000))
        assert sum(path.stat().st_size for path in packs_of(folder)) <= 1 << 20
    later.flush()
    found = [bool(opened(folder).get(key, 1)) for key in keys]
    assert found == [opened(folder).length(key) > 0 for key in keys]
    assert found[0]
    assert not found[2]
    assert found[11]


@given(st.lists(st.integers(1, 400_000), max_size=30))
def test_whatever_is_put_there_is_never_more_than_agreed(tmp_path_factory, lengths):
    folder = tmp_path_factory.mktemp("any") / "prefixes"
    store = opened(folder, 1 << 20)
    for offset, length in enumerate(lengths):
        key = KEY._replace(offset=offset)
        store.put(key, bytes(length))
        assert len(store.get(key, length)) == (length if length <= (1 << 18) - HEAD_BYTES else 0)
        assert sum(path.stat().st_size for path in packs_of(folder)) <= 1 << 20
    store.flush()


def test_there_are_never_too_many_packs_or_rows(folder, monkeypatch):
    monkeypatch.setattr(pack_folder, "MOST_PACKS", 10)
    monkeypatch.setattr(prefix_index, "MOST_ROWS", 30)
    for number in range(15):
        store = PrefixPacks(folder, limit_bytes=LIMIT)
        for offset in range(4):
            store.put(KEY._replace(offset=offset + 4 * number), b"data")
        store.flush()
    assert len(packs_of(folder)) <= 10
    store = opened(folder)
    assert 20 <= store.use()[0] <= 30
    assert store.get(KEY._replace(offset=59), 4) == b"data"


def test_a_full_pack_is_told_of_before_the_run_ends(folder, monkeypatch):
    monkeypatch.setattr(prefix_packs, "HURRIED_S", 60)
    store = opened(folder, 1 << 20)
    for offset in range(4):
        store.put(KEY._replace(offset=offset), bytes(70_000))
    later = opened(folder)
    assert [later.length(KEY._replace(offset=offset)) for offset in range(4)] == [70_000] * 4


def test_what_a_process_left_that_died_goes_one_day(folder):
    dying = PrefixPacks(folder, limit_bytes=LIMIT)
    dying.put(KEY, b"data")
    (orphan,) = packs_of(folder)
    keep(folder, OTHER)
    assert orphan.exists()
    os.utime(orphan, (1, 1))
    keep(folder, OTHER._replace(offset=1))
    assert not orphan.exists()
    assert opened(folder).get(OTHER, 4) == b"data"


@pytest.mark.parametrize("way", ["put", "clear"])
def test_files_of_former_times_go_and_nothing_that_is_not_ours(folder, store, way):
    folder.mkdir()
    former = [f"{'0a' * 16}-{'f1' * 16}", f"{'0a' * 16}-{'f2' * 16}-12-345.part"]
    for name in (*former, "something else"):
        (folder / name).write_bytes(bytes(1000))
    store.put(KEY, b"data") if way == "put" else store.clear()
    assert not any((folder / name).exists() for name in former)
    assert (folder / "something else").exists()


def test_all_of_it_can_be_cleared(folder, store):
    for key in (KEY, OTHER):
        store.put(key, bytes(1000))
    kept, size = store.use()
    assert kept == 2
    assert size == sum(path.stat().st_size for path in folder.iterdir())
    store.clear()
    assert (list(folder.iterdir()), store.use(), store.get(KEY, 1)) == ([], (0, 0), b"")
    store.put(KEY, b"data")
    store.flush()
    assert opened(folder).get(KEY, 4) == b"data"
