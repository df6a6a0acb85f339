"""Pieces on a cluster of Dask (`dask.distributed`, an optional package), by plain futures.

Workers need this package, numpy and a reader; no QGIS. They get pieces, and what is signed for
their files just before. Which worker does what, and again where one was lost, is Dask's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Callable

from ...errors import MissingPackage, SourceError
from ...reasons import Reason

RETRIES = 2
"""Of a piece that ends with an error; a worker that is lost counts for none."""
CONNECT_TIMEOUT_S = 10


class DaskExecutor:
    """A `dask.distributed.Client` as an executor for `run_plan`."""

    is_of_this_computer = False
    """Nobody knows where its scheduler and its next worker are, and who listens on the way."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401 - an optional package's
        """`client` stays open."""
        self._client = client

    @property
    def workers(self) -> int:
        """Processes there are now."""
        return max(len(self._client.nthreads()), 1)

    @property
    def threads(self) -> int:
        """Pieces that can be under way at once."""
        return max(sum(map(int, self._client.nthreads().values())), 1)

    def submit(self, call: Callable[..., Any], /, *given: Any) -> Any:  # noqa: ANN401
        """See `executors.Executor`."""
        return self._client.submit(call, *given, pure=False, retries=RETRIES)


@contextmanager
def scheduler_at(address: str) -> Iterator[DaskExecutor]:
    """For `with`: the cluster of a scheduler, such as `tcp://10.0.0.5:8786`.

    Raises:
        MissingPackage: without `dask.distributed`.
        SourceError: when the scheduler does not answer.
    """
    try:
        from dask.distributed import Client
    except ImportError:
        raise MissingPackage(
            Reason("A scheduler takes the Python package distributed, which is not installed")
        ) from None
    try:
        client = Client(address, timeout=CONNECT_TIMEOUT_S)
    except (OSError, ValueError) as error:
        raise SourceError(
            Reason(
                "the scheduler at {address} does not answer: {error}", address=address, error=error
            )
        ) from error
    with client:
        yield DaskExecutor(client)
