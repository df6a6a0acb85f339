"""A search in a thread of its own, so that a run can be cancelled while a server thinks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from concurrent.futures import Future, wait
from typing import TypeVar

from ...cancellation import Cancellation, current_cancellation
from ...reading.contract import HEARTBEAT_S
from ...reading.shutdown import SEARCH_THREAD_NAME, joined
from ..events import WAITING, Waiting

_SEARCH_SHUTDOWN_S = 0.3
"""A cancelled search nearly always ends by then, unless it hangs in a name service."""

_Result = TypeVar("_Result")


def in_search_thread(call: Callable[[], _Result]) -> Generator[Waiting, None, _Result]:
    """The call's result, from a daemon thread; cancelled when this generator is closed."""
    answer: Future[_Result] = Future()
    stop = Cancellation()

    def work() -> None:
        try:
            with stop.for_this_thread():
                answer.set_result(call())
        except BaseException as error:  # noqa: BLE001  # raised again below
            answer.set_exception(error)

    thread = threading.Thread(target=work, name=SEARCH_THREAD_NAME, daemon=True)
    thread.start()
    try:
        with current_cancellation().on_cancel(stop.cancel):
            while not wait([answer], timeout=HEARTBEAT_S).done:
                yield WAITING
        return answer.result()
    finally:
        stop.cancel()
        joined(thread, _SEARCH_SHUTDOWN_S)
