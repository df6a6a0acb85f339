"""How a host is reached: requests decides (proxy, certificates, environment), asyncio connects."""

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

from ..network import NO_CERTIFICATES, Network
from ..origins import host_of, origin_of
from ..retries import Lasting, Refused, words_of
from .connection import Line, Question

NEXT_ADDRESS_S = 0.25
"""A host's next address is tried beside one that is silent for so long (RFC 8305, section 5)."""
LONGEST_PAGE_BYTES = 1 << 16
"""A refusal's words are read and thrown away, as that keeps the connection."""
PROXY_LOGIN = 407
_UNSOUND = re.compile(r"[^\t\x20-\x7e\x80-\xff]")
"""What ends a line, or can't be said in HTTP."""


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
            NoConnection: when there is none to be had.
        """
        connect_s, _ = network.timeout_s
        try:
            return await asyncio.wait_for(self._open(network), connect_s)
        except asyncio.TimeoutError as error:
            raise NoConnection(f"{self._first} did not answer: timed out") from error
        except ssl.SSLCertVerificationError as error:
            words = f"{self.host} shows a certificate that is not trusted: {error.verify_message}"
            raise NoConnection(words, is_lasting=True) from error
        except ssl.SSLError as error:
            why = error.reason or "no answer"
            raise NoConnection(f"{self.host} does not speak TLS: {why}") from error
        except NoConnection:
            raise
        except OSError as error:
            raise NoConnection(f"{self._first} did not answer: {words_of_os(error)}") from error

    @property
    def _first(self) -> str:
        """Who has to answer first."""
        if self.proxy is None:
            return f"{self.host}:{self.port}"
        return f"the proxy {self.proxy[0]}:{self.proxy[1]}"

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
            happy_eyeballs_delay=None if _is_address(host) else NEXT_ADDRESS_S,
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
            raise TunnelRefused(answer.status, self.host)
        secure = await asyncio.get_running_loop().start_tls(
            line.transport, line, cast(ssl.SSLContext, self.trust), server_hostname=self.host
        )
        line.connection_made(cast(asyncio.Transport, secure))


def _is_address(host: str) -> bool:
    """There is no next one to try; and a race that is cancelled may leave its socket open."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


class NoConnection(OSError):
    """Nobody is there, or not who he should be; the words are whole.

    Attributes:
        is_lasting: no further try would end otherwise.
        http_status: a proxy's, if it said one.
    """

    def __init__(
        self, words: str, *, is_lasting: bool = False, http_status: int | None = None
    ) -> None:
        super().__init__(words)
        self.is_lasting, self.http_status = is_lasting, http_status


class TunnelRefused(NoConnection):
    """The proxy opens no way to the host. A signature is not to blame for its 401 and 403."""

    def __init__(self, status: int, host: str) -> None:
        is_own = status == PROXY_LOGIN or status >= 500
        words = words_of(status) if status == PROXY_LOGIN else ""
        super().__init__(
            words or f"the proxy opens no way to {host}: {status}",
            is_lasting=status < 500,
            http_status=status if is_own else None,
        )


def words_of_os(error: OSError) -> str:
    """The system's words for it."""
    if isinstance(error, ConnectionError) and error.errno:
        return os.strerror(error.errno)  # asyncio puts its own words in their place
    return error.strerror or str(error) or type(error).__name__


def request(method: str, target: str, headers: dict[str, str]) -> bytes:
    """The words of a request without a body.

    Raises:
        ValueError: when one of them would be more than it is.
    """
    if _UNSOUND.search(target) or any(_UNSOUND.search(word) for word in headers.values()):
        raise ValueError("a request can't hold such a sign")
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"{method} {target} HTTP/1.1\r\n{lines}\r\n".encode("latin-1")


def way_to(url: str, network: Network) -> Way:
    """As requests would go there.

    Raises:
        Lasting: when there is no such way from here.
    """
    import requests
    from requests.utils import DEFAULT_CA_BUNDLE_PATH, get_auth_from_url, select_proxy

    try:
        scheme, host, port = origin_of(url) or ("", "", 0)
        if not host:
            raise Refused(f"{host_of(url) or 'this'} is no address of a server")
        with network.session() as session:
            chosen = session.merge_environment_settings(url, {}, True, None, None)
        proxies = network.proxies(url)
        proxy = select_proxy(url, chosen["proxies"] if proxies is None else proxies)
        proxy = f"http://{proxy}" if proxy and "://" not in proxy else proxy or ""
        proxy_parts = urlsplit(proxy)
        if proxy and (proxy_parts.scheme != "http" or not proxy_parts.hostname):
            raise Lasting(f"a proxy that speaks {proxy_parts.scheme} can't be used here")
        verify = network.ca_file or chosen["verify"]
        certificates = verify if isinstance(verify, str) else DEFAULT_CA_BUNDLE_PATH
        return Way(
            scheme,
            host,
            port,
            (proxy_parts.hostname or "", proxy_parts.port or 80) if proxy else None,
            _basic(get_auth_from_url(proxy)),
            _trust(certificates) if scheme == "https" else None,
        )
    except (requests.RequestException, ValueError) as error:
        # Its words may hold the proxy's login.
        raise Lasting(f"there is no way to {host_of(url)} ({type(error).__name__})") from None


def _basic(login: tuple[str, str]) -> str:
    """A proxy's login as it stands in the header, empty for none."""
    return f"Basic {b64encode(':'.join(login).encode()).decode()}" if any(login) else ""


@lru_cache(maxsize=4)
def _trust(certificates: str) -> ssl.SSLContext:
    """Of a file, or of a folder.

    Raises:
        Lasting: when they can't be read.
    """
    try:
        if Path(certificates).is_dir():
            return ssl.create_default_context(capath=certificates)
        return ssl.create_default_context(cafile=certificates)
    except OSError as error:  # ssl.SSLError too
        raise Lasting(f"{NO_CERTIFICATES} {certificates}: {words_of_os(error)}") from None
