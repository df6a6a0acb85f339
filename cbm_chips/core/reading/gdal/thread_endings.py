"""Before a fork: wait for GDAL's threads to end.

A thread that ends frees what GDAL, PROJ and SQLite keep for it, under their locks. In a child
that is forked meanwhile these stay locked for ever.
"""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

from ..shutdown import READING_THREADS, THREAD_NAME

LONGEST_S = 1.0
"""A thread that still reads is not waited for longer."""
STEP_S = 0.001
_TASKS = Path("/proc/self/task")
"""Linux lists a thread here until its true end, which comes after Python's."""

MOST_NOTED = 256

_begun: set[int] = set()
"""Threads by the numbers that the system gives them."""


def register_thread() -> None:
    """This thread works with GDAL."""
    if len(_begun) >= MOST_NOTED:
        _begun.difference_update(_over())
    _begun.add(threading.get_native_id())


def wait_until_over() -> None:
    """Wait for the noted threads that are idle or about to end."""
    until = time.monotonic() + LONGEST_S
    idle = READING_THREADS().end_idle()
    at_work = (one for one in threading.enumerate() if one.name.startswith(THREAD_NAME))
    for thread in (*idle, *at_work):
        if thread is not threading.current_thread():
            thread.join(max(until - time.monotonic(), 0.0))
    _begun.difference_update(_over())
    while _begun and time.monotonic() < until:
        time.sleep(STEP_S)
        _begun.difference_update(_over())


def _over() -> list[int]:
    return [number for number in tuple(_begun) if not (_TASKS / str(number)).exists()]


if hasattr(os, "register_at_fork"):  # Windows has no fork
    os.register_at_fork(before=wait_until_over)
