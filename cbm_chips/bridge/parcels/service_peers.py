"""The neighbours that a CbM service names, and their series, in the thread of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.same_crop.choice import FARTHEST_M, MOST
from ...core.same_crop.crops import CropMatch
from .same_crop import BandAnswer

if TYPE_CHECKING:
    from ...core.sentinel2.scl import CloudRule
    from ...core.sources.cbm_rest import Service
    from ...core.sources.cbm_rest.parcel_data.parcels import Dataset


def read_service_band(
    service: Service, *, dataset: Dataset, pid: str, names: tuple[str, ...], rule: CloudRule
) -> BandAnswer:
    """One question for the neighbours, one for each of their series.

    Raises:
        SourceError: when the server can't be asked.
    """
    from ...core.same_crop.of_service import band_of_series
    from ...core.series.making.from_service import series_of_service
    from ...core.sources.cbm_rest.parcel_data.parcels import time_series
    from ...core.sources.cbm_rest.parcel_data.peers import parcel_peers

    peers = parcel_peers(service, dataset, pid, within_m=FARTHEST_M, most=MOST)
    if not peers:
        return BandAnswer("", is_of_service=True)
    own, *others = (
        series_of_service(time_series(service, dataset, one), names, rule)
        for one in (pid, *(peer.pid for peer in peers))
    )
    bands = tuple(band_of_series(own, others, name) for name in names)
    far = peers[-1].distance_m
    return BandAnswer("", CropMatch.SAME, len(peers), far, bands, is_of_service=True)
