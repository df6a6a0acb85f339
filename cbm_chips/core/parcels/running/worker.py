"""What a worker does with a piece: it gets what is signed for its files, never their source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Union

from ...cache import ChipCache, open_default
from ...errors import SourceError, SourceUnreachable
from ...per_process import PerProcess
from ...reading.contract import Access
from ...reading.default_reader import default_reader
from ...reasons import Reason
from ..numbers.piece_run import PieceTools, table_of

if TYPE_CHECKING:
    from ...model import Asset, Scene
    from ...reading.contract import AccessTo, Reader
    from ...reading.network import Network
    from ...sources.source import Source
    from ..numbers.table import ParcelTable
    from ..planning.plan import ParcelPlan, PlanPiece

CONNECTIONS, LEAST_CONNECTIONS = 80, 4
"""Requests at once to each host by all workers together; each has its share."""


@dataclass(frozen=True)
class PieceAccess:
    """How the files of a piece are opened where its source is not: see `AccessTo`.

    Attributes:
        accesses: by address.
    """

    accesses: Mapping[str, Access] = field(repr=False)

    @classmethod
    def of(cls, piece: PlanPiece, source: Source) -> PieceAccess:
        """Ask the source for each file.

        Raises:
            SourceError: when it gives no access to any.
        """
        found: dict[str, Access] = {}
        failure: SourceError | None = None
        for asset in _assets_in(piece.scenes):
            try:
                found[asset.href] = source.access(asset)
            except SourceError as error:
                failure = error
        if failure is not None and not found:
            raise failure
        return cls(found)

    @property
    def holds_login(self) -> bool:
        """See `Access.holds_login`; of any file."""
        return any(access.holds_login for access in self.accesses.values())

    def __call__(self, asset: Asset, *, renew: bool = False) -> Access:
        """See `AccessTo`; nothing is renewed here."""
        if asset.href not in self.accesses:
            raise SourceError(Reason("the source gave no access to {file}", file=asset.shown))
        return self.accesses[asset.href]


def _assets_in(scenes: tuple[Scene, ...]) -> Iterator[Asset]:
    """All files, at each of their addresses."""
    for scene in scenes:
        for asset in scene.assets.values():
            for href in (asset.href, *asset.alternates):
                yield replace(asset, href=href, alternates=())
        yield from _assets_in((*scene.parts, *scene.fallbacks))


def needs_login(plan: ParcelPlan, source: Source) -> bool:
    """Some file of the plan is opened with a login or keys; one that can't be is left out."""
    for piece in plan.pieces:
        try:
            if PieceAccess.of(piece, source).holds_login:
                return True
        except SourceUnreachable:
            return False  # nothing can be signed now: each piece is looked at again
        except SourceError:
            continue
    return False


def read_piece(
    piece: PlanPiece,
    access: AccessTo,
    network: Network,
    folder: Union[str, Path, None] = None,
    connections: int = CONNECTIONS,
) -> ParcelTable:
    """A piece's table, on a worker; readers and caches are opened once in each process.

    Args:
        piece: of a plan.
        access: what was signed for its files.
        network: proxy, certificates, time-outs and retries.
        folder: of a cache on the worker, None for none.
        connections: at once to each host: this worker's share of what a single reader has.
    """
    reader, cache = _OPENED().tools(network, folder, connections)
    return table_of(piece, PieceTools(reader, access, cache))


class _WorkerTools:
    """Readers and caches of one process."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, int], tuple[Reader, ChipCache | None]] = {}

    def tools(
        self, network: Network, folder: Union[str, Path, None], connections: int
    ) -> tuple[Reader, ChipCache | None]:
        key = (repr(network), str(folder), connections)
        if key not in self._known:
            cache = None if folder is None else open_default(Path(folder))
            stores = cache.file_stores if cache else None
            reader = default_reader(network, stores=stores, connections=connections)
            self._known[key] = (reader, cache)
        return self._known[key]


_OPENED = PerProcess(_WorkerTools)
