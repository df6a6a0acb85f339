"""Redirections of a CbM server: followed within the host only."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import ClassVar

import pytest

from cbm_chips.core import SourceError
from cbm_chips.core.reading.origins import MOST_REDIRECTS
from tests.cbm import LOGIN, a_source
from tests.servers.local_server import LocalServer


class Redirecting(BaseHTTPRequestHandler):
    """Sends `/query/info` elsewhere, and keeps what it was sent."""

    target = ""
    seen: ClassVar[list] = []

    def do_GET(self):
        self.seen.append((self.path, self.headers.get("Authorization")))
        if self.path.startswith("/moved/"):
            body = b'{"aois": {}}'
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return
        self.send_response(308)
        self.send_header("Location", self.target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *words):
        pass


@contextmanager
def redirecting(target) -> Iterator[LocalServer]:
    handler = type("Handler", (Redirecting,), {"target": target, "seen": []})
    with LocalServer(handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, args=(0.002,), daemon=True)
        thread.start()
        try:
            yield httpd
        finally:
            httpd.shutdown()
            thread.join()


def test_c33_a_redirection_within_the_host_is_followed_with_the_login():
    with redirecting("/moved/info") as server, a_source(server) as source:
        assert source.service.info() == {"aois": {}}

    assert server.RequestHandlerClass.seen[-1] == ("/moved/info", LOGIN["Authorization"])


@pytest.mark.parametrize(
    "target",
    ["http://other.invalid/info", "https://127.0.0.1/info", "//other.invalid/info", "http://["],
)
def test_a_redirection_to_another_host_is_refused(target):
    with redirecting(target) as server, a_source(server) as source:
        with pytest.raises(SourceError, match=r"no login is sent|can't be asked"):
            source.service.info()
        assert len(server.RequestHandlerClass.seen) == 1


def test_a_redirection_without_end_is_given_up():
    with redirecting("/query/info") as server, a_source(server) as source:
        with pytest.raises(SourceError, match="from one address to the next"):
            source.service.info()
        assert len(server.RequestHandlerClass.seen) == MOST_REDIRECTS + 1
