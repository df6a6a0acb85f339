"""Markers out of files that QGIS reads, and the ids of a layer's parcels, in a worker thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsFields, QgsVectorLayer, QgsVectorLayerFeatureSource

from ...core.errors import RequestError
from ...core.markers.join import JoinedMarkers, joined_to
from ...core.markers.marker import MarkerFile
from ...core.markers.read import markers_of_rows, read_marker_file
from ...core.reasons import Reason
from .feature_access import until_cancelled
from .parcel_fields import text_of

_TEXTS = (".csv", ".txt", ".tsv")


@dataclass(frozen=True)
class ParcelIds:
    """The ids of a layer as a thread may read them; make it in the main thread."""

    features: QgsVectorLayerFeatureSource = field(repr=False)
    fields: QgsFields = field(repr=False)
    id_field: str

    @classmethod
    def of(cls, layer: QgsVectorLayer, id_field: str) -> ParcelIds:
        """Those of a layer."""
        return cls(QgsVectorLayerFeatureSource(layer), layer.fields(), id_field)

    def __iter__(self) -> Iterator[str]:
        """One after another, as text."""
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes([self.id_field], self.fields)
        for feature in until_cancelled(self.features.getFeatures(request)):
            yield text_of(feature, self.id_field).strip()


def read_joined_markers(path: Path, parcels: ParcelIds | None) -> JoinedMarkers:
    """The markers of a CSV file, or of what else QGIS opens, joined to a layer's parcels.

    Raises:
        MarkerFileError: when the file can't be read.
        RequestError: field `markers`, for a file of another kind.
    """
    is_text = path.suffix.lower() in _TEXTS
    file = read_marker_file(path) if is_text else _of_layer(path)
    return joined_to(file, parcels)


def _of_layer(path: Path) -> MarkerFile:
    layer = QgsVectorLayer(str(path), path.stem, "ogr")
    if not layer.isValid():
        allowed = Reason("a CSV file, a shapefile or a GeoPackage")
        raise RequestError("markers", path.name, allowed)
    names = layer.fields().names()
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    features = until_cancelled(layer.getFeatures(request))
    rows = (
        (number, {name: text_of(feature, name) for name in names})
        for number, feature in enumerate(features, 1)
    )
    return markers_of_rows(names, rows)
