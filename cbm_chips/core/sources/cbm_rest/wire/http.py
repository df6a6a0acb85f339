"""HTTP to a CbM server: requests to its endpoints, and its files.

Nothing is repeated here, and no login is sent to another host.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ....cancellation import Cancellation
from ....errors import ReadError, SourceError, SourceUnreachable
from ....reading.network import retry_after_s
from ....reading.origins import host_of, may_have_login, origin_of
from ....reasons import Reason, joined
from ...http.abortable import abort_at
from ...http.redirects import WebRequest, follow
from ...http.response_body import ENCODINGS, ResponseTooLarge, is_markup, read_body, text_of
from ...http.sessions import KeptSession, new_session, without_netrc
from .address import ServerAddress

if TYPE_CHECKING:
    import requests

    from ....reading.network import Network

ANSWER_TIMEOUT_S = 300.0
"""The server responds only when all chips are cut: original clients wait up to 300 s."""

QUESTION_BUDGET_S = 360.0
"""From the request to the end of the response."""

BODY_BUDGET_S = 60.0
"""For a body once it has begun, and for a file."""

LARGEST_FILE_BYTES = 64 * 1024 * 1024
"""Far above the largest chip (512 x 512 pixels); a larger file is none of ours."""


@dataclass(frozen=True)
class Response:
    """A response of the server.

    Attributes:
        status: HTTP's.
        text: the body.
        has_challenge: the server asks for a login, which distinguishes the two kinds of 401.
        pause_s: seconds the server asks to wait (Retry-After), None where it says nothing.
    """

    status: int
    text: str
    has_challenge: bool = False
    pause_s: float | None = None

    @property
    def is_page(self) -> bool:
        """The body is markup, whatever its content type says."""
        return is_markup(self.text)


class CbmClient:
    """Sends requests to one server."""

    def __init__(
        self, network: Network, address: ServerAddress, headers: Mapping[str, str]
    ) -> None:
        """`headers` hold the login; they go to `address` alone."""
        self._network, self._address, self._headers = network, address, dict(headers)
        # For files, of which there are many.
        self._session = KeptSession(lambda: _own_session(network))

    def ask(
        self,
        name: str,
        parameters: Mapping[str, str] | None = None,
        *,
        body: Mapping[str, Any] | None = None,
    ) -> Response:
        """The response of the endpoint `name`; POST if there is a body, sent as JSON.

        Raises:
            SourceUnreachable: when there is no response within `ANSWER_TIMEOUT_S`.
            SourceError: when it redirects to another host, or is far too large.
        """
        method = "GET" if body is None else "POST"
        # A connection of its own: a kept one may be closed already, and nothing is sent twice.
        accepted = {"Accept": "application/json, text/html", "Accept-Encoding": ENCODINGS}
        headers = {**self._headers, **accepted, "Connection": "close"}
        parts = {"params": parameters, "json": body, "headers": headers, "stream": True}
        request = WebRequest(method, self._address.endpoint(name), parts)
        patient = replace(self._network, read_timeout_s=ANSWER_TIMEOUT_S)
        with self._within(QUESTION_BUDGET_S), _own_session(patient) as session:
            response = self._follow(session, request)
            with response:
                content = read_body(response, until=time.monotonic() + BODY_BUDGET_S)
                return Response(
                    response.status_code,
                    text_of(content, response.headers.get("Content-Type", "")),
                    has_challenge=bool(response.headers.get("WWW-Authenticate")),
                    pause_s=retry_after_s(response.headers.get("Retry-After")),
                )

    def file(self, url: str) -> bytes:
        """A file, whole: its length is checked. `url` comes from `ServerAddress.file`.

        Raises:
            SourceUnreachable: when the connection breaks or the file comes cut short.
            ReadError: when the server refuses, with its status.
        """
        until = time.monotonic() + BODY_BUDGET_S
        with self._within(BODY_BUDGET_S), self._open(url) as response:
            if response.status_code != 200:
                words = Reason(
                    "{host} answered {status}",
                    host=self._address.host,
                    status=response.status_code,
                )
                raise ReadError(words, http_status=response.status_code)
            try:
                return read_body(response, most_bytes=LARGEST_FILE_BYTES, until=until)
            except ResponseTooLarge:
                raise ReadError(Reason("the file is far too large")) from None

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def _open(self, url: str) -> requests.Response:
        """Without the login, unless this server asks for it: results usually don't need it."""
        headers = {"Accept-Encoding": ENCODINGS}
        response = self._get(url, headers)
        if response.status_code == 401 and self._headers:
            response.close()
            response = self._get(url, {**headers, **self._headers})
        return response

    def _get(self, url: str, headers: Mapping[str, str]) -> requests.Response:
        request = WebRequest("GET", url, {"headers": headers, "stream": True})
        return self._follow(self._session(), request)

    def _follow(self, session: requests.Session, request: WebRequest) -> requests.Response:
        """Redirects on the server only, as the login is sent with them."""

        def send(request: WebRequest) -> requests.Response:
            method, url = request.method, request.url
            return session.request(method, url, allow_redirects=False, **request.parts)

        return follow(request, send, check=self._check_server)

    def _check_server(self, before: WebRequest, after: WebRequest) -> None:
        if not may_have_login(after.url, self._address.root):
            origin = origin_of(after.url)
            there = f"{origin[0]}://{host_of(after.url)}" if origin else "nowhere"
            raise SourceError(
                Reason(
                    "{host} sends us to {there}, where no login is sent: if that is right, give it "
                    "as the server's address",
                    host=self._address.host,
                    there=there,
                )
            )

    @contextmanager
    def _within(self, seconds: float) -> Iterator[None]:
        """Aborts after so long; a body cut short by that looks whole, so it raises."""
        until = time.monotonic() + seconds
        with _ErrorsInWords(self._address.host), abort_at(until, Cancellation()) as call:
            yield
            if call.is_aborted:
                raise SourceUnreachable(Reason("no answer in time"))


class _ErrorsInWords:
    """Turns errors of requests into ours; their texts may hold a proxy's login."""

    def __init__(self, host: str) -> None:
        self._host = host

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> None:
        import requests

        # urllib3 hides a read's time-out behind "too many retries", of which there are none.
        if isinstance(error, requests.RequestException) and "timed out" in str(error):
            raise SourceUnreachable(
                Reason("{host} did not answer in time", host=self._host)
            ) from None
        if isinstance(error, requests.exceptions.SSLError):
            words = Reason("{host} has a certificate that is not trusted", host=self._host)
            raise SourceUnreachable(words) from None
        if isinstance(error, requests.RequestException):
            words = Reason(
                "{host} can't be reached, or broke off ({kind})",
                host=self._host,
                kind=type(error).__name__,
            )
            raise SourceUnreachable(words) from None
        if isinstance(error, SourceError) and self._host not in str(error):
            kind = SourceUnreachable if isinstance(error, SourceUnreachable) else SourceError
            raise kind(joined((self._host, error), ": ")) from None
        if isinstance(
            error, (ValueError, UnicodeError)
        ):  # of requests, over a redirection it was not to follow
            words = Reason(
                "{host} can't be asked: it refers to an address that makes no sense",
                host=self._host,
            )
            raise SourceError(words) from None


def _own_session(network: Network) -> requests.Session:
    """No `.netrc` replaces our login."""
    session = new_session(network)
    session.auth = without_netrc
    return session
