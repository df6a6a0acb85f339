"""Layers of parcels, however odd, and what is asked for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.desktop.running import JUNE, feedback_class
from tests.sample_servers import Served


def given(servers: Served, parcels: Any, output: Path, **more: Any) -> dict[str, Any]:
    source = {"SOURCE": servers.api.url, "PARCELS": parcels, "ID_FIELD": "id"}
    return {**source, **JUNE, "OUTPUT": str(output), **more}


def odd_layer() -> Any:
    """A layer in RD New: a square, the same with a leading zero, one without geometry or id."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsFeature,
        QgsGeometry,
        QgsProject,
        QgsVectorLayer,
    )

    layer = QgsVectorLayer("Polygon?crs=EPSG:28992&field=id:string", "odd", "memory")
    square = QgsGeometry.fromWkt(
        "POLYGON((5.663 52.693, 5.665 52.693, 5.665 52.695, 5.663 52.695, 5.663 52.693))"
    )
    wgs84, here = QgsCoordinateReferenceSystem("EPSG:4326"), layer.crs()
    square.transform(QgsCoordinateTransform(wgs84, here, QgsProject.instance()))
    for name, shape in (("7", square), ("007", square), ("none", QgsGeometry()), (None, square)):
        feature = QgsFeature(layer.fields())
        feature.setAttribute("id", name)
        feature.setGeometry(shape)
        layer.dataProvider().addFeature(feature)
    return layer


def dated_layer(parcels: Any, *days: str | None) -> Any:
    """The first of the parcels, each with a date in the field `seen`."""
    from qgis.core import QgsFeature, QgsVectorLayer

    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:4326&field=id:string&field=seen:date", "dated", "memory"
    )
    for feature, day in zip(parcels.getFeatures(), days):
        own = QgsFeature(layer.fields())
        own.setAttributes([feature["id"], day])
        own.setGeometry(feature.geometry())
        layer.dataProvider().addFeature(own)
    return layer


def stopping(at: str) -> Any:
    """A feedback that is cancelled as soon as a progress or a line with these words comes."""

    class Stopping(feedback_class()):  # type: ignore[misc]
        def setProgressText(self, text: str) -> None:
            if at in text:
                self.cancel()

        def pushInfo(self, info: str) -> None:
            super().pushInfo(info)
            self.setProgressText(info)

    return Stopping()
