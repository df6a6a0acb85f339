"""What is known of the parcel on show, and the last places."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desktop.window import CENTRE, click, settle, wait_for


class TestAParcel:
    def test_is_shown_with_its_crop_and_area(self, dock: Any, parcels: Any) -> None:
        rows = {row["id"]: row["crop_name"] for row in parcels.getFeatures()}
        parcels.selectByExpression("id = '315141'")
        dock.picker.selectedAction.trigger()
        wait_for(lambda: not dock.session.runs.is_running)
        words = dock.place_line._words.text()
        assert words.startswith(f"<b>315141</b> · {rows['315141']}, ")
        hectares = float(words.rpartition(", ")[2].removesuffix(" ha"))
        assert hectares == pytest.approx(7.5, abs=3)

    @pytest.mark.parametrize(
        ("fields", "values", "words"),
        [
            ("name:string,Gewas:string", ["7", "Tarwe, winter"], "Tarwe, winter, 100 ha"),
            ("name:string,crop_code:integer", ["7", 265], "265, 100 ha"),
            ("name:string,cropname:string,crop_code:integer", ["7", "Maize", 259], "Maize, 1"),
            ("name:string,crop_name:string", ["7", None], "100 ha"),
            ("name:string,crop_name:string", ["7", "  "], "100 ha"),
            ("name:string,remark:string", ["7", "wet"], "100 ha"),
        ],
    )
    def test_is_told_by_the_fields_that_parcel_layers_have(
        self, qgis_app: Any, fields: str, values: list[Any], words: str
    ) -> None:
        from qgis.core import QgsCoordinateTransformContext, QgsFeature, QgsGeometry, QgsVectorLayer

        from cbm_chips.bridge.parcels.geometry import ToWgs84
        from cbm_chips.bridge.parcels.parcel_fields import crop_field_of, id_field_of

        columns = "&".join(f"field={column}" for column in fields.split(","))
        layer = QgsVectorLayer(f"Polygon?crs=EPSG:3035&{columns}", "made", "memory")
        feature = QgsFeature(layer.fields())
        feature.setAttributes(values)
        square = "4000000 3300000, 4001000 3300000, 4001000 3301000, 4000000 3301000"
        feature.setGeometry(QgsGeometry.fromWkt(f"Polygon(({square}, 4000000 3300000))"))
        to_wgs84 = ToWgs84(layer.crs(), QgsCoordinateTransformContext())
        place = to_wgs84.place_of_feature(
            feature, id_field=id_field_of(layer), crop_field=crop_field_of(layer)
        )
        assert place.label == "7"
        assert place.details.startswith(words)


class TestTheLastPlaces:
    def names(self, dock: Any) -> list[str]:
        from qgis.PyQt.QtWidgets import QMenu

        menu = next(one for one in dock.findChildren(QMenu) if one.title() == "Last places")
        menu.aboutToShow.emit()
        return [one.text() for one in menu.actions()]

    def test_are_there_after_a_new_start(
        self, iface: Any, loaded: Any, dock: Any, parcels: Any
    ) -> None:
        from cbm_chips.plugin import CbmChipsPlugin

        parcels.selectByExpression("id = '315141'")
        dock.picker.selectedAction.trigger()
        click(iface, dock, CENTRE)
        before = dock.session.runs.places.all()
        assert [place.outline is None for place in before] == [True, False]
        loaded.unload()
        settle()

        plugin = CbmChipsPlugin(iface)
        plugin.initGui()
        settle()
        try:
            assert plugin.dock.session.runs.places.all() == before
            assert plugin.dock.session.runs.places.all()[1].details == before[1].details != ""
            names = self.names(plugin.dock)
            assert names[1].startswith("315141 · ")
            assert plugin.dock.session.place is None
        finally:
            plugin.unload()

    def test_are_twenty_at_most_each_once_and_none_that_is_too_large(self, dock: Any) -> None:
        from shapely.geometry import Point

        from cbm_chips.core.model import Place
        from cbm_chips.gui.session.places.recent_places import RecentPlaces

        places = [Place(lon=5 + number / 100, lat=52) for number in range(25)]
        dock.session.runs.places.note([*places, places[24]])
        huge = Place.of_parcel(Point(5, 52).buffer(0.01, 1024), "huge")
        dock.session.runs.places.note([huge])
        assert len(dock.session.runs.places.all()) == 20
        assert dock.session.runs.places.all()[0] == huge
        assert RecentPlaces().all() == list(reversed(places))[:20]

    def test_survive_nonsense_in_the_settings(self, dock: Any) -> None:
        from qgis.core import QgsSettings

        for text in (
            "",
            "nonsense",
            "{}",
            '[{"lon": 900, "lat": 1}]',
            '[{"lon": 1}]',
            "[7, null]",
            '[{"lon": 1, "lat": 1, "outline": "00ff"}]',
            '[{"lon": 1, "lat": 1, "color": "red"}]',
        ):
            QgsSettings().setValue("cbm_chips/last_places", text)
            assert dock.session.runs.places.all() == [], text
            assert self.names(dock) == ["None yet"], text
