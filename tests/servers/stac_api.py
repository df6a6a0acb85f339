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
import math
import operator
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta, timezone
from http import HTTPStatus
from pathlib import Path
from typing import Any, Callable, Optional, Union
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

from .range_files import LocalHandler, LocalServer, serve

Json = dict[str, Any]
Box = tuple[float, float, float, float]
Period = tuple[datetime, datetime]

CONFORMANCE = [
    "https://api.stacspec.org/v1.0.0/core",
    "https://api.stacspec.org/v1.0.0/collections",
    "https://api.stacspec.org/v1.0.0/ogcapi-features",
    "https://api.stacspec.org/v1.0.0/item-search",
    "https://api.stacspec.org/v1.0.0/item-search#query",
    "https://api.stacspec.org/v1.0.0/item-search#sort",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
]
GEOJSON = "application/geo+json"
EARLIEST = datetime.min.replace(tzinfo=timezone.utc)
LATEST = datetime.max.replace(tzinfo=timezone.utc)
COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "neq": operator.ne,
    "lt": operator.lt,
    "lte": operator.le,
    "gt": operator.gt,
    "gte": operator.ge,
    "in": lambda value, choices: value in choices,
}


class BadRequestError(ValueError):
    """The client asked for something that makes no sense."""


@dataclass(frozen=True)
class Switches:
    """How the API behaves. Everything off is an honest API."""

    page_limit: int = 100
    """Items of a page when the client names no number, and the most it gets."""
    asset_base: str = ""
    """Relative asset hrefs are resolved against this URL."""
    ignore_filters: Union[bool, list[str]] = False
    """Drop "datetime", "query" and "collections" (true), or those listed, without a word."""
    empty_last_page: bool = False
    """A full page always has a next link, so the last page can be empty."""
    loop: bool = False
    """The next link leads to the same page, for ever."""
    fail_first_n: int = 0
    """So many POST searches, counted from this switch, fail with `fail_status`."""
    fail_status: int = 503
    retry_after: Optional[int] = 0
    """Seconds in the header Retry-After of a 429 or 503; None leaves it out."""
    limit_502: bool = False
    """A limit above 100 ends in 502."""
    foreign_items: bool = False
    """Mix in items of collections nobody asked for, whatever their date and clouds."""
    sas_token: str = "made-signature"
    """Storage tokens are "sig=" and this."""
    sas_lifetime_s: float = 2700
    """Until a storage token expires; below zero it is handed out expired."""
    sas_fail_first_n: int = 0
    """So many token requests, counted from this switch, fail with `sas_fail_status`."""
    sas_fail_status: int = 429

    @property
    def ignored(self) -> list[str]:
        """The filters that are dropped."""
        if isinstance(self.ignore_filters, bool):
            return ["datetime", "query", "collections"] if self.ignore_filters else []
        return self.ignore_filters


@dataclass
class Counters:
    """What was asked since the last reset."""

    requests: int = 0
    gets: int = 0
    posts: int = 0
    searches: int = 0
    failed: int = 0
    tokens: int = 0
    """Requests for storage tokens, refused ones too."""
    tokens_by_container: dict[str, int] = field(default_factory=dict)
    by_path: dict[str, int] = field(default_factory=dict)
    search_bodies: list[Json] = field(default_factory=list)
    """Every search as asked, in order; a GET search as the body it stands for."""


def parse_instant(text: str) -> datetime:
    """An RFC 3339 time, with any number of digits after the second."""
    found = re.fullmatch(
        r"(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)", text
    )
    if found is None:
        raise BadRequestError(f"not an RFC 3339 time: {text!r}")
    day, clock, fraction, zone = found.groups()
    microseconds = ((fraction or "") + "000000")[:6]
    offset = "+00:00" if zone in "Zz" else zone
    return datetime.fromisoformat(f"{day}T{clock}.{microseconds}{offset}")


def parse_period(text: str) -> Period:
    """A time or an interval; "..", or nothing, is an open end."""
    first, slash, last = text.partition("/")
    if not slash:
        return parse_instant(first), parse_instant(first)
    start = EARLIEST if first in ("", "..") else parse_instant(first)
    end = LATEST if last in ("", "..") else parse_instant(last)
    if start > end:
        raise BadRequestError(f"an interval that ends before it starts: {text!r}")
    return start, end


def period_of(item: Json) -> Period:
    """When an item was sensed."""
    properties = item["properties"]
    if properties.get("datetime"):
        return parse_period(properties["datetime"])
    return parse_period(f"{properties['start_datetime']}/{properties['end_datetime']}")


def positions(geometry: Json) -> Iterator[tuple[float, float]]:
    """Every corner of a GeoJSON geometry."""
    for part in geometry.get("geometries", []):
        yield from positions(part)
    waiting = [geometry.get("coordinates", [])]
    while waiting:
        something = waiting.pop()
        if something and isinstance(something[0], (int, float)):
            yield something[0], something[1]
        else:
            waiting.extend(something)


def box_of(geometry: Json) -> Box:
    """West, south, east, north of a geometry."""
    corners = list(positions(geometry))
    if not corners:
        raise BadRequestError("a geometry without coordinates")
    lons, lats = zip(*corners)
    return min(lons), min(lats), max(lons), max(lats)


def flat_box(numbers: list[float]) -> Box:
    """A bbox of 4 numbers, or of 6 without the heights."""
    if len(numbers) not in (4, 6):
        raise BadRequestError(f"a bbox of {len(numbers)} numbers")
    half = len(numbers) // 2
    return numbers[0], numbers[1], numbers[half], numbers[half + 1]


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share a point."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def fits_query(item: Json, query: Json) -> bool:
    """The `query` extension; an item without the property fits nothing."""
    return all(
        name in item["properties"] and _comparison(word)(item["properties"][name], value)
        for name, wanted in query.items()
        for word, value in wanted.items()
    )


def _comparison(word: str) -> Callable[[Any, Any], bool]:
    if word not in COMPARISONS:
        raise BadRequestError(f"unknown operator: {word!r}")
    return COMPARISONS[word]


@dataclass(frozen=True)
class Search:
    """A search, checked."""

    box: Optional[Box]
    period: Optional[Period]
    query: Json
    collections: list[str]
    ids: list[str]

    @classmethod
    def of(cls, body: Json, ignored: list[str]) -> Search:
        """Read a search body, leaving out what the API ignores."""
        if body.get("bbox") and body.get("intersects"):
            raise BadRequestError("bbox and intersects exclude each other")
        box = flat_box(body["bbox"]) if body.get("bbox") else None
        period = parse_period(body["datetime"]) if body.get("datetime") else None
        return cls(
            box=box_of(body["intersects"]) if body.get("intersects") else box,
            period=None if "datetime" in ignored else period,
            query={} if "query" in ignored else body.get("query") or {},
            collections=[] if "collections" in ignored else body.get("collections") or [],
            ids=body.get("ids") or [],
        )

    def finds(self, item: Json) -> bool:
        """Whether an item fits."""
        if self.collections and item["collection"] not in self.collections:
            return False
        if self.ids and item["id"] not in self.ids:
            return False
        return self.touches(item) and self._in_time(item) and fits_query(item, self.query)

    def touches(self, item: Json) -> bool:
        """Whether an item lies in the place asked for."""
        return self.box is None or overlap(self.box, box_of(item["geometry"]))

    def _in_time(self, item: Json) -> bool:
        if self.period is None:
            return True
        start, end = period_of(item)
        return start <= self.period[1] and end >= self.period[0]


def foreigners(items: list[Json], search: Search) -> list[Json]:
    """Items nobody asked for; a made radar scene when the archive has none."""
    strange = [item for item in items if item["collection"] not in search.collections]
    if search.collections and strange:
        return [item for item in strange if search.touches(item)]
    return [
        {**item, "id": f"S1A_IW_GRDH_{item['id']}", "collection": "sentinel-1-grd", "assets": {}}
        for item in items[:1]
    ]


def in_order(items: list[Json], sortby: list[Json]) -> list[Json]:
    """Newest first, or as the `sort` extension says."""
    ordered = sorted(items, key=lambda item: (period_of(item)[0], item["id"]), reverse=True)
    for rule in reversed(sortby):
        name = rule["field"].rpartition("properties.")[2]
        ordered.sort(
            key=lambda item: _sort_key({**item, **item["properties"]}.get(name)),
            reverse=rule.get("direction") == "desc",
        )
    return ordered


def _sort_key(value: Any) -> tuple[bool, float, str]:
    number = isinstance(value, (int, float))
    return value is None, value if number else math.inf, "" if number else str(value)


def search_body(query_string: str) -> Json:
    """The POST body that the parameters of a GET search stand for."""
    body: Json = dict(parse_qsl(query_string))
    for name in ("intersects", "query"):
        if name in body:
            body[name] = json.loads(body[name])
    for name in ("collections", "ids"):
        if name in body:
            body[name] = body[name].split(",")
    if "bbox" in body:
        body["bbox"] = [float(number) for number in body["bbox"].split(",")]
    if "limit" in body:
        body["limit"] = int(body["limit"])
    if "sortby" in body:
        body["sortby"] = [
            {"field": word.lstrip("+- "), "direction": "desc" if word[0] == "-" else "asc"}
            for word in body["sortby"].split(",")
        ]
    return body


def derived_collection(name: str, items: list[Json]) -> Json:
    """A collection that tells what its items tell."""
    boxes = [box_of(item["geometry"]) for item in items]
    periods = [period_of(item) for item in items]
    wests, souths, easts, norths = zip(*boxes)
    start, end = min(start for start, _ in periods), max(end for _, end in periods)
    return {
        "type": "Collection",
        "stac_version": "1.0.0",
        "id": name,
        "title": name,
        "description": f"Made items of {name}",
        "license": "proprietary",
        "extent": {
            "spatial": {"bbox": [[min(wests), min(souths), max(easts), max(norths)]]},
            "temporal": {"interval": [[_rfc3339(start), _rfc3339(end)]]},
        },
        "links": [],
    }


def _rfc3339(time: datetime) -> str:
    return time.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")


class Archive:
    """The items and the collections they belong to."""

    def __init__(self, items: list[Json], collections: list[Json]) -> None:
        self.items = items
        names = sorted({item["collection"] for item in items})
        given = {collection["id"]: collection for collection in collections}
        derived = {
            name: derived_collection(name, [i for i in items if i["collection"] == name])
            for name in names
            if name not in given
        }
        self.collections = {**given, **derived}

    def item(self, collection: str, name: str) -> Optional[Json]:
        """One item by its ids."""
        wanted = (collection, name)
        return next((i for i in self.items if (i["collection"], i["id"]) == wanted), None)


@dataclass(frozen=True)
class Page:
    """Some items and where the next ones start."""

    items: list[Json]
    matched: int
    next_start: Optional[int]


def page_of(archive: Archive, body: Json, switches: Switches) -> Page:
    """Search, sort and cut out the page that the body's token names."""
    search = Search.of(body, switches.ignored)
    found = [item for item in archive.items if search.finds(item)]
    if switches.foreign_items:
        found += [item for item in foreigners(archive.items, search) if item not in found]
    found = in_order(found, body.get("sortby") or [])
    start, size = _start_of(body), _size_of(body, switches)
    items = found[start : start + size]
    more = len(items) == size if switches.empty_last_page else start + size < len(found)
    next_start = start + size if more else None
    return Page(items, len(found), start if switches.loop else next_start)


def _start_of(body: Json) -> int:
    token = re.fullmatch(r"next:(\d+)", body.get("token") or "next:0")
    if token is None:
        raise BadRequestError(f"not a token of this API: {body['token']!r}")
    return int(token[1])


def _size_of(body: Json, switches: Switches) -> int:
    limit = body.get("limit")
    if limit is not None and limit < 1:
        raise BadRequestError(f"limit must be at least 1: {limit}")
    return min(limit or switches.page_limit, switches.page_limit)


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

    def landing_page(self, *, body: Json) -> None:
        """What the API can do."""
        url = self.server.url
        search = {"rel": "search", "type": GEOJSON, "href": f"{url}/search"}
        self.send_json(
            {
                "type": "Catalog",
                "stac_version": "1.0.0",
                "id": "made-stac-api",
                "title": "Made STAC API",
                "description": "A STAC API for tests",
                "conformsTo": CONFORMANCE,
                "links": [
                    _link("self", f"{url}/"),
                    _link("root", f"{url}/"),
                    _link("conformance", f"{url}/conformance"),
                    _link("data", f"{url}/collections"),
                    {**search, "method": "GET"},
                    {**search, "method": "POST"},
                    *(_link("child", self._href(name)) for name in self.server.archive.collections),
                ],
            }
        )

    def conformance(self, *, body: Json) -> None:
        """The conformance classes alone."""
        self.send_json({"conformsTo": CONFORMANCE})

    def all_collections(self, *, body: Json) -> None:
        """Every collection, in one page."""
        url = self.server.url
        self.send_json(
            {
                "collections": [
                    self._linked_collection(collection)
                    for collection in self.server.archive.collections.values()
                ],
                "links": [_link("self", f"{url}/collections"), _link("root", f"{url}/")],
            }
        )

    def collection(self, name: str, *, body: Json) -> None:
        """One collection."""
        found = self.server.archive.collections.get(name)
        if found is None:
            self.send_error_json(HTTPStatus.NOT_FOUND, f"no such collection: {name}")
        else:
            self.send_json(self._linked_collection(found))

    def item(self, collection: str, name: str, *, body: Json) -> None:
        """One item."""
        found = self.server.archive.item(collection, name)
        if found is None:
            self.send_error_json(HTTPStatus.NOT_FOUND, f"no such item: {collection}/{name}")
        else:
            self.send_json(self._linked_item(found), media_type=GEOJSON)

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
        links = [_link("root", f"{self.server.url}/")]
        if page.next_start is not None:
            links.append(self._next_link({**body, "token": f"next:{page.next_start}"}))
        answer = {
            "type": "FeatureCollection",
            "features": [self._linked_item(item) for item in page.items],
            "links": links,
            "numberMatched": page.matched,
            "numberReturned": len(page.items),
        }
        self.send_json(answer, media_type=GEOJSON)

    def _next_link(self, body: Json) -> Json:
        url = urlsplit(self.path)
        link = {**_link("next", self.server.url + url.path), "type": GEOJSON}
        if self.command == "POST":
            return {**link, "method": "POST", "merge": False, "body": body}
        parameters = {**dict(parse_qsl(url.query)), "token": body["token"]}
        return {**link, "method": "GET", "href": f"{link['href']}?{urlencode(parameters)}"}

    def _href(self, collection: str, item: str = "") -> str:
        href = f"{self.server.url}/collections/{quote(collection, safe='')}"
        return f"{href}/items/{quote(item, safe='')}" if item else href

    def _linked_collection(self, collection: Json) -> Json:
        href = self._href(collection["id"])
        links = [
            _link("self", href),
            _link("parent", f"{self.server.url}/"),
            _link("root", f"{self.server.url}/"),
            _link("items", f"{href}/items"),
        ]
        return {**collection, "links": links}

    def _linked_item(self, item: Json) -> Json:
        parent = self._href(item["collection"])
        links = [
            _link("self", self._href(item["collection"], item["id"])),
            _link("collection", parent),
            _link("parent", parent),
            _link("root", f"{self.server.url}/"),
        ]
        assets = {key: self._placed(asset) for key, asset in item["assets"].items()}
        return {**item, "links": links, "assets": assets}

    def _placed(self, asset: Json) -> Json:
        base, href = self.server.switches.asset_base, asset["href"]
        if not base or urlsplit(href).scheme or href.startswith("/"):
            return asset
        return {**asset, "href": urljoin(base.rstrip("/") + "/", href)}


def _link(relation: str, href: str) -> Json:
    return {"rel": relation, "type": "application/json", "href": href}


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


def _json_or_text(word: str) -> Any:
    try:
        return json.loads(word)
    except ValueError:
        return word


def main() -> None:
    """Serve a file of items."""
    parser = argparse.ArgumentParser(description="Serve STAC items as a STAC API.")
    parser.add_argument("items", type=Path)
    parser.add_argument("--collections", type=Path, help="a list of collections; else derived")
    parser.add_argument("--until-stdin-closes", action="store_true", help="end with the parent")
    for switch in fields(Switches):
        flag = "--" + switch.name.replace("_", "-")
        kind = str if isinstance(switch.default, str) else _json_or_text
        implied = {"nargs": "?", "const": True} if switch.default is False else {}
        parser.add_argument(flag, type=kind, default=switch.default, **implied)  # type: ignore[arg-type]
    options = parser.parse_args()
    switches = Switches(**{name.name: getattr(options, name.name) for name in fields(Switches)})
    archive = Archive(
        _documents(options.items, "features"), _documents(options.collections, "collections")
    )
    serve(StacServer(archive, switches), until_stdin_closes=options.until_stdin_closes)


if __name__ == "__main__":
    main()
