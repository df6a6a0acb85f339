"""End of the threads that read and search, when the plugin is unloaded or the process ends."""

from __future__ import annotations

import atexit
import os
import sys
import threading
import time
from collections.abc import Callable

from ..per_process import PerProcess
from .warm_threads import WarmThreads

THREAD_NAME = "cbm-chips-read"
SEARCH_THREAD_NAME = "cbm-chips-search"
SEARCH_TIMEOUT_S = 1.0
KEEPING_TIMEOUT_S = 2.0
"""For what `start_keeping` does at the end of a run, where somebody waits for it."""
SHUTTING_DOWN = threading.Event()
"""Set during `wait_for_reads`: work that only serves later runs is skipped then."""


def _reading_threads() -> WarmThreads:
    """The end of the process waits for calls under way, as GDAL is unloaded then."""
    threads, process = WarmThreads(THREAD_NAME), os.getpid()
    # A child of a fork has none of its parent's threads, but calls what was registered.
    atexit.register(lambda: threads.end() if os.getpid() == process else None)
    return threads


READING_THREADS = PerProcess(_reading_threads)
"""Those that work with GDAL."""


def start_keeping(work: Callable[[], None]) -> threading.Thread | None:
    """Put to disk what later runs need, in a thread that the end of the process waits for.

    None where no thread can start any more, as Python is ending: then it is done by now.
    """
    if threading.main_thread().is_alive():
        thread = threading.Thread(target=work, name=f"{THREAD_NAME}-keep")
        try:
            thread.start()
        except RuntimeError:
            pass
        else:
            return thread
    work()
    return None


def joined(thread: threading.Thread, timeout_s: float) -> None:
    """Wait for a daemon thread, unless Python itself is ending.

    By then such threads stand still, and from Python 3.14 on it is an error to wait for one.
    """
    if not sys.is_finalizing():
        thread.join(timeout_s)


def wait_for_reads(*, timeout_s: float) -> bool:
    """Wait for cancelled reads that still hang in GDAL; False if some remain.

    GDAL can't be interrupted, and the process crashes if it unloads GDAL under a reading thread.
    A cancelled search ends at once unless it hangs in a name service, where it does no harm.
    """
    until = time.monotonic() + timeout_s
    until_search = min(until, time.monotonic() + SEARCH_TIMEOUT_S)
    SHUTTING_DOWN.set()
    try:
        for thread in READING_THREADS().end_idle():
            thread.join(max(until - time.monotonic(), 0.0))
        for thread in threading.enumerate():
            if thread.name.startswith(THREAD_NAME):
                thread.join(max(until - time.monotonic(), 0.0))
            elif thread.name.startswith(SEARCH_THREAD_NAME):
                thread.join(max(until_search - time.monotonic(), 0.0))
    finally:
        SHUTTING_DOWN.clear()
    return not any(thread.name.startswith(THREAD_NAME) for thread in threading.enumerate())
