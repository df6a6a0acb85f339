"""However a read ends, by a cancellation or with its reader, its connections are closed."""

from __future__ import annotations

import asyncio
import gc
import shutil
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import Any

import pytest

from benchmarks.certificate import make_certificate
from cbm_chips.core.reading.contract import Access
from cbm_chips.core.reading.http.pool import ConnectionPool
from cbm_chips.core.reading.http.range_client import RangeClient
from cbm_chips.core.reading.http.threads import LoopThread
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reading.retries import TimeBudget
from tests.effort import IS_THOROUGH

TURNS = 20
"""Of an event loop, in which a file is read over TLS even."""
READS = 3
ANSWER = (
    b"HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-9/100\r\nContent-Length: 10\r\n\r\n"
    b"0123456789"
)


class Answers(StreamRequestHandler):
    """The same ten bytes, as long as somebody asks."""

    def setup(self) -> None:
        if self.server.context is not None:
            self.request = self.server.context.wrap_socket(
                self.request, server_side=True, do_handshake_on_connect=False
            )
        super().setup()

    def handle(self) -> None:
        try:
            while line := self.rfile.readline():
                if line == b"\r\n":
                    self.wfile.write(ANSWER)
        except OSError:
            pass

    def finish(self) -> None:
        self.request.close()


class Server(ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 50
    context: Any = None


@pytest.fixture(scope="module", params=["http", "https"])
def site(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Network]]:
    certificate = None
    if request.param == "https":
        if shutil.which("openssl") is None:
            pytest.skip("needs openssl")
        certificate = make_certificate(tmp_path_factory.mktemp("certificate"))
    with Server(("127.0.0.1", 0), Answers) as server:
        server.context = certificate and certificate.context()
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        ca_file = str(certificate.authority) if certificate else ""
        network = Network(ca_file=ca_file, connect_timeout_s=60, read_timeout_s=60)
        yield f"{request.param}://127.0.0.1:{server.server_address[1]}", network
        server.shutdown()
        thread.join()


async def read_for(turns: int, client: RangeClient, origin: str, end: Callable[..., Any]) -> None:
    """Begin to read, a connection opened ahead and some of them by the reads; then `end` it."""
    await client.preconnect([origin])
    access = Access(f"{origin}/a.tif", {})
    reads = [
        asyncio.ensure_future(client.read(access, 0, 10, rank=(0,), budget=TimeBudget(60)))
        for _ in range(READS)
    ]
    for _ in range(turns):
        await asyncio.sleep(0)
    await end(reads)


async def leave(reads: list[asyncio.Future[Any]]) -> None:
    """To whoever closes the reader."""


async def cancel(reads: list[asyncio.Future[Any]]) -> None:
    for read in reads:
        read.cancel()
    await asyncio.wait(reads)


@pytest.mark.parametrize("end", [leave, cancel])
def test_at_whichever_turn_it_ends(site: tuple[str, Network], end: Callable[..., Any]) -> None:
    origin, network = site
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        for turns in range(0, TURNS, 1 if IS_THOROUGH else 3):
            client = RangeClient(network, connections=READS + 1)
            with closing(LoopThread(client.close)) as thread:
                thread.start(read_for(turns, client, origin, end)).result(60)
        del client, thread
        gc.collect()
    # Before Python 3.11 a TLS that is cancelled as it is there says so above a closed socket.
    assert [one for one in map(str, told) if "_SSLProtocolTransport" not in one] == []


def test_a_connection_that_a_cancelled_read_waited_for_is_the_next_ones(
    site: tuple[str, Network],
) -> None:
    origin, network = site

    async def play() -> tuple[int, int]:
        pool = ConnectionPool(network)
        await pool.preconnect(origin, most=1)
        asked = {"max_body_bytes": 10, "on_bytes": lambda count: None}
        first = asyncio.ensure_future(pool.get(f"{origin}/a", {}, **asked))
        await asyncio.sleep(0)
        await cancel([first])
        response = await pool.get(f"{origin}/a", {}, **asked)
        count = len(pool._open)
        pool.close()
        await asyncio.sleep(0)
        return response.status, count

    assert asyncio.run(play()) == (206, 1)
