"""Connections to hosts, kept open, and the one thing that is said on them: GET of a range."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache, partial
from urllib.parse import urlsplit

from ...errors import ReadError
from ..network import Network
from ..origins import Origin, ascii_host, origin_of
from .connection import Answer, Broken, Line, Question
from .loop_thread import in_daemon
from .routes import Way, request, way_to
from .single_flight import Flights


class Lines:
    """Open connections to all hosts, for one event loop."""

    def __init__(self, network: Network) -> None:
        """Go the way that `network` describes."""
        self._network = network
        self._ends: dict[Origin, _End] = {}
        self._flights = Flights()

    def close(self) -> None:
        """Hang up where nobody is spoken with."""
        for end in self._ends.values():
            end.close()

    async def greet(self, origin: str, *, most: int) -> None:
        """Begin to open connections ahead; whoever needs one early waits for it.

        What fails is kept quiet: whoever needs one opens it himself and hears it then.

        Args:
            origin: such as `https://host`.
            most: so many are there then, with those that were idle or on their way before.
        """
        with suppress(ReadError):
            (await self._end(origin)).greet(most)

    async def get(
        self,
        url: str,
        headers: Mapping[str, str],
        *,
        most_bytes: int,
        heard: Callable[[int], None],
    ) -> Answer:
        """What the server says; a body longer than `most_bytes` is not taken.

        Raises:
            Lasting: when there is no such way from here.
            NoConnection: when nobody answers.
            OSError: when who answers breaks off.
            ValueError: when it can't be asked for.
        """
        end = await self._end(url)
        host, target = _target_of(url, in_full=end.way.in_full)
        said = {"Host": host, "User-Agent": self._network.user_agent, **headers}
        if end.way.in_full:
            said.update(end.way.proxy_headers)
        return await end.ask(Question(request("GET", target, said), most_bytes, heard=heard))

    async def _end(self, url: str) -> _End:
        origin = origin_of(url) or ("", "", 0)
        if origin in self._ends:
            return self._ends[origin]
        async with self._flights.alone(origin):
            if origin not in self._ends:
                # It reads certificates, and may ask the system for its proxies.
                way = await in_daemon(partial(way_to, url, self._network))
                self._ends[origin] = _End(way, self._network)
        return self._ends[origin]


class _End:
    """One host, and the connections that lead there."""

    def __init__(self, way: Way, network: Network) -> None:
        self.way, self._network = way, network
        self._idle: list[Line] = []
        self._greeted: list[asyncio.Task[Line | None]] = []

    def greet(self, most: int) -> None:
        """See `Lines.greet`."""
        there = len(self._greeted) + len(self._idle)
        self._greeted += (asyncio.create_task(self._try_to_open()) for _ in range(there, most))

    def close(self) -> None:
        """See `Lines.close`."""
        greeted = [task.result() for task in self._greeted if task.done() and not task.cancelled()]
        for line in (*self._idle, *filter(None, greeted)):
            line.close()

    async def ask(self, question: Question) -> Answer:
        """On any connection that is free, or on a new one."""
        line = await self._kept()
        if line is not None:
            # The other side may have closed it while nobody used it.
            with suppress(Broken):
                return await self._ask_on(line, question)
        return await self._ask_on(await self.way.open(self._network), question)

    async def _ask_on(self, line: Line, question: Question) -> Answer:
        answer = await line.ask(question)
        if answer.keeps_open:
            self._idle.append(line)
        return answer

    async def _kept(self) -> Line | None:
        while self._idle:
            line = self._idle.pop()
            if line.is_open:
                return line
        return await self._greeted.pop(0) if self._greeted else None

    async def _try_to_open(self) -> Line | None:
        try:
            return await self.way.open(self._network)
        except OSError:
            return None


@lru_cache(maxsize=1024)
def _target_of(url: str, *, in_full: bool) -> tuple[str, str]:
    """The host, and what is asked of it, as requests would write it.

    Raises:
        ValueError: when there can be no such address.
    """
    from requests.utils import requote_uri

    parts = urlsplit(url)
    host = ascii_host(parts)
    host = f"[{host}]" if ":" in host else host
    host = f"{host}:{parts.port}" if parts.port else host
    told = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
    target = requote_uri(told if told.startswith("/") else f"/{told}")
    return host, f"{parts.scheme}://{host}{target}" if in_full else target
