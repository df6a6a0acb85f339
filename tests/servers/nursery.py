"""A process that has imported the servers already and starts each of them as a fork of its own.

Hundreds of tests want a server; a Python that imports everything anew costs a third of a second.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import signal
import socket
import subprocess
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).resolve().parents[2]
LONGEST_BYTES = 1 << 16


class Started(NamedTuple):
    """A server's process, and the socket that is its stdin and stdout."""

    pid: int
    talk: socket.socket


class Nursery:
    """The other side of it, in the process that wants servers."""

    def __init__(self) -> None:
        self._control, its = socket.socketpair()
        with its:
            command = [sys.executable, "-m", __name__]
            self._process = subprocess.Popen(command, cwd=REPOSITORY, stdin=its)
        atexit.register(self._close)

    def start(self, module: str, arguments: list[str]) -> Started:
        """As ``python -m module arguments``."""
        talk, its = socket.socketpair()
        with its:
            socket.send_fds(
                self._control, [json.dumps([module, *arguments]).encode()], [its.fileno()]
            )
        pid = self._control.recv(LONGEST_BYTES)
        if not pid:
            talk.close()
            raise RuntimeError(f"no process for {module} could be made")
        return Started(int(pid), talk)

    def _close(self) -> None:
        self._control.close()
        self._process.wait()


@cache
def nursery_of(pid: int) -> Nursery:
    """One for each process; it ends with it."""
    return Nursery()


def start(module: str, arguments: list[str]) -> Started:
    """Start a server in a process of its own."""
    return nursery_of(os.getpid()).start(module, arguments)


def main() -> None:
    """Fork at each message, until nobody can send one any more."""
    control = socket.socket(fileno=os.dup(0))
    signal.signal(signal.SIGCHLD, _reap)
    while True:
        message, fds, _, _ = socket.recv_fds(control, LONGEST_BYTES, 1)
        if not message:
            return
        module, *arguments = json.loads(message)
        served = import_module(module)
        gc.freeze()  # a child need not look at what all share, nor get copies of it by that
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            control.close()
            for standard in (0, 1):
                os.dup2(fds[0], standard)
            os.close(fds[0])
            sys.argv = [module, *arguments]
            served.main()
            return
        os.close(fds[0])
        control.send(str(pid).encode())


def _reap(*_: object) -> None:
    """Leave no zombie."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


if __name__ == "__main__":
    main()
