"""Headers of files and heads of answers, spoiled in every way: refused in words, or read right.

`CBM_CHIPS_FUZZ` multiplies the examples; the seeds stay.
"""

from __future__ import annotations

import os
import random
import re
import string
from datetime import datetime, timezone
from email.utils import format_datetime

import numpy as np
import pytest

from cbm_chips.core.errors import ReadError
from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.cog.header import parse_layout
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.cog.tags import NeedBytes
from cbm_chips.core.reading.contract import NotWindowed, Read, ReadJob, open_plainly
from cbm_chips.core.reading.http.chunked_body import ChunkedDecoder, decoded
from cbm_chips.core.reading.http.connection import HttpResponse, _head_of, _length
from cbm_chips.core.reading.http.content_range import FileRange, file_range_of
from cbm_chips.core.reading.network import retry_after_s
from cbm_chips.core.reading.origins import (
    UnsafeRedirect,
    host_of,
    is_same_origin,
    origin_of,
    redirect_target,
)
from tests.builders import LEFT, TOP, write_tile
from tests.effort import IS_THOROUGH

TIMES = int(os.environ.get("CBM_CHIPS_FUZZ", "1"))
SEEDS = range(4 if IS_THOROUGH else 2)
GRID = Grid(32631, LEFT + 100, TOP - 200, 10.0, 64, 64)
VALUES = np.random.default_rng(8).integers(1, 900, (128, 128)).astype("uint16")
ODD_NUMBERS = (0, 1, 2, 255, 256, 1 << 15, (1 << 16) - 1, 1 << 31, (1 << 32) - 1, (1 << 63) - 1)
SIGNS = string.printable + "\0\x7f\x80\xff"


def spoiled(data: bytes, rng: random.Random, *, within: int) -> bytes:
    """Some bytes of the first `within` changed, put in, taken out or cut off."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(max(min(within, len(out)), 1))
        kind = rng.randrange(6)
        if kind == 0:
            out[at : at + 1] = bytes([rng.randrange(256)])
        elif kind == 1:
            width = rng.choice((2, 4, 8))
            number = rng.choice(ODD_NUMBERS) % (1 << (8 * width))
            out[at : at + width] = number.to_bytes(width, rng.choice(("little", "big")))
        elif kind == 2:
            del out[at : at + rng.randint(1, 16)]
        elif kind == 3:
            out[at:at] = rng.randbytes(rng.randint(1, 16))
        elif kind == 4:
            out[at : at + 8] = out[(other := rng.randrange(max(len(out), 1))) : other + 8]
        else:
            del out[max(at, 8) :]
    return bytes(out)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    root = tmp_path_factory.mktemp("files")
    layouts = {
        "plain": {"predictor": 2},
        "big": {"BIGTIFF": "YES"},
        "swapped": {"ENDIANNESS": "BIG", "predictor": 2},
        "nodata": {"nodata": 7},
    }
    paths = [write_tile(root / f"{name}.tif", VALUES, **how) for name, how in layouts.items()]
    return [path.read_bytes() for path in paths]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_spoiled_header_is_refused_or_understood_and_asks_for_no_end_of_bytes(files, seed):
    rng = random.Random(seed)
    for _ in range(400 * TIMES):
        data = spoiled(rng.choice(files), rng, within=600)
        pieces = {0: data[: rng.choice((16, 200, 6144))]}
        for _ in range(30):
            need = needed(pieces, len(data))
            if need is None:
                break
            assert 0 <= need.start < need.stop <= max(len(data), need.start + 1)
            pieces[need.start] = data[need.start : need.stop]
        else:
            pytest.fail(f"asked for more and more: {data[:64]!r}")


def needed(pieces, size_bytes) -> NeedBytes | None:
    """What the header asks for; None where it is understood, or refused."""
    try:
        parse_layout(pieces, size_bytes=size_bytes)
    except NeedBytes as need:
        return need
    except NotWindowed:
        return None
    return None


class Refusing:
    """A general reader that reads nothing."""

    def read_all(self, jobs, access):
        for job in jobs:
            yield Read(job, error=ReadError("not for the block reader"))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_spoiled_file_costs_itself_alone_and_no_mistake_is_logged(files, seed, tmp_path, caplog):
    rng = random.Random(100 + seed)
    paths = []
    for number in range(25 * TIMES):
        paths.append(tmp_path / f"{number}.tif")
        paths[-1].write_bytes(spoiled(rng.choice(files), rng, within=rng.choice((600, 60_000))))
    good = tmp_path / "good.tif"
    good.write_bytes(files[0])
    jobs = [ReadJob(Asset("B04", str(path)), GRID) for path in (*paths, good)]
    reads = list(filter(None, WindowReader(general=Refusing()).read_all(jobs, open_plainly)))
    assert len(reads) == len(jobs)
    for read in reads:
        assert (read.pixels is None) != (read.error is None)
        assert read.pixels is None or read.pixels.values.shape == (64, 64)
    (of_good,) = (read for read in reads if read.job is jobs[-1])
    assert (of_good.pixels.values == VALUES[20:84, 10:74]).all()
    assert caplog.records == []


HEAD = (
    b"HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-99/5000\r\nContent-Length: 100\r\n"
    b'ETag: "a"\r\nContent-Type: image/tiff\r\nRetry-After: 3\r\nLocation: http://a.example/x\r\n'
    b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\nConnection: keep-alive"
)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_spoiled_head_is_no_answer_or_one_that_is_judged_in_words(seed):
    rng = random.Random(200 + seed)
    for _ in range(1500 * TIMES):
        try:
            _, status, headers = _head_of(bytearray(spoiled(HEAD, rng, within=len(HEAD))))
            length = _length(status, headers)
        except ValueError:
            continue
        assert 0 <= status <= 999
        assert length is None or 0 <= length < 10**18
        body = memoryview(rng.randbytes(rng.choice((0, 10, 100))))
        answer = HttpResponse(status, headers, rng.choice((body, None)), True)
        part = rng.choice(((0, 100), (50, 100), None))
        piece = judged(answer, part)
        assert piece is None or part is None or len(piece.data) <= part[1] - part[0]


def judged(answer, part) -> FileRange | None:
    """What is taken of an answer; None where it is refused, or is to be had as a whole only."""
    told = ""
    try:
        piece = file_range_of(answer, part, "https://host.example/a.tif?sig=secret")
    except ReadError as error:
        piece, told = None, str(error)
    assert "secret" not in told
    return piece


RANGES = ("bytes 0-99/5000", "bytes 0-99/*", "bytes */5000", "bytes 0-99/100", "bytes=0-99/5000")


@pytest.mark.parametrize("seed", SEEDS)
def test_only_the_part_that_was_asked_for_is_taken(seed):
    rng = random.Random(300 + seed)
    body = memoryview(bytes(range(100)))
    for _ in range(1500 * TIMES):
        words = text_of(rng.choice(RANGES), rng)
        try:
            piece = file_range_of(
                HttpResponse(206, {"content-range": words}, body, True), (0, 100), "http://h/"
            )
        except ReadError:
            continue
        assert re.match(r"bytes 0+-0*99/", words)
        assert bytes(piece.data) == bytes(body)
        assert piece.size_bytes is None or piece.size_bytes >= 100


def text_of(words: str, rng: random.Random) -> str:
    """The words with some signs changed, or other numbers in them."""
    out = list(words)
    for _ in range(rng.randint(0, 3)):
        at = rng.randrange(len(out) + 1)
        more = rng.choice((rng.choice(SIGNS), str(rng.choice(ODD_NUMBERS)), "-", "\u0661", ""))
        out[at : at + rng.randint(0, 2)] = more
    return "".join(out)


@pytest.mark.parametrize("seed", SEEDS)
def test_any_retry_after_is_a_time_from_now_on_or_nothing(seed):
    rng = random.Random(400 + seed)
    date = format_datetime(datetime(2031, 5, 6, tzinfo=timezone.utc), usegmt=True)
    for _ in range(1500 * TIMES):
        asked_s = retry_after_s(text_of(rng.choice(("120", date, "0", "1.5", "")), rng))
        assert asked_s is None or asked_s >= 0


@pytest.mark.parametrize("seed", SEEDS)
def test_spoiled_chunks_are_refused_or_go_on(seed):
    rng = random.Random(500 + seed)
    body = b"5\r\nhello\r\nA;x=y\r\n0123456789\r\n0\r\nE: f\r\n\r\n"
    for _ in range(1500 * TIMES):
        data, chunks = spoiled(body, rng, within=len(body)), ChunkedDecoder()
        try:
            for at in range(0, len(data), step := rng.randint(1, 9)):
                chunks.feed(data[at : at + step])
        except ValueError:
            continue
        assert len(chunks.body) <= len(data)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_packed_gives_no_more_than_agreed(seed):
    import gzip

    rng = random.Random(600 + seed)
    packed = gzip.compress(bytes(100_000))
    for _ in range(500 * TIMES):
        try:
            plain = decoded(
                memoryview(spoiled(packed, rng, within=len(packed))), "gzip", most_bytes=5000
            )
        except ValueError:
            continue
        assert len(plain) <= 5000


ADDRESSES = (
    "https://host.example/a.tif",
    "http://me:word@host.example:8080/a%20b.tif?x=y#z",
    "https://[::1]:443/a",
    "//other.example/a",
    "../a",
)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_spoiled_address_is_refused_or_leads_somewhere(seed):
    rng = random.Random(700 + seed)
    home = "https://home.example/a.tif"
    for _ in range(1500 * TIMES):
        address = text_of(rng.choice(ADDRESSES), rng) + rng.choice(("", "\ud800", "\u2100"))
        origin = origin_of(address)
        assert origin is None or (origin[1].isascii() and 0 < origin[2] < 1 << 16)
        assert "word" not in host_of(address) or "@" not in address
        try:
            there = redirect_target(home, address)
        except UnsafeRedirect:
            continue
        assert there.lower().startswith("https://")
        assert not is_same_origin(home, there) or origin_of(there) == ("https", "home.example", 443)
