"""Which process somebody is, and whether it still runs."""

from __future__ import annotations

import os
import platform
import sys
from functools import lru_cache
from pathlib import Path


def this_process() -> str:
    """Its name among those of all computers: where, which, and since when."""
    return _named(os.getpid())


def is_gone(process: str) -> bool:
    """True if `process`, as `this_process` named it there, surely runs no more."""
    where, _, rest = process.partition("/")
    number, _, since = rest.partition("/")
    if where != _here() or not number.isdecimal():
        return False
    started = _start_of(int(number))
    return started is None or (bool(since and started) and since != started)


@lru_cache(maxsize=4)
def _named(number: int) -> str:
    return f"{_here()}/{number}/{_start_of(number) or ''}"


@lru_cache(maxsize=1)
def _here() -> str:
    """This computer, or the container on it: where numbers of processes mean the same."""
    try:
        space = os.readlink("/proc/self/ns/pid")
    except OSError:
        space = ""
    return f"{platform.node()} {space}".replace("/", "_")


def _start_of(number: int) -> str | None:
    """When a process began, in whatever count; empty if unknown, None if it does not run."""
    if sys.platform == "win32":
        return _start_on_windows(number)
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return None
    except (OSError, OverflowError):
        pass
    try:
        # proc(5): the name in brackets may hold anything; state is next, start the 22nd in all.
        words = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return None if words[0] in "ZX" else words[19]


if sys.platform == "win32":

    def _start_on_windows(number: int) -> str | None:
        import ctypes

        no_such_process, may_ask = 87, 0x1000
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(may_ask, False, number)
        if not handle:
            return None if ctypes.get_last_error() == no_such_process else ""
        times = (ctypes.c_uint64 * 4)()
        places = (ctypes.byref(times, 8 * at) for at in range(4))
        is_told = kernel.GetProcessTimes(handle, *places)
        kernel.CloseHandle(handle)
        if not is_told:
            return ""
        return None if times[1] else str(times[0])
