"""Connections to hosts, kept open, and the one thing that is said on them: GET of a range.

requests decides the way (proxy, certificates, environment), once for each host, and http.client
opens the connection. The exchange itself is ours: through urllib3 one of many small ranges costs
a quarter more of the processor, under the interpreter's lock.
"""

from __future__ import annotations

import http.client
import ssl
import threading
import weakref
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urlsplit

from ..network import Network
from .exchange import Answer, Broken, Line
from .file_bytes import NotWindowed
from .greetings import Greeting
from .leash import current

if TYPE_CHECKING:
    from collections.abc import Iterator

DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class _Way:
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

    def open(self, network: Network) -> Line:
        """A new connection."""
        connect_s, read_s = network.timeout_s
        address = self.proxy or (self.host, self.port)
        if self.scheme == "https":
            opened: Any = http.client.HTTPSConnection(
                *address, timeout=connect_s, context=self.trust
            )
            if self.proxy:
                opened.set_tunnel(self.host, self.port, headers=self.proxy_headers)
        else:
            opened = http.client.HTTPConnection(*address, timeout=connect_s)
        opened.connect()
        opened.sock.settimeout(read_s)
        return Line(opened.sock)


class Lines:
    """Open connections to all hosts; thread-safe. They close when it is let go."""

    def __init__(self, network: Network) -> None:
        """Go the way that `network` describes."""
        self._network = network
        self._ways: dict[tuple[str, str], _Way] = {}
        self._idle: dict[_Way, list[Line]] = {}
        self._greetings: dict[tuple[str, str], list[Greeting]] = {}
        self._lock = threading.Lock()
        weakref.finalize(self, _hang_up, self._idle, self._greetings)

    def greet(self, origin: str, *, most: int) -> None:
        """Open connections ahead, in the background; whoever needs one early waits for it.

        Args:
            origin: such as `https://host`.
            most: so many are there then, with those that were idle or on their way before.
        """
        parts = urlsplit(origin)
        host = parts.scheme, parts.netloc
        with self._lock:
            begun = self._greetings.setdefault(host, [])
            idle = self._idle[self._ways[host]] if host in self._ways else []
            there = len(begun) + len(idle)
            begun += (Greeting(partial(self._open, parts)) for _ in range(there, most))

    def _open(self, parts: SplitResult) -> Line:
        return self._way(parts.scheme, parts.netloc, parts.geturl()).open(self._network)

    def get(self, url: str, headers: Mapping[str, str], *, most_bytes: int) -> Answer:
        """What the server says; a body longer than `most_bytes` is not taken.

        Raises:
            NotWindowed: when there is no such way from here.
            OSError: when nobody answers, or breaks off.
        """
        from requests.utils import requote_uri

        parts = urlsplit(requote_uri(url))
        way = self._way(parts.scheme, parts.netloc, url)
        target = parts._replace(fragment="").geturl()
        if not way.in_full:
            target = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
        said = {"Host": parts.netloc, "User-Agent": self._network.user_agent, **headers}
        if way.in_full:
            said.update(way.proxy_headers)
        line = self._idle_line(way) or self._greeted(parts.scheme, parts.netloc)
        if line is not None:
            try:
                return self._speak(line, way, (target, said), most_bytes)
            except Broken:
                # Closed by the other side while nobody used it, or by us to end the run.
                leash = current()
                if leash is not None and leash.given_up.is_set():
                    raise
        return self._speak(way.open(self._network), way, (target, said), most_bytes)

    def _speak(
        self, line: Line, way: _Way, question: tuple[str, Mapping[str, str]], most_bytes: int
    ) -> Answer:
        is_open = False
        try:
            with _leashed(line):
                answer = line.get(*question, most_bytes=most_bytes)
            is_open = answer.keeps_open
            return answer
        finally:
            if is_open:
                with self._lock:
                    self._idle[way].append(line)
            else:
                line.close()

    def _idle_line(self, way: _Way) -> Line | None:
        with self._lock:
            idle = self._idle[way]
            return idle.pop() if idle else None

    def _greeted(self, scheme: str, host: str) -> Line | None:
        with self._lock:
            begun = self._greetings.get((scheme, host))
            first = begun.pop(0) if begun else None
        return first.line() if first else None

    def _way(self, scheme: str, host: str, url: str) -> _Way:
        with self._lock:
            way = self._ways.get((scheme, host))
            if way is None:
                way = self._ways[(scheme, host)] = _way_of(url, self._network)
                self._idle[way] = []
            return way


@contextmanager
def _leashed(line: Line) -> Iterator[None]:
    """The calling thread waits for `line`, and can be cut off from it."""
    leash = current()
    if leash is None:
        yield
        return
    leash.hold(line.socket)
    try:
        yield
    finally:
        leash.let_go()


def _way_of(url: str, network: Network) -> _Way:
    """As requests would go there."""
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
        return _Way(
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
    from base64 import b64encode

    return f"Basic {b64encode(':'.join(login).encode()).decode()}" if any(login) else ""


@lru_cache(maxsize=4)
def _trust(certificates: str) -> ssl.SSLContext:
    if Path(certificates).is_dir():
        return ssl.create_default_context(capath=certificates)
    return ssl.create_default_context(cafile=certificates)


def _hang_up(
    idle: Mapping[_Way, list[Line]], greetings: Mapping[tuple[str, str], list[Greeting]]
) -> None:
    for lines in idle.values():
        for line in lines:
            line.close()
    for begun in greetings.values():
        for greeting in begun:
            greeting.take_back()
