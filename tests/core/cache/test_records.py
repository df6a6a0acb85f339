"""A record of the cache holds any window, and nobody is trusted."""

from __future__ import annotations

from pathlib import Path

import diskcache
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from cbm_chips.core.cache import (
    CACHED,
    ChipCache,
    PickleRefused,
    answer_key,
)
from cbm_chips.core.cache.bytes_disk import open_store
from cbm_chips.core.cache.records import BROKEN, pack, pack_answer, unpack, unpack_answer
from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.pipeline.gap_filling import fill_gaps
from cbm_chips.core.reading.contract import NEAREST, WINDOW, Pixels
from tests.builders import LEFT, TOP
from tests.core.cache.windows import job, key_of, some_pixels


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "float32", ">u2"])
@pytest.mark.parametrize("method", [WINDOW, NEAREST])
def test_a_window_comes_back_as_it_was_and_says_it_cost_nothing(cache, dtype, method):
    kept = some_pixels(dtype=dtype, method=method)
    cache.put_all_pixels({"key": kept})
    back = cache.get_pixels("key")
    assert (back.values == kept.values).all()
    assert (back.values.dtype, back.method) == (kept.values.dtype, method)
    assert (back.reader, back.bytes_read) == (CACHED, 0)


DTYPES = st.sampled_from(["uint8", "uint16", "float32"])


@given(hnp.arrays(DTYPES, hnp.array_shapes(min_dims=2, max_dims=2)))
def test_a_record_holds_any_window(values):
    back = unpack("key", pack("key", Pixels(values, WINDOW, "")))
    np.testing.assert_array_equal(back.values, values)
    assert back.values.dtype == values.dtype


RECORDS = (
    (pack("key", some_pixels(shape=(8, 16))), unpack),
    (pack_answer("key", b'{"features": []}', written=1.5), unpack_answer),
)


@given(record=st.sampled_from(RECORDS), at=st.integers(0, 400))
def test_a_record_that_was_cut_anywhere_is_not_believed(record, at):
    whole, parse = record
    with pytest.raises(BROKEN):
        parse("key", whole[: at % len(whole)])


@given(at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_record_with_one_bit_changed_is_not_believed(at, bit):
    whole, parse = RECORDS[0]
    changed = bytearray(whole)
    changed[at % len(whole)] ^= 1 << bit
    with pytest.raises(BROKEN):
        parse("key", bytes(changed))


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_under_another_key_is_not_believed(record):
    whole, parse = record
    with pytest.raises(BROKEN):
        parse("another", whole)


def test_what_is_kept_can_be_read_but_not_written_and_mosaics_cope(cache):
    cache.put_all_pixels({"key": Pixels(np.array([[0, 5]], "uint16"), WINDOW, "")})
    back = cache.get_pixels("key")
    assert not back.values.flags.writeable
    filled = fill_gaps(back, Asset("B04", ""), some_pixels(shape=(1, 2)), Asset("B04", ""))
    assert filled.values[0, 0] != 0
    assert back.values.tolist() == [[0, 5]]


def test_a_signature_does_not_change_the_key_and_everything_else_does():
    key = key_of("here", job())
    signature = f"sv=2020-08-04&se=2030-01-01T00:00:00Z&sig={'a' * 43}="
    assert key_of("here", job(f"https://host/B04.tif?{signature}")) == key
    moved = Grid(32631, LEFT + 220, TOP - 200, 10.0, 64, 64)
    others = [
        key_of("there", job()),
        key_of("here", job("https://host/B08.tif")),
        key_of("here", job("https://host/B04.tif?sig=abc")),
        key_of("here", job(band="B08")),
        key_of("here", job(grid=moved)),
        answer_key("here", ["https://host/B04.tif"]),
    ]
    assert len({key, *others}) == 7


def test_an_answer_comes_back_with_its_age(cache):
    cache.put_answer("question", b"features")
    answer = cache.get_answer("question")
    assert answer.content == b"features"
    assert answer.age_s >= 0
    assert cache.get_answer("another") is None


def test_a_broken_record_is_a_miss_and_gone(cache):
    for content in (b"", b"CBMC", pack("key", some_pixels())[:-1], b"x" * 500):
        plain = diskcache.Cache(str(cache.folder))
        plain["key"] = content
        assert cache.get_pixels("key") is None
        assert "key" not in plain
        plain["question"] = content
        assert cache.get_answer("question") is None
        plain.close()


def go_off(mark: Path, _ballast: bytes) -> str:
    mark.touch()
    return "gone off"


class Bomb:
    """Leaves a mark when it is unpickled."""

    def __init__(self, mark: Path, ballast: int) -> None:
        self._arguments = (mark, b"x" * ballast)

    def __reduce__(self):
        return (go_off, self._arguments)


@pytest.mark.parametrize("ballast", [0, 2_000_000], ids=["in the table", "in a file"])
def test_a_pickle_that_somebody_put_in_is_a_miss_and_never_opened(cache, tmp_path, ballast):
    mark = tmp_path / "mark"
    plain = diskcache.Cache(str(cache.folder))
    for key in ("key", ("a", "pickled", "key")):
        plain[key] = Bomb(mark, ballast)
    plain["words"] = "neither text"
    plain["number"] = 7
    assert cache.get_pixels("key") is None
    assert cache.get_answer("key") is None
    assert cache.get_pixels("words") is None
    assert cache.get_pixels("number") is None
    again = ChipCache(tmp_path / "cache")
    assert again.get_pixels("key") is None
    assert again.use().entries >= 1
    again.put_all_pixels({"key": some_pixels()})
    assert again.get_pixels("key") is not None
    assert not mark.exists()
    assert plain[("a", "pickled", "key")] == "gone off"  # whoever is less careful
    assert mark.exists()
    plain.close()


@pytest.mark.parametrize("value", [{"a": 1}, "text", 7, 1.5, None, np.zeros(3)])
def test_nothing_but_bytes_goes_in(tmp_path, value):
    with open_store(tmp_path, 10**6) as opened, pytest.raises(PickleRefused):
        opened.set("key", value)


@pytest.mark.parametrize("key", [("a", "b"), 7, b"bytes", None])
def test_no_key_but_text_goes_in(tmp_path, key):
    with open_store(tmp_path, 10**6) as opened, pytest.raises(PickleRefused):
        opened.set(key, b"value")
