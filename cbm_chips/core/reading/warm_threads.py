"""Threads that are kept for the next run: in each, PROJ spends 20 ms on its first CRS.

Nobody waits for one that hangs in a call: who needs a thread and finds none idle gets a new one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import count
from queue import Empty, SimpleQueue

IDLE_NAME = "cbm-chips-idle"
IDLE_S = 30.0
"""For the next click; each thread keeps PROJ's database open."""


class WarmThreads:
    """Threads for calls, the last used first; one that is idle for long ends.

    A thread bears `name` and a number while it is at work, else `IDLE_NAME`.
    """

    def __init__(self, name: str, *, idle_s: float = IDLE_S) -> None:
        """None yet."""
        self._name, self._idle_s = name, idle_s
        self._numbers = count()
        self._lock = threading.Lock()
        self._all: set[_WarmThread] = set()
        self._idle: list[_WarmThread] = []
        self._keeps_idle = True

    def start(self, call: Callable[[], object]) -> None:
        """Call it in a thread of these."""
        with self._lock:
            self._keeps_idle = True
            is_new = not self._idle
            thread = _WarmThread(self) if is_new else self._idle.pop()
            thread.name = f"{self._name}_{next(self._numbers)}"
            if is_new:
                thread.start()
                self._all.add(thread)
        thread.calls.put(call)

    def end_idle(self) -> Sequence[threading.Thread]:
        """The idle ones end now, and until the next `start` all that become so; those now idle."""
        with self._lock:
            self._keeps_idle = False
            idle, self._idle = self._idle, []
        for thread in idle:
            thread.calls.put(None)
        return idle

    def next_call(self, thread: _WarmThread) -> Callable[[], object] | None:
        """For the thread: wait for one; None when it shall end."""
        with suppress(Empty):
            return thread.calls.get(timeout=self._idle_s)
        with self._lock:
            if thread in self._idle:
                self._idle.remove(thread)
                return None
        return thread.calls.get()  # it came that very moment

    def keep(self, thread: _WarmThread) -> bool:
        """For the thread: it is idle; False if it shall end."""
        with self._lock:
            if self._keeps_idle:
                thread.name = IDLE_NAME
                self._idle.append(thread)
            return self._keeps_idle

    def note_end(self, thread: _WarmThread) -> None:
        """For the thread, at its end."""
        with self._lock:
            self._all.discard(thread)

    def end(self) -> None:
        """Wait for calls under way."""
        self.end_idle()
        with self._lock:
            begun = tuple(self._all)
        for thread in begun:
            thread.join()


class _WarmThread(threading.Thread):
    def __init__(self, owner: WarmThreads) -> None:
        # The end of Python is not to wait for it, but its owner may: see `WarmThreads.end`.
        super().__init__(daemon=True)
        self.calls: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._owner = owner

    def run(self) -> None:
        """Call one after another."""
        try:
            while (call := self._owner.next_call(self)) is not None:
                call()
                del call  # it refers to its run, and may be the last to do so
                if not self._owner.keep(self):
                    return
        finally:
            self._owner.note_end(self)
