"""One request at a time per key: equal requests at the same time share one response.

The original server has no lock: two equal requests at once do the work twice and mix their files.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Hashable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Callable, TypeVar
from weakref import WeakValueDictionary

from ....errors import SourceError, SourceUnreachable
from ....per_process import PerProcess
from ....reasons import Reason

POLL_S = 0.05

_Result = TypeVar("_Result")


class WaitCancelled(SourceError):
    """The caller stopped waiting; the request itself may still run."""


@dataclass(frozen=True)
class _RunningCall:
    """A request under way."""

    question: Hashable
    answer: Future[Any]
    until: float
    """On the clock of `time.monotonic`."""

    @property
    def is_late(self) -> bool:
        """It took too long: no caller waits for it or joins it."""
        return time.monotonic() >= self.until


class SharedCalls:
    """Carries out requests to one server under one login.

    A request runs in a daemon thread: it can't be interrupted, but callers can stop waiting at any
    time, and the end of the program does not wait for a server.
    """

    def __init__(self) -> None:
        self._running: dict[Hashable, _RunningCall] = {}
        self._lock = threading.Lock()
        self.lacks: set[str] = set()
        self.has: set[str] = set()
        """What the server turned out not to have, and to have."""

    def ask(
        self,
        key: Hashable,
        question: Hashable,
        call: Callable[[], _Result],
        *,
        is_cancelled: Callable[[], bool],
        timeout_s: float = math.inf,
    ) -> _Result:
        """The call's result.

        An equal request under way is joined; another one with the same key is waited for.

        Args:
            key: names what the server works on, such as its result folder.
            question: equal for equal requests.
            call: sends the request; runs in a thread of its own.
            is_cancelled: called again and again; True ends the waiting.
            timeout_s: callers wait for a request, and join it, so long after its start.

        Raises:
            WaitCancelled: when `is_cancelled` says so.
            SourceUnreachable: after `timeout_s`.
        """
        while not is_cancelled():
            running = self._start_or_join(key, question, call, timeout_s)
            is_there = _wait(running, is_cancelled)
            if is_there and running.question == question:
                answer: _Result = running.answer.result()
                return answer
            if not is_there and not is_cancelled() and running.question == question:
                raise SourceUnreachable(
                    Reason("no answer within {count} seconds", count=round(timeout_s))
                )
        raise WaitCancelled(Reason("not waited for"))

    def _start_or_join(
        self, key: Hashable, question: Hashable, call: Callable[[], object], timeout_s: float
    ) -> _RunningCall:
        with self._lock:
            running = self._running.get(key)
            if running is None or running.is_late:
                until = time.monotonic() + timeout_s
                running = self._running[key] = _RunningCall(question, Future(), until)
                threading.Thread(
                    target=self._carry_out,
                    args=(key, running, call),
                    name="cbm-chips-cbm-rest",
                    daemon=True,
                ).start()
            return running

    def _carry_out(self, key: Hashable, running: _RunningCall, call: Callable[[], object]) -> None:
        try:
            answer = call()
        except BaseException as error:  # noqa: BLE001 - not swallowed: the callers get it
            self._forget(key, running)
            running.answer.set_exception(error)
        else:
            self._forget(key, running)
            running.answer.set_result(answer)

    def _forget(self, key: Hashable, running: _RunningCall) -> None:
        with self._lock:
            if self._running.get(key) is running:
                del self._running[key]


class _CallsByServer:
    """The calls by server and login; kept as long as a source uses them or a request runs."""

    def __init__(self) -> None:
        self._calls: WeakValueDictionary[Hashable, SharedCalls] = WeakValueDictionary()
        self._lock = threading.Lock()

    def get(self, server: Hashable) -> SharedCalls:
        """The one of this server, made if there is none."""
        with self._lock:
            calls = self._calls.get(server)
            if calls is None:
                calls = self._calls[server] = SharedCalls()
            return calls


_CALLS = PerProcess(_CallsByServer)
"""Every run opens a source of its own, and nothing above knows them all: the process
is the one place that two runs share. Nothing is made at import."""


def shared_calls(server: Hashable) -> SharedCalls:
    """The calls of this process to a server; `server` distinguishes logins as well."""
    return _CALLS().get(server)


def _wait(running: _RunningCall, is_cancelled: Callable[[], bool]) -> bool:
    """True when the response is there, False on cancellation or after the time limit."""
    done = threading.Event()
    running.answer.add_done_callback(lambda _: done.set())
    while not done.wait(POLL_S):
        if is_cancelled() or running.is_late:
            return False
    return True
