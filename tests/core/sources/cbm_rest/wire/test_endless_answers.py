"""Answers of a CbM server without end, or too large, end all the same."""

from __future__ import annotations

import gzip
import socketserver
import threading
import time
from collections.abc import Iterator

import pytest

from cbm_chips.core import FailedChip, ReadError, SourceError, extract_chips
from cbm_chips.core.cancellation import Cancellation
from cbm_chips.core.errors import SourceUnreachable
from cbm_chips.core.sources.cbm_rest import CbmSource
from cbm_chips.core.sources.cbm_rest.wire import http as wire
from cbm_chips.core.sources.cbm_rest.wire import request_queue as queue_module
from tests.cbm import SEED, a_source, seed_request
from tests.core.sources.cbm_rest.answers import as_said, served
from tests.raw_server import Said, saying
from tests.servers.scripted import trickling


def trickle(seconds: float = 60.0) -> Iterator[bytes]:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        yield b" "
        time.sleep(0.05)


def test_an_answer_that_trickles_ends(monkeypatch) -> None:
    monkeypatch.setattr(queue_module, "QUESTION_BUDGET_S", 0.1)
    with saying(lambda path: Said(trickle())) as server, a_source(server) as source:
        for _ in range(2):
            with pytest.raises(SourceUnreachable, match=r"127\.0\.0\.1:\d+: no answer within"):
                source.service.info()


class Headers(socketserver.BaseRequestHandler):
    """A server whose headers come one by one, for as long as somebody listens."""

    begun, ended = threading.Event(), threading.Event()

    def handle(self) -> None:
        self.request.recv(65536)
        self.begun.set()
        try:
            self.request.sendall(b"HTTP/1.1 200 OK\r\n")
            while True:
                self.request.sendall(b"X-More: x\r\n")
                time.sleep(0.05)
        except OSError:
            self.ended.set()


def test_headers_that_trickle_end_and_the_line_is_hung_up(monkeypatch) -> None:
    for module in (queue_module, wire):
        monkeypatch.setattr(module, "QUESTION_BUDGET_S", 0.1)
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Headers) as server:
        server.daemon_threads = True
        server.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        with a_source(server) as source:
            while not Headers.begun.is_set():  # on a busy machine the time may be over before
                with pytest.raises(SourceUnreachable):
                    source.service.info()
        assert Headers.ended.wait(60), "nobody listens any more"
        server.shutdown()
        thread.join()


def test_files_that_trickle_end_and_are_not_tried_for_ever(monkeypatch) -> None:
    from cbm_chips.core.sources.cbm_rest.chips import reader

    monkeypatch.setattr(reader, "BODY_BUDGET_S", 0.1)
    names = list(SEED[:2])

    def say(path: str) -> Said:
        if "/query/" not in path:
            return Said(trickle(), headers={"Content-Type": "image/tiff"})
        if "Batch" in path:
            files = [f"static//tmp/x/{name}.SCL.tif" for name in names]
            return as_said({"dates": names, "chips": files})
        return as_said({"chips": [f"{name}.SAFE" for name in names]})

    with saying(say) as server, a_source(server) as source:
        made = list(extract_chips(seed_request(), source, cache=None))

    assert [isinstance(one, FailedChip) for one in made] == [True, True]
    assert all("no answer within" in one.reason for one in made)


def test_a_bomb_of_an_answer_is_not_blown_up() -> None:
    bomb = gzip.compress(b'{"aois": "') + 200 * gzip.compress(bytes(1_000_000))
    words = r"127\.0\.0\.1:\d+: the answer is larger than 67 MB"
    said = Said(bomb, headers={"Content-Encoding": "gzip"})
    with served(said) as (_, source), pytest.raises(SourceError, match=words):
        source.service.info()


def test_a_file_far_too_large_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(wire, "LARGEST_FILE_BYTES", 1000)
    said = Said(bytes(5000))
    with served(said) as (_, source), pytest.raises(ReadError, match="far too large"):
        source.service.file("/static/tmp/x/y.tif")


def test_a_question_that_nobody_waits_for_ends_with_its_thread():
    stop = Cancellation()
    with trickling(b"", b"") as url, CbmSource(f"cbm+{url}") as source, stop.for_this_thread():
        threading.Timer(0.2, stop.cancel).start()
        with pytest.raises(SourceError, match="not waited for"):
            source.fetch(seed_request())
