"""An event loop in a thread of its own: whatever waits for the network waits there.

One thread that waits for all connections costs a third less of the processor than a thread for
each, and leaves Python's lock to those who show things.
"""

from __future__ import annotations

import asyncio
import socket
import threading
import weakref
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

NAME = "cbm-chips-network"
LONGEST_END_S = 2.0
_Result = TypeVar("_Result")


class Engine:
    """Runs coroutines; the thread begins with the first one and ends when this is let go."""

    def __init__(self, at_end: Callable[[], None]) -> None:
        """`at_end` is called in the thread at its end; it must not hold this."""
        self._loop: asyncio.AbstractEventLoop | None = None
        self._at_end = at_end
        self._lock = threading.Lock()

    def start(self, coroutine: Coroutine[Any, Any, _Result]) -> Future[_Result]:
        """Run it; cancelling the future cancels it."""
        return asyncio.run_coroutine_threadsafe(coroutine, self._running())

    def _running(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._loop is None:
                # Not the platform's default, which differs: the same everywhere.
                self._loop = _Loop()
                thread = threading.Thread(
                    target=_serve, args=(self._loop, self._at_end), name=NAME, daemon=True
                )
                weakref.finalize(self, _end, self._loop, thread)
                thread.start()
            return self._loop


def in_daemon(call: Callable[[], _Result]) -> asyncio.Future[_Result]:
    """The call's result, from a thread that keeps no process from ending.

    For what nothing can interrupt: where the name service is silent a look-up takes half a minute.
    """
    found: Future[_Result] = Future()

    def work() -> None:
        with suppress(InvalidStateError):  # nobody waits any more
            try:
                found.set_result(call())
            except Exception as error:  # noqa: BLE001 - raised again by who waits
                found.set_exception(error)

    threading.Thread(target=work, name=f"{NAME}-aside", daemon=True).start()
    return asyncio.wrap_future(found)


class _Loop(asyncio.SelectorEventLoop):
    """All connections to a host that begin together share one look-up of its name."""

    def __init__(self) -> None:
        super().__init__()
        self._lookups: dict[tuple[Any, ...], asyncio.Future[Any]] = {}

    async def getaddrinfo(self, host: Any, port: Any, **how: Any) -> Any:  # noqa: ANN401
        """See `socket.getaddrinfo`."""
        asked = (host, port, *sorted(how.items()))
        if asked not in self._lookups:
            lookup = in_daemon(partial(socket.getaddrinfo, host, port, **how))
            lookup.add_done_callback(lambda _: self._lookups.pop(asked))
            self._lookups[asked] = lookup
        return await asyncio.shield(self._lookups[asked])


def _serve(loop: asyncio.AbstractEventLoop, at_end: Callable[[], None]) -> None:
    try:
        loop.run_forever()
    finally:
        at_end()
        left = asyncio.all_tasks(loop)
        for task in left:
            task.cancel()
        loop.run_until_complete(_all_ended(left))
        loop.close()


async def _all_ended(tasks: set[asyncio.Task[Any]]) -> None:
    if tasks:
        await asyncio.wait(tasks)


def _end(loop: asyncio.AbstractEventLoop, thread: threading.Thread) -> None:
    loop.call_soon_threadsafe(loop.stop)
    is_started = thread.ident is not None  # no thread starts once Python is ending
    if is_started and thread is not threading.current_thread():
        thread.join(LONGEST_END_S)
