"""Another Python process, without the second that it takes to start one."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Optional

from .servers.nursery import start
from .servers.script import DONE

PATIENCE_S = 300.0
"""For a machine under load."""


class PythonChild:
    """``python -c code arguments`` with its standard input and output, for the length of a `with`.

    A fork of a process that has imported the core already. Where the start or the end of Python
    itself is the matter, take `subprocess`.
    """

    def __init__(self, code: str, *arguments: object) -> None:
        self.pid, self._talk = start("tests.servers.script", [code, *map(str, arguments)])
        self._talk.settimeout(PATIENCE_S)
        self._lines = self._talk.makefile("r", encoding="utf-8")

    def __enter__(self) -> PythonChild:
        """Running."""
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        """Kill it unless it has ended."""
        self.kill()

    def line(self) -> str:
        """The next one it writes, without its end; "" when it has ended."""
        return self._lines.readline().rstrip("\n")

    def say(self, line: str) -> None:
        """Write a line to its input."""
        self._talk.sendall(f"{line}\n".encode())

    def outcome(self) -> str:
        """Wait for its end: what else it wrote.

        Raises:
            AssertionError: when it was killed or raised an error, which is on stderr.
        """
        *written, last = self._lines.read().splitlines() or [""]
        self._close()
        assert last == DONE, f"ended before its last line: {written} {last}"
        return "\n".join(written)

    def kill(self) -> None:
        """At once; returns when it is gone, and the system has closed all that it had open."""
        if self._talk.fileno() != -1:
            with _end_of(self.pid):
                os.kill(self.pid, signal.SIGKILL)
                self._lines.read()
            self._close()

    def _close(self) -> None:
        self._lines.close()
        self._talk.close()


@contextmanager
def _end_of(pid: int) -> Iterator[None]:
    """Wait for it: the files of a process are closed before it has ended."""
    ended = os.pidfd_open(pid)
    try:
        yield
        select.select([ended], [], [], PATIENCE_S)
    finally:
        os.close(ended)
