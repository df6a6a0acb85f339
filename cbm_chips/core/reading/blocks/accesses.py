"""How the files of one run are opened, as their source says. For one event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Union

from ...errors import SourceError
from .workers import Workers

if TYPE_CHECKING:
    from ...model import Asset
    from ..access import Access, AccessTo

_Outcome = Union["Access", SourceError]


class Accesses:
    """Asks the source in a worker thread, as it may have to fetch a signature.

    For all files at once: a way there and back for each would cost more than most answers.
    """

    def __init__(self, access: AccessTo, assets: Iterable[Asset], workers: Workers) -> None:
        """`assets`: all of the run."""
        self._access, self._workers = access, workers
        self._assets = {asset.identity: asset for asset in assets}
        self._asking: asyncio.Task[Mapping[str, _Outcome]] | None = None
        self._renewed: dict[str, Access] = {}

    async def to(self, asset: Asset, *, renew: bool) -> Access:
        """See `AccessTo`.

        Raises:
            SourceError: when no access can be had, saying why.
        """
        if renew:
            call = partial(self._access, asset, renew=True)
            self._renewed[asset.identity] = await self._workers.do(call)
        if asset.identity in self._renewed:
            return self._renewed[asset.identity]
        if self._asking is None:
            self._asking = asyncio.ensure_future(self._workers.do(self._ask))
        outcome = (await asyncio.shield(self._asking))[asset.identity]
        if isinstance(outcome, SourceError):
            raise outcome
        return outcome

    def _ask(self) -> Mapping[str, _Outcome]:
        return {name: self._outcome(asset) for name, asset in self._assets.items()}

    def _outcome(self, asset: Asset) -> _Outcome:
        try:
            return self._access(asset)
        except SourceError as error:
            return error
