"""Start a test server in a process of its own and talk to it."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Optional
from urllib.request import ProxyHandler, Request, build_opener

REPOSITORY = Path(__file__).resolve().parents[2]
PATIENCE_S = 20.0


class ServerProcess:
    """A server module of this package as a child process, for the length of a `with`.

    ``ServerProcess("range_files", folder, "--latency-ms", 20)`` runs
    ``python -m tests.servers.range_files folder --latency-ms 20``.
    """

    def __init__(self, module: str, *arguments: object, package: str = "tests.servers") -> None:
        self._command = [sys.executable, "-m", f"{package}.{module}", *map(str, arguments)]
        self._child: Optional[subprocess.Popen[bytes]] = None
        # Without this a proxy of the environment would be asked for 127.0.0.1.
        self._opener = build_opener(ProxyHandler({}))
        self.url = ""
        self.told: dict[str, str] = {}
        """All it said when it listened."""

    def __enter__(self) -> ServerProcess:
        """Start the child and wait until it listens."""
        self._child = subprocess.Popen(
            [*self._command, "--until-stdin-closes"],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        try:
            self.told = json.loads(_first_line(self._child, within_s=PATIENCE_S))
            self.url = self.told["url"]
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        """End the child."""
        self._end()

    def stats(self) -> dict[str, Any]:
        """What clients asked since the start or the last reset."""
        answer: dict[str, Any] = self._call("/__stats__")
        return answer

    def reset(self) -> None:
        """Zero the counters; faults and switches stay."""
        self._call("/__reset__", {})

    def set_faults(self, faults: list[dict[str, Any]]) -> None:
        """Replace the rules of a file server; an empty list ends all faults."""
        self._call("/__faults__", faults)

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

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        with child:  # closes the pipes and waits
            child.terminate()
            try:
                child.wait(PATIENCE_S)
            except subprocess.TimeoutExpired:
                child.kill()


def _first_line(child: subprocess.Popen[bytes], *, within_s: float) -> bytes:
    assert child.stdout is not None
    pipe, line = child.stdout.fileno(), b""
    deadline = time.monotonic() + within_s
    while not line.endswith(b"\n"):
        readable, _, _ = select.select([pipe], [], [], max(0, deadline - time.monotonic()))
        if not readable:
            raise TimeoutError(f"{child.args!r} was not ready within {within_s} s")
        part = os.read(pipe, 4096)
        if not part:
            raise RuntimeError(f"{child.args!r} ended with code {child.wait(within_s)}")
        line += part
    return line
