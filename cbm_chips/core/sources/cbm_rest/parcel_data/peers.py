"""Parcels of the same crop around one, as a CbM server knows them (`parcelPeers`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ....errors import SourceError
from ....reasons import Reason
from ..wire.cells import number_in, text_in
from ..wire.parameters import checked_text
from .datasets import Dataset, ask_about

if TYPE_CHECKING:
    from ..service import Service

_IDS = ("pids", "pid", "ogc_fid")
"""As the servers of several years call the column."""


@dataclass(frozen=True)
class ServicePeer:
    """A parcel of the same crop, and how far it is."""

    pid: str
    distance_m: float


def parcel_peers(
    service: Service, dataset: Dataset, pid: str, *, within_m: float, most: int
) -> tuple[ServicePeer, ...]:
    """The nearest parcels of the same crop; the server leaves out those below 0.3 ha.

    Rows without an id or a distance are left out; a server that has another mind about how far
    and how many is not believed.

    Raises:
        SourceError: when the server can't be asked, or none of its rows makes sense.
    """
    pid = checked_text("pid", pid)
    asked = {**dataset.query, "pid": pid, "distance": f"{within_m:g}", "max": str(most)}
    table = ask_about(service, dataset, "parcelPeers", asked)
    found = [peer for peer in map(_peer, table.rows) if peer is not None]
    if table.rows and not found:
        odd = Reason("{server} answered with odd neighbours", server=service.identity)
        raise SourceError(odd)
    near = [one for one in found if one.pid != pid and 0 <= one.distance_m <= within_m]
    near.sort(key=lambda one: (one.distance_m, one.pid))
    return tuple(near[:most])


def _peer(row: Mapping[str, Any]) -> ServicePeer | None:
    pid = text_in(next((row[name] for name in _IDS if row.get(name) is not None), None))
    distance = number_in(row.get("distance"))
    return ServicePeer(pid, distance) if pid and distance is not None else None
