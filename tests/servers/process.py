"""Start a test server in a process of its own and talk to it."""

from __future__ import annotations

import json
import os
import signal
import socket
from contextlib import suppress
from types import TracebackType
from typing import Any, Optional
from urllib.request import ProxyHandler, Request, build_opener

from .nursery import REPOSITORY, Started, start

__all__ = ["REPOSITORY", "ServerProcess"]
PATIENCE_S = 60.0


class ServerProcess:
    """A server module of this package as a child process, for the length of a `with`.

    ``ServerProcess("range_files", folder, "--latency-ms", 20)`` runs what
    ``python -m tests.servers.range_files folder --latency-ms 20`` does.
    """

    def __init__(self, module: str, *arguments: object, package: str = "tests.servers") -> None:
        self._module, self._arguments = f"{package}.{module}", [str(one) for one in arguments]
        self._started: Optional[Started] = None
        # Without this a proxy of the environment would be asked for 127.0.0.1.
        self._opener = build_opener(ProxyHandler({}))
        self._has_faults = False
        self.url = ""
        self.told: dict[str, str] = {}
        """All it said when it listened."""

    def __enter__(self) -> ServerProcess:
        """Start the child and wait until it listens."""
        self._started = start(self._module, [*self._arguments, "--until-stdin-closes"])
        try:
            self.told = json.loads(self._first_line())
            self.url = self.told["url"]
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        """End the child."""
        self.end()

    def stats(self) -> dict[str, Any]:
        """What clients asked since the start or the last reset."""
        answer: dict[str, Any] = self._call("/__stats__")
        return answer

    def reset(self) -> None:
        """Zero the counters; faults and switches stay."""
        self._call("/__reset__", {})

    def set_faults(self, faults: list[dict[str, Any]]) -> None:
        """Replace the rules of a file server; an empty list ends all faults."""
        if faults or self._has_faults:
            self._call("/__faults__", faults)
        self._has_faults = bool(faults)

    def set_token(self, valid: str) -> None:
        """Change the signature that a file server's ``require_query`` rules accept."""
        self._call("/__token__", {"valid": valid})

    def switch(self, **switches: Any) -> None:
        """Change switches of a STAC API, or the line of a benchmark's server."""
        self._call("/__switch__", switches)

    def _call(self, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = Request(self.url + path, data, {"Content-Type": "application/json"})
        with self._opener.open(request, timeout=PATIENCE_S) as response:
            return json.load(response)

    def end(self, by: signal.Signals = signal.SIGTERM) -> None:
        """End the child and wait until it is gone."""
        started, self._started = self._started, None
        if started is None:
            return
        with started.talk as talk:
            talk.settimeout(PATIENCE_S)
            with suppress(ProcessLookupError):
                os.kill(started.pid, by)
            try:
                while talk.recv(4096):
                    pass
            except socket.timeout:
                os.kill(started.pid, signal.SIGKILL)

    def _first_line(self) -> bytes:
        assert self._started is not None
        talk, line = self._started.talk, b""
        talk.settimeout(PATIENCE_S)
        while not line.endswith(b"\n"):
            part = talk.recv(4096)
            if not part:
                raise RuntimeError(f"{self._module} {self._arguments} ended before it listened")
            line += part
        return line
