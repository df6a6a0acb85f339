"""Prefixes of zlib streams: the right bytes, or a word about why not, by every library."""

from __future__ import annotations

import sys
import threading
import tracemalloc
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cbm_chips.core.reading.cog import libdeflate
from cbm_chips.core.reading.cog.inflate import ZLIB, CorruptData, ShortData, inflaters, is_damaged
from tests.effort import examples

EVERY = pytest.mark.parametrize("inflate", inflaters(), ids=lambda inflate: inflate.name)


def block(seed: int, *, length: int, spread: int) -> bytes:
    """Something between constant and random; runs make long matches at two bits each."""
    dice = np.random.default_rng(seed)
    noise = dice.integers(0, spread, length).astype("uint8")
    noise[dice.random(length) < 0.3] = 0
    start = int(dice.integers(0, length))
    noise[start : start + int(dice.integers(0, length))] = spread
    return noise.tobytes()


@st.composite
def streams(draw):
    length = draw(st.integers(1, 60_000))
    raw = block(draw(st.integers(0, 2**32)), length=length, spread=draw(st.integers(1, 255)))
    strategy = draw(st.sampled_from((zlib.Z_DEFAULT_STRATEGY, zlib.Z_FIXED, zlib.Z_HUFFMAN_ONLY)))
    packing = zlib.compressobj(draw(st.integers(0, 9)), zlib.DEFLATED, 15, 8, strategy)
    half = draw(st.integers(0, length))  # empty stored blocks in the middle of a stream
    stream = packing.compress(raw[:half]) + packing.flush(zlib.Z_SYNC_FLUSH)
    return raw, stream + packing.compress(raw[half:]) + packing.flush()


@EVERY
@settings(max_examples=examples(150), deadline=None)
@given(made=streams(), data=st.data())
def test_a_prefix_gives_the_first_bytes_or_is_short_but_never_others(inflate, made, data):
    raw, stream = made
    wanted = data.draw(st.integers(1, len(raw)))
    there = data.draw(st.integers(0, len(stream)))
    reach = len(zlib.decompressobj().decompress(stream[:there]))

    try:
        found = inflate(stream[:there], wanted, is_whole=False)
    except ShortData:
        assert reach < wanted + (8 if inflate.name == "isal" else 0)
    else:
        assert reach >= wanted
        assert bytes(found) == raw[:wanted]


@EVERY
@settings(max_examples=examples(60), deadline=None)
@given(made=streams(), data=st.data())
def test_a_whole_stream_gives_any_first_bytes(inflate, made, data):
    raw, stream = made
    wanted = data.draw(st.integers(1, len(raw)))

    assert bytes(inflate(stream, wanted, is_whole=True)) == raw[:wanted]
    assert bytes(inflate(stream, len(raw), is_whole=True, is_all=True)) == raw
    assert bytes(inflate(stream + b"padding", len(raw), is_whole=True, is_all=True)) == raw


@EVERY
@settings(max_examples=examples(60), deadline=None)
@given(made=streams(), data=st.data())
def test_a_whole_stream_that_was_cut_is_corrupt_where_it_does_not_reach(inflate, made, data):
    raw, stream = made
    cut = stream[: data.draw(st.integers(0, len(stream) - 1))]

    with pytest.raises(CorruptData):
        inflate(cut, len(raw), is_whole=True)


@EVERY
@settings(max_examples=examples(60), deadline=None)
@given(made=streams(), data=st.data())
def test_flipped_bits_in_a_whole_block_are_found(inflate, made, data):
    raw, stream = made
    broken = bytearray(stream)
    broken[data.draw(st.integers(0, len(stream) - 1))] ^= 1 << data.draw(st.integers(0, 7))

    try:
        found = inflate(bytes(broken), len(raw), is_whole=True, is_all=True)
    except CorruptData:
        return
    # The header's level of compression and the bits behind the last code mean nothing.
    assert bytes(found) == raw


@EVERY
@settings(max_examples=examples(100), deadline=None)
@given(data=st.binary(max_size=300), wanted=st.integers(1, 10_000), is_whole=st.booleans())
def test_garbage_ends_in_words(inflate, data, wanted, is_whole):
    try:
        found = inflate(b"\x78\x9c" + data, wanted, is_whole=is_whole)
    except (ShortData, CorruptData):
        return
    assert len(found) == wanted


@EVERY
@pytest.mark.parametrize("wanted", [1, 1000, 40_000, 65_535, 65_536, 110_000])
@pytest.mark.parametrize("is_whole", [True, False])
def test_stored_blocks_are_no_trap(inflate, wanted, is_whole):
    raw = np.random.default_rng(5).bytes(140_000)

    assert bytes(inflate(zlib.compress(raw, 0), wanted, is_whole=is_whole)) == raw[:wanted]


@EVERY
def test_a_stream_that_holds_more_than_its_block_is_corrupt(inflate):
    raw = bytes(range(200))

    assert bytes(inflate(zlib.compress(raw), 199, is_whole=True)) == raw[:199]
    with pytest.raises(CorruptData):
        inflate(zlib.compress(raw), 199, is_whole=True, is_all=True)


@EVERY
def test_a_stream_that_ends_before_its_block_is_corrupt_even_if_more_could_follow(inflate):
    with pytest.raises(CorruptData):
        inflate(zlib.compress(b"short") + b"more", 6, is_whole=False)


@EVERY
def test_a_few_bytes_never_make_room_for_many(inflate):
    tracemalloc.start()
    try:
        with pytest.raises((ShortData, CorruptData)):
            inflate(zlib.compress(bytes(1000)), 64 << 20, is_whole=True)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert most < 1 << 20


@EVERY
def test_many_threads_inflate_at_once(inflate):
    made = [block(seed, length=200_000, spread=90) for seed in range(8)]
    packed = [zlib.compress(raw) for raw in made]
    wrong = []

    def work(number: int) -> None:
        for _ in range(3):
            if bytes(inflate(packed[number], 150_000, is_whole=False)) != made[number][:150_000]:
                wrong.append(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not wrong


def test_zlib_is_always_the_last_choice():
    assert inflaters()[-1] is ZLIB
    assert inflaters() is inflaters()


def test_libdeflate_is_found_beside_the_packages_that_bring_it(tmp_path, monkeypatch):
    wheel = tmp_path / "rasterio.libs"
    wheel.mkdir()
    (tmp_path / "rasterio").mkdir()
    (tmp_path / "rasterio" / "__init__.py").touch()
    (wheel / "libdeflate-0b5e6a1c.so.0").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "rasterio", raising=False)
    monkeypatch.setenv("OSGEO4W_ROOT", str(tmp_path))
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "deflate.dll").touch()

    candidates = [str(name) for name in libdeflate.candidates()]

    assert str(tmp_path / "rasterio" / ".." / "rasterio.libs" / "libdeflate-0b5e6a1c.so.0") in (
        candidates
    )
    assert str(tmp_path / "bin" / "deflate.dll") in candidates
    assert candidates.index("libdeflate.so.0") == 0


def test_a_library_that_is_none_is_passed_over(tmp_path):
    (tmp_path / "libdeflate.so").write_bytes(b"no library")

    assert libdeflate.load(ZLIB, [str(tmp_path / "libdeflate.so"), "libc.so.6"]) is None


@given(raw=st.binary(min_size=1, max_size=4000), data=st.data())
def test_a_stream_is_damaged_where_it_can_not_be_what_was_written(raw, data):
    whole = zlib.compress(raw)
    assert not is_damaged(whole)
    assert not is_damaged(whole + b"what lies behind")
    without_checksum = whole[:-4]
    assert not is_damaged(without_checksum)
    assert is_damaged(whole[:-5])
    at = data.draw(st.integers(2, len(whole) - 1))
    flipped = bytearray(whole)
    flipped[at] ^= 1 << data.draw(st.integers(0, 7))
    stream = zlib.decompressobj(wbits=-15)
    # Bits between the stream's end and its checksum say nothing.
    assert is_damaged(flipped) or stream.decompress(flipped[2:]) == raw or not stream.unused_data
    assert not is_damaged(b"no such stream at all")
