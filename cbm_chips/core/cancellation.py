"""Ending work from another thread: a search that nobody waits for any more is given up at once."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Callable, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_OF_THREAD = threading.local()


class Stop:
    """Something to be stopped, once and for all; whoever waits within it is woken by `calling`."""

    def __init__(self) -> None:
        """Nobody has said stop."""
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._calls: list[Callable[[], None]] = []

    @property
    def is_set(self) -> bool:
        """True when it is to end."""
        return self._event.is_set()

    def set(self) -> None:
        """End it, from any thread."""
        self._event.set()
        with self._lock:
            calls = list(self._calls)
        for call in calls:
            call()

    def wait(self, seconds: float) -> bool:
        """Sleep, unless it is to end; True if it is."""
        return self._event.wait(seconds)

    @contextmanager
    def calling(self, call: Callable[[], None]) -> Iterator[None]:
        """Have `call` called when it is to end, which may be now."""
        with self._lock:
            self._calls.append(call)
        try:
            if self.is_set:
                call()
            yield
        finally:
            with self._lock:
                self._calls.remove(call)

    @contextmanager
    def in_this_thread(self) -> Iterator[None]:
        """What this thread does meanwhile finds it as `stop_of_thread`."""
        before = getattr(_OF_THREAD, "stop", None)
        _OF_THREAD.stop = self
        try:
            yield
        finally:
            _OF_THREAD.stop = before

    def own_this_thread(self) -> None:
        """As `in_this_thread`, until the thread ends: for those of a pool."""
        _OF_THREAD.stop = self


def stop_of_thread(otherwise: Stop | None = None) -> Stop:
    """What ends the work of this thread; where nothing does, `otherwise`, or what nobody sets."""
    return getattr(_OF_THREAD, "stop", None) or otherwise or Stop()


def side_by_side(
    call: Callable[[_Item], _Result], items: Iterable[_Item], *, threads: int, name: str
) -> list[_Result]:
    """The results in the order of `items`, from threads that keep no process from ending.

    Raises:
        BaseException: the first that a call raised.
    """
    waiting = list(enumerate(items))[::-1]
    results: dict[int, _Result] = {}
    troubles: list[BaseException] = []

    def work() -> None:
        while waiting and not troubles:
            try:
                number, item = waiting.pop()
            except IndexError:
                return
            try:
                results[number] = call(item)
            except BaseException as error:  # noqa: BLE001  # raised again by who asked
                troubles.append(error)

    count = len(waiting)
    workers = [
        threading.Thread(target=work, name=f"{name}-{number}", daemon=True)
        for number in range(min(threads, count))
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if troubles:
        raise troubles[0]
    return [results[number] for number in range(count)]
