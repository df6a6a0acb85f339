"""Cancelling work from another thread; the cancellation of the present thread."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Callable, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_OF_THREAD = threading.local()


class Cancellation:
    """Work to be cancelled, once and for all, from any thread."""

    def __init__(self) -> None:
        """Not cancelled yet."""
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._calls: list[Callable[[], None]] = []

    @property
    def is_cancelled(self) -> bool:
        """True after `cancel`."""
        return self._event.is_set()

    def cancel(self) -> None:
        """Cancel; thread-safe."""
        self._event.set()
        with self._lock:
            calls = list(self._calls)
        for call in calls:
            call()

    def wait(self, seconds: float) -> bool:
        """Sleep until cancelled, at most so long; True if cancelled."""
        return self._event.wait(seconds)

    @contextmanager
    def on_cancel(self, call: Callable[[], None]) -> Iterator[None]:
        """For `with`: `call` is called when cancelled, at once if that has happened."""
        with self._lock:
            self._calls.append(call)
        try:
            if self.is_cancelled:
                call()
            yield
        finally:
            with self._lock:
                self._calls.remove(call)

    @contextmanager
    def for_this_thread(self) -> Iterator[None]:
        """For `with`: this is the thread's `current_cancellation`."""
        before = getattr(_OF_THREAD, "cancellation", None)
        _OF_THREAD.cancellation = self
        try:
            yield
        finally:
            _OF_THREAD.cancellation = before

    def adopt_thread(self) -> None:
        """As `for_this_thread`, until the thread ends: for threads of a pool."""
        _OF_THREAD.cancellation = self


def current_cancellation(otherwise: Cancellation | None = None) -> Cancellation:
    """That of this thread; without one `otherwise`, or one that is never cancelled."""
    return getattr(_OF_THREAD, "cancellation", None) or otherwise or Cancellation()


def map_in_daemon_threads(
    call: Callable[[_Item], _Result], items: Iterable[_Item], *, threads: int, name: str
) -> list[_Result]:
    """The results in the order of `items`, from daemon threads, which end with the process.

    Raises:
        BaseException: the first that a call raised.
    """
    waiting = list(enumerate(items))[::-1]
    results: dict[int, _Result] = {}
    errors: list[BaseException] = []

    def work() -> None:
        while waiting and not errors:
            try:
                number, item = waiting.pop()
            except IndexError:
                return
            try:
                results[number] = call(item)
            except BaseException as error:  # noqa: BLE001  # raised again below
                errors.append(error)

    count = len(waiting)
    workers = [
        threading.Thread(target=work, name=f"{name}-{number}", daemon=True)
        for number in range(min(threads, count))
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if errors:
        raise errors[0]
    return [results[number] for number in range(count)]
