"""The places of a queue's parcels: each once, however many questions it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qgis.core import QgsFeature, QgsVectorLayer

from ....core.errors import RequestError
from ....core.model import Place
from ....core.reasons import Reason
from ...map.picked_places import PickedPlaces


class QueuePlaces(PickedPlaces):
    """In the order in which the parcels come first; called by the ids of the queue."""

    def __init__(
        self,
        layer: QgsVectorLayer,
        features: Mapping[str, int],
        kept: Mapping[int, QgsFeature] | None = None,
    ) -> None:
        """`features`: id of a parcel -> id of its feature; `kept`: see `PickedPlaces`."""
        super().__init__(layer, features.values(), kept)
        self._rows = {parcel: row for row, parcel in enumerate(features)}
        self._names = {number: parcel for parcel, number in features.items()}

    def row_of(self, parcel: str) -> int:
        """Of a parcel of the queue.

        Raises:
            RequestError: field `PARCELS`, where the layer has it no more.
        """
        if parcel not in self._rows:
            raise RequestError("PARCELS", parcel, Reason("a parcel that is still in its layer"))
        return self._rows[parcel]

    def has(self, parcel: str) -> bool:
        """The layer has it."""
        return parcel in self._rows

    def _made(self, feature_id: int) -> Place:
        return replace(super()._made(feature_id), label=self._names[feature_id])
