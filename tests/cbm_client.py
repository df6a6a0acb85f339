"""Plain questions to the made CbM REST service, as `curl` would put them."""

from __future__ import annotations

import base64
import http.client
import json
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from email.message import Message
from typing import Any, Optional
from urllib.parse import urlencode, urlsplit

from tests.servers.cbm.seed import CLEAR_TIMES, END, SEED_PRODUCTS, START
from tests.servers.process import ServerProcess

PLACE = {"lon": "5.66425", "lat": "52.69444"}
JUNE = (START, END)
SEED_IDS = [row["id"] for row in reversed(SEED_PRODUCTS)]
CLEAR_IDS = [name for name in SEED_IDS if name.split("_")[2] in CLEAR_TIMES]
EMPTY: dict[str, list[str]] = {"dates": [], "chips": []}
PARCEL = {"aoi": "ms", "year": "2020", "pid": "315141"}


@dataclass(frozen=True)
class Reply:
    """What came back, redirections not followed."""

    status: int
    headers: Message
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def media(self) -> str:
        return self.headers.get_content_type()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def basic(login: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(login.encode()).decode()}


@dataclass(frozen=True)
class Asker:
    """A person with a login at one service."""

    server: ServerProcess

    def get(self, path: str, *, method: str = "GET", **headers: str) -> Reply:
        """A path as it is, without login."""
        return self._send(method, path, None, headers)

    def query(self, name: str, *, login: Optional[str] = "tester:secret", **asked: Any) -> Reply:
        headers = {} if login is None else basic(login)
        return self._send("GET", f"/query/{name}?{urlencode(asked)}", None, headers)

    def post(self, name: str, body: Any, *, media: str = "application/json") -> Reply:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {**basic("tester:secret"), "Content-Type": media}
        return self._send("POST", f"/query/{name}", data, headers)

    def chips(self, start: str, end: str, **asked: Any) -> Reply:
        """Raw chips of SCL at the usual place, unless other parameters say otherwise."""
        days = {"start_date": start, "end_date": end}
        return self.query("rawChipByLocation", **{**PLACE, "band": "SCL", **days, **asked})

    def pictures(self, start: str, end: str, **asked: Any) -> Reply:
        days = {"start_date": start, "end_date": end}
        return self.query("chipsByLocation", **{**PLACE, **days, **asked})

    def batch(self, tiles: list[str], bands: list[str], *, chipsize: int = 2560) -> Reply:
        body = {"lon": 5.66425, "lat": 52.69444, "tiles": tiles, "bands": bands}
        return self.post("rawChipsBatch", {**body, "chipsize": chipsize})

    def extracted(self) -> int:
        """Chips cut since the last reset."""
        return int(self.server.stats()["extracted"])

    def _send(
        self, method: str, target: str, data: Optional[bytes], headers: dict[str, str]
    ) -> Reply:
        place = urlsplit(self.server.url).netloc
        with closing(http.client.HTTPConnection(place, timeout=30)) as connection:
            connection.request(method, target, data, headers)
            response = connection.getresponse()
            return Reply(response.status, response.headers, response.read())


def is_empty_object(reply: Reply) -> bool:
    """How the service says that something failed."""
    return (reply.status, reply.text, reply.media) == (200, "{}\n", "application/json")


def product(day: str, *, clock: str = "T105031", more: str = "") -> str:
    """Name of a made-up product of a day, `20190615`; `more` replaces what follows the time."""
    tail = more or f"N0212_R051_T31UFU_{day}T121337"
    return f"S2A_MSIL2A_{day}{clock}_{tail}"


def daily(count: int) -> list[dict[str, str]]:
    """So many made-up products, one a day from the first of 2019; newest first."""
    return [{"id": product(day(number).replace("-", ""))} for number in reversed(range(count))]


def day(number: int) -> str:
    """`YYYY-mm-dd`, counted from the first day of 2019."""
    return f"{date(2019, 1, 1) + timedelta(days=number)}"
