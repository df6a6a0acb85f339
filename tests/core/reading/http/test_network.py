"""The fast reader's connections: answers however they arrive, and the thread that waits."""

from __future__ import annotations

import asyncio
import threading
from contextlib import closing, suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cbm_chips.core.reading.failures import ReaderClosed
from cbm_chips.core.reading.http.connection import ConnectionLost, HttpConnection, HttpRequest
from cbm_chips.core.reading.http.pool import ConnectionPool
from cbm_chips.core.reading.http.threads import LOOP_THREAD_NAME, LoopThread
from cbm_chips.core.reading.network import Network
from tests.effort import examples

BODY = bytes(range(256)) * 20
QUESTION = HttpRequest(b"GET / HTTP/1.1\r\n\r\n", max_body_bytes=len(BODY))
GOOD = b"HTTP/1.1 206 Partial Content\r\nContent-Length: %d\r\nETag: a\r\n\r\n" % len(BODY) + BODY


async def _played(script, questions=1, *, question=QUESTION, silence_timeout_s=10.0):
    """What a line makes of a server that sends the pieces of `script`, one list for each question.

    None hangs up.
    """

    async def serve(reader, writer):
        with suppress(ConnectionError, EOFError), closing(writer):
            for pieces in script:
                await reader.readuntil(b"\r\n\r\n")
                for piece in pieces:
                    if piece is None:
                        return
                    writer.write(piece)
                    await writer.drain()
                    await asyncio.sleep(0)
            await reader.read()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    loop = asyncio.get_running_loop()
    _, line = await loop.create_connection(
        lambda: HttpConnection(silence_timeout_s=silence_timeout_s), "127.0.0.1", port
    )
    try:
        return [await line.send(question) for _ in range(questions)], line.is_open
    finally:
        line.close()
        server.close()
        await asyncio.gather(*(asyncio.all_tasks() - {asyncio.current_task()}))


def played(script, questions=1, **kwargs):
    return asyncio.run(_played(script, questions, **kwargs))


@settings(max_examples=examples(30), deadline=None)
@given(st.lists(st.integers(1, len(GOOD) - 1), max_size=12))
def test_an_answer_is_the_same_however_it_is_cut_on_its_way(cuts):
    edges = [0, *sorted(set(cuts)), len(GOOD)]
    pieces = [GOOD[a:b] for a, b in zip(edges, edges[1:])]
    answers, is_open = played([pieces, [GOOD]], 2)
    for answer in answers:
        assert (answer.status, bytes(answer.body), answer.headers["etag"]) == (206, BODY, "a")
    assert is_open


def test_a_word_ahead_of_the_answer_is_passed_over():
    (answer,), _ = played([[b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + GOOD]])
    assert (answer.status, bytes(answer.body)) == (206, BODY)


@pytest.mark.parametrize(
    ("head", "has_body", "stays"),
    [
        (b"HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\nabc", True, False),
        (b"HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 3\r\n\r\nabc", True, True),
        (b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc", True, False),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\nabc", False, False),
        (b"HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n1401\r\n" + b"." * 5121, False, False),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"." * 5121, False, False),
        (b"HTTP/1.1 204 No Content\r\n\r\n", True, True),
        (b"HTTP/1.1 200 OK\r\nCONNECTION: Close, x\r\ncontent-length: 3\r\n\r\nabc", True, False),
        (b"HTTP/1.1 200 OK\r\nConnection: x-close\r\nContent-Length: 3\r\n\r\nabc", True, True),
        (b"HTTP/1.1 200 OK\nTransfer-Encoding: Identity\nContent-Length:3\n\nabc", True, True),
        (b"HTTP/1.1 200 OK\nContent-Length: 3\n\nabc", True, True),
    ],
)
def test_what_can_not_be_taken_whole_ends_the_connection(head, has_body, stays):
    (answer,), is_open = played([[head]])
    assert (answer.body is not None, answer.keeps_alive, is_open) == (has_body, stays, stays)


CHUNKED = b"HTTP/1.1 206 Partial Content\r\nTransfer-Encoding: chunked\r\n\r\n" + b"".join(
    b"%X;a=b\r\n%s\r\n" % (len(part), part) for part in (BODY[:1], BODY[1:3000], BODY[3000:])
)


@pytest.mark.parametrize("end", [b"0\r\n\r\n", b"000;x\r\nETag: late\r\nA: b\r\n\r\n"])
@settings(max_examples=examples(30))
@given(cuts=st.lists(st.integers(1, len(CHUNKED) - 1), max_size=12))
def test_a_body_in_chunks_is_the_same_body_and_the_connection_stays(end, cuts):
    whole = CHUNKED + end
    edges = [0, *sorted(set(cuts)), len(whole)]
    pieces = [whole[a:b] for a, b in zip(edges, edges[1:])]
    answers, is_open = played([pieces, [GOOD]], 2)
    assert [bytes(answer.body) for answer in answers] == [BODY, BODY]
    assert is_open


@pytest.mark.parametrize("coding", ["Chunked", "CHUNKED", " chunked ,", "identity, chunked"])
def test_names_of_codings_have_no_case_and_stand_in_lists_with_blanks(coding):
    head = b"http/1.1 206 Partial\r\ntransfer-ENCODING:" + coding.encode() + b"\r\n\r\n"
    whole = head.replace(b"http", b"HTTP") + b"3\r\nabc\r\n0\r\n\r\n"
    (answer,), is_open = played([[whole]])
    assert (bytes(answer.body), is_open) == (b"abc", True)


def test_what_does_not_begin_like_an_answer_is_not_waited_for_to_the_end():
    for piece in (b"\x1f\x8b", b"HTTP/2", b"HTTQ"):
        with pytest.raises(ConnectionError, match="no answer in HTTP"):
            played([[piece]], silence_timeout_s=500)


def test_only_bytes_of_what_was_asked_for_are_told():
    on_bytes = []
    question = replace(QUESTION, on_bytes=on_bytes.append)
    played([[GOOD[:20], GOOD[20:-100], GOOD[-100:]]], question=question)
    assert sum(on_bytes) <= len(BODY)
    on_bytes.clear()
    refusal = b"HTTP/1.1 503 Busy\r\nContent-Length: 6\r\n\r\n"
    played([[refusal, b"abc", b"def"]], question=question)
    assert not sum(on_bytes)


def test_a_body_without_a_length_ends_with_the_connection():
    (answer,), is_open = played([[b"HTTP/1.1 200 OK\r\n\r\n", BODY[:100], BODY[100:], None]])
    assert (bytes(answer.body), answer.keeps_alive, is_open) == (BODY, False, False)


@pytest.mark.parametrize(
    "answer",
    [
        CHUNKED + b"0\r\n\r\nmore",
        CHUNKED + b"-1\r\n",
        CHUNKED + b"g\r\n",
        CHUNKED + b"fffffffff\r\n",
        CHUNKED + b"1\r\nab\r\n",
        CHUNKED + b" " * 5000,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nContent-Length: -3\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nContent-Length: 3, 3\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9999999999999999999\r\n\r\nabc",
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
        b"HTTP/2 200\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 20_000,
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef",
    ],
    ids=[
        "more behind chunks",
        "a size below 0",
        "a size in no digits",
        "an endless size",
        "longer than its size",
        "an endless line",
        "another coding",
        "a length below 0",
        "two lengths",
        "an endless length",
        "ssh",
        "http 2",
        "no header",
        "endless head",
        "too much",
    ],
)
def test_what_is_no_answer_is_an_error(answer):
    with pytest.raises(ConnectionError):
        played([[answer]])


def test_who_hangs_up_at_once_is_told_from_who_hangs_up_halfway():
    with pytest.raises(ConnectionLost):
        played([[None]])
    for halfway in (GOOD[:20], GOOD[:-1]):
        with pytest.raises(ConnectionError) as told:
            played([[halfway, None]])
        assert not isinstance(told.value, ConnectionLost)


def test_who_says_nothing_is_waited_for_as_long_as_agreed():
    with pytest.raises(TimeoutError):
        played([[GOOD[:-1]]], silence_timeout_s=0.01)


# The thread


def _close(loop_thread):
    loop_thread.close()
    with pytest.raises(ReaderClosed):
        loop_thread.start(asyncio.sleep(0))


def _forget(loop_thread):
    """The test has forgotten it as well by now."""


@pytest.mark.parametrize("end", [_close, _forget])
def test_the_thread_begins_with_the_first_thing_to_do_and_ends_with_its_owner(new_threads, end):
    ended = []
    owned = [LoopThread(lambda: ended.append(True))]
    assert not new_threads.alive(LOOP_THREAD_NAME)
    never_done = owned[0].start(asyncio.sleep(60))
    assert owned[0].start(asyncio.sleep(0, "done")).result() == "done"
    assert len(new_threads.alive(LOOP_THREAD_NAME)) == 1
    end(owned.pop())
    new_threads.join(LOOP_THREAD_NAME)
    assert (ended, never_done.cancelled()) == ([True], True)


def test_what_never_began_can_be_closed(new_threads):
    _close(LoopThread(lambda: None))
    assert not new_threads.alive(LOOP_THREAD_NAME)


def test_what_is_cancelled_from_outside_ends_inside():
    loop_thread = LoopThread(lambda: None)
    begun, ended = threading.Event(), threading.Event()

    async def work():
        try:
            begun.set()
            await asyncio.sleep(60)
        finally:
            ended.set()

    running = loop_thread.start(work())
    assert begun.wait(60)
    running.cancel()
    assert ended.wait(60)


def test_greeted_connections_are_hung_up_at_the_end():
    hung_up = []

    async def play():
        async def serve(reader, writer):
            hung_up.append(await reader.read())
            writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        lines = ConnectionPool(Network())
        await lines.preconnect(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", most=3)
        while not all(
            task.done() for end in lines._by_origin.values() for task in end._preconnected
        ):
            await asyncio.sleep(0)
        lines.close()
        while len(hung_up) < 3:
            await asyncio.sleep(0)
        server.close()
        await server.wait_closed()

    asyncio.run(play())
    assert hung_up == [b""] * 3
