"""The file server that other tests rely on behaves as it says, well and badly."""

from __future__ import annotations

import http.client
from urllib.error import HTTPError

import pytest

from tests.core.servers.replies import CONTENT, ask, connect
from tests.servers.process import ServerProcess


def test_a_whole_file_comes_with_its_length_and_a_tag(tif: str) -> None:
    reply = ask(tif)
    head = ask(tif, method="HEAD")
    assert (reply.status, reply.body) == (200, CONTENT)
    assert (head.status, head.body) == (200, b"")
    for headers in (reply.headers, head.headers):
        assert headers["Content-Length"] == str(len(CONTENT))
        assert headers["Accept-Ranges"] == "bytes"
        assert headers["ETag"] == reply.headers["ETag"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("bytes=0-9", slice(0, 10)),
        ("bytes=300-", slice(300, None)),
        ("bytes=10000-99999", slice(10000, None)),
        ("bytes=-7", slice(-7, None)),
    ],
)
def test_a_range_is_answered_with_just_these_bytes(tif: str, asked: str, expected: slice) -> None:
    start, stop, _ = expected.indices(len(CONTENT))
    reply = ask(tif, Range=asked)
    assert (reply.status, reply.body) == (206, CONTENT[expected])
    assert reply.headers["Content-Range"] == f"bytes {start}-{stop - 1}/{len(CONTENT)}"


def test_a_range_behind_the_end_is_refused(tif: str) -> None:
    reply = ask(tif, Range=f"bytes={len(CONTENT)}-")
    assert reply.status == 416
    assert reply.headers["Content-Range"] == f"bytes */{len(CONTENT)}"


@pytest.mark.parametrize("path", ["/../secret.txt", "/x/../../secret.txt", "/%2e%2e/secret.txt"])
def test_nothing_outside_the_folder_is_served(files: ServerProcess, path: str) -> None:
    assert ask(files.url + path).status == 403


def test_requests_and_bytes_are_counted_by_path_over_one_connection(files: ServerProcess) -> None:
    with connect(files.url) as connection:
        for method, path in (("HEAD", "/x/B04.tif"), ("GET", "/x/B04.tif"), ("GET", "/no.tif")):
            connection.request(method, path, headers={"Range": "bytes=0-99"})
            missing = connection.getresponse().read()
    counted = files.stats()
    assert counted.pop("closed") <= 1
    assert counted == {
        "requests": 3,
        "with_login": 0,
        "heads": 1,
        "gets": 2,
        "bytes": 100 + len(missing),
        "not_found": 1,
        "connections": 1,
        "opened": 1,
        "by_path": {
            "/x/B04.tif": {"requests": 2, "bytes": 100},
            "/no.tif": {"requests": 1, "bytes": len(missing)},
        },
    }
    files.reset()
    assert files.stats()["requests"] == 0


@pytest.mark.parametrize("kind", ["503", "403", "404", "401"])
def test_a_status_fault_fires_as_often_as_told(files: ServerProcess, tif: str, kind: str) -> None:
    files.set_faults([{"match": r"B04\.tif$", "kind": kind, "times": 2, "after": 1}])
    assert [ask(tif).status for _ in range(4)] == [200, int(kind), int(kind), 200]


def test_throttling_says_when_to_come_back(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": "B04", "kind": "429", "times": 1}])
    assert ask(tif).headers["Retry-After"] == "0"
    files.set_faults([{"match": "B04", "kind": "429", "retry_after": 3}])
    assert ask(tif).headers["Retry-After"] == "3"


def test_a_fault_spares_other_paths_and_methods(files: ServerProcess, tif: str) -> None:
    files.set_faults(
        [{"match": "B08", "kind": "503"}, {"match": "B04", "kind": "503", "method": "GET"}]
    )
    assert ask(tif, method="HEAD").status == 200
    assert ask(tif).status == 503


def test_a_cut_body_breaks_its_promise(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": "B04", "kind": "cut", "times": 1}])
    with pytest.raises(http.client.IncompleteRead) as broken:
        ask(tif, Range="bytes=0-99")
    assert broken.value.partial == CONTENT[:50]
    assert ask(tif, Range="bytes=0-99").body == CONTENT[:100]


def test_garbage_spares_the_head_of_a_file_unless_asked(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": "B04", "kind": "garbage"}])
    noise = ask(tif, Range="bytes=100-199")
    assert (noise.status, len(noise.body)) == (206, 100)
    assert noise.body != CONTENT[100:200]
    assert ask(tif, Range="bytes=100-199").body == noise.body
    assert ask(tif, Range="bytes=0-99").body == CONTENT[:100]
    files.set_faults([{"match": "B04", "kind": "garbage", "head": True}])
    assert ask(tif, Range="bytes=0-99").body != CONTENT[:100]


def test_a_stall_ends_without_an_answer(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": "B04", "kind": "stall", "seconds": 0.01}])
    with pytest.raises(http.client.RemoteDisconnected):
        ask(tif)


def test_a_reset_is_a_reset(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": "B04", "kind": "reset"}])
    with pytest.raises(ConnectionResetError) as hung_up:
        ask(tif)
    assert not isinstance(hung_up.value, http.client.RemoteDisconnected)


def test_an_error_page_can_pose_as_success(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": "B04", "kind": "html"}])
    reply = ask(tif, Range="bytes=0-99")
    assert (reply.status, reply.headers["Content-Type"]) == (200, "text/html")
    assert reply.body.startswith(b"<!DOCTYPE html>")


def test_a_server_can_ignore_ranges(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": "B04", "kind": "ignore_range"}])
    reply = ask(tif, Range="bytes=5-9")
    assert (reply.status, reply.body) == (200, CONTENT)


def test_a_slow_body_arrives_in_the_end(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": "B04", "kind": "slow", "seconds": 0.001, "chunk": 4000}])
    assert ask(tif).body == CONTENT


def test_signed_files_need_the_signature_that_is_valid_now(files: ServerProcess, tif: str) -> None:
    files.set_faults([{"match": r"\.tif$", "kind": "require_query", "token": "a+b="}])
    assert ask(tif).status == 403
    assert ask(f"{tif}?se=2030&sig=a%2Bb%3D").status == 200
    files.set_token("later")
    assert ask(f"{tif}?sig=a%2Bb%3D").status == 403
    assert ask(f"{tif}?sig=later").status == 200
    assert list(files.stats()["by_path"]) == ["/x/B04.tif"]


def test_a_rule_that_can_never_fire_is_refused(files: ServerProcess) -> None:
    with pytest.raises(HTTPError, match="400") as refused:
        files.set_faults([{"match": "B04", "kind": "sulk"}])
    with refused.value as reply:
        assert b"sulk" in reply.read()
