"""Connections to hosts, kept open, with the proxy and the certificates of `Network`.

requests decides the way (proxy, certificates, environment), once for each host; urllib3, which
opens the connections, is then asked directly: through requests a range costs twice the CPU.
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from ..network import Network
from .file_bytes import NotWindowed
from .leash import current


@dataclass(frozen=True)
class _Way:
    """A host's connections; `in_full`: its proxy wants to be told whole URLs."""

    pool: Any
    in_full: bool


class Lines:
    """Open connections to all hosts; thread-safe. They close when it is let go."""

    def __init__(self, network: Network, *, connections: int) -> None:
        """Keep at most `connections` open for each host."""
        self._network = network
        self._session = network.session(connections=connections)
        self._ways: dict[tuple[str, str], _Way] = {}
        self._lock = threading.Lock()
        # Without this the garbage collector would complain about open sockets.
        weakref.finalize(self, self._session.close)

    def ask(self, url: str, headers: Mapping[str, str]) -> Any:  # noqa: ANN401
        """urllib3's answer to a GET, its body still on the way; `done` takes it back.

        Raises:
            NotWindowed: when there is no such way from here.
            urllib3.exceptions.HTTPError: when nobody answers.
        """
        from requests.utils import requote_uri
        from urllib3.util import Timeout

        parts = urlsplit(requote_uri(url))
        way = self._way(parts.scheme, parts.netloc, url)
        target = parts._replace(fragment="").geturl()
        if not way.in_full:
            target = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
        connect_s, read_s = self._network.timeout_s
        try:
            return way.pool.urlopen(
                "GET",
                target,
                headers={"User-Agent": self._network.user_agent, **headers},
                retries=False,
                redirect=False,
                assert_same_host=False,
                timeout=Timeout(connect=connect_s, read=read_s),
                preload_content=False,
                decode_content=False,
            )
        except BaseException:
            _let_go()
            raise

    def done(self, answer: Any, *, is_read: bool) -> None:  # noqa: ANN401
        """Keep the connection of an answer for the next one, or close it where some is unread."""
        _let_go()
        if not is_read:
            answer.close()
        answer.release_conn()

    def _way(self, scheme: str, host: str, url: str) -> _Way:
        with self._lock:
            way = self._ways.get((scheme, host))
            if way is None:
                way = self._ways[(scheme, host)] = self._way_of(url)
            return way

    def _way_of(self, url: str) -> _Way:
        import requests
        from requests.utils import should_bypass_proxies

        session = self._session
        try:
            request = requests.Request("GET", url).prepare()
            chosen = session.merge_environment_settings(request.url, {}, True, None, None)
            proxies = chosen["proxies"]
            if self._network.no_proxy and should_bypass_proxies(url, self._network.no_proxy):
                proxies = {}
            adapter: Any = session.get_adapter(url)
            verify = chosen["verify"]
            if hasattr(adapter, "get_connection_with_tls_context"):  # since requests 2.32
                pool = adapter.get_connection_with_tls_context(request, verify, proxies=proxies)
            else:
                pool = adapter.get_connection(url, proxies)
                adapter.cert_verify(pool, url, verify, None)
            in_full = adapter.request_url(request, proxies) != request.path_url
        except (requests.RequestException, OSError, ValueError) as error:
            # Its words may hold the proxy's login.
            raise NotWindowed(f"no way to the server ({type(error).__name__})") from None
        pool.ConnectionCls = _watched(pool.ConnectionCls)
        return _Way(pool, in_full)


def _let_go() -> None:
    leash = current()
    if leash is not None:
        leash.let_go()


@cache
def _watched(connection: type[Any]) -> type[Any]:
    """urllib3's class of connections, made to tell the thread's leash what it waits for."""
    if hasattr(connection, "is_watched"):
        return connection

    class Watched(connection):  # type: ignore[misc]
        is_watched = True

        def getresponse(self, *some: Any, **others: Any) -> Any:  # noqa: ANN401
            leash = current()
            if leash is not None:
                leash.hold(self.sock)
            return super().getresponse(*some, **others)

    return Watched
