"""Where wheels come from: a package index, or a folder on this computer."""

from __future__ import annotations

import json
import re
import time
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import unquote, urljoin, urlsplit

from ...core.cancellation import Cancellation
from ...core.errors import RequestError, SourceError
from ...core.reading.origins import host_of, is_web
from ...core.reasons import Reason
from ...core.sources.http.abortable import abort_at
from ...core.sources.http.response_body import ENCODINGS, read_body, text_of
from ...core.sources.http.sessions import new_session
from .wheels import PackageError, Wheel

if TYPE_CHECKING:
    import requests

    from ...core.reading.network import Network

PUBLIC_INDEX = "https://pypi.org/simple"
"""The index of Python's own community (simple repository API, PEP 503 and 691)."""

LARGEST_BYTES = 16 * 1024 * 1024
LONGEST_S = 300.0
"""For one file: on a slow line some 200 kB take a minute."""
_JSON = "application/vnd.pypi.simple.v1+json"
_ACCEPTED = f"{_JSON}, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1"
_SECRET = re.compile(r"^[a-z+]+://[^/?#]*@|[?&]", re.IGNORECASE)


class Origin(Protocol):
    """Gives wheels."""

    @property
    def title(self) -> str:
        """For people."""

    def fetch(self, wheel: Wheel) -> bytes:
        """The file, not checked.

        Raises:
            PackageError: when it can't be had, or the user has cancelled.
        """

    def close(self) -> None:
        """Let go of connections."""


class WheelFolder:
    """Wheels that somebody has put into a folder: no network."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read yet."""
        self._folder = folder
        self.title = str(folder)

    def fetch(self, wheel: Wheel) -> bytes:
        """See `Origin.fetch`."""
        try:
            return (self._folder / wheel.file_name).read_bytes()
        except OSError as error:
            raise PackageError(
                Reason(
                    "{folder} has no file {file} that can be read: {error}",
                    folder=self._folder,
                    file=wheel.file_name,
                    error=error.strerror,
                )
            ) from error

    def close(self) -> None:
        """Nothing is open."""


class PackageIndex:
    """A package index over HTTP, with QGIS's proxy and certificates."""

    def __init__(self, address: str, network: Network, stop: Cancellation) -> None:
        """Nothing is asked yet; `stop` ends at once what is being waited for."""
        self._address, self._stop = check_index(address).rstrip("/"), stop
        self._session = new_session(network)
        self.title = host_of(self._address)

    def fetch(self, wheel: Wheel) -> bytes:
        """See `Origin.fetch`."""
        page = f"{self._address}/{wheel.project}/"
        response, content = self._get(page, _ACCEPTED)
        text = text_of(content, response.headers.get("Content-Type", ""))
        url = address_in(text, wheel.file_name)
        if url is None:
            raise PackageError(
                Reason(
                    "{host} does not have the file {file}", host=self.title, file=wheel.file_name
                )
            )
        url = urljoin(response.url, url)
        if not is_web(url):
            raise PackageError(Reason("{address} is not opened: it is not on the web", address=url))
        return self._get(url, "*/*")[1]

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def _get(self, url: str, accept: str) -> tuple[requests.Response, bytes]:
        import requests

        headers = {"Accept": accept, "Accept-Encoding": ENCODINGS}
        until = time.monotonic() + LONGEST_S
        with abort_at(until, self._stop) as call:
            try:
                response = self._session.get(url, headers=headers, stream=True)
                content = read_body(response, most_bytes=LARGEST_BYTES, until=until)
                response.close()
            except (requests.RequestException, SourceError, ValueError) as error:
                raise PackageError(self._why(url, error)) from None
        if self._stop.is_cancelled or call.is_aborted:
            raise PackageError(self._why(url, TimeoutError()))
        if response.status_code != 200:
            raise PackageError(
                Reason(
                    "{host} answered {status}: {said}",
                    host=host_of(url),
                    status=response.status_code,
                    said=response.reason,
                )
            )
        return response, content

    def _why(self, url: str, error: Exception) -> str:
        """Without the text of requests' errors, which may hold the proxy's login."""
        if self._stop.is_cancelled:
            return Reason("cancelled")
        host = host_of(url)
        if isinstance(error, SourceError):
            return Reason("{host}: {error}", host=host, error=error)
        if isinstance(error, TimeoutError):
            return Reason("{host} did not answer in time", host=host)
        kind = type(error).__name__
        return Reason("{host} can't be reached ({kind})", host=host, kind=kind)


def check_index(address: str) -> str:
    """The address of an index; empty is the public one.

    Raises:
        RequestError: field `index`, for what is no web address, or holds a login.
    """
    bare = address.strip()
    if _SECRET.search(bare):
        raise RequestError("index", "...", Reason("an address without login and query"))
    if bare and not (is_web(bare) and urlsplit(bare).hostname):
        raise RequestError("index", bare, Reason("an address that begins with https://"))
    return bare or PUBLIC_INDEX


def address_in(page: str, file_name: str) -> str | None:
    """Where a page of an index, JSON or HTML, says the file is; None where it does not."""
    return next((url for name, url in _files(page) if name == file_name), None)


def _files(page: str) -> list[tuple[str, str]]:
    if page.lstrip()[:1] != "{":
        links = _Links()
        links.feed(page)
        return [(unquote(urlsplit(url).path.rpartition("/")[2]), url) for url in links.found]
    try:
        files: Any = json.loads(page).get("files", ())
        return [(str(row["filename"]), str(row["url"])) for row in files]
    except (ValueError, RecursionError, TypeError, KeyError, AttributeError):
        return []


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [word for name, word in attrs if tag == "a" and name == "href" and word]
