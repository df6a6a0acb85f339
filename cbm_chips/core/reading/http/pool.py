"""Pool of connections, by origin, and GET on them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from functools import lru_cache, partial
from urllib.parse import urlsplit

from ...errors import ReadError
from ..network import Network
from ..origins import Origin, ascii_host, origin_of
from .concurrency import SingleFlight
from .connection import ConnectionLost, HttpConnection, HttpRequest, HttpResponse
from .routes import Route, request_head, route_to
from .threads import in_daemon


class ConnectionPool:
    """Connections kept open to all hosts, for one event loop."""

    def __init__(self, network: Network) -> None:
        """`network` has proxy, certificates and time-outs."""
        self._network = network
        self._by_origin: dict[Origin, _HostConnections] = {}
        self._open: set[HttpConnection] = set()
        self._single_flight = SingleFlight()

    def close(self) -> None:
        """Close all connections."""
        for connection in tuple(self._open):
            connection.close()

    async def preconnect(self, origin: str, *, most: int) -> None:
        """Start opening connections before the first request, which waits for one of them.

        Failures are not reported: the request opens a connection of its own then.

        Args:
            origin: such as `https://host`.
            most: connections to have, with those that are idle or being opened already.
        """
        with suppress(ReadError):
            (await self._connections_to(origin)).preconnect(most)

    async def get(
        self,
        url: str,
        headers: Mapping[str, str],
        *,
        max_body_bytes: int,
        on_bytes: Callable[[int], None],
    ) -> HttpResponse:
        """The response to a GET, whatever its status; see `HttpRequest` for the arguments.

        Raises:
            PermanentFailure: when there is no route to the host.
            NoConnection: when it can't be connected to.
            OSError: when the connection breaks.
            ValueError: when the URL or a header can't be sent.
        """
        connections = await self._connections_to(url)
        host, target = _target_of(url, uses_absolute_form=connections.route.uses_absolute_form)
        sent = {"Host": host, "User-Agent": self._network.user_agent, **headers}
        if connections.route.uses_absolute_form:
            sent.update(connections.route.proxy_headers)
        head = request_head("GET", target, sent)
        return await connections.send(HttpRequest(head, max_body_bytes, on_bytes=on_bytes))

    async def _connections_to(self, url: str) -> _HostConnections:
        origin = origin_of(url) or ("", "", 0)
        if origin in self._by_origin:
            return self._by_origin[origin]
        async with self._single_flight.exclusive(origin):
            if origin not in self._by_origin:
                # Reads certificates, and may ask the system for its proxies.
                route = await in_daemon(partial(route_to, url, self._network))
                self._by_origin[origin] = _HostConnections(
                    partial(route.open, self._network, self._open), route
                )
        return self._by_origin[origin]


class _HostConnections:
    """The connections to one origin."""

    def __init__(self, opened: Callable[[], Awaitable[HttpConnection]], route: Route) -> None:
        self._opened, self.route = opened, route
        self._idle: list[HttpConnection] = []
        self._preconnected: list[asyncio.Task[HttpConnection | None]] = []

    def preconnect(self, most: int) -> None:
        """See `ConnectionPool.preconnect`."""
        there = len(self._preconnected) + len(self._idle)
        self._preconnected += (
            asyncio.create_task(self._open_or_none()) for _ in range(there, most)
        )

    async def send(self, request: HttpRequest) -> HttpResponse:
        """Send on an idle connection, else on a new one."""
        connection = await self._idle_connection()
        if connection is not None:
            # The server may have closed it meanwhile.
            with suppress(ConnectionLost):
                return await self._send_on(connection, request)
        return await self._send_on(await self._opened(), request)

    async def _send_on(self, connection: HttpConnection, request: HttpRequest) -> HttpResponse:
        response = await connection.send(request)
        if response.keeps_alive:
            self._idle.append(connection)
        return response

    async def _idle_connection(self) -> HttpConnection | None:
        while self._idle:
            connection = self._idle.pop()
            if connection.is_open:
                return connection
        return await self._next_preconnected() if self._preconnected else None

    async def _next_preconnected(self) -> HttpConnection | None:
        """Whoever is cancelled leaves it to the next."""
        opening = self._preconnected.pop(0)
        try:
            return await asyncio.shield(opening)
        except asyncio.CancelledError:
            self._preconnected.insert(0, opening)
            raise

    async def _open_or_none(self) -> HttpConnection | None:
        try:
            return await self._opened()
        except OSError:
            return None


@lru_cache(maxsize=1024)
def _target_of(url: str, *, uses_absolute_form: bool) -> tuple[str, str]:
    """Host header and request target, quoted as requests does.

    Raises:
        ValueError: for a malformed URL.
    """
    from requests.utils import requote_uri

    parts = urlsplit(url)
    host = ascii_host(parts)
    host = f"[{host}]" if ":" in host else host
    host = f"{host}:{parts.port}" if parts.port else host
    path = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
    target = requote_uri(path if path.startswith("/") else f"/{path}")
    return host, f"{parts.scheme}://{host}{target}" if uses_absolute_form else target
