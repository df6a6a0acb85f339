"""Neighbours of the same crop out of a layer, and their numbers, read in a worker thread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsVectorLayer

from ...core.cancellation import current_cancellation
from ...core.coordinates import with_coordinates
from ...core.model import Grid
from ...core.projection import to_grid_crs
from ...core.same_crop.choice import FARTHEST_M, CropParcel, choose, crop_of
from ...core.same_crop.crops import CropMatch
from ..sources.session import SourceSession
from .feature_access import features_around
from .geometry import straight
from .neighbours import NeighbourLayer
from .parcel_fields import crop_field_of, id_field_of, text_of

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ...core.model import Place
    from ...core.parcels.numbers.table import ParcelTable
    from ...core.parcels.planning.parcel_request import ParcelRequest
    from ...core.same_crop.band import NeighbourBand

MOST_AROUND = 5000
"""So many parcels of a layer are looked at."""
_STEP_M = 10.0


@dataclass(frozen=True)
class BandOrder:
    """What is wanted; make it in the main thread.

    Attributes:
        place: a parcel, with its outline.
        layer: as a thread may read it.
        grid: the ground around the parcel, `FARTHEST_M` on all sides.
        id_field: of the layer; empty if none is known.
        request: the numbers.
        session: opens the source.
    """

    place: Place
    layer: NeighbourLayer = field(repr=False)
    grid: Grid
    id_field: str
    request: ParcelRequest
    session: SourceSession = field(repr=False)

    @classmethod
    def of(
        cls,
        layer: QgsVectorLayer,
        place: Place,
        *,
        epsg: int,
        request: ParcelRequest,
        session: SourceSession,
    ) -> BandOrder:
        """For a parcel of this layer, or one near its parcels; `epsg` is of the chips' grid."""
        grid = _ground(place, epsg)
        known = NeighbourLayer.of(layer, grid)
        return cls(place, known, grid, id_field_of(layer), request, session)


@dataclass(frozen=True)
class BandAnswer:
    """What was found of the neighbours.

    Attributes:
        crop: of the parcel; empty where it is not known, or a service knows it.
        match: how near the neighbours' crops are; OTHER where there is no neighbour.
        count: how many were read.
        far_m: how far the last of them is.
        bands: one of each index and band asked for; none without a neighbour.
        is_of_service: a CbM service named them, and its numbers are of all pixels.
    """

    crop: str
    match: CropMatch = CropMatch.OTHER
    count: int = 0
    far_m: float = 0.0
    bands: tuple[NeighbourBand, ...] = ()
    is_of_service: bool = False


def has_crops(layer: QgsVectorLayer) -> bool:
    """It says what grows, as far as its fields say it."""
    return bool(crop_field_of(layer))


def read_band(order: BandOrder) -> BandAnswer:
    """Choose the neighbours, read them and the parcel; in a worker thread.

    Raises:
        ChipsError: when the source can't be asked.
    """
    from ...core.same_crop.band import band_of

    own = to_grid_crs(order.place.outline, order.grid.epsg)
    around = list(_parcels_around(order))
    found = choose(own, crop_of(own, around), around)
    if not found.chosen:
        return BandAnswer(found.crop)
    parcels = [CropParcel("", found.crop, own), *(one.parcel for one in found.chosen)]
    tables = list(_tables(order, parcels))
    names = (*order.request.indices, *order.request.bands)
    count = len(found.chosen)
    bands = tuple(band_of(tables, name, count) for name in names)
    return BandAnswer(found.crop, found.match, count, found.chosen[-1].distance_m, bands)


def _tables(order: BandOrder, parcels: list[CropParcel]) -> Iterator[ParcelTable]:
    from ...core.parcels.outlines.layer import Parcels
    from ...core.parcels.planning.make_plan import plan_parcels
    from ...core.parcels.running.run import waiting_tables

    stop = current_cancellation()
    rows = [(str(number), one.outline) for number, one in enumerate(parcels)]
    with order.session.use(order.request.rule) as (source, tools):
        of_layer = Parcels.of(rows, order.grid.epsg)
        plan = plan_parcels(of_layer, order.request, source, cache=tools.cache)
        arriving = waiting_tables(plan, source, cache=tools.cache, reader=tools.reader)
        with closing(arriving):
            for table in arriving:
                if stop.is_cancelled:
                    return
                if table is not None:
                    yield table


def _parcels_around(order: BandOrder) -> Iterator[CropParcel]:
    layer = order.layer
    box = layer.box()
    if box.isEmpty() or not layer.crop_field:
        return
    names = [name for name in (order.id_field, layer.crop_field) if name]
    request = QgsFeatureRequest().setSubsetOfAttributes(names, layer.fields)
    to_metres = _ToMetres(order)
    found = features_around(layer.features, request, box, finds=layer.finds)
    for feature in islice(found, MOST_AROUND):
        outline = to_metres(feature.geometry())
        if outline is not None:
            crop = text_of(feature, layer.crop_field).strip()
            yield CropParcel(text_of(feature, order.id_field).strip(), crop, outline)


class _ToMetres:
    """Geometries of the layer to outlines in the grid's CRS; None for what is no polygon."""

    def __init__(self, order: BandOrder) -> None:
        self._to_picture = order.layer.to_picture()
        left, bottom, right, top = order.grid.bounds
        self._factors = [right - left, 0, 0, bottom - top, left, top]

    def __call__(self, geometry: QgsGeometry) -> BaseGeometry | None:
        from shapely import wkb
        from shapely.affinity import affine_transform

        whole = straight(geometry).makeValid()
        if whole.isNull() or whole.isEmpty():
            return None
        shape = with_coordinates(wkb.loads(bytes(whole.asWkb())), self._to_picture)
        outline = affine_transform(shape, self._factors)
        is_area = outline.geom_type in ("Polygon", "MultiPolygon") and outline.is_valid
        return outline if is_area and outline.area > 0 else None


def _ground(place: Place, epsg: int) -> Grid:
    left, bottom, right, top = to_grid_crs(place.outline, epsg).bounds
    west, north = left - FARTHEST_M, top + FARTHEST_M
    width = int((right - left + 2 * FARTHEST_M) // _STEP_M) + 1
    height = int((top - bottom + 2 * FARTHEST_M) // _STEP_M) + 1
    return Grid(epsg, west, north, _STEP_M, width, height)
