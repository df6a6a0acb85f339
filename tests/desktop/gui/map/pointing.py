"""A map of three parcels, where one points at it, and what is drawn on it."""

from __future__ import annotations

from typing import Any

CENTRE = (5.664, 52.694)
MAPS = ["EPSG:3857", "EPSG:28992", "EPSG:4326", "EPSG:32632"]
SIDE = 0.001


def crs(authid: str) -> Any:
    from qgis.core import QgsCoordinateReferenceSystem

    return QgsCoordinateReferenceSystem(authid)


def moved(point: Any, source: str, target: str) -> Any:
    from qgis.core import QgsCoordinateTransform, QgsProject

    return QgsCoordinateTransform(crs(source), crs(target), QgsProject.instance()).transform(point)


def process_deletions() -> None:
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def look_at_centre(canvas: Any, authid: str) -> None:
    from qgis.core import QgsPointXY, QgsRectangle

    canvas.setDestinationCrs(crs(authid))
    west_south = moved(QgsPointXY(CENTRE[0] - 0.01, CENTRE[1] - 0.01), "EPSG:4326", authid)
    east_north = moved(QgsPointXY(CENTRE[0] + 0.01, CENTRE[1] + 0.01), "EPSG:4326", authid)
    canvas.setExtent(QgsRectangle(west_south, east_north))


def parcels(project: Any, canvas: Any, *, name: str = "parcels", authid: str = "EPSG:4326") -> Any:
    """Three squares from west to east, the first around the centre; the second has no id."""
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer

    uri = f"Polygon?crs={authid}&field=area:double&field=Parcel_ID:string"
    layer = QgsVectorLayer(uri, name, "memory")
    features = []
    for number, parcel_id in enumerate(["A1", None, "C3"]):
        west = CENTRE[0] - SIDE / 2 + number * 2 * SIDE
        low = QgsPointXY(west, CENTRE[1] - SIDE / 2)
        high = QgsPointXY(west + SIDE, CENTRE[1] + SIDE / 2)
        corners = [moved(point, "EPSG:4326", authid) for point in (low, high)]
        feature = QgsFeature(layer.fields())
        feature.setAttributes([1.0, parcel_id])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(*corners)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    project.addMapLayer(layer)
    canvas.setLayers([layer, *canvas.layers()])
    return layer


def pixel(canvas: Any, lon: float, lat: float) -> Any:
    from qgis.core import QgsPointXY
    from qgis.PyQt.QtCore import QPoint

    authid = canvas.mapSettings().destinationCrs().authid()
    point = moved(QgsPointXY(lon, lat), "EPSG:4326", authid)
    where = canvas.getCoordinateTransform().transform(point)
    return QPoint(round(where.x()), round(where.y()))


def click(canvas: Any, at: Any, *, button: str = "LeftButton") -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(canvas.viewport(), getattr(Qt.MouseButton, button), none, at)


def press_escape(canvas: Any) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    QTest.keyClick(canvas, Qt.Key.Key_Escape)


def bands(canvas: Any) -> list[Any]:
    from qgis.gui import QgsRubberBand

    return [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand)]


def square(canvas: Any) -> Any:
    """The square among the rubber bands, in the map's CRS."""
    from cbm_chips.gui.map.markers import SQUARE_COLOUR

    (band,) = [one for one in bands(canvas) if one.strokeColor().name() == SQUARE_COLOUR]
    return band.asGeometry()
