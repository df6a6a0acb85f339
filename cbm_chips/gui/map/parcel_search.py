"""Looking through the features of layers, in any thread: a parcel again, the next one's id."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ...bridge.parcels.feature_access import (
    Features,
    count_of,
    features_around,
    finds_ids,
    finds_places,
    until_cancelled,
)
from ...bridge.parcels.geometry import WGS84, label_of
from ...bridge.parcels.parcel_fields import id_field_of
from ...core.model import Place

PROBED = 16
"""So many neighbouring ids are tried before all ids are listed."""


@dataclass(frozen=True)
class Whereabouts:
    """Where a place lies, in a layer's own CRS.

    Attributes:
        box: around the outline, or around the point.
        centre: of the chip.
        label: of the place.
    """

    box: QgsRectangle
    centre: QgsPointXY
    label: str


@dataclass(frozen=True)
class SearchedLayer:
    """A layer as a thread may read it; make it in the main thread.

    Attributes:
        state: the layer's id, and what changes when its features do.
        name: for people.
        features: as they were when this was made.
        finds: see `finds_places`.
        finds_ids: see the function of this name.
        ids: of all features, in order, where they are known already.
        id_field: names the parcels; empty if none does.
        place: the place to find; None where it is nowhere in the layer's CRS.
    """

    state: tuple[str, str, int]
    name: str
    features: Features = field(repr=False)
    finds: bool
    finds_ids: bool
    ids: Sequence[int] = field(repr=False)
    id_field: str = ""
    place: Whereabouts | None = None

    @classmethod
    def of(cls, layer: QgsVectorLayer, place: Place | None, ids: Sequence[int]) -> SearchedLayer:
        """`ids` are those of the layer's features, or nothing if they are not known."""
        return cls(
            state_of(layer),
            str(layer.name()),
            QgsVectorLayerFeatureSource(layer),
            finds_places(layer),
            finds_ids(layer),
            ids,
            id_field_of(layer),
            None if place is None else _whereabouts(place, layer.crs()),
        )

    def find_place(self) -> int | None:
        """The id of the parcel of that name there, else of the one under the centre."""
        if self.place is None:
            return None
        request, box = QgsFeatureRequest(), self.place.box
        names = [self.id_field] if self.id_field else []
        request.setSubsetOfAttributes(names, self.features.fields())
        here = QgsGeometry.fromPointXY(self.place.centre)
        named, around = [], []
        for feature in features_around(self.features, request, box, finds=self.finds):
            holds = bool(feature.geometry().intersects(here))
            if self.place.label and label_of(feature, self.id_field) == self.place.label:
                named.append((not holds, feature.id()))
            elif holds:
                around.append((feature.geometry().area(), feature.id()))
        found = min(named, default=None) or min(around, default=None)
        return None if found is None else found[1]


def state_of(layer: QgsVectorLayer) -> tuple[str, str, int]:
    """The same for the same layer with the same features, as far as that is known at once."""
    return layer.id(), layer.subsetString(), count_of(layer)


def neighbour(features: Features, feature_id: int | None, step: int) -> int | None:
    """The id after (`step` 1) or before (-1), if it is near; None does not mean there is none.

    From None, the first of the layer.
    """
    if feature_id is None:
        return _first(features) if step > 0 else None
    before = range(max(feature_id - PROBED, min(feature_id, 0)), feature_id)
    ids = range(feature_id + 1, feature_id + 1 + PROBED) if step > 0 else before
    found = _ids(features, QgsFeatureRequest().setFilterFids(list(ids)))
    return (min if step > 0 else max)(found, default=None)


def listed(features: Features) -> list[int]:
    """All ids in order; takes a second for some 100,000 features."""
    return sorted(_ids(features, QgsFeatureRequest()))


def beside(ids: Sequence[int], feature_id: int | None, step: int) -> int | None:
    """The id after or before `feature_id`; from None, the first or the last."""
    if feature_id is None:
        row = 0 if step > 0 else len(ids) - 1
    else:
        row = bisect_right(ids, feature_id) if step > 0 else bisect_left(ids, feature_id) - 1
    return ids[row] if 0 <= row < len(ids) else None


def _first(features: Features) -> int | None:
    """That of the lowest id, if it comes first, as it does in files."""
    first = next(_ids(features, QgsFeatureRequest().setLimit(1)), None)
    is_lowest = first is not None and neighbour(features, first, -1) is None
    return first if is_lowest else None


def _ids(features: Features, request: QgsFeatureRequest) -> Iterator[int]:
    request.setNoAttributes().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    for feature in until_cancelled(features.getFeatures(request)):
        yield feature.id()


def _whereabouts(place: Place, crs: QgsCoordinateReferenceSystem) -> Whereabouts | None:
    degrees = QgsCoordinateReferenceSystem(WGS84)
    transform = QgsCoordinateTransform(degrees, crs, QgsProject.instance())
    centre = QgsPointXY(place.lon, place.lat)
    box = QgsRectangle(centre, centre)
    if place.outline is not None:
        box = QgsRectangle(*place.outline.bounds)
    try:
        moved = transform.transform(centre)
        around = transform.transformBoundingBox(box) if box.area() else QgsRectangle(moved, moved)
    except QgsCsException:
        return None
    # A box without area finds nothing in some providers.
    return Whereabouts(around.buffered(tiny(moved)), moved, place.label)


def tiny(point: QgsPointXY) -> float:
    """A length far below the coordinates, but above their rounding."""
    return 1e-9 * max(abs(point.x()), abs(point.y()), 1.0)
