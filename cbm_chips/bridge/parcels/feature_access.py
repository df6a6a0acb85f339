"""How the features of a layer may be read: at once in the main thread, or one by one in a task.

The main thread reads only what does not grow with the layer and asks no server.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Union

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ...core.cancellation import current_cancellation

FEW = 1000
"""A layer on this machine with no more features is looked through at once."""
Features = Union[QgsVectorLayer, QgsVectorLayerFeatureSource]

_ON_DISK = ("ogr", "delimitedtext", "spatialite")
_IN_MEMORY = "memory"
_FORMATS_WITH_IDS = ("GPKG", "ESRI Shapefile", "SQLite")
"""As GDAL calls those in which a feature is found by its id; the others are read up to it."""
_SERVERS = ("postgres", "mssql", "oracle", "hana", "WFS", "OAPIF", "arcgisfeatureserver")
_Index = QgsFeatureSource.SpatialIndexPresence


def is_small(layer: QgsVectorLayer) -> bool:
    """All features may be read at once."""
    return 0 <= count_of(layer) <= FEW


def count_of(layer: QgsVectorLayer) -> int:
    """How many features there are; -1 where a server would have to be asked."""
    return int(layer.featureCount()) if _is_here(layer) else -1


def is_quick_by_id(layer: QgsVectorLayer) -> bool:
    """A feature is found at once by its id."""
    if layer.providerType() == _IN_MEMORY or is_small(layer):
        return True
    is_query = layer.subsetString().lstrip().upper().startswith("SELECT")
    return _is_here(layer) and not is_query and layer.storageType() in _FORMATS_WITH_IDS


def finds_ids(layer: QgsVectorLayer) -> bool:
    """False if finding features by their ids means to look at all of them."""
    return layer.providerType() in _SERVERS or is_quick_by_id(layer)


def is_quick_by_place(layer: QgsVectorLayer) -> bool:
    """Features are found at once by where they are."""
    if is_small(layer):
        return True
    return _is_here(layer) and layer.hasSpatialIndex() == _Index.SpatialIndexPresent


def finds_places(layer: QgsVectorLayer) -> bool:
    """False if finding features in a box means to look at all of them."""
    return bool(layer.hasSpatialIndex() != _Index.SpatialIndexNotPresent)


def features_around(
    features: Features, request: QgsFeatureRequest, box: QgsRectangle, *, finds: bool
) -> Iterator[QgsFeature]:
    """Those with a geometry whose bounds meet a box, until this thread is to stop.

    Args:
        features: of a layer.
        request: what else is asked of them.
        box: in the layer's CRS.
        finds: see `finds_places`; where False, the features are looked at one by one: QGIS would
            do so in one go, for which the main thread may have to wait.
    """
    if finds:
        request.setFilterRect(box)
    for feature in until_cancelled(features.getFeatures(request)):
        if feature.hasGeometry() and feature.geometry().boundingBoxIntersects(box):
            yield feature


def until_cancelled(features: Iterator[QgsFeature]) -> Iterator[QgsFeature]:
    """The features, until this thread is to stop."""
    stop = current_cancellation()
    for feature in features:
        if stop.is_cancelled:
            return
        yield feature


def _is_here(layer: QgsVectorLayer) -> bool:
    """In memory or in a plain file, as far as its address shows."""
    kind = layer.providerType()
    address = layer.source().replace("file:", "", 1)
    is_plain = not address.startswith("/vsi") and "://" not in address
    return kind == _IN_MEMORY or (kind in _ON_DISK and is_plain)
