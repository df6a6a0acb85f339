"""Access to the files of one run, with signatures from their source. For one event loop."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from .threads import WorkerThreads

if TYPE_CHECKING:
    from ...model import Asset
    from ..contract import Access, AccessTo

QUICK_S = 0.05
"""Most sources give an access at once; others have to fetch a signature first."""


class SignedAccesses:
    """Calls the source in worker threads.

    For all files at once, as a thread switch for each costs more than most calls. If that takes
    longer than `QUICK_S`, each file calls for itself: none waits for another's signature.
    """

    def __init__(self, access: AccessTo, assets: Iterable[Asset], threads: WorkerThreads) -> None:
        """`assets`: all of the run."""
        self._access, self._threads = access, threads
        self._assets = {asset.href: asset for asset in assets}
        self._asking_all: asyncio.Task[Mapping[str, Access]] | None = None
        self._renewed: dict[str, Access] = {}
        """Of files that called for themselves."""

    async def get(self, asset: Asset, *, renew: bool) -> Access:
        """See `AccessTo`.

        Raises:
            SourceError: when no access can be had, saying why.
        """
        name = asset.href
        known = None if renew else self._renewed.get(name) or (await self._of_all_files()).get(name)
        if known is None:
            ask = partial(self._access, asset, renew=renew)
            known = self._renewed[name] = await self._threads.run(ask)
        return known

    async def _of_all_files(self) -> Mapping[str, Access]:
        """The accesses that are there within `QUICK_S`, by href."""
        if self._asking_all is None:
            self._asking_all = asyncio.ensure_future(self._threads.run(self._ask_for_all))
        if not self._asking_all.done():
            await asyncio.wait({self._asking_all}, timeout=QUICK_S)
        return self._asking_all.result() if self._asking_all.done() else {}

    def _ask_for_all(self) -> Mapping[str, Access]:
        until = time.monotonic() + QUICK_S
        found: dict[str, Access] = {}
        for name, asset in self._assets.items():
            if time.monotonic() > until:
                break
            with suppress(Exception):  # it is raised again when the file itself calls
                found[name] = self._access(asset)
        return found
