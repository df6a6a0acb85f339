"""Route to a host: proxy and certificates as requests chooses them, connected by asyncio."""

from __future__ import annotations

import asyncio
import ipaddress
import os
import re
import ssl
from base64 import b64encode
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from ...reasons import Reason
from ..failures import ForbiddenAddress, PermanentFailure, status_text
from ..network import Network
from ..origins import Origin, host_of, origin_of
from ..retries import TimeBudget
from .connection import HttpConnection, HttpRequest

HAPPY_EYEBALLS_DELAY_S = 0.25
"""The host's next address is tried after this delay (RFC 8305, section 5)."""
MAX_ERROR_PAGE_BYTES = 1 << 16
"""An error page is received, as that keeps the connection open."""
PROXY_LOGIN = 407
_INVALID = re.compile(r"[^\t\x20-\x7e\x80-\xff]")
"""Line ends, and characters not allowed in HTTP."""


@dataclass(frozen=True)
class Route:
    """How a host is reached.

    Attributes:
        scheme, host, port: of the host.
        proxy: host and port of the proxy, None for a direct connection.
        proxy_login: value of `Proxy-Authorization`, empty without a login.
        ssl_context: trusted certificates, for https.
    """

    scheme: str
    host: str
    port: int
    proxy: tuple[str, int] | None
    proxy_login: str = field(repr=False)
    ssl_context: ssl.SSLContext | None = field(compare=False, repr=False)

    @property
    def uses_absolute_form(self) -> bool:
        """Requests name the whole URL (RFC 9112, 3.2.2): http through a proxy."""
        return self.proxy is not None and self.scheme == "http"

    @property
    def proxy_headers(self) -> dict[str, str]:
        """Headers for the proxy."""
        return {"Proxy-Authorization": self.proxy_login} if self.proxy_login else {}

    async def open(self, network: Network, among: set[HttpConnection]) -> HttpConnection:
        """Open a connection; it is `among` all open ones until it is closed.

        Raises:
            NoConnection: when that fails.
        """
        connect_s, _ = network.timeout_s
        try:
            # Not by `wait_for`, which loses a connection that is there as the time is up.
            return await TimeBudget(connect_s).within(self._open(network, among))
        except TimeoutError as error:
            raise NoConnection(
                Reason("{host} did not answer: timed out", host=self._first_peer)
            ) from error
        except ssl.SSLCertVerificationError as error:
            message = Reason(
                "{host} shows a certificate that is not trusted: {error}",
                host=self.host,
                error=error.verify_message,
            )
            raise NoConnection(message, is_permanent=True) from error
        except ssl.SSLError as error:
            why = error.reason or Reason("no answer")
            raise NoConnection(
                Reason("{host} does not speak TLS: {why}", host=self.host, why=why)
            ) from error
        except NoConnection:
            raise
        except OSError as error:
            raise NoConnection(
                Reason(
                    "{host} did not answer: {error}",
                    host=self._first_peer,
                    error=os_error_text(error),
                )
            ) from error

    @property
    def _first_peer(self) -> str:
        """Host and port connected to, for messages."""
        if self.proxy is None:
            return f"{self.host}:{self.port}"
        return Reason("the proxy {host}:{port}", host=self.proxy[0], port=self.proxy[1])

    async def _open(self, network: Network, among: set[HttpConnection]) -> HttpConnection:
        """TLS begins on a connection that is ours: asyncio's own, cancelled, would leave it."""
        _, read_s = network.timeout_s
        connection = HttpConnection(silence_timeout_s=read_s, among=among)
        host, port = self.proxy or (self.host, self.port)
        try:
            await asyncio.get_running_loop().create_connection(
                lambda: connection,
                host,
                port,
                happy_eyeballs_delay=None if _is_ip_address(host) else HAPPY_EYEBALLS_DELAY_S,
            )
            if self.proxy is not None and not self.uses_absolute_form:
                await self._open_tunnel(connection)
            if self.ssl_context is not None:
                await self._begin_tls(connection, self.ssl_context)
        except BaseException:
            connection.close()
            raise
        return connection

    async def _open_tunnel(self, connection: HttpConnection) -> None:
        """CONNECT through the proxy (RFC 9110, section 9.3.6)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        authority = f"{host}:{self.port}"
        head = request_head("CONNECT", authority, {"Host": authority, **self.proxy_headers})
        response = await connection.send(HttpRequest(head, MAX_ERROR_PAGE_BYTES, is_tunnel=True))
        if response.status >= 300:
            raise TunnelRefused(response.status, self.host)

    async def _begin_tls(self, connection: HttpConnection, context: ssl.SSLContext) -> None:
        secure = await asyncio.get_running_loop().start_tls(
            connection.transport, connection, context, server_hostname=self.host
        )
        connection.connection_made(cast(asyncio.Transport, secure))


def _is_ip_address(host: str) -> bool:
    """Then no delay for a next address is needed; a cancelled race may leave its socket open."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


class NoConnection(OSError):
    """A host can't be connected to; the message is complete.

    Attributes:
        is_permanent: a retry would fail as well.
        http_status: the proxy's, if it sent one.
    """

    def __init__(
        self, message: str, *, is_permanent: bool = False, http_status: int | None = None
    ) -> None:
        super().__init__(message)
        self.is_permanent, self.http_status = is_permanent, http_status


class TunnelRefused(NoConnection):
    """The proxy refuses CONNECT. Its 401 and 403 do not mean that a signature is too old."""

    def __init__(self, status: int, host: str) -> None:
        is_own = status == PROXY_LOGIN or status >= 500
        head = status_text(status) if status == PROXY_LOGIN else ""
        super().__init__(
            head or Reason("the proxy opens no way to {host}: {status}", host=host, status=status),
            is_permanent=status < 500,
            http_status=status if is_own else None,
        )


def os_error_text(error: OSError) -> str:
    """The system's message for an error."""
    if isinstance(error, ConnectionError) and error.errno:
        return os.strerror(error.errno)  # asyncio replaces the message
    return error.strerror or str(error) or type(error).__name__


def request_head(method: str, target: str, headers: dict[str, str]) -> bytes:
    """A request line and headers as bytes.

    Raises:
        ValueError: for a target or a header with a character that is not allowed.
    """
    if _INVALID.search(target) or any(map(_INVALID.search, headers.values())):
        raise ValueError("a request can't hold such a sign")
    lines = "".join([f"{name}: {value}\r\n" for name, value in headers.items()])
    return f"{method} {target} HTTP/1.1\r\n{lines}\r\n".encode("latin-1")


def route_to(url: str, network: Network) -> Route:
    """The route that requests would take.

    Raises:
        PermanentFailure: when there is none.
    """
    import requests
    from requests.utils import DEFAULT_CA_BUNDLE_PATH, get_auth_from_url, select_proxy

    try:
        scheme, host, port = _checked_origin(url)
        with network.session() as session:
            chosen = session.merge_environment_settings(url, {}, True, None, None)
        proxies = network.proxies(url)
        proxy = select_proxy(url, chosen["proxies"] if proxies is None else proxies) or ""
        verify = network.ca_file or chosen["verify"]
        certificates = verify if isinstance(verify, str) else DEFAULT_CA_BUNDLE_PATH
        return Route(
            scheme,
            host,
            port,
            _host_of_proxy(proxy),
            _basic(get_auth_from_url(_with_scheme(proxy))),
            _ssl_context(certificates) if scheme == "https" else None,
        )
    except (requests.RequestException, ValueError) as error:
        # Its message may hold the proxy's login.
        raise PermanentFailure(
            Reason(
                "there is no way to {host} ({kind})", host=host_of(url), kind=type(error).__name__
            )
        ) from None


def _checked_origin(url: str) -> Origin:
    origin = origin_of(url)
    if origin is None:
        raise ForbiddenAddress(
            Reason("{address} is no address of a server", address=host_of(url))
            if host_of(url)
            else Reason("this is no address of a server")
        )
    return origin


def _with_scheme(proxy: str) -> str:
    return f"http://{proxy}" if proxy and "://" not in proxy else proxy


def _host_of_proxy(proxy: str) -> tuple[str, int] | None:
    """Host and port; None without a proxy.

    Raises:
        PermanentFailure: when it speaks anything but HTTP.
    """
    if not proxy:
        return None
    parts = urlsplit(_with_scheme(proxy))
    if parts.scheme != "http" or not parts.hostname:
        raise PermanentFailure(
            Reason("a proxy that speaks {scheme} can't be used here", scheme=parts.scheme)
        )
    return parts.hostname, parts.port or 80


def _basic(login: tuple[str, str]) -> str:
    """A proxy's login as header value, empty for none."""
    return f"Basic {b64encode(':'.join(login).encode()).decode()}" if any(login) else ""


@lru_cache(maxsize=4)
def _ssl_context(certificates: str) -> ssl.SSLContext:
    """Certificates of a file or a folder.

    Raises:
        PermanentFailure: when they can't be read.
    """
    try:
        if Path(certificates).is_dir():
            return ssl.create_default_context(capath=certificates)
        return ssl.create_default_context(cafile=certificates)
    except OSError as error:  # ssl.SSLError too
        raise PermanentFailure(
            Reason(
                "the certificates to be trusted can't be read from {path}: {error}",
                path=certificates,
                error=os_error_text(error),
            )
        ) from None
