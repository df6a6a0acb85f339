"""One question at a time per key: who asks the same while it runs gets the same answer.

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

from ...errors import SourceError, SourceUnreachable
from ...per_process import PerProcess

POLL_S = 0.05

_Answer = TypeVar("_Answer")


class GivenUp(SourceError):
    """Who waited does not want the answer any more; the question itself may still run."""


@dataclass(frozen=True)
class _Errand:
    """A question under way."""

    question: Hashable
    answer: Future[Any]
    until: float
    """On the clock of `time.monotonic`."""

    @property
    def is_late(self) -> bool:
        """Whoever answers it may take for ever."""
        return time.monotonic() >= self.until


class Desk:
    """Carries out questions to one server under one login.

    A question runs in a daemon thread: nobody can interrupt it, but who waits can leave at any
    time, and the end of the program does not wait for a server.
    """

    def __init__(self) -> None:
        self._running: dict[Hashable, _Errand] = {}
        self._lock = threading.Lock()
        self.lacks: set[str] = set()
        self.has: set[str] = set()
        """What the server turned out not to have, and to have."""

    def ask(
        self,
        key: Hashable,
        question: Hashable,
        call: Callable[[], _Answer],
        *,
        is_given_up: Callable[[], bool],
        patience_s: float = math.inf,
    ) -> _Answer:
        """The call's result.

        The same question under way is joined; another one with the same key is waited for.

        Args:
            key: names what the server works on, such as its result folder.
            question: all that is asked.
            call: asks; runs in a thread of its own.
            is_given_up: looked at again and again; True ends the waiting.
            patience_s: nobody waits for, or joins, what is under way for longer.

        Raises:
            GivenUp: when `is_given_up` says so.
            SourceUnreachable: when the patience is over.
        """
        while not is_given_up():
            errand = self._start_or_join(key, question, call, patience_s)
            is_there = _wait(errand, is_given_up)
            if is_there and errand.question == question:
                answer: _Answer = errand.answer.result()
                return answer
            if not is_there and not is_given_up() and errand.question == question:
                raise SourceUnreachable(f"no answer within {patience_s:.0f} seconds")
        raise GivenUp("not waited for")

    def _start_or_join(
        self, key: Hashable, question: Hashable, call: Callable[[], object], patience_s: float
    ) -> _Errand:
        with self._lock:
            errand = self._running.get(key)
            if errand is None or errand.is_late:
                until = time.monotonic() + patience_s
                errand = self._running[key] = _Errand(question, Future(), until)
                threading.Thread(
                    target=self._carry_out,
                    args=(key, errand, call),
                    name="cbm-chips-cbm-rest",
                    daemon=True,
                ).start()
            return errand

    def _carry_out(self, key: Hashable, errand: _Errand, call: Callable[[], object]) -> None:
        try:
            answer = call()
        except BaseException as error:  # noqa: BLE001 - not swallowed: whoever waits gets it
            self._forget(key, errand)
            errand.answer.set_exception(error)
        else:
            self._forget(key, errand)
            errand.answer.set_result(answer)

    def _forget(self, key: Hashable, errand: _Errand) -> None:
        with self._lock:
            if self._running.get(key) is errand:
                del self._running[key]


class _Desks:
    """The desks by server and login; each lives as long as a source holds it or a question runs."""

    def __init__(self) -> None:
        self._desks: WeakValueDictionary[Hashable, Desk] = WeakValueDictionary()
        self._lock = threading.Lock()

    def get(self, server: Hashable) -> Desk:
        """The one of this server, made if there is none."""
        with self._lock:
            desk = self._desks.get(server)
            if desk is None:
                desk = self._desks[server] = Desk()
            return desk


_DESKS = PerProcess(_Desks)
"""Every run opens a source of its own, and nobody above knows them all, so that the one place
where two runs can meet is the process; nothing is made at import."""


def desk_of(server: Hashable) -> Desk:
    """The desk of this process for a server; `server` tells logins apart as well."""
    return _DESKS().get(server)


def _wait(errand: _Errand, is_given_up: Callable[[], bool]) -> bool:
    """True when the answer is there, False when nobody wants it any more, or it is late."""
    done = threading.Event()
    errand.answer.add_done_callback(lambda _: done.set())
    while not done.wait(POLL_S):
        if is_given_up() or errand.is_late:
            return False
    return True
