"""Pieces on a cluster of Dask (`dask.distributed`, an optional package), by plain futures.

Workers need this package, numpy and a reader; no QGIS. They get pieces, and what is signed for
their files just before. Which worker does what, and again where one was lost, is Dask's.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Callable
from uuid import uuid4

from ...errors import MissingPackage, SourceError
from ...per_process import PerProcess
from ...reading.http.paces import SlowDown
from ...reasons import Reason
from .on_worker import on_worker
from .wire import PACKAGE, packed_call, result_of
from .worker import hear

if TYPE_CHECKING:
    from .relays import RunLink, RunRelay

RETRIES = 2
"""Of a piece that ends with an error; a worker that is lost counts for none."""
CONNECT_TIMEOUT_S = 10
END_TIMEOUT_S = 1.0
TOPIC = "cbm-chips-slow-down"


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

    def submit(self, call: Callable[..., Any], /, *given: Any) -> PackedFuture:  # noqa: ANN401
        """See `executors.Executor`."""
        packed = packed_call(call, given)
        return PackedFuture(
            self._client.submit(OnWorker(), packed, PACKAGE, pure=False, retries=RETRIES)
        )

    def on_all(self, call: Callable[..., Any], *given: Any) -> Any:  # noqa: ANN401
        """Call it on all workers, without waiting for their threads; what fails is left out.

        In the client's event loop this is awaitable.
        """
        packed = packed_call(call, given)
        return self._client.run(OnWorker(), packed, PACKAGE, on_error="ignore")

    @contextmanager
    def relaying(self) -> Iterator[RunRelay]:
        """See `CountedExecutor`: workers report to the scheduler, this to all of them."""
        under_way, run = set[Any](), uuid4().hex

        def pass_on(event: tuple[float, Mapping[str, Any]]) -> None:
            slow = SlowDown(event[1]["host"], event[1]["wait_s"])
            told = asyncio.ensure_future(self.on_all(hear, slow))
            under_way.add(told)
            told.add_done_callback(under_way.discard)

        self._client.subscribe_topic(TOPIC, pass_on)
        try:
            yield DaskRelay(run)
        finally:
            self._client.unsubscribe_topic(TOPIC)
            _in_time(lambda: self.on_all(end_run, run))


class OnWorker:
    """`on_worker`, which is pickled as code: see there."""

    def __call__(self, packed: bytes, sender: str) -> bytes:
        """See `on_worker`."""
        return on_worker(packed, sender)

    def __reduce__(self) -> tuple[Callable[[bytes], object], tuple[bytes]]:
        import cloudpickle

        module = import_module(on_worker.__module__)
        cloudpickle.register_pickle_by_value(module)
        try:
            return cloudpickle.loads, (cloudpickle.dumps(on_worker),)
        finally:
            cloudpickle.unregister_pickle_by_value(module)


class PackedFuture:
    """A future of Dask whose result is packed; see `executors.PieceFuture`."""

    def __init__(self, future: Any) -> None:  # noqa: ANN401 - an optional package's
        self._future = future

    def result(self, timeout: float | None = None) -> Any:  # noqa: ANN401 - whatever was called
        """See `PieceFuture`."""
        return result_of(self._future.result(timeout))

    def cancel(self) -> None:
        """See `PieceFuture`."""
        self._future.cancel()

    def add_done_callback(self, call: Callable[[PackedFuture], object], /) -> None:
        """See `PieceFuture`."""
        self._future.add_done_callback(lambda _: call(self))


def _in_time(call: Callable[[], object]) -> None:
    """Wait for it, but not for a worker that does not answer."""
    thread = threading.Thread(target=call, name="cbm-chips-end-of-run", daemon=True)
    thread.start()
    thread.join(END_TIMEOUT_S)


_ENDED = PerProcess(set[str])
"""Runs of which nothing is wanted any more; on a worker."""


def end_run(run: str) -> None:
    """Called on each worker."""
    _ENDED().add(run)


@dataclass(frozen=True)
class DaskRelay:
    """By the events of Dask; see `RunRelay`."""

    run: str

    def link(self) -> RunLink:
        """In a worker's task."""
        from dask.distributed import get_worker

        return _DaskLink(get_worker(), self.run)


class _DaskLink:
    """See `RunLink`; what comes from others goes straight to `HostPaces.take`."""

    def __init__(self, worker: Any, run: str) -> None:  # noqa: ANN401 - an optional package's
        self._worker, self._run = worker, run

    @property
    def is_over(self) -> bool:
        return self._run in _ENDED()

    def tell(self, slow: SlowDown) -> None:
        self._worker.log_event(TOPIC, asdict(slow))

    def heard(self) -> Iterable[SlowDown]:
        return ()


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
