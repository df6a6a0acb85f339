"""The places of many parcels: a place is made when it is needed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Union, overload

from qgis.core import QgsFeature, QgsProject, QgsVectorLayer

from ...bridge.parcels.geometry import ToWgs84, label_of
from ...bridge.parcels.parcel_fields import crop_field_of, id_field_of
from ...core.errors import RequestError
from ...core.model import Place
from ...core.reasons import Reason
from .parcel_look_up import features_by_id

MOST_KEPT = 64
"""Places made last, which are needed again and again."""


class PickedPlaces(Sequence[Place]):
    """In the order of the ids given. A parcel that can't be used raises `RequestError`."""

    def __init__(
        self,
        layer: QgsVectorLayer,
        ids: Iterable[int],
        features: Mapping[int, QgsFeature] | None = None,
    ) -> None:
        """Only ids are kept where the layer finds a feature by its id at once.

        Args:
            layer: one of the project's, with a known CRS.
            ids: of the parcels, in order.
            features: the parcels by their ids, where the layer would look at all for each.
        """
        self.when_edited: Callable[[], object] = lambda: None
        """Called after any change of the layer's features, which may be of these."""
        self._features = features
        for changed in (layer.layerModified, layer.dataChanged, layer.willBeDeleted):
            changed.connect(self._forget)
        self._layer_id = layer.id()
        self._ids = list(ids)
        self._kept: OrderedDict[int, Place] = OrderedDict()

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, row: int) -> Place: ...

    @overload
    def __getitem__(self, row: slice) -> Sequence[Place]: ...

    def __getitem__(self, row: Union[int, slice]) -> Union[Place, Sequence[Place]]:
        if isinstance(row, slice):
            return [self[number] for number in range(len(self))[row]]
        feature_id = self._ids[row]
        if feature_id not in self._kept:
            self._kept[feature_id] = self._made(feature_id)
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(feature_id)
        return self._kept[feature_id]

    def _forget(self) -> None:
        self._kept.clear()
        self.when_edited()

    def _made(self, feature_id: int) -> Place:
        layer = QgsProject.instance().mapLayer(self._layer_id)
        if layer is None:
            raise LayerGone(feature_id)
        feature = self._feature(layer, feature_id)
        if feature is None:
            raise RequestError("PARCELS", feature_id, Reason("a parcel that is still in its layer"))
        return place_of(layer, feature)

    def _feature(self, layer: QgsVectorLayer, feature_id: int) -> QgsFeature | None:
        if self._features is not None:
            return self._features.get(feature_id)
        return next(features_by_id(layer, [feature_id]), None)


def place_of(layer: QgsVectorLayer, feature: QgsFeature) -> Place:
    """The place of a feature of a layer with a known CRS.

    Raises:
        UnusableParcel: when there can be none.
    """
    id_field, crop_field = id_field_of(layer), crop_field_of(layer)
    to_wgs84 = ToWgs84(layer.crs(), QgsProject.instance().transformContext())
    try:
        return to_wgs84.place_of_feature(feature, id_field=id_field, crop_field=crop_field)
    except RequestError as error:
        raise UnusableParcel(error, label_of(feature, id_field)) from error


class LayerGone(RequestError):
    """None of the parcels can be had any more."""

    def __init__(self, feature_id: int) -> None:
        super().__init__("PARCELS", feature_id, Reason("a parcel that is still in its layer"))
        self.args = (Reason("The layer of these parcels is no longer in the project."),)


class UnusableParcel(RequestError):
    """A parcel that can't be used."""

    def __init__(self, error: RequestError, label: str) -> None:
        """`label` names the parcel."""
        super().__init__(error.field, error.value, error.allowed)
        words = Reason(
            "Parcel {label} can't be used: {value}; allowed: {allowed}",
            label=label,
            value=error.value,
            allowed=error.allowed,
        )
        self.args = (words,)
