"""Outlines and ids of features as core takes them."""

from __future__ import annotations

from typing import Any

import pytest

from cbm_chips.core.errors import RequestError


class TestGeometry:
    @staticmethod
    def way(crs: str = "EPSG:4326") -> Any:
        from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

        from cbm_chips.bridge.parcels.geometry import ToWgs84

        return ToWgs84(QgsCoordinateReferenceSystem(crs), QgsCoordinateTransformContext())

    @staticmethod
    def outline(way: Any, wkt: str) -> Any:
        from qgis.core import QgsGeometry

        return way.outline(QgsGeometry.fromWkt(wkt))

    def test_outlines_are_transformed_as_x_y(self) -> None:
        from pyproj import Transformer

        square = "((680000 5840000, 680100 5840000, 680100 5840100, 680000 5840000))"
        outline = self.outline(self.way("EPSG:32631"), f"POLYGON{square}")

        to_utm = Transformer.from_crs(4326, 32631, always_xy=True).transform
        back = [to_utm(*point) for point in outline.exterior.coords]
        assert back[0] == pytest.approx((680000, 5840000), abs=1e-3)

    @pytest.mark.parametrize(
        ("wkt", "area"),
        [
            ("POLYGON Z((0 0 9, 2 0 9, 2 2 9, 0 2 9, 0 0 9))", 4),
            ("MULTIPOLYGON(((0 0, 1 0, 1 1, 0 1, 0 0)), ((2 2, 3 2, 3 3, 2 3, 2 2)))", 2),
            ("POLYGON((0 0, 2 2, 2 0, 0 2, 0 0))", 2),
            ("POLYGON((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))", 15),
            ("CURVEPOLYGON(CIRCULARSTRING(0 0, 2 0, 2 2, 0 2, 0 0))", 6.283),
        ],
    )
    def test_outlines_come_flat_straight_and_valid(self, wkt: str, area: float) -> None:
        outline = self.outline(self.way(), wkt)

        assert outline.geom_type in ("Polygon", "MultiPolygon")
        assert outline.is_valid
        assert not outline.has_z
        assert outline.area == pytest.approx(area, rel=1e-3)

    @pytest.mark.parametrize("wkt", ["POLYGON EMPTY", "POLYGON((0 0, 1 1, 0 0, 0 0))"])
    def test_nothing_is_no_outline(self, wkt: str) -> None:
        with pytest.raises(RequestError, match="PARCELS"):
            self.outline(self.way(), wkt)

    def test_an_unknown_crs_places_nothing(self) -> None:
        with pytest.raises(RequestError, match="known CRS"):
            self.way("")

    def test_labels_are_the_fields_value_or_the_number(self) -> None:
        from qgis.core import NULL, QgsFeature

        from cbm_chips.bridge.parcels.geometry import label_of
        from cbm_chips.bridge.tables.table_fields import fields

        feature = QgsFeature(fields({"name": str}), 7)
        for value, label in {"A/1": "A/1", " ": "7", NULL: "7", None: "7", 0: "0"}.items():
            feature.setAttribute("name", value)
            assert label_of(feature, "name") == label
        assert label_of(feature, "") == "7"
        assert label_of(feature, "elsewhere") == "7"

    @pytest.mark.parametrize(
        ("kind", "value", "label"),
        [
            ("double", 1234567890123.0, "1234567890123"),
            ("double", 1e17, "100000000000000000"),
            ("double", -3.0, "-3"),
            ("double", 0.0, "0"),
            ("double", 0.5, "0.5"),
            ("double", 2.0**60, "1152921504606846976"),
            ("double", float("nan"), "7"),
            ("double", float("inf"), "7"),
            ("integer", 2147483647, "2147483647"),
            ("int8", 9007199254740993, "9007199254740993"),
            ("string", "007", "007"),
            ("string", "1e5", "1e5"),
            ("string", "1234567890123.0", "1234567890123.0"),
            ("string", " A 1", " A 1"),
            ("string", "\N{NO-BREAK SPACE}", "7"),
            ("bool", False, "false"),
        ],
    )
    def test_ids_stay_as_they_are_in_the_layer(self, kind: str, value: Any, label: str) -> None:
        from qgis.core import QgsFeature, QgsVectorLayer

        from cbm_chips.bridge.parcels.geometry import label_of

        layer = QgsVectorLayer(f"None?field=id:{kind}", "made", "memory")
        feature = QgsFeature(layer.fields(), 7)
        feature.setAttribute("id", value)
        assert label_of(feature, "id") == label

    def test_ids_may_be_days_times_and_bytes(self) -> None:
        from qgis.core import QgsFeature
        from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, QTime

        from cbm_chips.bridge.parcels.geometry import label_of
        from cbm_chips.bridge.tables.table_fields import fields

        feature = QgsFeature(fields({"id": str}), 7)
        day, hour = QDate(2022, 6, 1), QTime(10, 50, 31)
        for value, label in (
            (day, "2022-06-01"),
            (QDateTime(day, hour), "2022-06-01T10:50:31"),
            (hour, "10:50:31"),
            (QByteArray(b"\x01\xff"), "01ff"),
            (QDate(), "7"),
        ):
            feature.setAttribute("id", value)
            assert label_of(feature, "id") == label
