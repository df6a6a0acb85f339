"""Whatever stands in the cache's folder, no run ends by it and the cache heals."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from cbm_chips.core.cache import CacheError, ChipCache
from cbm_chips.core.cache.records import FORMAT
from cbm_chips.core.reading.cog import header_store as tables_module
from cbm_chips.core.reading.cog.header_store import FileHeader, SqliteHeaderStore
from tests.core.cache.kept_folder import LARGE, PIXELS, is_there
from tests.core.reading.cog.layouts import a_layout
from tests.effort import in_thorough_runs, in_turns

NO_KEYS = """
alter table Settings rename to Former; create table Settings (key text, value);
insert into Settings select key, value from Former; update Settings set key = null where rowid = 1
"""


@pytest.mark.parametrize(
    "damage",
    [
        NO_KEYS,
        "update Settings set value = 'nonsense'",
        "delete from Settings",
        "drop table Settings",
        "drop table Cache",
    ],
)
def test_damaged_settings_heal_or_the_store_is_set_aside_with_a_word(kept, damage, caplog):
    path = kept / FORMAT / "cache.db"
    with closing(sqlite3.connect(path)) as broken, broken:
        broken.executescript(damage)
    with caplog.at_level(logging.WARNING), closing(ChipCache(kept)) as cache:
        cache.put_all_pixels({"key": PIXELS})
        assert is_there(cache)
        if cache.set_aside is not None:
            assert any("set aside" in note for note in cache.notes)
            assert "set aside" in caplog.text
    with closing(ChipCache(kept)) as again:
        assert is_there(again)


CELLS = [
    *(f"Settings.{name}" for name in ("key", "value")),
    *(
        f"Cache.{name}"
        for name in (
            *("key", "raw", "store_time", "expire_time", "access_time", "access_count"),
            *("tag", "size", "mode", "filename", "value"),
        )
    ),
]
ODD = ["null", "'text'", "x'00ff'", "9223372036854775807", "-9223372036854775808"]
FREED = """
drop index if exists Cache_key_raw; alter table Settings rename to Former;
create table Settings (key, value); insert into Settings select key, value from Former;
"""
"""The rules that keep two keys apart would keep some damage out."""
RENAMED = (
    *("key", "size", "filename", "value"),
    *in_thorough_runs(["raw", "store_time", "expire_time", "access_time", "access_count"]),
    *in_thorough_runs(["tag", "mode"]),
)
SHAPES = [
    *(f"alter table Cache rename column {name} to gone" for name in RENAMED),
    *(f"drop trigger Settings_{name}" for name in ("count_insert", "size_update", "size_delete")),
    *(f"drop index {name}" for name in ("Cache_key_raw", "Cache_expire_time")),
    "alter table Cache rename to Gone",
    "alter table Settings rename column value to gone",
    "insert into Settings values ('close', 1)",
    "insert into Settings values ('volume', 1)",
    "insert into Settings values ('sqlite_user_version = 7; --', 1)",
    "insert into Settings values ('disk_get', 1)",
    "insert into Settings values (7, 7)",
    "create trigger no before insert on Cache begin select raise(abort, 'no'); end",
    "create trigger no before delete on Cache begin select raise(abort, 'no'); end",
    "create trigger no before update on Settings begin select raise(abort, 'no'); end",
    "drop index Cache_key_raw; insert into Cache (key, raw, mode, value) "
    "select key, raw, mode, value from Cache",
    "update Cache set mode = 2, filename = '../../kept.txt'",
    "update Cache set mode = 4",
    "pragma user_version = 99",
]


def in_use(folder: Path) -> bool:
    """All that is done with a cache; True if it holds what was put in."""
    with closing(ChipCache(folder, size_limit_bytes=1 << 26)) as cache:
        had = is_there(cache)
        cache.get_answer("small"), cache.get_answer("large"), cache.present(["key"])
        cache.leases.release(cache.leases.take(["key", "other"]))
        cache.put_all_pixels({"key": PIXELS})
        cache.put_answer("large", LARGE)
        cache.forget("small")
        with suppress(CacheError):
            cache.use()
    return had


@pytest.mark.parametrize(("column", "value"), in_turns(CELLS, ODD))
def test_whatever_stands_in_a_cell_no_run_ends_by_it_and_the_cache_heals(kept, column, value):
    table, _, name = column.partition(".")
    (kept / "kept.txt").write_text("somebody's")
    with closing(sqlite3.connect(kept / FORMAT / "cache.db")) as broken, broken:
        broken.executescript(f"{FREED} update {table} set {name} = {value}")  # noqa: S608
    in_use(kept)
    assert in_use(kept) or in_use(kept), "it never heals"
    assert (kept / "kept.txt").read_text() == "somebody's"


@pytest.mark.parametrize("damage", SHAPES)
def test_whatever_shape_the_store_has_no_run_ends_by_it_and_it_heals(kept, damage):
    (kept / "kept.txt").write_text("somebody's")
    with closing(sqlite3.connect(kept / FORMAT / "cache.db")) as broken, broken:
        broken.executescript(damage)
    in_use(kept)
    assert in_use(kept) or in_use(kept), "it never heals"
    assert (kept / "kept.txt").read_text() == "somebody's"


def test_a_store_found_damaged_in_use_is_told_and_set_aside_the_next_time(kept):
    with closing(ChipCache(kept)) as cache:
        with closing(sqlite3.connect(cache.folder / "cache.db")) as broken, broken:
            broken.execute("drop table Cache")
        assert not is_there(cache)
        cache.put_all_pixels({"key": PIXELS})
        assert any("is damaged" in note for note in cache.notes)
    with closing(ChipCache(kept)) as again:
        assert again.set_aside is not None
        again.put_all_pixels({"key": PIXELS})
        assert is_there(again)


def test_a_size_noted_wrongly_costs_no_records(kept):
    with closing(sqlite3.connect(kept / FORMAT / "cache.db")) as broken, broken:
        broken.execute("update Settings set value = ? where key = 'size'", (1 << 40,))
    with closing(ChipCache(kept)) as cache:
        cache.put_answer("more", b"more")
        assert is_there(cache)
        assert cache.use().size_bytes < 1 << 24


def test_a_broken_file_of_tables_heals_itself(tmp_path):
    path = tmp_path / "tables.sqlite"
    path.write_bytes(b"this is not a database" * 1000)
    store = SqliteHeaderStore(path)
    assert not store.get(["file"])
    store.put({"file": FileHeader(a_layout(), 1, "etag")})
    assert store.get(["file"])
    path.write_bytes(b"this is not a database" * 1000)
    store.put({"file": FileHeader(a_layout(), 1, "etag")})
    assert store.get(["file"])


def test_one_broken_table_is_no_other_ones_loss(tmp_path):
    path = tmp_path / "tables.sqlite"
    store = SqliteHeaderStore(path)
    store.put({name: FileHeader(a_layout(), 1, "etag") for name in "abc"})
    with closing(sqlite3.connect(path)) as broken, broken:
        broken.execute(
            "update tables set record = x'00' where file = ?", (tables_module._key("a"),)
        )
    assert set(store.get("abc")) == {"b", "c"}
    store.put({"a": FileHeader(a_layout(), 1, "etag")})
    assert set(store.get("abc")) == {"a", "b", "c"}
