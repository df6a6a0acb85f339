"""Parts of files for threads that wait for them: the same client as the block reader's."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from ...per_process import PerProcess
from ..network import Network
from .content_range import Piece
from .loop_thread import Engine
from .range_client import Ranges

if TYPE_CHECKING:
    from ..access import Access
    from ..time_budget import Clock


class Client:
    """Fetches in a thread of its own, which begins with the first part."""

    def __init__(self, network: Network, *, connections: int) -> None:
        """Ask no host for more than `connections` parts at once."""

        def made() -> tuple[Engine, Ranges]:
            ranges = Ranges(network, connections=connections)
            return Engine(ranges.close), ranges

        self._of_process = PerProcess(made)

    def fetch(self, way: Access, start: int, stop: int, *, clock: Clock) -> Future[Piece]:
        """See `Ranges.read`; cancelling the future hangs up."""
        engine, ranges = self._of_process()
        return engine.start(ranges.read(way, start, stop, rank=(0,), clock=clock))
