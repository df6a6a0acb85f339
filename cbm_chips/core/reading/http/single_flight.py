"""Who wants what another is fetching waits for it. For one event loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager


class Flights:
    """One fetch at a time of each thing, in all runs of a reader."""

    def __init__(self) -> None:
        self._landings: dict[Hashable, asyncio.Event] = {}

    @asynccontextmanager
    async def alone(self, thing: Hashable) -> AsyncIterator[None]:
        """Nobody else is fetching `thing` within; look first whether it has come meanwhile."""
        while thing in self._landings:
            await self._landings[thing].wait()
        landing = self._landings[thing] = asyncio.Event()
        try:
            yield
        finally:
            del self._landings[thing]
            landing.set()
