"""The server that benchmarks are measured against: exact bytes, counted, as late as it says."""

from __future__ import annotations

import http.client
import json
import shutil
import ssl
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks.line import Line
from benchmarks.site import take_request
from tests.servers.process import ServerProcess

CONTENT = bytes(range(256)) * 4096

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    folder = tmp_path_factory.mktemp("files")
    (folder / "a.tif").write_bytes(CONTENT)
    (folder.parent / "secret.tif").write_bytes(b"not for you")
    with ServerProcess("server", folder, package="benchmarks") as server:
        yield server


@pytest.fixture(params=["http", "https"])
def connection(request: pytest.FixtureRequest, server: ServerProcess) -> Iterator[object]:
    server.switch(latency_ms=0, mbit_s=0)
    server.reset()
    if request.param == "http":
        client = http.client.HTTPConnection(urlsplit(server.url).netloc)
    else:
        trust = ssl.create_default_context(cafile=server.told["ca_file"])
        client = http.client.HTTPSConnection(urlsplit(server.told["https"]).netloc, context=trust)
    yield client
    client.close()


def ask(client, wanted="", method="GET", path="/a.tif"):
    client.request(method, path, headers={"Range": f"bytes={wanted}"} if wanted else {})
    answer = client.getresponse()
    return answer, answer.read()


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("0-0", CONTENT[:1]),
        ("1000-700000", CONTENT[1000:700001]),
        ("1048570-", CONTENT[-6:]),
        ("-7", CONTENT[-7:]),
        ("1048570-9999999", CONTENT[-6:]),
    ],
)
def test_a_range_is_these_bytes_and_no_others(connection, wanted, expected):
    answer, body = ask(connection, wanted)
    assert (answer.status, body) == (206, expected)


def test_one_connection_serves_whatever_is_asked_and_counts_it(connection, server):
    whole, body = ask(connection)
    head, nothing = ask(connection, method="HEAD")
    missing, _ = ask(connection, path="/b.tif")
    outside, _ = ask(connection, path="/../secret.tif")
    beyond, _ = ask(connection, f"{len(CONTENT)}-")

    assert (whole.status, body, nothing) == (200, CONTENT, b"")
    assert head.headers["Content-Length"] == str(len(CONTENT))
    assert head.headers["ETag"] == whole.headers["ETag"]
    assert [missing.status, outside.status, beyond.status] == [404, 404, 416]
    told = server.stats()
    counted = [told[name] for name in ("requests", "heads", "not_found", "connections")]
    assert counted == [5, 1, 2, 1]


def test_an_answer_is_never_early(connection, server):
    server.switch(latency_ms=15, connect_trips=2)
    moments = [time.monotonic()]
    for _ in range(3):
        ask(connection, "0-99")
        moments.append(time.monotonic())
    first, *others = (after - before for before, after in zip(moments, moments[1:]))
    assert first >= 3 * 0.015
    assert min(others) >= 0.015


def test_bytes_come_no_faster_than_the_line_lets_them(connection, server):
    server.switch(mbit_s=80)
    began = time.monotonic()
    _, body = ask(connection)
    assert time.monotonic() - began >= len(body) * 8 / 80e6


def test_a_connection_opened_ahead_has_its_round_trips_behind_it():
    line = Line(latency_ms=10, connect_trips=2)
    assert line.answer_at(5.0, connected_at=5.0) == pytest.approx(5.03)
    assert line.answer_at(5.0, connected_at=1.0) == pytest.approx(5.01)


def test_the_line_is_shared():
    line = Line(mbit_s=8)
    assert [line.slot(1.0, 1000), line.slot(1.0, 1000)] == pytest.approx([1.001, 1.002])
    assert line.slot(9.0, 1000) == pytest.approx(9.001)


def test_requests_are_taken_one_by_one_and_only_when_whole():
    body = json.dumps({"latency_ms": 1}).encode()
    first = b"POST /__switch__ HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    second = b"GET /a.tif?sig=1 HTTP/1.1\r\nRANGE: bytes=0-1\r\n\r\n"
    buffer = bytearray(first[:-1])
    assert take_request(buffer) is None
    buffer += first[-1:] + second
    one, two = take_request(buffer), take_request(buffer)
    assert one is not None
    assert two is not None
    assert (one.path, one.body) == ("/__switch__", body)
    assert (two.path, two.headers) == ("/a.tif", {"range": "bytes=0-1"})
    assert buffer == b""


def test_secrets_beside_the_folder_stay_there(server: ServerProcess, tmp_path: Path):
    client = http.client.HTTPConnection(urlsplit(server.url).netloc)
    answer, body = ask(client, path=f"//{tmp_path}")
    client.close()
    assert answer.status == 404
    assert b"not for you" not in body
