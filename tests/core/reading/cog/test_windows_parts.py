"""What the fast reader is made of: prefixes, tables of headers, and the parts of a window."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.cache import ChipCache
from cbm_chips.core.model import Grid
from cbm_chips.core.reading.block_cache.memory import BlockCache
from cbm_chips.core.reading.cog.header_store import FileHeader, HeaderCache, SqliteHeaderStore
from cbm_chips.core.reading.cog.window_plan import MERGE_GAP_BYTES, block_parts, byte_ranges
from cbm_chips.core.reading.placement import FileGrid, Window, window_of
from tests.builders import LEFT, TOP
from tests.core.reading.cog.layouts import a_layout, a_table

puts = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 60)), max_size=60)


@given(puts)
def test_prefixes_never_take_more_than_agreed_and_never_shrink(made):
    blocks = BlockCache(100)
    for block, length in made:
        before = bytes(blocks.peek(("file", block)))
        blocks.put(("file", block), bytes(length))
        after = bytes(blocks.peek(("file", block)))
        assert len(after) == max(len(before), length)
        kept = [blocks.peek(("file", number)) for number in range(10)]
        assert blocks.size_bytes == sum(map(len, kept)) <= 100


def test_what_is_longer_than_all_there_is_room_for_is_not_kept():
    blocks = BlockCache(100)
    blocks.put(("file", 0), bytes(10))
    blocks.put(("file", 1), bytes(101))
    assert (blocks.get(("file", 0)), blocks.get(("file", 1))) == (bytes(10), b"")


def test_a_changed_file_is_forgotten_and_no_other():
    blocks = BlockCache(100)
    blocks.put(("changed", 0), bytes(10))
    blocks.put(("other", 0), bytes(20))
    blocks.invalidate("changed")
    assert (blocks.get(("changed", 0)), blocks.size_bytes) == (b"", 20)


def test_a_table_comes_back_as_it_was(tmp_path):
    kept = {f"file {n}": a_table(version=str(n)) for n in range(700)}
    SqliteHeaderStore(tmp_path / "tables.sqlite").put(kept)
    back = SqliteHeaderStore(tmp_path / "tables.sqlite").get([*kept, "unknown"])
    assert set(back) == set(kept)
    assert back["file 7"].version == "7"
    assert back["file 7"].layout.block(2, 3) == a_layout().block(2, 3)


@given(at=st.integers(0, 3000), bit=st.integers(0, 7))
def test_a_record_with_a_bit_changed_is_refused_or_means_another_version(at, bit):
    whole = a_table().pack()
    changed = bytearray(whole)
    changed[at % len(whole)] ^= 1 << bit
    try:
        back = FileHeader.unpack(bytes(changed))
    except ValueError:
        return
    assert not back.holds_for(1_604_096, '"etag"')


def test_a_forgotten_table_is_not_kept_anywhere(tmp_path):
    store = SqliteHeaderStore(tmp_path / "tables.sqlite")
    headers = HeaderCache(store)
    headers.put("file", a_table())
    headers.save()
    assert store.get(["file"])
    headers.invalidate("file")
    assert headers.get("file") is None
    assert not store.get(["file"])


def test_no_url_stands_in_the_file_of_tables(tmp_path):
    path = tmp_path / "tables.sqlite"
    SqliteHeaderStore(path).put({"https://host/secret/B04.tif": a_table()})
    assert b"host" not in path.read_bytes()


def test_tables_that_can_not_be_kept_are_no_error(tmp_path):
    store = SqliteHeaderStore(tmp_path / "no folder" / "tables.sqlite")
    store.put({"file": a_table()})
    assert not store.get(["file"])


def test_a_cleared_cache_knows_no_tables(tmp_path):
    cache = ChipCache(tmp_path)
    cache.headers.put({"file": a_table()})
    cache.clear()
    assert not cache.headers.get(["file"])


windows = st.builds(
    lambda col, row, width, height: Window(
        col, row, 0, 0, min(width, 1024 - col), min(height, 1000 - row)
    ),
    st.integers(0, 1023),
    st.integers(0, 999),
    st.integers(1, 700),
    st.integers(1, 700),
)


@given(windows)
def test_the_parts_of_a_window_cover_each_pixel_once(window):
    seen = np.zeros((window.height, window.width), int)
    for part in block_parts(a_layout(), window):
        seen[part.to_rows, part.to_cols] += 1
        assert part.rows.stop <= 256
        assert part.prefix_bytes <= part.block.byte_count
        assert (part.rows.stop - part.rows.start) == (part.to_rows.stop - part.to_rows.start)
    assert (seen == 1).all()


@given(windows)
def test_ranges_hold_their_parts_and_waste_little_between_them(window):
    parts = list(block_parts(a_layout(), window))
    found = byte_ranges(iter(parts))
    assert sorted(id(part) for one in found for part in one.parts) == sorted(map(id, parts))
    for one in found:
        wanted = sum(part.prefix_bytes for part in one.parts)
        assert one.stop - one.start - wanted <= MERGE_GAP_BYTES * (len(one.parts) - 1)


def test_whole_blocks_side_by_side_are_one_range():
    found = byte_ranges(block_parts(a_layout(), Window(100, 0, 0, 0, 600, 256)))
    assert [len(one.parts) for one in found] == [3]


def test_a_sparse_block_is_not_asked_for():
    layout = a_layout(byte_counts=np.zeros(16, np.uint32))
    assert list(block_parts(layout, Window(0, 0, 0, 0, 600, 600))) == []


def test_pixels_of_next_to_nothing_are_no_window_and_no_mistake():
    grid = Grid(32631, LEFT, TOP, 10.0, 64, 64)
    for step in (5e-324, 1e-308):
        assert window_of(grid, FileGrid(32631, (step, 0, 0.0, 0, -10.0, TOP), 99, 99)) is None
        assert window_of(grid, FileGrid(32631, (10.0, 0, LEFT, 0, -step, 0.0), 99, 99)) is None
