"""Windows already cut are kept on disk, for every thread and process."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cbm_chips.core.cache import (
    CacheError,
    ChipCache,
    open_default,
)
from cbm_chips.core.cache.records import FORMAT
from cbm_chips.core.folders import user_folder
from cbm_chips.core.reading.contract import Pixels
from tests.core.cache.windows import in_another_process, outcomes, some_pixels


def test_a_new_folder_is_the_users_own_and_nothing_is_set_aside(tmp_path):
    cache = ChipCache(tmp_path / "deep" / "down")
    assert cache.set_aside is None
    assert cache.folder.stat().st_mode & 0o077 == 0


def test_the_next_session_finds_what_the_last_one_kept(tmp_path):
    first = ChipCache(tmp_path)
    first.put_all_pixels({"key": some_pixels()})
    first.close()
    second = ChipCache(tmp_path)
    assert second.set_aside is None
    assert (second.get_pixels("key").values == some_pixels().values).all()


def still_works(cache: ChipCache) -> bool:
    cache.put_all_pixels({"key": some_pixels()})
    return (cache.get_pixels("key").values == some_pixels().values).all()


def test_a_folder_of_somebody_elses_files_is_set_aside_with_all_it_holds(tmp_path):
    (tmp_path / FORMAT).mkdir()
    (tmp_path / FORMAT / "holiday.jpg").write_text("sun")
    cache = ChipCache(tmp_path)
    assert still_works(cache)
    assert (cache.set_aside / "holiday.jpg").read_text() == "sun"
    assert not (cache.folder / "holiday.jpg").exists()


def test_a_file_in_the_folders_place_is_set_aside(tmp_path):
    (tmp_path / FORMAT).write_text("a file")
    cache = ChipCache(tmp_path)
    assert still_works(cache)
    assert cache.set_aside.read_text() == "a file"


def test_a_corrupt_store_is_set_aside(tmp_path):
    first = ChipCache(tmp_path)
    first.put_all_pixels({"key": some_pixels()})
    first.close()
    for path in first.folder.glob("cache.db*"):
        path.unlink()
    (first.folder / "cache.db").write_bytes(b"this is not a database" * 1000)
    cache = ChipCache(tmp_path)
    assert cache.get_pixels("key") is None
    assert still_works(cache)
    assert (cache.set_aside / "cache.db").read_bytes().startswith(b"this is not")


def test_a_store_that_breaks_while_open_only_costs_speed(cache):
    cache.put_all_pixels({"key": some_pixels()})
    cache.close()
    for path in cache.folder.glob("cache.db*"):
        path.write_bytes(b"this is not a database" * 1000)
    cache.put_all_pixels({"another": some_pixels()})
    assert cache.get_pixels("key") is None
    assert cache.leases.take(["key"])
    with pytest.raises(CacheError):
        cache.use()
    with pytest.raises(CacheError):
        cache.clear()


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders have no mode here")
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_that_others_may_write_to_is_set_aside(tmp_path, mode):
    ChipCache(tmp_path).put_all_pixels({"key": some_pixels()})
    (tmp_path / FORMAT).chmod(mode)
    cache = ChipCache(tmp_path)
    assert cache.get_pixels("key") is None
    assert still_works(cache)
    assert (cache.set_aside / "cache.db").exists()
    assert cache.folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("exists", [True, False], ids=["to a folder", "to nowhere"])
def test_a_link_is_set_aside_and_what_it_points_to_is_left_alone(tmp_path, exists):
    target = tmp_path / "elsewhere"
    if exists:
        target.mkdir()
        (target / FORMAT).touch()
    base = tmp_path / "cache"
    base.mkdir()
    (base / FORMAT).symlink_to(target)
    cache = ChipCache(base)
    assert still_works(cache)
    assert cache.set_aside.is_symlink()
    assert (sorted(target.iterdir()) if exists else []) == ([target / FORMAT] if exists else [])


def test_setting_aside_twice_at_once_keeps_both(tmp_path):
    kept = set()
    for number in range(3):
        (tmp_path / FORMAT).mkdir(exist_ok=True)
        (tmp_path / FORMAT / FORMAT).unlink(missing_ok=True)
        (tmp_path / FORMAT / f"mine {number}").touch()
        kept.add(ChipCache(tmp_path).set_aside)
    assert len(kept) == 3


def test_where_no_folder_can_be_made_there_is_an_error_in_words_or_no_cache(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CacheError, match="can't be used"):
        ChipCache(tmp_path / "file")
    assert open_default(tmp_path / "file") is None


def test_the_cache_stays_within_its_limit_and_the_newest_stays(tmp_path):
    limit = 1_500_000
    cache = ChipCache(tmp_path, size_limit_bytes=limit)
    for number in range(100):
        cache.put_all_pixels({f"key {number}": some_pixels(number, shape=(256, 256))})
    use = cache.use()
    assert use.size_bytes < 1.2 * limit
    assert use.limit_bytes == limit
    assert 0 < use.entries < 100
    assert cache.get_pixels("key 99") is not None
    assert cache.get_pixels("key 0") is None
    cache.clear()
    assert cache.use().entries == 0


def several(name: str, numbers: range) -> dict[str, Pixels]:
    return {f"{name} {number}": some_pixels(number) for number in numbers}


def test_what_was_used_on_a_later_day_outlives_what_was_not(tmp_path, monkeypatch):
    cache = ChipCache(tmp_path, size_limit_bytes=1_500_000)
    now = time.time()
    cache.put_all_pixels(several("old", range(60)))
    monkeypatch.setattr(time, "time", lambda: now + 2 * 86400)
    assert cache.get_pixels("old 0") is not None
    cache.put_all_pixels(several("new", range(40)))
    assert cache.get_pixels("old 0") is not None
    assert cache.get_pixels("old 1") is None
    assert cache.get_pixels("new 39") is not None


def test_windows_kept_in_one_go_cost_no_more_old_ones_than_they_need(tmp_path):
    cache = ChipCache(tmp_path, size_limit_bytes=4_000_000)
    for start in range(0, 600, 60):
        cache.put_all_pixels(several("window", range(start, start + 60)))
    use = cache.use()
    assert use.size_bytes < 1.2 * 2_000_000
    assert use.entries > 150
    assert cache.get_pixels("window 599") is not None


def test_reading_writes_nothing(cache):
    cache.put_all_pixels({f"key {n}": some_pixels(n) for n in range(20)})
    before = contents_of(cache.folder)
    assert None not in cache.get_all_pixels([f"key {n}" for n in range(20)])
    assert contents_of(cache.folder) == before


def contents_of(folder: Path) -> dict[str, bytes]:
    """Of the store; its index of what is written ahead counts readers."""
    return {
        path.name: path.read_bytes() for path in folder.glob("cache.db*") if "shm" not in path.name
    }


def test_the_users_folder_is_where_the_environment_says(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.delenv("CBM_CHIPS_CACHE", raising=False)
    assert user_folder() == tmp_path / "xdg" / "cbm-chips"
    monkeypatch.setenv("CBM_CHIPS_CACHE", str(tmp_path / "mine"))
    assert user_folder() == tmp_path / "mine"
    assert open_default().folder.parent == tmp_path / "mine"


def test_threads_that_write_and_read_at_once_do_not_disturb_one_another(cache):
    def write_and_read(seed: int) -> bool:
        cache.put_all_pixels({f"key {seed % 20}": some_pixels(seed % 20)})
        back = cache.get_pixels(f"key {seed % 20}")
        return back is not None and bool((back.values == some_pixels(seed % 20).values).all())

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(write_and_read, range(60)))


WRITER = """
import sys
from pathlib import Path
from cbm_chips.core.cache import ChipCache
from tests.core.cache.windows import some_pixels
cache = ChipCache(Path(sys.argv[1]))
for number in range(25):
    cache.put_all_pixels({f"shared {number}": some_pixels(number)})
    cache.put_all_pixels({f"own {sys.argv[2]} {number}": some_pixels(number)})
print(cache.set_aside)
"""


def test_processes_that_write_at_once_do_not_disturb_one_another(tmp_path):
    children = [in_another_process(WRITER, tmp_path, number) for number in range(2)]
    assert outcomes(children) == ["None"] * 2
    cache = ChipCache(tmp_path)
    for number in range(25):
        for key in (f"shared {number}", f"own 0 {number}", f"own 1 {number}"):
            assert (cache.get_pixels(key).values == some_pixels(number).values).all()
