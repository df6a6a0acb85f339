"""A STAC API over made items, with the bad manners of the real ones on demand.

    python -m tests.servers.stac_api ITEMS.json [--collections FILE] [--page-limit N]
        [--asset-base URL] [--SWITCH VALUE ...] [--until-stdin-closes]

prints ``{"url": "http://127.0.0.1:PORT"}`` when it listens. ITEMS.json is a list of items or a
FeatureCollection. Like Earth Search it answers newest first, drops a CQL2 ``filter`` and
``fields`` without a word and gives an empty list for an unknown collection. It also hands out
storage tokens like Planetary Computer.

POST ``/__switch__`` changes `Switches`; GET ``/__stats__`` and POST ``/__reset__`` count.
"""

from __future__ import annotations

import argparse
import json
import re
import threading
from dataclasses import fields, replace
from datetime import datetime, timedelta, timezone
from http import HTTPStatus
from pathlib import Path
from typing import Any, Callable, Optional
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from .local_server import LocalHandler, LocalServer, json_or_text, serve
from .stac.archive import Archive, page_of
from .stac.documents import CONFORMANCE, GEOJSON, Documents, link
from .stac.extents import Json
from .stac.searches import search_body
from .stac.switches import Counters, Switches


class StacServer(LocalServer):
    """The API, its switches and its counters."""

    def __init__(self, archive: Archive, switches: Switches) -> None:
        super().__init__(StacHandler)
        self.archive = archive
        self.switches = switches
        self.counters = Counters()
        self.lock = threading.Lock()

    def switch(self, changes: Json) -> None:
        """Turn switches; an unknown one is a TypeError."""
        with self.lock:
            self.switches = replace(self.switches, **changes)

    def count_down(self, name: str) -> bool:
        """Whether a switch "the first n fail" still fires; one less remains."""
        with self.lock:
            left: int = getattr(self.switches, name)
            fewer: Json = {name: max(0, left - 1)}
            self.switches = replace(self.switches, **fewer)
            self.counters.failed += left > 0
            return left > 0


class StacHandler(LocalHandler):
    """One connection."""

    server: StacServer

    def do_GET(self) -> None:
        """Answer a GET."""
        self._answer({})

    def do_POST(self) -> None:
        """Answer a POST."""
        try:
            body = self.read_json() or {}
        except ValueError as error:
            self.send_error_json(HTTPStatus.BAD_REQUEST, str(error))
        else:
            self._answer(body)

    def _answer(self, body: Json) -> None:
        url = urlsplit(self.path)
        if url.path.startswith("/__"):
            self._control(url.path, body)
            return
        self._count(url.path)
        for method, pattern, endpoint in ENDPOINTS:
            found = re.fullmatch(pattern, url.path)
            if found is not None and method == self.command:
                self._call(endpoint, *map(unquote, found.groups()), body=body)
                return
        self.send_error_json(HTTPStatus.NOT_FOUND, f"no such path: {url.path}")

    def _call(self, endpoint: Callable[..., None], *names: str, body: Json) -> None:
        try:
            endpoint(self, *names, body=body)
        except ValueError as error:
            self.send_error_json(HTTPStatus.BAD_REQUEST, str(error))

    def _count(self, path: str) -> None:
        with self.server.lock:
            counters = self.server.counters
            counters.requests += 1
            counters.gets += self.command == "GET"
            counters.posts += self.command == "POST"
            counters.by_path[path] = counters.by_path.get(path, 0) + 1

    def _control(self, path: str, body: Json) -> None:
        try:
            self.send_json(CONTROLS[path](self.server, body))
        except (KeyError, TypeError) as error:
            self.send_error_json(HTTPStatus.BAD_REQUEST, f"{type(error).__name__}: {error}")

    def send_error_json(self, status: int, text: str) -> None:
        """Refuse; throttling says how long to wait."""
        wait_s = self.server.switches.retry_after
        throttled = status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
        headers = {"Retry-After": str(wait_s)} if throttled and wait_s is not None else {}
        document = {"code": HTTPStatus(status).phrase.replace(" ", ""), "description": text}
        self.send_json(document, status=status, headers=headers)

    @property
    def documents(self) -> Documents:
        """What it says of its archive as the switches are now."""
        server = self.server
        return Documents(server.url, server.archive, server.switches.asset_base)

    def landing_page(self, *, body: Json) -> None:
        """What the API can do."""
        self.send_json(self.documents.landing_page())

    def conformance(self, *, body: Json) -> None:
        """The conformance classes alone."""
        self.send_json({"conformsTo": CONFORMANCE})

    def all_collections(self, *, body: Json) -> None:
        """Every collection, in one page."""
        self.send_json(self.documents.all_collections())

    def collection(self, name: str, *, body: Json) -> None:
        """One collection."""
        found = self.server.archive.collections.get(name)
        if found is None:
            self.send_error_json(HTTPStatus.NOT_FOUND, f"no such collection: {name}")
        else:
            self.send_json(self.documents.collection(found))

    def item(self, collection: str, name: str, *, body: Json) -> None:
        """One item."""
        found = self.server.archive.item(collection, name)
        if found is None:
            self.send_error_json(HTTPStatus.NOT_FOUND, f"no such item: {collection}/{name}")
        else:
            self.send_json(self.documents.item(found), media_type=GEOJSON)

    def search_by_post(self, *, body: Json) -> None:
        """A search, unless it is one of those that fail."""
        self._record(body)
        if self.server.count_down("fail_first_n"):
            status = self.server.switches.fail_status
            self.send_error_json(status, "Internal server error")
        else:
            self._search(body)

    def search_by_get(self, *, body: Json) -> None:
        """A search written in the URL."""
        asked = search_body(urlsplit(self.path).query)
        self._record(asked)
        self._search(asked)

    def items(self, collection: str, *, body: Json) -> None:
        """The items of one collection."""
        self._search({**search_body(urlsplit(self.path).query), "collections": [collection]})

    def storage_token(self, account: str, container: str, *, body: Json) -> None:
        """A signature for the files of one container."""
        key = f"{account}/{container}"
        with self.server.lock:
            counters = self.server.counters
            counters.tokens += 1
            counters.tokens_by_container[key] = counters.tokens_by_container.get(key, 0) + 1
        switches = self.server.switches
        if self.server.count_down("sas_fail_first_n"):
            self.send_error_json(switches.sas_fail_status, "Rate limit is exceeded")
            return
        expiry = datetime.now(timezone.utc) + timedelta(seconds=switches.sas_lifetime_s)
        self.send_json(
            {
                "msft:expiry": expiry.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "token": f"sig={quote(switches.sas_token, safe='')}",
            }
        )

    def _record(self, body: Json) -> None:
        with self.server.lock:
            self.server.counters.searches += 1
            self.server.counters.search_bodies.append(body)

    def _search(self, body: Json) -> None:
        switches = self.server.switches
        if switches.limit_502 and (body.get("limit") or 0) > 100:
            self.send_error_json(HTTPStatus.BAD_GATEWAY, "Internal server error")
            return
        page = page_of(self.server.archive, body, switches)
        documents = self.documents
        links = [documents.root]
        if page.next_start is not None:
            links.append(self._next_link({**body, "token": f"next:{page.next_start}"}))
        answer = {
            "type": "FeatureCollection",
            "features": [documents.item(item) for item in page.items],
            "links": links,
            "numberMatched": page.matched,
            "numberReturned": len(page.items),
        }
        self.send_json(answer, media_type=GEOJSON)

    def _next_link(self, body: Json) -> Json:
        url = urlsplit(self.path)
        following = {**link("next", self.server.url + url.path), "type": GEOJSON}
        if self.command == "POST":
            return {**following, "method": "POST", "merge": False, "body": body}
        parameters = {**dict(parse_qsl(url.query)), "token": body["token"]}
        href = f"{following['href']}?{urlencode(parameters)}"
        return {**following, "method": "GET", "href": href}


ENDPOINTS: list[tuple[str, str, Callable[..., None]]] = [
    ("GET", r"/?", StacHandler.landing_page),
    ("GET", r"/conformance", StacHandler.conformance),
    ("GET", r"/collections", StacHandler.all_collections),
    ("GET", r"/collections/([^/]+)", StacHandler.collection),
    ("GET", r"/collections/([^/]+)/items", StacHandler.items),
    ("GET", r"/collections/([^/]+)/items/([^/]+)", StacHandler.item),
    ("GET", r"/search", StacHandler.search_by_get),
    ("POST", r"/search", StacHandler.search_by_post),
    ("GET", r"/api/sas/v1/token/([^/]+)/([^/]+)", StacHandler.storage_token),
]


def _stats(server: StacServer, _body: Json) -> Json:
    with server.lock:
        counters: Json = json.loads(json.dumps(vars(server.counters)))
        return counters


def _zero(server: StacServer, _body: Json) -> Json:
    with server.lock:
        server.counters = Counters()
    return {}


def _switch(server: StacServer, body: Json) -> Json:
    server.switch(body)
    return vars(server.switches)


CONTROLS: dict[str, Callable[[StacServer, Json], Json]] = {
    "/__stats__": _stats,
    "/__reset__": _zero,
    "/__switch__": _switch,
}


def _documents(path: Optional[Path], key: str) -> list[Json]:
    content: Any = [] if path is None else json.loads(path.read_text(encoding="utf-8"))
    documents: list[Json] = content[key] if isinstance(content, dict) else content
    return documents


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Serve STAC items as a STAC API.")
    parser.add_argument("items", type=Path)
    parser.add_argument("--collections", type=Path, help="a list of collections; else derived")
    parser.add_argument("--until-stdin-closes", action="store_true", help="end with the parent")
    for switch in fields(Switches):
        flag = "--" + switch.name.replace("_", "-")
        kind = str if isinstance(switch.default, str) else json_or_text
        implied = {"nargs": "?", "const": True} if switch.default is False else {}
        parser.add_argument(flag, type=kind, default=switch.default, **implied)  # type: ignore[arg-type]
    return parser


_PARSER = _parser()
"""Made before a fork of `nursery`, for all of them."""


def main() -> None:
    """Serve a file of items."""
    options = _PARSER.parse_args()
    switches = Switches(**{name.name: getattr(options, name.name) for name in fields(Switches)})
    archive = Archive(
        _documents(options.items, "features"), _documents(options.collections, "collections")
    )
    serve(StacServer(archive, switches), until_stdin_closes=options.until_stdin_closes)


if __name__ == "__main__":
    main()
