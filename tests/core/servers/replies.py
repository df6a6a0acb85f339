"""Questions to the tests' servers, and what they answer."""

from __future__ import annotations

import http.client
import json
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from typing import Any
from urllib.parse import urlsplit

CONTENT = bytes(range(256)) * 40


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Message
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def connect(url: str) -> closing[http.client.HTTPConnection]:
    return closing(http.client.HTTPConnection(urlsplit(url).netloc, timeout=60))


def ask(url: str, *, method: str = "GET", body: Any = None, **headers: str) -> Reply:
    parts = urlsplit(url)
    target = f"{parts.path or '/'}?{parts.query}"
    data = None if body is None else json.dumps(body)
    with connect(url) as connection:
        connection.request(method, target, data, headers)
        response = connection.getresponse()
        return Reply(response.status, response.headers, response.read())
