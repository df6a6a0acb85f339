"""Processes that have QGIS's libraries already, each a fork: importing them takes a second."""

from __future__ import annotations

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import IO, Any

from tests.headless import REPOSITORY

LONGEST_BYTES = 1 << 20
PATIENCE_S = 250


def run_main(
    module: str,
    *arguments: str,
    more: Mapping[str, str] | None = None,
    given: str = "",
    timeout_s: float = PATIENCE_S,
) -> subprocess.CompletedProcess[str]:
    """Call `main` of a module in a Python that has imported QGIS and nothing of ours.

    `more` is added to the environment, `given` is its input. Without an application, a thread or a
    module of the plugin, the fork is what a new process is, to its last moment.
    """
    return _process_of(os.getpid()).run([module, *arguments], more or {}, given, timeout_s)


def run_code(
    code: str, *, more: Mapping[str, str] | None = None, timeout_s: float = PATIENCE_S
) -> subprocess.CompletedProcess[str]:
    """The same for ``python -c code``."""
    return _process_of(os.getpid()).run([_CODE, code], more or {}, "", timeout_s)


def get_ready() -> None:
    """Begin the process whose forks they are, where what it inherits is about to change."""
    _process_of(os.getpid())


_CODE = "-c"


class _Forking:
    """The process whose forks they are, as those who want one see it."""

    def __init__(self) -> None:
        self._control, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with its:
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__],
                cwd=REPOSITORY,
                stdin=its,
                start_new_session=True,
            )
        atexit.register(self._close)

    def run(
        self, words: Sequence[str], more: Mapping[str, str], given: str, timeout_s: float
    ) -> subprocess.CompletedProcess[str]:
        message = json.dumps({"words": words, "environment": {**os.environ, **more}})
        with _file(given) as into, _file() as out, _file() as err:
            fds = [one.fileno() for one in (into, out, err)]
            socket.send_fds(self._control, [message.encode()], fds)
            self._control.settimeout(timeout_s)
            try:
                code = int(self._control.recv(LONGEST_BYTES))
            except socket.timeout:
                os.killpg(self._process.pid, signal.SIGKILL)
                _process_of.cache_clear()
                raise
            return subprocess.CompletedProcess(words, code, _text(out), _text(err))

    def _close(self) -> None:
        self._control.close()
        self._process.wait()


@cache
def _process_of(pid: int) -> _Forking:
    return _Forking()


def _file(text: str = "") -> IO[bytes]:
    made = tempfile.TemporaryFile()  # noqa: SIM115 - whoever asks closes it
    made.write(text.encode())
    made.seek(0)
    return made


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()


def main() -> None:
    """Fork for each message and tell how it ended, until nobody can send one any more."""
    import qgis.core
    import qgis.gui  # noqa: F401

    control = socket.socket(fileno=os.dup(0))
    while True:
        message, fds, _, _ = socket.recv_fds(control, LONGEST_BYTES, 3)
        if not message:
            return
        pid = os.fork()
        if pid == 0:
            control.close()
            _become(json.loads(message), fds)
            return
        for fd in fds:
            os.close(fd)
        _, status = os.waitpid(pid, 0)
        control.send(str(os.waitstatus_to_exitcode(status)).encode())


def _become(what: dict[str, Any], fds: Sequence[int]) -> None:
    for standard, fd in enumerate(fds):
        os.dup2(fd, standard)
        os.close(fd)
    os.environ.clear()
    os.environ.update(what["environment"])
    sys.argv = what["words"]
    first, *rest = what["words"]
    if first == _CODE:
        exec(rest[0], sys.modules["__main__"].__dict__)  # noqa: S102 - a test's own words
    else:
        import_module(first).main(*rest)


if __name__ == "__main__":
    main()
