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
from ...reading.http.paces import HostPaces, SlowDown
from ...reasons import Reason
from ..numbers.piece_run import PieceTools, table_of

if TYPE_CHECKING:
    from ...model import Asset, Scene
    from ...reading.contract import AccessTo, Reader
    from ...reading.network import Network
    from ...sources.source import Source
    from ..numbers.table import ParcelTable
    from ..planning.plan import ParcelPlan, PlanPiece
    from .relays import RunLink, RunRelay

CONNECTIONS = 80
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


@dataclass(frozen=True)
class WorkerSetup:
    """What all pieces of a run are read with, wherever they are.

    Attributes:
        network: proxy, certificates, time-outs and retries.
        folder: of a cache on the worker, None for none.
        connections: at once to each host: a worker's share of what a single reader has.
        relay: connects it with the other workers and with whoever started the run.
    """

    network: Network
    folder: Union[str, Path, None] = None
    connections: int = CONNECTIONS
    relay: RunRelay | None = None


def read_piece(piece: PlanPiece, access: AccessTo, setup: WorkerSetup) -> ParcelTable:
    """A piece's table, on a worker; readers and caches are opened once in each process.

    Args:
        piece: of a plan.
        access: what was signed for its files.
        setup: of the run.
    """
    opened = _OPENED()
    link = opened.link(setup.relay)
    reader, cache = opened.tools(setup)
    return table_of(piece, PieceTools(reader, access, cache), lambda: bool(link and link.is_over))


def hear(slow: SlowDown) -> None:
    """Another worker was asked to slow down."""
    _OPENED().paces.take(slow)


class _WorkerTools:
    """Readers and caches of one process."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, int], tuple[Reader, ChipCache | None]] = {}
        self._relay: RunRelay | None = None
        self._link: RunLink | None = None
        self.paces = HostPaces()

    def link(self, relay: RunRelay | None) -> RunLink | None:
        """The same for all pieces of a run."""
        if relay != self._relay:
            self._relay = relay
            self._link = self.paces.link = relay.link() if relay else None
        return self._link

    def tools(self, setup: WorkerSetup) -> tuple[Reader, ChipCache | None]:
        key = (repr(setup.network), str(setup.folder), setup.connections)
        if key not in self._known:
            cache = None if setup.folder is None else open_default(Path(setup.folder))
            reader = default_reader(
                setup.network,
                stores=cache.file_stores if cache else None,
                connections=setup.connections,
                paces=self.paces,
            )
            self._known[key] = (reader, cache)
        return self._known[key]


_OPENED = PerProcess(_WorkerTools)
