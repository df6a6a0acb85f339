"""The checksum of what lies in caches notices what happens to files."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.reading.block_cache.record import SUMMED_WORDS, checksum

PAGE = 4 * SUMMED_WORDS
contents = st.builds(
    lambda seed, times, cut: (seed * times)[: len(seed) * times - cut],
    st.binary(min_size=1, max_size=97),
    st.integers(1, 400),
    st.integers(0, 90),
).filter(len)


@given(contents, st.data())
def test_a_changed_bit_is_noticed_wherever_it_is(content, data):
    damaged = bytearray(content)
    damaged[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    assert checksum(damaged) != checksum(content)


@given(contents, st.integers(0, 9))
def test_a_page_that_was_lost_is_noticed(content, page):
    lost = content[page * PAGE : (page + 1) * PAGE]
    damaged = content[: page * PAGE] + bytes(len(lost)) + content[(page + 1) * PAGE :]
    assert (checksum(damaged) != checksum(content)) == (damaged != content)


@given(contents, st.integers(1, 9000))
def test_a_cut_end_is_noticed_unless_only_zeros_went(content, missing):
    cut = content[:-missing]
    assert checksum(cut) != checksum(content) or not any(content[len(cut) :])


@given(contents, st.integers(0, 40))
def test_it_is_the_same_for_any_kind_of_buffer_wherever_it_begins(content, offset):
    shifted = memoryview(bytes(offset) + content)[offset:]
    assert checksum(content) == checksum(bytearray(content)) == checksum(shifted)
