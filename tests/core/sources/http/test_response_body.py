"""Bodies of answers: as long as makes sense, and the text that was meant."""

from __future__ import annotations

import gzip
import json
import time
import zlib
from collections.abc import Iterator

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.errors import SourceError, SourceUnreachable
from cbm_chips.core.sources.http.response_body import (
    DEEPEST_NEST,
    ResponseTooLarge,
    parse_json,
    read_body,
    text_of,
)
from tests.raw_server import Said, saying

TEXT = b'{"pid": ["315141"]}' * 50


def fetched(said: Said, **limits) -> bytes:
    with saying(lambda path: said) as server, requests.Session() as session:
        session.trust_env = False
        with session.get(server.url, stream=True, timeout=60) as response:
            return read_body(response, **limits)


def coded(name: str, body: bytes) -> Said:
    return Said(body, headers={"Content-Encoding": name})


@pytest.mark.parametrize(
    "said",
    [
        Said(TEXT),
        Said(iter([TEXT[:7], TEXT[7:]])),
        coded("gzip", gzip.compress(TEXT)),
        coded("x-gzip", gzip.compress(TEXT[:90]) + gzip.compress(TEXT[90:])),
        coded("deflate", zlib.compress(TEXT)),
        coded("deflate", zlib.compress(TEXT)[2:-4]),
        coded("identity", TEXT),
        coded(" Identity , GZIP", gzip.compress(TEXT)),
    ],
    ids=[
        *("plain", "without length", "gzip", "two members", "deflate", "bare deflate"),
        *("identity", "a list in capitals"),
    ],
)
def test_what_was_sent_is_what_comes(said) -> None:
    assert fetched(said) == TEXT


def test_a_small_bomb_is_not_blown_up() -> None:
    bomb = gzip.compress(bytes(5_000_000))

    with pytest.raises(ResponseTooLarge, match="larger than 1 MB"):
        fetched(coded("gzip", bomb), most_bytes=1_000_000)


def test_a_long_answer_ends_at_the_limit() -> None:
    sent: list[int] = []

    def endless() -> Iterator[bytes]:
        while len(sent) < 100_000:
            sent.append(1)
            yield bytes(10_000)

    with pytest.raises(ResponseTooLarge):
        fetched(Said(endless()), most_bytes=1_000_000)
    assert len(sent) < 50_000


@pytest.mark.parametrize("name", ["br", "gzip, gzip", "zstd"])
def test_codings_that_nobody_asked_for_are_refused(name) -> None:
    with pytest.raises(SourceError, match="not asked for"):
        fetched(coded(name, TEXT))


@pytest.mark.parametrize(
    "said",
    [
        Said(iter([TEXT]), headers={"Content-Length": "5000"}),
        coded("gzip", gzip.compress(TEXT)[:-9]),
        coded("gzip", b"no gzip at all"),
    ],
    ids=["short", "short gzip", "none"],
)
def test_half_a_body_is_no_body(said) -> None:
    with pytest.raises(SourceUnreachable, match="broke off"):
        fetched(said)


def test_a_trickle_ends_with_the_time_given() -> None:
    def trickle() -> Iterator[bytes]:
        while True:
            yield bytes(4096)
            time.sleep(0.01)

    with pytest.raises(SourceUnreachable, match="in time"):
        fetched(Said(trickle()), until=time.monotonic() + 0.1)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert parse_json(text_of(b"\xef\xbb\xbf[1]")) == [1]
    assert parse_json(text_of("[1]".encode("utf-16"), "application/json; charset=utf-16")) == [1]
    assert text_of("é".encode("latin-1"), "text/html; charset=ISO-8859-1") == "é"
    assert text_of("é".encode(), "text/html; charset=punycode") == "é"


@pytest.mark.parametrize("nests", [2_000, 100_000])
@pytest.mark.parametrize("brackets", ["[]", "{}"])
def test_what_is_nested_too_deep_is_left_out_and_the_rest_is_there(nests, brackets) -> None:
    opening = {"[]": "[", "{}": '{"]\\"}": '}[brackets]
    deep = opening * nests + "1" + brackets[1] * nests

    content = parse_json(f'{{"a": {deep}, "b": "[[", "c": [{deep}, 5]}}')

    assert content["b"] == "[["
    assert content["c"][1] == 5
    # how deep Python reads is its own: it must not fail, and nothing half read may be there
    assert str(content).count("None") == (0 if "1" in str(content["a"]) else 2)


@given(st.recursive(st.integers() | st.text(), lambda some: st.lists(some, max_size=3)))
def test_whatever_is_not_nested_deep_stays(value) -> None:
    assert parse_json(json.dumps(value)) == value
    assert DEEPEST_NEST > 10


def test_half_a_pair_of_a_character_does_no_harm_later() -> None:
    assert parse_json('["a\\ud800", {"\\uDC00": "\\ud83d\\ude00"}]') == ["a?", {"?": "😀"}]


@pytest.mark.parametrize("text", ["", "[", "[" * 5000, "[" * 5000 + '"' + '\\"' * 5000, "nan"])
def test_what_is_no_json_is_none(text) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_json(text)
