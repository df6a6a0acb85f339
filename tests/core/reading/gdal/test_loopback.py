"""GDAL's bytes come from this process alone, to whoever knows the file's name, and for a while."""

from __future__ import annotations

import socket
from concurrent.futures import Future
from http.client import HTTPConnection, RemoteDisconnected
from urllib.parse import urlsplit

import pytest

from cbm_chips.core.errors import ReadError
from cbm_chips.core.reading.gdal.loopback import NAME, lent
from cbm_chips.core.reading.gdal.virtual_file import PAGE_BYTES, RemoteFile
from cbm_chips.core.reading.http.content_range import FileRange

CONTENT = bytes(range(256)) * (3 * PAGE_BYTES // 256) + b"the end"
ROOM_S = 60.0


def at_once(start, stop):
    """Fetched without a network."""
    done: Future[FileRange] = Future()
    done.set_result(FileRange(CONTENT[start:stop], len(CONTENT), "1"))
    return done


def ask(address, path=None, *, method="GET", part="bytes=0-9"):
    connection = HTTPConnection(address.hostname, address.port, timeout=ROOM_S)
    try:
        connection.request(method, path or address.path, headers={"Range": part} if part else {})
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers
    finally:
        connection.close()


@pytest.fixture
def remote():
    return RemoteFile(at_once)


@pytest.fixture
def address(remote):
    with lent(remote) as (path, _):
        yield urlsplit(path[len("/vsicurl/") :])


def test_a_part_is_the_file_s(address):
    for start, stop in ((0, 10), (PAGE_BYTES - 3, PAGE_BYTES + 5), (len(CONTENT) - 7, 10**9)):
        status, body, headers = ask(address, part=f"bytes={start}-{stop - 1}")
        assert (status, body) == (206, CONTENT[start:stop])
        last = start + len(body) - 1
        assert headers["Content-Range"] == f"bytes {start}-{last}/{len(CONTENT)}"
    assert ask(address, part=f"bytes={len(CONTENT)}-{len(CONTENT) + 9}")[0] == 416
    assert ask(address, method="HEAD", part=None)[2]["Content-Length"] == str(len(CONTENT))


@pytest.mark.parametrize("part", [None, "bytes=-5", "bytes=5-", "bytes=0-1,4-5", "bytes=x-y"])
def test_what_gdal_does_not_ask_for_is_not_given(address, part):
    assert ask(address, part=part)[:2] == (404, b"")


@pytest.mark.parametrize("path", ["/", "/x", "{path}/", "{path}?x", "/../{path}"])
def test_the_file_has_one_name_and_there_is_no_other(address, path):
    assert ask(address, path.format(path=address.path))[:2] == (404, b"")
    assert ask(address, path.format(path=address.path), method="HEAD")[0] == 404


def test_no_name_can_be_guessed_from_another(remote):
    with lent(remote) as (one, _), lent(remote) as (two, _):
        names = {path.rpartition("/")[2] for path in (one, two)}
    assert len(names) == 2
    assert all(len(name) == 32 for name in names)


def test_only_this_machine_is_answered(address):
    assert address.hostname == "127.0.0.1"
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as other:
        other.bind(("127.0.0.2", address.port))  # taken, if the server listened everywhere


def test_a_failure_is_no_part_of_the_file(address, remote):
    assert ask(address)[0] == 206
    remote.failure = ReadError("given up")
    assert ask(address)[:2] == (404, b"")


def test_the_server_ends_with_the_reading_and_gives_nothing_to_who_is_still_connected(
    remote, new_threads
):
    with lent(remote) as (path, _):
        address = urlsplit(path[len("/vsicurl/") :])
        kept = HTTPConnection(address.hostname, address.port, timeout=ROOM_S)
        kept.request("GET", address.path, headers={"Range": "bytes=0-9"})
        assert kept.getresponse().read() == CONTENT[:10]
        (serving,) = new_threads.alive(NAME)
    serving.join(ROOM_S)
    assert not serving.is_alive()
    kept.request("GET", address.path, headers={"Range": "bytes=10-19"})
    with pytest.raises(RemoteDisconnected):  # who would take a 404 for the next file's
        kept.getresponse()
    kept.close()
    new_threads.join()
    with pytest.raises(OSError, match="refused"):
        ask(address)
