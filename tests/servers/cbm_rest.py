"""The JRC CbM REST service over an archive, with the original's behaviour, faults included.

    python -m tests.servers.cbm_rest ARCHIVE [--port N] [--SWITCH VALUE ...] [--until-stdin-closes]

prints ``{"url": "http://127.0.0.1:PORT"}`` when it listens. ARCHIVE is the folder of a static STAC
catalogue with a ``parcels.geojson``, as `build_sample` makes it. Logins: tester/secret for the
areas ms and nl, admin/admin for all.

POST ``/__switch__`` changes `Switches`; besides them it takes ``"products"`` (made-up products in
place of the archive's, null brings those back; see `Product`; or one of the words that the option
``--products`` takes: archive, seed), ``"flush": true`` (all result files
vanish) and ``"restore": true`` (first everything as at the start). GET ``/__stats__`` and POST
``/__reset__`` count.
"""

from __future__ import annotations

import argparse
import json
import re
import socket
import threading
import time
from dataclasses import fields, replace
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any, Callable, Optional

from cbm_chips.core.reading.warm_threads import WarmThreads

from .cbm.replies import Reply, error_page
from .cbm.service import ARCHIVE, HALF_JSON, NOT_A_FILE, SEED, SIGN_IN, Question, Service
from .cbm.switches import TRICKLE_BYTES, Switches
from .local_server import CLOSE_WITH_RST, LocalHandler, LocalServer, json_or_text, serve

Json = dict[str, Any]


class CbmServer(LocalServer):
    """The service, its switches and its counters."""

    def __init__(
        self, archive: Path, switches: Switches, *, port: int = 0, products: str = ARCHIVE
    ) -> None:
        super().__init__(CbmHandler, port=port)
        self._warm = WarmThreads("connection")
        self.service = Service(archive)
        self.service.url = self.url
        self.lock = threading.Lock()
        self.switches = self._first = switches
        self._products = products
        self.service.show_products(products)
        self.service.take(switches)

    def process_request(self, request: Any, client_address: Any) -> None:
        """In a thread that may have served before: GDAL and PROJ are slow in new ones."""
        self._warm.start(partial(self.process_request_thread, request, client_address))

    def switch(self, changes: Json) -> None:
        """Turn switches; an unknown one is a TypeError."""
        with self.lock:
            rest = dict(changes)
            if rest.pop("restore", False):
                self.switches = self._first
                self.service.show_products(self._products)
                self.service.directories.flush()
            if rest.pop("flush", False):
                self.service.directories.flush()
            if "products" in rest:
                self.service.show_products(rest.pop("products"))
            self.switches = replace(self.switches, **rest)
            self.service.take(self.switches)

    def count_down(self, name: str) -> bool:
        """Whether a switch "the first n" still fires; one less remains, -1 never ends."""
        with self.lock:
            left: int = getattr(self.switches, name)
            if left > 0:
                fewer: Json = {name: left - 1}
                self.switches = replace(self.switches, **fewer)
            return left != 0


class CbmHandler(LocalHandler):
    """One connection."""

    server: CbmServer

    def do_GET(self) -> None:
        """Answer a GET."""
        self._answer(b"")

    def do_HEAD(self) -> None:
        """Answer like a GET, without the body."""
        self._answer(b"")

    def do_OPTIONS(self) -> None:
        """Say which methods there are."""
        self._answer(b"")

    def do_POST(self) -> None:
        """Answer a POST."""
        self._answer(self.rfile.read(int(self.headers.get("Content-Length") or 0)))

    def _answer(self, body: bytes) -> None:
        path = self.path.partition("?")[0]
        if path.startswith("/__"):
            self._control(path, body)
            return
        service, switches = self.server.service, self.server.switches
        service.ledger.saw(path)
        if not path.startswith(f"{switches.prefix}/"):
            self._send(error_page(HTTPStatus.NOT_FOUND))
            return
        question = self._question(self.path[len(switches.prefix) :], body)
        if "//" in question.path:
            self._send(self._clean_path())
        elif question.path == "/apidocs":
            self._send(self._moved(f"{switches.prefix}/apidocs/"))
        elif question.path.startswith("/query/"):
            self._query(question, switches)
        elif self.command == "POST":
            self._send(error_page(HTTPStatus.METHOD_NOT_ALLOWED))
        else:
            self._file(question, switches)

    def _question(self, target: str, body: bytes) -> Question:
        is_json = (self.headers.get("Content-Type") or "").partition(";")[0] == "application/json"
        posted, malformed = None, False
        if is_json:
            try:
                posted = json.loads(body)
            except ValueError:
                malformed = True
        caller = str(self.client_address[0])
        return Question(self.command, target, self.headers, caller, posted, is_json, malformed)

    def _clean_path(self) -> Reply:
        """A redirection to the same path with single slashes."""
        path, mark, query = self.path.partition("?")
        return self._moved(re.sub("/{2,}", "/", path) + mark + query)

    def _moved(self, path: str) -> Reply:
        page = error_page(HTTPStatus.PERMANENT_REDIRECT)
        return replace(page, headers={"Location": self.server.url + path})

    def _query(self, question: Question, switches: Switches) -> None:
        service = self.server.service
        with service.ledger.query(question.target, question.posted):
            self._wait_for_latency()
            if self.server.count_down("fail_first_n"):
                reply = error_page(switches.fail_status)
            elif switches.login_page:
                reply = SIGN_IN
            elif switches.garbage_json:
                reply = HALF_JSON
            else:
                reply = service.query(question, switches)
        self._send(reply)

    def _wait_for_latency(self) -> None:
        """A question that waits already goes on once the switch is turned down."""
        began = time.monotonic()
        while (left_s := began + self.server.switches.latency - time.monotonic()) > 0:
            time.sleep(min(left_s, 0.05))

    def _file(self, question: Question, switches: Switches) -> None:
        service = self.server.service
        reply = service.file(question)
        if reply is None or reply.status == HTTPStatus.NOT_FOUND:
            self._send(error_page(HTTPStatus.NOT_FOUND))
            return
        service.ledger.add(files=1, files_with_login="Authorization" in self.headers)
        time.sleep(switches.file_latency)
        if switches.files_as_html:
            self._send(NOT_A_FILE)
        elif switches.cut_after is not None and self.server.count_down("cut_times"):
            self._break_off(reply, switches.cut_after)
        else:
            self._send(reply, pause=switches.trickle)

    def _send(self, reply: Reply, *, length: Optional[int] = None, pause: float = 0) -> None:
        """Send an answer, `length` bytes of its body only, pausing after each piece."""
        headers = {"Content-Type": reply.media_type, **reply.headers}
        self.send_head(reply.status, len(reply.body), headers)
        if self.command == "HEAD":
            return
        body = reply.body[:length]
        size = TRICKLE_BYTES if pause else max(1, len(body))
        for start in range(0, len(body), size):
            self.wfile.write(body[start : start + size])
            if pause:
                self.wfile.flush()
                time.sleep(pause)

    def _break_off(self, reply: Reply, length: int) -> None:
        """Announce everything, send a part, and reset the connection."""
        self._send(reply, length=length)
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, CLOSE_WITH_RST)
        self.close_connection = True

    def _control(self, path: str, body: bytes) -> None:
        try:
            changes = json.loads(body) if body else {}
            if path == "/__switch__":
                self.server.switch(changes)
                self.send_json(vars(self.server.switches))
            elif path == "/__reset__":
                self.server.service.ledger.reset()
                self.send_json({})
            else:
                self.send_json(self.server.service.ledger.as_dict())
        except (TypeError, ValueError, KeyError) as error:
            self.send_json({"error": f"{type(error).__name__}: {error}"}, status=400)


def switches_of(options: argparse.Namespace) -> Switches:
    """The switches of a command line made by `add_switches`."""
    return Switches(**{name.name: getattr(options, name.name) for name in fields(Switches)})


def add_switches(parser: argparse.ArgumentParser) -> None:
    """One option for each switch; values are JSON, plain words or words with commas.

    And one for the products, which is no switch of how the service behaves.
    """
    told = "the archive's, or the eleven of the documentation's example of June 2019"
    parser.add_argument("--products", choices=(ARCHIVE, SEED), default=ARCHIVE, help=told)
    for switch in fields(Switches):
        flag = "--" + switch.name.replace("_", "-")
        kind = _KINDS.get(type(switch.default), json_or_text)
        parser.add_argument(flag, type=kind, default=switch.default)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.split(",") if word)


_KINDS: dict[type, Callable[[str], Any]] = {str: str, tuple: _words}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Serve an archive as a CbM REST service.")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--until-stdin-closes", action="store_true", help="end with the parent")
    add_switches(parser)
    return parser


_PARSER = _parser()
"""Made before a fork of `nursery`, for all of them."""


def main() -> None:
    """Serve an archive."""
    options = _PARSER.parse_args()
    server = CbmServer(
        options.archive, switches_of(options), port=options.port, products=options.products
    )
    serve(server, until_stdin_closes=options.until_stdin_closes)


if __name__ == "__main__":
    main()
