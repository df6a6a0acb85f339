"""Prefixes in memory: bounded, and on their way to the disk without holding anybody up."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.per_process import PerProcess
from cbm_chips.core.reading.block_cache import memory as blocks
from cbm_chips.core.reading.block_cache.disk import BlockFolder
from cbm_chips.core.reading.block_cache.memory import BlockCache
from cbm_chips.core.reading.block_cache.record import BlockKey
from cbm_chips.core.reading.shutdown import SHUTTING_DOWN, THREAD_NAME, wait_for_reads
from tests.new_threads import NewThreads

KEY = BlockKey("https://host/B04.tif", 4096, '99 "etag"')
KEYS = [KEY._replace(offset=number) for number in range(40)]


@pytest.fixture
def store(tmp_path):
    return BlockFolder(tmp_path / "prefixes", limit_bytes=10 << 20)


class Listed:
    """A store in memory that writes as slowly as `go` is set."""

    def __init__(self, *, is_slow=False) -> None:
        self.go, self.begun = threading.Event(), threading.Event()
        if not is_slow:
            self.go.set()
        self.kept: dict[BlockKey, bytes] = {}
        self.puts = 0
        self.threads: set[str] = set()

    def preload(self, files):
        pass

    def length(self, key):
        return len(self.kept.get(key, b""))

    def get(self, key, wanted_bytes):
        return self.kept.get(key, b"")

    def put(self, key, data):
        self.begun.set()
        self.puts += 1
        self.threads.add(threading.current_thread().name)
        self.go.wait(60)
        self.kept[key] = data

    def invalidate(self, file):
        for key in [key for key in self.kept if key.file == file]:
            del self.kept[key]


# In memory


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_what_was_put_is_there_and_not_copied(kind):
    kept, data = BlockCache(100), kind(bytes(10))
    kept.put(KEY, data)
    assert kept.peek(KEY) is data
    assert kept.get(KEY, 10) is data


def test_a_look_into_memory_never_asks_the_disk(store):
    store.put(KEY, bytes(10))
    kept = BlockCache(100, store)
    assert (kept.peek(KEY), kept.stored_bytes(KEY)) == (b"", 10)
    assert kept.get(KEY, 5) == bytes(10)
    assert kept.peek(KEY) == bytes(10)


moves = st.lists(
    st.tuples(
        st.sampled_from(["put", "mark_decoded", "peek", "invalidate", "save"]),
        st.integers(0, 9),
        st.integers(1, 60),
    ),
    max_size=60,
)


@given(moves)
def test_memory_is_bounded_whatever_waits(moves):
    new_threads = NewThreads()
    store = Listed()
    kept = BlockCache(100, store)
    kept.preload([])
    for move, number, length in moves:
        key, data = KEYS[number], bytes([number]) * length
        if move in ("put", "mark_decoded"):
            getattr(kept, move)(key, data)
        elif move == "peek":
            assert set(kept.peek(key)) <= {number}
        elif move == "invalidate":
            kept.invalidate(KEY.file)
            assert kept.size_bytes == 0
        else:
            kept.save()
            new_threads.join(THREAD_NAME)
        assert kept.size_bytes == sum(len(kept.peek(key)) for key in KEYS) <= 100
    new_threads.join(THREAD_NAME)
    for key, data in store.kept.items():
        assert set(data) == {key.offset}


# On the way to the disk


def test_what_waits_is_written_after_the_run_and_not_before(store, new_threads):
    kept = BlockCache(1000, store)
    kept.preload([KEY.file])
    for key in KEYS[:7]:
        kept.put(key, bytes(100))
        kept.mark_decoded(key, bytes(100))
    kept.put(KEYS[7], bytes(100))
    assert [kept.stored_bytes(key) for key in KEYS[:8]] == [0] * 8
    kept.save()
    new_threads.join(THREAD_NAME)
    assert [kept.stored_bytes(key) for key in KEYS[:8]] == [100] * 7 + [0]
    assert store.use()[0] == 7


def test_where_too_much_waits_who_brings_more_writes_it(new_threads):
    store = Listed()
    kept = BlockCache(1000, store)
    for key in KEYS[:12]:
        kept.put(key, bytes(100))
        kept.mark_decoded(key, bytes(100))
    assert list(store.kept) == KEYS[9:12]
    assert store.threads == {threading.current_thread().name}
    kept.save()
    new_threads.join(THREAD_NAME)
    assert set(store.kept) == set(KEYS[:12])


def test_without_room_in_memory_all_is_written():
    store = Listed()
    kept = BlockCache(0, store)
    for key in KEYS:
        kept.mark_decoded(key, bytes(100))
    assert (len(store.kept), kept.size_bytes) == (40, 0)


def test_what_the_disk_has_is_not_written_again(new_threads):
    store = Listed()
    kept = BlockCache(1000, store)
    for _ in range(2):
        kept.mark_decoded(KEY, bytes(100))
        kept.save()
        new_threads.join(THREAD_NAME)
    kept.mark_decoded(KEY, bytes(50))
    kept.save()
    new_threads.join(THREAD_NAME)
    assert store.puts == 1
    kept.mark_decoded(KEY, bytes(200))
    kept.save()
    new_threads.join(THREAD_NAME)
    assert (len(store.kept[KEY]), store.puts) == (200, 2)


def test_a_longer_one_that_nobody_has_proven_does_not_go_to_disk(new_threads):
    store = Listed()
    kept = BlockCache(1000, store)
    kept.mark_decoded(KEY, bytes(100))
    kept.put(KEY, bytes(200))
    kept.save()
    new_threads.join(THREAD_NAME)
    assert store.kept == {}
    assert kept.peek(KEY) == bytes(200)


def test_what_comes_after_the_run_is_over_is_kept_as_well(store, new_threads):
    kept = BlockCache(1000, store)
    kept.preload([KEY.file])
    kept.save()
    kept.mark_decoded(KEY, bytes(100))
    new_threads.join(THREAD_NAME)
    assert store.use()[0] == 1


def test_a_file_that_nothing_tells_apart_from_its_next_content_is_not_kept(store, new_threads):
    kept = BlockCache(store=store)
    kept.mark_decoded(KEY._replace(version=""), b"data")
    kept.save()
    new_threads.join(THREAD_NAME)
    assert store.use()[0] == 0


def test_what_is_forgotten_is_forgotten_on_disk_as_well(tmp_path, store, new_threads):
    kept = BlockCache(store=store)
    kept.mark_decoded(KEY, b"data")
    kept.save()
    new_threads.join(THREAD_NAME)
    kept.invalidate(KEY.file)
    assert (kept.get(KEY, 4), kept.stored_bytes(KEY)) == (b"", 0)
    kept.save()
    new_threads.join(THREAD_NAME)
    assert BlockFolder(tmp_path / "prefixes", limit_bytes=1 << 20).use()[0] == 0


# A slow disk


@pytest.mark.parametrize(("patience_s", "written"), [(60, 7), (0, 1)])
def test_who_says_goodbye_waits_until_all_is_written_or_time_is_up(
    monkeypatch, patience_s, written
):
    monkeypatch.setattr(blocks, "SHUTDOWN_GRACE_S", patience_s)
    slow = Listed(is_slow=True)
    kept = BlockCache(1000, slow)
    for key in KEYS[:7]:
        kept.mark_decoded(key, bytes(100))
    assert not slow.begun.is_set()
    kept.save()
    assert slow.begun.wait(60)
    assert not wait_for_reads(timeout_s=0)
    leaving = threading.Thread(target=wait_for_reads, kwargs={"timeout_s": 20})
    leaving.start()
    assert SHUTTING_DOWN.wait(60)
    slow.go.set()
    leaving.join()
    assert len(slow.kept) == written
    assert not SHUTTING_DOWN.is_set()


def test_nobody_waits_for_a_disk_that_somebody_else_waits_for(new_threads):
    slow = Listed(is_slow=True)
    kept = BlockCache(1000, slow)
    for key in KEYS[:9]:
        kept.mark_decoded(key, bytes(100))
    first = threading.Thread(target=kept.mark_decoded, args=(KEYS[9], bytes(100)))
    first.start()
    assert slow.begun.wait(60)
    for key in KEYS[10:20]:
        kept.mark_decoded(key, bytes(100))
        assert kept.size_bytes <= 1000
    assert first.is_alive()
    slow.go.set()
    first.join()
    kept.save()
    new_threads.join(THREAD_NAME)
    assert set(KEYS[:10]) <= set(slow.kept)
    assert kept.size_bytes <= 1000


def test_runs_that_follow_each_other_faster_than_a_disk_writes_do_not_pile_up(
    monkeypatch, new_threads
):
    monkeypatch.setattr(blocks, "WRITER_TIMEOUT_S", 0.01)
    monkeypatch.setattr(blocks, "_writers", PerProcess(blocks._writers._make))
    slow = [Listed(is_slow=True) for _ in range(blocks.WRITERS_AT_ONCE + 2)]
    kept = [BlockCache(1000, store) for store in slow]
    for one in kept:
        one.mark_decoded(KEY, bytes(100))
        one.save()
        one.save()
    assert len(new_threads.alive(THREAD_NAME)) == blocks.WRITERS_AT_ONCE
    for store in slow:
        store.go.set()
    new_threads.join(THREAD_NAME)
    for one in kept:
        one.save()
    new_threads.join(THREAD_NAME)
    assert all(store.kept for store in slow[: blocks.WRITERS_AT_ONCE + 1])
