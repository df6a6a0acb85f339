"""Every search ends: at its time, at its size, or because nobody waits for it any more."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import threading
from contextlib import ExitStack
from dataclasses import replace

import pytest

from cbm_chips.core.cancellation import Cancellation, map_in_daemon_threads
from cbm_chips.core.errors import SourceError, SourceUnreachable
from cbm_chips.core.model import ChipRequest, Place, Search
from cbm_chips.core.pipeline.events import WAITING
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network, in_words, retry_after_s
from cbm_chips.core.reading.shutdown import SEARCH_THREAD_NAME
from cbm_chips.core.sources.http.json_client import JsonClient
from cbm_chips.core.sources.stac import StacSource, typed_provider
from tests.core.sources.stac.searching import COLLECTIONS, landing
from tests.servers.process import REPOSITORY
from tests.servers.scripted import scripted, trickling
from tests.stac_items import a_c1_item

PATIENT = Network(retries=1, retry_delay_s=0.01, connect_timeout_s=600, read_timeout_s=600)
HURRIED = replace(PATIENT, question_timeout_s=0.1)
OK = b"HTTP/1.1 200 OK\r\n"
JSON = OK + b"Content-Type: application/json\r\n"
BUSY = b"HTTP/1.1 429 Busy\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n"
HOME = {"/": (200, {}, landing()), "/collections": (200, {}, COLLECTIONS)}
GOOD = json.dumps({"features": [a_c1_item("good")]})


def a_request() -> ChipRequest:
    return ChipRequest(Place(5.664, 52.694), "2020-03-01", "2020-03-31", bands=("B04", "B08"))


def a_source(url, network=PATIENT) -> StacSource:
    return StacSource(provider=typed_provider(url), network=network)


def search(url, network=PATIENT) -> Search:
    with a_source(url, network) as source:
        return source.parse(source.fetch(a_request()), a_request())


# --- time


@pytest.mark.parametrize(
    ("words", "drops"),
    [
        (b"", b""),
        (b"", b"H"),
        (OK, b"X"),
        (OK, b"X-More: 1\r\n"),
        (JSON + b"\r\n", b" "),
        (JSON + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
        (JSON + b"Content-Length: 1000\r\n\r\n", b" "),
    ],
    ids=["nothing", "status", "a header", "headers", "body", "chunks", "told length"],
)
def test_an_answer_that_trickles_is_given_up(words, drops):
    with trickling(words, drops) as url, pytest.raises(SourceUnreachable, match=r"0\.1 s"):
        search(url, HURRIED)


def test_a_handshake_without_an_answer_is_given_up():
    with trickling(b"", b"") as url, pytest.raises(SourceUnreachable, match=r"0\.1 s"):
        search(url.replace("http:", "https:"), HURRIED)


def test_a_redirection_that_trickles_is_given_up():
    with trickling(OK, b"X") as slow:
        script = {"/": (302, {"Location": slow}, "")}
        with scripted(script) as server, pytest.raises(SourceUnreachable, match=r"0\.1 s"):
            search(server.url, HURRIED)


def test_a_search_has_its_time_for_all_its_questions():
    with scripted(HOME) as server, pytest.raises(SourceUnreachable, match="took longer than 0 s"):
        search(server.url, replace(PATIENT, search_timeout_s=0.0))
    assert server.asked == []


# --- asking again


@pytest.mark.parametrize(
    "word",
    [
        "soon",
        "",
        "-5",
        "0.0",
        "NaN",
        "Mon, 01 Jan 2024 00:00:00 +99999999999999999999",
        "Mon, 01 Jan 0001 00:00:00 +2300",
        "Fri, 31 Feb 2020 00:00:00 GMT",
        "Mon, 01 Jan 2001 00:00:00 GMT",
        "٣",
        ",",
    ],
)
def test_nonsense_in_retry_after_fails_no_search(word):
    busy = (429, {"Retry-After": word.encode().decode("latin-1")}, "busy")
    with scripted({**HOME, "/search": [busy, (200, {}, GOOD)]}) as server:
        assert len(search(server.url).scenes) == 1


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("word", ["86400", "9" * 400, "Fri, 01 Jan 2999 00:00:00 GMT"])
def test_a_wait_of_a_day_is_told_at_once(status, word):
    busy = (status, {"Retry-After": word}, "busy")
    words = f"answered {status} and asks to wait"
    with scripted({**HOME, "/search": busy}) as server, pytest.raises(SourceError, match=words):
        search(server.url)
    assert len([path for path, _ in server.asked if path == "/search"]) == 1


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("7", 7.0), (" 1.5 ", 1.5), (None, None), ("x", None), ("Sun, 06 Nov 1994 08:49:37 GMT", 0.0)],
)
def test_retry_after_is_seconds_or_a_date(header, seconds):
    assert retry_after_s(header) == seconds


def test_a_connection_that_broke_is_asked_again_once():
    with scripted(
        {**HOME, "/search": [(200, {"Content-Length": "9999"}, ""), (200, {}, GOOD)]}
    ) as s:
        s.script["/search"][0] = (200, {"Content-Length": "9999", "Connection": "close"}, "")
        assert len(search(s.url).scenes) == 1


def test_certificates_that_are_not_there_are_told_as_such(tmp_path):
    network = replace(PATIENT, ca_file=str(tmp_path / "trusted.pem"))
    with pytest.raises(SourceUnreachable, match=r"can.t be read from .*trusted\.pem"):
        search("https://127.0.0.1:9", network)


# --- size


@pytest.mark.parametrize("path", ["/", "/search"])
def test_an_answer_has_a_size(path):
    bomb = gzip.compress(b"[") + 80 * gzip.compress(b" " * 1_000_000)
    script = {**HOME, path: (200, {"Content-Encoding": "gzip"}, bomb)}
    with scripted(script) as server, pytest.raises(SourceError, match="larger than 67 MB"):
        search(server.url)


@pytest.mark.parametrize("depth", [40, 900, 985, 20_000])
@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ('{"a":', "}")])
def test_a_deep_nest_in_an_entry_costs_no_other(depth, opened, closed):
    nest = opened * depth + "0" + closed * depth
    deep = json.dumps({**a_c1_item("deep"), "nest": "here"}).replace('"here"', nest)
    anonymous = json.dumps({"nest": "here"}).replace('"here"', nest)
    answer = GOOD.replace('"features": [', f'"features": [{deep}, {anonymous}, ')
    with scripted({**HOME, "/search": (200, {}, answer)}) as server:
        found = search(server.url)

    assert "good" in {scene.id for scene in found.scenes}


def test_numbers_of_any_length_are_no_trouble():
    odd = json.dumps({**a_c1_item("odd"), "n": "here"}).replace('"here"', "9" * 6000)
    answer = GOOD.replace('"features": [', f'"features": [{odd}, ')
    with scripted({**HOME, "/search": (200, {}, answer)}) as server:
        assert len(search(server.url).scenes) == 2


# --- giving up


def test_a_question_is_given_up_from_another_thread():
    stop = Cancellation()
    with trickling(OK, b"X") as url, stop.for_this_thread():
        client = JsonClient(PATIENT).within()
        threading.Timer(0.05, stop.cancel).start()
        with pytest.raises(SourceUnreachable, match="given up"):
            client.fetch(url)


def test_a_search_that_nobody_waits_for_ends(new_threads):
    with trickling(OK, b"X") as url, a_source(url) as source:
        searching = run(a_request(), source, Tools(RasterReader()))
        assert next(searching) is WAITING
        searching.close()
        new_threads.join(SEARCH_THREAD_NAME)


def test_a_run_is_given_up_from_outside():
    stop = Cancellation()
    with trickling(OK, b"X") as url, a_source(url) as source, stop.for_this_thread():
        threading.Timer(0.05, stop.cancel).start()
        with pytest.raises(SourceUnreachable, match="given up"):
            list(run(a_request(), source, Tools(RasterReader())))


LEAVING = """
import sys
from cbm_chips.core.model import ChipRequest, Place
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.sources.stac import StacSource, typed_provider

patient = Network(connect_timeout_s=600, read_timeout_s=600)
request = ChipRequest(Place(5.664, 52.694), "2020-03-01", "2020-03-31", bands=("B04",))
cancelled, left = [], []
for address in sys.argv[1:]:
    for searches in (cancelled, left):
        source = StacSource(provider=typed_provider(address), network=patient)
        searches.append(run(request, source, Tools(RasterReader())))
for searching in (*cancelled, *left):
    for _ in range(2):
        next(searching)
for searching in cancelled:
    searching.close()
print("left")
"""
SILENT, IN_HEADERS, IN_BODY, IS_BUSY = (b"", b""), (OK, b"X"), (JSON + b"\r\n", b" "), (BUSY, b"")


def test_python_ends_while_searches_hang(tmp_path):
    """One process for all kinds of hanging; the servers would be waited for ten minutes.

    Each kind is cancelled once and left as it is once, a static catalogue's documents, too.
    """
    with ExitStack() as stack:
        hanging = (SILENT, IN_HEADERS, IN_BODY, IS_BUSY)
        urls = [stack.enter_context(trickling(*words)) for words in hanging]
        links = [{"rel": "item", "href": f"{urls[1]}/{number}.json"} for number in range(20)]
        root = {"type": "Catalog", "id": "a", "stac_version": "1.0.0", "links": links}
        (tmp_path / "catalog.json").write_text(json.dumps(root))
        command = [sys.executable, "-c", LEAVING, *urls, str(tmp_path)]
        child = subprocess.run(
            command, cwd=REPOSITORY, capture_output=True, text=True, timeout=300, check=False
        )
    assert (child.returncode, child.stdout, child.stderr) == (0, "left\n", "")


def test_side_by_side_keeps_the_order_and_raises_what_was_raised():
    assert map_in_daemon_threads(str, range(100), threads=8, name="made") == [
        str(n) for n in range(100)
    ]
    assert map_in_daemon_threads(str, [], threads=8, name="made") == []
    with pytest.raises(ZeroDivisionError):
        map_in_daemon_threads(lambda number: 1 // number, [1, 0, 2], threads=2, name="made")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1.4, "1 seconds"), (119, "119 seconds"), (120, "2 minutes"), (86400, "24 hours"),
     (172800, "2 days"), (1e9, "for ever"), (float("inf"), "for ever"), (float("nan"), "for ever")],
)  # fmt: skip
def test_a_span_of_time_in_words(seconds, words):
    assert in_words(seconds) == words
