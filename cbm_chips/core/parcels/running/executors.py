"""Where pieces run elsewhere: anything that takes a call and gives a future."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any, Callable, Protocol

from .cluster import DaskExecutor
from .relays import RunRelay, folder_relay, no_relay

THREADS = 2
"""Of an executor that does not say how many."""


class PieceFuture(Protocol):
    """What `concurrent.futures` and `dask.distributed` have in common."""

    def result(self) -> Any:  # noqa: ANN401
        """The result, when there is one."""

    def cancel(self) -> Any:  # noqa: ANN401
        """Don't begin it."""

    def add_done_callback(self, call: Callable[[Any], object], /) -> Any:  # noqa: ANN401
        """Call when it ends."""


class Executor(Protocol):
    """Runs calls elsewhere: one of `concurrent.futures`, or a `dask.distributed.Client`."""

    def submit(self, call: Callable[..., Any], /, *given: Any) -> Any:  # noqa: ANN401
        """Run `call(*given)`; gives a `PieceFuture`."""


class CountedExecutor(Protocol):
    """An executor that knows how much it can do at once: `workers` processes, `threads` calls."""

    @property
    def is_of_this_computer(self) -> bool:
        """What it is given goes to no other machine, so that it may be a login."""

    @property
    def workers(self) -> int:
        """Processes."""

    @property
    def threads(self) -> int:
        """Calls at once."""

    def submit(self, call: Callable[..., Any], /, *given: Any) -> PieceFuture:  # noqa: ANN401
        """See `Executor`."""

    def relaying(self) -> AbstractContextManager[RunRelay | None]:
        """For `with`, around all calls: what connects their processes; None if nothing does."""


def as_executor(executor: Executor) -> CountedExecutor:
    """What was given, with the numbers that are known of it; a client of Dask as it is."""
    if hasattr(executor, "nthreads"):
        return DaskExecutor(executor)
    if isinstance(executor, DaskExecutor):
        return executor
    return _PoolExecutor(executor)


class _PoolExecutor:
    """One of `concurrent.futures`, or the like."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self.is_of_this_computer = isinstance(executor, (ProcessPoolExecutor, ThreadPoolExecutor))
        self.threads = max(int(getattr(executor, "_max_workers", None) or THREADS), 1)
        self.workers = self.threads

    def submit(self, call: Callable[..., Any], /, *given: Any) -> PieceFuture:  # noqa: ANN401
        """See `Executor`."""
        future: PieceFuture = self._executor.submit(call, *given)
        return future

    def relaying(self) -> AbstractContextManager[RunRelay | None]:
        """See `CountedExecutor`."""
        return folder_relay() if self.is_of_this_computer else no_relay()
