"""One question to a catalogue over HTTP, and what its answer or silence means."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit

from ..errors import SourceError, SourceUnreachable
from ..forks import PerProcess
from ..reading.network import Network

if TYPE_CHECKING:
    import requests

LONGEST_QUOTE = 200
_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5
_BUSY_TRIES = 3
_BUSY_DELAYS = 4


class WebRefusal(SourceError):
    """An answer that is none.

    Attributes:
        status: the HTTP status; 200 for a web page where JSON was due.
    """

    def __init__(self, message: str, *, status: int) -> None:
        super().__init__(message)
        self.status = status


class Web:
    """Asks for JSON; sends secret headers to the catalogue's own hosts only."""

    def __init__(
        self,
        network: Network,
        *,
        headers: Mapping[str, str] | None = None,
        homes: tuple[str, ...] = (),
        busy_statuses: tuple[int, ...] = (),
    ) -> None:
        self._network = network
        self._headers = dict(headers or {})
        self._homes = {_origin(url) for url in homes if url}
        self._busy_statuses = busy_statuses
        # Two processes on one connection would take each other's answers.
        self._session = PerProcess(network.session)

    def json(self, url: str, **question: Any) -> Any:  # noqa: ANN401
        """The decoded answer; see `text` for the question.

        Raises:
            SourceUnreachable: when nobody answers.
            WebRefusal: for an HTTP error, a web page, or anything that is no JSON.
        """
        return decode(self.text(url, **question), url)

    def text(
        self,
        url: str,
        *,
        method: str = "GET",
        body: Any = None,  # noqa: ANN401
        parameters: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> str:
        """The answer as text.

        Args:
            url: absolute.
            method: GET or POST.
            body: sent as JSON.
            parameters: go into the URL.
            headers: of this question alone.
        """
        question = {"json": body, "params": parameters, "headers": dict(headers or {})}
        for attempt in range(1, _BUSY_TRIES + 1):
            response = self._follow(method, url, question)
            if response.status_code not in self._busy_statuses or attempt == _BUSY_TRIES:
                break
            time.sleep(self._network.retry_delay_s * _BUSY_DELAYS)
        return _checked(response)

    def gdal_login(self, url: str) -> Mapping[str, str]:
        """GDAL's options for a file on one of the catalogue's own hosts, if there is a login."""
        words = {name.lower(): value for name, value in self._headers.items()}
        login = words.get("authorization", "")
        if not login or _origin(url) not in self._homes:
            return {}
        kind, _, code = login.partition(" ")
        if kind.lower() != "basic":
            return {"GDAL_HTTP_HEADERS": f"Authorization: {login}"}
        try:
            userpwd = base64.b64decode(code, validate=True).decode()
        except ValueError:
            return {}
        return {"GDAL_HTTP_AUTH": "BASIC", "GDAL_HTTP_USERPWD": userpwd}

    def close(self) -> None:
        """Let go of the connections."""
        if self._session.is_made:
            self._session().close()

    def _follow(self, method: str, url: str, question: dict[str, Any]) -> requests.Response:
        for _ in range(_MOST_REDIRECTS + 1):
            response = self._send(method, url, question)
            target = response.headers.get("Location")
            if response.status_code not in _REDIRECTS or not target:
                return response
            url = joined(response.url, target)
            if response.status_code == 303:
                method, question = "GET", {**question, "json": None}
        raise SourceError(f"{host_of(url)} sends us from one address to the next without end")

    def _send(self, method: str, url: str, question: dict[str, Any]) -> requests.Response:
        import requests

        secret = self._headers if _origin(url) in self._homes else {}
        headers = {"Accept": "application/json", **question["headers"], **secret}
        sent = {**question, "headers": headers}
        try:
            return self._session().request(method, url, allow_redirects=False, **sent)
        except requests.Timeout as error:
            raise SourceUnreachable(f"{host_of(url)} did not answer in time") from error
        except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError) as error:
            raise SourceUnreachable(f"{host_of(url)} can't be reached: {_cause(error)}") from error
        except (requests.RequestException, ValueError) as error:
            # Its words may hold the proxy's or the catalogue's login.
            what = host_of(url) or "this address"
            raise SourceError(f"{what} can't be asked ({type(error).__name__})") from None


def decode(text: str, url: str) -> Any:  # noqa: ANN401
    """JSON out of an answer.

    Raises:
        WebRefusal: when it is none.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        message = f"{host_of(url)} answered with something that is no JSON: {shorten(text)}"
        raise WebRefusal(message, status=200) from None


def shorten(text: str) -> str:
    """On one line, at most `LONGEST_QUOTE` characters."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 3] + "..."


def joined(base: str, href: str) -> str:
    """`href` as it is meant at `base`; a malformed one stays as it is and is refused later."""
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def is_web(url: str) -> bool:
    """True for an http or https URL, False for a path."""
    return url.lower().startswith(("http://", "https://"))


def _checked(response: requests.Response) -> str:
    host, status = host_of(response.url), response.status_code
    kind = response.headers.get("Content-Type", "")
    if "charset" not in kind:
        response.encoding = "utf-8"  # as JSON always is; guessing takes long on large answers
    is_page = "html" in kind or response.text.lstrip()[:1] == "<"
    if status >= 400:
        said = "a web page" if is_page else shorten(response.text) or response.reason
        raise WebRefusal(f"{host} answered {status}: {said}", status=status)
    if is_page:
        message = f"{host} answered with a web page, not with JSON: is it a proxy or login page?"
        raise WebRefusal(message, status=status)
    return response.text


def _origin(url: str) -> tuple[str, str, int | None]:
    try:
        parts = urlsplit(url)
        return (parts.scheme, parts.hostname or "", parts.port)
    except ValueError:
        return ("", "", None)


def host_of(url: str) -> str:
    """Host and port of a URL: enough to say who, and no secret."""
    _, host, port = _origin(url)
    return f"{host}:{port}" if port else host


def login_apart(url: str) -> tuple[str, dict[str, str]]:
    """A URL without the login in it, and the header that stands for that login."""
    scheme, separator, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    login, at, host = host.rpartition("@")
    if not is_web(url) or not at:
        return url, {}
    code = base64.b64encode(unquote(login).encode()).decode()
    return f"{scheme}{separator}{host}{slash}{path}", {"Authorization": f"Basic {code}"}


def _cause(error: BaseException) -> str:
    """The innermost reason requests and urllib3 know, without their wrapping."""
    inner = error.args[0] if error.args else error
    reason = getattr(inner, "reason", None) or inner
    return shorten(str(reason).rpartition(">: ")[2] or type(error).__name__)
