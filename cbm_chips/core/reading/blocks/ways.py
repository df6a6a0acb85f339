"""How a host is reached: requests decides (proxy, certificates, environment), asyncio connects."""

from __future__ import annotations

import asyncio
import ssl
from base64 import b64encode
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from ..network import Network
from .exchange import Line, Question
from .file_bytes import NotWindowed

DEFAULT_PORTS = {"http": 80, "https": 443}
NEXT_ADDRESS_S = 0.25
"""A host's next address is tried beside one that is silent for so long (RFC 8305, section 5)."""
LONGEST_PAGE_BYTES = 1 << 16
"""A refusal's words are read and thrown away, as that keeps the connection."""


@dataclass(frozen=True)
class Way:
    """How a host is reached.

    Attributes:
        scheme, host, port: of the host.
        proxy: host and port of the proxy, None for the direct way.
        proxy_login: the value of its header, empty without a login.
        trust: certificates, for https.
    """

    scheme: str
    host: str
    port: int
    proxy: tuple[str, int] | None
    proxy_login: str = field(repr=False)
    trust: ssl.SSLContext | None = field(compare=False, repr=False)

    @property
    def in_full(self) -> bool:
        """The proxy wants to be told whole URLs."""
        return self.proxy is not None and self.scheme == "http"

    @property
    def proxy_headers(self) -> dict[str, str]:
        """What the proxy wants to be told."""
        return {"Proxy-Authorization": self.proxy_login} if self.proxy_login else {}

    async def open(self, network: Network) -> Line:
        """A new connection.

        Raises:
            OSError: when there is none to be had.
        """
        connect_s, _ = network.timeout_s
        try:
            return await asyncio.wait_for(self._open(network), connect_s)
        except asyncio.TimeoutError as error:
            raise TimeoutError("timed out") from error

    async def _open(self, network: Network) -> Line:
        loop = asyncio.get_running_loop()
        _, read_s = network.timeout_s
        is_tunnel = self.proxy is not None and not self.in_full
        host, port = self.proxy or (self.host, self.port)
        _, line = await loop.create_connection(
            lambda: Line(silence_s=read_s),
            host,
            port,
            ssl=None if is_tunnel else self.trust,
            happy_eyeballs_delay=NEXT_ADDRESS_S,
        )
        if is_tunnel:
            try:
                await self._dig(line)
            except BaseException:
                line.close()
                raise
        return line

    async def _dig(self, line: Line) -> None:
        """Through the proxy to the host (RFC 9110, section 9.3.6)."""
        there = f"[{self.host}]" if ":" in self.host else self.host
        there = f"{there}:{self.port}"
        words = request("CONNECT", there, {"Host": there, **self.proxy_headers})
        answer = await line.ask(Question(words, LONGEST_PAGE_BYTES, is_tunnel=True))
        if answer.status >= 300:
            raise TunnelRefused(answer.status)
        secure = await asyncio.get_running_loop().start_tls(
            line.transport, line, cast(ssl.SSLContext, self.trust), server_hostname=self.host
        )
        line.connection_made(cast(asyncio.Transport, secure))


class TunnelRefused(OSError):
    """The proxy opens no way to the host."""

    def __init__(self, http_status: int) -> None:
        super().__init__(f"the proxy says {http_status}")
        self.http_status = http_status


def request(method: str, target: str, headers: dict[str, str]) -> bytes:
    """The words of a request without a body."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"{method} {target} HTTP/1.1\r\n{lines}\r\n".encode("latin-1")


def way_to(url: str, network: Network) -> Way:
    """As requests would go there.

    Raises:
        NotWindowed: when there is no such way from here.
    """
    import requests
    from requests.utils import DEFAULT_CA_BUNDLE_PATH, get_auth_from_url, select_proxy

    try:
        parts = urlsplit(url)
        if parts.scheme not in DEFAULT_PORTS or not parts.hostname or "@" in parts.netloc:
            raise NotWindowed("another way than by plain http or https")
        with network.session() as session:
            chosen = session.merge_environment_settings(url, {}, True, None, None)
        proxies = network.proxies(url)
        proxy = select_proxy(url, chosen["proxies"] if proxies is None else proxies)
        proxy = f"http://{proxy}" if proxy and "://" not in proxy else proxy or ""
        proxy_parts = urlsplit(proxy)
        if proxy and (proxy_parts.scheme != "http" or not proxy_parts.hostname):
            raise NotWindowed("a proxy that speaks something else than http")
        verify = network.ca_file or chosen["verify"]
        certificates = verify if isinstance(verify, str) else DEFAULT_CA_BUNDLE_PATH
        return Way(
            parts.scheme,
            parts.hostname,
            parts.port or DEFAULT_PORTS[parts.scheme],
            (proxy_parts.hostname or "", proxy_parts.port or 80) if proxy else None,
            _basic(get_auth_from_url(proxy)),
            _trust(certificates) if parts.scheme == "https" else None,
        )
    except (requests.RequestException, ValueError) as error:
        # Its words may hold the proxy's login.
        raise NotWindowed(f"no way to the server ({type(error).__name__})") from None


def _basic(login: tuple[str, str]) -> str:
    """A proxy's login as it stands in the header, empty for none."""
    return f"Basic {b64encode(':'.join(login).encode()).decode()}" if any(login) else ""


@lru_cache(maxsize=4)
def _trust(certificates: str) -> ssl.SSLContext:
    if Path(certificates).is_dir():
        return ssl.create_default_context(capath=certificates)
    return ssl.create_default_context(cafile=certificates)
