"""A file server with HTTP ranges, request counters and faults on demand.

    python -m tests.servers.range_files ROOT [--latency-ms N] [--until-stdin-closes]

prints ``{"url": "http://127.0.0.1:PORT"}`` when it listens. Besides the files of ROOT it has

* GET ``/__stats__`` and POST ``/__reset__``: what clients asked for since the last reset;
* POST ``/__faults__``: a list of rules, see `Fault`; it replaces the rules of before;
* POST ``/__token__`` ``{"valid": "..."}``: the signature that ``require_query`` rules accept;
* GET ``/dl?ANY=FILE``: the file that a field of the query names, whichever field that is.

It must not share a process with the reader under test: GDAL holds the interpreter lock in places.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any, Callable
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

from .files.answers import Answer, FileSlice, pieces, range_of, refusal, whole_file
from .files.counting import Ledger
from .files.faults import Asked, Fault, FaultBook
from .files.spoilers import SPOILERS
from .local_server import CLOSE_WITH_RST, LocalHandler, LocalServer, serve

__all__ = [
    "CLOSE_WITH_RST",
    "Answer",
    "Fault",
    "FileSlice",
    "LocalHandler",
    "LocalServer",
    "RangeFileServer",
    "range_of",
    "refusal",
    "serve",
    "whole_file",
]


class RangeFileServer(LocalServer):
    """Serves the files below `root`."""

    def __init__(self, root: Path, *, latency_s: float) -> None:
        super().__init__(RangeFileHandler)
        self.root = root.resolve()
        self.latency_s = latency_s
        self.ledger = Ledger()
        self.faults = FaultBook()

    def named(self, path: str, query: str) -> str:
        """The path of the file that an address names."""
        values = (value for _, value in parse_qsl(query)) if path == "/dl" else ()
        return next(
            (f"/{value}" for value in values if (self.root / value).is_file()), unquote(path)
        )

    def answer(self, url_path: str) -> Answer:
        """The whole file behind a path, or the refusal."""
        if "\0" in url_path:
            return refusal(HTTPStatus.FORBIDDEN)
        path = (self.root / url_path.lstrip("/")).resolve()
        if self.root != path and self.root not in path.parents:
            return refusal(HTTPStatus.FORBIDDEN)
        return whole_file(path) if path.is_file() else refusal(HTTPStatus.NOT_FOUND)


class RangeFileHandler(LocalHandler):
    """One connection."""

    server: RangeFileServer
    asked: Asked
    _known = False
    _is_ours = False

    def setup(self) -> None:
        """A connection has been opened."""
        super().setup()
        self.server.ledger.opened()

    def finish(self) -> None:
        """It has been closed."""
        if not self._is_ours:
            self.server.ledger.closed()
        super().finish()

    def _is_about_us(self) -> None:
        if not self._is_ours:
            self._is_ours = True
            self.server.ledger.opened(-1)

    def do_HEAD(self) -> None:
        """Tell about a file."""
        self._serve_file()

    def do_GET(self) -> None:
        """Send a file, a part of it, or the counters."""
        if self.path == "/__stats__":
            self._is_about_us()
            self._send_bytes(self.server.ledger.as_json())
        else:
            self._serve_file()

    def do_POST(self) -> None:
        """Change the counters, the rules or the valid signature."""
        self._is_about_us()
        try:
            CONTROLS[self.path](self.server, self.read_json())
        except (KeyError, TypeError, ValueError, re.error) as error:
            self.send_json({"error": f"{type(error).__name__}: {error}"}, status=400)
        else:
            self.send_json({"done": self.path})

    def _send_bytes(self, body: bytes) -> None:
        self.send_head(HTTPStatus.OK, len(body), {"Content-Type": "application/json"})
        self.wfile.write(body)

    def _serve_file(self) -> None:
        url = urlsplit(self.path)
        self.asked = Asked(
            method=self.command,
            path=self.server.named(url.path, url.query),
            signature=parse_qs(url.query).get("sig", [None])[0],
            range_header=self.headers.get("Range", "") if self.command == "GET" else "",
            has_login="Authorization" in self.headers,
        )
        if not self._known:
            self._known = True
            self.server.ledger.connected()
        self.server.ledger.asked(self.asked)
        time.sleep(self.server.latency_s)
        fault = self.server.faults.turn(self.asked)
        if fault is None:
            self.send(self.honest_answer())
        else:
            SPOILERS[fault.kind](self, fault)

    def honest_answer(self) -> Answer:
        """What a faultless server sends."""
        answer = self.server.answer(self.asked.path)
        if answer.status != HTTPStatus.OK:
            return answer
        return range_of(answer, self.asked.range_header)

    def send(self, answer: Answer) -> None:
        """Send a whole answer."""
        self.send_start(answer)
        self.send_pieces(pieces(answer.body, count=len(answer.body)))

    def send_start(self, answer: Answer) -> None:
        """Send everything before the body."""
        if answer.status == HTTPStatus.NOT_FOUND:
            self.server.ledger.missed()
        self.send_head(answer.status, len(answer.body), answer.headers)

    def send_pieces(self, body: Iterator[bytes], *, pause_s: float = 0) -> None:
        """Send a body, counted before it leaves: who has it finds it in the counters."""
        if self.command == "HEAD":
            return
        for piece in body:
            self.server.ledger.sent(self.asked.path, len(piece))
            self.wfile.write(piece)
            if pause_s:
                self.wfile.flush()
                time.sleep(pause_s)


def _set_faults(server: RangeFileServer, rules: Any) -> None:
    faults = [Fault(**rule) for rule in rules]
    unknown = {fault.kind for fault in faults} - SPOILERS.keys()
    if unknown:
        raise ValueError(f"unknown kinds of faults: {unknown}")
    server.faults.replace(faults)


def _set_token(server: RangeFileServer, body: Any) -> None:
    server.faults.valid_token = body["valid"]


def _zero(server: RangeFileServer, _body: Any) -> None:
    server.ledger.reset()


CONTROLS: dict[str, Callable[[RangeFileServer, Any], None]] = {
    "/__faults__": _set_faults,
    "/__token__": _set_token,
    "/__reset__": _zero,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Serve a folder over HTTP, with faults.")
    parser.add_argument("root", type=Path)
    parser.add_argument("--latency-ms", type=float, default=0, help="added to each request")
    parser.add_argument("--until-stdin-closes", action="store_true", help="end with the parent")
    return parser


_PARSER = _parser()
"""Made before a fork of `nursery`, for all of them."""


def main() -> None:
    """Serve a folder."""
    options = _PARSER.parse_args()
    server = RangeFileServer(options.root, latency_s=options.latency_ms / 1000)
    serve(server, until_stdin_closes=options.until_stdin_closes)


if __name__ == "__main__":
    main()
