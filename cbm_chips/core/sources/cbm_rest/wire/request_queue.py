"""Requests to one CbM server: one at a time per result folder, patient, cancellable."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable, TypeVar

from ....cancellation import current_cancellation
from ....errors import SourceUnreachable
from ....reasons import Reason, joined
from .http import QUESTION_BUDGET_S, CbmClient, Response
from .responses import ChipList, ServerFailed, read_chips
from .single_flight import POLL_S, WaitCancelled, shared_calls

if TYPE_CHECKING:
    from ....reading.network import Network
    from .address import ServerAddress

MOST_TIMES = 2
"""A request answered with 500 is sent once more: on a new place that means nothing was found."""
LONGEST_PAUSE_S = 30.0
"""A server that asks for a longer pause is not asked again."""
MOST_PAUSES = 2

_Parsed = TypeVar("_Parsed")


@dataclass(frozen=True)
class ServiceRequest:
    """One request to an endpoint of the server.

    Attributes:
        name: of the endpoint.
        key: of what the server works on, such as a result folder: one request of a key at a time.
        query: parameters, checked.
        body: sent as JSON, by POST; None for a GET.
    """

    name: str
    key: Hashable
    query: Mapping[str, str] | None = None
    body: Mapping[str, Any] | None = None

    @property
    def content(self) -> Hashable:
        """Equal for equal requests."""
        return self.name, repr(sorted((self.query or {}).items())), repr(self.body)


class RequestQueue:
    """Sends requests to one server under one login, from any thread."""

    def __init__(
        self, network: Network, address: ServerAddress, headers: Mapping[str, str]
    ) -> None:
        """Nothing is sent yet; `headers` hold the login."""
        self._address, self._client = address, CbmClient(network, address, headers)
        login = hashlib.sha256(repr(sorted(headers.items())).encode()).hexdigest()
        self._calls = shared_calls((address.root, login))
        self._closed = threading.Event()

    @property
    def lacks(self) -> set[str]:
        """What the server turned out not to have; the same set for all its queues."""
        return self._calls.lacks

    @property
    def has(self) -> set[str]:
        """What the server turned out to have; the same set for all its queues."""
        return self._calls.has

    def close(self) -> None:
        """End all waiting and close the connections; what the server does goes on."""
        self._closed.set()
        self._client.close()

    def chips(self, request: ServiceRequest, stop: threading.Event | None = None) -> ChipList:
        """The chips in the response; see `read_chips`."""
        return self.with_retry(lambda: read_chips(self.ask(request, stop), self._address.host))

    def with_retry(self, ask: Callable[[], _Parsed]) -> _Parsed:
        """Empty lists after a 500 mean that nothing was found; another 500 is a fault."""
        for _ in range(MOST_TIMES - 1):
            try:
                return ask()
            except ServerFailed:
                continue
        return ask()

    def ask(self, request: ServiceRequest, stop: threading.Event | None = None) -> Response:
        """The response, after as many pauses as the server asks for; `stop` ends the waiting."""
        is_cancelled = self._is_cancelled(stop)
        for pause in range(MOST_PAUSES + 1):
            response = self._call(
                request.key,
                request.content,
                lambda: self._client.ask(request.name, request.query, body=request.body),
                is_cancelled,
                QUESTION_BUDGET_S,
            )
            if pause == MOST_PAUSES or not _is_worth_a_pause(response):
                break
            _sleep(response.pause_s or 0.0, is_cancelled)
        return response

    def file(self, url: str, stop: threading.Event | None, *, budget_s: float) -> bytes:
        """A result file, whole or an error; see `CbmClient.file`.

        It comes in a thread of its own: a server that stalls delays neither a cancellation nor
        the end of the program.
        """
        own_key = object()  # shared with no other download
        is_cancelled = self._is_cancelled(stop)
        return self._call(own_key, url, lambda: self._client.file(url), is_cancelled, budget_s)

    def _call(
        self,
        key: Hashable,
        content: Hashable,
        call: Callable[[], _Parsed],
        is_cancelled: Callable[[], bool],
        timeout_s: float,
    ) -> _Parsed:
        try:
            return self._calls.ask(
                key, content, call, is_cancelled=is_cancelled, timeout_s=timeout_s
            )
        except SourceUnreachable as error:
            host = self._address.host
            if host in str(error):
                raise
            raise SourceUnreachable(joined((host, error), ": ")) from error

    def _is_cancelled(self, stop: threading.Event | None) -> Callable[[], bool]:
        own = current_cancellation()
        return lambda: (
            self._closed.is_set() or own.is_cancelled or (stop is not None and stop.is_set())
        )


def _is_worth_a_pause(response: Response) -> bool:
    """True if the server says when to come back, and that is soon."""
    is_busy = response.status in (429, 503) and response.pause_s is not None
    return is_busy and (response.pause_s or 0.0) <= LONGEST_PAUSE_S


def _sleep(pause_s: float, is_cancelled: Callable[[], bool]) -> None:
    until = time.monotonic() + max(pause_s, POLL_S)
    while time.monotonic() < until:
        if is_cancelled():
            raise WaitCancelled(Reason("not waited for"))
        time.sleep(POLL_S)
