"""How the files of one run are opened, as their source says. For one event loop."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from .worker_threads import Workers

if TYPE_CHECKING:
    from ...model import Asset
    from ..access import Access, AccessTo

QUICK_S = 0.05
"""Most sources only look at the address; others have to fetch a signature first."""


class Accesses:
    """Asks the source in worker threads.

    For all files at once, as a way there and back for each would cost more than most answers. Where
    that is not quick each file asks for itself: none waits for another's signature.
    """

    def __init__(self, access: AccessTo, assets: Iterable[Asset], workers: Workers) -> None:
        """`assets`: all of the run."""
        self._access, self._workers = access, workers
        self._assets = {asset.href: asset for asset in assets}
        self._asking: asyncio.Task[Mapping[str, Access]] | None = None
        self._own: dict[str, Access] = {}
        """Of files that asked for themselves."""

    async def to(self, asset: Asset, *, renew: bool) -> Access:
        """See `AccessTo`.

        Raises:
            SourceError: when no access can be had, saying why.
        """
        name = asset.href
        known = None if renew else self._own.get(name) or (await self._quickly()).get(name)
        if known is None:
            ask = partial(self._access, asset, renew=renew)
            known = self._own[name] = await self._workers.do(ask)
        return known

    async def _quickly(self) -> Mapping[str, Access]:
        """What can be had of all files in no time."""
        if self._asking is None:
            self._asking = asyncio.ensure_future(self._workers.do(self._ask))
        if not self._asking.done():
            await asyncio.wait({self._asking}, timeout=QUICK_S)
        return self._asking.result() if self._asking.done() else {}

    def _ask(self) -> Mapping[str, Access]:
        until = time.monotonic() + QUICK_S
        found: dict[str, Access] = {}
        for name, asset in self._assets.items():
            if time.monotonic() > until:
                break
            try:
                found[name] = self._access(asset)
            except Exception:  # noqa: BLE001, S112 - who wants that one asks again, and is told
                continue
        return found
