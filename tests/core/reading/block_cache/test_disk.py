"""The disk store of prefixes: what was put or nothing, and never more than agreed."""

from __future__ import annotations

import os

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.reading.block_cache import disk
from cbm_chips.core.reading.block_cache.record import HEAD_BYTES, PIECE_BYTES, BlockKey
from tests.core.reading.block_cache.prefixes import KEY, OTHER, files_of, keep, opened


@given(
    length=st.integers(1, 3 * PIECE_BYTES),
    wanted=st.integers(0, 4 * PIECE_BYTES),
    damaged_at=st.none() | st.integers(0, 4 * PIECE_BYTES),
)
def test_a_record_is_what_was_put_or_nothing(tmp_path_factory, length, wanted, damaged_at):
    folder = tmp_path_factory.mktemp("any") / "prefixes"
    data = np.random.default_rng(length).bytes(length)
    keep(folder, data=data)
    (path,) = files_of(folder)
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
        st.sampled_from(["put", "invalidate", "expect", "reopen"]),
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
        key = BlockKey(file, offset, "1")
        if step == "put":
            store.put(key, memoryview(data)[:length])
            known[key] = max(known.get(key, 0), length)
        elif step == "invalidate":
            store.invalidate(file)
            known = {key: length for key, length in known.items() if key.file != file}
        elif step == "expect":
            store.preload([file])
        else:
            store = opened(folder)
        for key in (BlockKey(file, n, "1") for file in (KEY.file, OTHER.file) for n in range(3)):
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
    store.put(KEY._replace(offset=8), b"data")
    store.invalidate(KEY.file)
    store.preload([KEY.file])
    assert (store.length(KEY), store.length(OTHER)) == (0, 4)
    store.put(KEY, b"new")
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


def test_what_was_used_last_stays_longest_and_all_of_it_stays_within_its_bounds(folder):
    store = opened(folder, 1 << 20)
    keys = [KEY._replace(offset=number) for number in range(12)]
    for key in keys[:8]:
        store.put(key, bytes(100_000))
    names = {key: one for key in keys[:8] for one in files_of(folder) if is_of(one, key)}
    for age, key in enumerate(keys[:8]):
        os.utime(names[key], ns=(age, age))
    later = opened(folder, 1 << 20)
    assert later.get(keys[0], 1)
    for key in keys[8:]:
        later.put(key, bytes(100_000))
        assert sum(path.stat().st_size for path in files_of(folder)) <= 1 << 20
    found = [bool(opened(folder).get(key, 1)) for key in keys]
    assert found == [opened(folder).length(key) > 0 for key in keys]
    assert found[0]
    assert not found[1]
    assert found[11]


def is_of(path, key):
    return key.digest.hex()[:32] in path.name


def test_there_are_never_too_many_files(folder, monkeypatch):
    monkeypatch.setattr(disk, "MAX_FILES", 30)
    monkeypatch.setattr(disk, "CHECK_EVERY_BYTES", 1)
    store = opened(folder)
    for number in range(60):
        store.put(KEY._replace(offset=number), b"data")
        assert len(files_of(folder)) <= 30
    assert store.get(KEY._replace(offset=59), 4) == b"data"


def test_what_a_process_left_half_written_that_died_goes_one_day(folder):
    keep(folder)
    fresh, old = folder / "fresh.part", folder / "old.part"
    for path in (fresh, old):
        path.write_bytes(bytes(1000))
    os.utime(old, (1, 1))
    keep(folder, OTHER)
    assert fresh.exists()
    assert not old.exists()
    assert opened(folder).get(OTHER, 4) == b"data"


def test_a_folder_that_others_use_too_harms_nobody(folder):
    keep(folder)
    odd = ["x", f"{'0' * 32}-{'1' * 32}", f"{'0' * 32}-{'1' * 32}-{'9' * 30}", "é"]
    for name in odd:
        (folder / name).write_bytes(bytes(10))
    (folder / "folder").mkdir()
    assert opened(folder).get(KEY, 4) == b"data"
    keep(folder, OTHER)
    assert opened(folder).get(OTHER, 4) == b"data"


@given(st.lists(st.integers(1, 400_000), max_size=30))
def test_whatever_is_put_there_is_never_more_than_agreed(tmp_path_factory, lengths):
    folder = tmp_path_factory.mktemp("any") / "prefixes"
    store = opened(folder, 1 << 20)
    for offset, length in enumerate(lengths):
        key = KEY._replace(offset=offset)
        store.put(key, bytes(length))
        assert len(store.get(key, length)) == (length if length <= (1 << 18) - HEAD_BYTES else 0)
        assert sum(path.stat().st_size for path in files_of(folder)) <= 1 << 20


def test_all_of_it_can_be_cleared(folder, store):
    for key in (KEY, OTHER):
        store.put(key, bytes(1000))
    kept, size = store.use()
    assert kept == 2
    assert size == sum(path.stat().st_size for path in folder.iterdir())
    store.clear()
    assert (list(folder.iterdir()), store.use(), store.get(KEY, 1)) == ([], (0, 0), b"")
    store.put(KEY, b"data")
    assert opened(folder).get(KEY, 4) == b"data"
