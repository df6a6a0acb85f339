"""The cache's folder in every state: full, read-only, held, left by those that died."""

from __future__ import annotations

import logging
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from cbm_chips.core.cache import ChipCache, open_or_say, store
from cbm_chips.core.cache import bytes_disk as disk
from cbm_chips.core.cache.disk_errors import Backoff
from cbm_chips.core.cache.leases import Leases, is_gone, owner, this_process
from cbm_chips.core.cache.records import FORMAT
from cbm_chips.core.reading.block_cache.memory import BlockCache, BlockKey
from cbm_chips.core.reading.cog import header_store as tables_module
from cbm_chips.core.reading.cog.header_store import FileHeader, HeaderCache, SqliteHeaderStore
from cbm_chips.core.reading.shutdown import THREAD_NAME
from tests.core.cache.kept_folder import PIXELS, is_there
from tests.core.reading.cog.layouts import a_layout
from tests.python_child import PythonChild

HOLDS = """
import sys, time
from pathlib import Path
from cbm_chips.core.cache import ChipCache
cache = ChipCache(Path(sys.argv[1]))
assert cache.leases.take(["key", "other"]) == ["key", "other"]
print("held", flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize("clock_s", [0, -3600])
def test_a_lease_ends_with_the_process_that_made_it(kept, monkeypatch, clock_s):
    with closing(ChipCache(kept)) as cache, PythonChild(HOLDS, kept) as holder:
        assert holder.line() == "held"
        assert cache.leases.take(["key", "third"]) == ["third"]
        holder.kill()
        now = time.time()
        monkeypatch.setattr(store.time, "time", lambda: now + clock_s)
        assert cache.leases.take(["key", "other"]) == ["key", "other"]


@pytest.fixture
def zombie():
    """The number of a process that has ended, and whose parent has not asked how."""
    child = subprocess.Popen(["sleep", "0"])
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    yield child.pid
    child.wait()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are not told here")
def test_a_process_that_has_ended_is_gone_before_its_parent_has_asked(zombie):
    words = Path(f"/proc/{zombie}/stat").read_text().rpartition(")")[2].split()
    state, since = words[0], words[19]
    assert state == "Z"
    assert is_gone(f"{this_process().partition('/')[0]}/{zombie}/{since}")


def test_a_number_given_to_another_process_is_not_that_process():
    here, number, since = this_process().split("/")
    assert not is_gone(f"{here}/{number}/{since}")
    assert is_gone(f"{here}/{number}/{since}1") is bool(since)
    assert not is_gone(f"{here}/{number}/")
    assert not is_gone(f"another computer/{number}/1")
    assert not is_gone("nonsense")


def test_a_lease_that_reaches_further_than_any_can_was_made_by_another_clock():
    record = Leases().with_leases(["key"], owner=owner(), until=1000.0).record()
    assert Leases.read(record, now=900.0, longest_s=120.0).held
    assert not Leases.read(record, now=800.0, longest_s=120.0).held
    assert not Leases.read(record, now=1000.0, longest_s=120.0).held


def test_a_store_that_somebody_holds_is_not_waited_for_without_end(kept, monkeypatch):
    monkeypatch.setattr(disk, "LOCK_TIMEOUT_S", 0.05)
    with closing(ChipCache(kept)) as cache:
        with closing(sqlite3.connect(cache.folder / "cache.db", isolation_level=None)) as other:
            other.execute("begin immediate")
            assert cache.leases.take(["key", "new"]) == ["key", "new"]
            assert is_there(cache)
            cache.put_all_pixels({"new": PIXELS})
            cache.leases.release(["key", "new"])
            assert cache.get_pixels("new") is None
            other.execute("rollback")
            assert any("nothing is added" in note for note in cache.notes)
        monkeypatch.setattr(cache._safe, "_writing", Backoff())
        cache.put_all_pixels({"new": PIXELS})
        assert cache.get_pixels("new") is not None


def test_a_store_that_is_held_from_the_start_is_read(kept, monkeypatch):
    monkeypatch.setattr(disk, "LOCK_TIMEOUT_S", 0.05)
    path = kept / FORMAT / "cache.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin exclusive")
        with closing(ChipCache(kept)) as cache:
            assert is_there(cache)
            assert cache.set_aside is None
        other.execute("rollback")


READS = """
import os, sys
from pathlib import Path
import numpy as np
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
from cbm_chips.core.cache import ChipCache
cache = ChipCache(Path(sys.argv[1]))
assert cache.set_aside is None, cache.set_aside
assert (cache.get_pixels("key").values == np.arange(12).reshape(3, 4)).all()
assert cache.get_answer("small").content == b"small"
assert len(cache.get_answer("large").content) > 1 << 20
assert cache.headers.get(["file"])
assert cache.present(["key", "none"]) == {"key"}
cache.put_all_pixels({"new": cache.get_pixels("key")})
assert cache.get_pixels("new") is None
assert cache.leases.take(["a"]) == ["a"]
cache.leases.release(["a"])
assert cache.use().entries >= 3
assert any("only read" in note for note in cache.use().notes), cache.notes
cache.close()
"""
PYTHONS_FOLDERS = (Path(sys.base_prefix), *Path(sys.base_prefix).parents)
IS_EVERYBODYS = all(folder.stat().st_mode & 0o001 for folder in PYTHONS_FOLDERS)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders have no mode here")
@pytest.mark.skipif(not IS_EVERYBODYS, reason="no other user may run this Python")
def test_a_good_cache_in_a_folder_that_can_not_be_written_to_is_read(kept):
    folder = kept / FORMAT
    if os.getuid() == 0:
        for path in [kept, *kept.rglob("*")]:
            os.chown(path, 65534, 65534)
        for path in kept.parents[:3]:
            path.chmod(path.stat().st_mode | 0o055)
    paths = [path for path in folder.rglob("*") if path.is_file()]
    for path in [*paths, folder, kept]:
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        PythonChild(READS, kept).outcome()
    finally:
        for path in [kept, folder, *paths]:
            path.chmod(0o700)


FULL = """
import resource, signal, sys
from pathlib import Path
from cbm_chips.core.cache import open_or_say
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
cache, notes = open_or_say(Path(sys.argv[1]))
assert notes, "says nothing"
assert cache is None or cache.get_pixels("key") is not None
assert not list(Path(sys.argv[1]).glob("*set-aside*"))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="files have no limit here")
@pytest.mark.parametrize("has_cache", [True, False])
def test_on_a_full_disk_it_goes_without_and_says_so(kept, tmp_path, has_cache):
    folder = kept if has_cache else tmp_path / "new"
    PythonChild(FULL, folder).outcome()
    if has_cache:
        with closing(ChipCache(kept)) as cache:
            assert is_there(cache)


def test_a_folder_that_can_not_be_made_is_told(tmp_path, caplog):
    (tmp_path / "file").write_text("in the way")
    with caplog.at_level(logging.WARNING):
        cache, notes = open_or_say(tmp_path / "file")
    assert cache is None
    assert "nothing is kept" in notes[0]
    assert "nothing is kept" in caplog.text


def test_caches_of_earlier_versions_and_damaged_ones_go_and_are_told(tmp_path, caplog):
    base = FORMAT.rpartition("-")[0]
    names = [f"{base}-1", f"{base}-3", f"{base}-2.set-aside-20260101T000000-1-abc"]
    for name in names:
        (tmp_path / name / "deep").mkdir(parents=True)
        (tmp_path / name / name.partition(".")[0]).touch()
        (tmp_path / name / "deep" / "file").write_bytes(bytes(3_000_000))
    strangers = [f"{base}-99", f"{base}-x", "holidays", f"{base}-2"]
    for name in strangers:
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").touch()
    (tmp_path / f"{base}-1.set-aside-mine").mkdir()
    (tmp_path / f"{base}-1.set-aside-mine" / "holiday.jpg").touch()
    with caplog.at_level(logging.WARNING), closing(ChipCache(tmp_path)) as cache:
        told = cache.use().notes
    for name in names:
        assert not (tmp_path / name).exists()
        assert any(name in note and "3.0 MB" in note for note in told)
        assert name in caplog.text
    assert all((tmp_path / name / "file").exists() for name in strangers)
    assert (tmp_path / f"{base}-1.set-aside-mine" / "holiday.jpg").exists()
    assert any("set-aside-mine" in note for note in told)


def test_packs_of_blocks_as_earlier_versions_kept_them_go_and_the_rest_stays(kept):
    packs = kept / FORMAT / "prefixes"
    packs.mkdir()
    (packs / f"{'a' * 32}.pack").write_bytes(bytes(2_000_000))
    (packs / "index.sqlite").touch()
    with closing(ChipCache(kept)) as cache:
        assert cache.get_pixels("key") is not None
        assert any("prefixes, 2.0 MB" in note for note in cache.messages)
    assert not packs.exists()
    with closing(ChipCache(kept)) as cache:
        assert cache.messages == ()


def test_what_was_set_aside_for_its_damage_goes_the_next_time(kept):
    for path in (kept / FORMAT).glob("cache.db*"):
        path.write_bytes(b"this is not a database" * 1000)
    with closing(ChipCache(kept)) as cache:
        aside = cache.set_aside
        assert aside.exists()
    with closing(ChipCache(kept)) as cache:
        assert not aside.exists()
        assert any(aside.name in note for note in cache.messages)
        assert cache.set_aside is None


def test_of_many_tables_no_more_stay_in_memory_than_may_and_the_disk_is_asked_again(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(tables_module, "MAX_IN_MEMORY", 10)
    names = [f"file {number}" for number in range(40)]
    store = SqliteHeaderStore(tmp_path / "tables.sqlite")
    store.put({name: FileHeader(a_layout(), 1, name) for name in names})
    headers = HeaderCache(store)
    for start in range(0, 40, 8):
        headers.preload(names[start : start + 8])
    assert sum(headers.get(name) is not None for name in names) == 10
    headers.preload(names[:8])
    assert all(headers.get(name) is not None for name in names[:8])
    headers.preload(names)
    assert all(headers.get(name) is not None for name in names)


class Saved:
    """A store of prefixes that remembers what it was made to keep."""

    def __init__(self):
        self.kept = set()

    def preload(self, files):
        pass

    def length(self, key):
        return 0

    def put(self, key, data):
        self.kept.add(key)


def test_the_end_of_one_run_is_not_the_end_of_another(new_threads):
    saved = Saved()
    blocks = BlockCache(10_000, saved)
    blocks.preload(["ahead"])
    blocks.preload(["main"])
    blocks.save()
    for number in range(50):
        key = BlockKey("main", number, "1 etag")
        blocks.put(key, bytes(10))
        blocks.mark_decoded(key, bytes(10))
    new_threads.join(THREAD_NAME)
    assert not saved.kept
    blocks.save()
    new_threads.join(THREAD_NAME)
    assert len(saved.kept) == 50
