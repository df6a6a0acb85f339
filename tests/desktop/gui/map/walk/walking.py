"""Parcels that a picker goes to, and how it is told of one."""

from __future__ import annotations

from typing import Any

from tests.desktop.large_layer import centre_of
from tests.desktop.window import look_at, point_at


def labels(picker: Any) -> list[str]:
    return [place.label for place in picker.heard.places]


def squares(**names: tuple[float, float]) -> Any:
    """A layer of squares by name and south-west corner."""
    from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer

    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=id:string", "squares", "memory")
    for name, (x, y) in names.items():
        feature = QgsFeature(layer.fields())
        feature["id"] = name
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y, x + 0.001, y + 0.001)))
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    return layer


def click_on(iface: Any, picker: Any, feature_id: int) -> None:
    """With the parcel tool."""
    look_at(iface.canvas, centre_of(feature_id))
    point_at(iface, picker.parcelAction, centre_of(feature_id))
