"""Values of one process: after a fork the child makes its own.

A fork copies memory and only the thread that forks: the child would wait for ever for the
parent's other threads, for locks they hold and for its sockets.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Generic, TypeVar

_Made = TypeVar("_Made")


class PerProcess(Generic[_Made]):
    """Calling it gives what `make` made in this process, when it was first needed."""

    def __init__(self, make: Callable[[], _Made]) -> None:
        """Nothing is made yet."""
        self._make = make
        self._made: dict[int, _Made] = {}

    def __call__(self) -> _Made:
        """The one of this process; from any thread."""
        process = os.getpid()
        if process not in self._made:
            self._made.setdefault(process, self._make())
        return self._made[process]

    @property
    def is_made(self) -> bool:
        """True when this process has one."""
        return os.getpid() in self._made
