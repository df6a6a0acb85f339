"""Parcels by where they are or by their ids: at once where that is quick, else in a task."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...bridge.parcels.feature_access import (
    Features,
    features_around,
    finds_ids,
    finds_places,
    is_quick_by_id,
    is_quick_by_place,
    until_cancelled,
)
from ...bridge.parcels.parcel_fields import crop_field_of, id_field_of
from .layer_search import LayerSearch
from .parcel_search import tiny

Found = Callable[[QgsVectorLayer, QgsFeature], object]


@dataclass(frozen=True)
class AskedLayer:
    """A layer as a thread may read it; make it in the main thread.

    Attributes:
        id: of the layer.
        features: as they are now.
        fields: of the features.
        words: the fields that name a parcel.
        finds: see `finds_places`.
        finds_ids: see the function of this name.
    """

    id: str
    features: Features = field(repr=False)
    fields: QgsFields = field(repr=False)
    words: tuple[str, ...]
    finds: bool
    finds_ids: bool

    @classmethod
    def of(cls, layer: QgsVectorLayer) -> AskedLayer:
        """As it is now."""
        features, words = QgsVectorLayerFeatureSource(layer), words_of(layer)
        finds = finds_places(layer), finds_ids(layer)
        return cls(layer.id(), features, layer.fields(), words, *finds)

    def holding(self, point: QgsPointXY) -> QgsFeature | None:
        """The feature that holds a point in the layer's CRS; of several the smallest."""
        here, found = QgsGeometry.fromPointXY(point), []
        # A box without area finds nothing in some providers.
        box = QgsRectangle(point, point).buffered(tiny(point))
        for feature in features_around(self.features, self._request(), box, finds=self.finds):
            if feature.geometry().intersects(here):
                found.append(feature)
        return min(found, key=lambda feature: feature.geometry().area(), default=None)

    def with_ids(self, ids: Iterable[int]) -> dict[int, QgsFeature]:
        """The features of these ids, less the missing."""
        wanted, request = set(ids), self._request()
        if self.finds_ids:  # else QGIS would look at all in one go; see `features_around`
            request.setFilterFids(list(wanted))
        found = until_cancelled(self.features.getFeatures(request))
        return {one.id(): one for one in found if one.id() in wanted}

    def _request(self) -> QgsFeatureRequest:
        return QgsFeatureRequest().setSubsetOfAttributes(list(self.words), self.fields)


class ParcelLookUp(QObject):
    """The newest question replaces the one before."""

    told = pyqtSignal(str)
    """A sentence; an empty one takes the last back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._search = LayerSearch(self)
        self._search.told.connect(self.told)

    def stop(self) -> bool:
        """Look no further; False if nothing was looked for."""
        return self._search.stop()

    def under(
        self,
        point: QgsPointXY,
        crs: QgsCoordinateReferenceSystem,
        layers: Iterable[QgsVectorLayer],
        *,
        found: Found,
        nothing: Callable[[], object],
    ) -> None:
        """Call `found` with the feature that holds a point, in the first layer that has one."""
        self.stop()
        waiting = _points_in(layers, point, crs)
        for place, (layer, moved) in enumerate(waiting):
            if not is_quick_by_place(layer):
                self._search_under(waiting[place:], found, nothing)
                return
            feature = AskedLayer.of(layer).holding(moved)
            if feature is not None:
                found(layer, feature)
                return
        nothing()

    def with_id(self, layer: QgsVectorLayer, feature_id: int, found: Found) -> None:
        """Call `found` with the feature, or an empty one of this id if it is not there."""
        self.stop()
        if is_quick_by_id(layer):
            found(layer, next(features_by_id(layer, [feature_id]), QgsFeature(feature_id)))
            return

        def take(features: Mapping[int, QgsFeature]) -> None:
            found(layer, features.get(feature_id, QgsFeature(feature_id)))

        self.with_ids(layer, [feature_id], take)

    def with_ids(
        self,
        layer: QgsVectorLayer,
        ids: Sequence[int],
        found: Callable[[Mapping[int, QgsFeature]], object],
    ) -> None:
        """Call `found` with the features of these ids, read in a task."""
        layer_id = layer.id()

        def take(features: Mapping[int, QgsFeature]) -> None:
            if QgsProject.instance().mapLayer(layer_id) is not None:
                found(features)

        self._search.begin(layer.name(), partial(AskedLayer.of(layer).with_ids, ids), take)

    def _search_under(
        self,
        places: Sequence[tuple[QgsVectorLayer, QgsPointXY]],
        found: Found,
        nothing: Callable[[], object],
    ) -> None:
        asked = [(AskedLayer.of(layer), point) for layer, point in places]

        def take(answer: tuple[str, QgsFeature] | None) -> None:
            if answer is None:
                nothing()
                return
            layer = QgsProject.instance().mapLayer(answer[0])
            if layer is not None:
                found(layer, answer[1])

        self._search.begin(places[0][0].name(), partial(_first_holding, asked), take)


def features_by_id(layer: QgsVectorLayer, ids: Iterable[int]) -> Iterator[QgsFeature]:
    """The features of these ids, in order, with the attributes that name them."""
    request = QgsFeatureRequest().setFilterFids(list(ids))
    request.setSubsetOfAttributes(list(words_of(layer)), layer.fields())
    yield from sorted(layer.getFeatures(request), key=lambda feature: feature.id())


def words_of(layer: QgsVectorLayer) -> tuple[str, ...]:
    """The fields that name a parcel."""
    return tuple(filter(None, (id_field_of(layer), crop_field_of(layer))))


def _first_holding(
    asked: Iterable[tuple[AskedLayer, QgsPointXY]],
) -> tuple[str, QgsFeature] | None:
    """The first layer, by its id, with a feature that holds its point; in any thread."""
    for layer, point in asked:
        feature = layer.holding(point)
        if feature is not None:
            return layer.id, feature
    return None


def _points_in(
    layers: Iterable[QgsVectorLayer], point: QgsPointXY, crs: QgsCoordinateReferenceSystem
) -> list[tuple[QgsVectorLayer, QgsPointXY]]:
    """The point in the CRS of each layer; without those in whose CRS it has no place."""
    moved = []
    for layer in layers:
        transform = QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance())
        try:
            moved.append((layer, transform.transform(point)))
        except QgsCsException:
            continue
    return moved
