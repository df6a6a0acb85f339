"""JSON over HTTP from a catalogue, limited in time and size.

Each request has a time limit from the first try to the last header, each body one by its size,
and all requests of a search have one together.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...cancellation import Cancellation, current_cancellation
from ...errors import SourceError, SourceUnreachable
from ...reading.network import SLOWEST_BYTES_S, Network
from ...reading.origins import host_of, is_same_server, may_have_login, origin_of
from ...reasons import Reason
from .abortable import AbortableExchange, abort_at
from .redirects import WebRequest, follow
from .response_body import ENCODINGS, is_markup, parse_json, read_body, shorten, text_of
from .retries import HttpRefusal, NoResponse, RetryPlan
from .sessions import KeptSession, new_session, without_netrc
from .urls import as_asked, with_query

if TYPE_CHECKING:
    import requests

_ENDLESS_S = 1e9


class JsonClient:
    """Sends requests to a catalogue, and secret headers to its own hosts only."""

    def __init__(
        self,
        network: Network,
        *,
        headers: Mapping[str, str] | None = None,
        homes: tuple[str, ...] = (),
        busy_statuses: tuple[int, ...] = (),
    ) -> None:
        self.network = network
        self.busy_statuses = busy_statuses
        self._headers = dict(headers or {})
        self._homes = tuple(filter(None, homes))
        self._queries = {origin_of(home): home.partition("?")[2] for home in homes if "?" in home}
        self._session = KeptSession(lambda: new_session(network))
        self._end = Cancellation()

    def within(self, seconds: float = _ENDLESS_S) -> TimedClient:
        """For requests with one time limit for all of them together."""
        return TimedClient(self, time.monotonic() + seconds, current_cancellation(self._end))

    def json(self, url: str) -> Any:  # noqa: ANN401
        """The decoded response to a single request; see `TimedClient.fetch`."""
        return self.within().json(url)

    def send(self, method: str, url: str, request: Mapping[str, Any]) -> requests.Response:
        """One exchange, redirections not followed, the body yet to be read.

        The query of the catalogue's own address, such as a key, is added to every request to it.
        """
        url = as_asked(url)
        headers = {"Accept": "application/json", "Accept-Encoding": ENCODINGS}
        headers.update(self._headers if self._is_home(url) else {})
        auth = without_netrc if self.login(url) else None
        url = with_query(url, self._queries.get(origin_of(url), ""))
        return self._session().request(
            method, url, allow_redirects=False, stream=True, headers=headers, auth=auth, **request
        )

    def login(self, url: str) -> Mapping[str, str]:
        """The headers for a file on one of the catalogue's own hosts, if there is a login."""
        words = {name.lower(): value for name, value in self._headers.items()}
        login = words.get("authorization", "")
        return {"Authorization": login} if login and self._is_home(url) else {}

    def close(self) -> None:
        """Cancel running requests, and close the connections."""
        self._end.cancel()
        self._session.close()

    def _is_home(self, url: str) -> bool:
        """True for an address that was typed, also where it is requested by https."""
        return any(may_have_login(url, home) for home in self._homes)


@dataclass(frozen=True)
class TextResponse:
    """A response as text, and its URL after redirects."""

    url: str
    text: str


class TimedClient:
    """Requests with one time limit; made by `JsonClient.within`."""

    def __init__(self, web: JsonClient, until: float, stop: Cancellation) -> None:
        """`until` is on the clock of `time.monotonic`."""
        self._client, self._until, self.stop = web, until, stop

    def json(self, url: str, **request: Any) -> Any:  # noqa: ANN401
        """The decoded response; see `fetch` for the arguments.

        Raises:
            SourceUnreachable: when there is no response in time.
            HttpRefusal: for an HTTP error, a web page, or anything that is no JSON.
        """
        page = self.fetch(url, **request)
        return parse_response(page.text, host_of(page.url))

    def fetch(
        self,
        url: str,
        *,
        method: str = "GET",
        body: Any = None,  # noqa: ANN401
        parameters: Mapping[str, Any] | None = None,
    ) -> TextResponse:
        """The response as text.

        Args:
            url: absolute.
            method: GET or POST.
            body: sent as JSON.
            parameters: go into the URL.
        """
        request = WebRequest(method, url, {"json": body, "params": parameters})
        until = min(self._until, time.monotonic() + self._client.network.question_timeout_s)
        plan = RetryPlan(self._client.network, self._client.busy_statuses)
        while True:
            if self.stop.is_cancelled or time.monotonic() >= self._until:
                raise self._over(url)
            with abort_at(until, self.stop) as call:
                try:
                    response = follow(request, self._send, check=_check_post)
                    wait_s = plan.wait_s(response, left_s=until - time.monotonic())
                    if wait_s is None:
                        return self._read(response, call)
                    response.close()
                except SourceUnreachable as error:
                    if call.is_aborted:
                        raise self._over(url) from None
                    wait_s = plan.wait_after(error)
            self.stop.wait(wait_s)

    def _send(self, request: WebRequest) -> requests.Response:
        import requests

        url = request.url
        try:
            return self._client.send(request.method, url, request.parts)
        except requests.Timeout as error:
            raise NoResponse(Reason("{host} did not answer in time", host=host_of(url))) from error
        except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError) as error:
            is_proxy = isinstance(error, requests.exceptions.ProxyError)
            who = Reason("the proxy") if is_proxy else host_of(url)
            raise SourceUnreachable(
                Reason("{who} can't be reached: {error}", who=who, error=_cause(error))
            ) from error
        except (requests.RequestException, ValueError) as error:
            # Its text may hold the proxy's or the catalogue's login.
            what = host_of(url) or Reason("this address")
            raise SourceError(
                Reason("{what} can't be asked ({kind})", what=what, kind=type(error).__name__)
            ) from None

    def _read(self, response: requests.Response, call: AbortableExchange) -> TextResponse:
        host = host_of(response.url)
        length = response.headers.get("Content-Length", "")
        size = int(length[:12]) if length.isdecimal() else 0
        patience_s = self._client.network.question_timeout_s + size / SLOWEST_BYTES_S
        call.extend(min(self._until, time.monotonic() + patience_s))
        try:
            content = read_body(response)
        except SourceUnreachable as error:
            raise SourceUnreachable(Reason("{host}: {error}", host=host, error=error)) from None
        except SourceError as error:
            raise SourceError(Reason("{host}: {error}", host=host, error=error)) from None
        finally:
            response.close()  # one that was read to its end has given its connection back
        if call.is_aborted:  # a closed socket looks like the end of the headers
            raise SourceUnreachable(host)
        text = text_of(content, response.headers.get("Content-Type", ""))
        _check_status(response, text)
        return TextResponse(response.url, text)

    def _over(self, url: str) -> SourceUnreachable:
        if self.stop.is_cancelled:
            return SourceUnreachable(Reason("the search was given up"))
        network, host = self._client.network, host_of(url)
        if time.monotonic() >= self._until:
            limit_s = network.search_timeout_s
            return SourceUnreachable(
                Reason(
                    "the search of {host} took longer than {limit_s:.0f} s",
                    host=host,
                    limit_s=limit_s,
                )
            )
        return SourceUnreachable(
            Reason(
                "{host} did not answer within {limit_s:g} s",
                host=host,
                limit_s=network.question_timeout_s,
            )
        )


def _check_post(before: WebRequest, after: WebRequest) -> None:
    """A POST is not redirected to another server, where its address and body may do harm."""
    if after.method == "POST" and not is_same_server(before.url, after.url):
        here, there = host_of(before.url), host_of(after.url)
        raise SourceError(
            Reason(
                "{here} sends our search to {there}: if that is right, give its address",
                here=here,
                there=there,
            )
        )


def parse_response(text: str, host: str) -> Any:  # noqa: ANN401
    """The JSON of a response of `host`, whatever its content type says.

    Raises:
        HttpRefusal: for a web page, or anything else that is no JSON.
    """
    if is_markup(text):
        message = Reason(
            "{host} answered with a web page, not with JSON: is it a proxy or login page?",
            host=host,
        )
        raise HttpRefusal(message, status=200)
    try:
        return parse_json(text)
    except (ValueError, RecursionError):
        said = shorten(text[:10_000]) or Reason("nothing")
        message = Reason(
            "{host} answered with something that is no JSON: {said}", host=host, said=said
        )
        raise HttpRefusal(message, status=200) from None


def _check_status(response: requests.Response, text: str) -> None:
    host, status = host_of(response.url), response.status_code
    if status == 407:
        host = Reason("the proxy")
    if status >= 400:
        said = (
            Reason("a web page") if is_markup(text) else shorten(text[:10_000]) or response.reason
        )
        raise HttpRefusal(
            Reason("{host} answered {status}: {said}", host=host, status=status, said=said),
            status=status,
        )


def _cause(error: BaseException) -> str:
    """The system's message, else the innermost reason that requests and urllib3 know."""
    system = _system_error(error)
    if system is not None and system.strerror:
        return system.strerror
    inner = error.args[0] if error.args else error
    reason = getattr(inner, "reason", None) or inner
    return shorten(str(reason).rpartition(">: ")[2] or type(error).__name__)


def _system_error(error: BaseException) -> OSError | None:
    """What the system said, of which requests and urllib3 made their own."""
    seen: list[BaseException] = []
    last: BaseException | None = error
    while last is not None and last not in seen:
        seen.append(last)
        last = last.__cause__ or last.__context__
    return next((one for one in reversed(seen) if isinstance(one, OSError) and one.errno), None)
