"""Threads of a reader: one for the event loop, some for work that would block it.

One thread that waits for all connections costs a third less of the processor than a thread for
each, and holds Python's lock less of the time, which the GUI needs too.
"""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import threading
import weakref
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, InvalidStateError, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

from ...cancellation import Cancellation
from ..failures import ReaderClosed
from ..shutdown import THREAD_NAME

LOOP_THREAD_NAME = "cbm-chips-network"
SHUTDOWN_TIMEOUT_S = 2.0
_Result = TypeVar("_Result")


class LoopThread:
    """Runs coroutines; the thread starts with the first one and ends with `close`.

    Who forgets to close it leaves the thread to the garbage collection, which may take minutes:
    an exception of a failed read refers to the frames that it came through, and these to it.
    """

    def __init__(self, at_end: Callable[[], None]) -> None:
        """`at_end` is called in the thread at its end; it must hold no reference to this."""
        self._loop: asyncio.AbstractEventLoop | None = None
        self._at_end = at_end
        self._lock = threading.Lock()
        self._is_closed = False
        self._end: Callable[[], object] = lambda: None

    def start(self, coroutine: Coroutine[Any, Any, _Result]) -> Future[_Result]:
        """Run it; cancelling the future cancels it, and so does `close`.

        Raises:
            ReaderClosed: after `close`.
        """
        with self._lock:
            if self._is_closed:
                coroutine.close()
                raise ReaderClosed
            return asyncio.run_coroutine_threadsafe(coroutine, self._running())

    def close(self) -> None:
        """Cancel what runs, and wait a moment for the end of the thread; from any thread."""
        with self._lock:
            self._is_closed = True
        self._end()

    def _running(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = _Loop()
            serving = (self._loop, self._at_end)
            thread = threading.Thread(
                target=_serve, args=serving, name=LOOP_THREAD_NAME, daemon=True
            )
            self._end = weakref.finalize(self, _end_of, self._loop, thread)
            thread.start()
        return self._loop


class WorkerThreads:
    """A run's threads for work that takes the processor, the disk or a source's answer."""

    def __init__(self, most: int, *, niceness: int = 0) -> None:
        """At most `most` threads, which start when needed; `niceness` see `let_others_go_first`."""
        self._stop, self._niceness = Cancellation(), niceness
        self._pool = ThreadPoolExecutor(
            most, thread_name_prefix=THREAD_NAME, initializer=self._begin
        )

    async def run(self, call: Callable[[], _Result]) -> _Result:
        """The call's result; the event loop goes on meanwhile."""
        try:
            done = asyncio.get_running_loop().run_in_executor(self._pool, _safely, call)
        except RuntimeError:
            raise asyncio.CancelledError from None  # shut down
        return await done

    def shut_down(self) -> None:
        """Start nothing new, and cancel requests to a source; calls under way run to their end."""
        self._stop.cancel()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _begin(self) -> None:
        """In each thread."""
        let_others_go_first(self._niceness)
        self._stop.adopt_thread()


def let_others_go_first(niceness: int) -> None:
    """This thread takes a core when those with a smaller niceness (0 to 19) leave one.

    On Linux, where niceness is a thread's own; elsewhere it is the process's, and stays as it is.
    """
    if niceness and sys.platform == "linux":
        thread = threading.get_native_id()
        with suppress(OSError):
            before = os.getpriority(os.PRIO_PROCESS, thread)
            os.setpriority(os.PRIO_PROCESS, thread, before + niceness)


def _safely(call: Callable[[], _Result]) -> _Result:
    """The call's result. A `StopIteration` would end the awaiting coroutine without an error."""
    try:
        return call()
    except StopIteration as error:
        raise RuntimeError("an iterator has ended unnoticed") from error


def in_daemon(call: Callable[[], _Result]) -> asyncio.Future[_Result]:
    """The call's result, from a daemon thread, which does not delay the end of the process.

    For calls that nothing can interrupt: a look-up in a silent name service takes half a minute.
    """
    found: Future[_Result] = Future()

    def work() -> None:
        with suppress(InvalidStateError):  # the future was cancelled
            try:
                found.set_result(call())
            except Exception as error:  # noqa: BLE001 - raised again where it is awaited
                found.set_exception(error)

    threading.Thread(target=work, name=f"{LOOP_THREAD_NAME}-aside", daemon=True).start()
    return asyncio.wrap_future(found)


class _Loop(asyncio.SelectorEventLoop):
    """An event loop in which concurrent look-ups of a host name are one.

    On all platforms the selector loop, whatever the platform's default.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lookups: dict[tuple[Any, ...], asyncio.Future[Any]] = {}
        self._sockets: weakref.WeakSet[socket.socket] = weakref.WeakSet()

    async def sock_connect(self, sock: socket.socket, address: Any) -> None:  # noqa: ANN401
        """See `AbstractEventLoop.sock_connect`; what nobody takes over is closed with the loop."""
        self._sockets.add(sock)
        await super().sock_connect(sock, address)

    def close(self) -> None:
        """See `AbstractEventLoop.close`."""
        super().close()
        for sock in tuple(self._sockets):
            sock.close()

    async def getaddrinfo(self, host: Any, port: Any, **how: Any) -> Any:  # noqa: ANN401
        """See `socket.getaddrinfo`."""
        key = (host, port, *sorted(how.items()))
        if key not in self._lookups:
            lookup = in_daemon(partial(socket.getaddrinfo, host, port, **how))
            lookup.add_done_callback(lambda _: self._lookups.pop(key))
            self._lookups[key] = lookup
        return await asyncio.shield(self._lookups[key])


def _serve(loop: asyncio.AbstractEventLoop, at_end: Callable[[], None]) -> None:
    try:
        loop.run_forever()
    finally:
        left = asyncio.all_tasks(loop)
        for task in left:
            task.cancel()
        loop.run_until_complete(_all_ended(left))
        at_end()
        loop.run_until_complete(asyncio.sleep(0))  # what is closed lets its socket go in a turn
        loop.close()


async def _all_ended(tasks: set[asyncio.Task[Any]]) -> None:
    if tasks:
        await asyncio.wait(tasks)


def _end_of(loop: asyncio.AbstractEventLoop, thread: threading.Thread) -> None:
    loop.call_soon_threadsafe(loop.stop)
    is_started = thread.ident is not None  # no thread starts once Python is ending
    if is_started and thread is not threading.current_thread():
        thread.join(SHUTDOWN_TIMEOUT_S)
