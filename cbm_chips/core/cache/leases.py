"""Leases: which thread of which process reads a window. All in one record, for a single write."""

from __future__ import annotations

import json
import os
import platform
import sys
import threading
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

_THREAD = " thread "


@dataclass(frozen=True)
class Leases:
    """The leases in force.

    Attributes:
        held: key -> (owner, time of expiry in seconds since the epoch).
    """

    held: Mapping[str, tuple[str, float]] = field(default_factory=dict)

    @classmethod
    def read(cls, record: bytes | None, *, now: float, longest_s: float) -> Leases:
        """Those in a record that are still in force; none from a broken record.

        A lease ends with its owner's process, at its expiry, and if that is later than any can
        be: then the clock was set back.
        """
        try:
            listed = json.loads(record or b"{}").items()
            found = {str(key): (str(owner), float(until)) for key, (owner, until) in listed}
        except (ValueError, TypeError, AttributeError, RecursionError):
            return cls()
        last = now + longest_s
        held = {key: lease for key, lease in found.items() if now < lease[1] <= last}
        gone = {who for who in {who for who, _ in held.values()} if is_gone(_process_of(who))}
        return cls({key: lease for key, lease in held.items() if lease[0] not in gone})

    def record(self) -> bytes:
        """As bytes; `read` reverses it."""
        return json.dumps(self.held).encode()

    def available(self, keys: Collection[str], *, owner: str) -> list[str]:
        """Those of `keys` that no other owner has."""
        return [key for key in keys if self.held.get(key, (owner,))[0] == owner]

    def with_leases(self, keys: Collection[str], *, owner: str, until: float) -> Leases:
        """With leases of `owner` on `keys`."""
        return Leases({**self.held, **dict.fromkeys(keys, (owner, until))})

    def without(self, keys: Collection[str]) -> Leases:
        """Without those on `keys`."""
        return Leases({key: lease for key, lease in self.held.items() if key not in keys})


def owner() -> str:
    """Names this thread among those of all processes."""
    return f"{this_process()}{_THREAD}{threading.get_ident()}"


def _process_of(owner: str) -> str:
    return owner.rpartition(_THREAD)[0]


def this_process() -> str:
    """Names this process among those of all computers: computer, number, start."""
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
    """This computer, or the container on it, within which process numbers are unique."""
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
        told = Path(f"/proc/{number}/stat").read_bytes().rpartition(b")")[2]
    except OSError:
        return ""
    words = told.decode("ascii").split()
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
