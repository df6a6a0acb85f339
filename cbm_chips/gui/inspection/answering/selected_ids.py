"""Ids of the parcels that are selected on the map."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ....bridge.parcels.geometry import label_of
from ....bridge.parcels.parcel_fields import id_field_of


def selected_ids(layers: Iterable[QgsVectorLayer]) -> list[str]:
    """Of all layers with parcels, each once; only what is selected is read, without outlines."""
    found: dict[str, None] = {}
    for layer in layers:
        id_field = id_field_of(layer)
        request = QgsFeatureRequest(layer.selectedFeatureIds())
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        for feature in layer.getFeatures(request):
            found[label_of(feature, id_field).strip()] = None
    return list(found)
